#include "koyomi-breach-panel.h"
#include "koyomi-breach-row.h"
#include "koyomi-breaches.h"
#include "koyomi-cell-dialog.h"
#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-history.h"
#include "koyomi-record-edit.h"
#include "koyomi-record-window.h"
#include "koyomi-retire-dialog.h"
#include "koyomi-team-edit.h"
#include "koyomi-teams-window.h"
#include "koyomi-test-dialog.h"
#include "koyomi-test-folder.h"
#include "koyomi-test-widget.h"
#include "koyomi-test-window.h"
#include "koyomi-text-field.h"
#include "koyomi-waiver-edit.h"

#include <adwaita.h>
#include <string.h>

/* The windows around the matrix: teams, rules, one cell. */

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

static GPtrArray *
list (KoyomiTestWindow *self,
      KoyomiTableId     table,
      int               reference,
      gint64            target)
{
  GPtrArray *rows = koyomi_session_list (get_session (self), table, reference, target, KOYOMI_LANGUAGE_EN, NULL);

  g_assert_nonnull (rows);

  return rows;
}

static gint64
find_team (KoyomiTestWindow *self,
           const char       *code)
{
  g_autoptr(GPtrArray) teams = list (self, KOYOMI_TABLE_TEAM, 0, 0);

  for (guint i = 0; i < teams->len; i++)
    if (g_strcmp0 (koyomi_record_get_text (g_ptr_array_index (teams, i), KOYOMI_TEAM_CODE), code) == 0)
      return koyomi_record_get_id (g_ptr_array_index (teams, i));

  g_assert_not_reached ();
}

static GtkWindow *
open_teams (KoyomiTestWindow *self,
            const char       *code)
{
  koyomi_teams_window_present (GTK_WINDOW (self->window), koyomi_window_get_workspace (self->window),
                               code != NULL ? find_team (self, code) : 0);

  return koyomi_test_dialog_wait (self->window);
}

/* Returns: (transfer none): the entry or the text view below that caption */
static GtkWidget *
find_input (GtkWindow  *window,
            const char *caption)
{
  g_autoptr(GPtrArray) labels = koyomi_test_dialog_list (window, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (g_strcmp0 (gtk_label_get_label (g_ptr_array_index (labels, i)), caption) == 0)
      return gtk_label_get_mnemonic_widget (g_ptr_array_index (labels, i));

  g_error ("there is no field %s", caption);
}

/* Types into a field and leaves it. */
static void
type (GtkWindow  *window,
      const char *caption,
      const char *text)
{
  GtkWidget *input = find_input (window, caption);

  gtk_widget_grab_focus (input);
  if (GTK_IS_TEXT_VIEW (input))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (input)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (input), text);
  koyomi_text_field_commit (KOYOMI_TEXT_FIELD (gtk_widget_get_ancestor (input, KOYOMI_TYPE_TEXT_FIELD)));
  koyomi_test_widget_settle (GTK_WIDGET (window));
}

static void
undo (GtkWindow *window)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "plan.undo", NULL));
  koyomi_test_widget_settle (GTK_WIDGET (window));
}

/* A team is shown with its people and contracts; what is typed is written, and a number must be one. */
static void
test_team (KoyomiTestWindow *self,
           gconstpointer     data)
{
  GtkWindow *window = open_teams (self, "VUL");
  gint64 team = find_team (self, "VUL");
  g_autoptr(KoyomiRecord) written = NULL;
  g_autoptr(KoyomiRecord) undone = NULL;
  g_autoptr(KoyomiRecord) refused = NULL;

  g_assert_true (koyomi_test_dialog_has_line (window, "Ends in 60 days"));
  type (window, "_Person-days a month", "7.5");
  written = koyomi_session_get (get_session (self), KOYOMI_TABLE_TEAM, team, KOYOMI_LANGUAGE_EN, NULL);
  g_assert_cmpfloat (koyomi_record_get_real (written, KOYOMI_TEAM_CAPACITY), ==, 7.5);

  undo (window);
  undone = koyomi_session_get (get_session (self), KOYOMI_TABLE_TEAM, team, KOYOMI_LANGUAGE_EN, NULL);
  g_assert_cmpfloat (koyomi_record_get_real (undone, KOYOMI_TEAM_CAPACITY), !=, 7.5);

  type (window, "_Person-days a month", "many");
  g_assert_true (koyomi_test_dialog_has_line (window, "Write a number such as 12 or 0.5."));
  refused = koyomi_session_get (get_session (self), KOYOMI_TABLE_TEAM, team, KOYOMI_LANGUAGE_EN, NULL);
  g_assert_cmpfloat (koyomi_record_get_real (refused, KOYOMI_TEAM_CAPACITY), ==,
                     koyomi_record_get_real (undone, KOYOMI_TEAM_CAPACITY));
  gtk_window_destroy (window);
}

