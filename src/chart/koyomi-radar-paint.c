#include "koyomi-radar-layout.h"

#include "koyomi-brush-private.h"

#include <math.h>

#define M (&koyomi_rating_measures)

#define HIGHEST 5

static void
trace_ring (const KoyomiRadarLayout *self,
            cairo_t                 *cr,
            int                      level)
{
  for (guint i = 0; i < self->spokes->len; i++)
    {
      KoyomiPoint point = koyomi_radar_layout_place (self, i, level);

      cairo_line_to (cr, point.x, point.y);
    }
  cairo_close_path (cr);
}

static void
paint_grid (const KoyomiRadarLayout *self,
            KoyomiBrush             *brush)
{
  cairo_set_line_width (brush->cr, M->hair * self->scale);
  for (int level = 1; level <= HIGHEST; level++)
    {
      trace_ring (self, brush->cr, level);
      _koyomi_brush_set_colour (brush, level == HIGHEST ? KOYOMI_CHART_COLOUR_QUARTER_LINE : KOYOMI_CHART_COLOUR_MONTH_LINE);
      cairo_stroke (brush->cr);
    }

  for (guint i = 0; i < self->spokes->len; i++)
    {
      KoyomiPoint tip = g_array_index (self->spokes, KoyomiRadarSpoke, i).tip;

      _koyomi_brush_stroke_line (brush, self->centre.x, self->centre.y, tip.x, tip.y, M->hair * self->scale,
                                 KOYOMI_CHART_COLOUR_MONTH_LINE);
    }
}

/* The levels stand left of the axis that points up, on a ground of their own so that no line runs through them. */
static void
paint_levels (const KoyomiRadarLayout *self,
              KoyomiBrush             *brush)
{
  double step = self->radius / HIGHEST;
  double size = MIN (M->small * self->scale, step * 0.9);

  if (self->spokes->len == 0)
    return;

  for (int level = 1; level <= HIGHEST; level++)
    {
      KoyomiPoint point = koyomi_radar_layout_place (self, 0, level);
      char text[] = { '0' + level, '\0' };
      double width = _koyomi_brush_measure_text (brush, text, size, 0);
      KoyomiRect rect = { point.x - width - M->padding * self->scale, point.y - size / 2, width, size };

      _koyomi_brush_fill_rect (brush, rect.x, rect.y, rect.width, rect.height, KOYOMI_CHART_COLOUR_PAPER);
      _koyomi_brush_show_text (brush, text, size, rect, KOYOMI_CHART_TEXT_CENTRED, KOYOMI_CHART_COLOUR_FAINT_TEXT);
    }
}

static gboolean
is_whole (const KoyomiRadarLayout *self,
          KoyomiSeries             series)
{
  for (guint i = 0; i < self->spokes->len; i++)
    if (!g_array_index (self->spokes, KoyomiRadarSpoke, i).has_point[series])
      return FALSE;

  return self->spokes->len > 2;
}

/* From point to point; where there is none on an axis, the line begins anew. */
static void
trace_series (const KoyomiRadarLayout *self,
              cairo_t                 *cr,
              KoyomiSeries             series)
{
  gboolean has_begun = FALSE;

  for (guint i = 0; i <= self->spokes->len; i++)
    {
      const KoyomiRadarSpoke *spoke = &g_array_index (self->spokes, KoyomiRadarSpoke, i % self->spokes->len);

      if (!spoke->has_point[series])
        has_begun = FALSE;
      else if (has_begun)
        cairo_line_to (cr, spoke->points[series].x, spoke->points[series].y);
      else
        cairo_move_to (cr, spoke->points[series].x, spoke->points[series].y);

      has_begun = spoke->has_point[series];
    }
}

static void
set_line (KoyomiBrush             *brush,
          const KoyomiSeriesStyle *style,
          double                   scale)
{
  _koyomi_brush_set_rgb (brush, style->line);
  cairo_set_line_width (brush->cr, style->width * scale);
  cairo_set_line_join (brush->cr, CAIRO_LINE_JOIN_ROUND);
  if (style->dash > 0)
    cairo_set_dash (brush->cr, (double[]) { style->dash * scale, style->gap * scale }, 2, 0);
}

