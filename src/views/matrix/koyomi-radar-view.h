#pragma once

#include <gtk/gtk.h>

#include "koyomi-radar.h"

G_BEGIN_DECLS

/* A radar chart. The pointer names the axis it is at. What it shows has to stand beside it as a table as well.
 *
 * Signals:
 *   "axis-pressed" (axis): the person has pressed on or near an axis */
#define KOYOMI_TYPE_RADAR_VIEW (koyomi_radar_view_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiRadarView, koyomi_radar_view, KOYOMI, RADAR_VIEW, GtkWidget)

GtkWidget  *koyomi_radar_view_new       (const char       *name);
void        koyomi_radar_view_take      (KoyomiRadarView  *self,
                                         KoyomiRadar      *radar);
void        koyomi_radar_view_mark      (KoyomiRadarView  *self,
                                         int               axis);

G_END_DECLS
