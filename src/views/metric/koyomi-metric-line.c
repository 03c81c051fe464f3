#include "koyomi-metric-line.h"

#include "koyomi-day.h"
#include "koyomi-metric-card.h"
#include "koyomi-status-grid.h"

#include <math.h>

#define N_YEARS 5

void
koyomi_metric_line_free (KoyomiMetricLine *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->result, koyomi_metric_result_free);
  for (guint i = 0; i < G_N_ELEMENTS (self->quarters); i++)
    g_clear_pointer (&self->quarters[i], koyomi_metric_result_free);
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->parts, g_array_unref);
  g_free (self);
}

static const KoyomiMetricPoint *
get_point (const KoyomiMetricLine *self,
           guint                   index)
{
  return &g_array_index (self->points, KoyomiMetricPoint, index);
}

static KoyomiDirection
get_direction (const KoyomiMetricLine *self)
{
  return koyomi_record_get_int (self->result->metric, KOYOMI_METRIC_DIRECTION);
}

static KoyomiUnit
get_unit (const KoyomiMetricLine *self)
{
  return koyomi_record_get_int (self->result->metric, KOYOMI_METRIC_UNIT);
}

/* A quarter that is closed keeps its figure, and tells what it would be now beside it. */
static gboolean
tell_quarter (KoyomiMetricLine   *self,
              KoyomiMetricBook   *book,
              KoyomiMetricPoint  *point,
              GError            **error)
{
  g_autoptr(KoyomiMetricResult) result = koyomi_metric_book_tell (book, self->result->metric, point->year, point->quarter, FALSE, error);

  if (result == NULL)
    return FALSE;

  point->value = result->value;
  point->restated = result->is_restated ? result->figure.value : NAN;
  point->status = result->status;

  return TRUE;
}

/* What has not begun has no value, which is not 0. */
static gboolean
add_point (KoyomiMetricLine   *self,
           KoyomiMetricBook   *book,
           GPtrArray          *limits,
           KoyomiMetricPoint   point,
           guint32             today,
           GError            **error)
{
  g_auto(KoyomiMetricFigure) figure = { 0 };

  point.value = point.restated = NAN;
  point.status = KOYOMI_METRIC_NO_DATA;
  koyomi_metric_limits_find (&point.limits, limits, koyomi_record_get_id (self->result->metric), point.last_day);
  if (point.first_day <= today && point.quarter > 0)
    {
      if (!tell_quarter (self, book, &point, error))
        return FALSE;
    }
  else if (point.first_day <= today)
    {
      if (!koyomi_metric_book_compute (book, self->result->metric, point.first_day, point.last_day, FALSE, &figure, error))
        return FALSE;

      point.value = figure.value;
      point.status = koyomi_metric_limits_judge (&point.limits, get_direction (self), point.value);
    }
  g_array_append_val (self->points, point);

  return TRUE;
}

static guint
count_points (KoyomiMetricScale scale)
{
  return scale == KOYOMI_METRIC_BY_MONTH ? 12 : scale == KOYOMI_METRIC_BY_QUARTER ? 8 : N_YEARS;
}

static KoyomiMetricPoint
place_point (KoyomiMetricScale scale,
             KoyomiFiscalYear  year,
             guint             index)
{
  KoyomiMetricPoint point = { .year = year };

  switch (scale)
    {
    case KOYOMI_METRIC_BY_MONTH:
      point.first_day = koyomi_fiscal_year_get_month_first (year, index);
      point.last_day = koyomi_day_get_month_last (point.first_day);
      break;
    case KOYOMI_METRIC_BY_QUARTER:
      point.year.year = year.year - 1 + index / 4;
      point.quarter = 1 + index % 4;
      point.first_day = koyomi_fiscal_year_get_month_first (point.year, (point.quarter - 1) * 3);
      point.last_day = koyomi_day_add_months (point.first_day, 3) - 1;
      break;
    case KOYOMI_METRIC_BY_YEAR:
    case KOYOMI_N_METRIC_SCALES:
    default:
      point.year.year = year.year + 1 - N_YEARS + (int) index;
      point.first_day = koyomi_fiscal_year_get_first_day (point.year);
      point.last_day = koyomi_fiscal_year_get_last_day (point.year);
      break;
    }

  return point;
}

