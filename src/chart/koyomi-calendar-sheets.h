#pragma once

#include "koyomi-calendar-layout.h"
#include "koyomi-chart-style.h"

G_BEGIN_DECLS

/* A calendar on sheets of paper that can be laid side by side: its rows from sheet to sheet, its days in one part or several, all
 * headings and names repeated. For one thread. */
typedef struct _KoyomiCalendarSheets KoyomiCalendarSheets;

KoyomiCalendarSheets *koyomi_calendar_sheets_new         (KoyomiCalendar             *calendar,
                                                          double                      width,
                                                          double                      height,
                                                          guint                       n_across) G_GNUC_WARN_UNUSED_RESULT;
void                  koyomi_calendar_sheets_free        (KoyomiCalendarSheets       *self);

guint                 koyomi_calendar_sheets_get_n_pages (const KoyomiCalendarSheets *self);
KoyomiCalendarLayout *koyomi_calendar_sheets_find_layout (const KoyomiCalendarSheets *self,
                                                          guint                       page,
                                                          guint                      *number);
void                  koyomi_calendar_sheets_paint       (const KoyomiCalendarSheets *self,
                                                          guint                       page,
                                                          KoyomiChartPalette          palette,
                                                          cairo_t                    *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiCalendarSheets, koyomi_calendar_sheets_free)

G_END_DECLS
