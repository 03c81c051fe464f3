#include "koyomi-overview-popover.h"

#include "koyomi-overview-card.h"

#define MOST_HEIGHT 360
#define WIDTH 380

static GtkWidget *
create_list (GtkWidget  *popover,
             const char *title,
             GPtrArray  *rows)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  for (guint i = 0; i < rows->len; i++)
    {
      const KoyomiOverviewRow *row = g_ptr_array_index (rows, i);

      gtk_list_box_append (GTK_LIST_BOX (list), koyomi_overview_line_create (&(KoyomiOverviewLine) {
        .title = row->title,
        .detail = *row->detail != '\0' ? row->detail : NULL,
        .action = "plan.show-record",
        .target = g_variant_new ("(ux)", (guint32) row->table, row->id),
      }));
    }
  g_signal_connect_object (list, "row-activated", G_CALLBACK (gtk_popover_popdown), popover, G_CONNECT_SWAPPED);

  return list;
}

static GtkWidget *
create_heading (const char *title)
{
  GtkWidget *heading = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "heading");

  return heading;
}

/* Returns: (transfer floating): to be given a parent and shown */
GtkWidget *
koyomi_overview_popover_new (const char *title,
                             GPtrArray  *rows)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), create_list (popover, title, rows));
  gtk_widget_set_size_request (scrolled, WIDTH, -1);
  gtk_box_append (GTK_BOX (box), create_heading (title));
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_widget_add_css_class (popover, "koyomi-overview-rows");
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return popover;
}
