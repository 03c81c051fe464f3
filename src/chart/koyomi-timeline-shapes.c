#include "koyomi-timeline-private.h"

#include <math.h>

#define M (&koyomi_chart_measures)
#define T (&koyomi_timeline_measures)

/* Of a quarter of a circle as a curve. */
#define CURVE 0.5523

/* What is painted alike is painted at once: a screen may hold thousands of runs. */
typedef enum
{
  SHAPE_PLAIN,      /* a bar too narrow for round corners */
  SHAPE_ROUND,
  SHAPE_DIAMOND,
  N_SHAPES,
} Shape;

static Shape
get_shape (KoyomiBrush *brush,
           KoyomiRect   rect,
           gboolean     diamond)
{
  if (diamond)
    return SHAPE_DIAMOND;

  return rect.width * T->unit < T->bar_plain * brush->unit ? SHAPE_PLAIN : SHAPE_ROUND;
}

/* As round as on paper, in curves that are quicker to trace. */
static void
trace_round (cairo_t    *cr,
             KoyomiRect  rect,
             double      left,
             double      right)
{
  double end = rect.x + rect.width;
  double bottom = rect.y + rect.height;
  double a = left * (1 - CURVE);
  double b = right * (1 - CURVE);

  cairo_move_to (cr, rect.x + left, rect.y);
  cairo_line_to (cr, end - right, rect.y);
  if (right > 0)
    cairo_curve_to (cr, end - b, rect.y, end, rect.y + b, end, rect.y + right);
  cairo_line_to (cr, end, bottom - right);
  if (right > 0)
    cairo_curve_to (cr, end, bottom - b, end - b, bottom, end - right, bottom);
  cairo_line_to (cr, rect.x + left, bottom);
  if (left > 0)
    cairo_curve_to (cr, rect.x + a, bottom, rect.x, bottom - a, rect.x, bottom - left);
  cairo_line_to (cr, rect.x, rect.y + left);
  if (left > 0)
    cairo_curve_to (cr, rect.x, rect.y + a, rect.x + a, rect.y, rect.x + left, rect.y);
  cairo_close_path (cr);
}

static void
trace_shape (KoyomiBrush             *brush,
             const KoyomiCalendarBox *box,
             KoyomiRect               rect,
             Shape                    shape,
             double                   inset)
{
  double radius = MAX (MIN (M->bar_radius * brush->unit, rect.height / 2) - inset, 0);

  if (shape == SHAPE_DIAMOND)
    _koyomi_brush_trace_diamond (brush, _koyomi_rect_inset (rect, inset * G_SQRT2));
  else if (shape == SHAPE_ROUND)
    trace_round (brush->cr, _koyomi_rect_inset (rect, inset), box->cut_start ? 0 : radius, box->cut_end ? 0 : radius);
  else
    cairo_rectangle (brush->cr, rect.x + inset, rect.y + inset, MAX (rect.width - 2 * inset, 1), rect.height - 2 * inset);
}

/* Dashes on whole pixels, from one corner to the next: much quicker than a dashed stroke. */
static void
trace_dashes (KoyomiBrush *brush,
              KoyomiRect   rect,
              double       line)
{
  double dash = _koyomi_brush_get_line (brush, M->dash);
  double right = rect.x + rect.width;
  double bottom = rect.y + rect.height;

  for (double x = rect.x + dash / 2; x < right - line; x += 2 * dash)
    {
      double width = MIN (dash, right - line - x);

      cairo_rectangle (brush->cr, floor (x), rect.y, width, line);
      cairo_rectangle (brush->cr, floor (x), bottom - line, width, line);
    }

  for (double y = rect.y + dash; y < bottom - line; y += 2 * dash)
    {
      double height = MIN (dash, bottom - line - y);

      cairo_rectangle (brush->cr, rect.x, floor (y), line, height);
      cairo_rectangle (brush->cr, right - line, floor (y), line, height);
    }
}

