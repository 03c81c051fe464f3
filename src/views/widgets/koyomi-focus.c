#include "koyomi-focus.h"

static gboolean
goes_back (GtkDirectionType direction)
{
  return direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP || direction == GTK_DIR_LEFT;
}

/* Returns: FALSE when the focus is to leave @widget */
gboolean
koyomi_focus_move (GtkWidget        *widget,
                   GtkDirectionType  direction)
{
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (child == NULL || !goes_back (direction))
    return GTK_WIDGET_CLASS (g_type_class_peek (GTK_TYPE_WIDGET))->focus (widget, direction);

  while (child != NULL && !gtk_widget_child_focus (child, direction))
    child = gtk_widget_get_prev_sibling (child);

  return child != NULL;
}
