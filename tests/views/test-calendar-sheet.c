#include "koyomi-calendar-cell.h"
#include "koyomi-closed-year.h"
#include "koyomi-day.h"
#include "koyomi-run-edit.h"
#include "koyomi-run-tip.h"
#include "koyomi-test-calendar.h"
#include "koyomi-test-folder.h"

#include <string.h>

#define N_FUNCTIONS 20
#define N_LINES (N_FUNCTIONS + 3)

typedef KoyomiTestCalendar Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  koyomi_test_calendar_open (self, N_FUNCTIONS);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  koyomi_test_calendar_close (self);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
watch (Fixture    *self,
       const char *signal,
       guint      *count)
{
  g_signal_connect_swapped (self->sheet, signal, G_CALLBACK (count_cb), count);
}

static double
get_height (Fixture *self,
            guint    line)
{
  return koyomi_calendar_sheet_get_line_y (self->sheet, line + 1) - koyomi_calendar_sheet_get_line_y (self->sheet, line);
}

static KoyomiRecord *
get_group (Fixture *self,
           guint    line)
{
  return koyomi_calendar_sheet_get_line (self->sheet, line)->group;
}

static void
search (Fixture    *self,
        const char *text)
{
  g_autoptr(KoyomiCalendarFilter) filter = koyomi_calendar_filter_new ();

  g_free (filter->search);
  filter->search = g_strdup (text);
  koyomi_calendar_sheet_arrange (self->sheet, filter, KOYOMI_GROUPING_FUNCTION_GROUP);
}

static void
filter_states (Fixture *self,
               guint    states)
{
  g_autoptr(KoyomiCalendarFilter) filter = koyomi_calendar_filter_new ();

  filter->states = states;
  koyomi_calendar_sheet_arrange (self->sheet, filter, KOYOMI_GROUPING_FUNCTION_GROUP);
}

static void
test_lines (Fixture       *self,
            gconstpointer  data)
{
  g_assert_cmpuint (koyomi_calendar_sheet_get_n_lines (self->sheet), ==, N_LINES);
  for (guint i = 0; i < N_FUNCTIONS; i++)
    {
      const KoyomiSheetLine *line = koyomi_calendar_sheet_get_line (self->sheet, koyomi_test_calendar_find_line (i));
      g_autofree char *name = g_strdup_printf ("Function %u", i);

      g_assert_cmpint (line->kind, ==, KOYOMI_SHEET_FUNCTION);
      g_assert_cmpstr (koyomi_record_get_title (line->row->function), ==, name);
    }
  g_assert_cmpint (koyomi_calendar_sheet_get_line (self->sheet, 0)->kind, ==, KOYOMI_SHEET_GROUP);
  g_assert_cmpstr (koyomi_record_get_title (get_group (self, KOYOMI_TEST_GROUP_SIZE + 1)), ==, "Group 1");
}

static void
test_places (Fixture       *self,
             gconstpointer  data)
{
  double height = koyomi_calendar_sheet_get_height (self->sheet);

  for (guint i = 0; i < N_LINES; i++)
    {
      g_assert_cmpuint (koyomi_calendar_sheet_find_line (self->sheet, koyomi_calendar_sheet_get_line_y (self->sheet, i)), ==, i);
      g_assert_cmpuint (koyomi_calendar_sheet_find_line (self->sheet,
                                                         koyomi_calendar_sheet_get_line_y (self->sheet, i + 1) - 0.5), ==, i);
    }
  g_assert_cmpuint (koyomi_calendar_sheet_find_line (self->sheet, height), ==, N_LINES);
}