/* The sides of a diamond without its corners. */
static void
trace_dashed_diamond (KoyomiBrush *brush,
                      KoyomiRect   rect,
                      double       line)
{
  double x = rect.x + rect.width / 2;
  double y = rect.y + rect.height / 2;

  for (int side = 0; side < 4; side++)
    {
      double across = (side & 1 ? 1 : -1) * rect.width / 2;
      double down = (side & 2 ? 1 : -1) * rect.height / 2;
      double inner = 1 - line * G_SQRT2 / (rect.width / 2);

      cairo_move_to (brush->cr, x + across * 0.75, y + down * 0.25);
      cairo_line_to (brush->cr, x + across * 0.25, y + down * 0.75);
      cairo_line_to (brush->cr, x + across * 0.25 * inner, y + down * 0.75 * inner);
      cairo_line_to (brush->cr, x + across * 0.75 * inner, y + down * 0.25 * inner);
      cairo_close_path (brush->cr);
    }
}

static void
trace_dashed_edges (KoyomiBrush *brush,
                    GArray      *boxes,
                    KoyomiState  state,
                    Shape        shape,
                    double       line)
{
  for (guint i = 0; i < boxes->len; i++)
    {
      const KoyomiCalendarBox *box = &g_array_index (boxes, KoyomiCalendarBox, i);

      if (box->bar->state == state && box->rect.width > 0 && get_shape (brush, box->rect, box->diamond) == shape)
        trace_dashes (brush, box->rect, line);
    }
}

static void
trace_alike (KoyomiBrush *brush,
             GArray      *boxes,
             KoyomiState  state,
             Shape        shape,
             double       inset)
{
  for (guint i = 0; i < boxes->len; i++)
    {
      const KoyomiCalendarBox *box = &g_array_index (boxes, KoyomiCalendarBox, i);

      if (box->bar->state == state && box->rect.width > 0 && get_shape (brush, box->rect, box->diamond) == shape)
        trace_shape (brush, box, box->rect, shape, inset);
    }
}

/* The part that is done, and the gap in the edge where a text runs on beyond the end. */
static void
paint_inner_parts (KoyomiBrush            *brush,
                   GArray                 *boxes,
                   KoyomiState             state,
                   const KoyomiStateStyle *style,
                   double                  line)
{
  for (guint i = 0; i < boxes->len; i++)
    {
      const KoyomiCalendarBox *box = &g_array_index (boxes, KoyomiCalendarBox, i);
      KoyomiRect rect = box->rect;

      if (box->bar->state != state || rect.width == 0 || box->diamond)
        continue;

      if (box->bar->progress > 0 && box->bar->progress < 100)
        {
          double left = get_shape (brush, rect, FALSE) == SHAPE_PLAIN || box->cut_start ? 0 : M->bar_radius * brush->unit - line;

          rect = _koyomi_rect_inset (rect, line);
          rect.width = MAX (floor (rect.width * box->bar->progress / 100 + 0.5), 1);
          _koyomi_brush_set_rgb (brush, style->progress);
          trace_round (brush->cr, rect, MIN (MAX (left, 0), rect.width), 0);
          cairo_fill (brush->cr);
        }
    }
}

/* On the screen a diamond that is planned is hollow, one that is done is full, and others have their state's colour. */
static KoyomiStateStyle
get_style (KoyomiBrush *brush,
           KoyomiState  state,
           Shape        shape)
{
  KoyomiStateStyle style = *koyomi_chart_style_get_state (brush->palette, state);
  KoyomiColour colour = koyomi_chart_style_get_colour (brush->palette, KOYOMI_CHART_COLOUR_MEETING);

  if (shape == SHAPE_DIAMOND && (state == KOYOMI_STATE_DONE || state == KOYOMI_STATE_PLANNED))
    {
      style.fill = state == KOYOMI_STATE_DONE ? colour
                                              : koyomi_chart_style_get_colour (brush->palette, KOYOMI_CHART_COLOUR_PAPER);
      style.edge = colour;
    }

  return style;
}

