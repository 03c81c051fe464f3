#include "koyomi-calendar-cell.h"
#include "koyomi-clock-row.h"
#include "koyomi-day.h"
#include "koyomi-head-view.h"
#include "koyomi-history.h"
#include "koyomi-incident-clocks-view.h"
#include "koyomi-incident-view.h"
#include "koyomi-test-dialog.h"
#include "koyomi-test-folder.h"
#include "koyomi-test-widget.h"
#include "koyomi-test-window.h"
#include "koyomi-text-field.h"

#include <adwaita.h>

#include <string.h>

/* The clocks of an incident of the sample company, in the panel. */
typedef struct
{
  KoyomiTestWindow  test;
  KoyomiSession    *session;
  GtkWindow        *window;
  GtkWidget        *view;
  GtkWidget        *clocks;
} Fixture;

static void
settle (Fixture *self)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
}

static KoyomiLanguage
get_language (Fixture *self)
{
  return koyomi_workspace_get_language (koyomi_window_get_workspace (self->test.window));
}

static gint64
find_incident (Fixture    *self,
               const char *number)
{
  g_autoptr(GPtrArray) incidents = koyomi_session_list (self->session, KOYOMI_TABLE_INCIDENT, 0, 0, get_language (self), NULL);

  for (guint i = 0; i < incidents->len; i++)
    if (g_str_equal (koyomi_record_get_text (g_ptr_array_index (incidents, i), KOYOMI_INCIDENT_NUMBER), number))
      return koyomi_record_get_id (g_ptr_array_index (incidents, i));

  g_assert_not_reached ();
}

static void
show (Fixture    *self,
      const char *number)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->view), "plan.show-incident", "x", find_incident (self, number)));
  settle (self);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  GtkWidget *views;

  koyomi_test_window_open (&self->test);
  self->window = GTK_WINDOW (self->test.window);
  self->session = koyomi_window_get_session (self->test.window);
  views = koyomi_test_widget_find (GTK_WIDGET (self->window), GTK_TYPE_LIST_BOX);
  gtk_list_box_select_row (GTK_LIST_BOX (views), gtk_list_box_get_row_at_index (GTK_LIST_BOX (views), 2));
  self->view = koyomi_test_widget_find (GTK_WIDGET (self->window), KOYOMI_TYPE_INCIDENT_VIEW);
  gtk_widget_activate_action (self->view, "incident.open", NULL);
  settle (self);
  self->clocks = koyomi_test_widget_find (self->view, KOYOMI_TYPE_INCIDENT_CLOCKS_VIEW);
  show (self, "2026-011");
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  koyomi_test_window_close (&self->test);
}

static KoyomiRecord *
find_report (Fixture    *self,
             const char *number,
             const char *code)
{
  g_autoptr(GPtrArray) reports = koyomi_session_list (self->session, KOYOMI_TABLE_INCIDENT_REPORT, KOYOMI_INCIDENT_REPORT_INCIDENT,
                                                      find_incident (self, number), get_language (self), NULL);

  for (guint i = 0; i < reports->len; i++)
    {
      KoyomiRecord *report = g_ptr_array_index (reports, i);
      g_autoptr(KoyomiRecord) clock = koyomi_session_get (self->session, KOYOMI_TABLE_CLOCK,
                                                          koyomi_record_get_int (report, KOYOMI_INCIDENT_REPORT_CLOCK),
                                                          get_language (self), NULL);

      if (g_str_equal (koyomi_record_get_text (clock, KOYOMI_CLOCK_CODE), code))
        return g_object_ref (report);
    }

  return NULL;
}

static KoyomiReportState
get_state (Fixture    *self,
           const char *number,
           const char *code)
{
  g_autoptr(KoyomiRecord) report = find_report (self, number, code);

  return report != NULL ? koyomi_record_get_int (report, KOYOMI_INCIDENT_REPORT_STATE) : KOYOMI_REPORT_STATE_NOT_JUDGED;
}

