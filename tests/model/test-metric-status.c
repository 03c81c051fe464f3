#include "koyomi-day.h"
#include "koyomi-metric-limits-check.h"
#include "koyomi-metric-status.h"

#include <math.h>

#define UP KOYOMI_DIRECTION_UP
#define DOWN KOYOMI_DIRECTION_DOWN
#define NEUTRAL KOYOMI_DIRECTION_NEUTRAL

static void
test_judges (void)
{
  static const struct
  {
    KoyomiDirection     direction;
    KoyomiMetricLimits  limits;
    double              value;
    KoyomiMetricStatus  status;
  } cases[] = {
    { UP, { 95, 85, NAN, NAN }, 95, KOYOMI_METRIC_ON_TARGET },
    { UP, { 95, 85, NAN, NAN }, 94.9, KOYOMI_METRIC_AT_RISK },
    { UP, { 95, 85, NAN, NAN }, 85, KOYOMI_METRIC_AT_RISK },
    { UP, { 95, 85, NAN, NAN }, 84.9, KOYOMI_METRIC_OFF_TARGET },
    { DOWN, { 0, 3, NAN, NAN }, 0, KOYOMI_METRIC_ON_TARGET },
    { DOWN, { 0, 3, NAN, NAN }, 3, KOYOMI_METRIC_AT_RISK },
    { DOWN, { 0, 3, NAN, NAN }, 4, KOYOMI_METRIC_OFF_TARGET },
    { NEUTRAL, { 100, 110, NAN, NAN }, 105, KOYOMI_METRIC_AT_RISK },
    { NEUTRAL, { 110, 120, 90, 80 }, 90, KOYOMI_METRIC_ON_TARGET },
    { NEUTRAL, { 110, 120, 90, 80 }, 110, KOYOMI_METRIC_ON_TARGET },
    { NEUTRAL, { 110, 120, 90, 80 }, 89, KOYOMI_METRIC_AT_RISK },
    { NEUTRAL, { 110, 120, 90, 80 }, 79, KOYOMI_METRIC_OFF_TARGET },
    { NEUTRAL, { 110, 120, 90, 80 }, 121, KOYOMI_METRIC_OFF_TARGET },
    { UP, { NAN, NAN, 90, 80 }, 200, KOYOMI_METRIC_ON_TARGET },
    { UP, { 95, NAN, NAN, NAN }, 94, KOYOMI_METRIC_OFF_TARGET },
    { UP, { NAN, 85, NAN, NAN }, 86, KOYOMI_METRIC_ON_TARGET },
    { UP, { NAN, 85, NAN, NAN }, 84, KOYOMI_METRIC_OFF_TARGET },
    { UP, { NAN, NAN, NAN, NAN }, 84, KOYOMI_METRIC_UNJUDGED },
    { DOWN, { 0, 3, NAN, NAN }, NAN, KOYOMI_METRIC_NO_DATA },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (koyomi_metric_limits_judge (&cases[i].limits, cases[i].direction, cases[i].value), ==, cases[i].status);
}

/* Reckoned by hand: 100 at the target, 50 at the warning level, 0 as far again beyond it. */
static void
test_scores (void)
{
  static const struct
  {
    KoyomiDirection     direction;
    KoyomiMetricLimits  limits;
    double              value;
    double              points;
  } cases[] = {
    { UP, { 95, 85, NAN, NAN }, 99, 100 },
    { UP, { 95, 85, NAN, NAN }, 95, 100 },
    { UP, { 95, 85, NAN, NAN }, 90, 75 },
    { UP, { 95, 85, NAN, NAN }, 85, 50 },
    { UP, { 95, 85, NAN, NAN }, 80, 25 },
    { UP, { 95, 85, NAN, NAN }, 75, 0 },
    { UP, { 95, 85, NAN, NAN }, 10, 0 },
    { DOWN, { 0, 4, NAN, NAN }, 0, 100 },
    { DOWN, { 0, 4, NAN, NAN }, 1, 87.5 },
    { DOWN, { 0, 4, NAN, NAN }, 4, 50 },
    { DOWN, { 0, 4, NAN, NAN }, 8, 0 },
    { NEUTRAL, { 110, 120, 90, 70 }, 100, 100 },
    { NEUTRAL, { 110, 120, 90, 70 }, 115, 75 },
    { NEUTRAL, { 110, 120, 90, 70 }, 80, 75 },
    { NEUTRAL, { 110, 120, 90, 70 }, 70, 50 },
    { NEUTRAL, { 110, 120, 90, 70 }, 130, 0 },
    { UP, { NAN, NAN, 90, 80 }, 85, 75 },
    { UP, { 95, 95, NAN, NAN }, 95, 100 },
    { UP, { 95, 95, NAN, NAN }, 94, 0 },
    { UP, { 95, NAN, NAN, NAN }, 95, 100 },
    { UP, { 95, NAN, NAN, NAN }, 94, 0 },
    { UP, { NAN, 85, NAN, NAN }, 85, 100 },
    { UP, { NAN, 85, NAN, NAN }, 84, 0 },
    { UP, { NAN, NAN, NAN, NAN }, 84, NAN },
    { UP, { 95, 85, NAN, NAN }, NAN, NAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double points = koyomi_metric_limits_score (&cases[i].limits, cases[i].direction, cases[i].value);

      g_test_message ("%u: %g", i, points);
      if (isnan (cases[i].points))
        g_assert_true (isnan (points));
      else
        g_assert_cmpfloat_with_epsilon (points, cases[i].points, 1e-9);
    }
}

static void
test_compares (void)
{
  static const KoyomiMetricLimits open = { NAN, NAN, NAN, NAN };
  static const KoyomiMetricLimits between = { 110, 120, 90, 80 };
  static const struct
  {
    const KoyomiMetricLimits *limits;
    KoyomiDirection           direction;
    double                    before;
    double                    now;
    KoyomiTrend               trend;
  } cases[] = {
    { &open, UP, 1, 2, KOYOMI_TREND_BETTER },
    { &open, UP, 2, 1, KOYOMI_TREND_WORSE },
    { &open, DOWN, 2, 1, KOYOMI_TREND_BETTER },
    { &open, DOWN, 1, 2, KOYOMI_TREND_WORSE },
    { &open, DOWN, 2, 2, KOYOMI_TREND_SAME },
    { &open, NEUTRAL, 1, 2, KOYOMI_TREND_CHANGED },
    { &open, UP, NAN, 2, KOYOMI_TREND_NONE },
    { &open, UP, 2, NAN, KOYOMI_TREND_NONE },
    { &between, NEUTRAL, 130, 112, KOYOMI_TREND_BETTER },
    { &between, NEUTRAL, 100, 80, KOYOMI_TREND_WORSE },
    { &between, NEUTRAL, 95, 105, KOYOMI_TREND_SAME },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (koyomi_metric_limits_compare (cases[i].limits, cases[i].direction, cases[i].before, cases[i].now), ==, cases[i].trend);
}

static void
add_limit (GPtrArray *limits,
           gint64     metric,
           guint32    from,
           double     target)
{
  KoyomiRecord *limit = koyomi_record_new (KOYOMI_TABLE_METRIC_LIMIT);

  koyomi_record_set_int (limit, KOYOMI_METRIC_LIMIT_METRIC, metric);
  koyomi_record_set_int (limit, KOYOMI_METRIC_LIMIT_FROM_DAY, from);
  koyomi_record_set_real (limit, KOYOMI_METRIC_LIMIT_TARGET, target);
  g_ptr_array_add (limits, limit);
}

static void
test_old_limits (void)
{
  g_autoptr(GPtrArray) limits = g_ptr_array_new_with_free_func (g_object_unref);
  KoyomiMetricLimits found;

  add_limit (limits, 7, 200, 95);
  add_limit (limits, 7, 100, 90);
  add_limit (limits, 8, 150, 10);

  g_assert_false (koyomi_metric_limits_find (&found, limits, 7, 99));
  g_assert_true (isnan (found.target));
  g_assert_true (koyomi_metric_limits_find (&found, limits, 7, 199));
  g_assert_cmpfloat (found.target, ==, 90);
  g_assert_true (koyomi_metric_limits_find (&found, limits, 7, 200));
  g_assert_cmpfloat (found.target, ==, 95);
}

static void
test_stale (void)
{
  static const struct
  {
    KoyomiMeasured measured;
    gint64         grace;
    guint32        month[3];
    guint32        last_fresh[3];
  } cases[] = {
    { KOYOMI_MEASURED_NOT_SET, KOYOMI_NO_INT, { 2026, 8, 1 }, { 2026, 10, 15 } },
    { KOYOMI_MEASURED_MONTHLY, 0, { 2026, 8, 1 }, { 2026, 9, 30 } },
    { KOYOMI_MEASURED_QUARTERLY, 10, { 2026, 5, 1 }, { 2026, 10, 10 } },
    { KOYOMI_MEASURED_YEARLY, KOYOMI_NO_INT, { 2025, 9, 1 }, { 2027, 5, 30 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(KoyomiRecord) metric = koyomi_record_new (KOYOMI_TABLE_METRIC);
      guint32 month = koyomi_day_new (cases[i].month[0], cases[i].month[1], cases[i].month[2]);
      guint32 day = koyomi_day_new (cases[i].last_fresh[0], cases[i].last_fresh[1], cases[i].last_fresh[2]);

      koyomi_record_set_int (metric, KOYOMI_METRIC_KIND, KOYOMI_METRIC_KIND_ENTERED);
      koyomi_record_set_int (metric, KOYOMI_METRIC_FREQUENCY, cases[i].measured);
      koyomi_record_set_int (metric, KOYOMI_METRIC_GRACE_DAYS, cases[i].grace);
      g_assert_false (koyomi_metric_is_stale (metric, month, 4, day));
      g_assert_true (koyomi_metric_is_stale (metric, month, 4, day + 1));
      g_assert_false (koyomi_metric_is_stale (metric, KOYOMI_DAY_NONE, 4, day + 1));
    }
}

static void
test_checks (void)
{
  static const struct
  {
    KoyomiMetricLimits limits;   /* target, warning, and their lower ends */
    KoyomiDirection    direction;
    KoyomiLimitsFault  fault;
  } cases[] = {
    { { 95, 85, NAN, NAN }, KOYOMI_DIRECTION_UP, KOYOMI_LIMITS_GOOD },
    { { 95, 95, NAN, NAN }, KOYOMI_DIRECTION_UP, KOYOMI_LIMITS_GOOD },
    { { 95, 96, NAN, NAN }, KOYOMI_DIRECTION_UP, KOYOMI_LIMITS_WARNING_ABOVE },
    { { 5, 10, NAN, NAN }, KOYOMI_DIRECTION_DOWN, KOYOMI_LIMITS_GOOD },
    { { 5, 5, NAN, NAN }, KOYOMI_DIRECTION_DOWN, KOYOMI_LIMITS_GOOD },
    { { 5, 4, NAN, NAN }, KOYOMI_DIRECTION_DOWN, KOYOMI_LIMITS_WARNING_BELOW },
    { { 100, 90, NAN, NAN }, KOYOMI_DIRECTION_NEUTRAL, KOYOMI_LIMITS_WARNING_BELOW },
    { { 95, NAN, NAN, NAN }, KOYOMI_DIRECTION_UP, KOYOMI_LIMITS_GOOD },
    { { NAN, 85, NAN, NAN }, KOYOMI_DIRECTION_UP, KOYOMI_LIMITS_GOOD },
    { { NAN, NAN, NAN, NAN }, KOYOMI_DIRECTION_UP, KOYOMI_LIMITS_EMPTY },
    { { 105, 110, 95, 90 }, KOYOMI_DIRECTION_UP, KOYOMI_LIMITS_GOOD },
    { { 105, 100, 95, 90 }, KOYOMI_DIRECTION_UP, KOYOMI_LIMITS_WARNING_BELOW },
    { { 105, 110, 106, 90 }, KOYOMI_DIRECTION_NEUTRAL, KOYOMI_LIMITS_LOW_TARGET_ABOVE },
    { { 105, 110, 95, 96 }, KOYOMI_DIRECTION_NEUTRAL, KOYOMI_LIMITS_LOW_WARNING_ABOVE },
    { { 105, 110, NAN, 90 }, KOYOMI_DIRECTION_NEUTRAL, KOYOMI_LIMITS_LOW_TARGET_LACKS },
    { { NAN, NAN, 95, NAN }, KOYOMI_DIRECTION_NEUTRAL, KOYOMI_LIMITS_GOOD },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (koyomi_metric_limits_check (&cases[i].limits, cases[i].direction), ==, cases[i].fault);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/metric-status/limits-count-in-what-they-name", test_judges);
  g_test_add_func ("/model/metric-status/points-go-by-how-far-limits-are-missed", test_scores);
  g_test_add_func ("/model/metric-status/trend-goes-by-direction-or-band", test_compares);
  g_test_add_func ("/model/metric-status/old-times-keep-their-limits", test_old_limits);
  g_test_add_func ("/model/metric-status/limits-that-contradict-are-named", test_checks);
  g_test_add_func ("/model/metric-status/values-are-stale-after-the-grace", test_stale);

  return g_test_run ();
}
