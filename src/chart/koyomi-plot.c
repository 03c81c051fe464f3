#include "koyomi-plot-private.h"

#include <math.h>
#include <stdlib.h>

G_DEFINE_FINAL_TYPE (KoyomiPlot, koyomi_plot, KOYOMI_TYPE_FIGURE)

static void
clear_column (KoyomiPlotColumn *self)
{
  g_free (self->label);
  g_free (self->name);
}

static void
clear_series (KoyomiPlotSeries *self)
{
  g_free (self->name);
  g_array_unref (self->points);
}

static void
clear_mark (KoyomiPlotMark *self)
{
  g_free (self->text);
}

static void
koyomi_plot_finalize (GObject *object)
{
  KoyomiPlot *self = KOYOMI_PLOT (object);

  g_free (self->unit);
  g_free (self->today_label);
  g_array_unref (self->columns);
  g_array_unref (self->series);
  g_array_unref (self->marks);

  G_OBJECT_CLASS (koyomi_plot_parent_class)->finalize (object);
}

static void
add_headings (KoyomiPlot       *self,
              KoyomiChartTable *table)
{
  KoyomiLanguage language = koyomi_figure_get_language (KOYOMI_FIGURE (self));

  koyomi_chart_table_add_heading (table, "");
  for (guint i = 0; i < self->series->len; i++)
    koyomi_chart_table_add_heading (table, _koyomi_plot_get_series (self, i)->name);
  if (_koyomi_plot_has_limits (self))
    {
      koyomi_chart_table_add_heading (table, koyomi_trc (language, "metric", "Target"));
      koyomi_chart_table_add_heading (table, koyomi_trc (language, "metric", "Warning"));
    }
}

static void
fill_row (KoyomiPlot       *self,
          KoyomiChartTable *table,
          guint             column)
{
  const KoyomiPlotColumn *item = _koyomi_plot_get_column (self, column);
  guint row = koyomi_chart_table_add_row (table);

  koyomi_chart_table_set (table, row, 0, item->name);
  for (guint i = 0; i < self->series->len; i++)
    {
      gboolean is_share = _koyomi_plot_get_series (self, i)->kind == KOYOMI_PLOT_SHARE;
      g_autofree char *text = koyomi_value_format (_koyomi_plot_get_point (self, i, column)->value, is_share ? 1 : self->decimals,
                                                   is_share ? "%" : self->unit);

      koyomi_chart_table_set (table, row, 1 + i, text);
    }
  if (_koyomi_plot_has_limits (self))
    {
      g_autofree char *target = _koyomi_plot_describe_limits (item->limits.target_low, item->limits.target_high, self->decimals, self->unit);
      g_autofree char *warning = _koyomi_plot_describe_limits (item->limits.warning_low, item->limits.warning_high, self->decimals, self->unit);

      koyomi_chart_table_set (table, row, 1 + self->series->len, target);
      koyomi_chart_table_set (table, row, 2 + self->series->len, warning);
    }
}

static KoyomiChartTable *
create_table (KoyomiFigure *figure)
{
  KoyomiPlot *self = KOYOMI_PLOT (figure);
  KoyomiChartTable *table = koyomi_chart_table_new (koyomi_figure_get_title (figure));

  add_headings (self, table);
  for (guint i = 0; i < self->columns->len; i++)
    fill_row (self, table, i);

  return table;
}

static void
koyomi_plot_class_init (KoyomiPlotClass *class)
{
  KoyomiFigureClass *figure_class = KOYOMI_FIGURE_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = koyomi_plot_finalize;
  figure_class->measure = _koyomi_plot_measure;
  figure_class->place = _koyomi_plot_place;
  figure_class->paint = _koyomi_plot_paint;
  figure_class->create_table = create_table;
}

static void
koyomi_plot_init (KoyomiPlot *self)
{
  self->columns = g_array_new (FALSE, TRUE, sizeof (KoyomiPlotColumn));
  self->series = g_array_new (FALSE, TRUE, sizeof (KoyomiPlotSeries));
  self->marks = g_array_new (FALSE, TRUE, sizeof (KoyomiPlotMark));
  g_array_set_clear_func (self->columns, (GDestroyNotify) clear_column);
  g_array_set_clear_func (self->series, (GDestroyNotify) clear_series);
  g_array_set_clear_func (self->marks, (GDestroyNotify) clear_mark);
  self->today = NAN;
}

