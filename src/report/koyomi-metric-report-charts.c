#include "koyomi-metric-report-private.h"

#include "koyomi-day.h"
#include "koyomi-figure-style.h"
#include "koyomi-incident-charts.h"
#include "koyomi-matrix-report-private.h"
#include "koyomi-maturity-charts.h"
#include "koyomi-metric-card.h"
#include "koyomi-plot.h"

#include <math.h>
#include <string.h>

#define CHARTS_ACROSS 3

/* Months of incidents whose causes are counted. */
#define CAUSE_MONTHS 12

/* A line of a chart: the value, or a limit where one is set. */
typedef enum
{
  LINE_VALUE,
  LINE_TARGET,
  LINE_WARNING,
  LINE_TARGET_LOW,
  LINE_WARNING_LOW,
  N_LINES,
} Line;

/* As figures write it behind a number. */
static const char *
get_unit_sign (const KoyomiMetricCourse *course,
               KoyomiLanguage            language)
{
  switch (course->unit)
    {
    case KOYOMI_UNIT_HOURS:
      return koyomi_trc (language, "unit behind a number", "h");
    case KOYOMI_UNIT_PERCENT:
      return "%";
    case KOYOMI_UNIT_DAYS:
      return koyomi_trc (language, "unit behind a number", "d");
    case KOYOMI_UNIT_POINTS:
    case KOYOMI_UNIT_COUNT:
    default:
      return "";
    }
}

/* A limit below and one above: a metric without lower limits has one of the two. */
static KoyomiPlotLimits
get_limits (const KoyomiMetricCourse *course,
            const KoyomiMetricLimits *limits)
{
  KoyomiDirection direction = koyomi_record_get_int (course->metric, KOYOMI_METRIC_DIRECTION);

  if (isnan (limits->target_low) && isnan (limits->warning_low) && direction == KOYOMI_DIRECTION_UP)
    return (KoyomiPlotLimits) { limits->target, NAN, limits->warning, NAN };

  return (KoyomiPlotLimits) { limits->target_low, limits->target, limits->warning_low, limits->warning };
}

/* As a tile of the board: the value of the quarter, how it stands and changed, and the months. */
KoyomiFigure *
_koyomi_metric_report_new_card (KoyomiMetricReport       *self,
                                const KoyomiMetricCourse *course)
{
  const KoyomiMetricResult *result = _koyomi_metric_course_get_last (course);
  KoyomiPlotLimits limits = get_limits (course, &result->limits);
  KoyomiFigure *figure = koyomi_metric_card_new (self->language, koyomi_record_get_title (course->metric), get_unit_sign (course, self->language),
                                                 course->decimals);
  KoyomiMetricCard *card = KOYOMI_METRIC_CARD (figure);

  koyomi_metric_card_set_value (card, result->value, result->status);
  koyomi_metric_card_set_change (card, result->value - result->before, koyomi_tr (self->language, N_("since last quarter")));
  koyomi_metric_card_set_target (card, limits.target_low, limits.target_high);
  koyomi_metric_card_set_remark (card, _koyomi_metric_course_get_comment (course));
  koyomi_metric_card_set_columns (card, course->unit == KOYOMI_UNIT_COUNT);
  for (guint i = 0; i < KOYOMI_METRIC_REPORT_MONTHS; i++)
    koyomi_metric_card_add_point (card, self->months[i] + strlen ("2026-"), self->months[i], course->months[i]);

  return figure;
}

/* The months with the bands of their limits. */
KoyomiFigure *
_koyomi_metric_report_new_plot (KoyomiMetricReport       *self,
                                const KoyomiMetricCourse *course)
{
  g_autofree char *title = g_strjoin (" ", _koyomi_metric_course_get_code (course), koyomi_record_get_title (course->metric), NULL);
  KoyomiFigure *figure = koyomi_plot_new (self->language, title, get_unit_sign (course, self->language), course->decimals);
  KoyomiPlot *plot = KOYOMI_PLOT (figure);
  guint series;

  for (guint i = 0; i < KOYOMI_METRIC_REPORT_MONTHS; i++)
    koyomi_plot_add_column (plot, self->months[i] + strlen ("20"), self->months[i]);
  series = koyomi_plot_add_series (plot, koyomi_record_get_title (course->metric),
                                   course->unit == KOYOMI_UNIT_COUNT ? KOYOMI_PLOT_COLUMN : KOYOMI_PLOT_LINE, 0);
  for (guint i = 0; i < KOYOMI_METRIC_REPORT_MONTHS; i++)
    {
      KoyomiPlotLimits limits = get_limits (course, &course->limits[i]);

      koyomi_plot_set_value (plot, series, i, course->months[i]);
      koyomi_plot_set_limits (plot, i, &limits);
    }

  return figure;
}

