#include "koyomi-backups-dialog.h"
#include "koyomi-closed-year.h"
#include "koyomi-day-entry.h"
#include "koyomi-day.h"
#include "koyomi-export-dialog.h"
#include "koyomi-export-incident.h"
#include "koyomi-export.h"
#include "koyomi-history.h"
#include "koyomi-import-dialog.h"
#include "koyomi-meeting-rule.h"
#include "koyomi-new-plan-dialog.h"
#include "koyomi-occurrence.h"
#include "koyomi-roll-over-assistant.h"
#include "koyomi-rule-dialog.h"
#include "koyomi-rule-editor.h"
#include "koyomi-run-edit.h"
#include "koyomi-session-matrix.h"
#include "koyomi-span-field.h"
#include "koyomi-test-dialog.h"
#include "koyomi-test-folder.h"
#include "koyomi-test-widget.h"
#include "koyomi-test-window.h"

#include <adwaita.h>
#include <string.h>

/* What is in a dialog, and what its keys do. */

static KoyomiApplication *application;

static void
set_up (KoyomiTestWindow *self,
        gconstpointer     data)
{
  koyomi_test_window_open (self);
}

static void
tear_down (KoyomiTestWindow *self,
           gconstpointer     data)
{
  koyomi_test_window_close (self);
}

/* Whether what stands around the widget takes the key before it comes to it. */
static gboolean
is_taken_before (GtkWidget *widget,
                 guint      key)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return (parent != NULL && is_taken_before (parent, key)) || koyomi_test_widget_offer_key (widget, GTK_PHASE_CAPTURE, key);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Enter on a choice that is not chosen does what the dialog is for, and leaves the choice; the space bar is the choice's own. */
static void
assert_enter_accepts (GtkWindow *dialog,
                      guint      n_choices)
{
  GtkWidget *button = gtk_window_get_default_widget (dialog);
  g_autoptr(GPtrArray) choices = koyomi_test_dialog_list (dialog, GTK_TYPE_TOGGLE_BUTTON);
  g_autoptr(GPtrArray) checks = koyomi_test_dialog_list (dialog, GTK_TYPE_CHECK_BUTTON);
  guint n_clicks = 0, n_tried = 0;

  g_signal_connect_swapped (button, "clicked", G_CALLBACK (count_cb), &n_clicks);
  g_ptr_array_extend (choices, checks, NULL, NULL);
  for (guint i = 0; i < choices->len; i++)
    {
      GtkWidget *choice = g_ptr_array_index (choices, i);
      GtkWindow *chooser;
      gboolean is_on;

      /* The button of a drop-down is none. */
      if (gtk_widget_get_ancestor (choice, GTK_TYPE_DROP_DOWN) != NULL)
        continue;

      g_object_get (choice, "active", &is_on, NULL);
      if (is_on)
        continue;

      gtk_widget_grab_focus (choice);
      g_assert_false (is_taken_before (choice, GDK_KEY_space));
      g_assert_true (is_taken_before (choice, GDK_KEY_Return));

      /* What is asked next is where. */
      chooser = koyomi_test_dialog_wait (dialog);
      g_assert_cmpuint (n_clicks, ==, ++n_tried);
      g_object_get (choice, "active", &is_on, NULL);
      g_assert_false (is_on);
      gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_CANCEL);
    }
  g_assert_cmpuint (n_tried, ==, n_choices);
}

static GtkWindow *
present_export (KoyomiTestWindow          *self,
                const KoyomiExportRequest *request)
{
  koyomi_export_dialog_present (GTK_WINDOW (self->window), koyomi_window_get_workspace (self->window), request);

  return koyomi_test_dialog_wait (self->window);
}

static void
test_enter_exports (KoyomiTestWindow *self,
                    gconstpointer     data)
{
  const KoyomiExportRequest may = {
    .year = { 2026, 4 }, .first_day = koyomi_day_new (2026, 5, 1), .last_day = koyomi_day_new (2026, 5, 31)
  };

  /* Four cards and “what is on the screen”. */
  assert_enter_accepts (present_export (self, &may), 5);
}

/* Returns: (transfer none): the combo row with that title */
static AdwComboRow *
find_combo (GtkWindow  *dialog,
            const char *title)
{
  g_autoptr(GPtrArray) rows = koyomi_test_dialog_list (dialog, ADW_TYPE_COMBO_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (adw_preferences_row_get_title (g_ptr_array_index (rows, i)), title))
      return g_ptr_array_index (rows, i);

  return NULL;
}

