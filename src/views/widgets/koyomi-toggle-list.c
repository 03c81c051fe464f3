#include "koyomi-toggle-list.h"

struct _KoyomiToggleList
{
  GtkWidget  parent_instance;

  GtkWidget *grid;
  GPtrArray *buttons;      /* not owned */
  guint      per_line;
  gboolean   is_showing;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiToggleList, koyomi_toggle_list, GTK_TYPE_WIDGET)

static void
koyomi_toggle_list_dispose (GObject *object)
{
  KoyomiToggleList *self = KOYOMI_TOGGLE_LIST (object);

  g_clear_pointer (&self->grid, gtk_widget_unparent);

  G_OBJECT_CLASS (koyomi_toggle_list_parent_class)->dispose (object);
}

static void
koyomi_toggle_list_finalize (GObject *object)
{
  g_ptr_array_unref (KOYOMI_TOGGLE_LIST (object)->buttons);

  G_OBJECT_CLASS (koyomi_toggle_list_parent_class)->finalize (object);
}

static void
koyomi_toggle_list_class_init (KoyomiToggleListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_toggle_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_toggle_list_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KOYOMI_TYPE_TOGGLE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
koyomi_toggle_list_init (KoyomiToggleList *self)
{
  self->buttons = g_ptr_array_new ();
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 4);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 4);
  gtk_grid_set_column_homogeneous (GTK_GRID (self->grid), TRUE);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
}

GtkWidget *
koyomi_toggle_list_new (guint per_line)
{
  KoyomiToggleList *self = g_object_new (KOYOMI_TYPE_TOGGLE_LIST, NULL);

  self->per_line = per_line;

  return GTK_WIDGET (self);
}

static void
toggled_cb (KoyomiToggleList *self)
{
  if (!self->is_showing)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* @label: short; @name: in full. Both translated. */
void
koyomi_toggle_list_append (KoyomiToggleList *self,
                           const char       *label,
                           const char       *name)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  g_return_if_fail (KOYOMI_IS_TOGGLE_LIST (self));

  gtk_widget_add_css_class (button, "koyomi-toggle");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_grid_attach (GTK_GRID (self->grid), button, self->buttons->len % self->per_line, self->buttons->len / self->per_line, 1, 1);
  g_ptr_array_add (self->buttons, button);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
}

/* Returns: 1 << 1 for the first button, and so on, as far as they are down */
guint
koyomi_toggle_list_get_mask (KoyomiToggleList *self)
{
  guint mask = 0;

  g_return_val_if_fail (KOYOMI_IS_TOGGLE_LIST (self), 0);

  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_toggle_button_get_active (g_ptr_array_index (self->buttons, i)))
      mask |= 2u << i;

  return mask;
}

void
koyomi_toggle_list_set_mask (KoyomiToggleList *self,
                             guint             mask)
{
  g_return_if_fail (KOYOMI_IS_TOGGLE_LIST (self));

  self->is_showing = TRUE;
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_toggle_button_set_active (g_ptr_array_index (self->buttons, i), (mask & (2u << i)) != 0);
  self->is_showing = FALSE;
}
