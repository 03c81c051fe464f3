#include "koyomi-edit.h"
#include "koyomi-history.h"
#include "koyomi-incident-cards.h"
#include "koyomi-incident-edit.h"
#include "koyomi-incident-table.h"
#include "koyomi-incident-view.h"
#include "koyomi-moment-line.h"
#include "koyomi-severity.h"
#include "koyomi-test-dialog.h"
#include "koyomi-test-folder.h"
#include "koyomi-test-widget.h"
#include "koyomi-test-window.h"
#include "koyomi-text-field.h"

#include <adwaita.h>

/* The board of the sample company's incidents. */
typedef struct
{
  KoyomiTestWindow     test;
  KoyomiSession       *session;
  GtkWindow           *window;
  GtkWidget           *view;
  KoyomiIncidentCards *cards;
  KoyomiIncidentSheet *sheet;
} Fixture;

static void
settle (Fixture *self)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
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
  self->cards = KOYOMI_INCIDENT_CARDS (koyomi_test_widget_find (self->view, KOYOMI_TYPE_INCIDENT_CARDS));
  self->sheet = koyomi_incident_cards_get_sheet (self->cards);
  koyomi_incident_sheet_set_all (self->sheet, FALSE);
  koyomi_incident_sheet_clear_filter (self->sheet);
  koyomi_incident_sheet_set_lanes (self->sheet, KOYOMI_INCIDENT_LANES_NONE);
  gtk_widget_activate_action (self->view, "incident.view", "s", "board");
  settle (self);
  gtk_widget_grab_focus (self->view);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  koyomi_test_window_close (&self->test);
}

static void
press (Fixture    *self,
       const char *key)
{
  g_assert_true (koyomi_test_widget_press (self->window, key));
  settle (self);
}

static KoyomiIncidentPlace
get_place (Fixture *self)
{
  KoyomiIncidentPlace place;

  g_assert_true (koyomi_incident_sheet_get_place (self->sheet, &place));

  return place;
}

static KoyomiIncidentState
get_state (Fixture *self,
           gint64   incident)
{
  g_autoptr(KoyomiRecord) record = koyomi_session_get (self->session, KOYOMI_TABLE_INCIDENT, incident, KOYOMI_LANGUAGE_EN, NULL);

  return koyomi_record_get_int (record, KOYOMI_INCIDENT_STATE);
}

static gint64
get_selected (Fixture *self)
{
  return koyomi_incident_sheet_get_selected (self->sheet);
}

/* Adds so many that are new. */
static void
add_incidents (Fixture *self,
               guint    n)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (self->session, NULL);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KoyomiRecord) incident = koyomi_record_new (KOYOMI_TABLE_INCIDENT);

      koyomi_record_take_text (incident, KOYOMI_INCIDENT_NUMBER, g_strdup_printf ("2025-%u", i + 1));
      koyomi_record_take_text (incident, KOYOMI_INCIDENT_TITLE, g_strdup_printf ("Incident %u of many, with a title of two lines", i + 1));
      koyomi_record_set_int (incident, KOYOMI_INCIDENT_STATE, i % 6);
      koyomi_record_set_int (incident, KOYOMI_INCIDENT_SEVERITY, i % 5);
      koyomi_edit_insert (edit, incident, &error);
      g_assert_no_error (error);
    }
  koyomi_edit_commit (edit, "Add incidents", &error);
  g_assert_no_error (error);
  settle (self);
}

static guint
count (GtkWidget *widget,
       GType      type)
{
  guint n = g_type_is_a (G_OBJECT_TYPE (widget), type);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count (child, type);

  return n;
}

static void
test_alive (Fixture       *self,
            gconstpointer  data)
{
  GtkAdjustment *down = koyomi_incident_cards_get_down (self->cards);

  add_incidents (self, 600);
  for (KoyomiIncidentLanes lanes = 0; lanes < KOYOMI_N_INCIDENT_LANES; lanes++)
    {
      koyomi_incident_sheet_set_lanes (self->sheet, lanes);
      settle (self);
      g_assert_cmpfloat (gtk_adjustment_get_upper (down), >, 5000);
      for (double value = 0; value < gtk_adjustment_get_upper (down); value += 1371)
        {
          gtk_adjustment_set_value (down, value);
          settle (self);
          g_assert_cmpuint (count (GTK_WIDGET (self->cards), KOYOMI_TYPE_INCIDENT_CARD_VIEW), <=,
                            6 * (gtk_adjustment_get_page_size (down) / 80 + 2));
        }
    }
}

