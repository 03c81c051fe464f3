#include "koyomi-assignment-list.h"
#include "koyomi-attention-panel.h"
#include "koyomi-baseline.h"
#include "koyomi-calendar-legend.h"
#include "koyomi-calendar-view.h"
#include "koyomi-day.h"
#include "koyomi-error-dialog.h"
#include "koyomi-function-card.h"
#include "koyomi-history-dialog.h"
#include "koyomi-run-edit.h"
#include "koyomi-test-dialog.h"
#include "koyomi-test-every-dialog.h"
#include "koyomi-test-folder.h"
#include "koyomi-test-leaks.h"
#include "koyomi-test-widget.h"
#include "koyomi-test-window.h"

#include <math.h>
#include <string.h>
#include <unistd.h>

/* Of the tests' screen. */
#define SCREEN_WIDTH 1280
#define SCREEN_HEIGHT 800

static KoyomiApplication *application;

typedef struct
{
  KoyomiTestWindow  test;
  KoyomiWindow     *window;   /* of the test */
  KoyomiTestLeaks  *leaks;    /* of the window and all in it */
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  koyomi_test_window_open (&self->test);
  self->window = self->test.window;
  self->leaks = koyomi_test_leaks_new ();
}

static KoyomiWorkspace *
get_workspace (Fixture *self)
{
  return koyomi_window_get_workspace (self->window);
}

static KoyomiSession *
get_session (Fixture *self)
{
  return koyomi_window_get_session (self->window);
}

static KoyomiCalendarSheet *
get_sheet (Fixture *self)
{
  return koyomi_calendar_rows_get_sheet (koyomi_test_window_get_rows (&self->test));
}

static KoyomiRunSelection *
get_selection (Fixture *self)
{
  return koyomi_calendar_sheet_get_selection (get_sheet (self));
}

/* What is made for a plan in one language. */
static void
watch_content (Fixture         *self,
               KoyomiTestLeaks *leaks)
{
  koyomi_test_leaks_watch (leaks, get_workspace (self));
  koyomi_test_leaks_watch (leaks, get_sheet (self));
  koyomi_test_leaks_watch (leaks, get_selection (self));
  koyomi_test_leaks_watch_tree (leaks, adw_application_window_get_content (ADW_APPLICATION_WINDOW (self->window)));
}

/* Whether this process has the file open. */
static gboolean
is_open (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open ("/proc/self/fd", 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *link = g_build_filename ("/proc/self/fd", name, NULL);
      g_autofree char *target = g_file_read_link (link, NULL);

      /* The journal of the file as well, and a lock beside it. */
      if (target != NULL && g_str_has_prefix (target, path))
        return TRUE;
    }

  return FALSE;
}

static KoyomiSession *
open_session (const char *path)
{
  g_autoptr(GError) error = NULL;
  KoyomiSession *session = koyomi_session_open (path, FALSE, NULL, &error);

  g_assert_no_error (error);
  g_assert_false (koyomi_session_is_read_only (session));

  return session;
}

/* Nothing may be left of the window. */
static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *path = g_strdup (self->test.path);
  g_autoptr(KoyomiSession) again = NULL;

  g_assert_true (is_open (path));
  watch_content (self, self->leaks);
  koyomi_test_leaks_watch_tree (self->leaks, GTK_WIDGET (self->window));
  koyomi_test_leaks_watch (self->leaks, get_session (self));
  koyomi_test_window_close (&self->test);
  koyomi_test_leaks_finish (self->leaks);

  g_assert_false (is_open (path));
  again = open_session (path);
}

static void
test_close (Fixture       *self,
            gconstpointer  data)
{
}

static void
test_edit (Fixture       *self,
           gconstpointer  data)
{
  koyomi_test_window_mark_done (&self->test);
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "plan.undo", NULL));
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
}

