#include "koyomi-risk.h"

#include <string.h>

/* From which product of likelihood and impact a risk is medium, and high. */
#define MEDIUM 5
#define HIGH 12

static const char * const likelihoods[KOYOMI_RISK_STEPS] = {
  N_("Rare"), N_("Unlikely"), N_("Possible"), N_("Likely"), N_("Almost certain"),
};

static const char * const impacts[KOYOMI_RISK_STEPS] = {
  N_("Negligible"), N_("Minor"), N_("Moderate"), N_("Serious"), N_("Grave"),
};

static const char * const bands[] = {
  [KOYOMI_RISK_BAND_LOW] = N_("Low"),
  [KOYOMI_RISK_BAND_MEDIUM] = N_("Medium"),
  [KOYOMI_RISK_BAND_HIGH] = N_("High"),
};

/* @likelihood: from 1 */
const char *
koyomi_risk_get_likelihood_label (int            likelihood,
                                  KoyomiLanguage language)
{
  g_return_val_if_fail (likelihood >= 1 && likelihood <= KOYOMI_RISK_STEPS, NULL);

  return koyomi_tr (language, likelihoods[likelihood - 1]);
}

/* @impact: from 1 */
const char *
koyomi_risk_get_impact_label (int            impact,
                              KoyomiLanguage language)
{
  g_return_val_if_fail (impact >= 1 && impact <= KOYOMI_RISK_STEPS, NULL);

  return koyomi_tr (language, impacts[impact - 1]);
}

KoyomiRiskBand
koyomi_risk_get_band (int likelihood,
                      int impact)
{
  int level = likelihood * impact;

  return level >= HIGH ? KOYOMI_RISK_BAND_HIGH : level >= MEDIUM ? KOYOMI_RISK_BAND_MEDIUM : KOYOMI_RISK_BAND_LOW;
}

const char *
koyomi_risk_band_get_label (KoyomiRiskBand self,
                            KoyomiLanguage language)
{
  return koyomi_tr (language, bands[self]);
}

static void
add (guint         counts[KOYOMI_RISK_STEPS][KOYOMI_RISK_STEPS],
     KoyomiRecord *risk,
     int           likelihood,
     int           impact)
{
  counts[koyomi_record_get_int (risk, likelihood) - 1][koyomi_record_get_int (risk, impact) - 1]++;
}

/* @risks: (element-type KoyomiRecord) */
void
koyomi_risk_map_count (KoyomiRiskMap *self,
                       GPtrArray     *risks)
{
  memset (self, 0, sizeof *self);
  for (guint i = 0; i < risks->len; i++)
    {
      KoyomiRecord *risk = g_ptr_array_index (risks, i);

      if (koyomi_record_get_int (risk, KOYOMI_RISK_STATUS) == KOYOMI_RISK_STATUS_CLOSED)
        continue;

      add (self->now, risk, KOYOMI_RISK_LIKELIHOOD, KOYOMI_RISK_IMPACT);
      add (self->target, risk, KOYOMI_RISK_TARGET_LIKELIHOOD, KOYOMI_RISK_TARGET_IMPACT);
    }
}