static void
test_walk (Fixture       *self,
           gconstpointer  data)
{
  gint64 first;

  add_incidents (self, 60);
  press (self, "<Control>Home");
  first = get_selected (self);
  g_assert_cmpint (get_place (self).column, ==, 0);
  press (self, "Down");
  g_assert_cmpint (get_place (self).index, ==, 1);
  press (self, "Right");
  g_assert_cmpint (get_place (self).column, ==, 1);
  g_assert_cmpint (get_place (self).index, ==, 1);
  press (self, "End");
  g_assert_cmpint (get_place (self).index, ==, (int) koyomi_incident_order_get_cell (koyomi_incident_sheet_get_order (self->sheet), 0, 1)->len - 1);
  press (self, "Home");
  g_assert_cmpint (get_place (self).index, ==, 0);
  press (self, "Page_Down");
  g_assert_cmpint (get_place (self).index, >, 1);
  press (self, "<Control>End");
  g_assert_cmpint (get_place (self).column, ==, 5);
  press (self, "<Control>Left");
  g_assert_cmpint (get_place (self).column, ==, 0);
  press (self, "<Control>Home");
  g_assert_cmpint (get_selected (self), ==, first);
}

/* Each row of the lanes is passed through. */
static void
test_walk_lanes (Fixture       *self,
                 gconstpointer  data)
{
  int n_lanes;
  guint n = 1;

  add_incidents (self, 60);
  koyomi_incident_sheet_set_lanes (self->sheet, KOYOMI_INCIDENT_LANES_SEVERITY);
  settle (self);
  n_lanes = koyomi_incident_sheet_get_order (self->sheet)->lanes->len;
  g_assert_cmpint (n_lanes, ==, 5);
  press (self, "<Control>Home");
  for (;;)
    {
      gint64 before = get_selected (self);

      press (self, "Down");
      if (get_selected (self) == before)
        break;
      n++;
    }
  g_assert_cmpint (get_place (self).lane, ==, n_lanes - 1);
  g_assert_cmpuint (n, ==, g_array_index (koyomi_incident_sheet_get_order (self->sheet)->columns, KoyomiIncidentColumn, 0).n_cards);
}

static void
test_move (Fixture       *self,
           gconstpointer  data)
{
  gint64 incident;

  press (self, "<Control>Home");
  incident = get_selected (self);
  press (self, "<Alt>Right");
  g_assert_cmpint (get_state (self, incident), ==, KOYOMI_INCIDENT_STATE_TRIAGED);
  g_assert_cmpint (get_selected (self), ==, incident);
  g_assert_cmpint (get_place (self).column, ==, KOYOMI_INCIDENT_STATE_TRIAGED);
  press (self, "<Alt>Left");
  g_assert_cmpint (get_state (self, incident), ==, KOYOMI_INCIDENT_STATE_NEW);
  g_assert_true (koyomi_session_undo (self->session, NULL));
  settle (self);
  g_assert_cmpint (get_place (self).column, ==, KOYOMI_INCIDENT_STATE_TRIAGED);
}

static GtkGesture *
get_drag (Fixture *self)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->cards));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkGesture) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller))
        return controller;
    }

  g_assert_not_reached ();
}

/* Carries the first card of the first column over the third, and lets go if @drop. */
static gint64
drag (Fixture  *self,
      gboolean  drop)
{
  GtkGesture *gesture = get_drag (self);
  KoyomiRect from = koyomi_incident_layout_get_card (koyomi_incident_sheet_get_layout (self->sheet), (KoyomiIncidentPlace) { 0, 0, 0 });
  KoyomiRect to = koyomi_incident_layout_get_column (koyomi_incident_sheet_get_layout (self->sheet), 2);
  double dx = to.x + to.width / 2 - from.x - 5;

  g_signal_emit_by_name (gesture, "drag-begin", from.x + 5, from.y + 5);
  g_signal_emit_by_name (gesture, "drag-update", dx / 2, 40.0);
  settle (self);
  g_signal_emit_by_name (gesture, "drag-update", dx, 60.0);
  settle (self);
  g_assert_cmpint (koyomi_incident_cards_get_target (self->cards), ==, 2);
  if (drop)
    g_signal_emit_by_name (gesture, "drag-end", dx, 60.0);
  else
    g_signal_emit_by_name (gesture, "cancel", NULL);
  settle (self);
  g_assert_cmpint (koyomi_incident_cards_get_target (self->cards), ==, -1);

  return get_selected (self);
}

