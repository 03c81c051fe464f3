#include "koyomi-plot-private.h"

#include <math.h>

#define M (&koyomi_figure_measures)

/* What lies between two limits is all of one status. */
static void
paint_band (KoyomiPlot  *self,
            KoyomiBrush *brush,
            guint        column)
{
  const KoyomiPlotLimits *limits = &_koyomi_plot_get_column (self, column)->limits;
  double cuts[KOYOMI_N_CUTS];
  guint n_cuts = _koyomi_plot_cut (limits, self->axis.low, koyomi_value_axis_get_high (&self->axis), cuts);

  for (guint i = 0; i + 1 < n_cuts; i++)
    {
      KoyomiMetricStatus status = _koyomi_plot_judge (limits, (cuts[i] + cuts[i + 1]) / 2);
      double y = _koyomi_plot_place_y (self, KOYOMI_PLOT_LINE, cuts[i + 1]);

      if (status == KOYOMI_METRIC_UNJUDGED)
        continue;

      _koyomi_brush_set_rgb (brush, koyomi_figure_style_get_status (brush->palette, status)->band);
      cairo_rectangle (brush->cr, self->area.x + column * self->slot, y, self->slot,
                       _koyomi_plot_place_y (self, KOYOMI_PLOT_LINE, cuts[i]) - y);
      cairo_fill (brush->cr);
    }
}

/* Bands lie side by side: without antialiasing no seam is seen between them. */
static void
paint_bands (KoyomiPlot  *self,
             KoyomiBrush *brush)
{
  cairo_set_antialias (brush->cr, CAIRO_ANTIALIAS_NONE);
  for (guint i = 0; i < self->columns->len; i++)
    paint_band (self, brush, i);
  cairo_set_antialias (brush->cr, CAIRO_ANTIALIAS_DEFAULT);
}

static void
paint_tick (KoyomiPlot  *self,
            KoyomiBrush *brush,
            guint        index)
{
  double tick = koyomi_value_axis_get_tick (&self->axis, index);
  double y = _koyomi_plot_place_y (self, KOYOMI_PLOT_LINE, tick);
  double line = M->line * brush->unit;
  g_autofree char *text = koyomi_value_format (tick, koyomi_value_axis_get_decimals (&self->axis), "");

  _koyomi_brush_stroke_line (brush, self->area.x, y, self->area.x + self->area.width, y, M->hair * brush->unit,
                             tick == 0 ? KOYOMI_CHART_COLOUR_FRAME : KOYOMI_CHART_COLOUR_LINE);
  _koyomi_brush_show_text (brush, text, M->small * brush->unit,
                           (KoyomiRect) { 0, y - line / 2, self->area.x - M->padding * brush->unit, line },
                           KOYOMI_CHART_TEXT_RIGHT, KOYOMI_CHART_COLOUR_FAINT_TEXT);
}

static void
paint_share_ticks (KoyomiPlot  *self,
                   KoyomiBrush *brush,
                   double       width)
{
  double line = M->line * brush->unit, x = self->area.x + self->area.width + M->gap * brush->unit;

  for (guint i = 0; i <= self->share_axis.n_steps; i++)
    {
      double tick = koyomi_value_axis_get_tick (&self->share_axis, i);
      double y = _koyomi_plot_place_y (self, KOYOMI_PLOT_SHARE, tick);
      g_autofree char *text = koyomi_value_format (tick, 0, "%");

      _koyomi_brush_show_text (brush, text, M->small * brush->unit, (KoyomiRect) { x, y - line / 2, MAX (width - x, 1), line }, 0,
                               KOYOMI_CHART_COLOUR_FAINT_TEXT);
    }
}

static void
paint_axes (KoyomiPlot  *self,
            KoyomiBrush *brush,
            double       width)
{
  double line = M->line * brush->unit;
  gboolean is_empty = koyomi_figure_get_n_regions (KOYOMI_FIGURE (self)) == 0 && !_koyomi_plot_has_limits (self);

  for (guint i = 0; i <= (is_empty ? 0 : self->axis.n_steps); i++)
    paint_tick (self, brush, i);
  if (_koyomi_plot_has_kind (self, KOYOMI_PLOT_SHARE))
    paint_share_ticks (self, brush, width);
  if (*self->unit != '\0')
    _koyomi_brush_show_text (brush, self->unit, M->small * brush->unit,
                             (KoyomiRect) { M->margin * brush->unit, self->area.y - 1.5 * line, self->area.width, line }, 0,
                             KOYOMI_CHART_COLOUR_FAINT_TEXT);
}