static gint64
find_clock (Fixture    *self,
            const char *code)
{
  g_autoptr(GPtrArray) clocks = koyomi_session_list (self->session, KOYOMI_TABLE_CLOCK, 0, 0, get_language (self), NULL);

  for (guint i = 0; i < clocks->len; i++)
    if (g_str_equal (koyomi_record_get_text (g_ptr_array_index (clocks, i), KOYOMI_CLOCK_CODE), code))
      return koyomi_record_get_id (g_ptr_array_index (clocks, i));

  g_assert_not_reached ();
}

static GtkWindow *
open_dialog (Fixture    *self,
             const char *action,
             gint64      clock)
{
  g_assert_true (gtk_widget_activate_action (self->clocks, action, "x", clock));

  return koyomi_test_dialog_wait (self->window);
}

/* Of the field with that place in the dialog. */
static void
type (GtkWindow  *dialog,
      guint       place,
      const char *text)
{
  g_autoptr(GPtrArray) entries = koyomi_test_dialog_list (dialog, GTK_TYPE_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (g_ptr_array_index (entries, place)), text);
}

static gboolean
accept (Fixture   *self,
        GtkWindow *dialog)
{
  gboolean is_done;

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.accept", NULL);
  settle (self);
  is_done = dialog == NULL;
  if (!is_done)
    g_object_remove_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);

  return is_done;
}

static guint
count_rows (Fixture *self)
{
  g_autoptr(GPtrArray) rows = koyomi_test_dialog_list (self->clocks, KOYOMI_TYPE_CLOCK_ROW);

  return rows->len;
}

/* Two reports are due and four were sent. */
static void
test_rows (Fixture       *self,
           gconstpointer  data)
{
  g_assert_cmpuint (count_rows (self), ==, 6);
  show (self, "2026-012");
  g_assert_cmpuint (count_rows (self), ==, 0);
}

static void
test_file (Fixture       *self,
           gconstpointer  data)
{
  GtkWindow *dialog = open_dialog (self, "clock.file", find_clock (self, "jp_appi_final"));
  g_autoptr(KoyomiRecord) report = NULL;

  type (dialog, 0, "2026-11-21");
  type (dialog, 1, "0905");
  type (dialog, 2, "PPC-2026-77");
  g_assert_true (accept (self, dialog));

  report = find_report (self, "2026-011", "jp_appi_final");
  g_assert_cmpint (koyomi_record_get_int (report, KOYOMI_INCIDENT_REPORT_STATE), ==, KOYOMI_REPORT_STATE_FILED);
  g_assert_cmpint (koyomi_record_get_int (report, KOYOMI_INCIDENT_REPORT_FILED_AT), ==,
                   koyomi_day_get_start (koyomi_day_new (2026, 11, 21)) + (9 * 60 + 5) * 60000);
  g_assert_cmpstr (koyomi_record_get_text (report, KOYOMI_INCIDENT_REPORT_RECEIPT), ==, "PPC-2026-77");
  g_assert_true (koyomi_session_undo (self->session, NULL));
  g_assert_cmpint (get_state (self, "2026-011", "jp_appi_final"), ==, KOYOMI_REPORT_STATE_DUE);
}

static void
test_future (Fixture       *self,
             gconstpointer  data)
{
  GtkWindow *dialog = open_dialog (self, "clock.file", find_clock (self, "jp_appi_final"));

  type (dialog, 0, "2026-11-25");
  g_assert_false (accept (self, dialog));
  g_assert_cmpint (get_state (self, "2026-011", "jp_appi_final"), ==, KOYOMI_REPORT_STATE_DUE);
  gtk_window_destroy (dialog);
}

/* Sent before; now it turns out that it was later than the limit. */
static void
test_late (Fixture       *self,
           gconstpointer  data)
{
  GtkWindow *dialog = open_dialog (self, "clock.file", find_clock (self, "jp_appi_prelim"));
  g_autoptr(KoyomiRecord) report = NULL;

  type (dialog, 0, "2026-11-20");
  type (dialog, 2, "");
  g_assert_false (accept (self, dialog));
  type (dialog, 2, "The number of people was not known");
  g_assert_true (accept (self, dialog));

  report = find_report (self, "2026-011", "jp_appi_prelim");
  g_assert_cmpstr (koyomi_record_get_text (report, KOYOMI_INCIDENT_REPORT_LATE_REASON), ==, "The number of people was not known");
}

