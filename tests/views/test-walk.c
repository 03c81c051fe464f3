#include "koyomi-calendar-range.h"
#include "koyomi-calendar-walk.h"
#include "koyomi-day.h"
#include "koyomi-test-folder.h"
#include "koyomi-test-grid.h"
#include "koyomi-test-widget.h"

#define N_FUNCTIONS 40

typedef KoyomiTestGrid Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  koyomi_test_grid_open (self, N_FUNCTIONS);
  koyomi_test_calendar_read (&self->calendar);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  koyomi_test_grid_close (self);
}

static gint64
get_run (Fixture *self,
         guint    function,
         guint    number)
{
  return koyomi_test_calendar_get_run (&self->calendar, function, number);
}

static void
start (Fixture *self,
       guint    function,
       guint    number)
{
  gint64 run = get_run (self, function, number);

  koyomi_run_selection_choose (self->calendar.selection, run);
  g_assert_true (koyomi_calendar_rows_focus (self->rows, koyomi_test_calendar_find_line (function), run));
}

/* Presses the key and looks where it leads. @function: its run @number, or with -1 its name */
static void
walk (Fixture    *self,
      const char *key,
      guint       function,
      int         number)
{
  koyomi_test_grid_press (self, key);
  koyomi_test_grid_assert_focus (self, koyomi_test_calendar_find_line (function), number < 0 ? 0 : get_run (self, function, number));
}

static void
assert_chosen (Fixture *self,
               guint    n,
               gint64   focus)
{
  g_assert_cmpuint (koyomi_run_selection_count (self->calendar.selection), ==, n);
  g_assert_cmpint (koyomi_run_selection_get_focus (self->calendar.selection), ==, focus);
}

static void
test_sideways (Fixture       *self,
               gconstpointer  data)
{
  start (self, 1, 1);
  walk (self, "Right", 1, 2);
  assert_chosen (self, 1, get_run (self, 1, 2));
  walk (self, "Right", 1, 2);
  walk (self, "Left", 1, 1);
  walk (self, "KP_Left", 1, 0);
  walk (self, "Left", 1, -1);
  walk (self, "Left", 1, -1);
  walk (self, "Right", 1, 0);
  assert_chosen (self, 1, get_run (self, 1, 0));
}

/* The day stays that of the run where one began, whatever runs lie in between. */
static void
test_down (Fixture       *self,
           gconstpointer  data)
{
  start (self, 1, 1);
  walk (self, "Down", 2, 1);
  assert_chosen (self, 1, get_run (self, 2, 1));
  koyomi_test_calendar_move_run (&self->calendar, get_run (self, 3, 1), 120);
  walk (self, "Down", 3, 0);
  walk (self, "Down", 4, 1);
  walk (self, "Up", 3, 0);
  walk (self, "Up", 2, 1);
  walk (self, "KP_Up", 1, 1);

  /* A step sideways begins at another day. */
  walk (self, "Right", 1, 2);
  walk (self, "Down", 2, 2);
}

static void
test_head (Fixture       *self,
           gconstpointer  data)
{
  start (self, 7, 1);
  koyomi_test_grid_press (self, "Down");
  koyomi_test_grid_assert_focus (self, koyomi_test_calendar_find_line (7) + 1, 0);
  walk (self, "Down", 8, 1);
  koyomi_test_grid_press (self, "Up");
  walk (self, "Up", 7, 1);

  /* Where there is nothing more one stays. */
  start (self, 0, 1);
  koyomi_test_grid_press (self, "Up");
  koyomi_test_grid_assert_focus (self, 0, 0);
  koyomi_test_grid_press (self, "Up");
  koyomi_test_grid_assert_focus (self, 0, 0);
}

/* What is done next must not be done to a run that one has left. */
static void
test_name_chooses_nothing (Fixture       *self,
                           gconstpointer  data)
{
  gint64 run = get_run (self, 1, 0);

  start (self, 1, 0);
  walk (self, "Left", 1, -1);
  assert_chosen (self, 0, 0);
  walk (self, "Right", 1, 0);
  assert_chosen (self, 1, run);
  walk (self, "<Control>Left", 1, -1);
  assert_chosen (self, 1, run);
  walk (self, "<Shift>Left", 1, -1);
  assert_chosen (self, 1, run);

  start (self, 7, 1);
  koyomi_test_grid_press (self, "Down");
  assert_chosen (self, 0, 0);
}

