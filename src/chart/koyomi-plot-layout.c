#include "koyomi-plot-private.h"

#include <math.h>

#define M (&koyomi_figure_measures)

/* A line may begin above nought when its values are all at least this share of the highest. */
#define NEAR 0.5

typedef struct
{
  double low;
  double high;
} Range;

static void
widen (Range  *range,
       double  value)
{
  if (isnan (value))
    return;

  range->low = isnan (range->low) ? value : MIN (range->low, value);
  range->high = isnan (range->high) ? value : MAX (range->high, value);
}

/* Columns on one another, above nought and below. */
static void
widen_by_stack (KoyomiPlot *self,
                Range      *range,
                guint       column)
{
  double above = 0, below = 0;

  for (guint i = 0; i < self->series->len; i++)
    {
      double value = _koyomi_plot_get_point (self, i, column)->value;

      if (_koyomi_plot_get_series (self, i)->kind != KOYOMI_PLOT_STACK || isnan (value))
        continue;

      above += MAX (value, 0);
      below += MIN (value, 0);
    }
  widen (range, above);
  widen (range, below);
}

static Range
find_range (KoyomiPlot *self)
{
  gboolean has_columns = _koyomi_plot_has_kind (self, KOYOMI_PLOT_COLUMN) || _koyomi_plot_has_kind (self, KOYOMI_PLOT_STACK);
  Range range = { NAN, NAN };

  for (guint i = 0; i < self->columns->len; i++)
    {
      for (guint j = 0; j < self->series->len; j++)
        if (_koyomi_plot_get_series (self, j)->kind != KOYOMI_PLOT_SHARE && _koyomi_plot_get_series (self, j)->kind != KOYOMI_PLOT_STACK)
          widen (&range, _koyomi_plot_get_point (self, j, i)->value);
      for (guint j = 0; j < 4; j++)
        widen (&range, _koyomi_plot_get_limit (&_koyomi_plot_get_column (self, i)->limits, j));
      if (_koyomi_plot_has_kind (self, KOYOMI_PLOT_STACK))
        widen_by_stack (self, &range, i);
    }
  if (has_columns || (range.low > 0 && range.low < NEAR * range.high))
    widen (&range, 0);

  return range;
}

static void
place_axes (KoyomiPlot *self,
            double      height,
            double      scale)
{
  guint most = CLAMP (height / (M->tick_distance * scale), 1, 8);
  Range range = find_range (self);

  /* What hangs below nought has its value below it. */
  if (range.low < 0 && _koyomi_plot_has_kind (self, KOYOMI_PLOT_COLUMN))
    range.low -= (range.high - range.low) * MIN (1.2 * M->line * scale / MAX (height, 1), 0.5);

  self->axis = koyomi_value_axis_create (range.low, range.high, most, self->decimals == 0);
  /* The share line runs in the scale of the columns: the whole is as high as their sum. */
  self->share_axis = (KoyomiValueAxis) { 0, 20, 5 };
}

static double
measure_ticks (KoyomiPlot *self,
               double      scale)
{
  KoyomiChartText *text = _koyomi_figure_get_text (KOYOMI_FIGURE (self));
  double width = 0;

  for (guint i = 0; i <= self->axis.n_steps; i++)
    {
      g_autofree char *tick = koyomi_value_format (koyomi_value_axis_get_tick (&self->axis, i), koyomi_value_axis_get_decimals (&self->axis), "");

      width = MAX (width, koyomi_chart_text_get_width (text, tick, M->small * scale, 0));
    }

  return width;
}

static void
add_mark (KoyomiPlot *self,
          guint       index,
          double      value)
{
  KoyomiLanguage language = koyomi_figure_get_language (KOYOMI_FIGURE (self));
  g_autofree char *number = koyomi_value_format (value, self->decimals, self->unit);
  KoyomiPlotMark mark = { .status = index < 2 ? KOYOMI_METRIC_ON_TARGET : KOYOMI_METRIC_AT_RISK };

  mark.text = g_strdup_printf ("%s %s", index < 2 ? koyomi_trc (language, "metric", "Target")
                                                  : koyomi_trc (language, "metric", "Warning"), number);
  mark.y = value;
  g_array_append_val (self->marks, mark);
}

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const KoyomiPlotMark *left = a;
  const KoyomiPlotMark *right = b;

  return (left->y < right->y) - (left->y > right->y);
}

