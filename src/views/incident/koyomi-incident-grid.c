#include "koyomi-incident-grid.h"

#include "koyomi-chart-look.h"
#include "koyomi-incident-commands.h"
#include "koyomi-incident-drag.h"
#include "koyomi-incident-heads.h"
#include "koyomi-incident-menu.h"
#include "koyomi-scroll-bar.h"
#include "koyomi-scroll-wheel.h"

/* A notch of the wheel. */
#define WHEEL_STEPS 2

struct _KoyomiIncidentGrid
{
  GtkWidget            parent_instance;

  KoyomiIncidentSheet *sheet;
  GtkWidget           *cards;
};

G_DEFINE_FINAL_TYPE (KoyomiIncidentGrid, koyomi_incident_grid, GTK_TYPE_WIDGET)

static void
menu_pressed_cb (GtkGestureClick    *gesture,
                 int                 n_presses,
                 double              x,
                 double              y,
                 KoyomiIncidentGrid *self)
{
  KoyomiIncidentPlace place;
  const KoyomiIncidentCard *card = koyomi_incident_cards_pick (KOYOMI_INCIDENT_CARDS (self->cards), x, y, &place);

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (card != NULL)
    koyomi_incident_sheet_select (self->sheet, card->id);
  koyomi_incident_cards_enter (KOYOMI_INCIDENT_CARDS (self->cards));
  koyomi_incident_menu_popup (GTK_WIDGET (self), self->cards, self->sheet, (GdkRectangle) { x, y, 1, 1 });
}

/* The Menu key opens the menu where the selected card is. */
static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  KoyomiIncidentGrid *self = KOYOMI_INCIDENT_GRID (widget);
  KoyomiIncidentPlace place;
  GdkRectangle bounds;

  koyomi_incident_cards_show (KOYOMI_INCIDENT_CARDS (self->cards));
  if (koyomi_incident_sheet_get_place (self->sheet, &place) &&
      koyomi_incident_cards_get_bounds (KOYOMI_INCIDENT_CARDS (self->cards), place, &bounds))
    koyomi_incident_menu_popup (GTK_WIDGET (self), self->cards, self->sheet, bounds);
}

static void
update_style (KoyomiIncidentGrid *self)
{
  koyomi_incident_sheet_set_style (self->sheet, koyomi_chart_look_get_palette (), koyomi_chart_look_get_scale (GTK_WIDGET (self)));
}

static gboolean
koyomi_incident_grid_grab_focus (GtkWidget *widget)
{
  return koyomi_incident_cards_enter (KOYOMI_INCIDENT_CARDS (KOYOMI_INCIDENT_GRID (widget)->cards));
}

static void
koyomi_incident_grid_dispose (GObject *object)
{
  KoyomiIncidentGrid *self = KOYOMI_INCIDENT_GRID (object);
  GtkWidget *child;

  /* A menu may be open. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->sheet);

  G_OBJECT_CLASS (koyomi_incident_grid_parent_class)->dispose (object);
}

static void
koyomi_incident_grid_class_init (KoyomiIncidentGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_incident_grid_dispose;
  widget_class->grab_focus = koyomi_incident_grid_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  gtk_widget_class_install_action (widget_class, "incident.open-menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "incident.open-menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "incident.open-menu", NULL);
  /* Here, and not where the cards are, for the menu is of the grid and tells only of its keys. */
  koyomi_incident_commands_bind_keys (widget_class);
}

static void
koyomi_incident_grid_init (KoyomiIncidentGrid *self)
{
}

static void
add_children (KoyomiIncidentGrid *self)
{
  KoyomiLanguage language = koyomi_incident_sheet_get_language (self->sheet);
  GtkGrid *box = GTK_GRID (gtk_grid_new ());
  GtkAdjustment *down, *across;

  gtk_widget_set_parent (GTK_WIDGET (box), GTK_WIDGET (self));
  self->cards = koyomi_incident_cards_new (self->sheet);
  gtk_widget_set_hexpand (self->cards, TRUE);
  gtk_widget_set_vexpand (self->cards, TRUE);
  gtk_grid_attach (box, koyomi_incident_heads_new (KOYOMI_INCIDENT_CARDS (self->cards)), 0, 0, 1, 1);
  gtk_grid_attach (box, self->cards, 0, 1, 1, 1);

  down = koyomi_incident_cards_get_down (KOYOMI_INCIDENT_CARDS (self->cards));
  across = koyomi_incident_cards_get_across (KOYOMI_INCIDENT_CARDS (self->cards));
  gtk_grid_attach (box, koyomi_scroll_bar_new (GTK_ORIENTATION_VERTICAL, down, koyomi_tr (language, "Cards")), 1, 1, 1, 1);
  gtk_grid_attach (box, koyomi_scroll_bar_new (GTK_ORIENTATION_HORIZONTAL, across, koyomi_tr (language, "Columns")), 0, 2, 2, 1);
  koyomi_scroll_wheel_attach (GTK_WIDGET (self), down, across, WHEEL_STEPS, WHEEL_STEPS);
}

static void
add_controllers (KoyomiIncidentGrid *self)
{
  GtkGesture *menu = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (menu, "pressed", G_CALLBACK (menu_pressed_cb), self, 0);
  gtk_widget_add_controller (self->cards, GTK_EVENT_CONTROLLER (menu));
  koyomi_incident_drag_attach (KOYOMI_INCIDENT_CARDS (self->cards));
}

GtkWidget *
koyomi_incident_grid_new (KoyomiIncidentSheet *sheet)
{
  KoyomiIncidentGrid *self = g_object_new (KOYOMI_TYPE_INCIDENT_GRID, NULL);

  self->sheet = g_object_ref (sheet);
  add_children (self);
  add_controllers (self);
  koyomi_chart_look_connect (GTK_WIDGET (self), G_CALLBACK (update_style));
  update_style (self);

  return GTK_WIDGET (self);
}