static void
test_fold (Fixture       *self,
           gconstpointer  data)
{
  KoyomiCalendarSheet *sheet = self->calendar.sheet;
  KoyomiRecord *group = koyomi_calendar_sheet_get_line (sheet, 0)->group;

  g_assert_true (koyomi_calendar_rows_focus (self->rows, 0, 0));
  koyomi_test_grid_press (self, "Right");
  g_assert_false (koyomi_calendar_sheet_is_folded (sheet, group));
  koyomi_test_grid_press (self, "Left");
  g_assert_true (koyomi_calendar_sheet_is_folded (sheet, group));
  koyomi_test_grid_assert_focus (self, 0, 0);
  koyomi_test_grid_press (self, "Left");
  g_assert_true (koyomi_calendar_sheet_is_folded (sheet, group));

  koyomi_test_grid_press (self, "Down");
  koyomi_test_grid_assert_focus (self, 1, 0);
  g_assert_cmpstr (koyomi_record_get_title (koyomi_calendar_sheet_get_line (sheet, 1)->group), ==, "Group 1");
  koyomi_test_grid_press (self, "Up");
  koyomi_test_grid_press (self, "Right");
  g_assert_false (koyomi_calendar_sheet_is_folded (sheet, group));
  koyomi_test_grid_assert_focus (self, 0, 0);
}

static void
test_today (Fixture       *self,
            gconstpointer  data)
{
  const KoyomiTimeScale *time = &koyomi_calendar_sheet_get_timeline (self->calendar.sheet)->time;

  start (self, 2, 0);
  koyomi_calendar_sheet_set_zoom (self->calendar.sheet, KOYOMI_ZOOM_MONTH, koyomi_day_new (2026, 5, 11));
  walk (self, "Home", 2, 1);
  assert_chosen (self, 1, get_run (self, 2, 1));

  /* From another year as well. */
  koyomi_calendar_sheet_set_year (self->calendar.sheet, 2027);
  koyomi_test_grid_press (self, "Home");
  g_assert_cmpint (koyomi_calendar_sheet_get_year (self->calendar.sheet).year, ==, 2026);
  g_assert_cmpint (koyomi_time_scale_get_zoom (time), ==, KOYOMI_ZOOM_MONTH);
}

static void
test_ends (Fixture       *self,
           gconstpointer  data)
{
  gint64 run = get_run (self, 1, 1);

  start (self, 1, 1);
  walk (self, "<Control>End", N_FUNCTIONS - 1, -1);
  koyomi_test_grid_press (self, "<Control>Home");
  koyomi_test_grid_assert_focus (self, 0, 0);
  assert_chosen (self, 1, run);
}

static void
test_extend (Fixture       *self,
             gconstpointer  data)
{
  start (self, 1, 0);
  walk (self, "<Shift>Right", 1, 1);
  assert_chosen (self, 2, get_run (self, 1, 1));
  walk (self, "<Shift>Down", 2, 1);
  assert_chosen (self, 3, get_run (self, 2, 1));
  g_assert_true (koyomi_run_selection_has (self->calendar.selection, get_run (self, 1, 0)));

  /* Back over what is chosen leaves it so. */
  walk (self, "<Shift>Up", 1, 1);
  g_assert_cmpuint (koyomi_run_selection_count (self->calendar.selection), ==, 3);
  walk (self, "Left", 1, 0);
  assert_chosen (self, 1, get_run (self, 1, 0));
}

/* What lies between, in lines and days; and again from where it began. */
static void
test_range (Fixture       *self,
            gconstpointer  data)
{
  gint64 run = get_run (self, 2, 0);

  koyomi_run_selection_choose (self->calendar.selection, run);
  koyomi_calendar_range_extend (self->calendar.sheet, get_run (self, 4, 1));
  assert_chosen (self, 6, run);
  g_assert_true (koyomi_run_selection_has (self->calendar.selection, get_run (self, 3, 1)));
  g_assert_false (koyomi_run_selection_has (self->calendar.selection, get_run (self, 3, 2)));

  koyomi_calendar_range_extend (self->calendar.sheet, get_run (self, 1, 0));
  assert_chosen (self, 2, run);

  koyomi_run_selection_clear (self->calendar.selection);
  koyomi_calendar_range_extend (self->calendar.sheet, run);
  assert_chosen (self, 1, run);
}

static void
test_found (Fixture       *self,
            gconstpointer  data)
{
  g_assert_true (koyomi_calendar_walk_to_found (self->rows));
  koyomi_test_grid_assert_focus (self, 1, get_run (self, 0, 1));
  assert_chosen (self, 1, get_run (self, 0, 1));
}