/* A new person is shown at once, to be named. */
static void
test_person (KoyomiTestWindow *self,
             gconstpointer     data)
{
  GtkWindow *window = open_teams (self, "CISO");
  g_autoptr(GPtrArray) before = list (self, KOYOMI_TABLE_PERSON, KOYOMI_PERSON_TEAM, find_team (self, "CISO"));
  g_autoptr(GPtrArray) after = NULL;
  GtkWindow *person;

  koyomi_test_dialog_press (window, "Add Person");
  person = koyomi_test_dialog_wait (window);
  type (person, "_Full name", "Hanako Mihon");
  after = list (self, KOYOMI_TABLE_PERSON, KOYOMI_PERSON_TEAM, find_team (self, "CISO"));
  g_assert_cmpuint (after->len, ==, before->len + 1);
  g_assert_cmpstr (koyomi_record_get_title (g_ptr_array_index (after, before->len)), ==, "Hanako Mihon");
  g_assert_true (koyomi_test_dialog_has_line (window, "Hanako Mihon"));

  koyomi_test_dialog_press (person, "Remo_ve");
  koyomi_test_widget_settle (GTK_WIDGET (window));
  g_assert_false (koyomi_test_dialog_has_line (window, "Hanako Mihon"));
  gtk_window_destroy (window);
}

static gint64
get_first_team (KoyomiTestWindow *self)
{
  g_autoptr(GPtrArray) teams = list (self, KOYOMI_TABLE_TEAM, 0, 0);

  return koyomi_record_get_id (g_ptr_array_index (teams, 0));
}

/* The buttons below the list move the team that is shown. */
static void
test_order (KoyomiTestWindow *self,
            gconstpointer     data)
{
  gint64 first = get_first_team (self);
  GtkWindow *window = open_teams (self, NULL);
  g_autoptr(GPtrArray) buttons = koyomi_test_dialog_list (window, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_widget_get_tooltip_text (g_ptr_array_index (buttons, i)), "Move down (Alt+Down)") == 0 &&
        gtk_widget_get_ancestor (g_ptr_array_index (buttons, i), ADW_TYPE_ACTION_ROW) == NULL)
      g_signal_emit_by_name (g_ptr_array_index (buttons, i), "clicked");
  koyomi_test_widget_settle (GTK_WIDGET (window));
  g_assert_cmpint (get_first_team (self), !=, first);

  undo (window);
  g_assert_cmpint (get_first_team (self), ==, first);
  gtk_window_destroy (window);
}

static gboolean
can_press (GtkWindow  *dialog,
           const char *label)
{
  g_autoptr(GPtrArray) buttons = koyomi_test_dialog_list (dialog, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (g_ptr_array_index (buttons, i)), label) == 0)
      return gtk_widget_is_sensitive (g_ptr_array_index (buttons, i));

  g_assert_not_reached ();
}

/* Retiring shows what nobody would do from then on, as the session has it. */
static void
test_retire (KoyomiTestWindow *self,
             gconstpointer     data)
{
  gint64 team = find_team (self, "VUL");
  GtkWindow *window = open_teams (self, "VUL");
  g_autoptr(GPtrArray) uncovered = koyomi_session_list_uncovered (get_session (self), team, koyomi_day_today () + 1, KOYOMI_LANGUAGE_EN,
                                                                  NULL);
  g_autofree char *heading = g_strdup_printf ("%u functions would be left without A or R", uncovered->len);
  g_autoptr(KoyomiRecord) record = NULL;
  g_autoptr(GPtrArray) left = NULL;
  g_autoptr(GPtrArray) drops = NULL;
  GtkWindow *dialog;

  g_assert_cmpuint (uncovered->len, >, 1);
  koyomi_test_dialog_press (window, "_Retire…");
  dialog = koyomi_test_dialog_wait (window);
  g_assert_true (koyomi_test_dialog_has_line (dialog, heading));

  drops = koyomi_test_dialog_list (dialog, GTK_TYPE_DROP_DOWN);
  g_assert_false (can_press (dialog, "_Retire"));
  gtk_drop_down_set_selected (g_ptr_array_index (drops, 0), 1);
  g_assert_true (can_press (dialog, "_Retire"));
  koyomi_test_dialog_press (dialog, "_Retire");
  koyomi_test_widget_settle (GTK_WIDGET (window));
  record = koyomi_session_get (get_session (self), KOYOMI_TABLE_TEAM, team, KOYOMI_LANGUAGE_EN, NULL);
  g_assert_cmpuint (koyomi_record_get_day (record, KOYOMI_TEAM_ACTIVE_TO), ==, koyomi_day_today ());
  left = koyomi_session_list_uncovered (get_session (self), team, koyomi_day_today () + 1, KOYOMI_LANGUAGE_EN, NULL);
  g_assert_cmpuint (left->len, ==, 0);
  g_assert_true (koyomi_test_dialog_has_line (window, "Outsourced  ·  until 2026-11-22"));
  gtk_window_destroy (window);
}

