#include "koyomi-composite-edit.h"

#include "koyomi-day.h"
#include "koyomi-history.h"
#include "koyomi-metric-book.h"
#include "koyomi-metric-close.h"
#include "koyomi-metric-definition.h"
#include "koyomi-metric-edit.h"
#include "koyomi-record-edit.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

#include <math.h>
#include <string.h>

#define EN KOYOMI_LANGUAGE_EN

static const KoyomiFiscalYear year = { 2026, 4 };

static KoyomiSession *
open_plan (const char     *name,
           KoyomiTemplate  template)
{
  g_autofree char *folder = koyomi_test_folder_make (name);
  g_autofree char *path = g_build_filename (folder, "plan.koyomi", NULL);

  koyomi_test_plan_make (path, template, EN);

  return koyomi_test_plan_open (path);
}

static gint64
find (KoyomiSession *session,
      const char    *code)
{
  gint64 metric = koyomi_session_find_metric (session, code, NULL);

  g_assert_cmpint (metric, !=, 0);

  return metric;
}

static void
weigh (GArray *weights,
       gint64  metric,
       int     weight)
{
  KoyomiMetricWeight one = { metric, weight };

  g_array_append_val (weights, one);
}

static KoyomiMetricResult *
tell (KoyomiSession *session,
      gint64         metric,
      int            quarter)
{
  g_autoptr(KoyomiRecord) record = koyomi_session_get (session, KOYOMI_TABLE_METRIC, metric, EN, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiMetricBook) book = koyomi_session_load_metrics (session, koyomi_day_today (), EN, &error);
  KoyomiMetricResult *result = koyomi_metric_book_tell (book, koyomi_test_metric_find (book, koyomi_record_get_text (record, KOYOMI_METRIC_CODE)),
                                                        year, quarter, TRUE, &error);

  g_assert_no_error (error);

  return result;
}

/* Two rates that are entered: 22 wants 95 and warns at 85, 24 wants 100 and warns at 90. */
static gint64
add_score (KoyomiSession *session,
           int            first,
           int            second)
{
  g_autoptr(GArray) weights = g_array_new (FALSE, FALSE, sizeof (KoyomiMetricWeight));
  g_autoptr(GError) error = NULL;
  gint64 score;

  weigh (weights, find (session, "KPI-22"), first);
  weigh (weights, find (session, "KPI-24"), second);
  score = koyomi_session_add_composite (session, "Score", "OWN-09", weights, EN, &error);
  g_assert_no_error (error);
  g_assert_cmpint (score, !=, 0);

  return score;
}

static void
set_limits (KoyomiSession *session,
            const char    *code,
            double         target,
            double         warning)
{
  g_autoptr(KoyomiRecord) limit = koyomi_record_new (KOYOMI_TABLE_METRIC_LIMIT);
  g_autoptr(GError) error = NULL;

  koyomi_record_set_int (limit, KOYOMI_METRIC_LIMIT_METRIC, find (session, code));
  koyomi_record_set_int (limit, KOYOMI_METRIC_LIMIT_FROM_DAY, koyomi_day_new (2026, 4, 2));
  koyomi_record_set_real (limit, KOYOMI_METRIC_LIMIT_TARGET, target);
  koyomi_record_set_real (limit, KOYOMI_METRIC_LIMIT_WARNING, warning);
  koyomi_session_add (session, limit, EN, &error);
  g_assert_no_error (error);
}

static void
enter (KoyomiSession *session,
       const char    *code,
       int            month,
       double         value)
{
  KoyomiMetricEntry entry = { find (session, code), koyomi_day_new (2026, month, 1), value };
  g_autoptr(GError) error = NULL;

  koyomi_session_enter_metric_values (session, &entry, 1, "", EN, &error);
  g_assert_no_error (error);
}

static KoyomiSession *
open_measured (const char *name)
{
  KoyomiSession *session = open_plan (name, KOYOMI_TEMPLATE_EMPTY);

  set_limits (session, "KPI-22", 95, 85);
  set_limits (session, "KPI-24", 100, 90);

  return session;
}