static void
test_language (Fixture       *self,
               gconstpointer  data)
{
  static const KoyomiLanguage languages[] = { KOYOMI_LANGUAGE_JA, KOYOMI_LANGUAGE_EN, KOYOMI_LANGUAGE_JA };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      KoyomiTestLeaks *leaks = koyomi_test_leaks_new ();

      koyomi_test_leaks_watch (leaks, get_workspace (self));
      koyomi_test_leaks_watch (leaks, get_sheet (self));
      koyomi_test_leaks_watch (leaks, get_selection (self));
      koyomi_test_leaks_watch_tree (leaks, adw_toast_overlay_get_child (
        ADW_TOAST_OVERLAY (adw_application_window_get_content (ADW_APPLICATION_WINDOW (self->window)))));
      koyomi_window_set_language (self->window, languages[i]);
      koyomi_test_leaks_finish (leaks);
      koyomi_test_widget_settle (GTK_WIDGET (self->window));
      g_assert_cmpint (koyomi_workspace_get_language (get_workspace (self)), ==, languages[i]);
    }
}

static void
count_label (GtkWidget  *widget,
             const char *text,
             guint      *n)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    (*n)++;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    count_label (child, text, n);
}

/* The sidebar calls what is late by the same word as the legend. */
static void
test_words (Fixture       *self,
            gconstpointer  data)
{
  GtkWidget *sidebar = koyomi_test_widget_find (GTK_WIDGET (self->window), KOYOMI_TYPE_ATTENTION_PANEL);
  GtkWidget *legend = koyomi_test_widget_find (GTK_WIDGET (self->window), KOYOMI_TYPE_CALENDAR_LEGEND);
  guint n_in_sidebar = 0, n_in_legend = 0;

  while (n_in_sidebar == 0)   /* it is read in passing */
    {
      g_main_context_iteration (NULL, TRUE);
      count_label (sidebar, "Overdue", &n_in_sidebar);
    }
  count_label (legend, "Overdue", &n_in_legend);
  g_assert_cmpuint (n_in_sidebar, ==, 1);
  g_assert_cmpuint (n_in_legend, ==, 1);
}

static void
arrange (Fixture        *self,
         const char     *search,
         KoyomiGrouping  grouping)
{
  g_autoptr(KoyomiCalendarFilter) filter = koyomi_calendar_filter_copy (koyomi_calendar_sheet_get_filter (get_sheet (self)));

  g_free (filter->search);
  filter->search = g_strdup (search);
  koyomi_calendar_sheet_arrange (get_sheet (self), filter, grouping);
}

static void
change_language (Fixture        *self,
                 KoyomiLanguage  language)
{
  GtkWidget *focus;

  koyomi_window_set_language (self->window, language);
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
  focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  g_assert_nonnull (focus);
  g_assert_nonnull (gtk_widget_get_ancestor (focus, KOYOMI_TYPE_CALENDAR_VIEW));
}

/* Waits until all rows have been read in passing, and have their heights. */
static void
read_all (Fixture *self)
{
  while (koyomi_calendar_sheet_get_n_runs (get_sheet (self)) == 0)
    g_main_context_iteration (NULL, TRUE);
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
}

static const char *
get_search (Fixture *self)
{
  GtkWidget *view = koyomi_test_widget_find (GTK_WIDGET (self->window), KOYOMI_TYPE_CALENDAR_VIEW);
  GtkWidget *bar = koyomi_test_widget_find (view, ADW_TYPE_HEADER_BAR);

  return gtk_editable_get_text (GTK_EDITABLE (adw_header_bar_get_title_widget (ADW_HEADER_BAR (bar))));
}