/* An edge is what the inner part leaves of the outer one: filling twice is quicker than stroking. */
static void
paint_alike (KoyomiBrush *brush,
             GArray      *boxes,
             KoyomiState  state,
             Shape        shape)
{
  KoyomiStateStyle style = get_style (brush, state, shape);
  double line = _koyomi_brush_get_line (brush, style.edge_width);

  if (style.dashed && shape == SHAPE_ROUND)
    {
      trace_alike (brush, boxes, state, shape, 0);
      _koyomi_brush_set_rgb (brush, style.fill);
      cairo_fill (brush->cr);
      trace_dashed_edges (brush, boxes, state, shape, line);
      _koyomi_brush_set_rgb (brush, style.edge);
      cairo_fill (brush->cr);
      return;
    }

  trace_alike (brush, boxes, state, shape, 0);
  _koyomi_brush_set_rgb (brush, style.edge);
  cairo_fill (brush->cr);
  trace_alike (brush, boxes, state, shape, line);
  _koyomi_brush_set_rgb (brush, style.fill);
  cairo_fill (brush->cr);
  paint_inner_parts (brush, boxes, state, &style, line);
}

static void
fill_baselines (KoyomiBrush       *brush,
                GArray            *boxes,
                double             inset,
                KoyomiChartColour  colour)
{
  for (guint i = 0; i < boxes->len; i++)
    {
      const KoyomiCalendarBox *box = &g_array_index (boxes, KoyomiCalendarBox, i);

      if (box->baseline.width > 0)
        trace_shape (brush, box, box->baseline, box->diamond ? SHAPE_DIAMOND : SHAPE_PLAIN, inset);
    }

  _koyomi_brush_set_colour (brush, colour);
  cairo_fill (brush->cr);
}

/* Where runs stood: full shapes for the baseline, and over them dashed outlines for the first plan. */
static void
paint_outlines (KoyomiBrush *brush,
                GArray      *boxes)
{
  double line = _koyomi_brush_get_line (brush, M->thin);

  fill_baselines (brush, boxes, 0, KOYOMI_CHART_COLOUR_GHOST);
  fill_baselines (brush, boxes, line, KOYOMI_CHART_COLOUR_BASELINE);

  for (guint i = 0; i < boxes->len; i++)
    {
      const KoyomiCalendarBox *box = &g_array_index (boxes, KoyomiCalendarBox, i);

      if (box->ghost.width > 0 && box->diamond)
        trace_dashed_diamond (brush, box->ghost, line);
      else if (box->ghost.width > 0)
        trace_dashes (brush, box->ghost, line);
    }
  _koyomi_brush_set_colour (brush, KOYOMI_CHART_COLOUR_GHOST);
  cairo_fill (brush->cr);
}

void
_koyomi_timeline_paint_shapes (KoyomiBrush *brush,
                               GArray      *boxes)
{
  gboolean present[KOYOMI_N_STATES][N_SHAPES] = { 0 };
  gboolean outlined = FALSE;

  for (guint i = 0; i < boxes->len; i++)
    {
      const KoyomiCalendarBox *box = &g_array_index (boxes, KoyomiCalendarBox, i);

      outlined |= box->ghost.width > 0 || box->baseline.width > 0;
      if (box->rect.width > 0)
        present[box->bar->state][get_shape (brush, box->rect, box->diamond)] = TRUE;
    }

  /* Good enough for small corners, and half the time. */
  cairo_set_antialias (brush->cr, CAIRO_ANTIALIAS_FAST);
  if (outlined)
    paint_outlines (brush, boxes);
  for (int state = 0; state < KOYOMI_N_STATES; state++)
    for (Shape shape = 0; shape < N_SHAPES; shape++)
      if (present[state][shape])
        paint_alike (brush, boxes, state, shape);
  cairo_set_antialias (brush->cr, CAIRO_ANTIALIAS_DEFAULT);
}
