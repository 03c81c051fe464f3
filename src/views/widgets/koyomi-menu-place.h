#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void koyomi_menu_place_point_to (GtkPopover   *popover,
                                 GtkWidget    *widget,
                                 GdkRectangle  place);

G_END_DECLS