/* A team that something refers to stays, and one is told what; one that is new goes. */
static void
test_remove (KoyomiTestWindow *self,
             gconstpointer     data)
{
  GtkWindow *window = open_teams (self, "VUL");
  g_autoptr(GPtrArray) buttons = koyomi_test_dialog_list (window, GTK_TYPE_BUTTON);
  g_autoptr(GPtrArray) before = list (self, KOYOMI_TABLE_TEAM, 0, 0);
  g_autoptr(GPtrArray) after = NULL;
  GtkWindow *dialog;

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_widget_get_tooltip_text (g_ptr_array_index (buttons, i)), "Remove Team") == 0)
      g_signal_emit_by_name (g_ptr_array_index (buttons, i), "clicked");
  dialog = koyomi_test_dialog_wait (window);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "Contract: 1"));
  after = list (self, KOYOMI_TABLE_TEAM, 0, 0);
  g_assert_cmpuint (after->len, ==, before->len);
  gtk_window_destroy (dialog);
  gtk_window_destroy (window);
}

/* Returns: (transfer none): the rows of breaches that are or are not accepted */
static guint
count_rows (GtkWindow *window,
            gboolean   is_waived)
{
  g_autoptr(GPtrArray) rows = koyomi_test_dialog_list (window, KOYOMI_TYPE_BREACH_ROW);
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    if (koyomi_breach_row_get_breach (g_ptr_array_index (rows, i))->is_waived == is_waived)
      n++;

  return n;
}

static guint
count_open_breaches (KoyomiTestWindow *self)
{
  g_autoptr(GPtrArray) breaches = koyomi_session_load_breaches (get_session (self), NULL, koyomi_day_today (), KOYOMI_LANGUAGE_EN, NULL);
  guint n = 0;

  for (guint i = 0; i < breaches->len; i++)
    if (!((KoyomiBreach *) g_ptr_array_index (breaches, i))->is_waived)
      n++;

  return n;
}

/* What is accepted is no longer among the breaches; what is taken back is again. A reason is asked for. */
static void
test_accept (KoyomiTestWindow *self,
             gconstpointer     data)
{
  guint n_open = count_open_breaches (self);
  GtkWindow *window, *dialog;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (koyomi_test_window_get_rows (self)), "plan.breaches", NULL));
  window = koyomi_test_dialog_wait (self->window);
  g_assert_cmpuint (n_open, >, 1);
  g_assert_cmpuint (count_rows (window, FALSE), ==, n_open);

  koyomi_test_dialog_press (window, "Accept…");
  dialog = koyomi_test_dialog_wait (window);
  koyomi_test_dialog_press (dialog, "_Accept");
  g_assert_true (koyomi_test_dialog_has_line (dialog, "Say why this is accepted."));
  type (dialog, "Rea_son", "Until the next review");
  koyomi_test_dialog_press (dialog, "_Accept");
  koyomi_test_widget_settle (GTK_WIDGET (window));
  g_assert_cmpuint (count_open_breaches (self), ==, n_open - 1);
  g_assert_cmpuint (count_rows (window, FALSE), ==, n_open - 1);

  undo (window);
  g_assert_cmpuint (count_rows (window, FALSE), ==, n_open);
  gtk_window_destroy (window);
}

