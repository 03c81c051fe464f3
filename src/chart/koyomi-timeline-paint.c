#include "koyomi-timeline-paint.h"

#include "koyomi-legend-paint-private.h"
#include "koyomi-timeline-private.h"

#include <math.h>

#define M (&koyomi_chart_measures)
#define T (&koyomi_timeline_measures)

/* How much of what is beneath shows through the colour of a highlighted row. */
#define HIGHLIGHT 0.7

static void
paint_row_ground (KoyomiTimeline *self,
                  KoyomiBrush    *brush,
                  double          height,
                  gboolean        highlighted)
{
  double line = _koyomi_timeline_get_size (self, T->line);
  KoyomiColour colour = koyomi_chart_style_get_colour (self->palette, KOYOMI_CHART_COLOUR_HIGHLIGHT);

  _koyomi_timeline_paint_ground (self, brush, height);

  if (highlighted)
    {
      cairo_set_source_rgba (brush->cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0, (colour & 0xff) / 255.0,
                             HIGHLIGHT);
      cairo_rectangle (brush->cr, 0, 0, self->time.width, height);
      cairo_fill (brush->cr);
    }

  _koyomi_brush_fill_rect (brush, 0, height - line, self->time.width, line, KOYOMI_CHART_COLOUR_LINE);
}

/**
 * koyomi_timeline_paint_row:
 * @boxes: (element-type KoyomiCalendarBox): as koyomi_timeline_place_row() has placed them
 * @height: of the canvas, with the line at its bottom
 *
 * Today's line runs over the bars and under their texts.
 */
void
koyomi_timeline_paint_row (KoyomiTimeline *self,
                           GArray         *boxes,
                           double          height,
                           gboolean        highlighted,
                           cairo_t        *cr)
{
  KoyomiBrush brush = _koyomi_timeline_get_brush (self, cr);

  if (self->calendar == NULL)
    return;

  paint_row_ground (self, &brush, height, highlighted);
  _koyomi_timeline_paint_shapes (&brush, boxes);
  _koyomi_timeline_paint_today (self, &brush, 0, height);
  _koyomi_timeline_paint_labels (&brush, boxes);
}

void
koyomi_timeline_paint_group (KoyomiTimeline *self,
                             double          height,
                             cairo_t        *cr)
{
  KoyomiBrush brush = _koyomi_timeline_get_brush (self, cr);
  double line = _koyomi_timeline_get_size (self, T->line);

  if (self->calendar == NULL)
    return;

  _koyomi_brush_fill_rect (&brush, 0, 0, self->time.width, height, KOYOMI_CHART_COLOUR_GROUP);
  _koyomi_brush_fill_rect (&brush, 0, height - line, self->time.width, line, KOYOMI_CHART_COLOUR_LINE);
  _koyomi_timeline_paint_today (self, &brush, 0, height);
}

/* Done and planned days; the latter alone where there is nothing to be said yet. */
static char *
format_month (const KoyomiAttestedMonth *month,
              gboolean                   future)
{
  if (month->planned_days == 0)
    return g_strdup ("–");
  if (month->attestation_id == 0)
    return g_strdup_printf (future ? "%d" : "?/%d", month->planned_days);

  return g_strdup_printf ("%d/%d", month->done_days, month->planned_days);
}

static gboolean
is_known (const KoyomiAttestedMonth *month)
{
  return month->attestation_id != 0 && month->planned_days > 0;
}

static KoyomiRect
place_month (KoyomiTimeline *self,
             int             index,
             double          height)
{
  double gap = _koyomi_timeline_get_size (self, T->band_gap);
  double x = _koyomi_timeline_get_x (self, koyomi_fiscal_year_get_month_first (self->calendar->year, index))
             + _koyomi_timeline_get_size (self, T->bar_start);
  double end = _koyomi_timeline_get_x (self, koyomi_fiscal_year_get_month_first (self->calendar->year, index + 1))
               - _koyomi_timeline_get_size (self, T->bar_end);

  return (KoyomiRect) { x, gap, end - x, height - 2 * gap };
}

