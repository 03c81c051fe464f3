#include "koyomi-edit.h"
#include "koyomi-facts-window.h"
#include "koyomi-history.h"
#include "koyomi-incident-edit.h"
#include "koyomi-incident-table.h"
#include "koyomi-incident-view.h"
#include "koyomi-test-dialog.h"
#include "koyomi-test-folder.h"
#include "koyomi-test-incidents.h"
#include "koyomi-test-widget.h"
#include "koyomi-test-window.h"
#include "koyomi-text-field.h"

#include <adwaita.h>

typedef KoyomiTestIncidents Fixture;

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
  koyomi_test_window_settle (&self->test);
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
      koyomi_test_window_settle (&self->test);
      g_assert_cmpfloat (gtk_adjustment_get_upper (down), >, 5000);
      for (double value = 0; value < gtk_adjustment_get_upper (down); value += 1371)
        {
          gtk_adjustment_set_value (down, value);
          koyomi_test_window_settle (&self->test);
          g_assert_cmpuint (koyomi_test_widget_count (GTK_WIDGET (self->cards), KOYOMI_TYPE_INCIDENT_CARD_VIEW), <=,
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
  koyomi_test_window_press (&self->test, "<Control>Home");
  first = koyomi_test_incidents_get_selected (self);
  g_assert_cmpint (koyomi_test_incidents_get_place (self).column, ==, 0);
  koyomi_test_window_press (&self->test, "Down");
  g_assert_cmpint (koyomi_test_incidents_get_place (self).index, ==, 1);
  koyomi_test_window_press (&self->test, "Right");
  g_assert_cmpint (koyomi_test_incidents_get_place (self).column, ==, 1);
  g_assert_cmpint (koyomi_test_incidents_get_place (self).index, ==, 1);
  koyomi_test_window_press (&self->test, "End");
  g_assert_cmpint (koyomi_test_incidents_get_place (self).index, ==, (int) koyomi_incident_order_get_cell (koyomi_incident_sheet_get_order (self->sheet), 0, 1)->len - 1);
  koyomi_test_window_press (&self->test, "Home");
  g_assert_cmpint (koyomi_test_incidents_get_place (self).index, ==, 0);
  koyomi_test_window_press (&self->test, "Page_Down");
  g_assert_cmpint (koyomi_test_incidents_get_place (self).index, >, 1);
  koyomi_test_window_press (&self->test, "<Control>End");
  g_assert_cmpint (koyomi_test_incidents_get_place (self).column, ==, 5);
  koyomi_test_window_press (&self->test, "<Control>Left");
  g_assert_cmpint (koyomi_test_incidents_get_place (self).column, ==, 0);
  koyomi_test_window_press (&self->test, "<Control>Home");
  g_assert_cmpint (koyomi_test_incidents_get_selected (self), ==, first);
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
  koyomi_test_window_settle (&self->test);
  n_lanes = koyomi_incident_sheet_get_order (self->sheet)->lanes->len;
  g_assert_cmpint (n_lanes, ==, 5);
  koyomi_test_window_press (&self->test, "<Control>Home");
  for (;;)
    {
      gint64 before = koyomi_test_incidents_get_selected (self);

      koyomi_test_window_press (&self->test, "Down");
      if (koyomi_test_incidents_get_selected (self) == before)
        break;
      n++;
    }
  g_assert_cmpint (koyomi_test_incidents_get_place (self).lane, ==, n_lanes - 1);
  g_assert_cmpuint (n, ==, g_array_index (koyomi_incident_sheet_get_order (self->sheet)->columns, KoyomiIncidentColumn, 0).n_cards);
}

/* Each lane is told before its cards: its name, and how many it has. */
static void
test_lanes (Fixture       *self,
            gconstpointer  data)
{
  const KoyomiIncidentOrder *order = koyomi_incident_sheet_get_order (self->sheet);
  const KoyomiIncidentLane *lane;
  g_autofree char *name = NULL;
  guint n = 0, n_before = 0;

  g_assert_cmpuint (koyomi_test_widget_count (GTK_WIDGET (self->cards), GTK_TYPE_LABEL), ==, 0);
  koyomi_incident_sheet_set_lanes (self->sheet, KOYOMI_INCIDENT_LANES_SEVERITY);
  koyomi_test_window_settle (&self->test);
  order = koyomi_incident_sheet_get_order (self->sheet);
  g_assert_true (GTK_IS_LABEL (gtk_widget_get_first_child (GTK_WIDGET (self->cards))));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_LABEL (child))
      n_before++;
    else
      {
        g_assert_true (n == 0 || n_before == ((const KoyomiIncidentLane *) g_ptr_array_index (order->lanes, n - 1))->n_cards);
        n_before = 0;
        n++;
      }
  g_assert_cmpuint (n, >=, 2);

  lane = g_ptr_array_index (order->lanes, 0);
  name = g_strdup_printf (lane->n_cards == 1 ? "%s, %u incident" : "%s, %u incidents", lane->name, lane->n_cards);
  gtk_test_accessible_assert_property (gtk_widget_get_first_child (GTK_WIDGET (self->cards)), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static void
test_new_button (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr(GPtrArray) buttons = koyomi_test_dialog_list (self->window, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_actionable_get_action_name (g_ptr_array_index (buttons, i)), "incident.new") == 0 &&
        gtk_widget_get_mapped (g_ptr_array_index (buttons, i)))
      {
        gtk_test_accessible_assert_property (g_ptr_array_index (buttons, i), GTK_ACCESSIBLE_PROPERTY_LABEL, "New Incident");
        g_assert_false (gtk_test_accessible_has_relation (g_ptr_array_index (buttons, i), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
        return;
      }

  g_assert_not_reached ();
}

static void
test_move (Fixture       *self,
           gconstpointer  data)
{
  gint64 incident;

  koyomi_test_window_press (&self->test, "<Control>Home");
  incident = koyomi_test_incidents_get_selected (self);
  koyomi_test_window_press (&self->test, "<Alt>Right");
  g_assert_cmpint (koyomi_test_incidents_get_state (self, incident), ==, KOYOMI_INCIDENT_STATE_TRIAGED);
  g_assert_cmpint (koyomi_test_incidents_get_selected (self), ==, incident);
  g_assert_cmpint (koyomi_test_incidents_get_place (self).column, ==, KOYOMI_INCIDENT_STATE_TRIAGED);
  koyomi_test_window_press (&self->test, "<Alt>Left");
  g_assert_cmpint (koyomi_test_incidents_get_state (self, incident), ==, KOYOMI_INCIDENT_STATE_NEW);
  g_assert_true (koyomi_session_undo (self->session, NULL));
  koyomi_test_window_settle (&self->test);
  g_assert_cmpint (koyomi_test_incidents_get_place (self).column, ==, KOYOMI_INCIDENT_STATE_TRIAGED);
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
  koyomi_test_window_settle (&self->test);
  g_signal_emit_by_name (gesture, "drag-update", dx, 60.0);
  koyomi_test_window_settle (&self->test);
  g_assert_cmpint (koyomi_incident_cards_get_target (self->cards), ==, 2);
  if (drop)
    g_signal_emit_by_name (gesture, "drag-end", dx, 60.0);
  else
    g_signal_emit_by_name (gesture, "cancel", NULL);
  koyomi_test_window_settle (&self->test);
  g_assert_cmpint (koyomi_incident_cards_get_target (self->cards), ==, -1);

  return koyomi_test_incidents_get_selected (self);
}

static void
test_drag (Fixture       *self,
           gconstpointer  data)
{
  gint64 incident = drag (self, FALSE);

  g_assert_cmpint (koyomi_test_incidents_get_state (self, incident), ==, KOYOMI_INCIDENT_STATE_NEW);
  g_assert_cmpint (drag (self, TRUE), ==, incident);
  g_assert_cmpint (koyomi_test_incidents_get_state (self, incident), ==, KOYOMI_INCIDENT_STATE_RESPONDING);
}

/* The first card of the first column, held where the board moves along. */
static GtkGesture *
hold_below (Fixture *self)
{
  GtkGesture *gesture = get_drag (self);
  KoyomiRect from = koyomi_incident_layout_get_card (koyomi_incident_sheet_get_layout (self->sheet), (KoyomiIncidentPlace) { 0, 0, 0 });

  gtk_adjustment_set_value (koyomi_incident_cards_get_down (self->cards), 0);
  koyomi_test_window_settle (&self->test);
  g_signal_emit_by_name (gesture, "drag-begin", from.x + 5, from.y + 5);
  g_signal_emit_by_name (gesture, "drag-update", 0.0, gtk_widget_get_height (GTK_WIDGET (self->cards)) - 10 - from.y - 5);

  return gesture;
}

/* Returns: whether the board moved by more than @by within so many frames that are waited for */
static gboolean
has_scrolled (Fixture *self,
              double   by,
              guint    n_frames)
{
  GtkAdjustment *down = koyomi_incident_cards_get_down (self->cards);
  double before = gtk_adjustment_get_value (down);

  for (guint i = 0; i < n_frames && gtk_adjustment_get_value (down) <= before + by; i++)
    koyomi_test_window_settle (&self->test);

  return gtk_adjustment_get_value (down) > before + by;
}

/* While a card is held at the edge the board moves along, and only then. */
static void
test_drag_scrolls (Fixture       *self,
                   gconstpointer  data)
{
  GtkGesture *gesture;
  gint64 incident;

  add_incidents (self, 600);
  gesture = hold_below (self);
  incident = koyomi_test_incidents_get_selected (self);
  g_assert_true (has_scrolled (self, 100, 1000));

  /* Further in it stays where it is. */
  g_signal_emit_by_name (gesture, "drag-update", 0.0, gtk_widget_get_height (GTK_WIDGET (self->cards)) / 2.0);
  g_assert_false (has_scrolled (self, 0, 20));

  g_signal_emit_by_name (gesture, "drag-update", 0.0, gtk_widget_get_height (GTK_WIDGET (self->cards)) - 20.0);
  g_assert_true (has_scrolled (self, 100, 1000));
  g_signal_emit_by_name (gesture, "drag-end", 0.0, gtk_widget_get_height (GTK_WIDGET (self->cards)) - 20.0);
  g_assert_false (has_scrolled (self, 0, 20));
  g_assert_cmpint (koyomi_test_incidents_get_state (self, incident), ==, KOYOMI_INCIDENT_STATE_NEW);
}

static void
test_escape_lets_go (Fixture       *self,
                     gconstpointer  data)
{
  GtkWidget *focus;
  gint64 incident;

  add_incidents (self, 600);
  hold_below (self);
  incident = koyomi_test_incidents_get_selected (self);
  g_assert_true (has_scrolled (self, 100, 1000));

  /* The key goes to whatever has the focus: that must be one of the cards, or what holds them, wherever the first card is by now. */
  focus = gtk_root_get_focus (GTK_ROOT (self->window));
  g_assert_true (focus == GTK_WIDGET (self->cards) || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->cards)));
  g_assert_true (koyomi_test_widget_offer_key (GTK_WIDGET (self->cards), GTK_PHASE_CAPTURE, GDK_KEY_Escape));
  g_assert_false (has_scrolled (self, 0, 20));
  g_assert_cmpint (koyomi_incident_cards_get_target (self->cards), ==, -1);
  g_assert_cmpint (koyomi_test_incidents_get_state (self, incident), ==, KOYOMI_INCIDENT_STATE_NEW);
}

static void
test_delete (Fixture       *self,
             gconstpointer  data)
{
  gint64 n = koyomi_session_count (self->session, KOYOMI_TABLE_INCIDENT, NULL);
  GtkWindow *dialog;

  koyomi_test_window_press (&self->test, "<Control>Home");
  koyomi_test_window_press (&self->test, "Delete");
  dialog = koyomi_test_dialog_wait (self->window);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  koyomi_test_window_settle (&self->test);
  g_assert_cmpint (koyomi_session_count (self->session, KOYOMI_TABLE_INCIDENT, NULL), ==, n);

  gtk_widget_grab_focus (self->view);
  koyomi_test_window_press (&self->test, "Delete");
  dialog = koyomi_test_dialog_wait (self->window);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "delete");
  koyomi_test_window_settle (&self->test);
  g_assert_cmpint (koyomi_session_count (self->session, KOYOMI_TABLE_INCIDENT, NULL), ==, n - 1);
}