/* What is accepted stands folded below with its reason; taken back it is a breach again. */
static void
test_take_back (KoyomiTestWindow *self,
                gconstpointer     data)
{
  guint n_open = count_open_breaches (self);
  g_autoptr(GPtrArray) breaches = koyomi_session_load_breaches (get_session (self), NULL, koyomi_day_today (), KOYOMI_LANGUAGE_EN, NULL);
  GtkWindow *window;
  GtkWidget *accepted;

  g_assert_true (koyomi_session_waive_breach (get_session (self), g_ptr_array_index (breaches, 0), "Known", "CISO", koyomi_day_today (),
                                              KOYOMI_LANGUAGE_EN, NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (koyomi_test_window_get_rows (self)), "plan.breaches", NULL));
  window = koyomi_test_dialog_wait (self->window);
  accepted = koyomi_test_widget_find (GTK_WIDGET (window), GTK_TYPE_EXPANDER);
  g_assert_cmpuint (count_rows (window, TRUE), ==, 0);
  gtk_expander_set_expanded (GTK_EXPANDER (accepted), TRUE);
  koyomi_test_widget_settle (GTK_WIDGET (window));
  g_assert_cmpuint (count_rows (window, TRUE), >=, 1);
  g_assert_true (koyomi_test_dialog_has_line (window, "Known  ·  accepted until 2026-11-22  ·  CISO"));

  g_assert_cmpuint (count_open_breaches (self), <, n_open);
  koyomi_test_dialog_press (window, "Take Back");
  koyomi_test_widget_settle (GTK_WIDGET (window));
  g_assert_cmpuint (count_open_breaches (self), ==, count_rows (window, FALSE));
  gtk_window_destroy (window);
}

/* Only the breaches of the rule that is chosen are shown, or with the words that are searched for. */
static void
test_filter (KoyomiTestWindow *self,
             gconstpointer     data)
{
  GtkWindow *window;
  GtkWidget *rule;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (koyomi_test_window_get_rows (self)), "plan.breaches", NULL));
  window = koyomi_test_dialog_wait (self->window);
  rule = koyomi_test_widget_find (GTK_WIDGET (window), GTK_TYPE_DROP_DOWN);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (rule), KOYOMI_RULE_OUTSOURCED_A + 1);
  koyomi_test_widget_settle (GTK_WIDGET (window));
  g_assert_cmpuint (count_rows (window, FALSE), ==, 1);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (rule), KOYOMI_RULE_TWO_A + 1);
  koyomi_test_widget_settle (GTK_WIDGET (window));
  g_assert_cmpuint (count_rows (window, FALSE), ==, 0);
  g_assert_true (koyomi_test_dialog_has_line (window, "No breach matches"));
  gtk_window_destroy (window);
}

static void
rename_team (KoyomiTestWindow *self,
             const char       *name)
{
  g_autoptr(KoyomiRecord) team = koyomi_session_get (get_session (self), KOYOMI_TABLE_TEAM, find_team (self, "VUL"), KOYOMI_LANGUAGE_EN,
                                                     NULL);
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (get_session (self), NULL);

  koyomi_record_set_text (team, KOYOMI_TEAM_NAME, name);
  g_assert_true (koyomi_edit_update (edit, team, NULL) && koyomi_edit_commit (edit, "Rename the team", NULL));
}

static void
wait_for_line (gpointer    widget,
               const char *line)
{
  while (!koyomi_test_dialog_has_line (widget, line))
    g_main_context_iteration (NULL, TRUE);
}

/* What is done while a window lies over the main one is told in that one, with a way back that can be reached. */
static void
test_toast (KoyomiTestWindow *self,
            gconstpointer     data)
{
  GtkWindow *dialog = open_teams (self, "VUL");

  rename_team (self, "Example team");
  wait_for_line (dialog, "Rename the team");
  g_assert_false (koyomi_test_dialog_has_line (self->window, "Rename the team"));
  g_assert_true (koyomi_test_widget_press (dialog, "<Control>z"));
  wait_for_line (dialog, "Undone: Rename the team");
  g_assert_true (koyomi_test_dialog_has_line (dialog, "Redo"));

  /* Closing is not hindered by it, and it goes on below. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "window.close", NULL));
  wait_for_line (self->window, "Undone: Rename the team");
  rename_team (self, "Another team");
  wait_for_line (self->window, "Rename the team");
}

/* In the search Escape takes back what is searched for, then closes the window. */
static void
test_escape (KoyomiTestWindow *self,
             gconstpointer     data)
{
  GtkWindow *window;
  GtkWidget *search;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (koyomi_test_window_get_rows (self)), "plan.breaches", NULL));
  window = koyomi_test_dialog_wait (self->window);
  search = koyomi_test_widget_find (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), "no such word");
  g_signal_emit_by_name (search, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "");
  g_assert_nonnull (koyomi_test_dialog_find (self->window));
  g_signal_emit_by_name (search, "stop-search");
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
  g_assert_null (koyomi_test_dialog_find (self->window));
}

