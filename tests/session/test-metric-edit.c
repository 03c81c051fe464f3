#include "koyomi-baseline.h"
#include "koyomi-day.h"
#include "koyomi-history.h"
#include "koyomi-metric-close.h"
#include "koyomi-metric-edit.h"
#include "koyomi-objectives.h"
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

static KoyomiMetricBook *
load (KoyomiSession *session)
{
  g_autoptr(GError) error = NULL;
  KoyomiMetricBook *book = koyomi_session_load_metrics (session, koyomi_day_today (), EN, &error);

  g_assert_no_error (error);

  return book;
}

static KoyomiMetricResult *
tell (KoyomiSession *session,
      const char    *code,
      int            quarter)
{
  g_autoptr(KoyomiMetricBook) book = load (session);
  g_autoptr(GError) error = NULL;
  KoyomiMetricResult *result = koyomi_metric_book_tell (book, koyomi_test_metric_find (book, code), year, quarter, TRUE, &error);

  g_assert_no_error (error);

  return result;
}

static gint64
find_metric (KoyomiSession *session,
             const char    *code)
{
  g_autoptr(KoyomiMetricBook) book = load (session);

  return koyomi_record_get_id (koyomi_test_metric_find (book, code));
}

static void
enter (KoyomiSession *session,
       const char    *code,
       int            month,
       double         value)
{
  KoyomiMetricEntry entry = { find_metric (session, code), koyomi_day_new (2026, month, 1), value };
  g_autoptr(GError) error = NULL;

  koyomi_session_enter_metric_values (session, &entry, 1, "counted", EN, &error);
  g_assert_no_error (error);
}

static void
assert_state (KoyomiSession      *session,
              int                 quarter,
              double              value,
              KoyomiMetricStatus  status)
{
  g_autoptr(KoyomiMetricResult) result = tell (session, "KPI-22", quarter);

  g_assert_true (result->value == value || (isnan (value) && isnan (result->value)));
  g_assert_cmpint (result->status, ==, status);
}

static void
test_gaps (void)
{
  g_autoptr(KoyomiSession) session = open_plan ("gaps", KOYOMI_TEMPLATE_EMPTY);

  assert_state (session, 2, NAN, KOYOMI_METRIC_NO_DATA);
  enter (session, "KPI-22", 5, 96);
  assert_state (session, 1, 96, KOYOMI_METRIC_ON_TARGET);
  assert_state (session, 2, NAN, KOYOMI_METRIC_STALE);
  enter (session, "KPI-22", 9, 90);
  assert_state (session, 2, 90, KOYOMI_METRIC_AT_RISK);
  assert_state (session, 3, NAN, KOYOMI_METRIC_STALE);
  enter (session, "KPI-22", 10, 0);
  assert_state (session, 3, 0, KOYOMI_METRIC_OFF_TARGET);
  enter (session, "KPI-22", 10, NAN);
  assert_state (session, 3, NAN, KOYOMI_METRIC_STALE);
}

static void
test_corrections (void)
{
  g_autoptr(KoyomiSession) session = open_plan ("corrections", KOYOMI_TEMPLATE_EMPTY);
  gint64 metric = find_metric (session, "KPI-22");
  g_autoptr(GPtrArray) values = NULL;
  g_autoptr(GPtrArray) undone = NULL;

  enter (session, "KPI-22", 9, 90);
  enter (session, "KPI-22", 9, 92);
  assert_state (session, 2, 92, KOYOMI_METRIC_AT_RISK);

  values = koyomi_session_list_metric_values (session, metric, koyomi_day_new (2026, 9, 1), EN, NULL);
  g_assert_cmpuint (values->len, ==, 2);
  g_assert_cmpfloat (koyomi_record_get_real (g_ptr_array_index (values, 0), KOYOMI_METRIC_VALUE_VALUE), ==, 90);
  g_assert_false (koyomi_record_is_none (g_ptr_array_index (values, 0), KOYOMI_METRIC_VALUE_SUPERSEDED_AT));
  g_assert_true (koyomi_record_is_none (g_ptr_array_index (values, 1), KOYOMI_METRIC_VALUE_SUPERSEDED_AT));
  g_assert_cmpstr (koyomi_record_get_text (g_ptr_array_index (values, 1), KOYOMI_METRIC_VALUE_NOTE), ==, "counted");

  g_assert_true (koyomi_session_undo (session, NULL));
  undone = koyomi_session_list_metric_values (session, metric, koyomi_day_new (2026, 9, 1), EN, NULL);
  g_assert_cmpuint (undone->len, ==, 1);
  assert_state (session, 2, 90, KOYOMI_METRIC_AT_RISK);
}

