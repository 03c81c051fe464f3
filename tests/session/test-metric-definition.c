#include "koyomi-metric-definition.h"

#include "koyomi-day.h"
#include "koyomi-history.h"
#include "koyomi-metric-close.h"
#include "koyomi-metric-edit.h"
#include "koyomi-record-edit.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

#include <string.h>

#define EN KOYOMI_LANGUAGE_EN

static const KoyomiFiscalYear year = { 2026, 4 };

static KoyomiSession *
open_plan (const char     *name,
           KoyomiLanguage  language)
{
  g_autofree char *folder = koyomi_test_folder_make (name);
  g_autofree char *path = g_build_filename (folder, "plan.koyomi", NULL);

  koyomi_test_plan_make (path, KOYOMI_TEMPLATE_EMPTY, language);

  return koyomi_test_plan_open (path);
}

static gint64
add (KoyomiSession  *session,
     const char     *code,
     GError        **error)
{
  g_autoptr(KoyomiRecord) metric = koyomi_record_new (KOYOMI_TABLE_METRIC);

  koyomi_record_set_text (metric, KOYOMI_METRIC_CODE, code);
  koyomi_record_set_text (metric, KOYOMI_METRIC_NAME, "Badges returned");

  return koyomi_session_add_metric (session, metric, EN, error);
}

static void
test_own (void)
{
  g_autoptr(KoyomiSession) session = open_plan ("own", EN);
  g_autoptr(GError) error = NULL;
  g_autofree char *code = koyomi_session_propose_metric_code (session, &error);
  g_autofree char *next = NULL;
  g_autoptr(KoyomiRecord) metric = NULL;
  g_autoptr(GPtrArray) all = NULL;
  gint64 id;

  g_assert_cmpstr (code, ==, "OWN-01");
  id = add (session, code, &error);
  g_assert_no_error (error);
  g_assert_cmpint (koyomi_session_find_metric (session, "own-01", NULL), ==, id);
  next = koyomi_session_propose_metric_code (session, NULL);
  g_assert_cmpstr (next, ==, "OWN-02");

  metric = koyomi_session_get (session, KOYOMI_TABLE_METRIC, id, EN, NULL);
  all = koyomi_session_list (session, KOYOMI_TABLE_METRIC, 0, 0, EN, NULL);
  g_assert_cmpint (koyomi_record_get_int (metric, KOYOMI_METRIC_KIND), ==, KOYOMI_METRIC_KIND_ENTERED);
  g_assert_cmpint (koyomi_record_get_id (g_ptr_array_index (all, all->len - 1)), ==, id);

  g_assert_cmpint (add (session, "kpi-22", &error), ==, 0);
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_EXISTS);
}

/* @day: a field of the table that wants one; 0 for none */
static void
add_row (KoyomiSession *session,
         KoyomiTableId  table,
         int            reference,
         gint64         metric,
         int            day)
{
  g_autoptr(KoyomiRecord) record = koyomi_record_new (table);
  g_autoptr(GError) error = NULL;

  koyomi_record_set_int (record, reference, metric);
  if (day != 0)
    koyomi_record_set_int (record, day, koyomi_day_new (2026, 9, 1));
  if (table == KOYOMI_TABLE_OBJECTIVE)
    koyomi_record_set_real (record, KOYOMI_OBJECTIVE_TARGET, 95);
  koyomi_session_add (session, record, EN, &error);
  g_assert_no_error (error);
}

static guint
count (KoyomiSession *session,
       KoyomiTableId  table)
{
  return koyomi_session_count (session, table, NULL);
}