/* An assignment with letters of the team; the dialog shows them and writes what is changed as one edit. */
static void
test_cell (KoyomiTestWindow *self,
           gconstpointer     data)
{
  gint64 team = find_team (self, "CST");
  g_autoptr(GPtrArray) assignments = list (self, KOYOMI_TABLE_ASSIGNMENT, KOYOMI_ASSIGNMENT_TEAM, team);
  KoyomiRecord *assignment = g_ptr_array_index (assignments, 0);
  g_autoptr(GPtrArray) checks = NULL;
  g_autoptr(KoyomiRecord) changed = NULL;
  g_autoptr(KoyomiRecord) undone = NULL;
  GtkWindow *dialog;

  koyomi_cell_dialog_present (GTK_WINDOW (self->window), koyomi_window_get_workspace (self->window),
                              koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_FUNCTION), team, koyomi_day_today ());
  dialog = koyomi_test_dialog_wait (self->window);
  checks = koyomi_test_dialog_list (dialog, GTK_TYPE_CHECK_BUTTON);
  for (guint i = 0; i < 5; i++)
    gtk_check_button_set_active (g_ptr_array_index (checks, i), i == 2 || i == 3);
  type (dialog, "No_te", "From the review");
  koyomi_test_dialog_press (dialog, "_OK");
  changed = koyomi_session_get (get_session (self), KOYOMI_TABLE_ASSIGNMENT, koyomi_record_get_id (assignment), KOYOMI_LANGUAGE_EN, NULL);
  g_assert_cmpstr (koyomi_record_get_text (changed, KOYOMI_ASSIGNMENT_LETTERS), ==, "CI");
  g_assert_cmpstr (koyomi_record_get_text (changed, KOYOMI_ASSIGNMENT_NOTE), ==, "From the review");

  g_assert_true (koyomi_session_undo (get_session (self), NULL));
  undone = koyomi_session_get (get_session (self), KOYOMI_TABLE_ASSIGNMENT, koyomi_record_get_id (assignment), KOYOMI_LANGUAGE_EN, NULL);
  g_assert_cmpstr (koyomi_record_get_text (undone, KOYOMI_ASSIGNMENT_LETTERS), ==,
                   koyomi_record_get_text (assignment, KOYOMI_ASSIGNMENT_LETTERS));
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
}

/* Returns: a function that no team does */
static gint64
find_free_function (KoyomiTestWindow *self)
{
  g_autoptr(GPtrArray) functions = list (self, KOYOMI_TABLE_FUNCTION, 0, 0);

  for (guint i = 0; i < functions->len; i++)
    {
      gint64 id = koyomi_record_get_id (g_ptr_array_index (functions, i));
      g_autoptr(GPtrArray) assignments = list (self, KOYOMI_TABLE_ASSIGNMENT, KOYOMI_ASSIGNMENT_FUNCTION, id);

      if (assignments->len == 0)
        return id;
    }

  g_assert_not_reached ();
}

static gint64
add_assignment (KoyomiTestWindow *self,
                gint64            function,
                const char       *letters,
                guint32           from,
                guint32           to)
{
  g_autoptr(KoyomiRecord) assignment = koyomi_record_new (KOYOMI_TABLE_ASSIGNMENT);

  koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_FUNCTION, function);
  koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_TEAM, find_team (self, "CST"));
  koyomi_record_set_text (assignment, KOYOMI_ASSIGNMENT_LETTERS, letters);
  koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_FROM_DAY, from);
  koyomi_record_set_int (assignment, KOYOMI_ASSIGNMENT_TO_DAY, to);

  return koyomi_session_add (get_session (self), assignment, KOYOMI_LANGUAGE_EN, NULL);
}

static void
check_letters (KoyomiTestWindow *self,
               gint64            assignment,
               const char       *letters)
{
  g_autoptr(KoyomiRecord) row = koyomi_session_get (get_session (self), KOYOMI_TABLE_ASSIGNMENT, assignment, KOYOMI_LANGUAGE_EN, NULL);

  g_assert_cmpstr (koyomi_record_get_text (row, KOYOMI_ASSIGNMENT_LETTERS), ==, letters);
}