/* 90 of 95, 85 has 75 points; 90 of 100, 90 has 50: weighed 3 to 1 that is 68.75. */
static void
test_weighs (void)
{
  g_autoptr(KoyomiSession) session = open_measured ("weighs");
  gint64 score = add_score (session, 75, 25);
  g_autoptr(KoyomiMetricResult) result = NULL;
  double sum = 0;

  enter (session, "KPI-22", 9, 90);
  enter (session, "KPI-24", 9, 90);
  result = tell (session, score, 2);
  g_assert_cmpfloat_with_epsilon (result->value, 68.75, 1e-9);
  g_assert_cmpint (result->status, ==, KOYOMI_METRIC_AT_RISK);
  g_assert_cmpuint (result->figure.rows->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    sum += g_array_index (result->figure.rows, KoyomiMetricRow, i).amount;
  g_assert_cmpfloat_with_epsilon (sum, 68.75, 1e-9);
}

/* A number without one of its parts would be of something else, and would look better the less is measured. */
static void
test_refuses (void)
{
  g_autoptr(KoyomiSession) session = open_measured ("refuses");
  gint64 score = add_score (session, 50, 50);
  g_autoptr(KoyomiMetricResult) none = NULL;
  g_autoptr(KoyomiMetricResult) stale = NULL;

  enter (session, "KPI-22", 9, 99);
  none = tell (session, score, 2);
  g_assert_true (isnan (none->value));
  g_assert_cmpuint (none->figure.n_excluded, ==, 1);
  g_assert_cmpuint (none->figure.n_samples, ==, 1);

  enter (session, "KPI-24", 4, 99);
  stale = tell (session, score, 2);
  g_assert_true (isnan (stale->value));
  g_assert_cmpint (stale->status, ==, KOYOMI_METRIC_STALE);
}

static void
test_changes_weights (void)
{
  g_autoptr(KoyomiSession) session = open_measured ("changes-weights");
  gint64 score = add_score (session, 75, 25);
  g_autoptr(GArray) weights = koyomi_session_list_metric_weights (session, score, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiMetricResult) even = NULL;
  g_autoptr(KoyomiMetricResult) undone = NULL;
  g_autoptr(KoyomiEntry) head = NULL;
  g_autoptr(KoyomiEntry) same = NULL;

  enter (session, "KPI-22", 9, 90);
  enter (session, "KPI-24", 9, 90);
  g_assert_cmpuint (weights->len, ==, 2);
  head = koyomi_session_get_head (session, NULL);
  g_assert_true (koyomi_session_set_metric_weights (session, score, weights, EN, &error));
  same = koyomi_session_get_head (session, NULL);
  g_assert_cmpint (same->seq, ==, head->seq);

  g_array_index (weights, KoyomiMetricWeight, 0).weight = 25;
  g_assert_true (koyomi_session_set_metric_weights (session, score, weights, EN, &error));
  g_assert_no_error (error);
  even = tell (session, score, 2);
  g_assert_cmpfloat_with_epsilon (even->value, 62.5, 1e-9);

  koyomi_session_undo (session, &error);
  g_assert_no_error (error);
  undone = tell (session, score, 2);
  g_assert_cmpfloat_with_epsilon (undone->value, 68.75, 1e-9);
}

static void
assert_refused (KoyomiSession *session,
                const GArray  *weights)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (koyomi_session_add_composite (session, "Other", "OWN-10", weights, EN, &error), ==, 0);
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
}

static void
test_wants_parts (void)
{
  g_autoptr(KoyomiSession) session = open_measured ("wants-parts");
  gint64 score = add_score (session, 1, 1);
  g_autoptr(GArray) weights = g_array_new (FALSE, FALSE, sizeof (KoyomiMetricWeight));
  g_autoptr(GPtrArray) scored = koyomi_session_list_scored_metrics (session, koyomi_day_today (), EN, NULL);
  g_autoptr(GError) error = NULL;

  assert_refused (session, weights);
  weigh (weights, find (session, "KPI-22"), 10);
  assert_refused (session, weights);
  weigh (weights, find (session, "KPI-24"), 101);
  assert_refused (session, weights);
  g_array_index (weights, KoyomiMetricWeight, 1).weight = 0;
  assert_refused (session, weights);
  g_array_index (weights, KoyomiMetricWeight, 1) = (KoyomiMetricWeight) { score, 10 };
  assert_refused (session, weights);

  g_array_index (weights, KoyomiMetricWeight, 1) = (KoyomiMetricWeight) { find (session, "KPI-24"), 10 };
  g_assert_cmpint (koyomi_session_add_composite (session, "Other", "own-09", weights, EN, &error), ==, 0);
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_EXISTS);

  for (guint i = 0; i < scored->len; i++)
    g_assert_cmpint (koyomi_record_get_id (g_ptr_array_index (scored, i)), !=, score);
}

