#pragma once

#include <gtk/gtk.h>

#include "koyomi-risk.h"

G_BEGIN_DECLS

/* How many risks there are on each step of likelihood and impact, now or at the goal. A cell in which there are some can be chosen.
 *
 * Signals:
 *   "chosen" (): another cell is chosen, or none any more */
#define KOYOMI_TYPE_RISK_MAP_VIEW (koyomi_risk_map_view_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiRiskMapView, koyomi_risk_map_view, KOYOMI, RISK_MAP_VIEW, GtkWidget)

GtkWidget  *koyomi_risk_map_view_new      (KoyomiLanguage       language);
void        koyomi_risk_map_view_show     (KoyomiRiskMapView   *self,
                                           const KoyomiRiskMap *map);
gboolean    koyomi_risk_map_view_get_cell (KoyomiRiskMapView   *self,
                                           int                 *field,
                                           int                 *likelihood,
                                           int                 *impact);
void        koyomi_risk_map_view_clear    (KoyomiRiskMapView   *self);

G_END_DECLS