/* The last column asks first: what is missing is told, and nothing moves. */
static void
test_close (Fixture       *self,
            gconstpointer  data)
{
  gint64 incident;
  GtkWindow *dialog;

  koyomi_test_window_press (&self->test, "<Control>End");
  incident = koyomi_test_incidents_get_selected (self);
  g_assert_cmpint (koyomi_test_incidents_get_state (self, incident), ==, KOYOMI_INCIDENT_STATE_REVIEW);
  koyomi_test_window_press (&self->test, "<Alt>Right");
  dialog = koyomi_test_dialog_wait (self->window);
  g_assert_cmpstr (gtk_window_get_title (dialog), ==, "Close Incident");
  g_assert_cmpint (koyomi_test_incidents_get_state (self, incident), ==, KOYOMI_INCIDENT_STATE_REVIEW);
  gtk_window_close (dialog);
  koyomi_test_window_settle (&self->test);
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
  koyomi_test_window_settle (&self->test);

  card = koyomi_incident_sheet_find (self->sheet, koyomi_test_incidents_get_selected (self));
  g_assert_nonnull (card);
  g_assert_cmpstr (card->title, ==, "Call from the bank");
  g_assert_cmpint (card->state, ==, KOYOMI_INCIDENT_STATE_NEW);
  g_assert_cmpint (koyomi_test_incidents_get_place (self).column, ==, 0);
}