/* A score goes with its weights; what it is made of stays. */
static void
test_removed (void)
{
  g_autoptr(KoyomiSession) session = open_measured ("removed-score");
  gint64 score = add_score (session, 1, 1);
  g_autoptr(GError) error = NULL;

  g_assert_false (koyomi_session_remove_metric (session, find (session, "KPI-22"), EN, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_cmpuint (koyomi_session_count (session, KOYOMI_TABLE_METRIC_PART, NULL), ==, 2);

  g_assert_true (koyomi_session_remove_metric (session, score, EN, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (koyomi_session_count (session, KOYOMI_TABLE_METRIC_PART, NULL), ==, 0);
  g_assert_true (koyomi_session_remove_metric (session, find (session, "KPI-22"), EN, &error));
  g_assert_no_error (error);
}

/* What was handed over with a quarter stays as it was. */
static void
test_closed (void)
{
  g_autoptr(KoyomiSession) session = open_measured ("closed-score");
  gint64 score = add_score (session, 75, 25);
  g_autoptr(KoyomiMetricResult) result = NULL;
  g_autoptr(GError) error = NULL;

  enter (session, "KPI-22", 9, 90);
  enter (session, "KPI-24", 9, 90);
  koyomi_session_close_quarter (session, year, 2, EN, &error);
  g_assert_no_error (error);
  enter (session, "KPI-24", 9, 100);
  result = tell (session, score, 2);
  g_assert_cmpfloat_with_epsilon (result->value, 68.75, 1e-9);
  g_assert_true (result->is_restated);
  g_assert_cmpfloat_with_epsilon (result->figure.value, 81.25, 1e-9);
}

/* The sample's, part by part: the shares add up, and each is its weight of the points. */
static void
test_sample (void)
{
  g_autoptr(KoyomiSession) session = open_plan ("sample-score", KOYOMI_TEMPLATE_SAMPLE);
  g_autoptr(KoyomiMetricBook) book = koyomi_session_load_metrics (session, koyomi_day_today (), EN, NULL);
  KoyomiRecord *score = koyomi_test_metric_find (book, "IDX-01");
  g_autoptr(GArray) parts = koyomi_metric_book_list_parts (book, score, koyomi_day_new (2026, 7, 1), koyomi_day_new (2026, 9, 30), NULL);
  g_autoptr(KoyomiMetricResult) result = tell (session, koyomi_record_get_id (score), 2);
  int weights = 0;
  double sum = 0;

  g_assert_cmpuint (parts->len, ==, 6);
  for (guint i = 0; i < parts->len; i++)
    {
      const KoyomiMetricPart *part = &g_array_index (parts, KoyomiMetricPart, i);

      weights += part->weight;
      sum += part->share;
      g_assert_cmpfloat_with_epsilon (part->share, part->weight * part->points / 100, 1e-9);
    }
  g_assert_cmpint (weights, ==, 100);
  g_assert_cmpfloat_with_epsilon (sum, result->figure.value, 1e-9);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();
  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));

  g_test_add_func ("/session/composite-edit/weighs-the-points-of-its-parts", test_weighs);
  g_test_add_func ("/session/composite-edit/tells-nothing-without-a-part", test_refuses);
  g_test_add_func ("/session/composite-edit/weights-change-and-come-back", test_changes_weights);
  g_test_add_func ("/session/composite-edit/wants-parts-that-can-be", test_wants_parts);
  g_test_add_func ("/session/composite-edit/goes-with-its-weights", test_removed);
  g_test_add_func ("/session/composite-edit/closed-quarters-keep-theirs", test_closed);
  g_test_add_func ("/session/composite-edit/shares-of-the-sample-add-up", test_sample);

  return koyomi_test_folder_finish (g_test_run ());
}
