#pragma once

#include "koyomi-metric-facts.h"
#include "koyomi-session.h"

G_BEGIN_DECLS

/* The moments of a plan, each made when it is first asked for. */
typedef struct _KoyomiMetricMoments KoyomiMetricMoments;

KoyomiMetricMoments      *_koyomi_metric_moments_new   (KoyomiSession        *session,
                                                        GPtrArray            *metrics,
                                                        GPtrArray            *values);
void                      _koyomi_metric_moments_free  (KoyomiMetricMoments  *self);
const KoyomiMetricMoment *_koyomi_metric_moments_get   (KoyomiMetricMoments  *self,
                                                        guint32               day,
                                                        GError              **error);

guint32                   _koyomi_metric_find_last     (GPtrArray            *values,
                                                        gint64                metric,
                                                        guint32               first_day,
                                                        guint32               last_day,
                                                        KoyomiRecord        **value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiMetricMoments, _koyomi_metric_moments_free)

G_END_DECLS
