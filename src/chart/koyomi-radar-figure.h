#pragma once

#include "koyomi-figure.h"
#include "koyomi-radar.h"

G_BEGIN_DECLS

/* A radar to be pointed at, read out axis by axis, and told as a table. */

#define KOYOMI_TYPE_RADAR_FIGURE koyomi_radar_figure_get_type ()
G_DECLARE_FINAL_TYPE (KoyomiRadarFigure, koyomi_radar_figure, KOYOMI, RADAR_FIGURE, KoyomiFigure)

KoyomiFigure *koyomi_radar_figure_new (const char  *title,
                                       KoyomiRadar *radar) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
