#include "koyomi-test-widget.h"

#include <adwaita.h>

/* Returns: FALSE when there is no display, which has been told then */
gboolean
koyomi_test_widget_init (void)
{
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return FALSE;
    }

  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  return TRUE;
}

static void
count_frame_cb (guint *n_frames)
{
  (*n_frames)++;
}

/* Waits until the window has been laid out and drawn twice: what one frame changes is laid out in the next. */
void
koyomi_test_widget_settle (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  guint n_frames = 0;
  gulong id = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (count_frame_cb), &n_frames);

  for (guint i = 1; i <= 2; i++)
    {
      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
      while (n_frames < i)
        g_main_context_iteration (NULL, TRUE);
    }
  g_signal_handler_disconnect (clock, id);
}

/* Waits until the window has been given the keyboard. */
void
koyomi_test_widget_wait_focus (GtkWindow *window)
{
  while (!gtk_window_is_active (window))
    g_main_context_iteration (NULL, TRUE);
}

/* Returns: how many widgets of that type there are in @widget */
guint
koyomi_test_widget_count (GtkWidget *widget,
                          GType      type)
{
  guint n = g_type_is_a (G_OBJECT_TYPE (widget), type);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += koyomi_test_widget_count (child, type);

  return n;
}

/* Returns: (transfer none) (nullable): the first widget of that type in @widget */
GtkWidget *
koyomi_test_widget_find (GtkWidget *widget,
                         GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = koyomi_test_widget_find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The keys of the widget's class and its parents' are a controller of each widget. */
void
koyomi_test_widget_for_each_shortcut (GtkWidget              *widget,
                                      KoyomiTestShortcutFunc  func,
                                      gpointer                data)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (controller) && j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          func (widget, shortcut, data);
        }
    }
}

typedef struct
{
  guint            key;
  GdkModifierType  modifiers;
  gboolean         done;
} Press;

static void
press_cb (GtkWidget   *widget,
          GtkShortcut *shortcut,
          gpointer     data)
{
  GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);
  Press *press = data;

  if (!press->done && GTK_IS_KEYVAL_TRIGGER (trigger) &&
      gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == press->key &&
      gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == press->modifiers)
    press->done = gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget, gtk_shortcut_get_arguments (shortcut));
}

/* Does what the key is bound to by the widget that has the focus, or by the nearest one around it.
 *
 * Returns: whether it was bound */
gboolean
koyomi_test_widget_press (GtkWindow  *window,
                          const char *accelerator)
{
  Press press = { 0 };

  g_assert_true (gtk_accelerator_parse (accelerator, &press.key, &press.modifiers));
  for (GtkWidget *widget = gtk_window_get_focus (window); widget != NULL && !press.done; widget = gtk_widget_get_parent (widget))
    koyomi_test_widget_for_each_shortcut (widget, press_cb, &press);

  return press.done;
}

/* Does what the widget does in that phase when the key comes to it, without what is bound by a shortcut.
 *
 * Returns: whether it took the key */
gboolean
koyomi_test_widget_offer_key (GtkWidget           *widget,
                              GtkPropagationPhase  phase,
                              guint                key)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean is_taken = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) && gtk_event_controller_get_propagation_phase (controller) == phase)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &is_taken);
      if (is_taken)
        return TRUE;
    }

  return FALSE;
}
