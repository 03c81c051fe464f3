#include "koyomi-incident-drag.h"

#include "koyomi-incident-commands.h"

/* So near to an edge the board moves along, by so much in each frame. */
#define SCROLL_MARGIN 36
#define SCROLL_STEP 9

/* A card on its way, from the press of the button on. */
typedef struct
{
  KoyomiIncidentCards *cards;      /* not owned: it owns the gestures that own this */
  GtkGesture          *gesture;
  GtkGesture          *click;      /* not owned either */
  gint64               incident;   /* 0 for none */
  gboolean             moved;
  double               grip_x;     /* where the card is held, from its corner */
  double               grip_y;
  double               x;          /* the pointer */
  double               y;
  double               start_x;
  double               start_y;
  guint                tick_id;
} Drag;

static KoyomiIncidentSheet *
get_sheet (Drag *self)
{
  return koyomi_incident_cards_get_sheet (self->cards);
}

static const KoyomiIncidentColumn *
get_column (Drag *self,
            int   column)
{
  return &g_array_index (koyomi_incident_sheet_get_order (get_sheet (self))->columns, KoyomiIncidentColumn, column);
}

/* Returns: FALSE where the card is no longer shown */
static gboolean
get_place (Drag                *self,
           KoyomiIncidentPlace *place)
{
  return koyomi_incident_order_find (koyomi_incident_sheet_get_order (get_sheet (self)), self->incident, place);
}

static void
stop (Drag *self)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->cards), self->tick_id);
  self->tick_id = 0;
  self->incident = 0;
  self->moved = FALSE;
  koyomi_incident_cards_clear_drag (self->cards);
  gtk_widget_set_cursor (GTK_WIDGET (self->cards), NULL);
}

static void
show (Drag *self)
{
  KoyomiIncidentPlace place;
  int column = koyomi_incident_cards_pick_column (self->cards, self->x);

  if (!get_place (self, &place))
    {
      stop (self);
      return;
    }

  koyomi_incident_cards_set_drag (self->cards, place, self->x - self->grip_x, self->y - self->grip_y,
                                  column != place.column ? column : -1);
}

static void
scroll_by (GtkAdjustment *adjustment,
           double         position,
           double         size)
{
  double by = position < SCROLL_MARGIN ? -SCROLL_STEP : position > size - SCROLL_MARGIN ? SCROLL_STEP : 0;

  if (by != 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + by);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  Drag *self = data;

  scroll_by (koyomi_incident_cards_get_down (self->cards), self->y, gtk_widget_get_height (widget));
  scroll_by (koyomi_incident_cards_get_across (self->cards), self->x, gtk_widget_get_width (widget));
  show (self);

  return G_SOURCE_CONTINUE;
}

/* A column that is folded up opens when it is clicked. */
static void
open_column (Drag   *self,
             double  x)
{
  int column = koyomi_incident_cards_pick_column (self->cards, x);

  if (column >= 0 && get_column (self, column)->is_folded)
    koyomi_incident_sheet_set_all (get_sheet (self), TRUE);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->cards));
}

static void
begin_cb (GtkGestureDrag *gesture,
          double          x,
          double          y,
          Drag           *self)
{
  KoyomiIncidentPlace place;
  const KoyomiIncidentCard *card = koyomi_incident_cards_pick (self->cards, x, y, &place);
  GdkRectangle bounds;

  stop (self);
  if (card == NULL)
    {
      open_column (self, x);
      return;
    }

  self->incident = card->id;
  self->start_x = self->x = x;
  self->start_y = self->y = y;
  koyomi_incident_cards_get_bounds (self->cards, place, &bounds);
  self->grip_x = x - bounds.x;
  self->grip_y = y - bounds.y;
  koyomi_incident_sheet_select (get_sheet (self), card->id);
  koyomi_incident_cards_enter (self->cards);
}

static void
update_cb (GtkGestureDrag *gesture,
           double          dx,
           double          dy,
           Drag           *self)
{
  if (self->incident == 0 || !koyomi_incident_sheet_can_edit (get_sheet (self)))
    return;

  self->x = self->start_x + dx;
  self->y = self->start_y + dy;
  if (!self->moved)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self->cards), self->start_x, self->start_y, self->x, self->y))
        return;

      self->moved = TRUE;
      /* The next press is the first of its own, however soon it comes. */
      gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->click));
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self->cards), "grabbing");
      self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->cards), tick_cb, self, NULL);
    }
  show (self);
}

static void
end_cb (GtkGestureDrag *gesture,
        double          dx,
        double          dy,
        Drag           *self)
{
  int column = koyomi_incident_cards_pick_column (self->cards, self->x);
  gint64 incident = self->moved ? self->incident : 0;
  KoyomiIncidentPlace place;
  gboolean is_elsewhere = incident != 0 && get_place (self, &place) && column >= 0 && column != place.column;

  stop (self);
  if (is_elsewhere)
    koyomi_incident_commands_move (GTK_WIDGET (self->cards), get_sheet (self), incident, get_column (self, column)->target);
}

/* Escape lets go of what is being carried. */
static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        Drag                  *self)
{
  if (key != GDK_KEY_Escape || !self->moved)
    return FALSE;

  stop (self);
  gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->gesture));

  return TRUE;
}

/* A double click ends with the second release: a press that comes soon after a click may be the beginning of a way. */
static void
released_cb (GtkGestureClick *gesture,
             int              n_presses,
             double           x,
             double           y,
             Drag            *self)
{
  KoyomiIncidentPlace place;

  if (n_presses == 2 && koyomi_incident_cards_pick (self->cards, x, y, &place) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->cards), "incident.open", NULL);
}

void
koyomi_incident_drag_attach (KoyomiIncidentCards *cards)
{
  Drag *self = g_new0 (Drag, 1);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->cards = cards;
  self->gesture = gtk_gesture_drag_new ();
  self->click = gtk_gesture_click_new ();
  g_object_set_data_full (G_OBJECT (self->gesture), "koyomi-drag", self, g_free);
  g_signal_connect (self->gesture, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect (self->gesture, "drag-update", G_CALLBACK (update_cb), self);
  g_signal_connect (self->gesture, "drag-end", G_CALLBACK (end_cb), self);
  g_signal_connect_swapped (self->gesture, "cancel", G_CALLBACK (stop), self);
  g_signal_connect (self->click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (cards), keys);
  gtk_widget_add_controller (GTK_WIDGET (cards), GTK_EVENT_CONTROLLER (self->click));
  gtk_widget_add_controller (GTK_WIDGET (cards), GTK_EVENT_CONTROLLER (self->gesture));
}
