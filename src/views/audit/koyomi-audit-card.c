#include "koyomi-audit-card.h"

#include "koyomi-audit-page.h"

static GtkWidget *
make_heading (const char *title,
              const char *page)
{
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *button;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "heading");
  if (koyomi_audit_page_find (page) == NULL)
    {
      gtk_widget_add_css_class (label, "koyomi-audit-heading");
      return label;
    }

  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "audit.show-page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", page);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return button;
}

/* @page: of koyomi-audit-page.c */
GtkWidget *
koyomi_audit_card_new (const char *title,
                       const char *page,
                       GtkWidget  *body)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (card), make_heading (title, page));
  gtk_box_append (GTK_BOX (card), body);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_set_overflow (card, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_valign (card, GTK_ALIGN_FILL);

  return card;
}

void
koyomi_audit_card_set_title (GtkWidget  *card,
                             const char *title)
{
  GtkWidget *heading = gtk_widget_get_first_child (card);

  if (GTK_IS_BUTTON (heading))
    {
      gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (heading))), title);
      gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
    }
  else
    gtk_label_set_label (GTK_LABEL (heading), title);
}
