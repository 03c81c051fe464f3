#include "koyomi-drop-names.h"

static void
take_names (GtkStringList *self,
            GtkStringList *names)
{
  guint n_names = g_list_model_get_n_items (G_LIST_MODEL (names));
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self));

  for (guint i = 0; i < n_names; i++)
    {
      const char *name = gtk_string_list_get_string (names, i);

      if (i >= n_before || !g_str_equal (name, gtk_string_list_get_string (self, i)))
        gtk_string_list_splice (self, i, i < n_before ? 1 : 0, (const char *[]) { name, NULL });
    }
  if (n_before > n_names)
    gtk_string_list_splice (self, n_names, n_before - n_names, NULL);
}

/* Offers other names, and keeps those that stay. GTK 4.8 would use what it has freed if the model were replaced because of a choice
 * made in it. @selected: which is shown, GTK_INVALID_LIST_POSITION for none */
void
koyomi_drop_down_set_names (GtkDropDown   *drop,
                            GtkStringList *names,
                            guint          selected)
{
  GListModel *model = gtk_drop_down_get_model (drop);

  if (GTK_IS_STRING_LIST (model))
    take_names (GTK_STRING_LIST (model), names);
  else
    gtk_drop_down_set_model (drop, G_LIST_MODEL (names));

  gtk_drop_down_set_selected (drop, selected);
}

static void
set_up_item_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                gpointer                  can_shrink)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (GPOINTER_TO_INT (can_shrink))
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), 8);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
    }
  gtk_list_item_set_child (item, label);
}

static void
bind_item_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkListItemFactory *
make_factory (gboolean can_shrink)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_item_cb), GINT_TO_POINTER (can_shrink));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_item_cb), NULL);

  return factory;
}

/* The name on the button is cut off where there is no room, those in the list are not. */
void
koyomi_drop_down_let_shrink (GtkDropDown *drop)
{
  g_autoptr(GtkListItemFactory) button = make_factory (TRUE);
  g_autoptr(GtkListItemFactory) list = make_factory (FALSE);

  gtk_drop_down_set_factory (drop, button);
  gtk_drop_down_set_list_factory (drop, list);
}

/* Puts the caption, which is translated and may have a mnemonic, above the drop-down, and has screen readers call it by that.
 *
 * Returns: a box with both */
GtkWidget *
koyomi_drop_down_caption (GtkWidget  *drop,
                          const char *caption)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new_with_mnemonic (caption);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), drop);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_text (GTK_LABEL (label)), -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), drop);

  return box;
}
