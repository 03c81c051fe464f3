#include "koyomi-focus.h"

static gboolean
goes_back (GtkDirectionType direction)
{
  return direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP || direction == GTK_DIR_LEFT;
}

/* Returns: FALSE when the focus is to leave @widget */
gboolean
koyomi_focus_move (GtkWidget        *widget,
                   GtkDirectionType  direction)
{
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (child == NULL || !goes_back (direction))
    return GTK_WIDGET_CLASS (g_type_class_peek (GTK_TYPE_WIDGET))->focus (widget, direction);

  while (child != NULL && !gtk_widget_child_focus (child, direction))
    child = gtk_widget_get_prev_sibling (child);

  return child != NULL;
}

/* @widget: (nullable) */
gboolean
koyomi_focus_is_in (GtkWidget *widget)
{
  GtkRoot *root = widget != NULL ? gtk_widget_get_root (widget) : NULL;
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

static gboolean
tab_cb (GtkWidget       *list,
        guint            key,
        guint            code,
        GdkModifierType  state)
{
  gboolean goes_back = key == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) != 0;

  if ((key != GDK_KEY_Tab && key != GDK_KEY_ISO_Left_Tab && key != GDK_KEY_KP_Tab) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  /* The way past what cannot have the focus. */
  gtk_widget_set_can_focus (list, FALSE);
  g_signal_emit_by_name (gtk_widget_get_root (list), "move-focus", goes_back ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
  gtk_widget_set_can_focus (list, TRUE);

  return GDK_EVENT_STOP;
}

void
koyomi_focus_leave_by_tab (GtkWidget *list)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (tab_cb), list, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (list, keys);
}