static void
test_fill (Fixture       *self,
           gconstpointer  data)
{
  const KoyomiSheetLine *line = koyomi_calendar_sheet_get_line (self->sheet, 1);
  double height = get_height (self, 1), below = koyomi_calendar_sheet_get_line_y (self->sheet, 2);

  g_assert_cmpuint (line->row->bars->len, ==, 0);
  g_assert_false (koyomi_calendar_sheet_fill (self->sheet, 0));
  g_assert_true (koyomi_calendar_sheet_fill (self->sheet, 1));
  g_assert_false (koyomi_calendar_sheet_fill (self->sheet, 1));

  g_assert_cmpuint (line->row->bars->len, ==, KOYOMI_TEST_N_RUNS);
  g_assert_cmpfloat (get_height (self, 1), >, height);
  g_assert_cmpfloat (koyomi_calendar_sheet_get_line_y (self->sheet, 2), >, below);

  /* One lane is what a row that was not read has. */
  g_assert_false (koyomi_calendar_sheet_fill (self->sheet, 2));
  g_assert_cmpuint (koyomi_calendar_sheet_get_line (self->sheet, 2)->row->bars->len, ==, KOYOMI_TEST_N_RUNS);
}

static void
test_passing (Fixture       *self,
              gconstpointer  data)
{
  guint n_lines = 0, n_counts = 0;

  watch (self, "lines", &n_lines);
  watch (self, "counts", &n_counts);
  g_assert_cmpuint (koyomi_calendar_sheet_get_n_runs (self->sheet), ==, 0);
  koyomi_test_calendar_read (self);

  g_assert_cmpuint (koyomi_calendar_sheet_get_n_runs (self->sheet), ==, N_FUNCTIONS * KOYOMI_TEST_N_RUNS);
  g_assert_cmpuint (n_counts, ==, 1);
  g_assert_cmpuint (n_lines, >=, 1);
  g_assert_cmpfloat (get_height (self, 1), >, get_height (self, 2));
}

static void
test_edit (Fixture       *self,
           gconstpointer  data)
{
  guint32 first_day = koyomi_day_new (2027, 2, 8);
  gint64 run = koyomi_test_calendar_get_run (self, 3, 2);
  const KoyomiBar *bar;
  double height;

  koyomi_test_calendar_read (self);
  height = koyomi_calendar_sheet_get_height (self->sheet);
  koyomi_test_calendar_move_run (self, run, 7);

  g_assert_cmpfloat (koyomi_calendar_sheet_get_height (self->sheet), ==, height);
  g_assert_true (koyomi_calendar_sheet_find_run (self->sheet, run, NULL, &bar));
  g_assert_cmpuint (bar->first_day, ==, first_day + 7);
  g_assert_cmpuint (koyomi_calendar_sheet_get_n_runs (self->sheet), ==, N_FUNCTIONS * KOYOMI_TEST_N_RUNS);
}

static void
test_fold (Fixture       *self,
           gconstpointer  data)
{
  guint n_lines = 0;
  double height = koyomi_calendar_sheet_get_height (self->sheet);

  watch (self, "lines", &n_lines);
  koyomi_calendar_sheet_set_folded (self->sheet, get_group (self, 0), TRUE);
  g_assert_cmpuint (n_lines, ==, 1);
  g_assert_cmpuint (koyomi_calendar_sheet_get_n_lines (self->sheet), ==, N_LINES - KOYOMI_TEST_GROUP_SIZE);
  g_assert_cmpfloat (koyomi_calendar_sheet_get_height (self->sheet), <, height);
  g_assert_true (koyomi_calendar_sheet_is_folded (self->sheet, get_group (self, 0)));
  g_assert_false (koyomi_calendar_sheet_is_folded (self->sheet, get_group (self, 1)));
  g_assert_cmpstr (koyomi_record_get_title (get_group (self, 1)), ==, "Group 1");

  koyomi_calendar_sheet_fold_all (self->sheet, TRUE);
  g_assert_cmpuint (koyomi_calendar_sheet_get_n_lines (self->sheet), ==, 3);
  koyomi_calendar_sheet_fold_all (self->sheet, FALSE);
  g_assert_cmpuint (koyomi_calendar_sheet_get_n_lines (self->sheet), ==, N_LINES);
  g_assert_cmpfloat (koyomi_calendar_sheet_get_height (self->sheet), ==, height);
}

