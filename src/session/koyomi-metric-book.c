#include "koyomi-metric-book.h"

#include "koyomi-day.h"
#include "koyomi-metric-facts-private.h"
#include "koyomi-metric-moments-private.h"
#include "koyomi-reference.h"

#include <math.h>
#include <string.h>

struct _KoyomiMetricBook
{
  guint32              today;
  int                  start_month;
  GPtrArray           *metrics;     /* (element-type KoyomiRecord): in their order */
  GPtrArray           *limits;      /* (element-type KoyomiRecord) */
  GPtrArray           *values;      /* (element-type KoyomiRecord): those that were not corrected */
  GPtrArray           *closes;      /* (element-type KoyomiRecord) */
  GPtrArray           *comments;    /* (element-type KoyomiRecord) */
  GPtrArray           *parts;       /* (element-type KoyomiRecord): of composite scores */
  KoyomiMetricFacts   *facts;
  KoyomiMetricMoments *moments;
  GHashTable          *figures;     /* metric, first and last day -> KoyomiMetricFigure without rows: a quarter is also the one before another */
};

void
koyomi_metric_book_free (KoyomiMetricBook *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->figures, g_hash_table_unref);
  g_clear_pointer (&self->moments, _koyomi_metric_moments_free);
  g_clear_pointer (&self->facts, koyomi_metric_facts_free);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->comments, g_ptr_array_unref);
  g_clear_pointer (&self->closes, g_ptr_array_unref);
  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_clear_pointer (&self->limits, g_ptr_array_unref);
  g_clear_pointer (&self->metrics, g_ptr_array_unref);
  g_free (self);
}

void
koyomi_metric_result_free (KoyomiMetricResult *self)
{
  if (self == NULL)
    return;

  koyomi_metric_figure_clear (&self->figure);
  g_clear_object (&self->metric);
  g_clear_object (&self->close);
  g_clear_object (&self->comment);
  g_free (self);
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  gint64 first = koyomi_record_get_int (*(KoyomiRecord * const *) a, KOYOMI_METRIC_POSITION);
  gint64 second = koyomi_record_get_int (*(KoyomiRecord * const *) b, KOYOMI_METRIC_POSITION);

  return (first > second) - (first < second);
}

static void
drop_corrected (GPtrArray *values)
{
  for (guint i = values->len; i > 0; i--)
    if (!koyomi_record_is_none (g_ptr_array_index (values, i - 1), KOYOMI_METRIC_VALUE_SUPERSEDED_AT))
      g_ptr_array_remove_index (values, i - 1);
}

/**
 * koyomi_session_load_metrics:
 * @today: what comes later is not told; of a session of the past the day it is of
 */
KoyomiMetricBook *
koyomi_session_load_metrics (KoyomiSession   *session,
                             guint32          today,
                             KoyomiLanguage   language,
                             GError         **error)
{
  g_autoptr(KoyomiMetricBook) self = g_new0 (KoyomiMetricBook, 1);

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), NULL);

  self->today = today;
  self->start_month = koyomi_session_get_fiscal_year (session, today).start_month;
  if ((self->metrics = koyomi_session_list (session, KOYOMI_TABLE_METRIC, 0, 0, language, error)) == NULL ||
      (self->limits = koyomi_session_list (session, KOYOMI_TABLE_METRIC_LIMIT, 0, 0, language, error)) == NULL ||
      (self->values = koyomi_session_list (session, KOYOMI_TABLE_METRIC_VALUE, 0, 0, language, error)) == NULL ||
      (self->closes = koyomi_session_list (session, KOYOMI_TABLE_METRIC_CLOSE, 0, 0, language, error)) == NULL ||
      (self->comments = koyomi_session_list (session, KOYOMI_TABLE_METRIC_COMMENT, 0, 0, language, error)) == NULL ||
      (self->parts = koyomi_session_list (session, KOYOMI_TABLE_METRIC_PART, 0, 0, language, error)) == NULL ||
      (self->facts = _koyomi_session_load_metric_facts (session, error)) == NULL)
    return NULL;

  g_ptr_array_sort (self->metrics, compare_positions);
  drop_corrected (self->values);
  self->figures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->moments = _koyomi_metric_moments_new (session, self->metrics, self->values);

  return g_steal_pointer (&self);
}

