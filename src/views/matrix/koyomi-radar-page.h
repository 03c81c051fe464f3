#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* The means of the groups of functions: now, the goal and a year ago, as a radar and as a table. */
#define KOYOMI_TYPE_RADAR_PAGE (koyomi_radar_page_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiRadarPage, koyomi_radar_page, KOYOMI, RADAR_PAGE, GtkWidget)

GtkWidget  *koyomi_radar_page_new  (KoyomiWorkspace  *workspace);
gboolean    koyomi_radar_page_show (GtkWidget        *page,
                                    gint64            catalogue,
                                    GError          **error);

G_END_DECLS
