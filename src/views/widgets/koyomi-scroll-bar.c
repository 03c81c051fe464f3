#include "koyomi-scroll-bar.h"

static gboolean
is_needed (GtkAdjustment *adjustment)
{
  return gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment) + 0.5;
}

static void
update_upright (GtkWidget     *bar,
                GtkAdjustment *adjustment)
{
  gtk_widget_set_opacity (bar, is_needed (adjustment) ? 1 : 0);
  gtk_widget_set_sensitive (bar, is_needed (adjustment));
}

static gboolean
show_cb (gpointer data)
{
  gtk_widget_set_visible (data, is_needed (gtk_scrollbar_get_adjustment (data)));

  return G_SOURCE_REMOVE;
}

/* What it scrolls is laid out just now: a bar that came now would have to wait for its place. */
static void
update_level (GtkWidget     *bar,
              GtkAdjustment *adjustment)
{
  if (is_needed (adjustment) != gtk_widget_get_visible (bar))
    g_idle_add_full (GDK_PRIORITY_REDRAW - 1, show_cb, g_object_ref (bar), g_object_unref);
}

/* A bar for a widget that scrolls itself, which is not seen while everything is in sight. An upright one keeps its place even so, so that
 * what is beside it keeps its width. @name: for screen readers */
GtkWidget *
koyomi_scroll_bar_new (GtkOrientation  orientation,
                       GtkAdjustment  *adjustment,
                       const char     *name)
{
  GtkWidget *bar = gtk_scrollbar_new (orientation, adjustment);
  gboolean is_upright = orientation == GTK_ORIENTATION_VERTICAL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (bar, is_upright);
  g_signal_connect_object (adjustment, "changed", is_upright ? G_CALLBACK (update_upright) : G_CALLBACK (update_level), bar,
                           G_CONNECT_SWAPPED);

  return bar;
}
