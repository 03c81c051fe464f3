#pragma once

#include "koyomi-metric-status.h"

G_BEGIN_DECLS

/* What is wrong with limits that somebody wants to set. */
typedef enum
{
  KOYOMI_LIMITS_GOOD,
  KOYOMI_LIMITS_EMPTY,                 /* there is no limit at all */
  KOYOMI_LIMITS_WARNING_ABOVE,         /* the warning lies above the target, of a metric that shall rise */
  KOYOMI_LIMITS_WARNING_BELOW,         /* it lies below the target, of one that shall fall or stay between two numbers */
  KOYOMI_LIMITS_LOW_TARGET_ABOVE,      /* the lower target lies above the upper one */
  KOYOMI_LIMITS_LOW_TARGET_LACKS,      /* there is a lower warning only */
  KOYOMI_LIMITS_LOW_WARNING_ABOVE,     /* the lower warning lies above the lower target */
} KoyomiLimitsFault;

KoyomiLimitsFault  koyomi_metric_limits_check  (const KoyomiMetricLimits *self,
                                                KoyomiDirection           direction);

G_END_DECLS