static void
test_drag (Fixture       *self,
           gconstpointer  data)
{
  gint64 incident = drag (self, FALSE);

  g_assert_cmpint (get_state (self, incident), ==, KOYOMI_INCIDENT_STATE_NEW);
  g_assert_cmpint (drag (self, TRUE), ==, incident);
  g_assert_cmpint (get_state (self, incident), ==, KOYOMI_INCIDENT_STATE_RESPONDING);
}

static void
test_delete (Fixture       *self,
             gconstpointer  data)
{
  gint64 n = koyomi_session_count (self->session, KOYOMI_TABLE_INCIDENT, NULL);
  GtkWindow *dialog;

  press (self, "<Control>Home");
  press (self, "Delete");
  dialog = koyomi_test_dialog_wait (self->window);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  settle (self);
  g_assert_cmpint (koyomi_session_count (self->session, KOYOMI_TABLE_INCIDENT, NULL), ==, n);

  gtk_widget_grab_focus (self->view);
  press (self, "Delete");
  dialog = koyomi_test_dialog_wait (self->window);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "delete");
  settle (self);
  g_assert_cmpint (koyomi_session_count (self->session, KOYOMI_TABLE_INCIDENT, NULL), ==, n - 1);
}

/* The last column asks first: what is missing is told, and nothing moves. */
static void
test_close (Fixture       *self,
            gconstpointer  data)
{
  gint64 incident;
  GtkWindow *dialog;

  press (self, "<Control>End");
  incident = get_selected (self);
  g_assert_cmpint (get_state (self, incident), ==, KOYOMI_INCIDENT_STATE_REVIEW);
  press (self, "<Alt>Right");
  dialog = koyomi_test_dialog_wait (self->window);
  g_assert_cmpstr (gtk_window_get_title (dialog), ==, "Close Incident");
  g_assert_cmpint (get_state (self, incident), ==, KOYOMI_INCIDENT_STATE_REVIEW);
  gtk_window_close (dialog);
  settle (self);
}

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
  settle (self);
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

  press (self, "<Control>Home");
  incident = get_selected (self);
  press (self, "<Control>t");
  dialog = koyomi_test_dialog_wait (self->window);
  g_assert_cmpstr (gtk_window_get_title (dialog), ==, "Triage");
  severity = find_choice (dialog, "S1");
  drops = koyomi_test_dialog_list (dialog, GTK_TYPE_DROP_DOWN);
  for (guint i = 1; i <= KOYOMI_N_IMPACTS; i++)
    gtk_drop_down_set_selected (g_ptr_array_index (drops, i), i == 2 ? 4 : 1);
  settle (self);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (severity)), ==, KOYOMI_SEVERITY_S2);
  g_assert_true (can_accept (dialog));

  gtk_drop_down_set_selected (GTK_DROP_DOWN (severity), KOYOMI_SEVERITY_S1);
  settle (self);
  g_assert_false (can_accept (dialog));
  give_severity_reason (self, dialog);
  g_assert_true (can_accept (dialog));
  koyomi_test_dialog_press (dialog, "_Save");
  settle (self);

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

  press (self, "<Control>Home");
  incident = get_selected (self);
  record = read_incident (self, incident);
  koyomi_incident_times_init (&times);
  koyomi_incident_times_read (&times, record);
  press (self, "<Control><Shift>t");
  dialog = koyomi_test_dialog_wait (self->window);
  drops = koyomi_test_dialog_list (dialog, GTK_TYPE_DROP_DOWN);
  gtk_drop_down_set_selected (g_ptr_array_index (drops, 0), KOYOMI_CERTAINTY_ESTIMATED);
  settle (self);
  line = get_first_moment (dialog);
  koyomi_moment_line_set (line, times.at[KOYOMI_INCIDENT_TIME_DETECTED] + 3600000);
  settle (self);
  g_assert_false (can_accept (dialog));

  koyomi_moment_line_set (line, times.at[KOYOMI_INCIDENT_TIME_DETECTED] - 3600000);
  gtk_drop_down_set_selected (g_ptr_array_index (drops, KOYOMI_INCIDENT_TIME_ERADICATED), KOYOMI_CERTAINTY_UNKNOWN);
  settle (self);
  g_assert_true (can_accept (dialog));
  koyomi_test_dialog_press (dialog, "_Save");
  settle (self);

  g_clear_object (&record);
  record = read_incident (self, incident);
  koyomi_incident_times_read (&times, record);
  g_assert_cmpint (times.certainty[KOYOMI_INCIDENT_TIME_OCCURRED], ==, KOYOMI_CERTAINTY_ESTIMATED);
  g_assert_cmpint (times.certainty[KOYOMI_INCIDENT_TIME_ERADICATED], ==, KOYOMI_CERTAINTY_UNKNOWN);
  g_assert_cmpint (times.at[KOYOMI_INCIDENT_TIME_OCCURRED], ==, times.at[KOYOMI_INCIDENT_TIME_DETECTED] / 60000 * 60000 - 3600000);
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

  press (self, "<Control>Home");
  incident = get_selected (self);
  press (self, "F2");
  dialog = koyomi_test_dialog_wait (self->window);
  type_fact (dialog, 0, "A title that says more");
  type_fact (dialog, 3, "1.5");
  type_fact (dialog, 3, "1,204");
  checks = koyomi_test_dialog_list (dialog, GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (g_ptr_array_index (checks, 3), TRUE);
  settle (self);
  gtk_window_close (dialog);
  settle (self);

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

  press (self, "<Control>End");
  press (self, "<Alt>Right");
  dialog = koyomi_test_dialog_wait (self->window);
  koyomi_test_dialog_press (dialog, "Fill In…");
  settle (self);
  dialog = koyomi_test_dialog_wait (self->window);
  g_assert_cmpstr (gtk_window_get_title (dialog), !=, "Close Incident");
  gtk_window_close (dialog);
  settle (self);
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
  settle (self);
}

