#include "koyomi-count-badge.h"

typedef struct
{
  GtkLabel        *label;       /* not owned: it owns this */
  KoyomiWorkspace *workspace;
  KoyomiCountFunc  count;
  KoyomiCountName  name;
  guint            idle_id;
} Badge;

static void
free_badge (gpointer data)
{
  Badge *self = data;

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_object_unref (self->workspace);
  g_free (self);
}

static void
show (Badge    *self,
      guint     n,
      gboolean  any_late)
{
  g_autofree char *text = g_strdup_printf ("%u", n);
  g_autofree char *name = self->name (n, koyomi_workspace_get_language (self->workspace));

  gtk_label_set_label (self->label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->label), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->label), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->label), n > 0);
  if (any_late)
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "koyomi-late");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->label), "koyomi-late");
}

static gboolean
update_cb (gpointer data)
{
  Badge *self = data;
  gboolean any_late = FALSE;
  guint n = self->count (self->workspace, &any_late);

  self->idle_id = 0;
  show (self, n, any_late);

  return G_SOURCE_REMOVE;
}

/* Nobody waits for it. */
static void
changed_cb (KoyomiWorkspace *workspace,
            Badge           *self)
{
  if (self->idle_id == 0)
    self->idle_id = g_idle_add_full (G_PRIORITY_LOW, update_cb, self, NULL);
}

void
koyomi_count_badge_attach (GtkLabel        *label,
                           KoyomiWorkspace *workspace,
                           KoyomiCountFunc  count,
                           KoyomiCountName  name)
{
  Badge *self = g_new0 (Badge, 1);

  self->label = label;
  self->workspace = g_object_ref (workspace);
  self->count = count;
  self->name = name;
  g_object_set_data_full (G_OBJECT (label), "koyomi-count-badge", self, free_badge);
  g_signal_connect (workspace, "changed", G_CALLBACK (changed_cb), self);
  changed_cb (workspace, self);
}
