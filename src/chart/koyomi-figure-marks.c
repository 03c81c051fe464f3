#include "koyomi-figure-private.h"

#define M (&koyomi_figure_measures)

static void
trace_triangle (cairo_t *cr,
                double   x,
                double   y,
                double   half)
{
  cairo_move_to (cr, x, y - half);
  cairo_line_to (cr, x + half * 1.08, y + half * 0.86);
  cairo_line_to (cr, x - half * 1.08, y + half * 0.86);
  cairo_close_path (cr);
}

static void
trace_ground (KoyomiMetricStatus  status,
              double              x,
              double              y,
              double              half,
              KoyomiBrush        *brush)
{
  cairo_t *cr = brush->cr;

  cairo_new_path (cr);
  if (status == KOYOMI_METRIC_AT_RISK)
    trace_triangle (cr, x, y, half);
  else if (status == KOYOMI_METRIC_OFF_TARGET)
    _koyomi_brush_trace_diamond (brush, (KoyomiRect) { x - half * 1.1, y - half * 1.1, half * 2.2, half * 2.2 });
  else
    cairo_arc (cr, x, y, half * 0.95, 0, 2 * G_PI);
}

/* A tick, an exclamation mark, a cross, or the hands of a clock. */
static void
trace_sign (KoyomiMetricStatus  status,
            double              x,
            double              y,
            double              half,
            cairo_t            *cr)
{
  static const struct
  {
    double x1, y1, x2, y2, x3, y3;
  } strokes[KOYOMI_N_METRIC_STATUSES][2] = {
    [KOYOMI_METRIC_NO_DATA] = { { -0.45, 0, 0, 0, 0.45, 0 } },
    [KOYOMI_METRIC_ON_TARGET] = { { -0.45, 0.02, -0.12, 0.38, 0.45, -0.32 } },
    [KOYOMI_METRIC_AT_RISK] = { { 0, -0.42, 0, -0.1, 0, 0.18 }, { 0, 0.5, 0, 0.5, 0, 0.52 } },
    [KOYOMI_METRIC_OFF_TARGET] = { { -0.36, -0.36, 0, 0, 0.36, 0.36 }, { 0.36, -0.36, 0, 0, -0.36, 0.36 } },
    [KOYOMI_METRIC_STALE] = { { 0, -0.5, 0, 0.05, 0.4, 0.25 } },
  };

  cairo_new_path (cr);
  for (guint i = 0; i < 2; i++)
    {
      cairo_move_to (cr, x + strokes[status][i].x1 * half, y + strokes[status][i].y1 * half);
      cairo_line_to (cr, x + strokes[status][i].x2 * half, y + strokes[status][i].y2 * half);
      cairo_line_to (cr, x + strokes[status][i].x3 * half, y + strokes[status][i].y3 * half);
    }
}

/* The glyph of a status, its middle at a point: each has a form of its own. What has no data, no limits or is stale is hollow.
 * @ground: what it lies on */
void
_koyomi_status_paint (KoyomiMetricStatus  status,
                      double              x,
                      double              y,
                      double              size,
                      KoyomiColour        ground,
                      KoyomiBrush        *brush)
{
  const KoyomiStatusStyle *style = koyomi_figure_style_get_status (brush->palette, status);
  gboolean hollow = !koyomi_metric_status_is_told (status) || status == KOYOMI_METRIC_STALE;
  double half = size / 2;

  cairo_set_line_join (brush->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (brush->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (brush->cr, size * 0.12);
  trace_ground (status, x, y, half, brush);
  _koyomi_brush_set_rgb (brush, hollow ? ground : style->strong);
  cairo_fill_preserve (brush->cr);
  _koyomi_brush_set_rgb (brush, style->strong);
  cairo_stroke (brush->cr);

  trace_sign (status, x, y, half, brush->cr);
  _koyomi_brush_set_rgb (brush, hollow ? style->strong : ground);
  cairo_set_line_width (brush->cr, size * 0.15);
  cairo_stroke (brush->cr);
  cairo_set_line_cap (brush->cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (brush->cr, CAIRO_LINE_JOIN_MITER);
}

/* The middle of a marker is at a point. */
void
_koyomi_marker_paint (KoyomiMarker  marker,
                      double        x,
                      double        y,
                      double        size,
                      KoyomiColour  colour,
                      KoyomiBrush  *brush)
{
  double half = size / 2;

  cairo_new_path (brush->cr);
  if (marker == KOYOMI_MARKER_DISC)
    cairo_arc (brush->cr, x, y, half * 0.9, 0, 2 * G_PI);
  else if (marker == KOYOMI_MARKER_SQUARE)
    cairo_rectangle (brush->cr, x - half * 0.85, y - half * 0.85, half * 1.7, half * 1.7);
  else
    trace_triangle (brush->cr, x, y, half);

  if (marker == KOYOMI_MARKER_DISC)
    _koyomi_brush_set_rgb (brush, colour);
  else
    _koyomi_brush_set_colour (brush, KOYOMI_CHART_COLOUR_PAPER);
  cairo_fill_preserve (brush->cr);
  _koyomi_brush_set_rgb (brush, colour);
  cairo_set_line_width (brush->cr, 1.5 * brush->unit);
  cairo_stroke (brush->cr);
}

/* Shows a text on as many lines as it needs, from the top of a rectangle on. Returns: how high it is */
double
_koyomi_brush_wrap_text (KoyomiBrush          *self,
                         const char           *text,
                         double                size,
                         KoyomiRect            rect,
                         KoyomiChartTextFlags  flags,
                         KoyomiChartColour     colour)
{
  PangoLayout *layout = koyomi_chart_text_get (self->text, text, size, rect.width, flags | KOYOMI_CHART_TEXT_WRAPPED);
  int height;

  cairo_move_to (self->cr, rect.x, rect.y);
  _koyomi_brush_set_colour (self, colour);
  pango_cairo_show_layout (self->cr, layout);
  pango_layout_get_size (layout, NULL, &height);

  return (double) height / PANGO_SCALE;
}
