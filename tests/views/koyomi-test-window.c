#include "koyomi-test-window.h"

#include "koyomi-baseline.h"
#include "koyomi-day.h"
#include "koyomi-run-edit.h"
#include "koyomi-template.h"
#include "koyomi-test-folder.h"
#include "koyomi-test-widget.h"

static KoyomiApplication *application;
static char *sample;

static void
make_sample (void)
{
  const KoyomiPlanOptions options = { .template = KOYOMI_TEMPLATE_SAMPLE, .fiscal_year = 2026, .language = KOYOMI_LANGUAGE_JA };
  g_autofree char *folder = koyomi_test_folder_make ("sample");
  g_autoptr(GError) error = NULL;

  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));
  sample = g_build_filename (folder, "sample.koyomi", NULL);
  koyomi_plan_create (sample, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Starts the program without a window. Returns: (transfer none) */
KoyomiApplication *
koyomi_test_window_start (void)
{
  g_autoptr(GError) error = NULL;

  make_sample ();
  application = koyomi_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_application_set_default (G_APPLICATION (application));
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  return application;
}

void
koyomi_test_window_stop (void)
{
  g_clear_object (&application);
  g_clear_pointer (&sample, g_free);
}

/* A test that does not ask for another view has the calendar. */
static void
choose_view (GSettings *settings)
{
  g_autofree char *last = g_settings_get_string (settings, "last-view");

  if (*last == '\0')
    g_settings_set_string (settings, "last-view", "calendar");
}

static void
open_window (KoyomiTestWindow *self,
             gboolean          read_only)
{
  static int number;
  g_autofree char *name = g_strdup_printf ("window-%d", ++number);
  g_autofree char *folder = koyomi_test_folder_make (name);
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiSession) session = NULL;

  self->path = g_build_filename (folder, "plan.koyomi", NULL);
  koyomi_test_file_copy (sample, self->path);
  session = koyomi_session_open (self->path, read_only, NULL, &error);
  g_assert_no_error (error);
  choose_view (koyomi_application_get_settings (application));
  self->window = koyomi_window_new (ADW_APPLICATION (application), koyomi_application_get_settings (application), KOYOMI_LANGUAGE_EN);
  koyomi_window_set_session (self->window, session);
  gtk_window_present (GTK_WINDOW (self->window));
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
}

void
koyomi_test_window_open (KoyomiTestWindow *self)
{
  open_window (self, FALSE);
}

/* With a plan that can only be read. */
void
koyomi_test_window_open_to_read (KoyomiTestWindow *self)
{
  open_window (self, TRUE);
}

/* Asks the program to quit. */
void
koyomi_test_window_close (KoyomiTestWindow *self)
{
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  g_clear_pointer (&self->path, g_free);
}

/* Waits until everything that is to be done has been done and everything is where it belongs. */
void
koyomi_test_window_settle (KoyomiTestWindow *self)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
}

void
koyomi_test_window_press (KoyomiTestWindow *self,
                          const char       *accelerator)
{
  g_assert_true (koyomi_test_widget_press (GTK_WINDOW (self->window), accelerator));
  koyomi_test_window_settle (self);
}

/* Returns: (transfer none): the first widget of that type */
GtkWidget *
koyomi_test_window_find (KoyomiTestWindow *self,
                         GType             type)
{
  GtkWidget *widget = koyomi_test_widget_find (GTK_WIDGET (self->window), type);

  g_assert_nonnull (widget);

  return widget;
}

/* @index: of the view in the list of views. Returns: (transfer none): the view, with the focus, or what is of @type in it */
GtkWidget *
koyomi_test_window_show_view (KoyomiTestWindow *self,
                              int               index,
                              GType             type)
{
  GtkListBox *views = GTK_LIST_BOX (koyomi_test_window_find (self, GTK_TYPE_LIST_BOX));
  GtkWidget *view;

  gtk_list_box_select_row (views, gtk_list_box_get_row_at_index (views, index));
  koyomi_test_window_settle (self);
  view = koyomi_test_window_find (self, type);
  gtk_widget_grab_focus (view);

  return view;
}

/* Returns: (transfer none) */
KoyomiCalendarRows *
koyomi_test_window_get_rows (KoyomiTestWindow *self)
{
  return KOYOMI_CALENDAR_ROWS (koyomi_test_widget_find (GTK_WIDGET (self->window), KOYOMI_TYPE_CALENDAR_ROWS));
}

/* Returns: a run of a rule that is still to come, so that dialogs about it have all their parts */
gint64
koyomi_test_window_find_run (KoyomiTestWindow *self)
{
  KoyomiSession *session = koyomi_window_get_session (self->window);
  g_autoptr(GHashTable) activities = koyomi_session_index (session, KOYOMI_TABLE_ACTIVITY, KOYOMI_LANGUAGE_EN, NULL);
  g_autoptr(GPtrArray) runs = koyomi_session_list (session, KOYOMI_TABLE_OCCURRENCE, 0, 0, KOYOMI_LANGUAGE_EN, NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      KoyomiRecord *run = g_ptr_array_index (runs, i);
      gint64 id = koyomi_record_get_int (run, KOYOMI_OCCURRENCE_ACTIVITY);
      KoyomiRecord *activity = g_hash_table_lookup (activities, &id);

      if (*koyomi_record_get_text (activity, KOYOMI_ACTIVITY_RULE) != '\0' &&
          koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY) > koyomi_day_today ())
        return koyomi_record_get_id (run);
    }

  g_assert_not_reached ();
}

gint64
koyomi_test_window_get_first (KoyomiTestWindow *self,
                              KoyomiTableId     table)
{
  g_autoptr(GPtrArray) rows = koyomi_session_list (koyomi_window_get_session (self->window), table, 0, 0, KOYOMI_LANGUAGE_EN, NULL);

  g_assert_cmpuint (rows->len, >, 0);

  return koyomi_record_get_id (g_ptr_array_index (rows, 0));
}

void
koyomi_test_window_mark_done (KoyomiTestWindow *self)
{
  gint64 run = koyomi_test_window_find_run (self);
  g_autoptr(GError) error = NULL;

  koyomi_runs_set_status (koyomi_window_get_session (self->window), &run, 1, KOYOMI_STATUS_DONE, koyomi_day_today (), NULL,
                          KOYOMI_LANGUAGE_EN, &error);
  g_assert_no_error (error);
}

/* What is done then differs from it. */
gint64
koyomi_test_window_add_baseline (KoyomiTestWindow *self)
{
  static int number;
  g_autofree char *name = g_strdup_printf ("As planned %d", ++number);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) baselines = NULL;

  koyomi_session_add_baseline (koyomi_window_get_session (self->window), name, KOYOMI_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  koyomi_test_window_mark_done (self);
  baselines = koyomi_session_list_baselines (koyomi_window_get_session (self->window), KOYOMI_LANGUAGE_EN, &error);
  g_assert_no_error (error);

  return koyomi_record_get_id (g_ptr_array_index (baselines, 0));
}