/**
 * koyomi_plot_new:
 * @title: "" for none
 * @unit: "" for a count
 * @decimals: at most
 */
KoyomiFigure *
koyomi_plot_new (KoyomiLanguage  language,
                 const char     *title,
                 const char     *unit,
                 guint           decimals)
{
  KoyomiPlot *self = g_object_new (KOYOMI_TYPE_PLOT, NULL);

  _koyomi_figure_set_up (KOYOMI_FIGURE (self), language, title);
  self->unit = g_strdup (unit);
  self->decimals = decimals;

  return KOYOMI_FIGURE (self);
}

/**
 * koyomi_plot_add_column:
 * @label: "" for none: the label before goes on
 * @name: as it is read out
 *
 * All columns come before the first series.
 */
void
koyomi_plot_add_column (KoyomiPlot *self,
                        const char *label,
                        const char *name)
{
  KoyomiPlotColumn column = { .label = g_strdup (label), .name = g_strdup (name), .limits = { NAN, NAN, NAN, NAN } };

  g_return_if_fail (KOYOMI_IS_PLOT (self) && self->series->len == 0);

  g_array_append_val (self->columns, column);
}

/**
 * koyomi_plot_add_series:
 * @tone: which of the colours
 *
 * Adds a series without values.
 *
 * Returns: its number
 */
guint
koyomi_plot_add_series (KoyomiPlot     *self,
                        const char     *name,
                        KoyomiPlotKind  kind,
                        guint           tone)
{
  KoyomiPlotSeries series = { .name = g_strdup (name), .kind = kind, .tone = tone };

  g_return_val_if_fail (KOYOMI_IS_PLOT (self), 0);

  series.points = g_array_new (FALSE, TRUE, sizeof (KoyomiPlotPoint));
  g_array_set_size (series.points, self->columns->len);
  for (guint i = 0; i < self->columns->len; i++)
    g_array_index (series.points, KoyomiPlotPoint, i).value = NAN;
  g_array_append_val (self->series, series);

  return self->series->len - 1;
}

/* @value: NAN for none */
void
koyomi_plot_set_value (KoyomiPlot *self,
                       guint       series,
                       guint       column,
                       double      value)
{
  g_return_if_fail (KOYOMI_IS_PLOT (self) && series < self->series->len && column < self->columns->len);

  _koyomi_plot_get_point (self, series, column)->value = isfinite (value) ? value : NAN;
}

/* Gives a value the glyph and the colour of how it stands. */
void
koyomi_plot_set_status (KoyomiPlot         *self,
                        guint               series,
                        guint               column,
                        KoyomiMetricStatus  status)
{
  g_return_if_fail (KOYOMI_IS_PLOT (self) && series < self->series->len && column < self->columns->len);

  _koyomi_plot_get_point (self, series, column)->status = status;
}

/* The limits that hold in a column. */
void
koyomi_plot_set_limits (KoyomiPlot             *self,
                        guint                   column,
                        const KoyomiPlotLimits *limits)
{
  g_return_if_fail (KOYOMI_IS_PLOT (self) && column < self->columns->len);

  _koyomi_plot_get_column (self, column)->limits = *limits;
}

/* @column: and how much of it is over, such as 4.5 for the middle of the fifth */
void
koyomi_plot_set_today (KoyomiPlot *self,
                       double      column,
                       const char *label)
{
  g_return_if_fail (KOYOMI_IS_PLOT (self));

  self->today = column;
  g_free (self->today_label);
  self->today_label = g_strdup (label);
}

KoyomiPlotColumn *
_koyomi_plot_get_column (KoyomiPlot *self,
                         guint       column)
{
  return &g_array_index (self->columns, KoyomiPlotColumn, column);
}