static void
test_removed_whole (void)
{
  g_autoptr(KoyomiSession) session = open_plan ("removed", EN);
  guint n_limits = count (session, KOYOMI_TABLE_METRIC_LIMIT);
  gint64 metric = add (session, "OWN-01", NULL);
  KoyomiMetricEntry entry = { metric, koyomi_day_new (2026, 9, 1), 7 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  koyomi_session_enter_metric_values (session, &entry, 1, NULL, EN, NULL);
  koyomi_session_comment_metric (session, metric, year, 2, "Quiet", EN, NULL);
  add_row (session, KOYOMI_TABLE_METRIC_LIMIT, KOYOMI_METRIC_LIMIT_METRIC, metric, KOYOMI_METRIC_LIMIT_FROM_DAY);
  add_row (session, KOYOMI_TABLE_BOARD_TILE, KOYOMI_BOARD_TILE_METRIC, metric, 0);
  before = koyomi_test_content_hash (session);

  koyomi_session_remove_metric (session, metric, EN, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (session, KOYOMI_TABLE_METRIC_VALUE), ==, 0);
  g_assert_cmpuint (count (session, KOYOMI_TABLE_METRIC_COMMENT), ==, 0);
  g_assert_cmpuint (count (session, KOYOMI_TABLE_METRIC_LIMIT), ==, n_limits);
  g_assert_cmpuint (count (session, KOYOMI_TABLE_BOARD_TILE), ==, 0);

  g_assert_true (koyomi_session_undo (session, NULL));
  after = koyomi_test_content_hash (session);
  g_assert_cmpstr (after, ==, before);
}

static void
assert_kept (KoyomiSession *session,
             gint64         metric)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (koyomi_session_remove_metric (session, metric, EN, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
}

static void
test_closed_figures_stay (void)
{
  g_autoptr(KoyomiSession) session = open_plan ("closed", EN);
  gint64 closed = koyomi_session_find_metric (session, "KPI-22", NULL);
  gint64 later, aimed_at;
  g_autoptr(GError) error = NULL;

  koyomi_session_close_quarter (session, year, 1, EN, &error);
  g_assert_no_error (error);
  assert_kept (session, closed);

  aimed_at = add (session, "OWN-01", NULL);
  later = add (session, "OWN-02", NULL);
  add_row (session, KOYOMI_TABLE_OBJECTIVE, KOYOMI_OBJECTIVE_METRIC, aimed_at, KOYOMI_OBJECTIVE_DUE_DAY);
  assert_kept (session, aimed_at);
  g_assert_true (koyomi_session_remove_metric (session, later, EN, NULL));
}

static GArray *
list_library (KoyomiSession *session)
{
  g_autoptr(GError) error = NULL;
  GArray *rows = koyomi_session_list_library_metrics (session, &error);

  g_assert_no_error (error);

  return rows;
}

/* What was removed comes back as it was, in both languages. */
static void
test_library (void)
{
  for (KoyomiLanguage own = 0; own < KOYOMI_N_LANGUAGES; own++)
    {
      g_autoptr(KoyomiSession) session = open_plan (own == EN ? "library-en" : "library-ja", own);
      g_autoptr(GArray) none = list_library (session);
      g_autoptr(GArray) two = NULL;
      g_autoptr(GError) error = NULL;

      g_assert_cmpuint (none->len, ==, 0);
      koyomi_session_remove_metric (session, koyomi_session_find_metric (session, "KPI-22", NULL), EN, &error);
      koyomi_session_remove_metric (session, koyomi_session_find_metric (session, "KPI-50", NULL), EN, &error);
      g_assert_no_error (error);

      two = list_library (session);
      g_assert_cmpuint (two->len, ==, 2);
      koyomi_session_add_library_metrics (session, (guint *) two->data, two->len, EN, &error);
      g_assert_no_error (error);

      for (KoyomiLanguage shown = 0; shown < KOYOMI_N_LANGUAGES; shown++)
        {
          gint64 id = koyomi_session_find_metric (session, "KPI-22", NULL);
          g_autoptr(KoyomiRecord) metric = koyomi_session_get (session, KOYOMI_TABLE_METRIC, id, shown, NULL);
          g_autoptr(GPtrArray) limits = koyomi_session_list (session, KOYOMI_TABLE_METRIC_LIMIT, KOYOMI_METRIC_LIMIT_METRIC, id, shown, NULL);

          g_assert_true (g_str_is_ascii (koyomi_record_get_title (metric)) == (shown == EN));
          g_assert_cmpuint (limits->len, ==, 1);
          g_assert_cmpuint (koyomi_record_get_day (g_ptr_array_index (limits, 0), KOYOMI_METRIC_LIMIT_FROM_DAY), ==,
                            koyomi_day_new (2026, 4, 1));
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();
  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));

  g_test_add_func ("/session/metric-definition/own-metrics-have-a-code-of-their-own", test_own);
  g_test_add_func ("/session/metric-definition/a-metric-goes-with-all-that-is-said-of-it", test_removed_whole);
  g_test_add_func ("/session/metric-definition/closed-figures-and-objectives-keep-their-metric", test_closed_figures_stay);
  g_test_add_func ("/session/metric-definition/library-gives-back-what-was-removed", test_library);

  return koyomi_test_folder_finish (g_test_run ());
}