static GtkWindow *
present_matrix_export (KoyomiTestWindow *self)
{
  KoyomiSession *session = koyomi_window_get_session (self->window);
  const KoyomiExportRequest request = {
    .report = KOYOMI_EXPORT_REPORT_MATRIX,
    .catalogue = koyomi_session_find_catalogue (session, "isogj", NULL),
    .day = koyomi_day_new (2026, 12, 1),
  };

  return present_export (self, &request);
}

/* What is on the screen is proposed; of a form only what it has is asked. */
static void
test_matrix_export (KoyomiTestWindow *self,
                    gconstpointer     data)
{
  GtkWindow *dialog = present_matrix_export (self);
  g_autoptr(GPtrArray) cards = koyomi_test_dialog_list (gtk_widget_get_first_child (GTK_WIDGET (dialog)), GTK_TYPE_TOGGLE_BUTTON);
  AdwComboRow *catalogue = find_combo (dialog, "C_atalogue");
  GtkWidget *day = koyomi_test_widget_find (GTK_WIDGET (dialog), KOYOMI_TYPE_DAY_ENTRY);

  g_assert_cmpstr (gtk_string_object_get_string (adw_combo_row_get_selected_item (catalogue)), ==, "ISOG-J roles");
  g_assert_cmpuint (koyomi_day_entry_get_day (KOYOMI_DAY_ENTRY (day)), ==, koyomi_day_new (2026, 12, 1));
  /* Whatever was exported last. */
  gtk_toggle_button_set_active (g_ptr_array_index (cards, 0), TRUE);
  g_assert_null (find_combo (dialog, "_Shape"));
  g_assert_null (find_combo (dialog, "_Paper"));

  gtk_toggle_button_set_active (g_ptr_array_index (cards, 1), TRUE);
  g_assert_nonnull (find_combo (dialog, "_Paper"));
  g_assert_null (find_combo (dialog, "_Sheets side by side"));
  gtk_toggle_button_set_active (g_ptr_array_index (cards, 2), TRUE);
  g_assert_nonnull (find_combo (dialog, "_Shape"));

  gtk_editable_set_text (GTK_EDITABLE (koyomi_day_entry_get_input (KOYOMI_DAY_ENTRY (day))), "never");
  g_signal_emit_by_name (gtk_window_get_default_widget (dialog), "clicked");
  koyomi_test_widget_settle (GTK_WIDGET (dialog));
  g_assert_true (koyomi_test_dialog_has_line (dialog, "Not a day. Type 2026-09-01, 9/1 or +14."));
}

static void
answer_chooser (GtkWindow  *chooser,
                const char *folder)
{
  g_autoptr(GFile) file = g_file_new_for_path (folder);

  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), file, NULL);
  koyomi_test_widget_settle (GTK_WIDGET (chooser));
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);
}

/* The file has the proposed name, and holds the matrix that was asked for. */
static void
test_matrix_file (KoyomiTestWindow *self,
                  gconstpointer     data)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *path = g_build_filename (folder, "Functions-and-teams-ISOG-J roles-2026-12-01.csv", NULL);
  g_autofree char *text = NULL;
  GtkWindow *dialog = present_matrix_export (self);
  g_autoptr(GPtrArray) cards = koyomi_test_dialog_list (gtk_widget_get_first_child (GTK_WIDGET (dialog)), GTK_TYPE_TOGGLE_BUTTON);

  gtk_toggle_button_set_active (g_ptr_array_index (cards, 2), TRUE);
  adw_combo_row_set_selected (find_combo (dialog, "_Shape"), 1);
  adw_combo_row_set_selected (find_combo (dialog, "_Language of the file"), KOYOMI_LANGUAGE_EN);
  g_signal_emit_by_name (gtk_window_get_default_widget (dialog), "clicked");
  answer_chooser (koyomi_test_dialog_wait (dialog), folder);
  while (koyomi_test_dialog_find (self->window) != NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "2026-12-01"));
  g_assert_nonnull (strstr (text, "CSIRT"));
}

static GtkWindow *
present_incident_export (KoyomiTestWindow *self,
                         const char       *number)
{
  KoyomiSession *session = koyomi_window_get_session (self->window);
  const KoyomiExportRequest request = {
    .report = KOYOMI_EXPORT_REPORT_INCIDENTS,
    .incident = number != NULL ? koyomi_incident_export_find (session, number, NULL) : 0,
  };

  return present_export (self, &request);
}