static gboolean
fill (KoyomiMetricLine  *self,
      KoyomiMetricBook  *book,
      KoyomiRecord      *metric,
      GPtrArray         *limits,
      KoyomiFiscalYear   year,
      guint32            today,
      GError           **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->quarters); i++)
    if (koyomi_fiscal_year_get_month_first (year, i * 3) <= today &&
        (self->quarters[i] = koyomi_metric_book_tell (book, metric, year, i + 1, FALSE, error)) == NULL)
      return FALSE;

  for (guint i = 0; i < count_points (self->scale); i++)
    if (!add_point (self, book, limits, place_point (self->scale, year, i), today, error))
      return FALSE;

  return TRUE;
}

static gboolean
read_parts (KoyomiMetricLine  *self,
            KoyomiMetricBook  *book,
            GError           **error)
{
  guint32 first_day = koyomi_fiscal_year_get_month_first (self->result->year, (self->result->quarter - 1) * 3);

  return !koyomi_metric_is_composite (self->result->metric) ||
         (self->parts = koyomi_metric_book_list_parts (book, self->result->metric, first_day, koyomi_day_add_months (first_day, 3) - 1,
                                                       error)) != NULL;
}

/* @limits: (element-type KoyomiRecord): those of any metrics */
KoyomiMetricLine *
koyomi_metric_line_new (KoyomiMetricBook   *book,
                        KoyomiRecord       *metric,
                        GPtrArray          *limits,
                        KoyomiFiscalYear    year,
                        int                 quarter,
                        KoyomiMetricScale   scale,
                        guint32             today,
                        GError            **error)
{
  g_autoptr(KoyomiMetricLine) self = g_new0 (KoyomiMetricLine, 1);

  self->scale = scale;
  self->points = g_array_new (FALSE, FALSE, sizeof (KoyomiMetricPoint));
  if ((self->result = koyomi_metric_book_tell (book, metric, year, quarter, FALSE, error)) == NULL ||
      !fill (self, book, metric, limits, year, today, error) || !read_parts (self, book, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* Returns: “FY2026 Sep”, “FY2026 Q2” or “FY2026” */
char *
koyomi_metric_line_name_point (const KoyomiMetricLine *self,
                               guint                   index,
                               KoyomiLanguage          language)
{
  const KoyomiMetricPoint *point = get_point (self, index);
  g_autofree char *year = koyomi_fiscal_year_format (point->year, language);
  g_autofree char *part = NULL;

  if (self->scale == KOYOMI_METRIC_BY_YEAR)
    return g_steal_pointer (&year);

  part = point->quarter > 0 ? koyomi_fiscal_year_format_quarter (point->year, point->quarter, language)
                            : koyomi_fiscal_year_format_month (point->year, koyomi_fiscal_year_get_month_index (point->year, point->first_day),
                                                               language);

  return g_strdup_printf ("%s %s", year, part);
}

/* What stands below a column: as short as it can be. */
static char *
label_point (const KoyomiMetricLine *self,
             guint                   index,
             KoyomiLanguage          language)
{
  const KoyomiMetricPoint *point = get_point (self, index);

  if (self->scale == KOYOMI_METRIC_BY_YEAR)
    return g_strdup_printf ("%d", point->year.year);
  if (point->quarter > 0 && language == KOYOMI_LANGUAGE_JA)
    return g_strdup_printf ("%dQ", point->quarter);
  if (point->quarter > 0)
    return koyomi_fiscal_year_format_quarter (point->year, point->quarter, language);

  return koyomi_fiscal_year_format_month (point->year, koyomi_fiscal_year_get_month_index (point->year, point->first_day), language);
}

char *
koyomi_metric_line_format (const KoyomiMetricLine *self,
                           double                  value,
                           KoyomiLanguage          language)
{
  return koyomi_metric_format_value (value, get_unit (self), language);
}

/* “Q1”, the quarter before */
static char *
name_before (const KoyomiMetricLine *self,
             KoyomiLanguage          language)
{
  return koyomi_fiscal_year_format_quarter (self->result->year, self->result->quarter > 1 ? self->result->quarter - 1 : 4, language);
}

/* Returns: “▲ 2.1 % since Q1, better”; "" where there is nothing to compare with */
char *
koyomi_metric_line_format_change (const KoyomiMetricLine *self,
                                  KoyomiLanguage          language)
{
  const KoyomiMetricResult *result = self->result;
  double change = result->value - result->before;
  g_autofree char *number = NULL;
  g_autofree char *before = NULL;

  if (isnan (change))
    return g_strdup ("");

  number = koyomi_metric_line_format (self, fabs (change), language);
  before = name_before (self, language);

  /* Translators: an arrow, by how much, since which quarter, whether that is better */
  return g_strdup_printf (koyomi_tr (language, N_("%1$s %2$s since %3$s: %4$s")), change > 0 ? "▲" : change < 0 ? "▼" : "→", number, before,
                          koyomi_trend_get_label (result->trend, language));
}

/* Returns: all that the card says, for a screen reader */
char *
koyomi_metric_line_describe (const KoyomiMetricLine *self,
                             KoyomiLanguage          language)
{
  g_autofree char *value = koyomi_metric_line_format (self, self->result->value, language);
  g_autofree char *change = koyomi_metric_line_format_change (self, language);
  const char *comma = language == KOYOMI_LANGUAGE_JA ? "、" : ", ";

  return g_strconcat (koyomi_record_get_title (self->result->metric), comma, value, comma,
                      koyomi_metric_status_get_label (self->result->status, language), *change != '\0' ? comma : "", change, NULL);
}

/* With lower ends both; else the direction says which side is wanted. */
static KoyomiPlotLimits
convert_limits (const KoyomiMetricLimits *limits,
                KoyomiDirection           direction)
{
  if (!isnan (limits->target_low) || !isnan (limits->warning_low))
    return (KoyomiPlotLimits) { limits->target_low, limits->target, limits->warning_low, limits->warning };
  if (direction == KOYOMI_DIRECTION_UP)
    return (KoyomiPlotLimits) { limits->target, NAN, limits->warning, NAN };

  return (KoyomiPlotLimits) { NAN, limits->target, NAN, limits->warning };
}

/* “computed · 14 of 17”, or who enters it */
static char *
make_remark (const KoyomiMetricLine *self,
             KoyomiLanguage          language)
{
  KoyomiRecord *metric = self->result->metric;
  const KoyomiMetricFigure *figure = &self->result->figure;
  const char *by = koyomi_record_get_text (metric, KOYOMI_METRIC_MEASURED_BY);

  if (koyomi_record_get_int (metric, KOYOMI_METRIC_KIND) == KOYOMI_METRIC_KIND_ENTERED)
    /* Translators: who enters the values of a metric */
    return *by != '\0' ? g_strdup_printf (koyomi_tr (language, N_("entered by %s")), by) : g_strdup (koyomi_tr (language, N_("entered by hand")));
  if (self->parts != NULL)
    return koyomi_metric_figure_explain_score (figure, language);
  if (get_unit (self) == KOYOMI_UNIT_PERCENT && !isnan (figure->denominator))
    /* Translators: what a rate that is computed stands on: of so many so many */
    return g_strdup_printf (koyomi_tr (language, N_("computed: %1$.0f of %2$.0f")), figure->numerator, figure->denominator);
  if (figure->n_samples > 0)
    return g_strdup_printf (koyomi_ntr (language, "computed from %u row", "computed from %u rows", figure->n_samples), figure->n_samples);

  return g_strdup (koyomi_tr (language, N_("computed")));
}

/* Returns: (transfer full): at a glance */
KoyomiFigure *
koyomi_metric_line_create_card (const KoyomiMetricLine *self,
                                KoyomiLanguage          language)
{
  KoyomiUnit unit = get_unit (self);
  KoyomiFigure *figure = koyomi_metric_card_new (language, koyomi_record_get_title (self->result->metric),
                                                 koyomi_unit_get_sign (unit, language), koyomi_unit_get_decimals (unit));
  KoyomiMetricCard *card = KOYOMI_METRIC_CARD (figure);
  KoyomiPlotLimits limits = convert_limits (&self->result->limits, get_direction (self));
  g_autofree char *before = name_before (self, language);
  /* Translators: behind how much a value has changed; a quarter such as Q1 */
  g_autofree char *since = g_strdup_printf (koyomi_tr (language, N_("vs %s")), before);
  g_autofree char *remark = make_remark (self, language);

  koyomi_metric_card_set_value (card, self->result->value, self->result->status);
  koyomi_metric_card_set_change (card, self->result->value - self->result->before, since);
  koyomi_metric_card_set_target (card, limits.target_low, limits.target_high);
  koyomi_metric_card_set_remark (card, remark);
  koyomi_metric_card_set_columns (card, unit == KOYOMI_UNIT_COUNT);
  for (guint i = 0; i < self->points->len; i++)
    {
      g_autofree char *label = label_point (self, i, language);
      g_autofree char *name = koyomi_metric_line_name_point (self, i, language);

      koyomi_metric_card_add_point (card, label, name, get_point (self, i)->value);
    }

  return figure;
}

static gboolean
is_restated (const KoyomiMetricLine *self)
{
  for (guint i = 0; i < self->points->len; i++)
    if (!isnan (get_point (self, i)->restated))
      return TRUE;

  return FALSE;
}

static void
fill_plot (const KoyomiMetricLine *self,
           KoyomiPlot             *plot,
           KoyomiLanguage          language)
{
  gboolean has_restated = is_restated (self);
  guint series = koyomi_plot_add_series (plot, koyomi_record_get_title (self->result->metric),
                                         get_unit (self) == KOYOMI_UNIT_COUNT ? KOYOMI_PLOT_COLUMN : KOYOMI_PLOT_LINE, 0);
  guint now = has_restated ? koyomi_plot_add_series (plot, koyomi_trc (language, "metric", "As the plan now stands"), KOYOMI_PLOT_DASHED, 1) : 0;

  for (guint i = 0; i < self->points->len; i++)
    {
      const KoyomiMetricPoint *point = get_point (self, i);

      koyomi_plot_set_value (plot, series, i, point->value);
      if (!isnan (point->value))
        koyomi_plot_set_status (plot, series, i, point->status);
      if (has_restated)
        koyomi_plot_set_value (plot, now, i, isnan (point->restated) ? point->value : point->restated);
    }
}

/* Returns: (transfer full): how it went, over the bands of the limits of each time */
KoyomiFigure *
koyomi_metric_line_create_plot (const KoyomiMetricLine *self,
                                KoyomiLanguage          language)
{
  KoyomiUnit unit = get_unit (self);
  KoyomiFigure *figure = koyomi_plot_new (language, "", koyomi_unit_get_sign (unit, language), koyomi_unit_get_decimals (unit));

  for (guint i = 0; i < self->points->len; i++)
    {
      KoyomiPlotLimits limits = convert_limits (&get_point (self, i)->limits, get_direction (self));
      g_autofree char *label = label_point (self, i, language);
      g_autofree char *name = koyomi_metric_line_name_point (self, i, language);

      koyomi_plot_add_column (KOYOMI_PLOT (figure), label, name);
      koyomi_plot_set_limits (KOYOMI_PLOT (figure), i, &limits);
    }
  fill_plot (self, KOYOMI_PLOT (figure), language);

  return figure;
}

/* There is room for a symbol of the unit, not for a word, and for three digits. */
static char *
format_shortly (const KoyomiMetricLine *self,
                double                  value,
                KoyomiLanguage          language)
{
  int decimals = fabs (value) < 99.95 ? 1 : 0;

  if (isnan (value))
    return koyomi_metric_line_format (self, value, KOYOMI_LANGUAGE_EN);

  switch (get_unit (self))
    {
    case KOYOMI_UNIT_HOURS:
      return g_strdup_printf ("%.*f h", decimals, value);
    case KOYOMI_UNIT_DAYS:
      return g_strdup_printf (language == KOYOMI_LANGUAGE_JA ? "%.*f日" : "%.*f d", decimals, value);
    case KOYOMI_UNIT_PERCENT:
      return g_strdup_printf ("%.*f %%", decimals, value);
    case KOYOMI_UNIT_COUNT:
    case KOYOMI_UNIT_POINTS:
    default:
      return koyomi_metric_line_format (self, value, KOYOMI_LANGUAGE_EN);
    }
}

/* @lines: (element-type KoyomiMetricLine). Returns: (transfer full): how each stood in each quarter of the year */
KoyomiFigure *
koyomi_metric_lines_create_grid (GPtrArray      *lines,
                                 KoyomiLanguage  language)
{
  KoyomiFigure *figure = koyomi_status_grid_new (language, koyomi_trc (language, "metric", "Status by Quarter"));

  for (int i = 0; i < 4; i++)
    {
      g_autofree char *name = koyomi_fiscal_year_format_quarter ((KoyomiFiscalYear) { 0, 1 }, i + 1, language);

      koyomi_status_grid_add_column (KOYOMI_STATUS_GRID (figure), name);
    }
  for (guint i = 0; i < lines->len; i++)
    {
      const KoyomiMetricLine *line = g_ptr_array_index (lines, i);
      guint row = koyomi_status_grid_add_row (KOYOMI_STATUS_GRID (figure), koyomi_record_get_title (line->result->metric));

      for (guint j = 0; j < 4; j++)
        if (line->quarters[j] != NULL)
          {
            g_autofree char *value = format_shortly (line, line->quarters[j]->value, language);

            koyomi_status_grid_set_cell (KOYOMI_STATUS_GRID (figure), row, j, value, line->quarters[j]->status);
          }
    }

  return figure;
}