/* Those of the last column, from the highest to the lowest. */
static void
collect_marks (KoyomiPlot *self)
{
  g_array_set_size (self->marks, 0);
  for (guint i = 0; i < 4 && self->columns->len > 0; i++)
    {
      double value = _koyomi_plot_get_limit (&_koyomi_plot_get_column (self, self->columns->len - 1)->limits, i);

      if (!isnan (value))
        add_mark (self, i, value);
    }
  g_array_sort (self->marks, compare_marks);
}

/* Each beside its line, or as near as the one before lets it. */
static void
place_marks (KoyomiPlot *self,
             double      scale)
{
  double line = M->line * scale;
  double least = -INFINITY;

  for (guint i = 0; i < self->marks->len; i++)
    {
      KoyomiPlotMark *mark = &g_array_index (self->marks, KoyomiPlotMark, i);
      double most = self->area.y + self->area.height - (self->marks->len - 1 - i) * line;

      mark->y = MAX (MIN (_koyomi_plot_place_y (self, KOYOMI_PLOT_LINE, mark->y), most), least);
      least = mark->y + line;
    }
}

static double
measure_right (KoyomiPlot *self,
               double      scale)
{
  KoyomiChartText *text = _koyomi_figure_get_text (KOYOMI_FIGURE (self));
  double width = 0;

  for (guint i = 0; i < self->marks->len; i++)
    width = MAX (width, (M->glyph + 2 * M->gap) * scale +
                 koyomi_chart_text_get_width (text, g_array_index (self->marks, KoyomiPlotMark, i).text, M->small * scale, 0));
  if (_koyomi_plot_has_kind (self, KOYOMI_PLOT_SHARE))
    width = MAX (width, koyomi_chart_text_get_width (text, "100%", M->small * scale, 0) + M->gap * scale);

  return width;
}

static gboolean
needs_legend (KoyomiPlot *self)
{
  return self->series->len > 1;
}

/* From left to right, on as many lines as it takes. Returns: how high it is */
static double
place_legend (KoyomiPlot *self,
              double      width,
              double      top,
              double      scale)
{
  KoyomiChartText *text = _koyomi_figure_get_text (KOYOMI_FIGURE (self));
  double left = M->margin * scale, line = (M->line + M->gap) * scale;
  double x = left, y = top;

  for (guint i = 0; i < self->series->len && needs_legend (self); i++)
    {
      KoyomiPlotSeries *series = _koyomi_plot_get_series (self, i);
      double swatch = (_koyomi_plot_is_line (series) ? M->legend_swatch : M->text) * scale;
      double room = MAX (width - 2 * left - swatch - M->gap * scale, 1);
      double label = MIN (koyomi_chart_text_get_width (text, series->name, M->text * scale, 0) + 1, room);

      if (x > left && x + swatch + M->gap * scale + label > width - left)
        {
          x = left;
          y += line;
        }
      series->swatch = (KoyomiRect) { x, y, swatch, line };
      series->label = (KoyomiRect) { x + swatch + M->gap * scale, y, label, MAX (line, koyomi_chart_text_wrap (text, series->name, M->text * scale, label, 0)) };
      x = series->label.x + label + M->legend_gap * scale;
      if (series->label.height > line)
        y += series->label.height - line;
    }

  return needs_legend (self) ? y + line - top + M->gap * scale : 0;
}

/* How many columns a label may take: its own, and those after it that have none. */
static guint
count_span (KoyomiPlot *self,
            guint       column)
{
  guint end = column + 1;

  while (end < self->columns->len && *_koyomi_plot_get_column (self, end)->label == '\0')
    end++;

  return end - column;
}

static double
get_label_width (KoyomiPlot *self,
                 guint       column,
                 double      scale)
{
  return count_span (self, column) * self->slot - M->gap * scale;
}

/* Whether each label has room below its column, on some lines. */
static gboolean
have_labels_room (KoyomiPlot *self,
                  double      scale)
{
  KoyomiChartText *text = _koyomi_figure_get_text (KOYOMI_FIGURE (self));

  for (guint i = 0; i < self->columns->len; i++)
    {
      const char *label = _koyomi_plot_get_column (self, i)->label;
      double width = get_label_width (self, i, scale);

      if (*label == '\0')
        continue;
      if (width < M->small * scale || !koyomi_chart_text_has_room (text, label, M->small * scale, width, 0) ||
          koyomi_chart_text_wrap (text, label, M->small * scale, width, 0) > 4.5 * M->line * scale)
        return FALSE;
    }

  return TRUE;
}

