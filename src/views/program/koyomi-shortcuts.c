#include "koyomi-shortcuts.h"

#include "koyomi-ui.h"

/* GTK has names of keys such as “Page_Up” in some languages. */
static void
clean_keys (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "keycap"))
    {
      g_autofree char *name = g_strdelimit (g_strdup (gtk_label_get_text (GTK_LABEL (widget))), "_", ' ');

      gtk_label_set_text (GTK_LABEL (widget), name);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    clean_keys (child);
}

void
koyomi_shortcuts_present (GtkWindow      *parent,
                          KoyomiLanguage  language)
{
  g_autoptr(GtkBuilder) builder = koyomi_ui_open ("koyomi-shortcuts", language);
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  clean_keys (GTK_WIDGET (shortcuts));
  gtk_window_set_transient_for (shortcuts, parent);
  gtk_window_present (shortcuts);
}