/* Who leaves the board by the side or comes back to it says why. */
static void
test_aside (Fixture       *self,
            gconstpointer  data)
{
  gint64 incident;
  GtkWindow *dialog;

  press (self, "<Control>Home");
  incident = get_selected (self);
  gtk_widget_activate_action (self->view, "incident.move-to", "s", "false-alarm");
  g_assert_cmpint (get_state (self, incident), ==, KOYOMI_INCIDENT_STATE_NEW);
  give_reason (self, "False Alarm", "_False Alarm");
  g_assert_cmpint (get_state (self, incident), ==, KOYOMI_INCIDENT_STATE_FALSE_ALARM);
  g_assert_cmpint (get_selected (self), !=, incident);

  koyomi_incident_view_show (KOYOMI_INCIDENT_VIEW (self->view), incident);
  settle (self);
  g_assert_cmpint (get_selected (self), ==, incident);
  press (self, "<Alt>Left");
  give_reason (self, "Open Incident Again", "_Open Again");
  g_assert_cmpint (get_state (self, incident), ==, KOYOMI_INCIDENT_STATE_NEW);

  gtk_widget_activate_action (self->view, "incident.move-to", "s", "merged");
  dialog = koyomi_test_dialog_wait (self->window);
  g_assert_cmpstr (gtk_window_get_title (dialog), ==, "Merge Incident");
  gtk_window_close (dialog);
  settle (self);
  g_assert_cmpint (get_state (self, incident), ==, KOYOMI_INCIDENT_STATE_NEW);
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

  press (self, "<Control>Home");
  incident = get_selected (self);
  koyomi_record_set_text (drill, KOYOMI_INCIDENT_TITLE, "Drill of the autumn");
  koyomi_record_set_int (drill, KOYOMI_INCIDENT_KIND, KOYOMI_INCIDENT_KIND_DRILL);
  g_assert_cmpint (koyomi_incident_open (self->session, drill, koyomi_incident_sheet_read_clock (), KOYOMI_LANGUAGE_EN, &error), !=, 0);
  g_assert_no_error (error);
  settle (self);

  koyomi_incident_sheet_select (self->sheet, incident);
  gtk_widget_activate_action (self->view, "incident.move-to", "s", "merged");
  dialog = koyomi_test_dialog_wait (self->window);
  gtk_menu_button_popup (GTK_MENU_BUTTON (koyomi_test_widget_find (GTK_WIDGET (dialog), GTK_TYPE_MENU_BUTTON)));
  settle (self);
  g_assert_true (offers (self, dialog, incident, FALSE));
  g_assert_false (offers (self, dialog, incident, TRUE));
  gtk_window_close (dialog);
  settle (self);
}