/* The line of a limit, with a step where another one comes into effect. */
static void
paint_limit (KoyomiPlot  *self,
             KoyomiBrush *brush,
             guint        index)
{
  KoyomiMetricStatus status = index < 2 ? KOYOMI_METRIC_ON_TARGET : KOYOMI_METRIC_AT_RISK;
  double before = NAN;
  double dash = M->dash * brush->unit * (index < 2 ? 1.6 : 0.6);

  cairo_new_path (brush->cr);
  for (guint i = 0; i < self->columns->len; i++)
    {
      double limit = _koyomi_plot_get_limit (&_koyomi_plot_get_column (self, i)->limits, index);
      double x = self->area.x + i * self->slot, y = _koyomi_plot_place_y (self, KOYOMI_PLOT_LINE, limit);

      if (!isnan (limit) && isnan (before))
        cairo_move_to (brush->cr, x, y);
      else if (!isnan (limit))
        cairo_line_to (brush->cr, x, y);
      if (!isnan (limit))
        cairo_line_to (brush->cr, x + self->slot, y);
      before = limit;
    }
  _koyomi_brush_set_rgb (brush, koyomi_figure_style_get_status (brush->palette, status)->strong);
  cairo_set_line_width (brush->cr, M->thin * brush->unit);
  cairo_set_dash (brush->cr, (double[]) { dash, M->dash * brush->unit * 0.75 }, 2, 0);
  cairo_stroke (brush->cr);
  cairo_set_dash (brush->cr, NULL, 0, 0);
}

static void
paint_marks (KoyomiPlot  *self,
             KoyomiBrush *brush,
             double       width)
{
  double line = M->line * brush->unit, glyph = M->glyph * brush->unit;
  double x = self->area.x + self->area.width + M->gap * brush->unit;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const KoyomiPlotMark *mark = &g_array_index (self->marks, KoyomiPlotMark, i);
      KoyomiRect rect = { x + glyph + M->gap * brush->unit, mark->y - line / 2, 0, line };

      rect.width = MAX (width - rect.x, 1);
      _koyomi_status_paint (mark->status, x + glyph / 2, mark->y, glyph,
                              koyomi_chart_style_get_colour (brush->palette, KOYOMI_CHART_COLOUR_PAPER), brush);
      _koyomi_brush_show_text (brush, mark->text, M->small * brush->unit, rect, 0, KOYOMI_CHART_COLOUR_TEXT);
    }
}

static void
paint_today (KoyomiPlot  *self,
             KoyomiBrush *brush)
{
  double x = self->area.x + self->today * self->slot;
  double line = M->line * brush->unit;
  double label;

  if (isnan (self->today) || self->today < 0 || self->today > self->columns->len)
    return;

  label = _koyomi_brush_measure_text (brush, self->today_label, M->small * brush->unit, KOYOMI_CHART_TEXT_BOLD) + 1;
  _koyomi_brush_stroke_line (brush, x, self->area.y - M->gap * brush->unit, x, self->area.y + self->area.height,
                             M->thin * brush->unit, KOYOMI_CHART_COLOUR_TODAY);
  _koyomi_brush_show_text (brush, self->today_label, M->small * brush->unit,
                           (KoyomiRect) { CLAMP (x - label / 2, self->area.x, self->area.x + self->area.width - label),
                                          self->area.y - 1.3 * line, label, line },
                           KOYOMI_CHART_TEXT_BOLD | KOYOMI_CHART_TEXT_CENTRED, KOYOMI_CHART_COLOUR_TODAY);
}

static KoyomiColour
get_colour (KoyomiPlotSeries *series,
            KoyomiPlotPoint  *point,
            KoyomiBrush      *brush)
{
  if (point != NULL && koyomi_metric_status_is_told (point->status))
    return koyomi_figure_style_get_status (brush->palette, point->status)->strong;
  if (_koyomi_plot_is_line (series))
    return koyomi_figure_style_get_tone (brush->palette, series->tone)->line;

  return koyomi_figure_style_get_tone (brush->palette, series->tone)->fill;
}

