#include "koyomi-calendar-cell.h"
#include "koyomi-calendar-legend.h"
#include "koyomi-clock-row.h"
#include "koyomi-day.h"
#include "koyomi-head-view.h"
#include "koyomi-history.h"
#include "koyomi-incident-clocks-view.h"
#include "koyomi-incident-view.h"
#include "koyomi-report-edit.h"
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
  koyomi_test_window_settle (&self->test);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  koyomi_test_window_open (&self->test);
  self->window = GTK_WINDOW (self->test.window);
  self->session = koyomi_window_get_session (self->test.window);
  self->view = koyomi_test_window_show_view (&self->test, 3, KOYOMI_TYPE_INCIDENT_VIEW);
  gtk_widget_activate_action (self->view, "incident.open", NULL);
  koyomi_test_window_settle (&self->test);
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
  koyomi_test_window_settle (&self->test);
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

static GtkWidget *
show_calendar (Fixture *self)
{
  gtk_widget_activate_action (self->view, "plan.show-page", "s", "calendar");
  koyomi_test_window_settle (&self->test);

  return koyomi_test_widget_find (GTK_WIDGET (self->window), KOYOMI_TYPE_HEAD_VIEW);
}

/* The one report with a limit has its mark. */
static void
test_mark (Fixture       *self,
           gconstpointer  data)
{
  gint64 incident = find_incident (self, "2026-011");
  g_autoptr(GPtrArray) cells = NULL;
  guint n = 0;

  cells = koyomi_test_dialog_list (show_calendar (self), KOYOMI_TYPE_CALENDAR_CELL);
  for (guint i = 0; i < cells->len; i++)
    if (koyomi_calendar_cell_get_id (g_ptr_array_index (cells, i)) == incident)
      {
        n++;
        g_signal_emit_by_name (g_ptr_array_index (cells, i), "activated", "open");
      }
  koyomi_test_window_settle (&self->test);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (gtk_widget_get_mapped (self->view));
}

/* Reports and drills have a line of their own in the head, and the arrows lead through meetings, reports and drills alike. */
static void
test_walk_marks (Fixture       *self,
                 gconstpointer  data)
{
  GtkWidget *head, *before = NULL;
  gboolean met_drill = FALSE, met_report = FALSE;
  gint64 incident = find_incident (self, "2026-011");

  head = show_calendar (self);
  g_assert_true (gtk_widget_child_focus (head, GTK_DIR_TAB_FORWARD));
  for (GtkWidget *focus = gtk_widget_get_focus_child (head); focus != before; focus = gtk_widget_get_focus_child (head))
    {
      met_report = met_report || (KOYOMI_IS_CALENDAR_CELL (focus) && koyomi_calendar_cell_get_id (KOYOMI_CALENDAR_CELL (focus)) == incident);
      met_drill = met_drill || GTK_IS_BUTTON (focus);
      before = focus;
      gtk_widget_child_focus (head, GTK_DIR_RIGHT);
    }

  g_assert_true (met_report);
  g_assert_true (met_drill);
}

/* Returns: whether the mark of a report that is due today says that */
static gboolean
mark_says (GtkWidget  *head,
           const char *text)
{
  g_autofree char *today = koyomi_day_format (koyomi_day_today ());
  g_autoptr(GPtrArray) cells = koyomi_test_dialog_list (head, KOYOMI_TYPE_CALENDAR_CELL);

  for (guint i = 0; i < cells->len; i++)
    {
      const char *said = gtk_widget_get_tooltip_text (g_ptr_array_index (cells, i));

      if (said != NULL && strstr (said, "Until ") != NULL && strstr (said, today) != NULL && strstr (said, text) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* Nothing else happens at that moment. */
static void
test_turns_late (Fixture       *self,
                 gconstpointer  data)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr(GError) error = NULL;
  GtkWidget *head;

  koyomi_session_set_report_due (self->session, find_incident (self, "2026-011"), find_clock (self, "jp_appi_subject"),
                                 koyomi_time_now () + 2000, get_language (self), &error);
  g_assert_no_error (error);
  head = show_calendar (self);
  g_assert_true (mark_says (head, " left"));
  g_assert_false (mark_says (head, " late"));
  while (!mark_says (head, " late") && g_get_monotonic_time () - start < 60 * G_USEC_PER_SEC)
    koyomi_test_window_settle (&self->test);
  g_assert_true (mark_says (head, " late"));
  g_assert_false (mark_says (head, " left"));
}

/* Returns: (transfer container): the marks of the registers that can be seen */
static GPtrArray *
list_deadline_marks (GtkWidget *head)
{
  GPtrArray *marks = koyomi_test_dialog_list (head, GTK_TYPE_BUTTON);

  for (guint i = marks->len; i > 0; i--)
    if (!gtk_widget_has_css_class (g_ptr_array_index (marks, i - 1), "koyomi-deadline-mark"))
      g_ptr_array_remove_index (marks, i - 1);

  return marks;
}

/* Every day of the registers in sight has a mark, which neighbours may share, and which shows the rows. What has passed looks late. */
static void
test_deadlines (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(GPtrArray) marks = list_deadline_marks (show_calendar (self));
  GtkWidget *shared = NULL;
  gboolean names_action = FALSE, is_late = FALSE;

  g_assert_cmpuint (marks->len, >, 2);
  for (guint i = 0; i < marks->len; i++)
    {
      GtkWidget *mark = g_ptr_array_index (marks, i);
      const char *text = gtk_widget_get_tooltip_text (mark);

      names_action = names_action || strstr (text, "D-10 ") != NULL;
      is_late = is_late || gtk_widget_has_css_class (mark, "koyomi-late");
      if (strchr (text, '\n') != NULL)
        shared = mark;
    }
  g_assert_true (names_action);
  g_assert_true (is_late);
  g_assert_nonnull (shared);
  g_signal_emit_by_name (shared, "clicked");
  koyomi_test_window_settle (&self->test);
  g_assert_nonnull (koyomi_test_widget_find (shared, GTK_TYPE_POPOVER_MENU));
}

/* The shapes stand beside the states, or behind a button where there is no room. */
static void
test_legend (Fixture       *self,
             gconstpointer  data)
{
  GtkWidget *legend, *button;

  show_calendar (self);
  legend = koyomi_test_widget_find (GTK_WIDGET (self->window), KOYOMI_TYPE_CALENDAR_LEGEND);
  button = koyomi_test_widget_find (legend, GTK_TYPE_MENU_BUTTON);
  if (gtk_widget_get_child_visible (button))
    gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  koyomi_test_window_settle (&self->test);
  g_assert_true (koyomi_test_dialog_has_line (legend, "Report due"));
  g_assert_true (koyomi_test_dialog_has_line (legend, "Drill due"));
  g_assert_true (koyomi_test_dialog_has_line (legend, "Deadline"));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  koyomi_test_window_settle (&self->test);
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
  ADD ("arrows-lead-through-what-is-due", test_walk_marks);
  ADD ("a-mark-turns-late-at-its-moment", test_turns_late);
  ADD ("registers-have-their-marks", test_deadlines);
  ADD ("the-legend-has-reports-and-drills", test_legend);

  status = g_test_run ();
  koyomi_test_window_stop ();

  return koyomi_test_folder_finish (status);
}