static double
get_point (const KoyomiMetricCourse *course,
           Line                      line,
           guint                     month)
{
  const KoyomiMetricLimits *limits = &course->limits[month];
  const double values[N_LINES] = {
    [LINE_VALUE] = course->months[month],
    [LINE_TARGET] = limits->target,
    [LINE_WARNING] = limits->warning,
    [LINE_TARGET_LOW] = limits->target_low,
    [LINE_WARNING_LOW] = limits->warning_low,
  };

  return values[line];
}

static gboolean
has_line (const KoyomiMetricCourse *course,
          Line                      line)
{
  for (guint i = 0; i < KOYOMI_METRIC_REPORT_MONTHS; i++)
    if (!isnan (get_point (course, line, i)))
      return TRUE;

  return line == LINE_VALUE;
}

static void
add_line (KoyomiMetricReport       *self,
          KoyomiDocumentTable      *data,
          KoyomiDocumentChart      *chart,
          const KoyomiMetricCourse *course,
          Line                      line)
{
  static const char * const names[N_LINES] = {
    N_("Value"), N_("Target"), N_("Warning"), N_("Lower target"), N_("Lower warning"),
  };

  KoyomiMetricStatus status = line == LINE_TARGET || line == LINE_TARGET_LOW ? KOYOMI_METRIC_ON_TARGET : KOYOMI_METRIC_AT_RISK;
  KoyomiColour colour = line == LINE_VALUE ? koyomi_figure_style_get_tone (KOYOMI_CHART_PALETTE_PRINT, 0)->line
                                           : koyomi_figure_style_get_status (KOYOMI_CHART_PALETTE_PRINT, status)->strong;
  KoyomiDocumentLook look = line != LINE_VALUE ? status == KOYOMI_METRIC_ON_TARGET ? KOYOMI_DOCUMENT_LOOK_DASHED : KOYOMI_DOCUMENT_LOOK_DOTTED
                            : course->unit == KOYOMI_UNIT_COUNT ? KOYOMI_DOCUMENT_LOOK_COLUMN : KOYOMI_DOCUMENT_LOOK_LINE;
  KoyomiDocumentRow *row;

  if (!has_line (course, line))
    return;

  _koyomi_document_add_series (chart, data->rows->len, look, colour);
  row = _koyomi_document_add_row (data, "line", data->rows->len);
  _koyomi_document_add_text (row, _koyomi_metric_course_get_code (course));
  _koyomi_document_add_text (row, koyomi_record_get_title (course->metric));
  _koyomi_document_take_text (row, koyomi_record_format (course->metric, KOYOMI_METRIC_UNIT, self->language));
  _koyomi_document_add_text (row, koyomi_tr (self->language, names[line]));
  for (guint i = 0; i < KOYOMI_METRIC_REPORT_MONTHS; i++)
    _koyomi_metric_report_add_value (self, row, course, get_point (course, line, i));
}

/* A chart of the metric on the sheet of @charts, over the cells of @data. */
void
_koyomi_metric_report_add_chart (KoyomiMetricReport       *self,
                                 KoyomiDocumentTable      *charts,
                                 KoyomiDocumentTable      *data,
                                 const KoyomiMetricCourse *course)
{
  g_autofree char *unit = koyomi_record_format (course->metric, KOYOMI_METRIC_UNIT, self->language);
  g_autofree char *title = g_strdup_printf ("%s %s (%s)", _koyomi_metric_course_get_code (course), koyomi_record_get_title (course->metric), unit);
  KoyomiDocumentChart *chart = _koyomi_document_add_row_chart (charts, title, data, 3, 4, KOYOMI_METRIC_REPORT_MONTHS);

  chart->is_whole = course->unit == KOYOMI_UNIT_COUNT;
  for (guint line = 0; line < N_LINES; line++)
    add_line (self, data, chart, course, line);
  _koyomi_document_take_figure (charts, _koyomi_metric_report_new_plot (self, course));
}