/* Returns: (transfer none) (element-type KoyomiRecord): in their order, retired ones as well */
GPtrArray *
koyomi_metric_book_get_metrics (KoyomiMetricBook *self)
{
  return self->metrics;
}

/* The formula that the metric names; of one from before there were formulas in plans, that of the reference for its code. FALSE for a metric
 * that is entered, or whose formula this version does not know: it then has no data. */
gboolean
koyomi_metric_find_computation (KoyomiRecord      *metric,
                                KoyomiComputation *computation)
{
  const KoyomiReference *table = koyomi_reference_get ("reference/kpis");
  const char *nick = koyomi_record_get_text (metric, KOYOMI_METRIC_COMPUTATION);

  if (koyomi_record_get_int (metric, KOYOMI_METRIC_KIND) != KOYOMI_METRIC_KIND_COMPUTED)
    return FALSE;

  for (guint i = 0; *nick == '\0' && i < koyomi_reference_get_n_rows (table); i++)
    if (strcmp (koyomi_reference_get_text (table, i, "id"), koyomi_record_get_text (metric, KOYOMI_METRIC_CODE)) == 0)
      nick = koyomi_reference_get_text (table, i, "computation");

  return koyomi_computation_from_nick (nick, computation);
}

/**
 * koyomi_metric_book_compute_formula:
 * @first_day: of a time within one fiscal year
 * @figure: (out caller-allocates): to be cleared
 *
 * What the formula gives for any time as the plan now stands, whether or not the plan has a metric with it.
 */
gboolean
koyomi_metric_book_compute_formula (KoyomiMetricBook    *self,
                                    KoyomiComputation    computation,
                                    guint32              first_day,
                                    guint32              last_day,
                                    gboolean             with_rows,
                                    KoyomiMetricFigure  *figure,
                                    GError             **error)
{
  KoyomiFiscalYear year = koyomi_fiscal_year_of_day (first_day, self->start_month);
  KoyomiMetricPeriod period = { first_day, last_day, self->today, koyomi_fiscal_year_get_first_day (year),
                                koyomi_fiscal_year_get_last_day (year), NULL };

  if (koyomi_computation_needs_moment (computation) && first_day <= self->today &&
      (period.moment = _koyomi_metric_moments_get (self->moments, koyomi_metric_period_get_end (&period), error)) == NULL)
    return FALSE;

  koyomi_computation_compute (computation, self->facts, &period, with_rows, figure);

  return TRUE;
}

/* The last value of the time; one that is measured once a year is looked for in the whole year until then. */
static void
take_entered (KoyomiMetricBook   *self,
              KoyomiRecord       *metric,
              guint32             first_day,
              guint32             last_day,
              gboolean            with_rows,
              KoyomiMetricFigure *figure)
{
  KoyomiRecord *value = NULL;

  koyomi_metric_figure_init (figure);
  if (with_rows)
    figure->rows = g_array_new (FALSE, FALSE, sizeof (KoyomiMetricRow));
  if (koyomi_metric_get_frequency (metric) == KOYOMI_MEASURED_YEARLY)
    first_day = koyomi_fiscal_year_get_first_day (koyomi_fiscal_year_of_day (first_day, self->start_month));
  if (_koyomi_metric_find_last (self->values, koyomi_record_get_id (metric), first_day, MIN (last_day, self->today), &value) == KOYOMI_DAY_NONE)
    return;

  figure->value = koyomi_record_get_real (value, KOYOMI_METRIC_VALUE_VALUE);
  figure->n_samples = 1;
  if (with_rows)
    {
      KoyomiMetricRow row = { KOYOMI_TABLE_METRIC_VALUE, koyomi_record_get_id (value), TRUE, figure->value };

      g_array_append_val (figure->rows, row);
    }
}