/* Whoever chooses another language goes on where one was. */
static void
test_place (Fixture       *self,
            gconstpointer  data)
{
  KoyomiRecord *group = koyomi_calendar_sheet_get_line (get_sheet (self), 0)->group;
  gint64 id = koyomi_record_get_id (group);
  GtkAdjustment *adjustment = koyomi_calendar_rows_get_adjustment (koyomi_test_window_get_rows (&self->test));
  KoyomiTimeScale time;
  gint64 runs[2];
  double value;

  koyomi_calendar_sheet_set_folded (get_sheet (self), group, TRUE);
  koyomi_calendar_rows_show_run (koyomi_test_window_get_rows (&self->test), koyomi_test_window_find_run (&self->test));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (koyomi_test_window_get_rows (&self->test)), "calendar.set-zoom", "i",
                                             KOYOMI_ZOOM_MONTH));
  koyomi_calendar_sheet_pan (get_sheet (self), 37);
  gtk_adjustment_set_value (adjustment, 123);
  read_all (self);
  runs[0] = koyomi_test_window_find_run (&self->test);
  runs[1] = koyomi_test_window_get_first (&self->test, KOYOMI_TABLE_OCCURRENCE);
  koyomi_run_selection_set (get_selection (self), runs, G_N_ELEMENTS (runs), runs[1]);
  value = gtk_adjustment_get_value (adjustment);
  time = koyomi_calendar_sheet_get_timeline (get_sheet (self))->time;
  g_assert_cmpfloat (value, >, 0);

  change_language (self, KOYOMI_LANGUAGE_JA);
  adjustment = koyomi_calendar_rows_get_adjustment (koyomi_test_window_get_rows (&self->test));
  g_assert_cmpint (koyomi_record_get_id (koyomi_calendar_sheet_get_line (get_sheet (self), 0)->group), ==, id);
  g_assert_true (koyomi_calendar_sheet_is_folded (get_sheet (self), koyomi_calendar_sheet_get_line (get_sheet (self), 0)->group));
  g_assert_cmpfloat (fabs (koyomi_calendar_sheet_get_timeline (get_sheet (self))->time.offset - time.offset), <, 1);
  g_assert_cmpfloat (fabs (koyomi_calendar_sheet_get_timeline (get_sheet (self))->time.day_width - time.day_width), <, 1e-6);
  read_all (self);
  g_assert_cmpfloat (fabs (gtk_adjustment_get_value (adjustment) - value), <, 2);
  g_assert_cmpuint (koyomi_run_selection_count (get_selection (self)), ==, 2);
  g_assert_true (koyomi_run_selection_has (get_selection (self), runs[0]));
  g_assert_cmpint (koyomi_run_selection_get_focus (get_selection (self)), ==, runs[1]);
  g_settings_reset (koyomi_application_get_settings (application), "calendar-zoom");
}

static void
test_place_of_filter (Fixture       *self,
                      gconstpointer  data)
{
  guint n_lines;

  koyomi_calendar_sheet_set_year (get_sheet (self), 2025);
  arrange (self, "ISMS", KOYOMI_GROUPING_TEAM);
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
  n_lines = koyomi_calendar_sheet_get_n_lines (get_sheet (self));
  g_assert_cmpstr (get_search (self), ==, "ISMS");

  change_language (self, KOYOMI_LANGUAGE_JA);
  g_assert_cmpint (koyomi_calendar_sheet_get_year (get_sheet (self)).year, ==, 2025);
  g_assert_cmpint (koyomi_calendar_sheet_get_grouping (get_sheet (self)), ==, KOYOMI_GROUPING_TEAM);
  g_assert_cmpstr (koyomi_calendar_sheet_get_filter (get_sheet (self))->search, ==, "ISMS");
  g_assert_cmpstr (get_search (self), ==, "ISMS");
  g_assert_cmpuint (koyomi_calendar_sheet_get_n_lines (get_sheet (self)), >, 0);
  g_assert_cmpuint (n_lines, >, 0);
  g_settings_reset (koyomi_application_get_settings (application), "grouping");
}

/* From the matrix, before there is a calendar. */
static void
test_show_run (void)
{
  GSettings *settings = koyomi_application_get_settings (application);
  KoyomiTestWindow test = { NULL };
  GtkWidget *calendar;

  g_settings_set_string (settings, "last-view", "matrix");
  koyomi_test_window_open (&test);
  g_assert_null (koyomi_test_widget_find (GTK_WIDGET (test.window), KOYOMI_TYPE_CALENDAR_VIEW));
  g_assert_true (gtk_widget_grab_focus (koyomi_test_widget_find (GTK_WIDGET (test.window), GTK_TYPE_LIST_BOX)));
  g_assert_true (gtk_widget_activate_action (gtk_window_get_focus (GTK_WINDOW (test.window)), "calendar.show-run", "x",
                                             koyomi_test_window_find_run (&test)));
  koyomi_test_widget_settle (GTK_WIDGET (test.window));
  calendar = koyomi_test_widget_find (GTK_WIDGET (test.window), KOYOMI_TYPE_CALENDAR_VIEW);
  g_assert_true (gtk_widget_get_mapped (calendar));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (test.window)), calendar));
  koyomi_test_window_close (&test);
  g_settings_reset (settings, "last-view");
}

