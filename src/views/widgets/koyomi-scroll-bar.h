#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *koyomi_scroll_bar_new (GtkOrientation  orientation,
                                  GtkAdjustment  *adjustment,
                                  const char     *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
