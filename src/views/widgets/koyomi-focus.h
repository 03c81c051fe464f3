#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For the classes of widgets that pass the focus on to something in them (GtkWidgetClass.grab_focus), as GtkWidgetClass.focus: GTK
 * would do so as well when Shift+Tab is on the way out of such a widget, and never come out of it. */
gboolean koyomi_focus_move  (GtkWidget        *widget,
                             GtkDirectionType  direction);

gboolean koyomi_focus_is_in (GtkWidget        *widget);

/* Has Tab leave @list, a list that the arrow keys go through and that follows the focus with what it has chosen: GTK would go through
 * the rows and choose the last. Rows that have something in them to be reached need Tab themselves. */
void     koyomi_focus_leave_by_tab (GtkWidget *list);

G_END_DECLS