static void
test_refuses (void)
{
  g_autoptr(KoyomiSession) session = open_plan ("refuses", KOYOMI_TEMPLATE_EMPTY);
  gint64 entered = find_metric (session, "KPI-22");
  KoyomiMetricEntry cases[] = {
    { find_metric (session, "KPI-14"), koyomi_day_new (2026, 9, 1), 90 },
    { entered, koyomi_day_new (2026, 12, 1), 90 },
    { entered, koyomi_day_new (2026, 9, 2), 90 },
    { entered, koyomi_day_new (2026, 9, 1), INFINITY },
  };
  KoyomiMetricEntry good = { entered, koyomi_day_new (2026, 9, 1), 90 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KoyomiMetricEntry both[] = { good, cases[i] };
      g_autoptr(GError) error = NULL;

      g_assert_false (koyomi_session_enter_metric_values (session, both, 2, NULL, EN, &error));
      g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
      g_assert_cmpint (koyomi_session_count (session, KOYOMI_TABLE_METRIC_VALUE, NULL), ==, 0);
    }
}

static void
test_pastes (void)
{
  static const struct
  {
    const char *text;
    const char *entries;   /* metric:month:value */
    const char *faults;    /* kind@row:column */
  } cases[] = {
    { "95\t96\r\n1,200\t\r\n", "1:10:95 1:11:96 2:10:1200", "" },
    { "９５．５ %\n", "1:10:95.5", "" },
    { "", "", "" },
    { "95\tn/a\nn/a", "1:10:95", "0@0:1 0@1:0" },
    { "1\t2\t3", "1:10:1 1:11:2", "1@0:2" },
    { "1\n2\n3\n\n", "1:10:1 2:10:2", "2@2:0" },
    { "1\t2\t\t4", "1:10:1 1:11:2", "3@0:3" },
  };
  g_autoptr(GArray) metrics = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) months = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_array_append_vals (metrics, (gint64[]) { 1, 2 }, 2);
  g_array_append_vals (months, (guint32[]) { 10, 11, 12 }, 3);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(KoyomiMetricBlock) block = koyomi_metric_block_parse (cases[i].text, metrics, months, 11);
      g_autoptr(GString) entries = g_string_new (NULL);
      g_autoptr(GString) faults = g_string_new (NULL);

      for (guint j = 0; j < block->entries->len; j++)
        {
          const KoyomiMetricEntry *entry = &g_array_index (block->entries, KoyomiMetricEntry, j);

          g_string_append_printf (entries, "%s%d:%u:%g", j > 0 ? " " : "", (int) entry->metric, entry->month, entry->value);
        }
      for (guint j = 0; j < block->faults->len; j++)
        {
          const KoyomiMetricFault *fault = &g_array_index (block->faults, KoyomiMetricFault, j);

          g_string_append_printf (faults, "%s%d@%u:%u", j > 0 ? " " : "", (int) fault->kind, fault->row, fault->column);
        }

      g_assert_cmpstr (entries->str, ==, cases[i].entries);
      g_assert_cmpstr (faults->str, ==, cases[i].faults);
    }
}

/* Marks one run as missed that was done in the second quarter. */
static void
change_past (KoyomiSession *session)
{
  g_autoptr(GPtrArray) runs = koyomi_session_list (session, KOYOMI_TABLE_OCCURRENCE, 0, 0, EN, NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      KoyomiRecord *run = g_ptr_array_index (runs, i);
      guint32 last_day = koyomi_record_get_day (run, KOYOMI_OCCURRENCE_LAST_DAY);
      g_autoptr(GError) error = NULL;

      if (koyomi_record_get_int (run, KOYOMI_OCCURRENCE_STATUS) != KOYOMI_STATUS_DONE || last_day < koyomi_day_new (2026, 7, 1) ||
          last_day > koyomi_day_new (2026, 9, 30))
        continue;

      koyomi_record_set_int (run, KOYOMI_OCCURRENCE_STATUS, KOYOMI_STATUS_MISSED);
      koyomi_session_save (session, run, EN, &error);
      g_assert_no_error (error);
      return;
    }

  g_assert_not_reached ();
}