gboolean
koyomi_metric_is_composite (KoyomiRecord *metric)
{
  return koyomi_record_get_int (metric, KOYOMI_METRIC_KIND) == KOYOMI_METRIC_KIND_COMPUTED &&
         strcmp (koyomi_record_get_text (metric, KOYOMI_METRIC_COMPUTATION), KOYOMI_METRIC_COMPOSITE) == 0;
}

static gboolean
is_stale (KoyomiMetricBook *self,
          KoyomiRecord     *metric,
          guint32           end)
{
  return koyomi_record_get_int (metric, KOYOMI_METRIC_KIND) == KOYOMI_METRIC_KIND_ENTERED &&
         koyomi_metric_is_stale (metric, _koyomi_metric_find_last (self->values, koyomi_record_get_id (metric), KOYOMI_DAY_NONE, end, NULL),
                                 self->start_month, end);
}

/* Of one that is entered the last value until then, as long as it is not out of date. */
static gboolean
find_part_value (KoyomiMetricBook  *self,
                 KoyomiRecord      *metric,
                 guint32            first_day,
                 guint32            last_day,
                 double            *value,
                 GError           **error)
{
  g_auto(KoyomiMetricFigure) figure = { 0 };
  KoyomiRecord *entered = NULL;

  if (koyomi_record_get_int (metric, KOYOMI_METRIC_KIND) == KOYOMI_METRIC_KIND_ENTERED)
    {
      _koyomi_metric_find_last (self->values, koyomi_record_get_id (metric), KOYOMI_DAY_NONE, MIN (last_day, self->today), &entered);
      *value = entered != NULL ? koyomi_record_get_real (entered, KOYOMI_METRIC_VALUE_VALUE) : NAN;
      return TRUE;
    }

  if (!koyomi_metric_book_compute (self, metric, first_day, last_day, FALSE, &figure, error))
    return FALSE;

  *value = figure.value;

  return TRUE;
}

static gboolean
read_part (KoyomiMetricBook  *self,
           KoyomiMetricPart  *part,
           guint32            first_day,
           guint32            last_day,
           GError           **error)
{
  KoyomiDirection direction = koyomi_record_get_int (part->metric, KOYOMI_METRIC_DIRECTION);
  guint32 end = MIN (last_day, self->today);
  KoyomiMetricLimits limits;

  part->value = part->points = part->share = NAN;
  if (first_day > self->today || koyomi_metric_is_retired (part->metric, end) || koyomi_metric_is_composite (part->metric))
    return TRUE;
  if (!find_part_value (self, part->metric, first_day, last_day, &part->value, error))
    return FALSE;

  koyomi_metric_limits_find (&limits, self->limits, koyomi_record_get_id (part->metric), end);
  part->status = koyomi_metric_limits_judge (&limits, direction, part->value);
  if (part->status != KOYOMI_METRIC_NO_DATA && is_stale (self, part->metric, end))
    part->status = KOYOMI_METRIC_STALE;
  if (part->status != KOYOMI_METRIC_STALE)
    part->points = koyomi_metric_limits_score (&limits, direction, part->value);

  return TRUE;
}

static KoyomiRecord *
find_metric (KoyomiMetricBook *self,
             gint64            id)
{
  for (guint i = 0; i < self->metrics->len; i++)
    if (koyomi_record_get_id (g_ptr_array_index (self->metrics, i)) == id)
      return g_ptr_array_index (self->metrics, i);

  return NULL;
}

static void
clear_part (gpointer data)
{
  g_clear_object (&((KoyomiMetricPart *) data)->metric);
}

/* A score that some of its parts are missing from would be of something else: no part has a share in it then. */
static void
share_out (GArray *parts)
{
  double whole = 0;

  for (guint i = 0; i < parts->len; i++)
    whole += isnan (g_array_index (parts, KoyomiMetricPart, i).points) ? NAN : g_array_index (parts, KoyomiMetricPart, i).weight;

  for (guint i = 0; i < parts->len; i++)
    {
      KoyomiMetricPart *part = &g_array_index (parts, KoyomiMetricPart, i);

      part->share = part->weight * part->points / whole;
    }
}

