#include "koyomi-menu-place.h"

/* What of a stretch lies between nothing and @end, at least one pixel. */
static void
clamp (int *start,
       int *size,
       int  end)
{
  int last = CLAMP (*start + *size, 1, MAX (end, 1));

  *start = CLAMP (*start, 0, last - 1);
  *size = last - *start;
}

/* Has @popover, which has its parent, point to what the window has in sight of @place in @widget. What is opened by key may have been
 * scrolled away, even off the screen, where GTK finds no room for a popover. */
void
koyomi_menu_place_point_to (GtkPopover   *popover,
                            GtkWidget    *widget,
                            GdkRectangle  place)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (popover));
  GtkWidget *native = GTK_WIDGET (gtk_widget_get_native (parent));
  double x, y;

  gtk_widget_translate_coordinates (widget, native, place.x, place.y, &x, &y);
  place.x = x;
  place.y = y;
  clamp (&place.x, &place.width, gtk_widget_get_width (native));
  clamp (&place.y, &place.height, gtk_widget_get_height (native));
  gtk_widget_translate_coordinates (native, parent, place.x, place.y, &x, &y);
  place.x = x;
  place.y = y;
  gtk_popover_set_pointing_to (popover, &place);
}
