#pragma once

#include "koyomi-brush-private.h"
#include "koyomi-figure.h"

G_BEGIN_DECLS

/* What a figure was placed with. */
typedef struct _KoyomiFigureSpace
{
  KoyomiChartText *text;
  double           width;
  double           height;
  double           scale;
} KoyomiFigureSpace;

void             _koyomi_figure_set_up      (KoyomiFigure         *self,
                                             KoyomiLanguage        language,
                                             const char           *title);
KoyomiChartText *_koyomi_figure_get_text    (KoyomiFigure         *self);
void             _koyomi_figure_add_region  (KoyomiFigure         *self,
                                             KoyomiRect            rect,
                                             KoyomiRect            reach,
                                             guint                 series,
                                             guint                 column,
                                             char                 *text);
double           _koyomi_figure_get_head    (KoyomiFigure         *self,
                                             double                width,
                                             double                scale);
double           _koyomi_figure_paint_title (KoyomiFigure         *self,
                                             KoyomiBrush          *brush,
                                             double                width);
void             _koyomi_status_paint       (KoyomiMetricStatus    status,
                                             double                x,
                                             double                y,
                                             double                size,
                                             KoyomiColour          ground,
                                             KoyomiBrush          *brush);
void             _koyomi_marker_paint       (KoyomiMarker          marker,
                                             double                x,
                                             double                y,
                                             double                size,
                                             KoyomiColour          colour,
                                             KoyomiBrush          *brush);
double           _koyomi_brush_wrap_text    (KoyomiBrush          *self,
                                             const char           *text,
                                             double                size,
                                             KoyomiRect            rect,
                                             KoyomiChartTextFlags  flags,
                                             KoyomiChartColour     colour);

G_END_DECLS