/**
 * koyomi_metric_book_list_parts:
 * @metric: a composite score
 * @first_day: of a time within one fiscal year
 *
 * Returns: (transfer full) (element-type KoyomiMetricPart): what it is made of, as the plan now stands
 */
GArray *
koyomi_metric_book_list_parts (KoyomiMetricBook  *self,
                               KoyomiRecord      *metric,
                               guint32            first_day,
                               guint32            last_day,
                               GError           **error)
{
  g_autoptr(GArray) parts = g_array_new (FALSE, TRUE, sizeof (KoyomiMetricPart));

  g_array_set_clear_func (parts, clear_part);
  for (guint i = 0; i < self->parts->len; i++)
    {
      KoyomiRecord *record = g_ptr_array_index (self->parts, i);
      KoyomiMetricPart part = { find_metric (self, koyomi_record_get_int (record, KOYOMI_METRIC_PART_PART)) };

      if (koyomi_record_get_int (record, KOYOMI_METRIC_PART_METRIC) != koyomi_record_get_id (metric) || part.metric == NULL)
        continue;

      part.weight = koyomi_record_get_int (record, KOYOMI_METRIC_PART_WEIGHT);
      if (!read_part (self, &part, first_day, last_day, error))
        return NULL;

      g_object_ref (part.metric);
      g_array_append_val (parts, part);
    }
  share_out (parts);

  return g_steal_pointer (&parts);
}

/* The rows are the parts with their shares, which add up to the score. */
static gboolean
compose (KoyomiMetricBook    *self,
         KoyomiRecord        *metric,
         guint32              first_day,
         guint32              last_day,
         gboolean             with_rows,
         KoyomiMetricFigure  *figure,
         GError             **error)
{
  g_autoptr(GArray) parts = koyomi_metric_book_list_parts (self, metric, first_day, last_day, error);

  if (parts == NULL)
    return FALSE;

  koyomi_metric_figure_init (figure);
  if (with_rows)
    figure->rows = g_array_new (FALSE, FALSE, sizeof (KoyomiMetricRow));
  for (guint i = 0; i < parts->len; i++)
    {
      const KoyomiMetricPart *part = &g_array_index (parts, KoyomiMetricPart, i);
      KoyomiMetricRow row = { KOYOMI_TABLE_METRIC, koyomi_record_get_id (part->metric), !isnan (part->points), part->share };

      figure->value = i == 0 ? part->share : figure->value + part->share;
      figure->n_samples += row.counts;
      figure->n_excluded += !row.counts;
      if (with_rows)
        g_array_append_val (figure->rows, row);
    }

  return TRUE;
}

static gboolean
make_figure (KoyomiMetricBook    *self,
             KoyomiRecord        *metric,
             guint32              first_day,
             guint32              last_day,
             gboolean             with_rows,
             KoyomiMetricFigure  *figure,
             GError             **error)
{
  KoyomiComputation computation;

  if (koyomi_metric_find_computation (metric, &computation))
    return koyomi_metric_book_compute_formula (self, computation, first_day, last_day, with_rows, figure, error);
  if (koyomi_metric_is_composite (metric))
    return compose (self, metric, first_day, last_day, with_rows, figure, error);

  if (koyomi_record_get_int (metric, KOYOMI_METRIC_KIND) == KOYOMI_METRIC_KIND_ENTERED)
    take_entered (self, metric, first_day, last_day, with_rows, figure);

  return TRUE;
}

/**
 * koyomi_metric_book_compute:
 * @first_day: of a time within one fiscal year
 * @figure: (out caller-allocates): to be cleared
 *
 * What the metric is for any time, as the plan now stands. Of one that is entered it is the last value of the time.
 */
