#pragma once

#include <gtk/gtk.h>

#include "koyomi-calendar-rows.h"

G_BEGIN_DECLS

/* The calendar itself: heading, rows and scrollbars, with what pointer and wheel do there. */
#define KOYOMI_TYPE_CALENDAR_GRID (koyomi_calendar_grid_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiCalendarGrid, koyomi_calendar_grid, KOYOMI, CALENDAR_GRID, GtkWidget)

GtkWidget          *koyomi_calendar_grid_new      (KoyomiCalendarSheet *sheet) G_GNUC_WARN_UNUSED_RESULT;
KoyomiCalendarRows *koyomi_calendar_grid_get_rows (KoyomiCalendarGrid  *self);

G_END_DECLS
