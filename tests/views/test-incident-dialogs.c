#include "koyomi-chooser.h"
#include "koyomi-incident-edit.h"
#include "koyomi-incident-view.h"
#include "koyomi-moment-line.h"
#include "koyomi-severity.h"
#include "koyomi-test-dialog.h"
#include "koyomi-test-folder.h"
#include "koyomi-test-incidents.h"
#include "koyomi-test-widget.h"
#include "koyomi-test-window.h"
#include "koyomi-text-field.h"

#include <adwaita.h>

typedef KoyomiTestIncidents Fixture;

#define ADD(path, func) g_test_add ("/views/incident-dialogs/" path, Fixture, NULL, koyomi_test_incidents_set_up, func, \
                                    koyomi_test_incidents_tear_down)

static KoyomiRecord *
read_incident (Fixture *self,
               gint64   incident)
{
  return koyomi_session_get (self->session, KOYOMI_TABLE_INCIDENT, incident, KOYOMI_LANGUAGE_EN, NULL);
}

/* Returns: (nullable): what stands in the dialog under that name */
static GtkWidget *
find_choice (GtkWindow  *dialog,
             const char *first)
{
  g_autoptr(GPtrArray) drops = koyomi_test_dialog_list (dialog, GTK_TYPE_DROP_DOWN);

  for (guint i = 0; i < drops->len; i++)
    {
      GtkStringList *names = GTK_STRING_LIST (gtk_drop_down_get_model (g_ptr_array_index (drops, i)));

      if (g_str_has_prefix (gtk_string_list_get_string (names, 0), first))
        return g_ptr_array_index (drops, i);
    }

  return NULL;
}

static gboolean
can_accept (GtkWindow *dialog)
{
  g_autoptr(GPtrArray) buttons = koyomi_test_dialog_list (dialog, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (g_ptr_array_index (buttons, i)), "_Save") == 0)
      return gtk_widget_is_sensitive (g_ptr_array_index (buttons, i));

  g_assert_not_reached ();
}

static void
give_severity_reason (Fixture   *self,
                      GtkWindow *dialog)
{
  g_autoptr(GPtrArray) fields = koyomi_test_dialog_list (dialog, KOYOMI_TYPE_TEXT_FIELD);

  gtk_editable_set_text (GTK_EDITABLE (koyomi_text_field_get_input (g_ptr_array_index (fields, 0))), "The shop stands still");
  koyomi_test_window_settle (&self->test);
}

/* The worst effect suggests the severity; whoever takes another one says why. */
static void
test_triage (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(KoyomiRecord) record = NULL;
  g_autoptr(GPtrArray) drops = NULL;
  GtkWindow *dialog;
  GtkWidget *severity;
  gint64 incident;

  koyomi_test_window_press (&self->test, "<Control>Home");
  incident = koyomi_test_incidents_get_selected (self);
  koyomi_test_window_press (&self->test, "<Control>t");
  dialog = koyomi_test_dialog_wait (self->window);
  g_assert_cmpstr (gtk_window_get_title (dialog), ==, "Triage");
  severity = find_choice (dialog, "S1");
  drops = koyomi_test_dialog_list (dialog, GTK_TYPE_DROP_DOWN);
  for (guint i = 1; i <= KOYOMI_N_IMPACTS; i++)
    gtk_drop_down_set_selected (g_ptr_array_index (drops, i), i == 2 ? 4 : 1);
  koyomi_test_window_settle (&self->test);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (severity)), ==, KOYOMI_SEVERITY_S2);
  g_assert_true (can_accept (dialog));

  gtk_drop_down_set_selected (GTK_DROP_DOWN (severity), KOYOMI_SEVERITY_S1);
  koyomi_test_window_settle (&self->test);
  g_assert_false (can_accept (dialog));
  give_severity_reason (self, dialog);
  g_assert_true (can_accept (dialog));
  koyomi_test_dialog_press (dialog, "_Save");
  koyomi_test_window_settle (&self->test);

  record = read_incident (self, incident);
  g_assert_cmpint (koyomi_record_get_int (record, KOYOMI_INCIDENT_SEVERITY), ==, KOYOMI_SEVERITY_S1);
  g_assert_cmpstr (koyomi_record_get_text (record, KOYOMI_INCIDENT_SEVERITY_REASON), ==, "The shop stands still");
  g_assert_cmpint (koyomi_record_get_int (record, KOYOMI_INCIDENT_IMPACT_INFORMATION), ==, 3);
  g_assert_cmpint (koyomi_record_get_int (record, KOYOMI_INCIDENT_STATE), ==, KOYOMI_INCIDENT_STATE_TRIAGED);
}