/* What is made only when it is asked for. */
static void
test_panels (Fixture       *self,
             gconstpointer  data)
{
  GSettings *settings = koyomi_application_get_settings (application);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (koyomi_test_window_get_rows (&self->test)), "calendar.toggle-inspector", NULL));
  g_assert_true (g_settings_get_boolean (settings, "inspector-visible"));
  koyomi_calendar_sheet_set_routines (get_sheet (self), TRUE);
  koyomi_workspace_set_baseline (get_workspace (self), koyomi_test_window_add_baseline (&self->test));
  koyomi_run_selection_choose (get_selection (self), koyomi_test_window_find_run (&self->test));
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
  g_settings_reset (settings, "inspector-visible");
}

static AdwFlap *
get_sidebar (Fixture *self)
{
  return ADW_FLAP (koyomi_test_widget_find (GTK_WIDGET (self->window), ADW_TYPE_FLAP));
}

/* Makes the window so wide, and waits until its sidebar stands beside the view, or no longer does. */
static void
resize (Fixture  *self,
        int       width,
        gboolean  is_folded)
{
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, 600);
  while (adw_flap_get_folded (get_sidebar (self)) != is_folded)
    g_main_context_iteration (NULL, TRUE);
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
}

static void
toggle_sidebar (Fixture *self)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (koyomi_test_window_get_rows (&self->test)), "plan.toggle-sidebar", NULL));
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
}

static void
assert_sidebar (Fixture  *self,
                gboolean  is_shown,
                gboolean  is_kept)
{
  g_assert_cmpint (adw_flap_get_reveal_flap (get_sidebar (self)), ==, is_shown);
  g_assert_cmpint (g_settings_get_boolean (koyomi_application_get_settings (application), "sidebar-visible"), ==, is_kept);
}

/* It hides by itself, which nobody has chosen. */
static void
test_narrow (Fixture       *self,
             gconstpointer  data)
{
  assert_sidebar (self, TRUE, TRUE);
  resize (self, 900, TRUE);
  assert_sidebar (self, FALSE, TRUE);
  resize (self, 1250, FALSE);
  assert_sidebar (self, TRUE, TRUE);

  toggle_sidebar (self);
  assert_sidebar (self, FALSE, FALSE);
  resize (self, 900, TRUE);
  resize (self, 1250, FALSE);
  assert_sidebar (self, FALSE, FALSE);

  resize (self, 900, TRUE);
  toggle_sidebar (self);
  assert_sidebar (self, TRUE, FALSE);
  resize (self, 1250, FALSE);
  assert_sidebar (self, FALSE, FALSE);
  toggle_sidebar (self);
  assert_sidebar (self, TRUE, TRUE);
}

/* A screen reader would open a menu that has no place on the screen. */
static void
test_hidden (Fixture       *self,
             gconstpointer  data)
{
  GtkWidget *panel = adw_flap_get_flap (get_sidebar (self));
  GtkWidget *menu_button = koyomi_test_widget_find (panel, GTK_TYPE_MENU_BUTTON);

  g_assert_true (gtk_widget_grab_focus (menu_button));
  toggle_sidebar (self);
  g_assert_false (gtk_widget_is_sensitive (menu_button));
  gtk_test_accessible_assert_state (panel, GTK_ACCESSIBLE_STATE_HIDDEN, TRUE);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self->window)),
                                         GTK_WIDGET (koyomi_test_window_get_rows (&self->test))));

  toggle_sidebar (self);
  g_assert_true (gtk_widget_is_sensitive (menu_button));
  gtk_test_accessible_assert_state (panel, GTK_ACCESSIBLE_STATE_HIDDEN, FALSE);
}

/* The window goes while a popover is open. */
static void
test_popover (Fixture       *self,
              gconstpointer  data)
{
  KoyomiCalendarRows *rows = koyomi_test_window_get_rows (&self->test);

  koyomi_calendar_rows_show_run (rows, koyomi_test_window_find_run (&self->test));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (rows), data, NULL));
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
}