/* Short labels that stand too close are left out in turn. Returns: 0 when they are too long for that */
static guint
find_every (KoyomiPlot *self,
            double      scale)
{
  KoyomiChartText *text = _koyomi_figure_get_text (KOYOMI_FIGURE (self));
  double widest = 0;

  for (guint i = 0; i < self->columns->len; i++)
    widest = MAX (widest, koyomi_chart_text_get_width (text, _koyomi_plot_get_column (self, i)->label, M->small * scale, 0));
  if (widest > 5 * M->small * scale)
    return 0;

  return ceil ((widest + 2 * M->gap * scale) / self->slot);
}

static void
place_label (KoyomiPlot *self,
             guint       column,
             guint       span,
             double      scale)
{
  KoyomiPlotColumn *item = _koyomi_plot_get_column (self, column);
  double left = self->area.x + column * self->slot;
  double width = MAX (span * self->slot - M->gap * scale, 1);

  item->is_shown = *item->label != '\0';
  if (span == 1 || count_span (self, column) > 1)
    item->place = (KoyomiRect) { left + M->gap * scale / 2, 0, width, 0 };
  else
    item->place = (KoyomiRect) { left + self->slot / 2 - width / 2, 0, width, 0 };
  item->place.height = koyomi_chart_text_wrap (_koyomi_figure_get_text (KOYOMI_FIGURE (self)), item->label, M->small * scale, width, 0);
}

static double
measure_key (KoyomiPlot *self,
             double      width,
             double      scale)
{
  KoyomiChartText *text = _koyomi_figure_get_text (KOYOMI_FIGURE (self));
  double room = MAX (width - (2 * M->margin + 2 * M->line) * scale, 1);
  double height = M->gap * scale;

  for (guint i = 0; i < self->columns->len; i++)
    height += koyomi_chart_text_wrap (text, _koyomi_plot_get_column (self, i)->label, M->small * scale, room, 0) + M->gap * scale / 2;

  return height;
}

/* Below the columns, or, where that is too narrow, as numbers with a key. Returns: how high they are without the key */
static double
place_labels (KoyomiPlot *self,
              double      width,
              double      scale)
{
  gboolean fits = have_labels_room (self, scale);
  guint every = fits ? 1 : find_every (self, scale);
  double height = M->line * scale;

  self->is_numbered = every == 0;
  self->key_height = self->is_numbered ? measure_key (self, width, scale) : 0;
  for (guint i = 0; i < self->columns->len; i++)
    {
      KoyomiPlotColumn *item = _koyomi_plot_get_column (self, i);

      place_label (self, i, self->is_numbered ? 1 : fits ? count_span (self, i) : every, scale);
      if (!self->is_numbered && !fits && i % every != 0)
        item->is_shown = FALSE;
      if (item->is_shown && !self->is_numbered)
        height = MAX (height, item->place.height);
    }

  return height + M->gap * scale;
}

static char *
describe (KoyomiPlot *self,
          guint       series,
          guint       column)
{
  KoyomiLanguage language = koyomi_figure_get_language (KOYOMI_FIGURE (self));
  const KoyomiPlotSeries *item = _koyomi_plot_get_series (self, series);
  const KoyomiPlotPoint *point = _koyomi_plot_get_point (self, series, column);
  gboolean is_share = item->kind == KOYOMI_PLOT_SHARE;
  g_autofree char *value = koyomi_value_format (point->value, is_share ? 1 : self->decimals, is_share ? "%" : self->unit);
  g_autofree char *text = g_strdup_printf (koyomi_trc (language, "read out: month or cause, name, value", "%s, %s: %s"),
                                           _koyomi_plot_get_column (self, column)->name, item->name, value);

  if (!koyomi_metric_status_is_told (point->status))
    return g_steal_pointer (&text);

  return g_strdup_printf (koyomi_trc (language, "read out: value, on target or not", "%s (%s)"), text,
                          koyomi_metric_status_get_label (point->status, language));
}

static guint
count_kind (KoyomiPlot     *self,
            KoyomiPlotKind  kind,
            guint           before)
{
  guint n = 0;

  for (guint i = 0; i < before; i++)
    n += _koyomi_plot_get_series (self, i)->kind == kind;

  return n;
}

