#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void  koyomi_scroll_wheel_attach (GtkWidget     *widget,
                                  GtkAdjustment *down,
                                  GtkAdjustment *across,
                                  int            steps_down,
                                  int            steps_across);

G_END_DECLS
