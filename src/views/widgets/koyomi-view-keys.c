#include "koyomi-view-keys.h"

#define CONTROLLER_KEY "koyomi-view-keys"

typedef struct
{
  const KoyomiViewKey *keys;
  guint                n_keys;
} ViewKeys;

static void
mapped_cb (GtkWidget *view,
           ViewKeys  *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_MANAGED);
  for (guint i = 0; i < self->n_keys; i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (self->keys[i].key, self->keys[i].modifiers),
                                                            gtk_named_action_new (self->keys[i].action)));
  gtk_widget_add_controller (view, controller);
  g_object_set_data (G_OBJECT (view), CONTROLLER_KEY, controller);
}

/* The window would hear the keys of a view that is not seen as well. */
static void
unmapped_cb (GtkWidget *view,
             ViewKeys  *self)
{
  GtkEventController *controller = g_object_steal_data (G_OBJECT (view), CONTROLLER_KEY);

  if (controller != NULL)
    gtk_widget_remove_controller (view, controller);
}

static void
free_keys (gpointer  data,
           GClosure *closure)
{
  g_free (data);
}

/* @keys: kept as they are, so that they must be constant */
void
koyomi_view_keys_attach (GtkWidget           *view,
                         const KoyomiViewKey *keys,
                         guint                n_keys)
{
  ViewKeys *self = g_new0 (ViewKeys, 1);

  self->keys = keys;
  self->n_keys = n_keys;
  g_signal_connect (view, "map", G_CALLBACK (mapped_cb), self);
  g_signal_connect_data (view, "unmap", G_CALLBACK (unmapped_cb), self, free_keys, 0);
}
