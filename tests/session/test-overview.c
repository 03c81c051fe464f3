#include "koyomi-baseline.h"
#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-overview.h"
#include "koyomi-plan-progress.h"
#include "koyomi-record-edit.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

#include <math.h>

#define EN KOYOMI_LANGUAGE_EN

static KoyomiSession *
open_plan (const char     *name,
           KoyomiTemplate  template,
           guint32         today)
{
  g_autofree char *folder = koyomi_test_folder_make (name);
  g_autofree char *path = g_build_filename (folder, "plan.koyomi", NULL);

  koyomi_day_set_today (today);
  koyomi_test_plan_make (path, template, EN);

  return koyomi_test_plan_open (path);
}

static KoyomiOverview *
load (KoyomiSession *session)
{
  g_autoptr(GError) error = NULL;
  KoyomiOverview *overview = koyomi_session_load_overview (session, koyomi_time_now (), EN, &error);

  g_assert_no_error (error);

  return overview;
}

static KoyomiMetricResult *
tell (KoyomiMetricBook     *book,
      const KoyomiOverview *overview,
      const char           *code,
      int                   quarter)
{
  g_autoptr(GError) error = NULL;
  KoyomiMetricResult *result = koyomi_metric_book_tell (book, koyomi_test_metric_find (book, code), overview->year, quarter, FALSE, &error);

  g_assert_no_error (error);

  return result;
}

static void
assert_value (KoyomiMetricBook     *book,
              const KoyomiOverview *overview,
              const char           *code,
              double                value)
{
  g_autoptr(KoyomiMetricResult) result = tell (book, overview, code, overview->quarter);

  if (isnan (result->value))
    g_assert_true (isnan (value));
  else
    g_assert_cmpfloat_with_epsilon (result->value, value, 1e-9);
}

static void
assert_quarters (KoyomiMetricBook     *book,
                 const KoyomiOverview *overview)
{
  for (int quarter = 1; quarter <= 4; quarter++)
    {
      const KoyomiOverviewQuarter *told = &overview->quarters[quarter - 1];
      g_autoptr(KoyomiMetricResult) result = tell (book, overview, "KPI-14", quarter);

      g_assert_cmpuint (told->n_due, <=, told->n_runs);
      if (told->n_due == 0)
        g_assert_true (isnan (result->value));
      else
        g_assert_cmpfloat_with_epsilon (100.0 * told->n_done / told->n_due, result->value, 1e-9);
    }
}

/* Through the year, and on the first and the last day of a quarter. Which incidents are open is known of the present only. */
static void
test_numbers (void)
{
  g_autoptr(KoyomiSession) session = open_plan ("numbers", KOYOMI_TEMPLATE_SAMPLE, koyomi_day_new (2026, 11, 22));
  static const int days[][3] = { { 2026, 4, 1 }, { 2026, 6, 30 }, { 2026, 8, 20 }, { 2026, 11, 22 }, { 2027, 1, 1 }, { 2027, 3, 31 } };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr(KoyomiOverview) overview = NULL;
      g_autoptr(KoyomiMetricBook) book = NULL;

      koyomi_day_set_today (koyomi_day_new (days[i][0], days[i][1], days[i][2]));
      overview = load (session);
      book = koyomi_session_load_metrics (session, koyomi_day_today (), EN, NULL);
      assert_quarters (book, overview);
      assert_value (book, overview, "KPI-16", overview->attention->late->len);
      assert_value (book, overview, "KPI-28", overview->audit->open_findings->len);
      assert_value (book, overview, "KPI-50", overview->audit->evidence.value);
      assert_value (book, overview, "KPI-03", overview->contained.value);
      if (i == 3)
        assert_value (book, overview, "KPI-07", overview->incidents->len);
    }
}

static void
print_rows (GString   *text,
            GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const KoyomiOverviewRow *row = g_ptr_array_index (rows, i);

      g_assert_cmpint (row->id, !=, 0);
      g_string_append_printf (text, "%s%s", i > 0 ? " | " : "", row->detail);
    }
}

static void
assert_rows (GPtrArray  *rows,
             const char *details)
{
  g_autoptr(GString) text = g_string_new (NULL);

  print_rows (text, rows);
  g_assert_cmpstr (text->str, ==, details);
}

static void
assert_audit (const KoyomiAuditReadiness *audit)
{
  g_assert_cmpstr (koyomi_record_get_title (audit->audit), ==, "Security audit (second half)");
  g_assert_cmpint (audit->audit_run, !=, 0);
  g_assert_cmpuint (audit->n_findings, ==, 14);
  g_assert_cmpuint (audit->open_findings->len, ==, 6);
  g_assert_cmpuint (audit->correction_day, ==, koyomi_day_new (2026, 10, 30));
  g_assert_cmpuint (audit->unproven->len, ==, 3);
  g_assert_cmpuint (audit->n_controls, ==, 92);
  g_assert_cmpuint (audit->unowned->len, ==, 17);
  g_assert_cmpuint (audit->n_found, ==, 57);
  g_assert_cmpuint (audit->n_grave, ==, 8);
}

