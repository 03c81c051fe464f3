#include "koyomi-incident-grid.h"

#include "koyomi-chart-look.h"
#include "koyomi-incident-commands.h"
#include "koyomi-incident-drag.h"
#include "koyomi-incident-heads.h"
#include "koyomi-incident-menu.h"

#include <adwaita.h>

/* A notch of the wheel. */
#define WHEEL_STEPS 2

struct _KoyomiIncidentGrid
{
  GtkWidget             parent_instance;

  KoyomiIncidentSheet  *sheet;
  GtkWidget            *box;
  GtkWidget            *cards;
  GtkWidget            *down_bar;
  GtkWidget            *across_bar;
  guint                 idle_id;
};

G_DEFINE_FINAL_TYPE (KoyomiIncidentGrid, koyomi_incident_grid, GTK_TYPE_WIDGET)

static gboolean
is_needed (GtkAdjustment *adjustment)
{
  return gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment) + 0.5;
}

/* A bar that cannot be moved keeps its place, so that the cards keep their width, but is not seen. */
static void
down_changed_cb (KoyomiIncidentGrid *self,
                 GtkAdjustment      *adjustment)
{
  gtk_widget_set_opacity (self->down_bar, is_needed (adjustment) ? 1 : 0);
  gtk_widget_set_sensitive (self->down_bar, is_needed (adjustment));
}

static gboolean
show_across_cb (gpointer data)
{
  KoyomiIncidentGrid *self = data;

  self->idle_id = 0;
  gtk_widget_set_visible (self->across_bar, is_needed (gtk_scrollbar_get_adjustment (GTK_SCROLLBAR (self->across_bar))));

  return G_SOURCE_REMOVE;
}

/* The cards are laid out just now: a bar that came now would have to wait for its place. */
static void
across_changed_cb (KoyomiIncidentGrid *self,
                   GtkAdjustment      *adjustment)
{
  if (is_needed (adjustment) != gtk_widget_get_visible (self->across_bar) && self->idle_id == 0)
    self->idle_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, show_across_cb, self, NULL);
}

static void
scroll_by (GtkAdjustment *adjustment,
           double         by)
{
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + by);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           KoyomiIncidentGrid       *self)
{
  GtkAdjustment *down = koyomi_incident_cards_get_down (KOYOMI_INCIDENT_CARDS (self->cards));
  GtkAdjustment *across = koyomi_incident_cards_get_across (KOYOMI_INCIDENT_CARDS (self->cards));
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  double notch = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL
                 ? WHEEL_STEPS * gtk_adjustment_get_step_increment (down) : 1;

  if (state & GDK_SHIFT_MASK)
    {
      dx += dy;
      dy = 0;
    }
  if (dx != 0)
    scroll_by (across, dx * notch);
  if (dy != 0)
    scroll_by (down, dy * notch);

  return TRUE;
}

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

  g_clear_handle_id (&self->idle_id, g_source_remove);
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
add_bar (KoyomiIncidentGrid *self,
         GtkWidget          *bar,
         const char         *name,
         int                 column,
         int                 row,
         int                 width,
         int                 height)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_grid_attach (GTK_GRID (self->box), bar, column, row, width, height);
}

static void
add_children (KoyomiIncidentGrid *self)
{
  KoyomiLanguage language = koyomi_incident_sheet_get_language (self->sheet);
  GtkAdjustment *down, *across;

  self->box = gtk_grid_new ();
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->cards = koyomi_incident_cards_new (self->sheet);
  gtk_widget_set_hexpand (self->cards, TRUE);
  gtk_widget_set_vexpand (self->cards, TRUE);
  gtk_grid_attach (GTK_GRID (self->box), koyomi_incident_heads_new (KOYOMI_INCIDENT_CARDS (self->cards)), 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (self->box), self->cards, 0, 1, 1, 1);

  down = koyomi_incident_cards_get_down (KOYOMI_INCIDENT_CARDS (self->cards));
  across = koyomi_incident_cards_get_across (KOYOMI_INCIDENT_CARDS (self->cards));
  self->down_bar = gtk_scrollbar_new (GTK_ORIENTATION_VERTICAL, down);
  add_bar (self, self->down_bar, koyomi_tr (language, "Cards"), 1, 1, 1, 1);
  self->across_bar = gtk_scrollbar_new (GTK_ORIENTATION_HORIZONTAL, across);
  gtk_widget_set_visible (self->across_bar, FALSE);
  add_bar (self, self->across_bar, koyomi_tr (language, "Columns"), 0, 2, 2, 1);
  g_signal_connect_object (down, "changed", G_CALLBACK (down_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (across, "changed", G_CALLBACK (across_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
add_controllers (KoyomiIncidentGrid *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *menu = gtk_gesture_click_new ();

  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (menu, "pressed", G_CALLBACK (menu_pressed_cb), self, 0);
  gtk_widget_add_controller (self->cards, GTK_EVENT_CONTROLLER (menu));
  koyomi_incident_drag_attach (KOYOMI_INCIDENT_CARDS (self->cards));
}

GtkWidget *
koyomi_incident_grid_new (KoyomiIncidentSheet *sheet)
{
  KoyomiIncidentGrid *self = g_object_new (KOYOMI_TYPE_INCIDENT_GRID, NULL);
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->sheet = g_object_ref (sheet);
  add_children (self);
  add_controllers (self);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (update_style), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (update_style), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi", G_CALLBACK (update_style), self,
                           G_CONNECT_SWAPPED);
  update_style (self);

  return GTK_WIDGET (self);
}

/* Returns: (transfer none) */
KoyomiIncidentCards *
koyomi_incident_grid_get_cards (KoyomiIncidentGrid *self)
{
  return KOYOMI_INCIDENT_CARDS (self->cards);
}