static void
test_new (Fixture       *self,
          gconstpointer  data)
{
  GtkWindow *dialog;
  g_autoptr(GPtrArray) fields = NULL;
  const KoyomiIncidentCard *card;

  gtk_widget_activate_action (self->view, "incident.new", NULL);
  dialog = koyomi_test_dialog_wait (self->window);
  fields = koyomi_test_dialog_list (dialog, KOYOMI_TYPE_TEXT_FIELD);
  gtk_editable_set_text (GTK_EDITABLE (koyomi_text_field_get_input (g_ptr_array_index (fields, 0))), "Call from the bank");
  koyomi_test_dialog_press (dialog, "_Open Incident");
  settle (self);

  card = koyomi_incident_sheet_find (self->sheet, get_selected (self));
  g_assert_nonnull (card);
  g_assert_cmpstr (card->title, ==, "Call from the bank");
  g_assert_cmpint (card->state, ==, KOYOMI_INCIDENT_STATE_NEW);
  g_assert_cmpint (get_place (self).column, ==, 0);
}

/* The same, the other way. */
static void
test_table (Fixture       *self,
            gconstpointer  data)
{
  GtkWidget *table, *columns;
  gint64 selected;

  press (self, "<Control>End");
  selected = get_selected (self);
  gtk_widget_activate_action (self->view, "incident.view", "s", "table");
  settle (self);
  table = koyomi_test_widget_find (self->view, KOYOMI_TYPE_INCIDENT_TABLE);
  columns = koyomi_test_widget_find (table, GTK_TYPE_COLUMN_VIEW);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (columns)))), ==,
                    koyomi_incident_sheet_get_order (self->sheet)->cards->len);
  g_assert_cmpint (get_selected (self), ==, selected);

  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (gtk_column_view_get_model (GTK_COLUMN_VIEW (columns))), 0);
  g_assert_cmpint (get_selected (self), ==, ((KoyomiIncidentCard *) g_ptr_array_index (koyomi_incident_sheet_get_order (self->sheet)->cards, 0))->id);
  gtk_widget_activate_action (self->view, "incident.move-to", "s", "recovered");
  settle (self);
  g_assert_cmpint (get_state (self, get_selected (self)), ==, KOYOMI_INCIDENT_STATE_RECOVERED);
  for (guint i = 0; i < g_list_model_get_n_items (gtk_column_view_get_columns (GTK_COLUMN_VIEW (columns))); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (GTK_COLUMN_VIEW (columns)), i);

      gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (columns), column, GTK_SORT_DESCENDING);
      settle (self);
    }
  koyomi_incident_sheet_set_search (self->sheet, "nothing is called so");
  settle (self);
}

static void
test_panel (Fixture       *self,
            gconstpointer  data)
{
  GtkWidget *panel = koyomi_test_widget_find (self->view, KOYOMI_TYPE_INCIDENT_PANEL);
  const KoyomiIncidentCard *card;
  g_autofree char *title = NULL;

  press (self, "<Control>Home");
  card = koyomi_incident_sheet_find (self->sheet, get_selected (self));
  title = g_strdup_printf ("%s %s", card->number, card->title);
  if (panel == NULL || !gtk_widget_get_visible (panel))
    gtk_widget_activate_action (self->view, "incident.toggle-panel", NULL);
  settle (self);
  panel = koyomi_test_widget_find (self->view, KOYOMI_TYPE_INCIDENT_PANEL);
  g_assert_true (koyomi_test_dialog_has_line (panel, title));
  gtk_widget_activate_action (self->view, "incident.toggle-panel", NULL);
  settle (self);
  g_assert_false (gtk_widget_get_visible (panel));
}

