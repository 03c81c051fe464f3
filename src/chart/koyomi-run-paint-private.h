#pragma once

#include "koyomi-brush-private.h"

G_BEGIN_DECLS

/* One run as painted on paper and on the screen. */
void _koyomi_run_paint_bar     (KoyomiBrush             *brush,
                                const KoyomiStateStyle  *style,
                                KoyomiRect               rect,
                                int                      progress,
                                gboolean                 cut_start,
                                gboolean                 cut_end,
                                double                   gap);
void _koyomi_run_paint_diamond (KoyomiBrush             *brush,
                                const KoyomiStateStyle  *style,
                                KoyomiRect               rect);
void _koyomi_run_paint_ghost   (KoyomiBrush             *brush,
                                const KoyomiCalendarBox *box);
void _koyomi_run_paint_shape   (KoyomiBrush             *brush,
                                const KoyomiCalendarBox *box);
void _koyomi_run_paint_label   (KoyomiBrush             *brush,
                                const KoyomiCalendarBox *box);

G_END_DECLS
