#pragma once

#include "koyomi-brush-private.h"

G_BEGIN_DECLS

void _koyomi_legend_paint_meeting (KoyomiBrush         *brush,
                                   KoyomiMeetingStatus  status,
                                   KoyomiRect           rect);
void _koyomi_legend_paint_report  (KoyomiBrush         *brush,
                                   gboolean             is_late,
                                   KoyomiRect           rect);
void _koyomi_legend_paint_swatch  (KoyomiBrush         *brush,
                                   KoyomiLegendKind     kind,
                                   KoyomiState          state,
                                   KoyomiRect           rect);

G_END_DECLS
