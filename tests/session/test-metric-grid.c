#include "koyomi-metric-grid.h"

#include "koyomi-day.h"
#include "koyomi-history.h"
#include "koyomi-metric-close.h"
#include "koyomi-metric-edit.h"
#include "koyomi-record-edit.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

#include <math.h>

#define EN KOYOMI_LANGUAGE_EN

static const KoyomiFiscalYear year = { 2026, 4 };

static KoyomiSession *
open_plan (const char *name)
{
  g_autofree char *folder = koyomi_test_folder_make (name);
  g_autofree char *path = g_build_filename (folder, "plan.koyomi", NULL);

  koyomi_test_plan_make (path, KOYOMI_TEMPLATE_EMPTY, EN);

  return koyomi_test_plan_open (path);
}

static GPtrArray *
load (KoyomiSession *session,
      guint32        today)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *grid = koyomi_session_load_metric_grid (session, year, today, EN, &error);

  g_assert_no_error (error);

  return grid;
}

static guint
find_row (GPtrArray  *grid,
          const char *code)
{
  for (guint i = 0; i < grid->len; i++)
    {
      KoyomiMetricGridRow *row = g_ptr_array_index (grid, i);

      if (g_str_equal (koyomi_record_get_text (row->metric, KOYOMI_METRIC_CODE), code))
        return i;
    }

  g_error ("there is no %s", code);
}

static void
enter (KoyomiSession *session,
       const char    *code,
       guint          column,
       double         value)
{
  g_autoptr(GPtrArray) grid = load (session, koyomi_day_today ());
  KoyomiMetricGridRow *row = g_ptr_array_index (grid, find_row (grid, code));
  KoyomiMetricEntry entry = { koyomi_record_get_id (row->metric), row->cells[column].month, value };
  g_autoptr(GError) error = NULL;

  koyomi_session_enter_metric_values (session, &entry, 1, NULL, EN, &error);
  g_assert_no_error (error);
}

static void
set (KoyomiSession *session,
     const char    *code,
     int            field,
     int            value)
{
  g_autoptr(GPtrArray) grid = load (session, koyomi_day_today ());
  KoyomiMetricGridRow *row = g_ptr_array_index (grid, find_row (grid, code));
  g_autoptr(GError) error = NULL;

  koyomi_record_set_int (row->metric, field, value);
  koyomi_session_save (session, row->metric, EN, &error);
  g_assert_no_error (error);
}

/* A letter a month: e entered, m missing, d due, c coming, a point where nothing is asked for. */
static void
assert_states (KoyomiSession *session,
               const char    *code,
               guint32        today,
               const char    *expected)
{
  static const char letters[] = { '.', 'c', 'd', 'm', 'e' };
  g_autoptr(GPtrArray) grid = load (session, today);
  KoyomiMetricGridRow *row = g_ptr_array_index (grid, find_row (grid, code));
  char told[KOYOMI_METRIC_GRID_MONTHS + 1] = "";

  for (guint i = 0; i < KOYOMI_METRIC_GRID_MONTHS; i++)
    told[i] = letters[row->cells[i].state];
  g_assert_cmpstr (told, ==, expected);
}

static void
test_states (void)
{
  g_autoptr(KoyomiSession) session = open_plan ("states");
  guint32 today = koyomi_day_new (2026, 11, 22);

  assert_states (session, "KPI-22", today, "mmmmmmmdcccc");
  enter (session, "KPI-22", 6, 90);
  enter (session, "KPI-22", 0, 0);
  assert_states (session, "KPI-22", today, "emmmmmedcccc");

  /* The last day of grace counts. */
  assert_states (session, "KPI-22", koyomi_day_new (2026, 10, 15), "emmmmde" "ccccc");
  assert_states (session, "KPI-22", koyomi_day_new (2026, 10, 16), "emmmmme" "ccccc");

  set (session, "KPI-24", KOYOMI_METRIC_FREQUENCY, KOYOMI_MEASURED_QUARTERLY);
  assert_states (session, "KPI-24", today, "..m..m..cccc");
  enter (session, "KPI-24", 1, 90);
  assert_states (session, "KPI-24", today, ".e...m..cccc");
  set (session, "KPI-24", KOYOMI_METRIC_RETIRED_DAY, koyomi_day_new (2026, 8, 1));
  assert_states (session, "KPI-24", today, ".e......cccc");

  set (session, "KPI-25", KOYOMI_METRIC_FREQUENCY, KOYOMI_MEASURED_YEARLY);
  assert_states (session, "KPI-25", today, "........cccc");
  assert_states (session, "KPI-25", koyomi_day_new (2027, 3, 1), "...........d");
}