/* A number within its part of a column, where it fits. */
static void
paint_inner_value (KoyomiPlot       *self,
                   KoyomiBrush      *brush,
                   KoyomiPlotSeries *series,
                   KoyomiPlotPoint  *point)
{
  double size = M->small * brush->unit;
  g_autofree char *text = koyomi_value_format (point->value, self->decimals, "");
  PangoLayout *layout;

  if (point->bar.height < size * 1.3 || _koyomi_brush_measure_text (brush, text, size, 0) > point->bar.width || point->value == 0)
    return;

  layout = _koyomi_brush_place_text (brush, text, size, point->bar, KOYOMI_CHART_TEXT_CENTRED);
  _koyomi_brush_set_rgb (brush, koyomi_figure_style_get_tone (brush->palette, series->tone)->text);
  pango_cairo_show_layout (brush->cr, layout);
}

/* Parts that stand on one another have an edge of the ground between them, so that they are told apart without their colours. */
static void
paint_bar (KoyomiPlot       *self,
           KoyomiBrush      *brush,
           KoyomiPlotSeries *series,
           KoyomiPlotPoint  *point)
{
  double gap = series->kind == KOYOMI_PLOT_STACK && point->bar.height > 3 * brush->unit ? brush->unit : 0;

  cairo_rectangle (brush->cr, point->bar.x, point->bar.y + gap, point->bar.width, MAX (point->bar.height - gap, 0));
  _koyomi_brush_set_rgb (brush, get_colour (series, point, brush));
  cairo_fill (brush->cr);
  if (series->kind == KOYOMI_PLOT_STACK)
    paint_inner_value (self, brush, series, point);
}

/* A value has a rim of the ground around its letters, so that it is read on whatever runs behind it. */
static void
show_value (KoyomiBrush *brush,
            const char  *text,
            double       size,
            KoyomiRect   rect)
{
  KoyomiChartTextFlags flags = KOYOMI_CHART_TEXT_BOLD | KOYOMI_CHART_TEXT_CENTRED;

  cairo_new_path (brush->cr);
  pango_cairo_layout_path (brush->cr, _koyomi_brush_place_text (brush, text, size, rect, flags));
  cairo_set_line_join (brush->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (brush->cr, 3 * brush->unit);
  _koyomi_brush_set_colour (brush, KOYOMI_CHART_COLOUR_PAPER);
  cairo_stroke (brush->cr);
  _koyomi_brush_show_text (brush, text, size, rect, flags, KOYOMI_CHART_COLOUR_TEXT);
}

/* On a column, or below one that hangs, where there is room. */
static void
paint_outer_value (KoyomiPlot  *self,
                   KoyomiBrush *brush,
                   double       value,
                   KoyomiRect   bar,
                   double       room)
{
  double line = M->line * brush->unit;
  g_autofree char *text = koyomi_value_format (value, self->decimals, "");
  KoyomiRect rect = { bar.x + bar.width / 2 - room / 2, value < 0 ? bar.y + bar.height : bar.y - line, room, line };

  if (_koyomi_brush_measure_text (brush, text, M->small * brush->unit, KOYOMI_CHART_TEXT_BOLD) <= room)
    show_value (brush, text, M->small * brush->unit, rect);
}

/* The sum of a stack stands on it; a part that hangs below nought makes that ambiguous. */
static void
paint_sum (KoyomiPlot  *self,
           KoyomiBrush *brush,
           guint        column)
{
  KoyomiRect top = { 0, INFINITY, 0, 0 };
  double sum = 0;

  for (guint i = 0; i < self->series->len; i++)
    {
      const KoyomiPlotPoint *point = _koyomi_plot_get_point (self, i, column);

      if (_koyomi_plot_get_series (self, i)->kind != KOYOMI_PLOT_STACK || isnan (point->value))
        continue;
      if (point->value < 0)
        return;

      sum += point->value;
      if (point->bar.y < top.y)
        top = point->bar;
    }
  if (isfinite (top.y))
    paint_outer_value (self, brush, sum, top, self->slot);
}

static void
paint_columns (KoyomiPlot  *self,
               KoyomiBrush *brush,
               guint        series)
{
  KoyomiPlotSeries *item = _koyomi_plot_get_series (self, series);

  for (guint i = 0; i < self->columns->len; i++)
    {
      KoyomiPlotPoint *point = _koyomi_plot_get_point (self, series, i);
      double glyph = M->glyph * brush->unit;

      if (isnan (point->value))
        continue;

      paint_bar (self, brush, item, point);
      if (item->kind == KOYOMI_PLOT_STACK)
        continue;

      if (koyomi_metric_status_is_told (point->status) && point->bar.height > 1.6 * glyph && point->bar.width > glyph)
        _koyomi_status_paint (point->status, point->x, point->bar.y + (point->value < 0 ? point->bar.height - glyph : glyph), glyph,
                                koyomi_chart_style_get_colour (brush->palette, KOYOMI_CHART_COLOUR_PAPER), brush);
    }
}

/* From value to value; a gap stays a gap. */
static void
trace_line (KoyomiPlot  *self,
            KoyomiBrush *brush,
            guint        series)
{
  gboolean has_begun = FALSE;

  cairo_new_path (brush->cr);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const KoyomiPlotPoint *point = _koyomi_plot_get_point (self, series, i);

      if (isnan (point->value))
        has_begun = FALSE;
      else if (has_begun)
        cairo_line_to (brush->cr, point->x, point->y);
      else
        cairo_move_to (brush->cr, point->x, point->y);
      has_begun = !isnan (point->value);
    }
}

