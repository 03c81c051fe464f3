#include "koyomi-notice.h"

/* @text: translated */
GtkWidget *
koyomi_notice_new (const char *icon,
                   const char *text)
{
  GtkWidget *self = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (self, "koyomi-notice");
  if (g_str_equal (icon, "dialog-information-symbolic"))
    gtk_widget_add_css_class (self, "information");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (self), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (self), label);

  return self;
}

/* @label: translated, with a mnemonic */
void
koyomi_notice_add_button (GtkWidget  *self,
                          const char *label,
                          const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self), button);
}
