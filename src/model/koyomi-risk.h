#pragma once

#include "koyomi-record.h"

G_BEGIN_DECLS

/* Risks on five steps of likelihood by five of impact, without any quantification. */
#define KOYOMI_RISK_STEPS 5

typedef enum
{
  KOYOMI_RISK_BAND_LOW,
  KOYOMI_RISK_BAND_MEDIUM,
  KOYOMI_RISK_BAND_HIGH,
} KoyomiRiskBand;

/* How many risks there are on each step of likelihood (first) and impact, from 0; closed ones do not count. */
typedef struct
{
  guint now[KOYOMI_RISK_STEPS][KOYOMI_RISK_STEPS];
  guint target[KOYOMI_RISK_STEPS][KOYOMI_RISK_STEPS];
} KoyomiRiskMap;

const char      *koyomi_risk_get_likelihood_label (int             likelihood,
                                                   KoyomiLanguage  language);
const char      *koyomi_risk_get_impact_label     (int             impact,
                                                   KoyomiLanguage  language);
KoyomiRiskBand   koyomi_risk_get_band             (int             likelihood,
                                                   int             impact);
const char      *koyomi_risk_band_get_label       (KoyomiRiskBand  self,
                                                   KoyomiLanguage  language);
void             koyomi_risk_map_count            (KoyomiRiskMap  *self,
                                                   GPtrArray      *risks);

G_END_DECLS