static gboolean
is_alone (KoyomiPlot *self,
          guint       series,
          guint       column)
{
  return (column == 0 || isnan (_koyomi_plot_get_point (self, series, column - 1)->value)) &&
         (column + 1 >= self->columns->len || isnan (_koyomi_plot_get_point (self, series, column + 1)->value));
}

/* A value between gaps has a marker even where others have none: no line shows it. */
static void
paint_points (KoyomiPlot  *self,
              KoyomiBrush *brush,
              guint        series)
{
  KoyomiPlotSeries *item = _koyomi_plot_get_series (self, series);
  gboolean has_markers = item->kind != KOYOMI_PLOT_DASHED && self->slot >= M->least_markers * brush->unit;
  KoyomiColour paper = koyomi_chart_style_get_colour (brush->palette, KOYOMI_CHART_COLOUR_PAPER);

  for (guint i = 0; i < self->columns->len; i++)
    {
      KoyomiPlotPoint *point = _koyomi_plot_get_point (self, series, i);

      if (isnan (point->value) || !(has_markers || is_alone (self, series, i)))
        continue;

      if (koyomi_metric_status_is_told (point->status))
        _koyomi_status_paint (point->status, point->x, point->y, 1.15 * M->glyph * brush->unit, paper, brush);
      else
        _koyomi_marker_paint (koyomi_figure_style_get_tone (brush->palette, item->tone)->marker, point->x, point->y,
                              M->marker * brush->unit, get_colour (item, NULL, brush), brush);
    }
}

/* The last value of a line, on the side where the line does not come from. */
static void
paint_last_value (KoyomiPlot  *self,
                  KoyomiBrush *brush,
                  guint        series)
{
  double size = M->text * brush->unit, line = M->line * brush->unit, away = 0.7 * M->glyph * brush->unit;
  guint last = self->columns->len;
  const KoyomiPlotPoint *point, *before;
  g_autofree char *text = NULL;
  KoyomiRect rect;

  while (last > 0 && isnan (_koyomi_plot_get_point (self, series, last - 1)->value))
    last--;
  if (last == 0)
    return;

  point = _koyomi_plot_get_point (self, series, last - 1);
  before = last > 1 ? _koyomi_plot_get_point (self, series, last - 2) : point;
  text = koyomi_value_format (point->value, self->decimals, self->unit);
  rect.width = _koyomi_brush_measure_text (brush, text, size, KOYOMI_CHART_TEXT_BOLD) + 1;
  rect.height = line;
  rect.x = CLAMP (point->x - rect.width / 2, self->area.x, MAX (self->area.x + self->area.width - rect.width, self->area.x));
  rect.y = before->y < point->y && point->y + away + line < self->area.y + self->area.height ? point->y + away : point->y - away - line;

  show_value (brush, text, size, rect);
}

