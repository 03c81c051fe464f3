#include "koyomi-flap-memory.h"

typedef struct
{
  GSettings   *settings;
  const char  *key;
  gboolean     was_folded;
} Memory;

static void
free_memory (gpointer data)
{
  Memory *self = data;

  g_object_unref (self->settings);
  g_free (self);
}

/* A panel out of sight is out of reach as well: for screen readers, and because a menu that opens from there has no place on the screen. */
static void
update_reach (AdwFlap *flap)
{
  GtkWidget *panel = adw_flap_get_flap (flap);
  gboolean is_hidden = !adw_flap_get_reveal_flap (flap) && adw_flap_get_reveal_progress (flap) <= 0;

  if (panel == NULL || gtk_widget_get_sensitive (panel) == !is_hidden)
    return;

  gtk_widget_set_sensitive (panel, !is_hidden);
  gtk_accessible_update_state (GTK_ACCESSIBLE (panel), GTK_ACCESSIBLE_STATE_HIDDEN, is_hidden, -1);
}

/* A flap that unfolds comes forth first and says so afterwards: that is nobody's choice. */
static void
revealed_cb (AdwFlap    *flap,
             GParamSpec *pspec,
             Memory     *self)
{
  update_reach (flap);
  if (!adw_flap_get_folded (flap) && !self->was_folded)
    g_settings_set_boolean (self->settings, self->key, adw_flap_get_reveal_flap (flap));
}

static void
folded_cb (AdwFlap    *flap,
           GParamSpec *pspec,
           Memory     *self)
{
  self->was_folded = adw_flap_get_folded (flap);
  if (!self->was_folded)
    adw_flap_set_reveal_flap (flap, g_settings_get_boolean (self->settings, self->key));
}

/* Shows the panel if the setting says so. @key: static */
void
koyomi_flap_remember (AdwFlap    *flap,
                      GSettings  *settings,
                      const char *key)
{
  Memory *self = g_new0 (Memory, 1);

  g_return_if_fail (ADW_IS_FLAP (flap));

  self->settings = g_object_ref (settings);
  self->key = key;
  self->was_folded = adw_flap_get_folded (flap);
  g_object_set_data_full (G_OBJECT (flap), "koyomi-flap-memory", self, free_memory);
  adw_flap_set_reveal_flap (flap, g_settings_get_boolean (settings, key));

  g_signal_connect (flap, "notify::reveal-flap", G_CALLBACK (revealed_cb), self);
  g_signal_connect (flap, "notify::reveal-progress", G_CALLBACK (update_reach), NULL);
  g_signal_connect (flap, "notify::flap", G_CALLBACK (update_reach), NULL);
  g_signal_connect (flap, "notify::folded", G_CALLBACK (folded_cb), self);
  update_reach (flap);
}