static void
paint_marker (KoyomiBrush             *brush,
              const KoyomiSeriesStyle *style,
              KoyomiPoint              at,
              double                   scale)
{
  double half = M->marker * scale / 2;

  cairo_new_path (brush->cr);
  if (style->marker == KOYOMI_MARKER_DISC)
    cairo_arc (brush->cr, at.x, at.y, half * 0.9, 0, 2 * G_PI);
  else if (style->marker == KOYOMI_MARKER_SQUARE)
    cairo_rectangle (brush->cr, at.x - half * 0.85, at.y - half * 0.85, half * 1.7, half * 1.7);
  else
    {
      cairo_move_to (brush->cr, at.x, at.y - half);
      cairo_line_to (brush->cr, at.x + half, at.y + half * 0.8);
      cairo_line_to (brush->cr, at.x - half, at.y + half * 0.8);
      cairo_close_path (brush->cr);
    }

  if (style->marker == KOYOMI_MARKER_DISC)
    _koyomi_brush_set_rgb (brush, style->line);
  else
    _koyomi_brush_set_colour (brush, KOYOMI_CHART_COLOUR_PAPER);
  cairo_fill_preserve (brush->cr);
  _koyomi_brush_set_rgb (brush, style->line);
  cairo_set_line_width (brush->cr, 1.5 * scale);
  cairo_stroke (brush->cr);
}

static void
paint_series (const KoyomiRadarLayout *self,
              KoyomiBrush             *brush,
              KoyomiSeries             series)
{
  const KoyomiSeriesStyle *style = koyomi_rating_style_get_series (brush->palette, series);

  cairo_new_path (brush->cr);
  trace_series (self, brush->cr, series);
  if (style->opacity > 0 && is_whole (self, series))
    {
      cairo_set_source_rgba (brush->cr, (style->line >> 16 & 0xff) / 255.0, (style->line >> 8 & 0xff) / 255.0,
                             (style->line & 0xff) / 255.0, style->opacity);
      cairo_fill_preserve (brush->cr);
    }
  set_line (brush, style, self->scale);
  cairo_stroke (brush->cr);
  cairo_set_dash (brush->cr, NULL, 0, 0);

  for (guint i = 0; i < self->spokes->len; i++)
    {
      const KoyomiRadarSpoke *spoke = &g_array_index (self->spokes, KoyomiRadarSpoke, i);

      if (spoke->has_point[series])
        paint_marker (brush, style, spoke->points[series], self->scale);
    }
}

static void
paint_label (const KoyomiRadarLayout *self,
             KoyomiBrush             *brush,
             const KoyomiRadarSpoke  *spoke)
{
  KoyomiRect name = { spoke->label.x, spoke->label.y, spoke->label.width, spoke->name_height };
  KoyomiRect value = { spoke->label.x, spoke->label.y + spoke->name_height, spoke->label.width,
                       spoke->label.height - spoke->name_height };

  _koyomi_brush_show_text (brush, spoke->name, M->text * self->scale, name,
                           KOYOMI_CHART_TEXT_TWO_LINES | KOYOMI_CHART_TEXT_CENTRED, KOYOMI_CHART_COLOUR_TEXT);
  if (*spoke->value != '\0')
    _koyomi_brush_show_text (brush, spoke->value, M->small * self->scale, value, KOYOMI_CHART_TEXT_CENTRED,
                             KOYOMI_CHART_COLOUR_FAINT_TEXT);
}

static void
paint_legend (const KoyomiRadarLayout *self,
              KoyomiBrush             *brush,
              const KoyomiRadarLegend *item)
{
  const KoyomiSeriesStyle *style = koyomi_rating_style_get_series (brush->palette, item->series);
  KoyomiPoint middle = { item->swatch.x + item->swatch.width / 2, item->swatch.y + item->swatch.height / 2 };

  cairo_new_path (brush->cr);
  cairo_move_to (brush->cr, item->swatch.x, middle.y);
  cairo_line_to (brush->cr, item->swatch.x + item->swatch.width, middle.y);
  set_line (brush, style, self->scale);
  cairo_stroke (brush->cr);
  cairo_set_dash (brush->cr, NULL, 0, 0);
  paint_marker (brush, style, middle, self->scale);
  _koyomi_brush_show_text (brush, self->radar->names[item->series], M->text * self->scale, item->label, 0, KOYOMI_CHART_COLOUR_TEXT);
}

/* Adds the radar to what is there, its upper left corner at the origin of @cr. The ground should be the palette's paper. */
void
koyomi_radar_paint (const KoyomiRadarLayout *self,
                    KoyomiChartPalette       palette,
                    cairo_t                 *cr)
{
  KoyomiBrush brush = { self->text, palette, cr, self->scale, FALSE };

  cairo_save (cr);
  paint_grid (self, &brush);
  paint_levels (self, &brush);
  for (guint series = 0; series < KOYOMI_N_SERIES && self->spokes->len > 0; series++)
    paint_series (self, &brush, series);
  for (guint i = 0; i < self->spokes->len; i++)
    paint_label (self, &brush, &g_array_index (self->spokes, KoyomiRadarSpoke, i));
  for (guint i = 0; i < self->legend->len; i++)
    paint_legend (self, &brush, &g_array_index (self->legend, KoyomiRadarLegend, i));
  cairo_restore (cr);
}