/* Another may write to a plan as soon as the window lets it go: so does opening it again. */
static void
test_session (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(KoyomiSession) session = NULL;

  koyomi_window_set_session (self->window, NULL);
  g_assert_false (is_open (self->test.path));
  koyomi_test_widget_settle (GTK_WIDGET (self->window));

  session = open_session (self->test.path);
  koyomi_window_set_session (self->window, session);
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
}

/* Whether a button for it would be sensitive. */
static gboolean
is_enabled (Fixture    *self,
            const char *action)
{
  GtkWidget *view = koyomi_test_widget_find (GTK_WIDGET (self->window), KOYOMI_TYPE_CALENDAR_VIEW);
  GtkWidget *button = gtk_button_new ();
  gboolean is_sensitive;

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_parent (button, view);
  is_sensitive = gtk_widget_get_sensitive (button);
  gtk_widget_unparent (button);

  return is_sensitive;
}

/* What is about one run cannot be done to several. */
static void
test_several (Fixture       *self,
              gconstpointer  data)
{
  static const char *const of_one[] = { "calendar.open-run", "calendar.edit-rule" };
  static const char *const of_any[] = { "calendar.skip", "calendar.move-by", "calendar.assign", "calendar.mark-done", "calendar.delete" };

  g_autoptr(GPtrArray) runs = koyomi_session_list (get_session (self), KOYOMI_TABLE_OCCURRENCE, 0, 0, KOYOMI_LANGUAGE_EN, NULL);
  gint64 chosen[2];

  for (guint i = 0; i < G_N_ELEMENTS (chosen); i++)
    chosen[i] = koyomi_record_get_id (g_ptr_array_index (runs, i));

  for (guint n = 0; n <= G_N_ELEMENTS (chosen); n++)
    {
      koyomi_run_selection_set (get_selection (self), chosen, n, n > 0 ? chosen[0] : 0);
      for (guint i = 0; i < G_N_ELEMENTS (of_one); i++)
        g_assert_cmpint (is_enabled (self, of_one[i]), ==, n == 1);
      for (guint i = 0; i < G_N_ELEMENTS (of_any); i++)
        g_assert_cmpint (is_enabled (self, of_any[i]), ==, n > 0);
    }
}

/* Copies are chosen, and the focus goes on with the first of them. */
static void
test_duplicate (Fixture       *self,
                gconstpointer  data)
{
  KoyomiCalendarRows *rows = koyomi_test_window_get_rows (&self->test);
  gint64 run = koyomi_test_window_find_run (&self->test);
  gint64 chosen, focused;
  guint line;

  koyomi_calendar_rows_show_run (rows, run);
  koyomi_run_selection_choose (get_selection (self), run);
  g_assert_true (koyomi_test_widget_press (GTK_WINDOW (self->window), "<Control>d"));
  koyomi_test_widget_settle (GTK_WIDGET (self->window));

  chosen = koyomi_run_selection_get_focus (get_selection (self));
  g_assert_cmpint (chosen, !=, run);
  g_assert_true (koyomi_calendar_rows_get_focus (rows, &line, &focused));
  g_assert_cmpint (focused, ==, chosen);

  /* What is done next is done to the copy. */
  g_assert_true (koyomi_test_widget_press (GTK_WINDOW (self->window), "<Alt>Right"));
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
  g_assert_true (koyomi_calendar_rows_get_focus (rows, &line, &focused));
  g_assert_cmpint (focused, ==, chosen);
}

/* Returns: (transfer none) (nullable) */
static GtkWidget *
find_by_class (GtkWidget  *widget,
               const char *css_class)
{
  GtkWidget *found = gtk_widget_has_css_class (widget, css_class) && gtk_widget_get_mapped (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_by_class (child, css_class);

  return found;
}

/* The widget has one gesture for a click. */
static void
click (GtkWidget *widget)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        g_signal_emit_by_name (controller, "released", 1, 2.0, 2.0);
    }
}

static void
check_teams (Fixture *self)
{
  GtkWindow *window = koyomi_test_dialog_find (self->window);

  g_assert_true (KOYOMI_IS_FUNCTION_CARD (window));
  koyomi_test_widget_settle (GTK_WIDGET (window));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (window),
                                         koyomi_test_widget_find (GTK_WIDGET (window), KOYOMI_TYPE_ASSIGNMENT_LIST)));
  gtk_window_close (window);
}

