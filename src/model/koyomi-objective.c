#include "koyomi-objective.h"

#include <math.h>

static const char * const labels[KOYOMI_N_OBJECTIVE_STATES] = {
  [KOYOMI_OBJECTIVE_REACHED] = N_("Reached"),
  [KOYOMI_OBJECTIVE_OPEN] = N_("Not reached yet"),
  [KOYOMI_OBJECTIVE_MISSED] = N_("Not reached in time"),
  [KOYOMI_OBJECTIVE_NO_DATA] = N_("No data"),
};

/**
 * koyomi_objective_judge:
 * @direction: of its metric; where that has none, at most the target is what shall be
 * @value: of its metric, as late as is known on @today and not after the objective's day; NAN is no data
 *
 * The day itself still counts.
 */
KoyomiObjectiveState
koyomi_objective_judge (KoyomiRecord    *objective,
                        KoyomiDirection  direction,
                        double           value,
                        guint32          today)
{
  double target = koyomi_record_get_real (objective, KOYOMI_OBJECTIVE_TARGET);

  if (isnan (value) || isnan (target))
    return KOYOMI_OBJECTIVE_NO_DATA;
  if (direction == KOYOMI_DIRECTION_UP ? value >= target : value <= target)
    return KOYOMI_OBJECTIVE_REACHED;

  return today <= koyomi_record_get_day (objective, KOYOMI_OBJECTIVE_DUE_DAY) ? KOYOMI_OBJECTIVE_OPEN : KOYOMI_OBJECTIVE_MISSED;
}

const char *
koyomi_objective_state_get_label (KoyomiObjectiveState self,
                                  KoyomiLanguage       language)
{
  g_return_val_if_fail (self < KOYOMI_N_OBJECTIVE_STATES, NULL);

  return koyomi_tr (language, labels[self]);
}