/* The same, the other way. */
static void
test_table (Fixture       *self,
            gconstpointer  data)
{
  GtkWidget *table, *columns;
  gint64 selected;

  koyomi_test_window_press (&self->test, "<Control>End");
  selected = koyomi_test_incidents_get_selected (self);
  gtk_widget_activate_action (self->view, "incident.view", "s", "table");
  koyomi_test_window_settle (&self->test);
  table = koyomi_test_widget_find (self->view, KOYOMI_TYPE_INCIDENT_TABLE);
  columns = koyomi_test_widget_find (table, GTK_TYPE_COLUMN_VIEW);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (columns)))), ==,
                    koyomi_incident_sheet_get_order (self->sheet)->cards->len);
  g_assert_cmpint (koyomi_test_incidents_get_selected (self), ==, selected);

  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (gtk_column_view_get_model (GTK_COLUMN_VIEW (columns))), 0);
  g_assert_cmpint (koyomi_test_incidents_get_selected (self), ==, ((KoyomiIncidentCard *) g_ptr_array_index (koyomi_incident_sheet_get_order (self->sheet)->cards, 0))->id);
  gtk_widget_activate_action (self->view, "incident.move-to", "s", "recovered");
  koyomi_test_window_settle (&self->test);
  g_assert_cmpint (koyomi_test_incidents_get_state (self, koyomi_test_incidents_get_selected (self)), ==, KOYOMI_INCIDENT_STATE_RECOVERED);
  for (guint i = 0; i < g_list_model_get_n_items (gtk_column_view_get_columns (GTK_COLUMN_VIEW (columns))); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (GTK_COLUMN_VIEW (columns)), i);

      gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (columns), column, GTK_SORT_DESCENDING);
      koyomi_test_window_settle (&self->test);
    }
  koyomi_incident_sheet_set_search (self->sheet, "nothing is called so");
  koyomi_test_window_settle (&self->test);
}