static void
test_fold_edit (Fixture       *self,
                gconstpointer  data)
{
  gint64 run = koyomi_test_calendar_get_run (self, 3, 2);

  koyomi_calendar_sheet_set_folded (self->sheet, get_group (self, 0), TRUE);
  koyomi_test_calendar_move_run (self, run, 7);

  g_assert_true (koyomi_calendar_sheet_is_folded (self->sheet, get_group (self, 0)));
  g_assert_cmpuint (koyomi_calendar_sheet_get_n_lines (self->sheet), ==, N_LINES - KOYOMI_TEST_GROUP_SIZE);
}

static void
test_search (Fixture       *self,
             gconstpointer  data)
{
  guint n_arranged = 0;

  watch (self, "arranged", &n_arranged);
  search (self, "Function 13");

  g_assert_true (koyomi_calendar_sheet_is_arranged (self->sheet));
  g_assert_cmpuint (n_arranged, ==, 1);
  g_assert_cmpuint (koyomi_calendar_sheet_get_n_lines (self->sheet), ==, 2);
  g_assert_cmpstr (koyomi_record_get_title (koyomi_calendar_sheet_get_line (self->sheet, 1)->row->function), ==, "Function 13");
  g_assert_cmpuint (koyomi_calendar_sheet_get_n_runs (self->sheet), ==, KOYOMI_TEST_N_RUNS);

  search (self, "nothing of the kind");
  g_assert_cmpuint (koyomi_calendar_sheet_get_n_lines (self->sheet), ==, 0);
  g_assert_cmpfloat (koyomi_calendar_sheet_get_height (self->sheet), ==, 0);
  g_assert_cmpuint (koyomi_calendar_sheet_get_n_runs (self->sheet), ==, 0);

  search (self, "");
  g_assert_false (koyomi_calendar_sheet_is_arranged (self->sheet));
  g_assert_cmpuint (koyomi_calendar_sheet_get_n_lines (self->sheet), ==, N_LINES);
}

/* What is searched stays searched. */
static void
test_search_edit (Fixture       *self,
                  gconstpointer  data)
{
  gint64 run = koyomi_test_calendar_get_run (self, 13, 2);

  search (self, "Function 13");
  koyomi_test_calendar_move_run (self, run, 7);

  g_assert_cmpuint (koyomi_calendar_sheet_get_n_lines (self->sheet), ==, 2);
  g_assert_true (koyomi_calendar_sheet_find_run (self->sheet, run, NULL, NULL));
}

static void
test_grouping (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(KoyomiCalendarFilter) filter = koyomi_calendar_filter_new ();
  guint n_heads = 0;

  koyomi_calendar_sheet_arrange (self->sheet, filter, KOYOMI_GROUPING_TEAM);
  g_assert_cmpuint (koyomi_calendar_sheet_get_n_lines (self->sheet), ==, N_FUNCTIONS + 1);
  g_assert_cmpint (koyomi_record_get_id (get_group (self, 0)), ==, KOYOMI_GROUP_WITHOUT_TEAM);

  koyomi_calendar_sheet_arrange (self->sheet, filter, KOYOMI_GROUPING_STATE);
  for (guint i = 0; i < koyomi_calendar_sheet_get_n_lines (self->sheet); i++)
    {
      const KoyomiSheetLine *line = koyomi_calendar_sheet_get_line (self->sheet, i);

      if (line->kind == KOYOMI_SHEET_GROUP)
        n_heads++;
      for (guint j = 0; line->kind == KOYOMI_SHEET_FUNCTION && j < line->row->bars->len; j++)
        g_assert_cmpint (koyomi_record_get_id (line->group), ==, -1 - (int) g_array_index (line->row->bars, KoyomiBar, j).state);
    }
  g_assert_cmpuint (n_heads, ==, 3);
  g_assert_cmpuint (koyomi_calendar_sheet_get_n_runs (self->sheet), ==, N_FUNCTIONS * KOYOMI_TEST_N_RUNS);
}