/* The selected one is proposed, and a quarter only where its figures are wanted. */
static void
test_incident_export (KoyomiTestWindow *self,
                      gconstpointer     data)
{
  GtkWindow *dialog = present_incident_export (self, "2026-011");
  g_autoptr(GPtrArray) cards = koyomi_test_dialog_list (gtk_widget_get_first_child (GTK_WIDGET (dialog)), GTK_TYPE_TOGGLE_BUTTON);
  AdwComboRow *what = find_combo (dialog, "_Incidents");

  g_assert_cmpuint (cards->len, ==, 3);
  gtk_toggle_button_set_active (g_ptr_array_index (cards, 0), TRUE);
  g_assert_true (g_str_has_prefix (gtk_string_object_get_string (adw_combo_row_get_selected_item (what)), "Only 2026-011"));
  g_assert_null (find_combo (dialog, "_Quarter"));

  adw_combo_row_set_selected (what, 1);
  g_assert_nonnull (find_combo (dialog, "_Quarter"));
  gtk_toggle_button_set_active (g_ptr_array_index (cards, 1), TRUE);
  g_assert_null (find_combo (dialog, "_Paper"));
  gtk_toggle_button_set_active (g_ptr_array_index (cards, 2), TRUE);
  g_assert_null (find_combo (dialog, "_Quarter"));
  gtk_window_close (dialog);

  dialog = present_incident_export (self, NULL);
  g_assert_null (find_combo (dialog, "_Incidents"));
  gtk_window_close (dialog);
}

static void
test_incident_file (KoyomiTestWindow *self,
                    gconstpointer     data)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *path = g_build_filename (folder, "Timeline-2026-011.csv", NULL);
  g_autofree char *text = NULL;
  GtkWindow *dialog = present_incident_export (self, "2026-011");
  g_autoptr(GPtrArray) cards = koyomi_test_dialog_list (gtk_widget_get_first_child (GTK_WIDGET (dialog)), GTK_TYPE_TOGGLE_BUTTON);

  gtk_toggle_button_set_active (g_ptr_array_index (cards, 2), TRUE);
  adw_combo_row_set_selected (find_combo (dialog, "_Language of the file"), KOYOMI_LANGUAGE_EN);
  g_signal_emit_by_name (gtk_window_get_default_widget (dialog), "clicked");
  answer_chooser (koyomi_test_dialog_wait (dialog), folder);
  while (koyomi_test_dialog_find (self->window) != NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Received; public access confirmed"));
}

static GtkWindow *
present_metric_export (KoyomiTestWindow *self)
{
  KoyomiSession *session = koyomi_window_get_session (self->window);
  g_autoptr(GPtrArray) metrics = koyomi_session_list (session, KOYOMI_TABLE_METRIC, 0, 0, KOYOMI_LANGUAGE_EN, NULL);
  KoyomiExportRequest request = { .report = KOYOMI_EXPORT_REPORT_METRICS, .day = koyomi_day_new (2026, 8, 10) };

  for (guint i = 0; i < metrics->len; i++)
    if (g_str_equal (koyomi_record_get_text (g_ptr_array_index (metrics, i), KOYOMI_METRIC_CODE), "KPI-14"))
      request.metric = koyomi_record_get_id (g_ptr_array_index (metrics, i));

  return present_export (self, &request);
}

/* The quarter that is shown is proposed, and for a picture the metric that is. */
static void
test_metric_export (KoyomiTestWindow *self,
                    gconstpointer     data)
{
  GtkWindow *dialog = present_metric_export (self);
  g_autoptr(GPtrArray) cards = koyomi_test_dialog_list (gtk_widget_get_first_child (GTK_WIDGET (dialog)), GTK_TYPE_TOGGLE_BUTTON);

  g_assert_cmpuint (cards->len, ==, 5);
  for (guint i = 0; i < cards->len; i++)
    {
      gtk_toggle_button_set_active (g_ptr_array_index (cards, i), TRUE);
      g_assert_cmpstr (gtk_string_object_get_string (adw_combo_row_get_selected_item (find_combo (dialog, "_Quarter"))), ==, "FY2026 Q2");
      g_assert_true ((find_combo (dialog, "_Picture") != NULL) == (i == 2 || i == 4));
      g_assert_null (find_combo (dialog, "_Paper"));
    }
  g_assert_true (g_str_has_prefix (gtk_string_object_get_string (adw_combo_row_get_selected_item (find_combo (dialog, "_Picture"))), "Only KPI-14"));
  gtk_window_close (dialog);
}

static void
test_metric_file (KoyomiTestWindow *self,
                  gconstpointer     data)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *path = g_build_filename (folder, "Metrics-FY2026-Q2.csv", NULL);
  g_autofree char *text = NULL;
  GtkWindow *dialog = present_metric_export (self);
  g_autoptr(GPtrArray) cards = koyomi_test_dialog_list (gtk_widget_get_first_child (GTK_WIDGET (dialog)), GTK_TYPE_TOGGLE_BUTTON);

  gtk_toggle_button_set_active (g_ptr_array_index (cards, 3), TRUE);
  adw_combo_row_set_selected (find_combo (dialog, "_Language of the file"), KOYOMI_LANGUAGE_EN);
  g_signal_emit_by_name (gtk_window_get_default_widget (dialog), "clicked");
  answer_chooser (koyomi_test_dialog_wait (dialog), folder);
  while (koyomi_test_dialog_find (self->window) != NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "KPI-14,Activity completion rate"));
}

