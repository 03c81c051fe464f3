#pragma once

#include "koyomi-calendar-layout.h"

G_BEGIN_DECLS

/* Where the label of one run stands. */
void _koyomi_run_label_diamond (KoyomiCalendarBox *box,
                                KoyomiChartText   *text,
                                double             unit,
                                double             gap,
                                const char        *title,
                                double             room);
void _koyomi_run_label_bar     (KoyomiCalendarBox *box,
                                KoyomiChartText   *text,
                                double             unit,
                                double             gap,
                                double             left,
                                double             room,
                                gboolean           crosses);

G_END_DECLS
