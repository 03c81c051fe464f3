#pragma once

#include "koyomi-heat-map.h"
#include "koyomi-maturity-table.h"
#include "koyomi-radar.h"
#include "koyomi-workload.h"

G_BEGIN_DECLS

/* What the tables of a session look like as charts, on the screen and on paper. */
KoyomiRadar   *koyomi_radar_new_for_maturity  (const KoyomiMaturityTable *now,
                                               const KoyomiMaturityTable *before,
                                               KoyomiLanguage             language) G_GNUC_WARN_UNUSED_RESULT;
KoyomiHeatMap *koyomi_heat_map_new_for_gaps   (const KoyomiMaturityTable *table,
                                               KoyomiLanguage             language) G_GNUC_WARN_UNUSED_RESULT;
KoyomiHeatMap *koyomi_heat_map_new_for_load   (const KoyomiWorkload      *workload,
                                               KoyomiLanguage             language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
