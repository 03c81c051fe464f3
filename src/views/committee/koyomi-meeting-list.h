#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* The meetings of a committee in one fiscal year: what becomes of each is chosen in its row, the rest in a window of its own. */
#define KOYOMI_TYPE_MEETING_LIST (koyomi_meeting_list_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiMeetingList, koyomi_meeting_list, KOYOMI, MEETING_LIST, GtkWidget)

GtkWidget *koyomi_meeting_list_new  (KoyomiWorkspace    *workspace);
gboolean   koyomi_meeting_list_show (KoyomiMeetingList  *self,
                                     gint64              committee,
                                     KoyomiFiscalYear    year,
                                     GError            **error);

G_END_DECLS