/* Where charts of metrics come, on the sheet that was added last. */
KoyomiDocumentTable *
_koyomi_metric_report_add_chart_section (KoyomiMetricReport *self,
                                         const char         *title)
{
  KoyomiDocumentTable *charts = _koyomi_metric_report_add_table (self, title);

  charts->n_across = CHARTS_ACROSS;
  charts->note = g_strdup (koyomi_tr (self->language, N_("As the plan now stands. A month without a value is a gap.")));

  return charts;
}

/* The cells of charts, on a sheet of their own. */
KoyomiDocumentTable *
_koyomi_metric_report_add_chart_data (KoyomiMetricReport *self)
{
  static const KoyomiDocumentColumn columns[] = { { N_("Code"), 2 }, { N_("Metric"), 8 }, { N_("Unit"), 2 }, { N_("Line"), 3 } };

  KoyomiDocumentTable *data;

  _koyomi_document_add_sheet (self->document, koyomi_tr (self->language, N_("Data of charts")));
  data = _koyomi_metric_report_add_table (self, N_("Data of charts"));
  data->is_list = TRUE;
  data->n_names = 4;
  _koyomi_metric_report_add_columns (self, data, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < KOYOMI_METRIC_REPORT_MONTHS; i++)
    _koyomi_document_add_column (data, self->months[i], 2);

  return data;
}

/* A chart a metric, over the cells of the sheet behind it. */
void
_koyomi_metric_report_add_charts (KoyomiMetricReport *self)
{
  KoyomiDocumentTable *charts, *data;

  _koyomi_document_add_sheet (self->document, koyomi_tr (self->language, N_("Charts")));
  charts = _koyomi_metric_report_add_chart_section (self, N_("Metrics by month"));
  data = _koyomi_metric_report_add_chart_data (self);
  for (guint i = 0; i < self->courses->len; i++)
    _koyomi_metric_report_add_chart (self, charts, data, g_ptr_array_index (self->courses, i));
}

static void
add_level (KoyomiDocumentRow *row,
           double             level)
{
  _koyomi_document_take_value (row, level, 1, isnan (level) ? g_strdup ("") : g_strdup_printf ("%.1f", level));
}

static void
add_groups (KoyomiMetricReport  *self,
            KoyomiDocumentTable *table,
            const KoyomiRadar   *radar)
{
  static const KoyomiDocumentColumn columns[] = {
    { N_("Function group"), 12 }, { N_("As is"), 3 }, { N_("To be"), 3 }, { N_("Gap"), 3 }, { N_("A year before"), 3 },
  };

  _koyomi_metric_report_add_columns (self, table, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < radar->axes->len; i++)
    {
      const KoyomiRadarAxis *axis = &g_array_index (radar->axes, KoyomiRadarAxis, i);
      KoyomiDocumentRow *row = _koyomi_document_add_row (table, "group", i);

      _koyomi_document_take_text (row, g_strjoin (*axis->code != '\0' ? " " : "", axis->code, axis->name, NULL));
      add_level (row, axis->values[KOYOMI_SERIES_NOW]);
      add_level (row, axis->values[KOYOMI_SERIES_GOAL]);
      add_level (row, axis->values[KOYOMI_SERIES_GOAL] - axis->values[KOYOMI_SERIES_NOW]);
      add_level (row, axis->values[KOYOMI_SERIES_BEFORE]);
    }
}

static void
add_radar_chart (KoyomiDocumentTable *table)
{
  static const struct { guint column; KoyomiSeries series; KoyomiDocumentLook look; } lines[] = {
    { 4, KOYOMI_SERIES_BEFORE, KOYOMI_DOCUMENT_LOOK_DOTTED }, { 2, KOYOMI_SERIES_GOAL, KOYOMI_DOCUMENT_LOOK_DASHED },
    { 1, KOYOMI_SERIES_NOW, KOYOMI_DOCUMENT_LOOK_LINE },
  };

  KoyomiDocumentChart *chart = _koyomi_document_add_column_chart (table, table->title, table, table->rows->len);

  chart->is_radar = TRUE;
  chart->is_whole = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    _koyomi_document_add_series (chart, lines[i].column, lines[i].look,
                                 koyomi_rating_style_get_series (KOYOMI_CHART_PALETTE_PRINT, lines[i].series)->line);
}

