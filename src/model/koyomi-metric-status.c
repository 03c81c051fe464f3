#include "koyomi-metric-status.h"

#include "koyomi-day.h"
#include "koyomi-fiscal-year.h"

#include <math.h>

static const struct
{
  const char *nick;
  const char *label;
  const char *glyph;
} statuses[KOYOMI_N_METRIC_STATUSES] = {
  [KOYOMI_METRIC_ON_TARGET] = { "on-target", N_("On target"), "●" },
  [KOYOMI_METRIC_AT_RISK] = { "at-risk", N_("At risk"), "▲" },
  [KOYOMI_METRIC_OFF_TARGET] = { "off-target", N_("Off target"), "■" },
  [KOYOMI_METRIC_UNJUDGED] = { "unjudged", N_("No limit set"), "○" },
  [KOYOMI_METRIC_NO_DATA] = { "no-data", N_("No data"), "–" },
  [KOYOMI_METRIC_STALE] = { "stale", N_("Out of date"), "◌" },
};

static const struct
{
  const char *nick;
  const char *label;
} trends[] = {
  [KOYOMI_TREND_NONE] = { "none", N_("Nothing to compare with") },
  [KOYOMI_TREND_SAME] = { "same", N_("Unchanged") },
  [KOYOMI_TREND_BETTER] = { "better", N_("Better") },
  [KOYOMI_TREND_WORSE] = { "worse", N_("Worse") },
  [KOYOMI_TREND_CHANGED] = { "changed", N_("Changed") },
};

void
koyomi_metric_limits_init (KoyomiMetricLimits *self)
{
  *self = (KoyomiMetricLimits) { NAN, NAN, NAN, NAN };
}

/* @record: a row of the table of limits */
void
koyomi_metric_limits_read (KoyomiMetricLimits *self,
                           KoyomiRecord       *record)
{
  self->target = koyomi_record_get_real (record, KOYOMI_METRIC_LIMIT_TARGET);
  self->warning = koyomi_record_get_real (record, KOYOMI_METRIC_LIMIT_WARNING);
  self->target_low = koyomi_record_get_real (record, KOYOMI_METRIC_LIMIT_TARGET_LOW);
  self->warning_low = koyomi_record_get_real (record, KOYOMI_METRIC_LIMIT_WARNING_LOW);
}

/**
 * koyomi_metric_limits_find:
 * @records: (element-type KoyomiRecord): rows of the table of limits, of any metrics
 * @day: the last of the time that is judged
 *
 * Old times keep the limits they had: those that came into effect last, on or before @day. Of two of one day the later in the list.
 *
 * Returns: FALSE when none had come into effect; @self then has none
 */
gboolean
koyomi_metric_limits_find (KoyomiMetricLimits *self,
                           GPtrArray          *records,
                           gint64              metric,
                           guint32             day)
{
  KoyomiRecord *newest = NULL;

  for (guint i = 0; i < records->len; i++)
    {
      KoyomiRecord *record = g_ptr_array_index (records, i);
      guint32 from = koyomi_record_get_day (record, KOYOMI_METRIC_LIMIT_FROM_DAY);

      if (koyomi_record_get_int (record, KOYOMI_METRIC_LIMIT_METRIC) == metric && from <= day &&
          (newest == NULL || from >= koyomi_record_get_day (newest, KOYOMI_METRIC_LIMIT_FROM_DAY)))
        newest = record;
    }

  koyomi_metric_limits_init (self);
  if (newest == NULL)
    return FALSE;

  koyomi_metric_limits_read (self, newest);

  return TRUE;
}

/* By how much the value lies beyond what is wanted of it; 0 within, NAN where nothing is wanted. */
static double
get_excess (double          value,
            double          low,
            double          high,
            KoyomiDirection direction)
{
  if (!isnan (low))
    return MAX (0.0, MAX (low - value, isnan (high) ? 0.0 : value - high));
  if (isnan (high))
    return NAN;

  return MAX (0.0, direction == KOYOMI_DIRECTION_UP ? high - value : value - high);
}