static void
set_pen (KoyomiPlotSeries *series,
         KoyomiBrush      *brush)
{
  gboolean dashed = series->kind == KOYOMI_PLOT_DASHED;
  gboolean dotted = koyomi_figure_style_get_tone (brush->palette, series->tone)->marker == KOYOMI_MARKER_TRIANGLE;

  _koyomi_brush_set_rgb (brush, get_colour (series, NULL, brush));
  cairo_set_line_width (brush->cr, (dashed ? 1.8 : M->thick) * brush->unit);
  cairo_set_line_join (brush->cr, CAIRO_LINE_JOIN_ROUND);
  if (dashed)
    cairo_set_dash (brush->cr, (double[]) { (dotted ? 0.5 : 1.7) * M->dash * brush->unit, (dotted ? 0.6 : 1) * M->dash * brush->unit }, 2, 0);
}

static void
paint_line (KoyomiPlot  *self,
            KoyomiBrush *brush,
            guint        series)
{
  KoyomiPlotSeries *item = _koyomi_plot_get_series (self, series);

  trace_line (self, brush, series);
  set_pen (item, brush);
  cairo_stroke (brush->cr);
  cairo_set_dash (brush->cr, NULL, 0, 0);
  paint_points (self, brush, series);
  if (item->kind == KOYOMI_PLOT_LINE)
    paint_last_value (self, brush, series);
}

/* Over the lines: a column's own value, or the sum of a stack. */
static void
paint_values (KoyomiPlot  *self,
              KoyomiBrush *brush)
{
  for (guint i = 0; i < self->series->len * self->columns->len; i++)
    {
      const KoyomiPlotPoint *point = _koyomi_plot_get_point (self, i / self->columns->len, i % self->columns->len);

      if (_koyomi_plot_get_series (self, i / self->columns->len)->kind == KOYOMI_PLOT_COLUMN && !isnan (point->value))
        paint_outer_value (self, brush, point->value, point->bar, point->bar.width / M->column_share);
    }
  for (guint i = 0; i < self->columns->len && _koyomi_plot_has_kind (self, KOYOMI_PLOT_STACK); i++)
    paint_sum (self, brush, i);
}

/* A month without a value, though there are values after it, is told from one that is still to come. */
static void
paint_gaps (KoyomiPlot  *self,
            KoyomiBrush *brush)
{
  KoyomiColour paper = koyomi_chart_style_get_colour (brush->palette, KOYOMI_CHART_COLOUR_PAPER);
  double glyph = M->glyph * brush->unit;
  gboolean has_later = FALSE;

  for (guint i = self->columns->len; i-- > 0 && self->slot >= glyph;)
    {
      gboolean has_value = FALSE;

      for (guint j = 0; j < self->series->len; j++)
        has_value |= !isnan (_koyomi_plot_get_point (self, j, i)->value);
      if (has_later && !has_value)
        _koyomi_status_paint (KOYOMI_METRIC_NO_DATA, self->area.x + (i + 0.5) * self->slot,
                                self->area.y + self->area.height - glyph, glyph, paper, brush);
      has_later |= has_value;
    }
}

/* Lines over columns, those of plans under those of what is. */
static void
paint_series (KoyomiPlot  *self,
              KoyomiBrush *brush)
{
  for (guint i = 0; i < self->series->len; i++)
    if (!_koyomi_plot_is_line (_koyomi_plot_get_series (self, i)))
      paint_columns (self, brush, i);
  for (guint i = 0; i < self->series->len; i++)
    if (_koyomi_plot_get_series (self, i)->kind == KOYOMI_PLOT_DASHED)
      paint_line (self, brush, i);
  for (guint i = 0; i < self->series->len; i++)
    if (_koyomi_plot_is_line (_koyomi_plot_get_series (self, i)) && _koyomi_plot_get_series (self, i)->kind != KOYOMI_PLOT_DASHED)
      paint_line (self, brush, i);
}

static void
paint_labels (KoyomiPlot  *self,
              KoyomiBrush *brush)
{
  double y = self->area.y + self->area.height + M->gap * brush->unit;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const KoyomiPlotColumn *column = _koyomi_plot_get_column (self, i);
      KoyomiRect rect = { column->place.x, y, column->place.width, 0 };
      char number[12];

      if (!column->is_shown)
        continue;

      g_snprintf (number, sizeof number, "%u", i + 1);
      _koyomi_brush_wrap_text (brush, self->is_numbered ? number : column->label, M->small * brush->unit, rect,
                               KOYOMI_CHART_TEXT_CENTRED, KOYOMI_CHART_COLOUR_FAINT_TEXT);
    }
}

