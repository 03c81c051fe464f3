#pragma once

#include "koyomi-plot.h"

G_BEGIN_DECLS

/* Values of metrics against their limits, each in a scale of its own. */

#define KOYOMI_TYPE_BULLET_CHART koyomi_bullet_chart_get_type ()
G_DECLARE_FINAL_TYPE (KoyomiBulletChart, koyomi_bullet_chart, KOYOMI, BULLET_CHART, KoyomiFigure)

KoyomiFigure *koyomi_bullet_chart_new (KoyomiLanguage          language,
                                       const char             *title) G_GNUC_WARN_UNUSED_RESULT;
void          koyomi_bullet_chart_add (KoyomiBulletChart      *self,
                                       const char             *name,
                                       double                  value,
                                       guint                   decimals,
                                       const char             *unit,
                                       const KoyomiPlotLimits *limits,
                                       KoyomiMetricStatus      status);

G_END_DECLS