static void
test_retired (void)
{
  g_autoptr(KoyomiSession) session = open_plan ("retired");
  g_autoptr(GPtrArray) before = load (session, koyomi_day_today ());
  g_autoptr(GPtrArray) after = NULL;

  set (session, "KPI-22", KOYOMI_METRIC_RETIRED_DAY, koyomi_day_new (2026, 4, 1));
  after = load (session, koyomi_day_today ());
  g_assert_cmpuint (after->len, ==, before->len - 1);
  for (guint i = 0; i < after->len; i++)
    g_assert_cmpint (koyomi_record_get_int (((KoyomiMetricGridRow *) g_ptr_array_index (after, i))->metric, KOYOMI_METRIC_KIND), ==,
                     KOYOMI_METRIC_KIND_ENTERED);
}

static void
test_counts (void)
{
  g_autoptr(KoyomiSession) session = open_plan ("counts");
  guint32 today = koyomi_day_new (2026, 11, 22);
  g_autoptr(GPtrArray) before = load (session, today);
  g_autoptr(GPtrArray) after = NULL;
  guint n_missing, n_stale, n_left;

  koyomi_metric_grid_count (before, &n_missing, &n_stale);
  g_assert_cmpuint (n_missing, ==, before->len * 7);
  g_assert_cmpuint (n_stale, ==, 0);

  enter (session, "KPI-22", 0, 90);
  after = load (session, today);
  koyomi_metric_grid_count (after, &n_left, &n_stale);
  g_assert_cmpuint (n_left, ==, n_missing - 1);
  g_assert_cmpuint (n_stale, ==, 1);
}

static KoyomiMetricGridCell
get_cell (KoyomiSession *session,
          const char    *code,
          guint          column)
{
  g_autoptr(GPtrArray) grid = load (session, koyomi_day_today ());
  KoyomiMetricGridRow *row = g_ptr_array_index (grid, find_row (grid, code));

  return row->cells[column];
}

static void
test_closed (void)
{
  g_autoptr(KoyomiSession) session = open_plan ("closed");
  g_autoptr(GError) error = NULL;

  enter (session, "KPI-22", 0, 90);
  g_assert_false (get_cell (session, "KPI-22", 0).is_closed);
  g_usleep (2000);
  koyomi_session_close_quarter (session, year, 1, EN, &error);
  g_assert_no_error (error);
  g_assert_true (get_cell (session, "KPI-22", 2).is_closed);
  g_assert_false (get_cell (session, "KPI-22", 3).is_closed);
  g_assert_false (get_cell (session, "KPI-22", 0).is_restated);

  g_usleep (2000);
  enter (session, "KPI-22", 0, 92);
  g_assert_true (get_cell (session, "KPI-22", 0).is_restated);
  g_assert_cmpuint (get_cell (session, "KPI-22", 0).n_values, ==, 2);
  g_assert_true (koyomi_session_undo (session, NULL));
  g_assert_false (get_cell (session, "KPI-22", 0).is_restated);

  /* Taking the value away is a change as well. */
  enter (session, "KPI-22", 0, NAN);
  g_assert_true (get_cell (session, "KPI-22", 0).is_restated);
}

/* What is copied is pasted as it was. */
static void
test_copies (void)
{
  g_autoptr(KoyomiSession) session = open_plan ("copies");
  g_autoptr(GPtrArray) grid = NULL;
  g_autoptr(KoyomiMetricBlock) block = NULL;
  g_autofree char *text = NULL;
  const KoyomiMetricEntry *last;
  guint row, column;

  enter (session, "KPI-22", 0, 90.5);
  enter (session, "KPI-22", 2, 0);
  enter (session, "KPI-23", 1, 1200);
  grid = load (session, koyomi_day_today ());
  text = koyomi_metric_grid_copy (grid, find_row (grid, "KPI-22"), 0, 2, 3);
  g_assert_cmpstr (text, ==, "90.5\t\t0\n\t1200\t\n");

  block = koyomi_metric_grid_read (grid, find_row (grid, "KPI-23"), 4, text, koyomi_day_today ());
  g_assert_cmpuint (block->faults->len, ==, 0);
  g_assert_cmpuint (block->entries->len, ==, 3);
  last = &g_array_index (block->entries, KoyomiMetricEntry, 2);
  g_assert_cmpfloat (last->value, ==, 1200);
  g_assert_true (koyomi_metric_grid_find (grid, last, &row, &column));
  g_assert_cmpuint (row, ==, find_row (grid, "KPI-24"));
  g_assert_cmpuint (column, ==, 5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();
  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));

  g_test_add_func ("/session/metric-grid/months-are-asked-for-as-often-as-the-metric-is-measured", test_states);
  g_test_add_func ("/session/metric-grid/metrics-retired-before-the-year-are-left-out", test_retired);
  g_test_add_func ("/session/metric-grid/what-is-missing-or-stale-is-counted", test_counts);
  g_test_add_func ("/session/metric-grid/changes-of-closed-quarters-are-told", test_closed);
  g_test_add_func ("/session/metric-grid/what-is-copied-can-be-pasted", test_copies);

  return koyomi_test_folder_finish (g_test_run ());
}
