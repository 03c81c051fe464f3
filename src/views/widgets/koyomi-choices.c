#include "koyomi-choices.h"

static gboolean
key_cb (GtkWidget       *choices,
        guint            key,
        guint            code,
        GdkModifierType  state)
{
  GtkWidget *button;

  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_ISO_Enter)
    return GDK_EVENT_PROPAGATE;

  button = gtk_window_get_default_widget (GTK_WINDOW (gtk_widget_get_root (choices)));
  if (button != NULL && gtk_widget_is_sensitive (button))
    gtk_widget_activate (button);

  return GDK_EVENT_STOP;
}

/* Enter on one of @choices does what the window is for, where the space bar chooses. */
void
koyomi_choices_accept_on_enter (GtkWidget *choices)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), choices, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (choices, keys);
}
