#include "koyomi-brush-private.h"

#include <math.h>

#define M (&koyomi_chart_measures)

void
_koyomi_brush_set_rgb (KoyomiBrush  *self,
                       KoyomiColour  colour)
{
  cairo_set_source_rgb (self->cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0, (colour & 0xff) / 255.0);
}

void
_koyomi_brush_set_colour (KoyomiBrush       *self,
                          KoyomiChartColour  colour)
{
  _koyomi_brush_set_rgb (self, koyomi_chart_style_get_colour (self->palette, colour));
}

/* The width here of a line of so many points. */
double
_koyomi_brush_get_line (KoyomiBrush *self,
                        double       points)
{
  return self->snaps ? MAX (floor (points * self->unit + 0.5), 1) : points * self->unit;
}

void
_koyomi_brush_fill_rect (KoyomiBrush       *self,
                         double             x,
                         double             y,
                         double             width,
                         double             height,
                         KoyomiChartColour  colour)
{
  _koyomi_brush_set_colour (self, colour);
  cairo_rectangle (self->cr, x, y, width, height);
  cairo_fill (self->cr);
}

void
_koyomi_brush_stroke_line (KoyomiBrush       *self,
                           double             x1,
                           double             y1,
                           double             x2,
                           double             y2,
                           double             width,
                           KoyomiChartColour  colour)
{
  _koyomi_brush_set_colour (self, colour);
  cairo_set_line_width (self->cr, width);
  cairo_move_to (self->cr, x1, y1);
  cairo_line_to (self->cr, x2, y2);
  cairo_stroke (self->cr);
}

/* Strokes the path in the colour that is set. */
void
_koyomi_brush_stroke_edge (KoyomiBrush *self,
                           double       width,
                           gboolean     dashed)
{
  double dash = _koyomi_brush_get_line (self, M->dash);

  cairo_set_line_width (self->cr, width);
  if (dashed)
    cairo_set_dash (self->cr, (double[]) { dash, dash }, 2, 0);
  cairo_stroke (self->cr);
  cairo_set_dash (self->cr, NULL, 0, 0);
}

void
_koyomi_brush_trace_rounded (KoyomiBrush *self,
                             KoyomiRect   rect,
                             double       left_radius,
                             double       right_radius)
{
  double right = rect.x + rect.width;
  double bottom = rect.y + rect.height;

  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, right - right_radius, rect.y + right_radius, right_radius, -G_PI / 2, 0);
  cairo_arc (self->cr, right - right_radius, bottom - right_radius, right_radius, 0, G_PI / 2);
  cairo_arc (self->cr, rect.x + left_radius, bottom - left_radius, left_radius, G_PI / 2, G_PI);
  cairo_arc (self->cr, rect.x + left_radius, rect.y + left_radius, left_radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (self->cr);
}

void
_koyomi_brush_trace_diamond (KoyomiBrush *self,
                             KoyomiRect   rect)
{
  cairo_move_to (self->cr, rect.x + rect.width / 2, rect.y);
  cairo_line_to (self->cr, rect.x + rect.width, rect.y + rect.height / 2);
  cairo_line_to (self->cr, rect.x + rect.width / 2, rect.y + rect.height);
  cairo_line_to (self->cr, rect.x, rect.y + rect.height / 2);
  cairo_close_path (self->cr);
}

/* Goes to where a text begins. The letters stand in the middle of the height, whatever family they came from. */
PangoLayout *
_koyomi_brush_place_label (KoyomiBrush          *self,
                           KoyomiLabel           label,
                           double                size,
                           KoyomiRect            rect,
                           KoyomiChartTextFlags  flags)
{
  PangoLayout *layout = koyomi_chart_text_get_label (self->text, label, size, rect.width, flags);
  double y;
  int height;

  if (pango_layout_get_line_count (layout) > 1)
    {
      pango_layout_get_size (layout, NULL, &height);
      y = rect.y + (rect.height - (double) height / PANGO_SCALE) / 2;
    }
  else
    y = rect.y + rect.height / 2 + M->middle * size - (double) pango_layout_get_baseline (layout) / PANGO_SCALE;

  cairo_move_to (self->cr, rect.x, y);

  return layout;
}

PangoLayout *
_koyomi_brush_place_text (KoyomiBrush          *self,
                          const char           *text,
                          double                size,
                          KoyomiRect            rect,
                          KoyomiChartTextFlags  flags)
{
  return _koyomi_brush_place_label (self, (KoyomiLabel) { "", "", text }, size, rect, flags);
}

void
_koyomi_brush_show_text (KoyomiBrush          *self,
                         const char           *text,
                         double                size,
                         KoyomiRect            rect,
                         KoyomiChartTextFlags  flags,
                         KoyomiChartColour     colour)
{
  PangoLayout *layout = _koyomi_brush_place_text (self, text, size, rect, flags);

  _koyomi_brush_set_colour (self, colour);
  pango_cairo_show_layout (self->cr, layout);
}

double
_koyomi_brush_measure_text (KoyomiBrush          *self,
                            const char           *text,
                            double                size,
                            KoyomiChartTextFlags  flags)
{
  return koyomi_chart_text_get_width (self->text, text, size, flags) + M->thin;
}

KoyomiRect
_koyomi_rect_inset (KoyomiRect self,
                    double     by)
{
  return (KoyomiRect) { self.x + by, self.y + by, MAX (self.width - 2 * by, by), MAX (self.height - 2 * by, by) };
}
