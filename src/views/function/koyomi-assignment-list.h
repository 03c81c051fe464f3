#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* Which teams do a function, and with which letters: responsible, accountable, consulted, informed, in support. */
#define KOYOMI_TYPE_ASSIGNMENT_LIST (koyomi_assignment_list_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiAssignmentList, koyomi_assignment_list, KOYOMI, ASSIGNMENT_LIST, GtkWidget)

GtkWidget *koyomi_assignment_list_new  (KoyomiWorkspace       *workspace);
GtkWidget *koyomi_assignment_list_get_button (KoyomiAssignmentList *self);
gboolean   koyomi_assignment_list_show (KoyomiAssignmentList  *self,
                                        gint64                 function,
                                        GError               **error);

G_END_DECLS
