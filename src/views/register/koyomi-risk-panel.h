#pragma once

#include "koyomi-risk-map-view.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* Beside the list of risks: their map, and how the chosen one was judged.
 *
 * Signals:
 *   "filtered" (): a cell of the map is chosen, or none any more
 *   "judge" (): the chosen risk is to be judged anew */
#define KOYOMI_TYPE_RISK_PANEL (koyomi_risk_panel_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiRiskPanel, koyomi_risk_panel, KOYOMI, RISK_PANEL, GtkWidget)

GtkWidget         *koyomi_risk_panel_new       (KoyomiWorkspace  *workspace);
KoyomiRiskMapView *koyomi_risk_panel_get_map   (KoyomiRiskPanel  *self);
gboolean           koyomi_risk_panel_show      (KoyomiRiskPanel  *self,
                                                KoyomiRecord     *risk,
                                                GError          **error);

G_END_DECLS