/* Limits count in what they name. Of a metric without a warning level, what misses the target is off it. */
KoyomiMetricStatus
koyomi_metric_limits_judge (const KoyomiMetricLimits *self,
                            KoyomiDirection           direction,
                            double                    value)
{
  double beyond_target, beyond_warning;

  if (isnan (value))
    return KOYOMI_METRIC_NO_DATA;

  beyond_target = get_excess (value, self->target_low, self->target, direction);
  beyond_warning = get_excess (value, self->warning_low, self->warning, direction);
  if (isnan (beyond_target) && isnan (beyond_warning))
    return KOYOMI_METRIC_UNJUDGED;

  if (isnan (beyond_target))
    return beyond_warning > 0.0 ? KOYOMI_METRIC_OFF_TARGET : KOYOMI_METRIC_ON_TARGET;
  if (beyond_target <= 0.0)
    return KOYOMI_METRIC_ON_TARGET;

  return beyond_warning <= 0.0 ? KOYOMI_METRIC_AT_RISK : KOYOMI_METRIC_OFF_TARGET;
}

/**
 * koyomi_metric_limits_score:
 *
 * Returns: how good the value is, so that metrics of any unit can be weighed together: 100 points where the target is met, 50 at the warning
 *   level and evenly fewer the farther it is missed, down to 0, which is as far again. Where only one of the two is set it is 100 or 0. NAN
 *   without a value or limits.
 */
double
koyomi_metric_limits_score (const KoyomiMetricLimits *self,
                            KoyomiDirection           direction,
                            double                    value)
{
  double beyond_target = get_excess (value, self->target_low, self->target, direction);
  double beyond_warning = get_excess (value, self->warning_low, self->warning, direction);
  double between;

  if (isnan (value) || (isnan (beyond_target) && isnan (beyond_warning)))
    return NAN;
  if (isnan (beyond_target) || isnan (beyond_warning))
    return (isnan (beyond_target) ? beyond_warning : beyond_target) > 0.0 ? 0.0 : 100.0;
  if (beyond_target <= 0.0)
    return 100.0;

  between = !isnan (self->target_low) && value < self->target_low ? self->target_low - self->warning_low : fabs (self->warning - self->target);

  return between > 0.0 ? MAX (0.0, 100.0 - 50.0 * beyond_target / between) : 0.0;
}

/* With lower ends, better is nearer to what lies between the targets. */
KoyomiTrend
koyomi_metric_limits_compare (const KoyomiMetricLimits *self,
                              KoyomiDirection           direction,
                              double                    before,
                              double                    now)
{
  double excess_before = before;
  double excess_now = now;

  if (isnan (before) || isnan (now))
    return KOYOMI_TREND_NONE;
  if (before == now)
    return KOYOMI_TREND_SAME;

  if (!isnan (self->target_low))
    {
      excess_before = get_excess (before, self->target_low, self->target, direction);
      excess_now = get_excess (now, self->target_low, self->target, direction);
      if (excess_before == excess_now)
        return KOYOMI_TREND_SAME;
    }
  else if (direction == KOYOMI_DIRECTION_NEUTRAL)
    return KOYOMI_TREND_CHANGED;
  else if (direction == KOYOMI_DIRECTION_UP)
    return now > before ? KOYOMI_TREND_BETTER : KOYOMI_TREND_WORSE;

  return excess_now < excess_before ? KOYOMI_TREND_BETTER : KOYOMI_TREND_WORSE;
}

/* Never %KOYOMI_MEASURED_NOT_SET: what nobody set is every quarter for computed metrics and every month for entered ones. */
KoyomiMeasured
koyomi_metric_get_frequency (KoyomiRecord *metric)
{
  KoyomiMeasured measured = koyomi_record_get_int (metric, KOYOMI_METRIC_FREQUENCY);

  if (measured != KOYOMI_MEASURED_NOT_SET)
    return measured;

  return koyomi_record_get_int (metric, KOYOMI_METRIC_KIND) == KOYOMI_METRIC_KIND_COMPUTED ? KOYOMI_MEASURED_QUARTERLY
                                                                                           : KOYOMI_MEASURED_MONTHLY;
}

/* How many days after the end of a time its value may be entered. */
guint32
koyomi_metric_get_grace (KoyomiRecord *metric)
{
  static const guint32 usual[] = { 0, 15, 30, 60 };

  if (!koyomi_record_is_none (metric, KOYOMI_METRIC_GRACE_DAYS))
    return koyomi_record_get_int (metric, KOYOMI_METRIC_GRACE_DAYS);

  return usual[koyomi_metric_get_frequency (metric)];
}

