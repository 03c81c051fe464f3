#include "koyomi-metric-limits-check.h"

#include <math.h>

/* Only what is said wrongly, not what could be said better: the first fault. The two may be the same number. */
KoyomiLimitsFault
koyomi_metric_limits_check (const KoyomiMetricLimits *self,
                            KoyomiDirection           direction)
{
  gboolean has_low = !isnan (self->target_low) || !isnan (self->warning_low);

  if (isnan (self->target) && isnan (self->warning) && !has_low)
    return KOYOMI_LIMITS_EMPTY;

  if (!has_low && direction == KOYOMI_DIRECTION_UP)
    return self->warning > self->target ? KOYOMI_LIMITS_WARNING_ABOVE : KOYOMI_LIMITS_GOOD;

  /* What is not there compares as neither. */
  if (self->warning < self->target)
    return KOYOMI_LIMITS_WARNING_BELOW;
  if (self->target_low > self->target)
    return KOYOMI_LIMITS_LOW_TARGET_ABOVE;
  if (has_low && isnan (self->target_low))
    return KOYOMI_LIMITS_LOW_TARGET_LACKS;

  return self->warning_low > self->target_low ? KOYOMI_LIMITS_LOW_WARNING_ABOVE : KOYOMI_LIMITS_GOOD;
}