static void
test_counts (Fixture       *self,
             gconstpointer  data)
{
  guint counts[KOYOMI_N_STATES];

  koyomi_test_calendar_read (self);
  for (int i = 0; i < KOYOMI_N_STATES; i++)
    counts[i] = koyomi_calendar_sheet_get_counts (self->sheet)[i];
  g_assert_cmpuint (counts[KOYOMI_STATE_DONE], ==, N_FUNCTIONS / 2);
  g_assert_cmpuint (counts[KOYOMI_STATE_PLANNED], ==, N_FUNCTIONS);
  g_assert_cmpuint (counts[KOYOMI_STATE_LATE], ==, N_FUNCTIONS + N_FUNCTIONS / 2);

  filter_states (self, 1 << KOYOMI_STATE_DONE);
  g_assert_cmpuint (koyomi_calendar_sheet_get_n_runs (self->sheet), ==, N_FUNCTIONS / 2);
  for (int i = 0; i < KOYOMI_N_STATES; i++)
    g_assert_cmpuint (koyomi_calendar_sheet_get_counts (self->sheet)[i], ==, counts[i]);

  search (self, "Function 13");
  g_assert_cmpuint (koyomi_calendar_sheet_get_counts (self->sheet)[KOYOMI_STATE_DONE], ==, 0);
  g_assert_cmpuint (koyomi_calendar_sheet_get_counts (self->sheet)[KOYOMI_STATE_PLANNED], ==, 1);
}

static void
test_reveal (Fixture       *self,
             gconstpointer  data)
{
  gint64 run = koyomi_test_calendar_get_run (self, 9, 1);
  const KoyomiBar *bar;
  guint line;

  g_assert_false (koyomi_calendar_sheet_find_run (self->sheet, run, &line, &bar));
  koyomi_calendar_sheet_fold_all (self->sheet, TRUE);
  g_assert_true (koyomi_calendar_sheet_reveal_run (self->sheet, run, &line, &bar));

  g_assert_cmpuint (line, ==, 3);
  g_assert_cmpint (bar->occurrence_id, ==, run);
  g_assert_true (koyomi_calendar_sheet_is_folded (self->sheet, get_group (self, 0)));
  g_assert_true (koyomi_calendar_sheet_find_run (self->sheet, run, NULL, NULL));
}

static void
test_reveal_year (Fixture       *self,
                  gconstpointer  data)
{
  gint64 run = koyomi_test_calendar_get_run_of_next_year (self);
  const KoyomiBar *bar;
  guint line, n_times = 0;

  watch (self, "time", &n_times);
  g_assert_true (koyomi_calendar_sheet_reveal_run (self->sheet, run, &line, &bar));

  g_assert_cmpuint (line, ==, 1);
  g_assert_cmpint (bar->occurrence_id, ==, run);
  g_assert_cmpint (koyomi_calendar_sheet_get_year (self->sheet).year, ==, 2027);
  g_assert_cmpuint (n_times, ==, 1);
  g_assert_cmpuint (koyomi_calendar_sheet_get_timeline (self->sheet)->time.first_day, ==, koyomi_day_new (2027, 4, 1));
}

static void
told_cb (Fixture    *self,
         const char *text,
         char      **told)
{
  g_free (*told);
  *told = g_strdup (text);
}

static void
reveal_filtered (Fixture *self,
                 gint64   run,
                 int      year)
{
  char *told = NULL;
  const KoyomiBar *bar;
  guint line;

  g_signal_connect (self->workspace, "told", G_CALLBACK (told_cb), &told);
  filter_states (self, 1 << KOYOMI_STATE_SKIPPED);
  g_assert_cmpuint (koyomi_calendar_sheet_get_n_lines (self->sheet), ==, 0);
  g_assert_true (koyomi_calendar_sheet_reveal_run (self->sheet, run, &line, &bar));

  g_assert_cmpint (bar->occurrence_id, ==, run);
  g_assert_cmpint (koyomi_calendar_sheet_get_year (self->sheet).year, ==, year);
  g_assert_false (koyomi_calendar_sheet_is_arranged (self->sheet));
  g_assert_cmpstr (told, ==, "The filter was cleared to show the run");
  g_free (told);
}

