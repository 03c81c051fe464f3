#pragma once

#include "koyomi-calendar-rows.h"

G_BEGIN_DECLS

/* Walking through the rows with the keyboard: to the left and right from run to run, up and down to the run nearest in time. */
void     koyomi_calendar_walk_bind_keys (GtkWidgetClass     *rows_class);
gboolean koyomi_calendar_walk_enter     (KoyomiCalendarRows *rows);
gboolean koyomi_calendar_walk_to_found  (KoyomiCalendarRows *rows);
void     koyomi_calendar_walk_to_today  (KoyomiCalendarRows *rows);

G_END_DECLS