/* Returns: the line of the first time that is asked for */
static KoyomiMomentLine *
get_first_moment (GtkWindow *dialog)
{
  g_autoptr(GPtrArray) lines = koyomi_test_dialog_list (dialog, KOYOMI_TYPE_MOMENT_LINE);

  return g_ptr_array_index (lines, 0);
}

/* An order that cannot be is refused in words; a time that cannot be known is kept as such. */
static void
test_times (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(KoyomiRecord) record = NULL;
  g_autoptr(GPtrArray) drops = NULL;
  KoyomiIncidentTimes times;
  KoyomiMomentLine *line;
  GtkWindow *dialog;
  gint64 incident;

  koyomi_test_window_press (&self->test, "<Control>Home");
  incident = koyomi_test_incidents_get_selected (self);
  record = read_incident (self, incident);
  koyomi_incident_times_init (&times);
  koyomi_incident_times_read (&times, record);
  koyomi_test_window_press (&self->test, "<Control><Shift>t");
  dialog = koyomi_test_dialog_wait (self->window);
  drops = koyomi_test_dialog_list (dialog, GTK_TYPE_DROP_DOWN);
  gtk_drop_down_set_selected (g_ptr_array_index (drops, 0), KOYOMI_CERTAINTY_ESTIMATED);
  koyomi_test_window_settle (&self->test);
  line = get_first_moment (dialog);
  koyomi_moment_line_set (line, times.at[KOYOMI_INCIDENT_TIME_DETECTED] + 3600000);
  koyomi_test_window_settle (&self->test);
  g_assert_false (can_accept (dialog));

  koyomi_moment_line_set (line, times.at[KOYOMI_INCIDENT_TIME_DETECTED] - 3600000);
  gtk_drop_down_set_selected (g_ptr_array_index (drops, KOYOMI_INCIDENT_TIME_ERADICATED), KOYOMI_CERTAINTY_UNKNOWN);
  koyomi_test_window_settle (&self->test);
  g_assert_true (can_accept (dialog));
  koyomi_test_dialog_press (dialog, "_Save");
  koyomi_test_window_settle (&self->test);

  g_clear_object (&record);
  record = read_incident (self, incident);
  koyomi_incident_times_read (&times, record);
  g_assert_cmpint (times.certainty[KOYOMI_INCIDENT_TIME_OCCURRED], ==, KOYOMI_CERTAINTY_ESTIMATED);
  g_assert_cmpint (times.certainty[KOYOMI_INCIDENT_TIME_ERADICATED], ==, KOYOMI_CERTAINTY_UNKNOWN);
  g_assert_cmpint (times.at[KOYOMI_INCIDENT_TIME_OCCURRED], ==, times.at[KOYOMI_INCIDENT_TIME_DETECTED] / 60000 * 60000 - 3600000);
}