static void
test_reveal_filtered (Fixture       *self,
                      gconstpointer  data)
{
  reveal_filtered (self, koyomi_test_calendar_get_run (self, 2, 0), 2026);
}

static void
test_reveal_filtered_year (Fixture       *self,
                           gconstpointer  data)
{
  reveal_filtered (self, koyomi_test_calendar_get_run_of_next_year (self), 2027);
}

/* A filter that the run answers stays. */
static void
test_reveal_answering (Fixture       *self,
                       gconstpointer  data)
{
  gint64 run = koyomi_test_calendar_get_run (self, 13, 1);

  search (self, "Function 13");
  koyomi_calendar_sheet_fold_all (self->sheet, TRUE);
  g_assert_false (koyomi_calendar_sheet_find_run (self->sheet, run, NULL, NULL));
  g_assert_true (koyomi_calendar_sheet_reveal_run (self->sheet, run, NULL, NULL));
  g_assert_true (koyomi_calendar_sheet_is_arranged (self->sheet));
}

static void
test_reveal_nothing (Fixture       *self,
                     gconstpointer  data)
{
  filter_states (self, 1 << KOYOMI_STATE_DONE);
  g_assert_false (koyomi_calendar_sheet_reveal_run (self->sheet, 4711, NULL, NULL));
  g_assert_false (koyomi_calendar_sheet_reveal_run (self->sheet, 0, NULL, NULL));

  g_assert_true (koyomi_calendar_sheet_is_arranged (self->sheet));
  g_assert_cmpint (koyomi_calendar_sheet_get_year (self->sheet).year, ==, 2026);
}