/* Columns of several series stand side by side in their slot. */
static void
place_bar (KoyomiPlot *self,
           guint       series,
           guint       column,
           double      from,
           double      scale)
{
  KoyomiPlotPoint *point = _koyomi_plot_get_point (self, series, column);
  gboolean is_stack = _koyomi_plot_get_series (self, series)->kind == KOYOMI_PLOT_STACK;
  guint n = is_stack ? 1 : count_kind (self, KOYOMI_PLOT_COLUMN, self->series->len);
  guint index = is_stack ? 0 : count_kind (self, KOYOMI_PLOT_COLUMN, series);
  double width = MIN (self->slot * M->column_share, n * M->most_column * scale) / n;
  double left = self->area.x + (column + 0.5) * self->slot - n * width / 2 + index * width;
  double y1 = _koyomi_plot_place_y (self, KOYOMI_PLOT_COLUMN, from);
  double y2 = _koyomi_plot_place_y (self, KOYOMI_PLOT_COLUMN, from + point->value);

  point->bar = (KoyomiRect) { left, MIN (y1, y2), n > 1 ? width * 0.92 : width, fabs (y2 - y1) };
  point->x = left + point->bar.width / 2;
  point->y = y2;
}

static void
place_point (KoyomiPlot *self,
             guint       series,
             guint       column,
             double      scale)
{
  const KoyomiPlotSeries *item = _koyomi_plot_get_series (self, series);
  KoyomiPlotPoint *point = _koyomi_plot_get_point (self, series, column);
  double half = M->marker * scale * 0.7;

  point->x = self->area.x + (column + 0.5) * self->slot;
  point->y = _koyomi_plot_place_y (self, item->kind, point->value);
  point->bar = (KoyomiRect) { point->x - half, point->y - half, 2 * half, 2 * half };
}

static void
place_column (KoyomiPlot *self,
              guint       column,
              double      scale)
{
  KoyomiRect slot = { self->area.x + column * self->slot, self->area.y, self->slot, self->area.height };
  double above = 0, below = 0;

  for (guint i = 0; i < self->series->len; i++)
    {
      KoyomiPlotPoint *point = _koyomi_plot_get_point (self, i, column);
      KoyomiPlotKind kind = _koyomi_plot_get_series (self, i)->kind;
      double *sum = point->value < 0 ? &below : &above;

      if (isnan (point->value))
        continue;

      if (kind == KOYOMI_PLOT_COLUMN || kind == KOYOMI_PLOT_STACK)
        place_bar (self, i, column, kind == KOYOMI_PLOT_STACK ? *sum : 0, scale);
      else
        place_point (self, i, column, scale);
      if (kind == KOYOMI_PLOT_STACK)
        *sum += point->value;
      _koyomi_figure_add_region (KOYOMI_FIGURE (self), point->bar, slot, i, column, describe (self, i, column));
    }
}

/* Room above the area for the unit, for today and for what stands on the highest column. */
static double
get_air (KoyomiPlot *self,
         double      scale)
{
  return (*self->unit != '\0' || !isnan (self->today) ? 1.4 * M->line : M->line) * scale;
}

void
_koyomi_plot_place (KoyomiFigure            *figure,
                    const KoyomiFigureSpace *space)
{
  KoyomiPlot *self = KOYOMI_PLOT (figure);
  double scale = space->scale, margin = M->margin * scale;
  double top = _koyomi_figure_get_head (figure, space->width, scale);
  double left, right, labels;

  self->legend_y = top;
  top += place_legend (self, space->width, top, scale) + get_air (self, scale);
  collect_marks (self);
  place_axes (self, space->height - top - 3 * M->line * scale, scale);

  left = margin + measure_ticks (self, scale) + M->padding * scale;
  right = margin + measure_right (self, scale);
  self->area = (KoyomiRect) { left, top, MAX (space->width - left - right, 1), 1 };
  self->slot = self->area.width / MAX (self->columns->len, 1);
  labels = place_labels (self, space->width, scale);
  self->area.height = MAX (space->height - top - labels - self->key_height - M->margin * scale, 1);
  place_marks (self, scale);
  for (guint i = 0; i < self->columns->len; i++)
    place_column (self, i, scale);
}

double
_koyomi_plot_measure (KoyomiFigure *figure,
                      double        width,
                      double        scale)
{
  KoyomiPlot *self = KOYOMI_PLOT (figure);
  KoyomiFigureSpace space = { _koyomi_figure_get_text (figure), width, 100 * scale, scale };

  koyomi_figure_place (figure, width, space.height, scale);

  return self->area.y + CLAMP (0.42 * width, 150 * scale, 320 * scale) + self->key_height + (3 * M->line + M->margin) * scale;
}