/* The end of a range goes with its beginning until somebody types it. */
static void
test_range (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GPtrArray) drops = NULL;
  g_autoptr(GPtrArray) before = NULL;
  g_autoptr(GPtrArray) shown = NULL;
  GtkWindow *dialog;
  gint64 day = koyomi_incident_sheet_read_clock () / 60000 * 60000 - 5 * 86400000;

  koyomi_test_window_press (&self->test, "<Control>Home");
  koyomi_test_window_press (&self->test, "<Control><Shift>t");
  dialog = koyomi_test_dialog_wait (self->window);
  drops = koyomi_test_dialog_list (dialog, GTK_TYPE_DROP_DOWN);
  before = koyomi_test_dialog_list (dialog, KOYOMI_TYPE_MOMENT_LINE);
  gtk_drop_down_set_selected (g_ptr_array_index (drops, KOYOMI_INCIDENT_TIME_CONTAINED), KOYOMI_CERTAINTY_RANGE);
  koyomi_test_window_settle (&self->test);
  shown = koyomi_test_dialog_list (dialog, KOYOMI_TYPE_MOMENT_LINE);
  for (guint i = 0; i < before->len; i++)
    g_ptr_array_remove (shown, g_ptr_array_index (before, i));
  g_assert_cmpuint (shown->len, ==, 2);

  koyomi_moment_line_set (g_ptr_array_index (shown, 0), day);
  g_assert_cmpint (koyomi_moment_line_read (g_ptr_array_index (shown, 1)), ==, day);
  koyomi_moment_line_set (g_ptr_array_index (shown, 1), day + 3600000);
  koyomi_moment_line_set (g_ptr_array_index (shown, 0), day - 3600000);
  g_assert_cmpint (koyomi_moment_line_read (g_ptr_array_index (shown, 1)), ==, day + 3600000);
  gtk_window_close (dialog);
  koyomi_test_window_settle (&self->test);
}

static void
type_fact (GtkWindow  *dialog,
           guint       index,
           const char *text)
{
  g_autoptr(GPtrArray) fields = koyomi_test_dialog_list (dialog, KOYOMI_TYPE_TEXT_FIELD);
  KoyomiTextField *field = g_ptr_array_index (fields, index);

  gtk_editable_set_text (GTK_EDITABLE (koyomi_text_field_get_input (field)), text);
  koyomi_text_field_commit (field);
}