static void
assert_lacks (const KoyomiOverview *overview)
{
  static const char *const details[KOYOMI_N_LACKS] = {
    [KOYOMI_LACK_VALUE] = "KPI-25 | KPI-26 | KPI-39 | KPI-40",
    [KOYOMI_LACK_COMMENT] = "KPI-01 | KPI-04 | KPI-16 | KPI-29 | KPI-33 | KPI-45 | KPI-48 | KPI-49 | KPI-52 | KPI-53 | KPI-55"
                            " | KPI-57 | IDX-01",
    [KOYOMI_LACK_CAUSE] = "2026-012",
    [KOYOMI_LACK_REPORT] = "2026-011 Customer data open to the public in cloud storage",
    [KOYOMI_LACK_REASON] = "Cloud service management | DB data security | Access-right management | Security vulnerability diagnosis (2)"
                           " | ICT planning (per-project IT planning)",
    [KOYOMI_LACK_DECISION] = "D-07 · 2026-11-12",
  };

  g_assert_cmpstr (overview->attention->next_meeting->title, ==, "Executive meeting");
  g_assert_cmpint (overview->lacks->quarter, ==, 3);
  g_assert_cmpuint (koyomi_report_lacks_count_ready (overview->lacks), ==, 0);
  for (int i = 0; i < KOYOMI_N_LACKS; i++)
    assert_rows (overview->lacks->rows[i], details[i]);
}

/* What the sample says on a day, told in full. */
static void
test_sample (void)
{
  g_autoptr(KoyomiSession) session = open_plan ("sample", KOYOMI_TEMPLATE_SAMPLE, koyomi_day_new (2026, 11, 22));
  g_autoptr(KoyomiOverview) overview = load (session);
  const KoyomiIncidentCard *first = g_ptr_array_index (overview->incidents, 0);

  static const KoyomiOverviewQuarter quarters[] = { { 41, 41, 41 }, { 42, 42, 40 }, { 59, 22, 17 }, { 51, 0, 0 } };

  for (int i = 0; i < 4; i++)
    g_assert_cmpmem (&overview->quarters[i], sizeof quarters[i], &quarters[i], sizeof quarters[i]);
  g_assert_cmpint (overview->quarter, ==, 3);
  g_assert_cmpuint (overview->incidents->len, ==, 4);
  g_assert_cmpstr (first->number, ==, "2026-011");
  g_assert_cmpuint (overview->n_detected, ==, 2);
  g_assert_cmpint (overview->n_entries, ==, 1);
  assert_audit (overview->audit);
  assert_lacks (overview);
}

/* Nothing is counted twice, nothing is over, nothing lies beyond the days. */
static void
test_ahead (void)
{
  g_autoptr(KoyomiSession) session = open_plan ("ahead", KOYOMI_TEMPLATE_SAMPLE, koyomi_day_new (2026, 11, 22));
  g_autoptr(KoyomiOverview) overview = load (session);
  guint n[KOYOMI_N_TABLES] = { 0 };

  for (guint i = 0; i < overview->ahead->len; i++)
    {
      const KoyomiAheadItem *item = g_ptr_array_index (overview->ahead, i);

      g_assert_cmpuint (item->last_day, >=, overview->today);
      g_assert_cmpuint (item->first_day, <, overview->today + KOYOMI_OVERVIEW_DAYS_AHEAD);
      g_assert_true (item->state == KOYOMI_STATE_PLANNED || item->state == KOYOMI_STATE_DUE_SOON || item->state == KOYOMI_STATE_DOING);
      n[item->table]++;
    }

  g_assert_cmpuint (n[KOYOMI_TABLE_OCCURRENCE], ==, 78);
  g_assert_cmpuint (n[KOYOMI_TABLE_MEETING], ==, 10);
  g_assert_cmpuint (n[KOYOMI_TABLE_INCIDENT], ==, 1);
}