static void
test_enter_creates (KoyomiTestWindow *self,
                    gconstpointer     data)
{
  koyomi_new_plan_dialog_present (GTK_WINDOW (self->window), koyomi_application_get_settings (application), KOYOMI_LANGUAGE_EN);
  assert_enter_accepts (koyomi_test_dialog_wait (self->window), 1);
}

static void
assert_subtitles (GtkWindow  *dialog,
                  const char *whole,
                  const char *part)
{
  g_autoptr(GPtrArray) rows = koyomi_test_dialog_list (dialog, ADW_TYPE_ACTION_ROW);
  g_autoptr(GPtrArray) checks = koyomi_test_dialog_list (dialog, GTK_TYPE_CHECK_BUTTON);

  g_assert_cmpstr (adw_action_row_get_subtitle (g_ptr_array_index (rows, 0)), ==, whole);
  g_assert_cmpuint (checks->len, ==, part != NULL ? 2 : 0);
  if (part != NULL)
    g_assert_cmpstr (adw_action_row_get_subtitle (g_ptr_array_index (rows, 1)), ==, part);

  gtk_window_close (dialog);
}

/* It is told which year is exported, and for a part which days and what else it is limited to. */
static void
test_export_scope (KoyomiTestWindow *self,
                   gconstpointer     data)
{
  static const char whole[] = "FY2026 (2026-04-01 to 2027-03-31)";
  g_autoptr(KoyomiCalendarFilter) filter = koyomi_calendar_filter_new ();
  KoyomiExportRequest request = {
    .year = { 2026, 4 }, .first_day = koyomi_day_new (2026, 4, 1), .last_day = koyomi_day_new (2027, 3, 31)
  };

  assert_subtitles (present_export (self, &request), whole, NULL);

  filter->states = 1u << KOYOMI_STATE_LATE;
  request.filter = filter;
  assert_subtitles (present_export (self, &request), whole, "FY2026 (2026-04-01 to 2027-03-31)   Filter: Overdue");

  request.first_day = koyomi_day_new (2026, 5, 1);
  request.last_day = koyomi_day_new (2026, 5, 31);
  assert_subtitles (present_export (self, &request), whole, "FY2026   Only 2026-05-01 to 2026-05-31   Filter: Overdue");
}

/* The day of a backup is the title of its row, and the name of its button says it once. */
static void
test_backup_names (KoyomiTestWindow *self,
                   gconstpointer     data)
{
  gint64 run = koyomi_test_window_find_run (self);
  g_autoptr(GPtrArray) rows = NULL;
  g_autofree char *name = NULL;
  GtkWindow *dialog;
  GtkWidget *button;

  g_assert_true (koyomi_runs_move (koyomi_window_get_session (self->window), &run, 1, 1, KOYOMI_LANGUAGE_EN, NULL));
  koyomi_backups_dialog_present (GTK_WINDOW (self->window), koyomi_window_get_workspace (self->window));
  dialog = koyomi_test_dialog_wait (self->window);
  rows = koyomi_test_dialog_list (dialog, ADW_TYPE_ACTION_ROW);
  g_assert_cmpuint (rows->len, ==, 1);

  button = adw_action_row_get_activatable_widget (g_ptr_array_index (rows, 0));
  name = g_strdup_printf ("Restore as a Copy, %s", adw_preferences_row_get_title (g_ptr_array_index (rows, 0)));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
}

/* Returns: (transfer none): the length in days, as it can be changed; NULL when it cannot */
static GtkWidget *
find_length (GtkWindow *dialog)
{
  g_autoptr(GPtrArray) spins = koyomi_test_dialog_list (koyomi_test_widget_find (GTK_WIDGET (dialog), KOYOMI_TYPE_SPAN_FIELD), GTK_TYPE_SPIN_BUTTON);

  return spins->len > 0 ? g_ptr_array_index (spins, 0) : NULL;
}