/* Whether nobody looks at it any more on @day. */
gboolean
koyomi_metric_is_retired (KoyomiRecord *metric,
                          guint32       day)
{
  guint32 retired = koyomi_record_get_day (metric, KOYOMI_METRIC_RETIRED_DAY);

  return retired != KOYOMI_DAY_NONE && retired <= day;
}

/* The last day of the month, quarter or year that @day is in. */
static guint32
get_time_end (KoyomiMeasured measured,
              guint32        day,
              int            start_month)
{
  KoyomiFiscalYear year = koyomi_fiscal_year_of_day (day, start_month);

  switch (measured)
    {
    case KOYOMI_MEASURED_YEARLY:
      return koyomi_fiscal_year_get_last_day (year);
    case KOYOMI_MEASURED_QUARTERLY:
      return koyomi_day_add_months (koyomi_fiscal_year_get_month_first (year, (koyomi_fiscal_year_get_quarter (year, day) - 1) * 3), 3) - 1;
    case KOYOMI_MEASURED_NOT_SET:
    case KOYOMI_MEASURED_MONTHLY:
    default:
      return koyomi_day_get_month_last (day);
    }
}

/* Returns: the last day of the month, quarter or year that the metric is measured for when it is on @day */
guint32
koyomi_metric_get_time_end (KoyomiRecord *metric,
                            guint32       day,
                            int           start_month)
{
  return get_time_end (koyomi_metric_get_frequency (metric), day, start_month);
}

/* Whether a value is asked for in that month: the last of its quarter or year, where that is how often the metric is measured.
 * @month: its first day */
gboolean
koyomi_metric_is_due_in (KoyomiRecord *metric,
                         guint32       month,
                         int           start_month)
{
  return !koyomi_metric_is_retired (metric, month) && koyomi_metric_get_time_end (metric, month, start_month) == koyomi_day_get_month_last (month);
}

/**
 * koyomi_metric_is_stale:
 * @month: of the last value entered; KOYOMI_DAY_NONE when there is none, which is no data and not stale
 * @start_month: of fiscal years
 *
 * Whether the time after that of the last value is over for more than the days of grace.
 */
gboolean
koyomi_metric_is_stale (KoyomiRecord *metric,
                        guint32       month,
                        int           start_month,
                        guint32       day)
{
  KoyomiMeasured measured = koyomi_metric_get_frequency (metric);

  if (month == KOYOMI_DAY_NONE)
    return FALSE;

  return day > get_time_end (measured, get_time_end (measured, month, start_month) + 1, start_month) + koyomi_metric_get_grace (metric);
}

/* Returns: whether it tells of a value that was held against its limits */
gboolean
koyomi_metric_status_is_told (KoyomiMetricStatus self)
{
  return self != KOYOMI_METRIC_NO_DATA && self != KOYOMI_METRIC_UNJUDGED;
}

const char *
koyomi_metric_status_get_nick (KoyomiMetricStatus self)
{
  g_return_val_if_fail (self < KOYOMI_N_METRIC_STATUSES, NULL);

  return statuses[self].nick;
}

const char *
koyomi_metric_status_get_label (KoyomiMetricStatus self,
                                KoyomiLanguage     language)
{
  g_return_val_if_fail (self < KOYOMI_N_METRIC_STATUSES, NULL);

  return koyomi_tr (language, statuses[self].label);
}

/* Says the same without colour. */
const char *
koyomi_metric_status_get_glyph (KoyomiMetricStatus self)
{
  g_return_val_if_fail (self < KOYOMI_N_METRIC_STATUSES, NULL);

  return statuses[self].glyph;
}

const char *
koyomi_trend_get_nick (KoyomiTrend self)
{
  g_return_val_if_fail (self < G_N_ELEMENTS (trends), NULL);

  return trends[self].nick;
}

const char *
koyomi_trend_get_label (KoyomiTrend    self,
                        KoyomiLanguage language)
{
  g_return_val_if_fail (self < G_N_ELEMENTS (trends), NULL);

  return koyomi_tr (language, trends[self].label);
}

/* Where the value went, good or bad; "" where one is missing. */
const char *
koyomi_trend_get_arrow (double before,
                        double now)
{
  if (isnan (before) || isnan (now))
    return "";

  return now > before ? "↑" : now < before ? "↓" : "→";
}
