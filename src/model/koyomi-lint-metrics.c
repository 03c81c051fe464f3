#include "koyomi-lint-private.h"

#include "koyomi-day.h"
#include "koyomi-metric-status.h"

/* So long after its end a quarter may stay open. */
#define CLOSE_DAYS 45

static gboolean
is_used (const KoyomiLintWork *work,
         KoyomiRecord         *metric)
{
  return !koyomi_metric_is_retired (metric, work->day);
}

static gboolean
has_no_limit (const KoyomiLintWork *work,
              KoyomiRecord         *metric)
{
  KoyomiMetricLimits limits;

  return is_used (work, metric) && koyomi_record_get_int (metric, KOYOMI_METRIC_DIRECTION) != KOYOMI_DIRECTION_NEUTRAL &&
         !koyomi_metric_limits_find (&limits, koyomi_plan_facts_get_rows (work->facts, KOYOMI_TABLE_METRIC_LIMIT),
                                     koyomi_record_get_id (metric), work->day);
}

static gboolean
has_no_measurer (const KoyomiLintWork *work,
                 KoyomiRecord         *metric)
{
  return is_used (work, metric) && _koyomi_lint_lacks (metric, KOYOMI_METRIC_MEASURED_BY);
}

static gboolean
has_no_analyser (const KoyomiLintWork *work,
                 KoyomiRecord         *metric)
{
  return is_used (work, metric) && _koyomi_lint_lacks (metric, KOYOMI_METRIC_ANALYSED_BY);
}

/* What never had a value is not used yet. */
static gboolean
is_stale (const KoyomiLintWork *work,
          KoyomiRecord         *metric)
{
  GPtrArray *values = koyomi_plan_facts_get_rows (work->facts, KOYOMI_TABLE_METRIC_VALUE);
  guint32 last = KOYOMI_DAY_NONE;

  for (guint i = 0; i < values->len; i++)
    if (koyomi_record_get_int (g_ptr_array_index (values, i), KOYOMI_METRIC_VALUE_METRIC) == koyomi_record_get_id (metric) &&
        koyomi_record_is_none (g_ptr_array_index (values, i), KOYOMI_METRIC_VALUE_SUPERSEDED_AT))
      last = MAX (last, koyomi_record_get_day (g_ptr_array_index (values, i), KOYOMI_METRIC_VALUE_MONTH));

  return is_used (work, metric) && koyomi_record_get_int (metric, KOYOMI_METRIC_KIND) == KOYOMI_METRIC_KIND_ENTERED &&
         last != KOYOMI_DAY_NONE && koyomi_metric_is_stale (metric, last, work->year.start_month, work->day);
}

/* Of a plan that was there when the quarter began. */
static gboolean
has_open_quarter (const KoyomiLintWork *work,
                  KoyomiRecord         *plan)
{
  GPtrArray *closes = koyomi_plan_facts_get_rows (work->facts, KOYOMI_TABLE_METRIC_CLOSE);
  int quarter = koyomi_fiscal_year_get_quarter (work->year, work->day);
  guint32 end = koyomi_fiscal_year_get_month_first (work->year, (quarter - 1) * 3);
  guint32 first = koyomi_day_add_months (end, -3);

  if (work->day < end + CLOSE_DAYS || koyomi_record_get_day (plan, KOYOMI_PLAN_CREATED_DAY) > first)
    return FALSE;

  for (guint i = 0; i < closes->len; i++)
    if (koyomi_record_get_day (g_ptr_array_index (closes, i), KOYOMI_METRIC_CLOSE_QUARTER_DAY) == first)
      return FALSE;

  return TRUE;
}

static gboolean
has_no_objective (const KoyomiLintWork *work,
                  KoyomiRecord         *plan)
{
  return koyomi_plan_facts_get_rows (work->facts, KOYOMI_TABLE_OBJECTIVE)->len == 0;
}

static gboolean
has_no_owner (const KoyomiLintWork *work,
              KoyomiRecord         *objective)
{
  return _koyomi_lint_lacks (objective, KOYOMI_OBJECTIVE_OWNER);
}

const KoyomiLintCheck _koyomi_lint_metric_checks[] = {
  { "metric-no-limit", KOYOMI_TABLE_METRIC, has_no_limit },
  { "metric-no-measurer", KOYOMI_TABLE_METRIC, has_no_measurer },
  { "metric-no-analyser", KOYOMI_TABLE_METRIC, has_no_analyser },
  { "metric-stale", KOYOMI_TABLE_METRIC, is_stale },
  { "quarter-not-closed", KOYOMI_TABLE_PLAN, has_open_quarter },
  { "no-objective", KOYOMI_TABLE_PLAN, has_no_objective },
  { "objective-no-owner", KOYOMI_TABLE_OBJECTIVE, has_no_owner },
  { NULL }
};