static void
test_closes (void)
{
  KoyomiSession *session = open_plan ("closes", KOYOMI_TEMPLATE_SAMPLE);
  g_autofree char *before = koyomi_test_content_hash (session);
  g_autofree char *undone = NULL;
  g_autoptr(KoyomiMetricResult) open = tell (session, "KPI-14", 2);
  g_autoptr(KoyomiMetricResult) closed = NULL;
  g_autoptr(KoyomiMetricResult) changed = NULL;
  g_autoptr(KoyomiMetricResult) next = NULL;
  g_autoptr(KoyomiMetricResult) then = NULL;
  g_autoptr(KoyomiRecord) bookmark = NULL;
  g_autoptr(KoyomiSession) past = NULL;
  g_autoptr(GError) error = NULL;

  koyomi_session_close_quarter (session, year, 2, EN, &error);
  g_assert_no_error (error);
  g_assert_true (koyomi_session_is_quarter_closed (session, year, 2));
  g_assert_false (koyomi_session_is_quarter_closed (session, year, 1));
  closed = tell (session, "KPI-14", 2);
  g_assert_nonnull (closed->close);
  g_assert_false (closed->is_restated);
  g_assert_cmpfloat (closed->value, ==, open->value);

  change_past (session);
  changed = tell (session, "KPI-14", 2);
  g_assert_cmpfloat (changed->value, ==, open->value);
  g_assert_cmpfloat (changed->figure.value, <, open->value);
  g_assert_true (changed->is_restated);
  next = tell (session, "KPI-14", 3);
  g_assert_cmpfloat (next->before, ==, open->value);

  bookmark = koyomi_session_get (session, KOYOMI_TABLE_BOOKMARK, koyomi_record_get_int (changed->close, KOYOMI_METRIC_CLOSE_BOOKMARK), EN, NULL);
  past = koyomi_session_open_as_of (session, koyomi_record_get_int (bookmark, KOYOMI_BOOKMARK_SEQ), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  then = tell (past, "KPI-14", 2);
  g_assert_cmpfloat (then->figure.value, ==, changed->value);
  g_assert_cmpuint (then->figure.rows->len, ==, koyomi_record_get_real (changed->close, KOYOMI_METRIC_CLOSE_DENOMINATOR));

  g_assert_true (koyomi_session_undo (session, NULL));
  g_assert_true (koyomi_session_undo (session, NULL));
  undone = koyomi_test_content_hash (session);
  g_assert_cmpstr (undone, ==, before);
  koyomi_test_plan_verify (session);
  g_assert_finalize_object (session);
}

static void
test_closes_once (void)
{
  g_autoptr(KoyomiSession) session = open_plan ("closes-once", KOYOMI_TEMPLATE_SAMPLE);
  g_autoptr(GError) twice = NULL;
  g_autoptr(GError) early = NULL;
  g_autoptr(GError) never = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (koyomi_session_close_quarter (session, year, 2, EN, NULL));
  g_assert_false (koyomi_session_close_quarter (session, year, 2, EN, &twice));
  g_assert_error (twice, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_EXISTS);
  g_assert_false (koyomi_session_close_quarter (session, year, 3, EN, &early));
  g_assert_error (early, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
  g_assert_false (koyomi_session_open_quarter (session, year, 1, EN, &never));
  g_assert_error (never, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND);

  koyomi_session_open_quarter (session, year, 2, EN, &error);
  g_assert_no_error (error);
  g_assert_false (koyomi_session_is_quarter_closed (session, year, 2));
  koyomi_session_close_quarter (session, year, 2, EN, &error);
  g_assert_no_error (error);
}

/* What the figures were told from cannot be forgotten while they are kept. */
static void
test_keeps_bookmark (void)
{
  g_autoptr(KoyomiSession) session = open_plan ("keeps", KOYOMI_TEMPLATE_SAMPLE);
  g_autoptr(KoyomiMetricResult) closed = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (koyomi_session_close_quarter (session, year, 2, EN, NULL));
  closed = tell (session, "KPI-14", 2);
  g_assert_false (koyomi_session_remove_baseline (session, koyomi_record_get_int (closed->close, KOYOMI_METRIC_CLOSE_BOOKMARK), EN, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
}

static void
test_comments (void)
{
  g_autoptr(KoyomiSession) session = open_plan ("comments", KOYOMI_TEMPLATE_EMPTY);
  gint64 metric = find_metric (session, "KPI-14");
  g_autoptr(KoyomiMetricResult) result = NULL;
  g_autoptr(KoyomiMetricResult) other = NULL;

  g_assert_true (koyomi_session_comment_metric (session, metric, year, 2, "First thought", EN, NULL));
  g_assert_true (koyomi_session_comment_metric (session, metric, year, 2, "Second thought", EN, NULL));
  result = tell (session, "KPI-14", 2);
  other = tell (session, "KPI-14", 1);
  g_assert_cmpstr (koyomi_record_get_text (result->comment, KOYOMI_METRIC_COMMENT_TEXT), ==, "Second thought");
  g_assert_null (other->comment);
  g_assert_cmpint (koyomi_session_count (session, KOYOMI_TABLE_METRIC_COMMENT, NULL), ==, 2);
}

static void
add_objective (KoyomiSession *session,
               double         target,
               guint32        due_day)
{
  g_autoptr(KoyomiRecord) objective = koyomi_record_new (KOYOMI_TABLE_OBJECTIVE);
  g_autoptr(GError) error = NULL;

  koyomi_record_set_int (objective, KOYOMI_OBJECTIVE_METRIC, find_metric (session, "KPI-22"));
  koyomi_record_set_real (objective, KOYOMI_OBJECTIVE_TARGET, target);
  koyomi_record_set_int (objective, KOYOMI_OBJECTIVE_DUE_DAY, due_day);
  koyomi_session_add (session, objective, EN, &error);
  g_assert_no_error (error);
}

static void
test_objectives (void)
{
  static const KoyomiObjectiveState states[] = {
    KOYOMI_OBJECTIVE_REACHED, KOYOMI_OBJECTIVE_OPEN, KOYOMI_OBJECTIVE_OPEN, KOYOMI_OBJECTIVE_MISSED, KOYOMI_OBJECTIVE_NO_DATA,
  };
  g_autoptr(KoyomiSession) session = open_plan ("objectives", KOYOMI_TEMPLATE_EMPTY);
  g_autoptr(KoyomiMetricBook) book = NULL;
  g_autoptr(GPtrArray) results = NULL;
  guint32 today = koyomi_day_today ();

  enter (session, "KPI-22", 9, 95);
  enter (session, "KPI-22", 10, 90);
  add_objective (session, 95, koyomi_day_new (2026, 9, 30));
  add_objective (session, 95, today);
  add_objective (session, 95, koyomi_day_new (2027, 3, 31));
  add_objective (session, 95, today - 1);
  add_objective (session, 95, koyomi_day_new (2026, 5, 31));

  book = load (session);
  results = koyomi_session_load_objectives (session, book, today, EN, NULL);
  g_assert_cmpuint (results->len, ==, G_N_ELEMENTS (states));
  for (guint i = 0; i < results->len; i++)
    g_assert_cmpint (((KoyomiObjectiveResult *) g_ptr_array_index (results, i))->state, ==, states[i]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();
  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));

  g_test_add_func ("/session/metric-edit/gaps-are-never-zero-and-old-values-stale", test_gaps);
  g_test_add_func ("/session/metric-edit/corrected-values-stay", test_corrections);
  g_test_add_func ("/session/metric-edit/what-does-not-fit-is-refused-whole", test_refuses);
  g_test_add_func ("/session/metric-edit/blocks-are-read-or-named", test_pastes);
  g_test_add_func ("/session/metric-edit/closed-figures-stay-and-are-restated", test_closes);
  g_test_add_func ("/session/metric-edit/quarters-are-closed-once-and-when-over", test_closes_once);
  g_test_add_func ("/session/metric-edit/closed-figures-keep-their-bookmark", test_keeps_bookmark);
  g_test_add_func ("/session/metric-edit/the-last-comment-of-a-quarter-is-told", test_comments);
  g_test_add_func ("/session/metric-edit/objectives-follow-their-metric", test_objectives);

  return koyomi_test_folder_finish (g_test_run ());
}