static void
test_closed (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (koyomi_calendar_sheet_can_edit (self->sheet));
  koyomi_session_close_year (self->session, (KoyomiFiscalYear) { 2025, 4 }, KOYOMI_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  koyomi_test_calendar_refresh (self);
  g_assert_true (koyomi_calendar_sheet_can_edit (self->sheet));

  koyomi_calendar_sheet_set_year (self->sheet, 2025);
  g_assert_true (koyomi_calendar_sheet_is_closed (self->sheet));
  g_assert_false (koyomi_calendar_sheet_can_edit (self->sheet));
  koyomi_calendar_sheet_set_year (self->sheet, 2026);
  g_assert_true (koyomi_calendar_sheet_can_edit (self->sheet));
}

static void
test_zoom (Fixture       *self,
           gconstpointer  data)
{
  const KoyomiTimeScale *time = &koyomi_calendar_sheet_get_timeline (self->sheet)->time;

  koyomi_calendar_sheet_set_width (self->sheet, 900);
  koyomi_calendar_sheet_set_zoom (self->sheet, KOYOMI_ZOOM_MONTH, koyomi_day_new (2026, 7, 1));
  g_assert_cmpuint (koyomi_time_scale_get_first_visible (time), <=, koyomi_day_new (2026, 7, 1));
  koyomi_calendar_sheet_set_year (self->sheet, 2027);

  g_assert_cmpint (koyomi_time_scale_get_zoom (time), ==, KOYOMI_ZOOM_MONTH);
  g_assert_cmpfloat (time->width, ==, 900);
  g_assert_cmpuint (koyomi_time_scale_get_first_visible (time), ==, koyomi_day_new (2027, 4, 1));

  /* Back in this year one looks at today. */
  koyomi_calendar_sheet_set_year (self->sheet, 2026);
  g_assert_cmpint (koyomi_time_scale_get_zoom (time), ==, KOYOMI_ZOOM_MONTH);
  g_assert_cmpuint (koyomi_time_scale_get_first_visible (time), <=, koyomi_day_today ());
  g_assert_cmpuint (koyomi_time_scale_get_last_visible (time), >=, koyomi_day_today ());
}

/* Not at once: a width is set while the calendar is laid out. */
static void
test_width (Fixture       *self,
            gconstpointer  data)
{
  guint n_times = 0;

  watch (self, "time", &n_times);
  koyomi_calendar_sheet_set_width (self->sheet, 900);
  koyomi_calendar_sheet_set_width (self->sheet, 700);
  g_assert_cmpuint (n_times, ==, 0);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (n_times, ==, 1);
}

static void
test_pan (Fixture       *self,
          gconstpointer  data)
{
  guint n_times = 0;

  koyomi_calendar_sheet_set_width (self->sheet, 900);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  koyomi_calendar_sheet_set_zoom (self->sheet, KOYOMI_ZOOM_QUARTER, koyomi_day_new (2026, 4, 1));
  koyomi_calendar_sheet_show_days (self->sheet, koyomi_day_new (2026, 4, 1), koyomi_day_new (2026, 4, 1));
  watch (self, "time", &n_times);
  koyomi_calendar_sheet_pan (self->sheet, -100);
  g_assert_cmpuint (n_times, ==, 0);
  koyomi_calendar_sheet_pan (self->sheet, 100);
  g_assert_cmpuint (n_times, ==, 1);
  koyomi_calendar_sheet_show_days (self->sheet, koyomi_day_new (2027, 3, 1), koyomi_day_new (2027, 3, 31));
  g_assert_cmpuint (n_times, ==, 2);
  koyomi_calendar_sheet_show_days (self->sheet, koyomi_day_new (2027, 3, 1), koyomi_day_new (2027, 3, 31));
  g_assert_cmpuint (n_times, ==, 2);
}

/* What is told about a run is in the language of the window, the days as well. */
static void
test_tip (Fixture       *self,
          gconstpointer  data)
{
  g_autoptr(KoyomiWorkspace) japanese = koyomi_workspace_new (self->session, KOYOMI_LANGUAGE_JA, self->settings);
  KoyomiCalendarRow *row = g_ptr_array_index (koyomi_calendar_sheet_get_full (self->sheet)->rows, 1);
  g_autofree char *tip = NULL;
  g_autofree char *name = NULL;

  koyomi_calendar_sheet_fill_all (self->sheet);
  tip = koyomi_run_explain (japanese, koyomi_calendar_sheet_get_timeline (self->sheet), row,
                            &g_array_index (row->bars, KoyomiBar, 0));
  g_assert_nonnull (strstr (tip, "2026-05-11～2026-05-31"));
  name = koyomi_bar_describe (&g_array_index (row->bars, KoyomiBar, 0), KOYOMI_LANGUAGE_JA);
  g_assert_nonnull (strstr (name, "2026-05-11～2026-05-31"));
}

#define ADD(path, func) g_test_add ("/views/calendar-sheet/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  ADD ("lines-are-heads-and-functions", test_lines);
  ADD ("lines-stand-below-each-other", test_places);
  ADD ("row-that-is-read-grows", test_fill);
  ADD ("rows-are-read-in-passing", test_passing);
  ADD ("edit-is-shown-at-once", test_edit);
  ADD ("folded-group-hides-its-rows", test_fold);
  ADD ("folded-group-stays-folded-after-edit", test_fold_edit);
  ADD ("search-leaves-what-answers", test_search);
  ADD ("search-stays-after-edit", test_search_edit);
  ADD ("grouping-by-team-and-state", test_grouping);
  ADD ("counts-ignore-filter-of-states", test_counts);
  ADD ("run-in-folded-group-is-revealed", test_reveal);
  ADD ("run-of-other-year-is-revealed", test_reveal_year);
  ADD ("run-hidden-by-filter-is-revealed", test_reveal_filtered);
  ADD ("run-of-other-year-hidden-by-filter-is-revealed", test_reveal_filtered_year);
  ADD ("filter-that-is-answered-stays", test_reveal_answering);
  ADD ("run-that-is-gone-changes-nothing", test_reveal_nothing);
  ADD ("closed-year-cannot-be-edited", test_closed);
  ADD ("other-year-keeps-zoom", test_zoom);
  ADD ("another-width-is-told-once-it-is-laid-out", test_width);
  ADD ("time-that-stays-is-not-told", test_pan);
  ADD ("tip-speaks-the-language", test_tip);

  return koyomi_test_folder_finish (g_test_run ());
}