gboolean
koyomi_metric_book_compute (KoyomiMetricBook    *self,
                            KoyomiRecord        *metric,
                            guint32              first_day,
                            guint32              last_day,
                            gboolean             with_rows,
                            KoyomiMetricFigure  *figure,
                            GError             **error)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT " %u %u", koyomi_record_get_id (metric), first_day, last_day);
  const KoyomiMetricFigure *known = g_hash_table_lookup (self->figures, key);

  koyomi_metric_figure_init (figure);
  if (known != NULL && !with_rows)
    {
      *figure = *known;
      return TRUE;
    }

  if (!make_figure (self, metric, first_day, last_day, with_rows, figure, error))
    return FALSE;

  if (!with_rows)
    g_hash_table_insert (self->figures, g_steal_pointer (&key), g_memdup2 (figure, sizeof *figure));

  return TRUE;
}

/* Returns: (transfer none) (nullable): the last row for the metric and the quarter that begins on @quarter_day */
static KoyomiRecord *
find_of_quarter (GPtrArray *records,
                 int        metric_field,
                 int        quarter_field,
                 gint64     metric,
                 guint32    quarter_day)
{
  for (guint i = records->len; i > 0; i--)
    {
      KoyomiRecord *record = g_ptr_array_index (records, i - 1);

      if (koyomi_record_get_int (record, metric_field) == metric && koyomi_record_get_day (record, quarter_field) == quarter_day)
        return record;
    }

  return NULL;
}

static KoyomiRecord *
find_close (KoyomiMetricBook *self,
            gint64            metric,
            guint32           quarter_day)
{
  return find_of_quarter (self->closes, KOYOMI_METRIC_CLOSE_METRIC, KOYOMI_METRIC_CLOSE_QUARTER_DAY, metric, quarter_day);
}

/* Beyond what comes of the order in which numbers are added. */
static gboolean
differs (double a,
         double b)
{
  if (isnan (a) || isnan (b))
    return isnan (a) != isnan (b);

  return fabs (a - b) > 1e-9 * MAX (1.0, MAX (fabs (a), fabs (b)));
}

/* What is shown of a quarter: what was closed, else what it now is. */
static gboolean
find_value (KoyomiMetricBook  *self,
            KoyomiRecord      *metric,
            guint32            quarter_day,
            double            *value,
            GError           **error)
{
  KoyomiRecord *close = find_close (self, koyomi_record_get_id (metric), quarter_day);
  g_auto(KoyomiMetricFigure) figure = { 0 };

  if (close == NULL && !koyomi_metric_book_compute (self, metric, quarter_day, koyomi_day_add_months (quarter_day, 3) - 1, FALSE, &figure,
                                                    error))
    return FALSE;

  *value = close != NULL ? koyomi_record_get_real (close, KOYOMI_METRIC_CLOSE_VALUE) : figure.value;

  return TRUE;
}

static gboolean
has_stale_part (KoyomiMetricBook *self,
                KoyomiRecord     *metric,
                guint32           end)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      KoyomiRecord *part = g_ptr_array_index (self->parts, i);
      KoyomiRecord *of = find_metric (self, koyomi_record_get_int (part, KOYOMI_METRIC_PART_PART));

      if (koyomi_record_get_int (part, KOYOMI_METRIC_PART_METRIC) == koyomi_record_get_id (metric) && of != NULL && is_stale (self, of, end))
        return TRUE;
    }

  return FALSE;
}

/* What is entered is out of date by its time, a score by that of a part that it then cannot be told without. */
static void
judge (KoyomiMetricBook   *self,
       KoyomiMetricResult *result,
       guint32             end)
{
  KoyomiDirection direction = koyomi_record_get_int (result->metric, KOYOMI_METRIC_DIRECTION);

  koyomi_metric_limits_find (&result->limits, self->limits, koyomi_record_get_id (result->metric), end);
  result->status = koyomi_metric_limits_judge (&result->limits, direction, result->value);
  result->trend = koyomi_metric_limits_compare (&result->limits, direction, result->before, result->value);
  if (result->close == NULL && (is_stale (self, result->metric, end) ||
                                (result->figure.n_excluded > 0 && koyomi_metric_is_composite (result->metric) &&
                                 has_stale_part (self, result->metric, end))))
    result->status = KOYOMI_METRIC_STALE;
}