/* The window has the actions of the view behind it, and goes with the incident. */
static void
test_window (Fixture       *self,
             gconstpointer  data)
{
  const KoyomiIncidentCard *card;
  g_autofree char *title = NULL;
  gint64 incident;
  GtkWindow *window;

  press (self, "<Control>Home");
  incident = get_selected (self);
  card = koyomi_incident_sheet_find (self->sheet, incident);
  title = g_strdup_printf ("%s %s", card->number, card->title);
  gtk_widget_activate_action (self->view, "incident.open-window", NULL);
  window = koyomi_test_dialog_wait (self->window);
  settle (self);
  g_assert_cmpstr (gtk_window_get_title (window), ==, title);
  g_assert_true (koyomi_test_dialog_has_line (GTK_WIDGET (window), title));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "incident.move-on", NULL));
  settle (self);
  g_assert_cmpint (get_state (self, incident), ==, KOYOMI_INCIDENT_STATE_TRIAGED);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  g_assert_true (koyomi_incident_delete (self->session, incident, KOYOMI_LANGUAGE_EN, NULL));
  settle (self);
  g_assert_null (window);
}

/* Returns: (transfer none): the number in the sidebar */
static GtkWidget *
find_badge (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && g_object_get_data (G_OBJECT (widget), "koyomi-incident-badge") != NULL)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_badge (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_badge (Fixture       *self,
            gconstpointer  data)
{
  GtkWidget *badge = find_badge (GTK_WIDGET (self->window));
  GPtrArray *cards = koyomi_incident_sheet_get_order (self->sheet)->cards;
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autoptr(KoyomiRecord) record = NULL;
  gint64 incident = 0;

  g_assert_false (gtk_widget_get_visible (badge));
  for (guint i = 0; i < cards->len; i++)
    if (((KoyomiIncidentCard *) g_ptr_array_index (cards, i))->clock_due != 0)
      incident = ((KoyomiIncidentCard *) g_ptr_array_index (cards, i))->id;
  g_assert_cmpint (incident, !=, 0);

  edit = koyomi_session_begin_edit (self->session, NULL);
  record = koyomi_session_get (self->session, KOYOMI_TABLE_INCIDENT, incident, KOYOMI_LANGUAGE_EN, NULL);
  koyomi_record_set_int (record, KOYOMI_INCIDENT_AWARE_AT, koyomi_record_get_int (record, KOYOMI_INCIDENT_AWARE_AT) -
                         G_GINT64_CONSTANT (1000) * 3600 * 24 * 90);
  g_assert_true (koyomi_edit_update (edit, record, NULL));
  g_assert_true (koyomi_edit_commit (edit, "Make a report late", NULL));
  settle (self);

  g_assert_true (gtk_widget_get_visible (badge));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (badge)), ==, "1");
  g_assert_true (gtk_widget_has_css_class (badge, "koyomi-late"));
}

#define ADD(path, func) g_test_add ("/views/incident-view/" path, Fixture, NULL, set_up, func, tear_down)

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
  ADD ("only-what-is-in-sight-has-widgets", test_alive);
  ADD ("arrows-walk", test_walk);
  ADD ("arrows-walk-through-lanes", test_walk_lanes);
  ADD ("keys-move-an-incident-on-and-back", test_move);
  ADD ("a-card-is-carried-to-another-column", test_drag);
  ADD ("deleting-asks", test_delete);
  ADD ("closing-asks-for-what-is-missing", test_close);
  ADD ("closing-leads-to-what-is-missing", test_fill_gap);
  ADD ("triage-suggests-and-asks-why", test_triage);
  ADD ("times-keep-their-order", test_times);
  ADD ("facts-are-written-as-they-are-typed", test_facts);
  ADD ("leaving-the-board-and-coming-back-asks-why", test_aside);
  ADD ("a-drill-is-merged-with-drills-only", test_merge);
  ADD ("a-new-incident-is-selected", test_new);
  ADD ("table-shows-and-selects-the-same", test_table);
  ADD ("panel-shows-the-selected", test_panel);
  ADD ("window-shows-the-selected-and-acts-on-it", test_window);
  ADD ("sidebar-counts-what-presses", test_badge);

  status = g_test_run ();
  koyomi_test_window_stop ();

  return koyomi_test_folder_finish (status);
}
