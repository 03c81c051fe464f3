#pragma once

#include "koyomi-calendar-layout.h"
#include "koyomi-chart-style.h"

G_BEGIN_DECLS

void koyomi_calendar_paint_page (KoyomiCalendarLayout    *layout,
                                 guint                    page,
                                 KoyomiChartPalette       palette,
                                 cairo_t                 *cr);

G_END_DECLS