/* The maturity of the groups of functions at the end of the quarter. */
gboolean
_koyomi_metric_report_add_maturity (KoyomiMetricReport  *self,
                                    GError             **error)
{
  g_autoptr(KoyomiMatrixReport) matrix = _koyomi_matrix_report_load (self->session, NULL, MIN (self->last_day, self->today), self->language,
                                                                     error);
  KoyomiDocumentTable *table;
  KoyomiRadar *radar;

  if (matrix == NULL)
    return FALSE;

  _koyomi_document_add_sheet (self->document, koyomi_tr (self->language, N_("Maturity")));
  table = _koyomi_metric_report_add_table (self, N_("Maturity by function group"));
  table->empty = g_strdup (koyomi_tr (self->language, N_("No maturity has been assessed.")));
  radar = koyomi_radar_new_for_maturity (matrix->maturity, matrix->before, self->language);
  add_groups (self, table, radar);
  if (table->rows->len > 0)
    {
      add_radar_chart (table);
      _koyomi_document_take_radar (table, radar);
    }
  else
    koyomi_radar_free (radar);

  return TRUE;
}

/* Of the incidents of a year until the end of the quarter, the most frequent class first. */
static GPtrArray *
count_causes (KoyomiMetricReport *self)
{
  g_autoptr(GPtrArray) cards = koyomi_incident_board_list_days (self->incidents, koyomi_day_add_months (self->last_day + 1, -CAUSE_MONTHS),
                                                                MIN (self->last_day, self->today));

  return koyomi_incident_causes_new (cards);
}

static void
add_cause_rows (KoyomiMetricReport  *self,
                KoyomiDocumentTable *table,
                GPtrArray           *causes)
{
  guint total = 0, sum = 0;

  for (guint i = 0; i < causes->len; i++)
    total += ((const KoyomiIncidentCause *) g_ptr_array_index (causes, i))->cards->len;
  for (guint i = 0; i < causes->len; i++)
    {
      const KoyomiIncidentCause *cause = g_ptr_array_index (causes, i);
      KoyomiDocumentRow *row = _koyomi_document_add_row (table, cause->class, 0);

      sum += cause->cards->len;
      _koyomi_document_add_label (row, koyomi_incident_cause_get_label (cause->class, self->language));
      _koyomi_document_add_number (row, cause->cards->len);
      _koyomi_document_add_number (row, sum);
      _koyomi_document_take_text (row, g_strdup_printf ("%.0f %%", 100.0 * sum / total));
    }
}

static void
add_pareto_chart (KoyomiDocumentTable *table)
{
  KoyomiDocumentChart *chart = _koyomi_document_add_column_chart (table, table->title, table, MIN (table->rows->len, KOYOMI_MOST_CAUSES));

  chart->is_whole = TRUE;
  _koyomi_document_add_series (chart, 1, KOYOMI_DOCUMENT_LOOK_COLUMN, koyomi_figure_style_get_tone (KOYOMI_CHART_PALETTE_PRINT, 0)->fill);
  _koyomi_document_add_series (chart, 2, KOYOMI_DOCUMENT_LOOK_LINE, koyomi_figure_style_get_tone (KOYOMI_CHART_PALETTE_PRINT, 1)->line)->labels = 3;
}

void
_koyomi_metric_report_add_causes (KoyomiMetricReport *self)
{
  static const KoyomiDocumentColumn columns[] = {
    { N_("Class"), 12 }, { N_("Incidents"), 4 }, { N_("With those before"), 4 }, { N_("Cumulative share"), 4 },
  };

  g_autoptr(GPtrArray) causes = count_causes (self);
  KoyomiDocumentTable *table;

  _koyomi_document_add_sheet (self->document, koyomi_tr (self->language, N_("Causes")));
  table = _koyomi_metric_report_add_table (self, N_("Incidents by class in twelve months"));
  table->empty = g_strdup (koyomi_tr (self->language, N_("There were no incidents in the twelve months.")));
  _koyomi_metric_report_add_columns (self, table, columns, G_N_ELEMENTS (columns));
  add_cause_rows (self, table, causes);
  if (causes->len > 0)
    {
      add_pareto_chart (table);
      _koyomi_document_take_figure (table, koyomi_incident_causes_create_figure (causes, "", self->language));
    }
}