/**
 * koyomi_metric_book_tell:
 * @quarter: 1 to 4
 * @with_rows: whether the figure tells its rows
 *
 * Returns: (transfer full): what the metric is in the quarter. Figures of a closed quarter stay as they were closed; what they would be now stands
 *   beside them.
 */
KoyomiMetricResult *
koyomi_metric_book_tell (KoyomiMetricBook  *self,
                         KoyomiRecord      *metric,
                         KoyomiFiscalYear   year,
                         int                quarter,
                         gboolean           with_rows,
                         GError           **error)
{
  g_autoptr(KoyomiMetricResult) result = g_new0 (KoyomiMetricResult, 1);
  guint32 first_day = koyomi_fiscal_year_get_month_first (year, (quarter - 1) * 3);
  guint32 last_day = koyomi_day_add_months (first_day, 3) - 1;
  gint64 id = koyomi_record_get_id (metric);
  KoyomiRecord *comment;

  g_return_val_if_fail (quarter >= 1 && quarter <= 4, NULL);

  result->metric = g_object_ref (metric);
  result->year = year;
  result->quarter = quarter;
  if (!koyomi_metric_book_compute (self, metric, first_day, last_day, with_rows, &result->figure, error) ||
      !find_value (self, metric, koyomi_day_add_months (first_day, -3), &result->before, error))
    return NULL;

  g_set_object (&result->close, find_close (self, id, first_day));
  result->value = result->close != NULL ? koyomi_record_get_real (result->close, KOYOMI_METRIC_CLOSE_VALUE) : result->figure.value;
  result->is_restated = differs (result->value, result->figure.value);
  comment = find_of_quarter (self->comments, KOYOMI_METRIC_COMMENT_METRIC, KOYOMI_METRIC_COMMENT_QUARTER_DAY, id, first_day);
  g_set_object (&result->comment, comment);
  judge (self, result, MIN (last_day, self->today));

  return g_steal_pointer (&result);
}

static KoyomiRecord *
find_formula (KoyomiMetricBook  *self,
              KoyomiComputation  wanted)
{
  for (guint i = 0; i < self->metrics->len; i++)
    {
      KoyomiRecord *metric = g_ptr_array_index (self->metrics, i);
      KoyomiComputation computation;

      if (koyomi_metric_find_computation (metric, &computation) && computation == wanted && !koyomi_metric_is_retired (metric, self->today))
        return metric;
    }

  return NULL;
}

/**
 * koyomi_metric_book_tell_formula:
 * @quarter: 1 to 4
 * @figure: (out caller-allocates): to be cleared
 *
 * What the metric with the formula tells of the quarter: of a closed one what it was closed with. Where the plan has no such metric the formula
 * tells all the same.
 */
gboolean
koyomi_metric_book_tell_formula (KoyomiMetricBook    *self,
                                 KoyomiComputation    computation,
                                 KoyomiFiscalYear     year,
                                 int                  quarter,
                                 gboolean             with_rows,
                                 KoyomiMetricFigure  *figure,
                                 GError             **error)
{
  guint32 first_day = koyomi_fiscal_year_get_month_first (year, (quarter - 1) * 3);
  KoyomiRecord *metric = find_formula (self, computation);
  KoyomiRecord *close = metric != NULL ? find_close (self, koyomi_record_get_id (metric), first_day) : NULL;

  g_return_val_if_fail (quarter >= 1 && quarter <= 4, FALSE);

  koyomi_metric_figure_init (figure);
  if (!koyomi_metric_book_compute_formula (self, computation, first_day, koyomi_day_add_months (first_day, 3) - 1, with_rows, figure, error))
    return FALSE;

  if (close != NULL)
    {
      figure->value = koyomi_record_get_real (close, KOYOMI_METRIC_CLOSE_VALUE);
      figure->numerator = koyomi_record_get_real (close, KOYOMI_METRIC_CLOSE_NUMERATOR);
      figure->denominator = koyomi_record_get_real (close, KOYOMI_METRIC_CLOSE_DENOMINATOR);
    }

  return TRUE;
}
