#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* The duties of one kind that a function has: rewritten in place, moved with Alt and the arrows, added at the end, removed. */
#define KOYOMI_TYPE_DUTY_LIST (koyomi_duty_list_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiDutyList, koyomi_duty_list, KOYOMI, DUTY_LIST, GtkWidget)

GtkWidget *koyomi_duty_list_new  (KoyomiWorkspace  *workspace,
                                  KoyomiDutyKind    kind);
gboolean   koyomi_duty_list_show (KoyomiDutyList   *self,
                                  gint64            function,
                                  GError          **error);

G_END_DECLS