/* A run of a whole month is as long as its month; by itself it is as long as one wants. */
static void
test_whole_month (KoyomiTestWindow *self,
                  gconstpointer     data)
{
  gint64 run = koyomi_test_window_find_run (self);
  g_autoptr(GPtrArray) scopes = NULL;
  GtkWindow *dialog;
  GtkWidget *editor;

  koyomi_rule_dialog_present (GTK_WINDOW (self->window), koyomi_window_get_workspace (self->window), run);
  dialog = koyomi_test_dialog_wait (self->window);
  editor = koyomi_test_widget_find (GTK_WIDGET (dialog), KOYOMI_TYPE_RULE_EDITOR);
  g_assert_nonnull (find_length (dialog));

  koyomi_rule_editor_set_rule (KOYOMI_RULE_EDITOR (editor), "every=month span=month");
  g_signal_emit_by_name (editor, "changed");
  koyomi_test_widget_settle (GTK_WIDGET (dialog));
  g_assert_null (find_length (dialog));
  g_assert_true (koyomi_test_dialog_has_line (koyomi_test_widget_find (GTK_WIDGET (dialog), KOYOMI_TYPE_SPAN_FIELD), "The whole month"));

  scopes = koyomi_test_dialog_list (dialog, GTK_TYPE_CHECK_BUTTON);
  gtk_widget_activate (g_ptr_array_index (scopes, 0));
  koyomi_test_widget_settle (GTK_WIDGET (dialog));
  g_assert_nonnull (find_length (dialog));
}

/* A year that is closed leads to its opening, since there is nothing else to do. */
static void
test_closed_year (KoyomiTestWindow *self,
                  gconstpointer     data)
{
  const KoyomiFiscalYear year = { 2026, 4 };
  GtkWindow *dialog;

  g_assert_true (koyomi_session_close_year (koyomi_window_get_session (self->window), year, KOYOMI_LANGUAGE_EN, NULL));
  koyomi_roll_over_assistant_present (GTK_WINDOW (self->window), koyomi_window_get_workspace (self->window), NULL);
  dialog = koyomi_test_dialog_wait (self->window);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (gtk_window_get_focus (dialog))), ==, "_Open Again");
}

/* One that was opened again can be closed without being rolled over once more. */
static void
test_close_year (KoyomiTestWindow *self,
                 gconstpointer     data)
{
  const KoyomiFiscalYear year = { 2026, 4 };
  KoyomiSession *session = koyomi_window_get_session (self->window);
  guint32 today = koyomi_day_today ();
  GtkWindow *dialog;

  koyomi_day_set_today (koyomi_fiscal_year_get_last_day (year) + 1);
  koyomi_roll_over_assistant_present (GTK_WINDOW (self->window), koyomi_window_get_workspace (self->window), NULL);
  dialog = koyomi_test_dialog_wait (self->window);
  koyomi_test_dialog_press (dialog, "C_lose Year");
  g_assert_true (koyomi_session_is_year_closed (session, year));
  while (!koyomi_test_dialog_has_line (dialog, "This year is closed"))
    g_main_context_iteration (NULL, TRUE);
  koyomi_test_widget_settle (GTK_WIDGET (dialog));
  koyomi_test_dialog_press (dialog, "_Open Again");
  g_assert_false (koyomi_session_is_year_closed (session, year));
  koyomi_day_set_today (today);
}

/* A meeting is held, not completed. */
static void
test_meeting_rule (KoyomiTestWindow *self,
                   gconstpointer     data)
{
  g_autoptr(GPtrArray) committees = koyomi_session_list (koyomi_window_get_session (self->window), KOYOMI_TABLE_COMMITTEE, 0, 0,
                                                         KOYOMI_LANGUAGE_EN, NULL);
  GtkWindow *dialog;

  koyomi_meeting_rule_present (GTK_WINDOW (self->window), koyomi_window_get_workspace (self->window),
                               koyomi_record_get_id (g_ptr_array_index (committees, 0)));
  dialog = koyomi_test_dialog_wait (self->window);
  g_assert_true (koyomi_test_dialog_has_line (dialog, "On a day off"));
  g_assert_false (koyomi_test_dialog_has_line (dialog, "Reckon from completion"));
}