/* The second choice of the first question: no personal data. */
static void
test_decide (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) choices = NULL;
  g_autoptr(KoyomiRecord) report = NULL;
  GtkWindow *dialog;

  show (self, "2026-012");
  dialog = open_dialog (self, "clock.decide", find_clock (self, "jp_appi_prelim"));
  choices = koyomi_test_dialog_list (dialog, GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (g_ptr_array_index (choices, 1)), TRUE);
  g_assert_true (accept (self, dialog));

  report = find_report (self, "2026-012", "jp_appi_prelim");
  g_assert_cmpint (koyomi_record_get_int (report, KOYOMI_INCIDENT_REPORT_STATE), ==, KOYOMI_REPORT_STATE_NOT_APPLICABLE);
  g_assert_cmpstr (koyomi_record_get_text (report, KOYOMI_INCIDENT_REPORT_DECIDED_BY), ==, g_get_real_name ());
  g_assert_cmpstr (koyomi_record_get_text (report, KOYOMI_INCIDENT_REPORT_REASON), !=, "");
  g_assert_nonnull (strstr (koyomi_record_get_text (report, KOYOMI_INCIDENT_REPORT_ANSWERS), "data=no"));
  g_assert_cmpint (get_state (self, "2026-012", "jp_appi_final"), ==, KOYOMI_REPORT_STATE_NOT_APPLICABLE);
}

/* A person decides, whatever the answers come to. */
static void
test_override (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(GPtrArray) choices = NULL;
  g_autoptr(GPtrArray) verdicts = NULL;
  GtkWindow *dialog;

  show (self, "2026-012");
  dialog = open_dialog (self, "clock.decide", find_clock (self, "jp_appi_prelim"));
  verdicts = koyomi_test_dialog_list (dialog, GTK_TYPE_DROP_DOWN);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (g_ptr_array_index (verdicts, 1)), 0);
  choices = koyomi_test_dialog_list (dialog, GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (g_ptr_array_index (choices, 1)), TRUE);
  g_assert_true (accept (self, dialog));

  g_assert_cmpint (get_state (self, "2026-012", "jp_appi_prelim"), ==, KOYOMI_REPORT_STATE_DUE);
  g_assert_cmpint (get_state (self, "2026-012", "jp_appi_final"), ==, KOYOMI_REPORT_STATE_NOT_APPLICABLE);
}

/* The one report with a limit has its mark. */
static void
test_mark (Fixture       *self,
           gconstpointer  data)
{
  gint64 incident = find_incident (self, "2026-011");
  g_autoptr(GPtrArray) cells = NULL;
  guint n = 0;

  gtk_widget_activate_action (self->view, "plan.show-view", "i", 0);
  settle (self);
  cells = koyomi_test_dialog_list (koyomi_test_widget_find (GTK_WIDGET (self->window), KOYOMI_TYPE_HEAD_VIEW), KOYOMI_TYPE_CALENDAR_CELL);
  for (guint i = 0; i < cells->len; i++)
    if (koyomi_calendar_cell_get_id (g_ptr_array_index (cells, i)) == incident)
      {
        n++;
        g_signal_emit_by_name (g_ptr_array_index (cells, i), "activated", "open");
      }
  settle (self);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (gtk_widget_get_mapped (self->view));
}

#define ADD(path, func) g_test_add ("/views/reporting-clocks/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();
  if (!koyomi_test_widget_init ())
    return koyomi_test_folder_finish (0);

  koyomi_test_window_start ();
  ADD ("what-was-decided-is-listed", test_rows);
  ADD ("a-report-is-recorded-and-taken-back", test_file);
  ADD ("no-report-was-sent-in-the-future", test_future);
  ADD ("a-late-report-needs-the-reason", test_late);
  ADD ("a-decision-is-kept-when-it-is-no", test_decide);
  ADD ("a-person-decides-against-the-answers", test_override);
  ADD ("the-calendar-marks-what-is-due", test_mark);

  status = g_test_run ();
  koyomi_test_window_stop ();

  return koyomi_test_folder_finish (status);
}
