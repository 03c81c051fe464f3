#include "koyomi-breaches.h"
#include "koyomi-fact-list.h"
#include "koyomi-function-card.h"
#include "koyomi-function-facts.h"
#include "koyomi-history.h"
#include "koyomi-incident-cards.h"
#include "koyomi-incident-part.h"
#include "koyomi-maturity-line.h"
#include "koyomi-maturity-window.h"
#include "koyomi-preferences.h"
#include "koyomi-run-selection.h"
#include "koyomi-team-card.h"
#include "koyomi-team-facts.h"
#include "koyomi-teams-window.h"
#include "koyomi-test-dialog.h"
#include "koyomi-test-folder.h"
#include "koyomi-test-widget.h"
#include "koyomi-test-window.h"
#include "koyomi-workload.h"

#include <adwaita.h>
#include <string.h>

/* The cards of functions and teams show what the engine says, and lead to what they name. */

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

static KoyomiSession *
get_session (KoyomiTestWindow *self)
{
  return koyomi_window_get_session (self->window);
}

static gint64
find_row (KoyomiTestWindow *self,
          KoyomiTableId     table,
          int               field,
          const char       *text)
{
  g_autoptr(GPtrArray) rows = koyomi_session_list (get_session (self), table, 0, 0, KOYOMI_LANGUAGE_EN, NULL);

  for (guint i = 0; i < rows->len; i++)
    if (strcmp (koyomi_record_get_text (g_ptr_array_index (rows, i), field), text) == 0)
      return koyomi_record_get_id (g_ptr_array_index (rows, i));

  g_assert_not_reached ();
}

static KoyomiFunctionFacts *
load_function (KoyomiTestWindow *self,
               gint64            function)
{
  KoyomiFunctionFacts *facts = koyomi_session_load_function_facts (get_session (self), function, (KoyomiFiscalYear) { 2026, 4 },
                                                                   KOYOMI_LANGUAGE_EN, NULL);

  g_assert_nonnull (facts);

  return facts;
}

static GtkWindow *
open_function (KoyomiTestWindow *self,
               gint64            function)
{
  koyomi_function_card_present (GTK_WINDOW (self->window), koyomi_window_get_workspace (self->window), function);

  return koyomi_test_dialog_wait (self->window);
}

static GtkWindow *
open_team (KoyomiTestWindow *self,
           const char       *code)
{
  koyomi_team_card_present (GTK_WINDOW (self->window), koyomi_window_get_workspace (self->window),
                            find_row (self, KOYOMI_TABLE_TEAM, KOYOMI_TEAM_CODE, code));

  return koyomi_test_dialog_wait (self->window);
}

/* Returns: (transfer none): the row whose title ends so, behind a code */
static GtkWidget *
find_line (GtkWindow  *card,
           const char *title)
{
  g_autoptr(GPtrArray) rows = koyomi_test_dialog_list (card, ADW_TYPE_ACTION_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_has_suffix (adw_preferences_row_get_title (g_ptr_array_index (rows, i)), title) &&
        gtk_widget_get_ancestor (g_ptr_array_index (rows, i), KOYOMI_TYPE_FACT_LIST) != NULL)
      return g_ptr_array_index (rows, i);

  g_error ("there is no row %s", title);
}

static void
activate (GtkWidget *row)
{
  g_assert_true (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
  g_signal_emit_by_name (row, "activated");
}

static gint64
get_selected_run (KoyomiTestWindow *self)
{
  KoyomiCalendarSheet *sheet = koyomi_calendar_rows_get_sheet (koyomi_test_window_get_rows (self));
  g_autoptr(GArray) runs = koyomi_run_selection_list (koyomi_calendar_sheet_get_selection (sheet));

  return runs->len == 1 ? g_array_index (runs, gint64, 0) : 0;
}

/* Each fact has its row; one whose view there is leads there, and the others lead nowhere. */
static void
test_function (KoyomiTestWindow *self,
               gconstpointer     data)
{
  gint64 id = find_row (self, KOYOMI_TABLE_FINDING, KOYOMI_FINDING_NUMBER, "F-26-09");
  g_autoptr(KoyomiRecord) finding = koyomi_session_get (get_session (self), KOYOMI_TABLE_FINDING, id, KOYOMI_LANGUAGE_EN, NULL);
  g_autoptr(KoyomiFunctionFacts) facts = load_function (self, koyomi_record_get_int (finding, KOYOMI_FINDING_FUNCTION));
  g_autofree char *title = g_strdup_printf ("F-26-09 %s", koyomi_record_get_title (finding));
  GtkWindow *card = open_function (self, koyomi_record_get_int (finding, KOYOMI_FINDING_FUNCTION));

  g_assert_cmpuint (facts->controls->len, >, 0);
  for (guint i = 0; i < facts->controls->len; i++)
    {
      KoyomiRecord *control = g_ptr_array_index (facts->controls, i);
      g_autofree char *name = g_strdup_printf ("%s %s", koyomi_record_get_text (control, KOYOMI_CONTROL_CODE), koyomi_record_get_title (control));

      g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (find_line (card, name))));
    }
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (find_line (card, title))));
  gtk_window_close (card);
}