/* What the numbers stand for. */
static void
paint_key (KoyomiPlot  *self,
           KoyomiBrush *brush,
           double       width,
           double       height)
{
  double x = (M->margin + 2 * M->line) * brush->unit;
  double y = height - self->key_height - M->margin * brush->unit / 2;

  for (guint i = 0; i < self->columns->len && self->is_numbered; i++)
    {
      char number[12];
      KoyomiRect rect = { x, y, MAX (width - x - M->margin * brush->unit, 1), 0 };

      g_snprintf (number, sizeof number, "%u", i + 1);
      _koyomi_brush_wrap_text (brush, number, M->small * brush->unit,
                               (KoyomiRect) { 0, y, x - M->padding * brush->unit, 0 }, KOYOMI_CHART_TEXT_RIGHT, KOYOMI_CHART_COLOUR_FAINT_TEXT);
      y += _koyomi_brush_wrap_text (brush, _koyomi_plot_get_column (self, i)->label, M->small * brush->unit, rect, 0,
                                    KOYOMI_CHART_COLOUR_TEXT) + M->gap * brush->unit / 2;
    }
}

static void
paint_legend (KoyomiPlot  *self,
              KoyomiBrush *brush,
              guint        series)
{
  KoyomiPlotSeries *item = _koyomi_plot_get_series (self, series);
  double x = item->swatch.x, y = item->swatch.y + item->swatch.height / 2, side = 0.9 * M->text * brush->unit;

  if (_koyomi_plot_is_line (_koyomi_plot_get_series (self, series)))
    {
      cairo_new_path (brush->cr);
      cairo_move_to (brush->cr, x, y);
      cairo_line_to (brush->cr, x + item->swatch.width, y);
      set_pen (item, brush);
      cairo_stroke (brush->cr);
      cairo_set_dash (brush->cr, NULL, 0, 0);
      if (item->kind != KOYOMI_PLOT_DASHED && self->slot >= M->least_markers * brush->unit)
        _koyomi_marker_paint (koyomi_figure_style_get_tone (brush->palette, item->tone)->marker, x + item->swatch.width / 2, y,
                              M->marker * brush->unit, get_colour (item, NULL, brush), brush);
    }
  else
    {
      _koyomi_brush_set_rgb (brush, get_colour (item, NULL, brush));
      cairo_rectangle (brush->cr, x, y - side / 2, side, side);
      cairo_fill (brush->cr);
    }
  _koyomi_brush_wrap_text (brush, item->name, M->text * brush->unit,
                           (KoyomiRect) { item->label.x, item->label.y + M->gap * brush->unit / 4, item->label.width, 0 }, 0,
                           KOYOMI_CHART_COLOUR_TEXT);
}

/* Said where there is nothing to see. */
static void
paint_nothing (KoyomiPlot  *self,
               KoyomiBrush *brush)
{
  KoyomiLanguage language = koyomi_figure_get_language (KOYOMI_FIGURE (self));

  if (koyomi_figure_get_n_regions (KOYOMI_FIGURE (self)) == 0)
    _koyomi_brush_show_text (brush, koyomi_metric_status_get_label (KOYOMI_METRIC_NO_DATA, language), M->text * brush->unit, self->area,
                             KOYOMI_CHART_TEXT_CENTRED, KOYOMI_CHART_COLOUR_FAINT_TEXT);
}

void
_koyomi_plot_paint (KoyomiFigure            *figure,
                    const KoyomiFigureSpace *space,
                    KoyomiBrush             *brush)
{
  KoyomiPlot *self = KOYOMI_PLOT (figure);

  _koyomi_figure_paint_title (figure, brush, space->width);
  paint_bands (self, brush);
  paint_axes (self, brush, space->width);
  for (guint i = 0; i < 4; i++)
    paint_limit (self, brush, i);
  paint_marks (self, brush, space->width);
  paint_today (self, brush);
  paint_gaps (self, brush);
  paint_series (self, brush);
  paint_values (self, brush);
  paint_labels (self, brush);
  paint_key (self, brush, space->width, space->height);
  for (guint i = 0; i < self->series->len && self->series->len > 1; i++)
    paint_legend (self, brush, i);
  paint_nothing (self, brush);
}