static gboolean
is_future (KoyomiTimeline *self,
           int             index)
{
  return koyomi_fiscal_year_get_month_first (self->calendar->year, index) > self->calendar->today;
}

/* Full to the share of days on which the duty was done; dashed where nobody has said so yet; a month to come is an empty outline. */
static void
paint_month (KoyomiTimeline            *self,
             KoyomiBrush               *brush,
             const KoyomiAttestedMonth *month,
             KoyomiRect                 rect,
             gboolean                   future)
{
  gboolean known = is_known (month);
  double share = known ? CLAMP ((double) month->done_days / month->planned_days, 0, 1) : 0;
  const KoyomiStateStyle *style = koyomi_chart_style_get_state (self->palette, KOYOMI_STATE_DONE);
  double line = _koyomi_timeline_get_size (self, T->line);
  KoyomiRect inner = _koyomi_rect_inset (rect, line / 2);

  _koyomi_brush_fill_rect (brush, rect.x, rect.y, rect.width, rect.height, KOYOMI_CHART_COLOUR_PAPER);
  _koyomi_brush_set_rgb (brush, style->fill);
  cairo_rectangle (brush->cr, rect.x, rect.y, floor (rect.width * share + 0.5), rect.height);
  cairo_fill (brush->cr);

  cairo_rectangle (brush->cr, inner.x, inner.y, inner.width, inner.height);
  if (known)
    _koyomi_brush_set_rgb (brush, style->edge);
  else
    _koyomi_brush_set_colour (brush, future ? KOYOMI_CHART_COLOUR_MONTH_LINE : KOYOMI_CHART_COLOUR_GHOST);
  _koyomi_brush_stroke_edge (brush, line, !known && !future);
}

/* In the middle of what is seen of the month. */
static void
label_month (KoyomiTimeline            *self,
             KoyomiBrush               *brush,
             const KoyomiAttestedMonth *month,
             KoyomiRect                 rect,
             gboolean                   future)
{
  double size = T->band_size * self->scale;
  g_autofree char *text = format_month (month, future);
  double end = MIN (rect.x + rect.width, self->time.width);

  rect.x = MAX (rect.x, 0);
  rect.width = end - rect.x;
  if (_koyomi_brush_measure_text (brush, text, size, 0) + 2 * _koyomi_timeline_get_size (self, T->line) <= rect.width)
    _koyomi_brush_show_text (brush, text, size, rect, KOYOMI_CHART_TEXT_CENTRED,
                             is_known (month) ? KOYOMI_CHART_COLOUR_TEXT : KOYOMI_CHART_COLOUR_FAINT_TEXT);
}

/* The row of a routine: for each month, on how many of its days the duty was done. */
void
koyomi_timeline_paint_band (KoyomiTimeline   *self,
                            const KoyomiBand *band,
                            double            height,
                            cairo_t          *cr)
{
  KoyomiBrush brush = _koyomi_timeline_get_brush (self, cr);

  if (self->calendar == NULL)
    return;

  paint_row_ground (self, &brush, height, FALSE);
  for (int i = 0; i < 12; i++)
    paint_month (self, &brush, &band->months[i], place_month (self, i, height), is_future (self, i));

  _koyomi_timeline_paint_today (self, &brush, 0, height);
  for (int i = 0; i < 12; i++)
    label_month (self, &brush, &band->months[i], place_month (self, i, height), is_future (self, i));
}

/* For a legend that somebody else lays out. */
void
koyomi_timeline_paint_swatch (KoyomiTimeline   *self,
                              KoyomiLegendKind  kind,
                              KoyomiState       state,
                              KoyomiRect        rect,
                              cairo_t          *cr)
{
  KoyomiBrush brush = _koyomi_timeline_get_brush (self, cr);

  /* On the screen a planned meeting looks like that of a committee. */
  if (kind == KOYOMI_LEGEND_DIAMOND)
    kind = KOYOMI_LEGEND_PLANNED;
  _koyomi_legend_paint_swatch (&brush, kind, state, rect);
}