KoyomiPlotSeries *
_koyomi_plot_get_series (KoyomiPlot *self,
                         guint       series)
{
  return &g_array_index (self->series, KoyomiPlotSeries, series);
}

KoyomiPlotPoint *
_koyomi_plot_get_point (KoyomiPlot *self,
                        guint       series,
                        guint       column)
{
  return &g_array_index (_koyomi_plot_get_series (self, series)->points, KoyomiPlotPoint, column);
}

gboolean
_koyomi_plot_has_kind (KoyomiPlot     *self,
                       KoyomiPlotKind  kind)
{
  for (guint i = 0; i < self->series->len; i++)
    if (_koyomi_plot_get_series (self, i)->kind == kind)
      return TRUE;

  return FALSE;
}

gboolean
_koyomi_plot_is_line (const KoyomiPlotSeries *series)
{
  return series->kind != KOYOMI_PLOT_COLUMN && series->kind != KOYOMI_PLOT_STACK;
}

/* The four of them by number, those of the target first. */
double
_koyomi_plot_get_limit (const KoyomiPlotLimits *limits,
                        guint                   index)
{
  return ((double[]) { limits->target_low, limits->target_high, limits->warning_low, limits->warning_high })[index];
}

gboolean
_koyomi_plot_has_limits (KoyomiPlot *self)
{
  for (guint i = 0; i < 4 * self->columns->len; i++)
    if (!isnan (_koyomi_plot_get_limit (&_koyomi_plot_get_column (self, i / 4)->limits, i % 4)))
      return TRUE;

  return FALSE;
}

/* In which band a value lies; KOYOMI_METRIC_UNJUDGED without limits. */
KoyomiMetricStatus
_koyomi_plot_judge (const KoyomiPlotLimits *limits,
                    double                  value)
{
  double low = isnan (limits->warning_low) ? limits->target_low : limits->warning_low;
  double high = isnan (limits->warning_high) ? limits->target_high : limits->warning_high;

  if (isnan (low) && isnan (high))
    return KOYOMI_METRIC_UNJUDGED;
  if (value < low || value > high)
    return KOYOMI_METRIC_OFF_TARGET;

  return value < limits->target_low || value > limits->target_high ? KOYOMI_METRIC_AT_RISK : KOYOMI_METRIC_ON_TARGET;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  const double *left = a, *right = b;

  return (*left > *right) - (*left < *right);
}

/**
 * _koyomi_plot_cut:
 * @cuts: (out caller-allocates): KOYOMI_N_CUTS of them; what lies from one to the next is all of one status
 *
 * Returns: how many there are, at least two
 */
guint
_koyomi_plot_cut (const KoyomiPlotLimits *limits,
                  double                  low,
                  double                  high,
                  double                 *cuts)
{
  guint n_cuts = 2;

  cuts[0] = low;
  cuts[1] = high;
  for (guint i = 0; i < 4; i++)
    {
      double limit = _koyomi_plot_get_limit (limits, i);

      if (limit > low && limit < high)
        cuts[n_cuts++] = limit;
    }
  qsort (cuts, n_cuts, sizeof *cuts, compare_doubles);

  return n_cuts;
}

/* Such as “≥ 90%”; of both sides, where there are two; "" without any */
char *
_koyomi_plot_describe_limits (double      low,
                              double      high,
                              guint       decimals,
                              const char *unit)
{
  g_autofree char *low_text = koyomi_value_format (low, decimals, unit);
  g_autofree char *high_text = koyomi_value_format (high, decimals, unit);

  if (isnan (low) && isnan (high))
    return g_strdup ("");
  if (isnan (high))
    return g_strdup_printf ("≥ %s", low_text);
  if (isnan (low))
    return g_strdup_printf ("≤ %s", high_text);

  return g_strdup_printf ("%s – %s", low_text, high_text);
}

double
_koyomi_plot_place_y (KoyomiPlot     *self,
                      KoyomiPlotKind  kind,
                      double          value)
{
  const KoyomiValueAxis *axis = kind == KOYOMI_PLOT_SHARE ? &self->share_axis : &self->axis;

  return self->area.y + self->area.height * (1 - koyomi_value_axis_place (axis, value));
}