/* The windows make way, however many there are, and the calendar shows the run. */
static void
test_leads_to_run (KoyomiTestWindow *self,
                   gconstpointer     data)
{
  gint64 function = find_row (self, KOYOMI_TABLE_FUNCTION, KOYOMI_FUNCTION_NAME, "Annual plan");
  g_autoptr(KoyomiFunctionFacts) facts = load_function (self, function);
  const KoyomiActivityFacts *activity = g_ptr_array_index (facts->activities, 0);
  GtkWindow *team = open_team (self, "SO");
  GtkWindow *card;

  activate (find_line (team, "Annual plan"));
  card = koyomi_test_dialog_wait (team);
  g_assert_true (KOYOMI_IS_FUNCTION_CARD (card));
  activate (find_line (card, koyomi_record_get_title (activity->activity)));
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
  g_assert_null (koyomi_test_dialog_find (self->window));
  g_assert_cmpint (get_selected_run (self), ==, activity->run_id);
}

/* Returns: which incident is selected on the board that is seen */
static gint64
get_selected_incident (KoyomiTestWindow *self)
{
  g_autoptr(GPtrArray) boards = koyomi_test_dialog_list (self->window, KOYOMI_TYPE_INCIDENT_CARDS);

  g_assert_cmpuint (boards->len, ==, 1);
  g_assert_true (gtk_widget_get_mapped (g_ptr_array_index (boards, 0)));

  return koyomi_incident_sheet_get_selected (koyomi_incident_cards_get_sheet (g_ptr_array_index (boards, 0)));
}

/* However many windows lie between, the board comes forward with the incident. */
static void
test_leads_to_incident (KoyomiTestWindow *self,
                        gconstpointer     data)
{
  gint64 team = find_row (self, KOYOMI_TABLE_TEAM, KOYOMI_TEAM_CODE, "CST");
  g_autoptr(KoyomiTeamFacts) facts = koyomi_session_load_team_facts (get_session (self), team, (KoyomiFiscalYear) { 2026, 4 },
                                                                     KOYOMI_LANGUAGE_EN, NULL);
  const KoyomiIncidentPart *part = g_ptr_array_index (facts->incidents, facts->incidents->len - 1);
  gint64 function = koyomi_record_get_id (((KoyomiFunctionLetters *) g_ptr_array_index (facts->functions, 0))->function);

  open_function (self, function);
  koyomi_team_card_present (koyomi_test_dialog_find (self->window), koyomi_window_get_workspace (self->window), team);
  activate (find_line (koyomi_test_dialog_wait (koyomi_test_dialog_find (self->window)), koyomi_record_get_title (part->incident)));
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
  g_assert_null (koyomi_test_dialog_find (self->window));
  g_assert_cmpint (get_selected_incident (self), ==, koyomi_record_get_id (part->incident));
}

/* Also a function of a catalogue that was not looked at last, and one that nobody has assessed. */
static void
test_leads_to_maturity (KoyomiTestWindow *self,
                        gconstpointer     data)
{
  gint64 function = find_row (self, KOYOMI_TABLE_FUNCTION, KOYOMI_FUNCTION_NAME, "Annual plan");
  GtkWindow *card = open_function (self, function);
  g_autoptr(GPtrArray) lists = NULL;
  GtkWindow *window;

  activate (find_line (card, "Not assessed yet"));
  window = koyomi_test_dialog_wait (card);
  g_assert_true (KOYOMI_IS_MATURITY_WINDOW (window));
  lists = koyomi_test_dialog_list (window, KOYOMI_TYPE_MATURITY_LINE);
  for (guint i = 0; i < lists->len; i++)
    g_assert_cmpint (koyomi_maturity_line_get_function (g_ptr_array_index (lists, i)) == function, ==,
                     gtk_list_box_row_is_selected (g_ptr_array_index (lists, i)));
  g_assert_cmpint (koyomi_maturity_line_get_function (KOYOMI_MATURITY_LINE (gtk_window_get_focus (window))), ==, function);
  gtk_window_close (window);
  gtk_window_close (card);
}