static void
test_leave (Fixture       *self,
            gconstpointer  data)
{
  gint64 first = get_run (self, 1, 0);

  start (self, 1, 0);
  walk (self, "<Control>Right", 1, 1);
  walk (self, "<Control>Down", 2, 1);
  assert_chosen (self, 1, first);
  koyomi_test_grid_press (self, "<Control>space");
  g_assert_cmpuint (koyomi_run_selection_count (self->calendar.selection), ==, 2);
  g_assert_true (koyomi_run_selection_has (self->calendar.selection, first));
  g_assert_true (koyomi_run_selection_has (self->calendar.selection, get_run (self, 2, 1)));
  koyomi_test_grid_press (self, "<Control>space");
  g_assert_cmpuint (koyomi_run_selection_count (self->calendar.selection), ==, 1);
}

static void
test_pages (Fixture       *self,
            gconstpointer  data)
{
  GtkAdjustment *adjustment = koyomi_calendar_rows_get_adjustment (self->rows);

  koyomi_calendar_rows_focus (self->rows, 0, 0);
  koyomi_test_grid_press (self, "Page_Down");
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, gtk_adjustment_get_page_increment (adjustment));
  koyomi_test_grid_press (self, "Page_Up");
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
}

/* Walking brings what it reaches into view, up and down as well as in time. */
static void
test_sight (Fixture       *self,
            gconstpointer  data)
{
  KoyomiCalendarSheet *sheet = self->calendar.sheet;

  koyomi_calendar_sheet_set_zoom (sheet, KOYOMI_ZOOM_MONTH, koyomi_day_new (2026, 5, 20));
  start (self, 1, 0);
  walk (self, "Right", 1, 1);
  g_assert_nonnull (koyomi_test_grid_get_cell (self, 1, 1));
  for (guint i = 2; i < N_FUNCTIONS; i++)
    {
      if (i % KOYOMI_TEST_GROUP_SIZE == 0)
        koyomi_test_grid_press (self, "Down");
      walk (self, "Down", i, 1);
    }
}

/* Tab comes to the rows once, to where one was, and leaves them with the next. */
static void
test_enter (Fixture       *self,
            gconstpointer  data)
{
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (self->rows), GTK_DIR_TAB_FORWARD));
  koyomi_test_grid_assert_focus (self, 1, 0);
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (self->rows), GTK_DIR_TAB_FORWARD));

  gtk_window_set_focus (self->window, NULL);
  koyomi_run_selection_choose (self->calendar.selection, get_run (self, 30, 2));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (self->rows), GTK_DIR_TAB_FORWARD));
  koyomi_test_grid_assert_focus (self, koyomi_test_calendar_find_line (30), get_run (self, 30, 2));
}

static void
test_nothing (Fixture       *self,
              gconstpointer  data)
{
  static const char *const keys[] = { "Left", "Right", "Up", "Down", "Home", "<Control>Home", "<Control>End", "<Control>space",
                                      "<Shift>Down", "Page_Up", "Page_Down" };
  g_autoptr(KoyomiCalendarFilter) filter = koyomi_calendar_filter_new ();

  g_free (filter->search);
  filter->search = g_strdup ("nothing of the kind");
  start (self, 1, 0);
  koyomi_calendar_sheet_arrange (self->calendar.sheet, filter, KOYOMI_GROUPING_FUNCTION_GROUP);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      koyomi_test_grid_press (self, keys[i]);
      g_assert_true (gtk_window_get_focus (self->window) == GTK_WIDGET (self->rows));
    }
}

#define ADD(path, func) g_test_add ("/views/walk/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();
  if (!koyomi_test_widget_init ())
    return koyomi_test_folder_finish (0);

  ADD ("left-and-right-go-from-run-to-run", test_sideways);
  ADD ("up-and-down-stay-close-to-one-day", test_down);
  ADD ("up-and-down-pass-heads-of-groups", test_head);
  ADD ("names-choose-nothing", test_name_chooses_nothing);
  ADD ("left-folds-a-group-right-unfolds-it", test_fold);
  ADD ("home-goes-to-today", test_today);
  ADD ("control-home-and-end-go-to-first-and-last-line", test_ends);
  ADD ("shift-extends-the-selection", test_extend);
  ADD ("range-is-what-lies-between", test_range);
  ADD ("search-leads-to-the-run-nearest-to-today", test_found);
  ADD ("control-leaves-the-selection", test_leave);
  ADD ("page-keys-scroll", test_pages);
  ADD ("walking-brings-into-view", test_sight);
  ADD ("tab-enters-once-where-one-was", test_enter);
  ADD ("keys-do-no-harm-where-nothing-is-shown", test_nothing);

  return koyomi_test_folder_finish (g_test_run ());
}