/* Returns: (transfer full): the calendar of the plan as a table */
static GFile *
export_runs (KoyomiTestWindow *self)
{
  const KoyomiExportOptions options = { .year = { 2026, 4 }, .language = KOYOMI_LANGUAGE_EN };
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *path = g_build_filename (folder, "runs.csv", NULL);
  g_autoptr(GError) error = NULL;

  koyomi_annual_calendar_export (koyomi_window_get_session (self->window), &options, KOYOMI_EXPORT_FORMAT_CSV, path, NULL, NULL, NULL,
                                 &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

/* Waits until the table has been read. Returns: the dialog */
static GtkWindow *
wait_for_rows (KoyomiTestWindow *self)
{
  GtkWindow *dialog;

  while ((dialog = koyomi_test_dialog_find (self->window)) == NULL || koyomi_test_widget_find (GTK_WIDGET (dialog), GTK_TYPE_COLUMN_VIEW) == NULL)
    g_main_context_iteration (NULL, TRUE);
  koyomi_test_widget_settle (GTK_WIDGET (dialog));

  return dialog;
}

/* Nothing has changed: the list of changes says that it is empty, and that of all rows has them. */
static void
test_import_of_the_same (KoyomiTestWindow *self,
                         gconstpointer     data)
{
  g_autoptr(GFile) file = export_runs (self);
  g_autoptr(GPtrArray) drops = NULL;
  GtkWindow *dialog;

  koyomi_import_dialog_present (GTK_WINDOW (self->window), koyomi_window_get_workspace (self->window), file);
  dialog = wait_for_rows (self);
  g_assert_true (koyomi_test_dialog_has_line (dialog, "There are no such rows"));

  drops = koyomi_test_dialog_list (dialog, GTK_TYPE_DROP_DOWN);
  gtk_drop_down_set_selected (g_ptr_array_index (drops, drops->len - 1), 1);
  koyomi_test_widget_settle (GTK_WIDGET (dialog));
  g_assert_false (koyomi_test_dialog_has_line (dialog, "There are no such rows"));
}

/* Reading goes on over the dialog, which takes no input meanwhile. */
static void
wait_for_reading (GtkWindow *dialog)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  while (!gtk_widget_get_sensitive (GTK_WIDGET (dialog)))
    g_main_context_iteration (NULL, TRUE);
  koyomi_test_widget_settle (GTK_WIDGET (dialog));
}

static GtkWindow *
import_text (KoyomiTestWindow *self,
             const char       *text)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *path = g_build_filename (folder, "hand.csv", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  koyomi_import_dialog_present (GTK_WINDOW (self->window), koyomi_window_get_workspace (self->window), file);

  return wait_for_rows (self);
}

static guint
count_assignments (KoyomiTestWindow *self)
{
  g_autoptr(GPtrArray) all = koyomi_session_list (koyomi_window_get_session (self->window), KOYOMI_TABLE_ASSIGNMENT, 0, 0,
                                                  KOYOMI_LANGUAGE_EN, NULL);

  return all->len;
}

/* A matrix made by hand is known by its headings; what it changes is told, and begins on a day if that is asked for. */
static void
test_import_matrix (KoyomiTestWindow *self,
                    gconstpointer     data)
{
  GtkWindow *dialog = import_text (self, "Function,CISO,CSIRT\nOverall policy management,,\"R,C\"\n");
  GtkWidget *day = koyomi_test_widget_find (GTK_WIDGET (dialog), KOYOMI_TYPE_DAY_ENTRY);
  g_autoptr(GPtrArray) checks = koyomi_test_dialog_list (gtk_widget_get_parent (day), GTK_TYPE_CHECK_BUTTON);
  g_autoptr(KoyomiEntry) entry = NULL;
  guint n_before = count_assignments (self);

  g_assert_true (koyomi_test_dialog_has_line (dialog, "Assignment: 0 to add, 1 to change, 1 to remove, 0 the same, 0 left out   Doubts: 0, errors: 0"));
  g_assert_cmpuint (koyomi_day_entry_get_day (KOYOMI_DAY_ENTRY (day)), ==, koyomi_day_new (2026, 11, 22));

  gtk_editable_set_text (GTK_EDITABLE (koyomi_day_entry_get_input (KOYOMI_DAY_ENTRY (day))), "2027-04-01");
  g_assert_true (koyomi_day_entry_commit (KOYOMI_DAY_ENTRY (day)));
  wait_for_reading (dialog);
  gtk_check_button_set_active (g_ptr_array_index (checks, 0), TRUE);
  wait_for_reading (dialog);
  koyomi_test_dialog_press (dialog, "_Import 2 Changes");

  /* One ends, one ends and has another one follow. */
  g_assert_cmpuint (count_assignments (self), ==, n_before + 1);
  entry = koyomi_session_get_head (koyomi_window_get_session (self->window), NULL);
  g_assert_cmpstr (entry->label, ==, "Import of hand.csv from 2027-04-01");
  koyomi_session_undo (koyomi_window_get_session (self->window), NULL);
  g_assert_cmpuint (count_assignments (self), ==, n_before);
}

/* Returns: of which catalogue the function is to which the newest assignment belongs */
static char *
find_newest_catalogue (KoyomiTestWindow *self)
{
  KoyomiSession *session = koyomi_window_get_session (self->window);
  g_autoptr(GPtrArray) all = koyomi_session_list (session, KOYOMI_TABLE_ASSIGNMENT, 0, 0, KOYOMI_LANGUAGE_EN, NULL);
  KoyomiRecord *newest = g_ptr_array_index (all, 0);
  g_autoptr(KoyomiRecord) function = NULL;
  g_autoptr(KoyomiRecord) group = NULL;
  g_autoptr(KoyomiRecord) catalogue = NULL;

  for (guint i = 0; i < all->len; i++)
    if (koyomi_record_get_id (g_ptr_array_index (all, i)) > koyomi_record_get_id (newest))
      newest = g_ptr_array_index (all, i);

  function = koyomi_session_get (session, KOYOMI_TABLE_FUNCTION, koyomi_record_get_int (newest, KOYOMI_ASSIGNMENT_FUNCTION),
                                 KOYOMI_LANGUAGE_EN, NULL);
  group = koyomi_session_get (session, KOYOMI_TABLE_GROUP, koyomi_record_get_int (function, KOYOMI_FUNCTION_GROUP), KOYOMI_LANGUAGE_EN, NULL);
  catalogue = koyomi_session_get (session, KOYOMI_TABLE_CATALOGUE, koyomi_record_get_int (group, KOYOMI_GROUP_CATALOGUE),
                                  KOYOMI_LANGUAGE_EN, NULL);

  return g_strdup (koyomi_record_get_text (catalogue, KOYOMI_CATALOGUE_CODE));
}

/* What two catalogues have under one name is taken for the first one's until another is chosen; that stays so when the day is changed. */
static void
test_import_catalogue (KoyomiTestWindow *self,
                       gconstpointer     data)
{
  GtkWindow *dialog = import_text (self, "Function,CIO\nTriage criteria management,S\n");
  GtkWidget *day = koyomi_test_widget_find (GTK_WIDGET (dialog), KOYOMI_TYPE_DAY_ENTRY);
  g_autoptr(GPtrArray) drops = koyomi_test_dialog_list (dialog, GTK_TYPE_DROP_DOWN);
  g_autofree char *catalogue = NULL;
  guint guessed = gtk_drop_down_get_selected (g_ptr_array_index (drops, 1));

  gtk_drop_down_set_selected (g_ptr_array_index (drops, 1), guessed + 1);
  wait_for_reading (dialog);
  gtk_editable_set_text (GTK_EDITABLE (koyomi_day_entry_get_input (KOYOMI_DAY_ENTRY (day))), "2027-04-01");
  g_assert_true (koyomi_day_entry_commit (KOYOMI_DAY_ENTRY (day)));
  wait_for_reading (dialog);
  g_assert_cmpuint (gtk_drop_down_get_selected (g_ptr_array_index (drops, 1)), ==, guessed + 1);
  koyomi_test_dialog_press (dialog, "_Import 1 Change");

  catalogue = find_newest_catalogue (self);
  g_assert_cmpstr (catalogue, ==, "x1060");
}

/* Whoever has typed a day and leaves does not mean it. */
static void
test_import_left (KoyomiTestWindow *self,
                  gconstpointer     data)
{
  GtkWindow *dialog = import_text (self, "Function,CISO,CSIRT\nOverall policy management,,\"R,C\"\n");
  GtkWidget *day = koyomi_test_widget_find (GTK_WIDGET (dialog), KOYOMI_TYPE_DAY_ENTRY);

  gtk_widget_grab_focus (day);
  koyomi_test_widget_settle (GTK_WIDGET (dialog));
  gtk_editable_set_text (GTK_EDITABLE (koyomi_day_entry_get_input (KOYOMI_DAY_ENTRY (day))), "2027-04-01");
  gtk_window_close (dialog);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (koyomi_test_dialog_find (self->window));
}

/* What the table is said to hold and does not have leaves the dialog as it was. */
static void
test_import_as_other (KoyomiTestWindow *self,
                      gconstpointer     data)
{
  GtkWindow *dialog = import_text (self, "Function,Owner,CISO\nOverall policy management,Example Taro,R\n");
  g_autoptr(GPtrArray) drops = koyomi_test_dialog_list (dialog, GTK_TYPE_DROP_DOWN);
  GtkWidget *day = koyomi_test_widget_find (GTK_WIDGET (dialog), KOYOMI_TYPE_DAY_ENTRY);

  g_assert_cmpuint (gtk_drop_down_get_selected (g_ptr_array_index (drops, 0)), ==, 2);
  gtk_drop_down_set_selected (g_ptr_array_index (drops, 0), 1);
  wait_for_reading (dialog);
  g_assert_nonnull (koyomi_test_dialog_find (dialog));
  gtk_window_close (koyomi_test_dialog_find (dialog));
  g_assert_cmpuint (gtk_drop_down_get_selected (g_ptr_array_index (drops, 0)), ==, 2);

  /* As a table of functions it can be read as well. */
  gtk_drop_down_set_selected (g_ptr_array_index (drops, 0), 0);
  wait_for_reading (dialog);
  g_assert_cmpuint (gtk_drop_down_get_selected (g_ptr_array_index (drops, 0)), ==, 0);
  g_assert_false (gtk_widget_get_mapped (day));
}

/* What is late would have to be explained first. */
static void
finish_late (KoyomiTestWindow *self)
{
  KoyomiSession *session = koyomi_window_get_session (self->window);
  g_autoptr(GPtrArray) runs = koyomi_session_list (session, KOYOMI_TABLE_OCCURRENCE, 0, 0, KOYOMI_LANGUAGE_EN, NULL);
  g_autoptr(GArray) late = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < runs->len; i++)
    if (koyomi_occurrence_get_state (g_ptr_array_index (runs, i), koyomi_day_today ()) == KOYOMI_STATE_LATE)
      {
        gint64 id = koyomi_record_get_id (g_ptr_array_index (runs, i));

        g_array_append_val (late, id);
      }

  g_assert_true (koyomi_runs_set_status (session, (gint64 *) late->data, late->len, KOYOMI_STATUS_DONE, koyomi_day_today (), NULL,
                                         KOYOMI_LANGUAGE_EN, NULL));
}

