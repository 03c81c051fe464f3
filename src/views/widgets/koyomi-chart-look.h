#pragma once

#include <gtk/gtk.h>

#include "koyomi-chart-style.h"

G_BEGIN_DECLS

/* How a widget that the chart layer paints looks: the colours of the window, and how large its texts are. */
KoyomiChartPalette  koyomi_chart_look_get_palette (void);
double              koyomi_chart_look_get_scale   (GtkWidget  *widget);
void                koyomi_chart_look_connect     (GtkWidget  *widget,
                                                   GCallback   changed);
void                koyomi_chart_look_watch       (GtkWidget  *widget);

G_END_DECLS
