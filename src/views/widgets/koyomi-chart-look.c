#include "koyomi-chart-look.h"

#include <adwaita.h>

/* What GTK takes for texts of the usual size. */
#define USUAL_DPI (96 * 1024)

KoyomiChartPalette
koyomi_chart_look_get_palette (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? KOYOMI_CHART_PALETTE_HIGH_CONTRAST_DARK : KOYOMI_CHART_PALETTE_HIGH_CONTRAST;

  return dark ? KOYOMI_CHART_PALETTE_DARK : KOYOMI_CHART_PALETTE_LIGHT;
}

/* Returns: 1 for texts at 100 % */
double
koyomi_chart_look_get_scale (GtkWidget *widget)
{
  int dpi = USUAL_DPI;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);

  return dpi > 0 ? (double) dpi / USUAL_DPI : 1;
}

/* @changed: called with the widget whenever its look changes */
void
koyomi_chart_look_connect (GtkWidget *widget,
                           GCallback  changed)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", changed, widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", changed, widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (widget), "notify::gtk-xft-dpi", changed, widget, G_CONNECT_SWAPPED);
}

/* Has the widget measured and painted again whenever its look changes. */
void
koyomi_chart_look_watch (GtkWidget *widget)
{
  koyomi_chart_look_connect (widget, G_CALLBACK (gtk_widget_queue_resize));
}