static void
test_team (KoyomiTestWindow *self,
           gconstpointer     data)
{
  gint64 team = find_row (self, KOYOMI_TABLE_TEAM, KOYOMI_TEAM_CODE, "SOC");
  g_autoptr(KoyomiTeamFacts) facts = koyomi_session_load_team_facts (get_session (self), team, (KoyomiFiscalYear) { 2026, 4 },
                                                                     KOYOMI_LANGUAGE_EN, NULL);
  GtkWindow *card = open_team (self, "SOC");
  GtkWindow *teams;

  g_assert_cmpuint (facts->breaches->len, >, 0);
  for (guint i = 0; i < facts->breaches->len; i++)
    find_line (card, ((KoyomiBreach *) g_ptr_array_index (facts->breaches, i))->sentence);
  for (guint i = 0; i < facts->contracts->len; i++)
    find_line (card, koyomi_record_get_title (g_ptr_array_index (facts->contracts, i)));

  koyomi_test_dialog_press (card, "_Edit Team…");
  teams = koyomi_test_dialog_wait (card);
  g_assert_true (KOYOMI_IS_TEAMS_WINDOW (teams));
  koyomi_test_dialog_press (teams, "Team Car_d…");
  g_assert_true (KOYOMI_IS_TEAM_CARD (koyomi_test_dialog_wait (teams)));
  koyomi_test_dialog_press (koyomi_test_dialog_find (teams), "_Edit Team…");
  g_assert_null (koyomi_test_dialog_find (teams));
  gtk_window_close (teams);
  gtk_window_close (card);
}

static void
type (GtkWindow  *window,
      const char *title,
      const char *text)
{
  g_autoptr(GPtrArray) rows = koyomi_test_dialog_list (window, ADW_TYPE_ENTRY_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (strcmp (adw_preferences_row_get_title (g_ptr_array_index (rows, i)), title) == 0)
      {
        gtk_editable_set_text (g_ptr_array_index (rows, i), text);
        g_signal_emit_by_name (g_ptr_array_index (rows, i), "apply");
        koyomi_test_widget_settle (GTK_WIDGET (window));
        return;
      }

  g_error ("there is no row %s", title);
}

/* Each is an edit of its own; what is no such number is refused. */
static void
test_preferences (KoyomiTestWindow *self,
                  gconstpointer     data)
{
  static const char limit[] = "Limit of A: functions of one catalogue for a team or a person";
  static const char routine[] = "Person-days that a routine takes on a day, such as 0.1";

  g_autoptr(KoyomiEntry) entry = NULL;
  GtkWindow *window;

  koyomi_preferences_present (self->window, koyomi_application_get_settings (koyomi_application_of_window (GTK_WINDOW (self->window))),
                              KOYOMI_LANGUAGE_EN, "plan");
  window = koyomi_test_dialog_wait (self->window);

  type (window, limit, "26");
  g_assert_cmpuint (koyomi_session_get_a_limit (get_session (self)), ==, 26);
  entry = koyomi_session_get_undoable (get_session (self), NULL);
  g_assert_cmpstr (entry->label, ==, "Change the limit of A");
  type (window, limit, "0");
  type (window, limit, "2.5");
  type (window, limit, "many");
  g_assert_cmpuint (koyomi_session_get_a_limit (get_session (self)), ==, 26);
  type (window, routine, "0.25");
  g_assert_cmpfloat_with_epsilon (koyomi_session_get_routine_day (get_session (self)), 0.25, 1e-9);
  type (window, routine, "-1");
  g_assert_cmpfloat_with_epsilon (koyomi_session_get_routine_day (get_session (self)), 0.25, 1e-9);

  g_assert_true (koyomi_session_undo (get_session (self), NULL));
  g_assert_cmpfloat (koyomi_session_get_routine_day (get_session (self)), ==, KOYOMI_LOAD_ROUTINE_DAY);
  gtk_window_close (window);
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
  g_test_add ("/views/cards/function-has-its-facts", KoyomiTestWindow, NULL, set_up, test_function, tear_down);
  g_test_add ("/views/cards/lead-to-each-other-and-to-the-calendar", KoyomiTestWindow, NULL, set_up, test_leads_to_run, tear_down);
  g_test_add ("/views/cards/lead-to-the-incident-board", KoyomiTestWindow, NULL, set_up, test_leads_to_incident, tear_down);
  g_test_add ("/views/cards/maturity-leads-to-its-window", KoyomiTestWindow, NULL, set_up, test_leads_to_maturity, tear_down);
  g_test_add ("/views/cards/team-has-its-facts", KoyomiTestWindow, NULL, set_up, test_team, tear_down);
  g_test_add ("/views/cards/limits-are-preferences", KoyomiTestWindow, NULL, set_up, test_preferences, tear_down);
  status = g_test_run ();
  koyomi_test_window_stop ();

  return koyomi_test_folder_finish (status);
}