/* The assistant tells of the meetings and leads into the year that it has planned; undone is all of it. */
static void
test_roll_over (KoyomiTestWindow *self,
                gconstpointer     data)
{
  KoyomiCalendarSheet *sheet = koyomi_calendar_rows_get_sheet (koyomi_test_window_get_rows (self));
  GtkWindow *dialog;

  finish_late (self);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (koyomi_test_window_get_rows (self)), "plan.roll-over", NULL));
  dialog = koyomi_test_dialog_wait (self->window);
  for (guint i = 0; i < 3; i++)
    {
      koyomi_test_dialog_press (dialog, "_Next");
      koyomi_test_widget_settle (GTK_WIDGET (dialog));
    }
  g_assert_true (koyomi_test_dialog_has_line (dialog, "Meetings of FY2027: 41, of which 41 are made now"));

  koyomi_test_dialog_press (dialog, "_Apply");
  koyomi_test_widget_settle (GTK_WIDGET (dialog));
  g_assert_cmpint (koyomi_calendar_sheet_get_year (sheet).year, ==, 2026);
  koyomi_test_dialog_press (dialog, "_Show FY2027");
  g_assert_null (koyomi_test_dialog_find (self->window));
  g_assert_cmpint (koyomi_calendar_sheet_get_year (sheet).year, ==, 2027);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (koyomi_test_window_get_rows (self)), "plan.undo", NULL));
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
}

