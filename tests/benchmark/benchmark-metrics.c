/* A year of all metrics in a plan with 100,000 runs and 100,000 incidents, all in that year: reading the plan and telling four quarters,
 * against the bare SQL of the sums of runs and incidents. */

#include "koyomi-database.h"
#include "koyomi-day.h"
#include "koyomi-metric-book.h"
#include "koyomi-template.h"
#include "koyomi-test-folder.h"

#include <string.h>

#define N_ROUNDS 5

static char *
make_plan (void)
{
  static const char fill[] =
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)"
    " INSERT INTO occurrence (id, activity_id, function_id, title, slot_day, first_day, last_day, original_first, original_last,"
    " actual_last, status, progress, owner, result, reason, note)"
    " SELECT 1000000 + i, (SELECT min (id) FROM activity), (SELECT function_id FROM activity ORDER BY id LIMIT 1), '', 739707 + i % 360,"
    " 739707 + i % 360, 739710 + i % 360, 739707 + i % 360, 739710 + i % 360 + (i % 10 = 0), 739710 + i % 360 + i % 7 - 3,"
    " CASE WHEN i % 5 THEN 'done' ELSE 'missed' END, 0, '', '', '', '' FROM n;"
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)"
    " INSERT INTO incident (id, number, title, kind, state, severity, severity_reason, class, tlp, lead, detected_by, found_outside, occurred_at,"
    " detected_at, acknowledged_at, contained_at, recovered_at, closed_at, estimated, sensitive_data, financial_harm, unlawful_purpose, summary,"
    " cause, lessons, scenario, criteria, outcome)"
    " SELECT 2000000 + i, 'N' || i, '', CASE WHEN i % 10 THEN 'incident' ELSE 'drill' END, CASE WHEN i % 3 THEN 'closed' ELSE 'responding' END,"
    " 's' || (1 + i % 5), '', 'malware', '', '', '', i % 2, 1775000000000 + i * 300000, 1775000000000 + i * 300000 + i % 977 * 60000,"
    " 1775000000000 + i * 300000 + i % 977 * 61000, 1775000000000 + i * 300000 + i % 977 * 70000, 1775000000000 + i * 300000 + i % 977 * 90000,"
    " CASE WHEN i % 3 THEN 1775000000000 + i * 300000 + i % 977 * 99000 END, '', 0, 0, 0, '', '', '', '', '', '' FROM n;";
  KoyomiPlanOptions options = { .template = KOYOMI_TEMPLATE_SAMPLE, .language = KOYOMI_LANGUAGE_EN };
  g_autofree char *folder = koyomi_test_folder_make ("metrics");
  char *path = g_build_filename (folder, "plan.koyomi", NULL);
  g_autoptr(GError) error = NULL;

  if (!koyomi_plan_create (path, &options, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
  koyomi_test_run_sqlite3 (path, fill);

  return path;
}

/* What each metric of runs and incidents asks of its table; the means of both times once for the mean and once for the median. */
static const char * const sums[] = {
  "SELECT count (*) FILTER (WHERE status = 'done'), count (*) FROM occurrence WHERE status <> 'skipped' AND last_day BETWEEN :first AND :last",
  "SELECT count (*) FILTER (WHERE actual_last <= last_day), count (*) FROM occurrence WHERE status = 'done' AND actual_last BETWEEN :first AND :last",
  "SELECT count (*) FROM occurrence WHERE last_day < :last AND (status IN ('planned', 'doing') OR status = 'done' AND actual_last > :last)",
  "SELECT avg (max (0, actual_last - last_day)) FROM occurrence WHERE status = 'done' AND actual_last BETWEEN :first AND :last",
  "SELECT count (*) FROM occurrence WHERE last_day BETWEEN :first AND :last AND (first_day <> original_first OR last_day <> original_last)",
  "SELECT count (*) FROM occurrence WHERE last_day BETWEEN :first AND :last AND status = 'missed'",
  "SELECT avg (:last - last_day) FROM occurrence WHERE last_day < :last AND (status IN ('planned', 'doing') OR status = 'done' AND actual_last > :last)",
  "SELECT count (DISTINCT function_id) FROM occurrence WHERE first_day <= :last AND last_day >= :first",
  "SELECT count (*) FILTER (WHERE id IN (SELECT occurrence_id FROM proof)), count (*) FROM occurrence"
  " WHERE status = 'done' AND actual_last BETWEEN :first AND :last",
#define INCIDENTS " FROM incident WHERE kind = 'incident' AND state NOT IN ('false-alarm', 'merged') AND detected_at >= :from AND detected_at < :to"
  "SELECT avg (detected_at - occurred_at)" INCIDENTS,
  "SELECT avg (acknowledged_at - detected_at)" INCIDENTS,
  "SELECT avg (contained_at - detected_at)" INCIDENTS,
  "SELECT avg (recovered_at - detected_at)" INCIDENTS,
  "SELECT count (*)" INCIDENTS,
  "SELECT count (*)" INCIDENTS " AND severity IN ('s1', 's2')",
  "SELECT count (*) FILTER (WHERE recurrence_of_id IS NOT NULL), count (*)" INCIDENTS,
  "SELECT count (*) FILTER (WHERE found_outside), count (*)" INCIDENTS,
  "SELECT group_concat (l) FROM (SELECT detected_at - occurred_at AS l" INCIDENTS " ORDER BY l LIMIT 1 OFFSET 4000)",
  "SELECT group_concat (l) FROM (SELECT contained_at - detected_at AS l" INCIDENTS " ORDER BY l LIMIT 1 OFFSET 4000)",
  "SELECT group_concat (l) FROM (SELECT recovered_at - detected_at AS l" INCIDENTS " ORDER BY l LIMIT 1 OFFSET 4000)",
  "SELECT count (*) FROM incident WHERE kind = 'incident' AND state NOT IN ('false-alarm', 'merged') AND detected_at < :to"
  " AND (state <> 'closed' OR closed_at >= :to)",
  "SELECT count (*) FROM incident WHERE kind = 'incident' AND state NOT IN ('false-alarm', 'merged') AND detected_at < :to - 2592000000"
  " AND (state <> 'closed' OR closed_at >= :to)",
  "SELECT count (*) FILTER (WHERE reviewed_day IS NOT NULL), count (*) FROM incident WHERE kind = 'incident' AND state = 'closed'"
  " AND severity IN ('s1', 's2', 's3') AND closed_at >= :from AND closed_at < :to",
  "SELECT count (*) FILTER (WHERE state = 'false-alarm'), count (*) FROM incident WHERE kind <> 'drill' AND state <> 'merged'"
  " AND detected_at >= :from AND detected_at < :to",
  "SELECT count (*) FROM incident WHERE kind = 'drill' AND occurred_at >= :from AND occurred_at < :to",
};

static void
sum_bare (KoyomiDatabase   *db,
          KoyomiFiscalYear  year)
{
  for (int quarter = 0; quarter < 4; quarter++)
    for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
      {
        guint32 first = koyomi_fiscal_year_get_month_first (year, quarter * 3);
        guint32 last = koyomi_day_add_months (first, 3) - 1;
        g_autoptr(GError) error = NULL;
        g_autoptr(KoyomiStatement) statement = koyomi_database_prepare (db, sums[i], &error);

        g_assert_no_error (error);
        if (strstr (sums[i], ":first") != NULL)
          koyomi_statement_bind_int (statement, ":first", first);
        if (strstr (sums[i], ":last") != NULL)
          koyomi_statement_bind_int (statement, ":last", last);
        if (strstr (sums[i], ":from") != NULL)
          koyomi_statement_bind_int (statement, ":from", koyomi_day_get_start (first));
        if (strstr (sums[i], ":to") != NULL)
          koyomi_statement_bind_int (statement, ":to", koyomi_day_get_start (last + 1));
        while (koyomi_statement_step (statement, &error) == KOYOMI_STEP_ROW)
          continue;
        g_assert_no_error (error);
      }
}

static void
tell_year (KoyomiSession    *session,
           KoyomiFiscalYear  year)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiMetricBook) book = koyomi_session_load_metrics (session, koyomi_fiscal_year_get_last_day (year), KOYOMI_LANGUAGE_EN, &error);
  GPtrArray *metrics;

  g_assert_no_error (error);
  metrics = koyomi_metric_book_get_metrics (book);
  for (int quarter = 1; quarter <= 4; quarter++)
    for (guint i = 0; i < metrics->len; i++)
      {
        g_autoptr(KoyomiMetricResult) result = koyomi_metric_book_tell (book, g_ptr_array_index (metrics, i), year, quarter, FALSE, &error);

        g_assert_no_error (error);
      }
}

int
main (int    argc,
      char **argv)
{
  KoyomiFiscalYear year = { 2026, 4 };
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiDatabase) db = NULL;
  g_autoptr(KoyomiSession) session = NULL;
  gint64 bare = G_MAXINT64;
  gint64 ours = G_MAXINT64;

  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();
  koyomi_day_set_today (koyomi_fiscal_year_get_last_day (year));
  path = make_plan ();
  if ((session = koyomi_session_open (path, FALSE, NULL, &error)) == NULL)
    g_error ("%s", error->message);
  db = koyomi_database_open (path, KOYOMI_DATABASE_READ, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      gint64 middle;

      sum_bare (db, year);
      middle = g_get_monotonic_time ();
      tell_year (session, year);
      bare = MIN (bare, middle - start);
      ours = MIN (ours, g_get_monotonic_time () - middle);
    }

  g_print ("bare sums %.1f ms, a year of all metrics %.1f ms: %.2f times\n", bare / 1000.0, ours / 1000.0, (double) ours / bare);
  g_clear_object (&session);

  return koyomi_test_folder_finish (0);
}