static KoyomiRect
outset (KoyomiRect rect,
        double     by)
{
  return (KoyomiRect) { rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by };
}

/* A full ring around what is selected; around what has the focus a dashed one, outside of it. */
void
koyomi_timeline_paint_outline (KoyomiTimeline          *self,
                               const KoyomiCalendarBox *box,
                               gboolean                 selected,
                               gboolean                 focused,
                               cairo_t                 *cr)
{
  KoyomiBrush brush = _koyomi_timeline_get_brush (self, cr);
  double line = _koyomi_timeline_get_size (self, T->outline);
  double gap = _koyomi_timeline_get_size (self, T->outline_gap);
  double radius = M->bar_radius * brush.unit;

  if (box->rect.width == 0)
    return;

  if (selected)
    {
      _koyomi_brush_trace_rounded (&brush, outset (box->rect, line / 2), radius, radius);
      _koyomi_brush_set_colour (&brush, KOYOMI_CHART_COLOUR_SELECTION);
      _koyomi_brush_stroke_edge (&brush, line, FALSE);
    }

  if (focused)
    {
      _koyomi_brush_trace_rounded (&brush, outset (box->rect, (selected ? line : 0) + gap / 2), radius, radius);
      _koyomi_brush_set_colour (&brush, KOYOMI_CHART_COLOUR_TEXT);
      _koyomi_brush_stroke_edge (&brush, gap, TRUE);
    }
}

static void
paint_drag_text (KoyomiTimeline *self,
                 KoyomiBrush    *brush,
                 KoyomiRect      rect,
                 const char     *text)
{
  double line = _koyomi_timeline_get_size (self, T->outline);
  double size = M->bar_size * brush->unit;
  double padding = M->bar_padding * brush->unit;
  double radius = M->bar_radius * brush->unit;
  double width = koyomi_chart_text_get_width (self->text, text, size, 0) + 2 * padding;
  double height = MIN (rect.height, koyomi_timeline_get_row_height (self, 1) - padding);
  KoyomiRect label = { rect.x + floor ((rect.width - width) / 2), rect.y + floor ((rect.height - height) / 2), width, height };

  if (width > rect.width)
    label.x = rect.x + rect.width + padding + width <= self->time.width ? rect.x + rect.width + padding
                                                                         : rect.x - padding - width;
  label.x = CLAMP (label.x, 0, MAX (self->time.width - width, 0));
  _koyomi_brush_trace_rounded (brush, _koyomi_rect_inset (label, line), radius, radius);
  _koyomi_brush_set_rgb (brush, koyomi_chart_style_get_colour (self->palette, KOYOMI_CHART_COLOUR_SELECTION));
  cairo_fill (brush->cr);
  _koyomi_brush_show_text (brush, text, size, label, KOYOMI_CHART_TEXT_CENTRED, KOYOMI_CHART_COLOUR_SELECTION_TEXT);
}

/**
 * koyomi_timeline_paint_drag:
 * @rect: what is drawn, moved or resized, as it would be
 * @text: (nullable): its days
 *
 * The text stands in the outline, and where that is too narrow beside it.
 */
void
koyomi_timeline_paint_drag (KoyomiTimeline *self,
                            KoyomiRect      rect,
                            const char     *text,
                            cairo_t        *cr)
{
  KoyomiBrush brush = _koyomi_timeline_get_brush (self, cr);
  KoyomiColour colour = koyomi_chart_style_get_colour (self->palette, KOYOMI_CHART_COLOUR_SELECTION);
  double line = _koyomi_timeline_get_size (self, T->outline);
  double radius = M->bar_radius * brush.unit;

  _koyomi_brush_trace_rounded (&brush, _koyomi_rect_inset (rect, line / 2), radius, radius);
  cairo_set_source_rgba (cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0, (colour & 0xff) / 255.0, 0.2);
  cairo_fill_preserve (cr);
  _koyomi_brush_set_rgb (&brush, colour);
  _koyomi_brush_stroke_edge (&brush, line, TRUE);

  if (text != NULL)
    paint_drag_text (self, &brush, rect, text);
}