/* Who does a function is there to be pressed, and in the menu of its row. */
static void
test_pill (Fixture       *self,
           gconstpointer  data)
{
  KoyomiCalendarRows *rows = koyomi_test_window_get_rows (&self->test);
  GtkWidget *pill = find_by_class (GTK_WIDGET (rows), "koyomi-pill");

  g_assert_nonnull (gtk_widget_get_cursor (pill));
  click (pill);
  check_teams (self);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (rows), "calendar.show-focused-teams", NULL));
  check_teams (self);
}

/* Closed by itself it goes, and again with the window below it. */
static void
test_dialog (Fixture       *self,
             gconstpointer  data)
{
  KoyomiTestLeaks *leaks = koyomi_test_leaks_new ();
  GtkWindow *window = koyomi_test_every_dialog_present (&self->test, data);

  /* What can be done without a pointer begins somewhere. */
  g_assert_nonnull (gtk_window_get_focus (window));

  koyomi_test_leaks_watch_tree (leaks, GTK_WIDGET (window));
  gtk_window_close (window);
  koyomi_test_leaks_finish (leaks);
  g_assert_null (koyomi_test_dialog_find (self->window));

  koyomi_test_leaks_watch_tree (self->leaks, GTK_WIDGET (koyomi_test_every_dialog_present (&self->test, data)));
}

/* Not those of GTK, in what a drop-down shows. */
static GtkWidget *
find_search (GtkWindow *window)
{
  g_autoptr(GPtrArray) entries = koyomi_test_dialog_list (window, GTK_TYPE_SEARCH_ENTRY);

  for (guint i = 0; i < entries->len; i++)
    if (gtk_widget_get_ancestor (g_ptr_array_index (entries, i), GTK_TYPE_POPOVER) == NULL)
      return g_ptr_array_index (entries, i);

  g_assert_not_reached ();
}

/* Escape closes a dialog from its search as well, which it empties first. */
static void
test_search (Fixture       *self,
             gconstpointer  data)
{
  static const char *const names[] = { "breaches", "history", "maturity" };
  guint n = 0;

  for (guint i = 0; koyomi_test_every_dialog[i].name != NULL; i++)
    {
      GtkWindow *window;
      GtkWidget *search;

      if (n == G_N_ELEMENTS (names) || !g_str_equal (koyomi_test_every_dialog[i].name, names[n]))
        continue;

      n++;
      window = koyomi_test_every_dialog_present (&self->test, &koyomi_test_every_dialog[i]);
      search = find_search (window);
      gtk_editable_set_text (GTK_EDITABLE (search), "ISMS");
      g_signal_emit_by_name (search, "stop-search");
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "");
      g_assert_true (koyomi_test_dialog_find (self->window) == window);
      g_signal_emit_by_name (search, "stop-search");
      g_assert_null (koyomi_test_dialog_find (self->window));
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (names));
}

/* As when the session ends: a message does not outlive the dialog that it stands over. */
static void
test_message (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(GError) error = g_error_new_literal (KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_FULL, "no room");
  GtkWindow *dialog, *message;

  koyomi_history_dialog_present (GTK_WINDOW (self->window), get_workspace (self));
  dialog = koyomi_test_dialog_wait (self->window);
  koyomi_error_dialog_present (dialog, KOYOMI_LANGUAGE_EN, "Nothing was done", self->test.path, error);
  message = koyomi_test_dialog_wait (dialog);
  koyomi_test_leaks_watch_tree (self->leaks, GTK_WIDGET (message));
  koyomi_test_leaks_watch_tree (self->leaks, GTK_WIDGET (dialog));
}

/* Where something is cut off that has to be read. Returns: (transfer none) (nullable) */
static const char *
find_cut_title (GtkWidget *widget)
{
  const char *text = NULL;

  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "title") && gtk_widget_get_mapped (widget) &&
      pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
    return gtk_label_get_text (GTK_LABEL (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && text == NULL; child = gtk_widget_get_next_sibling (child))
    text = find_cut_title (child);

  return text;
}

