#pragma once

#include "koyomi-calendar-layout.h"
#include "koyomi-chart-style.h"

G_BEGIN_DECLS

/* What everything is painted with, on paper and on the screen. */
typedef struct _KoyomiBrush
{
  KoyomiChartText    *text;
  KoyomiChartPalette  palette;
  cairo_t            *cr;
  double              unit;    /* what a point of the measures is here */
  gboolean            snaps;   /* lines are whole pixels wide */
} KoyomiBrush;

void         _koyomi_brush_set_rgb       (KoyomiBrush          *self,
                                          KoyomiColour          colour);
void         _koyomi_brush_set_colour    (KoyomiBrush          *self,
                                          KoyomiChartColour     colour);
double       _koyomi_brush_get_line      (KoyomiBrush          *self,
                                          double                points);
void         _koyomi_brush_fill_rect     (KoyomiBrush          *self,
                                          double                x,
                                          double                y,
                                          double                width,
                                          double                height,
                                          KoyomiChartColour     colour);
void         _koyomi_brush_stroke_line   (KoyomiBrush          *self,
                                          double                x1,
                                          double                y1,
                                          double                x2,
                                          double                y2,
                                          double                width,
                                          KoyomiChartColour     colour);
void         _koyomi_brush_stroke_edge   (KoyomiBrush          *self,
                                          double                width,
                                          gboolean              dashed);
void         _koyomi_brush_trace_rounded (KoyomiBrush          *self,
                                          KoyomiRect            rect,
                                          double                left_radius,
                                          double                right_radius);
void         _koyomi_brush_trace_diamond (KoyomiBrush          *self,
                                          KoyomiRect            rect);
PangoLayout *_koyomi_brush_place_label   (KoyomiBrush          *self,
                                          KoyomiLabel           label,
                                          double                size,
                                          KoyomiRect            rect,
                                          KoyomiChartTextFlags  flags);
PangoLayout *_koyomi_brush_place_text    (KoyomiBrush          *self,
                                          const char           *text,
                                          double                size,
                                          KoyomiRect            rect,
                                          KoyomiChartTextFlags  flags);
void         _koyomi_brush_show_text     (KoyomiBrush          *self,
                                          const char           *text,
                                          double                size,
                                          KoyomiRect            rect,
                                          KoyomiChartTextFlags  flags,
                                          KoyomiChartColour     colour);
double       _koyomi_brush_measure_text  (KoyomiBrush          *self,
                                          const char           *text,
                                          double                size,
                                          KoyomiChartTextFlags  flags);
KoyomiRect   _koyomi_rect_inset          (KoyomiRect            self,
                                          double                by);

G_END_DECLS
