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
