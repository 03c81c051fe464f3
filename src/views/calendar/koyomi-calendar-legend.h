#pragma once

#include <gtk/gtk.h>

#include "koyomi-calendar-sheet.h"

G_BEGIN_DECLS

/* Below the calendar: what the colours, glyphs and shapes mean, and how many runs there are of each state. A state is a button that
 * shows only its runs. */
#define KOYOMI_TYPE_CALENDAR_LEGEND (koyomi_calendar_legend_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiCalendarLegend, koyomi_calendar_legend, KOYOMI, CALENDAR_LEGEND, GtkWidget)

GtkWidget *koyomi_calendar_legend_new (KoyomiCalendarSheet *sheet) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