static void
assert_fits (const char *name,
             GtkWindow  *window)
{
  int width = gtk_widget_get_width (GTK_WIDGET (window));
  int height = gtk_widget_get_height (GTK_WIDGET (window));
  const char *cut = find_cut_title (GTK_WIDGET (window));

  if (width > SCREEN_WIDTH || height > SCREEN_HEIGHT)
    g_error ("%s is %d wide and %d high", name, width, height);
  if (cut != NULL)
    g_error ("%s: “%s” is cut off", name, cut);
}

/* With text of twice the size. */
static void
test_large_text (Fixture       *self,
                 gconstpointer  data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int before;

  g_object_get (settings, "gtk-xft-dpi", &before, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);
  koyomi_window_set_language (self->window, GPOINTER_TO_INT (data));
  koyomi_test_widget_settle (GTK_WIDGET (self->window));

  for (guint i = 0; koyomi_test_every_dialog[i].name != NULL; i++)
    {
      GtkWindow *window = koyomi_test_every_dialog_present (&self->test, &koyomi_test_every_dialog[i]);

      /* GTK lays the columns of shortcuts side by side. */
      if (!g_str_equal (koyomi_test_every_dialog[i].name, "shortcuts"))
        assert_fits (koyomi_test_every_dialog[i].name, window);
      gtk_window_close (window);
      while (koyomi_test_dialog_find (self->window) != NULL)
        g_main_context_iteration (NULL, TRUE);
    }
  g_object_set (settings, "gtk-xft-dpi", before, NULL);
}

#define ADD(path, func) g_test_add ("/views/window/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  static const char *const popovers[] = { "calendar.filter", "calendar.open-menu", "plan.menu" };

  int status;

  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();
  if (!koyomi_test_widget_init ())
    return koyomi_test_folder_finish (0);

  application = koyomi_test_window_start ();
  ADD ("closed-window-leaves-nothing", test_close);
  ADD ("edits-leave-nothing", test_edit);
  ADD ("language-that-was-left-leaves-nothing", test_language);
  ADD ("other-language-shows-the-same-place", test_place);
  ADD ("other-language-shows-the-same-filter", test_place_of_filter);
  ADD ("message-over-a-dialog-leaves-nothing", test_message);
  ADD ("escape-leaves-the-search-of-a-dialog", test_search);
  g_test_add_func ("/views/window/run-that-is-shown-has-the-keyboard", test_show_run);
  ADD ("panels-leave-nothing", test_panels);
  ADD ("commands-of-one-run-want-one-run", test_several);
  ADD ("sidebar-and-legend-use-one-word", test_words);
  ADD ("team-of-a-row-leads-to-its-teams", test_pill);
  ADD ("copy-takes-over-the-focus", test_duplicate);
  ADD ("sidebar-is-kept-as-chosen-not-as-window-is-narrow", test_narrow);
  ADD ("sidebar-out-of-sight-is-out-of-reach", test_hidden);
  for (guint i = 0; i < G_N_ELEMENTS (popovers); i++)
    {
      g_autofree char *path = g_strconcat ("/views/window/popover-leaves-nothing/", popovers[i], NULL);

      g_test_add (path, Fixture, popovers[i], set_up, test_popover, tear_down);
    }
  ADD ("plan-that-is-let-go-is-closed-at-once", test_session);
  for (guint i = 0; koyomi_test_every_dialog[i].name != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/views/window/dialog-leaves-nothing/", koyomi_test_every_dialog[i].name, NULL);

      g_test_add (path, Fixture, &koyomi_test_every_dialog[i], set_up, test_dialog, tear_down);
    }

  g_test_add ("/views/window/dialogs-fit-at-twice-the-text/en", Fixture, GINT_TO_POINTER (KOYOMI_LANGUAGE_EN), set_up, test_large_text,
              tear_down);
  g_test_add ("/views/window/dialogs-fit-at-twice-the-text/ja", Fixture, GINT_TO_POINTER (KOYOMI_LANGUAGE_JA), set_up, test_large_text,
              tear_down);

  status = g_test_run ();
  koyomi_test_window_stop ();

  return koyomi_test_folder_finish (status);
}