#define ADD(path, func) g_test_add ("/views/dialogs/" path, KoyomiTestWindow, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();
  if (!koyomi_test_widget_init ())
    return koyomi_test_folder_finish (0);

  application = koyomi_test_window_start ();
  if (KOYOMI_TEST_CHOOSES_FILES)
    {
      ADD ("enter-exports", test_enter_exports);
      ADD ("matrix-export-writes-what-was-asked-for", test_matrix_file);
      ADD ("incident-export-writes-what-was-asked-for", test_incident_file);
      ADD ("metric-export-writes-what-was-asked-for", test_metric_file);
      ADD ("enter-creates-a-plan", test_enter_creates);
    }
  ADD ("export-tells-its-scope", test_export_scope);
  ADD ("matrix-export-asks-what-its-form-has", test_matrix_export);
  ADD ("incident-export-asks-what-its-form-has", test_incident_export);
  ADD ("metric-export-asks-what-its-form-has", test_metric_export);
  ADD ("whole-month-has-no-other-length", test_whole_month);
  ADD ("meetings-are-not-completed", test_meeting_rule);
  ADD ("closed-year-leads-to-its-opening", test_closed_year);
  ADD ("closed-without-being-rolled-over", test_close_year);
  ADD ("import-of-the-same-has-no-changes", test_import_of_the_same);
  ADD ("import-of-a-matrix-begins-on-the-day", test_import_matrix);
  ADD ("import-of-a-matrix-goes-by-the-catalogue", test_import_catalogue);
  ADD ("import-is-left-with-a-day-typed", test_import_left);
  ADD ("import-as-what-it-is-not-changes-nothing", test_import_as_other);
  ADD ("roll-over-leads-into-the-new-year", test_roll_over);
  ADD ("backup-has-one-day-in-its-name", test_backup_names);

  status = g_test_run ();
  koyomi_test_window_stop ();

  return koyomi_test_folder_finish (status);
}