/* In a quarter that has just begun a committee hears about the one before. */
static void
test_reported_quarter (void)
{
  g_autoptr(KoyomiSession) session = open_plan ("reported", KOYOMI_TEMPLATE_SAMPLE, koyomi_day_new (2026, 11, 22));
  static const struct
  {
    int day[3];
    int quarter;
  } cases[] = { { { 2026, 12, 31 }, 3 }, { { 2027, 1, 4 }, 3 }, { { 2027, 2, 4 }, 4 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(KoyomiOverview) overview = NULL;

      koyomi_day_set_today (koyomi_day_new (cases[i].day[0], cases[i].day[1], cases[i].day[2]));
      overview = load (session);
      g_assert_cmpint (overview->lacks->quarter, ==, cases[i].quarter);
    }
}

static void
test_empty (void)
{
  g_autoptr(KoyomiSession) session = open_plan ("empty", KOYOMI_TEMPLATE_EMPTY, koyomi_day_new (2026, 11, 22));
  g_autoptr(KoyomiOverview) overview = load (session);
  g_autoptr(KoyomiPlanProgress) progress = koyomi_session_load_plan_progress (session, koyomi_day_today (), EN, NULL, NULL);

  for (int i = 0; i < 4; i++)
    g_assert_cmpuint (overview->quarters[i].n_runs, ==, 0);
  g_assert_null (overview->attention->next_meeting);
  g_assert_null (overview->lacks);
  g_assert_null (overview->audit->audit);
  g_assert_true (isnan (overview->contained.value));
  g_assert_cmpuint (overview->ahead->len, ==, 0);
  g_assert_cmpuint (progress->due->len, ==, 0);
  g_assert_null (progress->baseline);
}

static KoyomiPlanProgress *
load_progress (KoyomiSession *session,
               guint32        day)
{
  g_autoptr(GError) error = NULL;
  KoyomiPlanProgress *progress = koyomi_session_load_plan_progress (session, day, EN, NULL, &error);

  g_assert_no_error (error);

  return progress;
}

/* The sample was written on one day: of a day before that, the days that were entered tell. */
static void
test_progress (void)
{
  g_autoptr(KoyomiSession) session = open_plan ("progress", KOYOMI_TEMPLATE_SAMPLE, koyomi_day_new (2026, 11, 22));
  g_autoptr(KoyomiPlanProgress) now = load_progress (session, koyomi_day_today ());
  g_autoptr(KoyomiPlanProgress) then = load_progress (session, koyomi_day_new (2026, 6, 30));

  g_assert_cmpuint (now->due->len, ==, 41 + 42 + 59 + 51);
  g_assert_cmpuint (now->n_due, ==, 41 + 42 + 22);
  g_assert_cmpuint (now->n_done, ==, 41 + 40 + 17);
  g_assert_cmpuint (then->n_due, ==, 41);
  g_assert_cmpuint (then->n_done, ==, 41);
  g_assert_cmpuint (then->done->len, <, now->done->len);
}

static guint64
add_up (const GArray *days)
{
  guint64 sum = 0;

  for (guint i = 0; i < days->len; i++)
    sum += g_array_index (days, guint32, i);

  return sum;
}

static void
move_late_run (KoyomiSession *session)
{
  g_autoptr(KoyomiOverview) overview = load (session);
  const KoyomiAttentionItem *late = g_ptr_array_index (overview->attention->late, 0);
  g_autoptr(KoyomiRecord) run = koyomi_session_get (session, KOYOMI_TABLE_OCCURRENCE, late->occurrence_id, EN, NULL);

  g_assert_true (koyomi_occurrence_shift (run, 1, 1, NULL));
  g_assert_true (koyomi_session_save (session, run, EN, NULL));
}

/* The change log goes by the clock of the machine, so here that is what today goes by. */
static void
test_progress_of_the_past (void)
{
  guint32 entered = koyomi_time_get_day (g_get_real_time () / 1000);
  g_autoptr(KoyomiSession) session = open_plan ("past", KOYOMI_TEMPLATE_SAMPLE, entered);
  g_autoptr(KoyomiPlanProgress) before = load_progress (session, entered);
  g_autoptr(KoyomiPlanProgress) after = NULL;
  g_autoptr(KoyomiPlanProgress) past = NULL;
  g_autoptr(KoyomiPlanProgress) early = load_progress (session, entered - 1);
  g_autofree char *text = NULL;

  g_assert_true (before->is_from_history);
  g_assert_null (before->baseline);
  g_assert_false (early->is_from_history);
  g_assert_cmpuint (early->log_day, ==, entered);
  g_assert_cmpuint (early->due->len, ==, before->due->len);

  g_assert_true (koyomi_session_add_baseline (session, "Approved", EN, NULL));
  move_late_run (session);
  after = load_progress (session, entered);
  g_assert_cmpuint (add_up (after->due), ==, add_up (before->due) + 1);
  g_assert_cmpuint (add_up (after->baseline_due), ==, add_up (before->due));
  text = koyomi_plan_progress_format_variance (after, EN);
  g_assert_cmpstr (text, ==, "Since “Approved”: 1 activity moved later");

  /* Of yesterday nothing of that is told. */
  past = load_progress (session, entered - 1);
  g_assert_cmpuint (add_up (past->due), ==, add_up (early->due));
  g_assert_null (past->baseline);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  g_test_add_func ("/session/overview/numbers-are-those-shown-elsewhere", test_numbers);
  g_test_add_func ("/session/overview/sample-told-in-full", test_sample);
  g_test_add_func ("/session/overview/ninety-days-ahead", test_ahead);
  g_test_add_func ("/session/overview/reported-quarter", test_reported_quarter);
  g_test_add_func ("/session/overview/empty-plan", test_empty);
  g_test_add_func ("/session/overview/progress-of-the-year", test_progress);
  g_test_add_func ("/session/overview/progress-of-a-past-day", test_progress_of_the_past);

  return koyomi_test_folder_finish (g_test_run ());
}