/* The day that the matrix shows says which assignment is meant; those that are changed on the way to others go back together. */
static void
test_cell_on_day (KoyomiTestWindow *self,
                  gconstpointer     data)
{
  gint64 function = find_free_function (self);
  guint32 turn = koyomi_day_new (2040, 4, 1);
  gint64 before = add_assignment (self, function, "I", koyomi_day_new (2039, 4, 1), turn - 1);
  gint64 after = add_assignment (self, function, "S", turn, KOYOMI_DAY_NONE);
  g_autoptr(GPtrArray) checks = NULL;
  g_autoptr(GPtrArray) drops = NULL;
  GtkWindow *dialog;

  koyomi_cell_dialog_present (GTK_WINDOW (self->window), koyomi_window_get_workspace (self->window), function, find_team (self, "CST"), turn);
  dialog = koyomi_test_dialog_wait (self->window);
  checks = koyomi_test_dialog_list (dialog, GTK_TYPE_CHECK_BUTTON);
  drops = koyomi_test_dialog_list (dialog, GTK_TYPE_DROP_DOWN);
  g_assert_true (gtk_check_button_get_active (g_ptr_array_index (checks, 4)));
  gtk_check_button_set_active (g_ptr_array_index (checks, 0), TRUE);
  gtk_drop_down_set_selected (g_ptr_array_index (drops, 0), gtk_drop_down_get_selected (g_ptr_array_index (drops, 0)) - 1);
  g_assert_true (gtk_check_button_get_active (g_ptr_array_index (checks, 3)));
  gtk_check_button_set_active (g_ptr_array_index (checks, 2), TRUE);
  koyomi_test_dialog_press (dialog, "_OK");
  check_letters (self, before, "CI");
  check_letters (self, after, "RS");

  g_assert_true (koyomi_session_undo (get_session (self), NULL));
  check_letters (self, before, "I");
  check_letters (self, after, "S");
}

/* What can only be read is shown, and can neither be typed nor chosen. */
static void
test_cell_to_read (void)
{
  KoyomiTestWindow self = { NULL };
  g_autoptr(KoyomiRecord) assignment = NULL;
  GtkWindow *dialog;

  koyomi_test_window_open_to_read (&self);
  assignment = koyomi_session_get (get_session (&self), KOYOMI_TABLE_ASSIGNMENT,
                                   koyomi_test_window_get_first (&self, KOYOMI_TABLE_ASSIGNMENT), KOYOMI_LANGUAGE_EN, NULL);
  koyomi_cell_dialog_present (GTK_WINDOW (self.window), koyomi_window_get_workspace (self.window),
                              koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_FUNCTION),
                              koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_TEAM), koyomi_day_today ());
  dialog = koyomi_test_dialog_wait (self.window);
  for (guint i = 0; i < 4; i++)
    {
      const GType types[] = { GTK_TYPE_CHECK_BUTTON, GTK_TYPE_DROP_DOWN, GTK_TYPE_ENTRY, GTK_TYPE_TEXT_VIEW };
      g_autoptr(GPtrArray) inputs = koyomi_test_dialog_list (dialog, types[i]);

      g_assert_cmpuint (inputs->len, >, 0);
      for (guint j = types[i] == GTK_TYPE_DROP_DOWN ? 1 : 0; j < inputs->len; j++)
        g_assert_false (gtk_widget_is_sensitive (g_ptr_array_index (inputs, j)));
    }
  gtk_window_destroy (dialog);
  koyomi_test_window_close (&self);
}

#define ADD(path, func) g_test_add ("/views/matrix/" path, KoyomiTestWindow, NULL, set_up, func, tear_down)

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
  ADD ("teams-are-written-and-undone", test_team);
  ADD ("people-come-and-go", test_person);
  ADD ("teams-have-an-order", test_order);
  ADD ("retiring-shows-what-is-uncovered", test_retire);
  ADD ("what-is-needed-stays", test_remove);
  ADD ("accepting-hides-a-breach", test_accept);
  ADD ("accepted-breaches-can-be-taken-back", test_take_back);
  ADD ("breaches-of-one-rule", test_filter);
  ADD ("escape-leaves-the-search-then-the-window", test_escape);
  ADD ("cell-is-one-edit", test_cell);
  ADD ("a-cell-is-shown-as-of-the-day", test_cell_on_day);
  ADD ("what-is-done-is-told-in-front", test_toast);
  g_test_add_func ("/views/matrix/cell-to-be-read-is-looked-at", test_cell_to_read);

  status = g_test_run ();
  koyomi_test_window_stop ();

  return koyomi_test_folder_finish (status);
}