/* What is known is written as it is typed; a number that is none stays a draft. */
static void
test_facts (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(KoyomiRecord) record = NULL;
  g_autoptr(GPtrArray) checks = NULL;
  GtkWindow *dialog;
  gint64 incident;

  koyomi_test_window_press (&self->test, "<Control>Home");
  incident = koyomi_test_incidents_get_selected (self);
  koyomi_test_window_press (&self->test, "F2");
  dialog = koyomi_test_dialog_wait (self->window);
  type_fact (dialog, 0, "A title that says more");
  type_fact (dialog, 3, "1.5");
  type_fact (dialog, 3, "1,204");
  checks = koyomi_test_dialog_list (dialog, GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (g_ptr_array_index (checks, 3), TRUE);
  koyomi_test_window_settle (&self->test);
  gtk_window_close (dialog);
  koyomi_test_window_settle (&self->test);

  record = read_incident (self, incident);
  g_assert_cmpstr (koyomi_record_get_text (record, KOYOMI_INCIDENT_TITLE), ==, "A title that says more");
  g_assert_cmpint (koyomi_record_get_int (record, KOYOMI_INCIDENT_PEOPLE_AFFECTED), ==, 1204);
  g_assert_true (koyomi_record_get_int (record, KOYOMI_INCIDENT_UNLAWFUL_PURPOSE));
}

/* What is missing is a press away. */
static void
test_fill_gap (Fixture       *self,
               gconstpointer  data)
{
  GtkWindow *dialog;

  koyomi_test_window_press (&self->test, "<Control>End");
  koyomi_test_window_press (&self->test, "<Alt>Right");
  dialog = koyomi_test_dialog_wait (self->window);
  koyomi_test_dialog_press (dialog, "Fill In…");
  koyomi_test_window_settle (&self->test);
  dialog = koyomi_test_dialog_wait (self->window);
  g_assert_cmpstr (gtk_window_get_title (dialog), !=, "Close Incident");
  gtk_window_close (dialog);
  koyomi_test_window_settle (&self->test);
}

/* @title: of the dialog; it is accepted by @button once the first field says why */
static void
give_reason (Fixture    *self,
             const char *title,
             const char *button)
{
  GtkWindow *dialog = koyomi_test_dialog_wait (self->window);
  g_autoptr(GPtrArray) fields = koyomi_test_dialog_list (dialog, KOYOMI_TYPE_TEXT_FIELD);

  g_assert_cmpstr (gtk_window_get_title (dialog), ==, title);
  gtk_editable_set_text (GTK_EDITABLE (koyomi_text_field_get_input (g_ptr_array_index (fields, 0))), "The mail was a test");
  koyomi_test_dialog_press (dialog, button);
  koyomi_test_window_settle (&self->test);
}

/* Who leaves the board by the side or comes back to it says why. */
static void
test_aside (Fixture       *self,
            gconstpointer  data)
{
  gint64 incident;
  GtkWindow *dialog;

  koyomi_test_window_press (&self->test, "<Control>Home");
  incident = koyomi_test_incidents_get_selected (self);
  gtk_widget_activate_action (self->view, "incident.move-to", "s", "false-alarm");
  g_assert_cmpint (koyomi_test_incidents_get_state (self, incident), ==, KOYOMI_INCIDENT_STATE_NEW);
  give_reason (self, "False Alarm", "_False Alarm");
  g_assert_cmpint (koyomi_test_incidents_get_state (self, incident), ==, KOYOMI_INCIDENT_STATE_FALSE_ALARM);
  g_assert_cmpint (koyomi_test_incidents_get_selected (self), !=, incident);

  koyomi_incident_view_show (KOYOMI_INCIDENT_VIEW (self->view), incident);
  koyomi_test_window_settle (&self->test);
  g_assert_cmpint (koyomi_test_incidents_get_selected (self), ==, incident);
  koyomi_test_window_press (&self->test, "<Alt>Left");
  give_reason (self, "Open Incident Again", "_Open Again");
  g_assert_cmpint (koyomi_test_incidents_get_state (self, incident), ==, KOYOMI_INCIDENT_STATE_NEW);

  gtk_widget_activate_action (self->view, "incident.move-to", "s", "merged");
  dialog = koyomi_test_dialog_wait (self->window);
  g_assert_cmpstr (gtk_window_get_title (dialog), ==, "Merge Incident");
  gtk_window_close (dialog);
  koyomi_test_window_settle (&self->test);
  g_assert_cmpint (koyomi_test_incidents_get_state (self, incident), ==, KOYOMI_INCIDENT_STATE_NEW);
}

/* Returns: whether the dialog offers one that is open, a drill or not */
static gboolean
offers (Fixture   *self,
        GtkWindow *dialog,
        gint64     but,
        gboolean   drill)
{
  const KoyomiIncidentBoard *board = koyomi_incident_sheet_get_board (self->sheet);

  for (guint i = 0; i < koyomi_incident_board_get_n_cards (board); i++)
    {
      const KoyomiIncidentCard *card = koyomi_incident_board_get_card (board, i);
      g_autofree char *title = g_strdup_printf ("%s %s", card->number, card->title);

      if (card->id != but && koyomi_incident_card_is_open (card) && (card->kind == KOYOMI_INCIDENT_KIND_DRILL) == drill &&
          koyomi_test_dialog_has_line (dialog, title))
        return TRUE;
    }

  return FALSE;
}

/* What the session would refuse is not offered. */
static void
test_merge (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(KoyomiRecord) drill = koyomi_record_new (KOYOMI_TABLE_INCIDENT);
  g_autoptr(GError) error = NULL;
  gint64 incident;
  GtkWindow *dialog;

  koyomi_test_window_press (&self->test, "<Control>Home");
  incident = koyomi_test_incidents_get_selected (self);
  koyomi_record_set_text (drill, KOYOMI_INCIDENT_TITLE, "Drill of the autumn");
  koyomi_record_set_int (drill, KOYOMI_INCIDENT_KIND, KOYOMI_INCIDENT_KIND_DRILL);
  g_assert_cmpint (koyomi_incident_open (self->session, drill, koyomi_incident_sheet_read_clock (), KOYOMI_LANGUAGE_EN, &error), !=, 0);
  g_assert_no_error (error);
  koyomi_test_window_settle (&self->test);

  koyomi_incident_sheet_select (self->sheet, incident);
  gtk_widget_activate_action (self->view, "incident.move-to", "s", "merged");
  dialog = koyomi_test_dialog_wait (self->window);
  gtk_menu_button_popup (GTK_MENU_BUTTON (koyomi_test_widget_find (GTK_WIDGET (dialog), GTK_TYPE_MENU_BUTTON)));
  koyomi_test_window_settle (&self->test);
  g_assert_true (offers (self, dialog, incident, FALSE));
  g_assert_false (offers (self, dialog, incident, TRUE));
  gtk_window_close (dialog);
  koyomi_test_window_settle (&self->test);
}

/* The one that was chosen may have ended by the time that it is merged into. */
static void
test_merge_ended (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  gint64 incident, into;
  KoyomiChooser *chooser;
  GtkWindow *dialog, *told;

  koyomi_test_window_press (&self->test, "<Control>End");
  into = koyomi_test_incidents_get_selected (self);
  koyomi_test_window_press (&self->test, "<Control>Home");
  incident = koyomi_test_incidents_get_selected (self);
  gtk_widget_activate_action (self->view, "incident.move-to", "s", "merged");
  dialog = koyomi_test_dialog_wait (self->window);
  chooser = KOYOMI_CHOOSER (koyomi_test_widget_find (GTK_WIDGET (dialog), KOYOMI_TYPE_CHOOSER));
  koyomi_chooser_show_choice (chooser, into, "Malware again on plant terminals");
  g_signal_emit_by_name (chooser, "chosen", NULL);
  koyomi_incident_move (self->session, into, KOYOMI_INCIDENT_STATE_FALSE_ALARM, "A test", koyomi_incident_sheet_read_clock (),
                        koyomi_incident_sheet_read_clock (), KOYOMI_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  koyomi_test_window_settle (&self->test);
  koyomi_test_dialog_press (dialog, "_Merge");
  told = koyomi_test_dialog_wait (dialog);
  g_assert_true (g_str_has_prefix (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (told)), "An incident cannot be merged into one that has ended"));
  g_assert_cmpint (koyomi_test_incidents_get_state (self, incident), ==, KOYOMI_INCIDENT_STATE_NEW);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (told), "close");
  koyomi_test_window_settle (&self->test);
  gtk_window_close (dialog);
  koyomi_test_window_settle (&self->test);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();
  if (!koyomi_test_widget_init ())
    return koyomi_test_folder_finish (0);

  koyomi_test_window_start ();
  ADD ("closing-leads-to-what-is-missing", test_fill_gap);
  ADD ("triage-suggests-and-asks-why", test_triage);
  ADD ("times-keep-their-order", test_times);
  ADD ("the-end-of-a-range-goes-with-its-beginning", test_range);
  ADD ("facts-are-written-as-they-are-typed", test_facts);
  ADD ("leaving-the-board-and-coming-back-asks-why", test_aside);
  ADD ("a-drill-is-merged-with-drills-only", test_merge);
  ADD ("nothing-is-merged-into-what-has-ended", test_merge_ended);

  status = g_test_run ();
  koyomi_test_window_stop ();

  return koyomi_test_folder_finish (status);
}