static void
test_panel (Fixture       *self,
            gconstpointer  data)
{
  GtkWidget *panel = koyomi_test_widget_find (self->view, KOYOMI_TYPE_INCIDENT_PANEL);
  const KoyomiIncidentCard *card;
  g_autofree char *title = NULL;

  koyomi_test_window_press (&self->test, "<Control>Home");
  card = koyomi_incident_sheet_find (self->sheet, koyomi_test_incidents_get_selected (self));
  title = g_strdup_printf ("%s %s", card->number, card->title);
  if (panel == NULL || !gtk_widget_get_visible (panel))
    gtk_widget_activate_action (self->view, "incident.toggle-panel", NULL);
  koyomi_test_window_settle (&self->test);
  panel = koyomi_test_widget_find (self->view, KOYOMI_TYPE_INCIDENT_PANEL);
  g_assert_true (koyomi_test_dialog_has_line (panel, title));
  gtk_widget_activate_action (self->view, "incident.toggle-panel", NULL);
  koyomi_test_window_settle (&self->test);
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

  koyomi_test_window_press (&self->test, "<Control>Home");
  incident = koyomi_test_incidents_get_selected (self);
  card = koyomi_incident_sheet_find (self->sheet, incident);
  title = g_strdup_printf ("%s %s", card->number, card->title);
  gtk_widget_activate_action (self->view, "incident.open-window", NULL);
  window = koyomi_test_dialog_wait (self->window);
  koyomi_test_window_settle (&self->test);
  g_assert_cmpstr (gtk_window_get_title (window), ==, title);
  g_assert_true (koyomi_test_dialog_has_line (GTK_WIDGET (window), title));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "incident.move-on", NULL));
  koyomi_test_window_settle (&self->test);
  g_assert_cmpint (koyomi_test_incidents_get_state (self, incident), ==, KOYOMI_INCIDENT_STATE_TRIAGED);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  g_assert_true (koyomi_incident_delete (self->session, incident, KOYOMI_LANGUAGE_EN, NULL));
  koyomi_test_window_settle (&self->test);
  g_assert_null (window);
}

