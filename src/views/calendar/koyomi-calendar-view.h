#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* The annual calendar as a Gantt chart, with the commands on its runs. */
#define KOYOMI_TYPE_CALENDAR_VIEW (koyomi_calendar_view_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiCalendarView, koyomi_calendar_view, KOYOMI, CALENDAR_VIEW, GtkWidget)

GtkWidget *koyomi_calendar_view_new             (KoyomiWorkspace    *workspace) G_GNUC_WARN_UNUSED_RESULT;

void       koyomi_calendar_view_take_over       (KoyomiCalendarView *self,
                                                 KoyomiCalendarView *other);
void       koyomi_calendar_view_set_filter      (KoyomiCalendarView *self,
                                                 const char         *filter);
void       koyomi_calendar_view_show_run        (KoyomiCalendarView *self,
                                                 gint64              run);
gboolean   koyomi_calendar_view_go_to_inspector (KoyomiCalendarView *self);

G_END_DECLS
