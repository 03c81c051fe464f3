#include "koyomi-run-paint-private.h"

#define M (&koyomi_chart_measures)

/* Leaves a gap in the edge at the end of a bar, where a text runs on beyond it. */
static void
spare_end (KoyomiBrush *brush,
           KoyomiRect   rect,
           double       gap)
{
  cairo_path_t *path = cairo_copy_path (brush->cr);
  double around = M->gap * brush->unit;
  double reach = M->bar_padding * brush->unit;

  cairo_new_path (brush->cr);
  cairo_rectangle (brush->cr, rect.x - around, rect.y - around, rect.width + 2 * around, rect.height + 2 * around);
  cairo_rectangle (brush->cr, rect.x + rect.width - reach, rect.y + (rect.height - gap) / 2, 2 * reach, gap);
  cairo_set_fill_rule (brush->cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_clip (brush->cr);
  cairo_append_path (brush->cr, path);
  cairo_path_destroy (path);
}

/* @gap: height of the part of its end that has no edge; 0 for none */
void
_koyomi_run_paint_bar (KoyomiBrush            *brush,
                       const KoyomiStateStyle *style,
                       KoyomiRect              rect,
                       int                     progress,
                       gboolean                cut_start,
                       gboolean                cut_end,
                       double                  gap)
{
  double line = _koyomi_brush_get_line (brush, style->edge_width);
  KoyomiRect inner = _koyomi_rect_inset (rect, line / 2);
  double radius = MIN (M->bar_radius * brush->unit, MIN (inner.width, inner.height) / 2);
  double left_radius = cut_start ? 0 : radius;
  double right_radius = cut_end ? 0 : radius;

  _koyomi_brush_trace_rounded (brush, inner, left_radius, right_radius);
  _koyomi_brush_set_rgb (brush, style->fill);
  cairo_fill_preserve (brush->cr);

  if (progress > 0 && progress < 100)
    {
      cairo_save (brush->cr);
      cairo_clip (brush->cr);
      _koyomi_brush_set_rgb (brush, style->progress);
      cairo_rectangle (brush->cr, inner.x, inner.y, inner.width * progress / 100, inner.height);
      cairo_fill (brush->cr);
      cairo_restore (brush->cr);
      _koyomi_brush_trace_rounded (brush, inner, left_radius, right_radius);
    }

  cairo_save (brush->cr);
  if (gap > 0)
    spare_end (brush, rect, gap);
  _koyomi_brush_set_rgb (brush, style->edge);
  _koyomi_brush_stroke_edge (brush, line, style->dashed);
  cairo_restore (brush->cr);
}

void
_koyomi_run_paint_diamond (KoyomiBrush            *brush,
                           const KoyomiStateStyle *style,
                           KoyomiRect              rect)
{
  double line = _koyomi_brush_get_line (brush, style->edge_width);

  _koyomi_brush_trace_diamond (brush, _koyomi_rect_inset (rect, line / 2));
  _koyomi_brush_set_rgb (brush, style->fill);
  cairo_fill_preserve (brush->cr);
  _koyomi_brush_set_rgb (brush, style->edge);
  _koyomi_brush_stroke_edge (brush, line, FALSE);
}

void
_koyomi_run_paint_ghost (KoyomiBrush             *brush,
                         const KoyomiCalendarBox *box)
{
  double line = _koyomi_brush_get_line (brush, M->thin);
  KoyomiRect inner = _koyomi_rect_inset (box->ghost, line / 2);

  if (box->ghost.width == 0)
    return;

  if (box->diamond)
    _koyomi_brush_trace_diamond (brush, inner);
  else
    _koyomi_brush_trace_rounded (brush, inner, M->bar_radius * brush->unit, M->bar_radius * brush->unit);

  _koyomi_brush_set_colour (brush, KOYOMI_CHART_COLOUR_GHOST);
  _koyomi_brush_stroke_edge (brush, line, TRUE);
}

void
_koyomi_run_paint_shape (KoyomiBrush             *brush,
                         const KoyomiCalendarBox *box)
{
  const KoyomiStateStyle *style = koyomi_chart_style_get_state (brush->palette, box->bar->state);

  if (box->rect.width == 0)
    return;

  if (box->diamond)
    _koyomi_run_paint_diamond (brush, style, box->rect);
  else
    _koyomi_run_paint_bar (brush, style, box->rect, box->bar->progress, box->cut_start, box->cut_end,
                           box->spills && !box->beside ? box->text_size : 0);
}

/* Beyond the end of its bar, a text that is made for the bar's colour goes on in the colour of texts on paper, also within a letter.
 * The text itself is shown once, so that it is one word for whoever selects it; its letters on paper, where they are all but
 * invisible, are filled over as shapes. */
static void
paint_over_end (KoyomiBrush             *brush,
                const KoyomiCalendarBox *box,
                KoyomiRect               rect)
{
  double end = box->rect.x + box->rect.width;

  cairo_save (brush->cr);
  cairo_rectangle (brush->cr, end, rect.y, rect.x + rect.width - end, rect.height);
  cairo_clip (brush->cr);
  pango_cairo_layout_path (brush->cr, _koyomi_brush_place_label (brush, box->text, box->text_size, rect, 0));
  _koyomi_brush_set_colour (brush, KOYOMI_CHART_COLOUR_TEXT);
  cairo_fill (brush->cr);
  cairo_restore (brush->cr);
}

void
_koyomi_run_paint_label (KoyomiBrush             *brush,
                         const KoyomiCalendarBox *box)
{
  const KoyomiStateStyle *style = koyomi_chart_style_get_state (brush->palette, box->bar->state);
  KoyomiColour paper = koyomi_chart_style_get_colour (brush->palette, KOYOMI_CHART_COLOUR_PAPER);
  KoyomiRect rect = { box->label.x, box->label.y, box->label.width + M->hair, box->label.height };
  PangoLayout *layout;

  if (box->label.width == 0)
    return;

  layout = _koyomi_brush_place_label (brush, box->text, box->text_size, rect, 0);
  if (box->inside)
    _koyomi_brush_set_rgb (brush, style->text);
  else
    _koyomi_brush_set_colour (brush, KOYOMI_CHART_COLOUR_TEXT);
  pango_cairo_show_layout (brush->cr, layout);

  if (box->spills && !koyomi_colour_is_readable (style->text, paper))
    paint_over_end (brush, box, rect);
}