/* Returns: (transfer none): the number in the sidebar */
static GtkWidget *
find_badge (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && g_object_get_data (G_OBJECT (widget), "koyomi-count-badge") != NULL)
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
  koyomi_test_window_settle (&self->test);

  g_assert_true (gtk_widget_get_visible (badge));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (badge)), ==, "1");
  g_assert_true (gtk_widget_has_css_class (badge, "koyomi-late"));
}

#define ADD(path, func) g_test_add ("/views/incident-view/" path, Fixture, NULL, koyomi_test_incidents_set_up, func, \
                                    koyomi_test_incidents_tear_down)

static GtkWidget *
find_lowest_text (GtkWindow *window)
{
  g_autoptr(GPtrArray) texts = koyomi_test_dialog_list (window, GTK_TYPE_TEXT);
  GtkWidget *lowest = NULL;

  for (guint i = 0; i < texts->len; i++)
    if (gtk_widget_get_mapped (g_ptr_array_index (texts, i)))
      lowest = g_ptr_array_index (texts, i);

  return lowest;
}

/* What is told of an edit lies at the lower end of the window, where a person may just be typing. */
static void
test_toast_beside_focus (Fixture       *self,
                         gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  GtkWindow *window;
  GtkWidget *focus, *toasts;
  graphene_rect_t bounds;
  KoyomiIncidentTimes times;
  g_autoptr(KoyomiRecord) incident = NULL;
  gint64 id;

  koyomi_test_window_press (&self->test, "Down");
  id = koyomi_incident_sheet_get_selected (self->sheet);
  koyomi_facts_window_present (self->window, koyomi_incident_sheet_get_workspace (self->sheet), id);
  window = koyomi_test_dialog_wait (self->window);
  koyomi_test_widget_settle (GTK_WIDGET (window));
  focus = find_lowest_text (window);
  gtk_widget_grab_focus (focus);
  koyomi_test_widget_settle (GTK_WIDGET (window));

  incident = koyomi_session_get (self->session, KOYOMI_TABLE_INCIDENT, id, KOYOMI_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  koyomi_incident_times_read (&times, incident);
  koyomi_incident_times_set (&times, KOYOMI_INCIDENT_TIME_ERADICATED, 0, KOYOMI_CERTAINTY_UNKNOWN);
  koyomi_incident_set_times (self->session, id, &times, koyomi_incident_sheet_read_clock (), KOYOMI_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  toasts = koyomi_test_widget_find (GTK_WIDGET (window), ADW_TYPE_TOAST_OVERLAY);
  while (gtk_widget_get_margin_bottom (adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (toasts))) == 0)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < 3; i++)
    koyomi_test_widget_settle (GTK_WIDGET (window));

  g_assert_true (gtk_widget_has_focus (focus));
  g_assert_true (gtk_widget_compute_bounds (focus, toasts, &bounds));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (toasts) - 60);
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
  ADD ("only-what-is-in-sight-has-widgets", test_alive);
  ADD ("arrows-walk", test_walk);
  ADD ("arrows-walk-through-lanes", test_walk_lanes);
  ADD ("lanes-are-told-before-their-cards", test_lanes);
  ADD ("the-button-is-called-by-its-name-alone", test_new_button);
  ADD ("keys-move-an-incident-on-and-back", test_move);
  ADD ("a-card-is-carried-to-another-column", test_drag);
  ADD ("the-board-moves-along-with-a-card-at-its-edge", test_drag_scrolls);
  ADD ("escape-lets-go-of-a-card", test_escape_lets_go);
  ADD ("deleting-asks", test_delete);
  ADD ("closing-asks-for-what-is-missing", test_close);
  ADD ("toast-leaves-room-for-the-focus", test_toast_beside_focus);
  ADD ("a-new-incident-is-selected", test_new);
  ADD ("table-shows-and-selects-the-same", test_table);
  ADD ("panel-shows-the-selected", test_panel);
  ADD ("window-shows-the-selected-and-acts-on-it", test_window);
  ADD ("sidebar-counts-what-presses", test_badge);

  status = g_test_run ();
  koyomi_test_window_stop ();

  return koyomi_test_folder_finish (status);
}
