#pragma once

#include "koyomi-calendar-sheet.h"

G_BEGIN_DECLS

/* A piece of the calendar: lines, and days in them. */
GArray *koyomi_calendar_range_list_runs (KoyomiCalendarSheet *sheet,
                                         guint                line,
                                         guint                other_line,
                                         guint32              day,
                                         guint32              other_day) G_GNUC_WARN_UNUSED_RESULT;
void    koyomi_calendar_range_extend    (KoyomiCalendarSheet *sheet,
                                         gint64               run);

G_END_DECLS
