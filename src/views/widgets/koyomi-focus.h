#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For the classes of widgets that pass the focus on to something in them (GtkWidgetClass.grab_focus), as GtkWidgetClass.focus: GTK
 * would do so as well when Shift+Tab is on the way out of such a widget, and never come out of it. */
gboolean koyomi_focus_move (GtkWidget        *widget,
                            GtkDirectionType  direction);

G_END_DECLS
