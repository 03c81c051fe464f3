#pragma once

#include "koyomi-record.h"

G_BEGIN_DECLS

/* How a value stands to its limits. */
typedef enum
{
  KOYOMI_METRIC_NO_DATA,
  KOYOMI_METRIC_UNJUDGED,     /* there is a value, but no limit */
  KOYOMI_METRIC_ON_TARGET,
  KOYOMI_METRIC_AT_RISK,
  KOYOMI_METRIC_OFF_TARGET,
  KOYOMI_METRIC_STALE,        /* the last value is too old */
  KOYOMI_N_METRIC_STATUSES,
} KoyomiMetricStatus;

/* What became of a value since the quarter before: whether that is good depends on the direction. */
typedef enum
{
  KOYOMI_TREND_NONE,       /* one of the two is missing */
  KOYOMI_TREND_SAME,
  KOYOMI_TREND_BETTER,
  KOYOMI_TREND_WORSE,
  KOYOMI_TREND_CHANGED,    /* of a metric with neither direction nor limits */
} KoyomiTrend;

/* The limits that hold on a day. NAN is none. With lower ends the value shall stay between the two; else the direction says on which side
 * of target and warning it shall be. */
typedef struct
{
  double target;
  double warning;
  double target_low;
  double warning_low;
} KoyomiMetricLimits;

void                koyomi_metric_limits_init      (KoyomiMetricLimits       *self);
void                koyomi_metric_limits_read      (KoyomiMetricLimits       *self,
                                                    KoyomiRecord             *record);
gboolean            koyomi_metric_limits_find      (KoyomiMetricLimits       *self,
                                                    GPtrArray                *records,
                                                    gint64                    metric,
                                                    guint32                   day);
KoyomiMetricStatus  koyomi_metric_limits_judge     (const KoyomiMetricLimits *self,
                                                    KoyomiDirection           direction,
                                                    double                    value);
double              koyomi_metric_limits_score     (const KoyomiMetricLimits *self,
                                                    KoyomiDirection           direction,
                                                    double                    value);
KoyomiTrend         koyomi_metric_limits_compare   (const KoyomiMetricLimits *self,
                                                    KoyomiDirection           direction,
                                                    double                    before,
                                                    double                    now);

KoyomiMeasured      koyomi_metric_get_frequency    (KoyomiRecord             *metric);
guint32             koyomi_metric_get_grace        (KoyomiRecord             *metric);
gboolean            koyomi_metric_is_retired       (KoyomiRecord             *metric,
                                                    guint32                   day);
gboolean            koyomi_metric_is_due_in        (KoyomiRecord             *metric,
                                                    guint32                   month,
                                                    int                       start_month);
guint32             koyomi_metric_get_time_end     (KoyomiRecord             *metric,
                                                    guint32                   day,
                                                    int                       start_month);
gboolean            koyomi_metric_is_stale         (KoyomiRecord             *metric,
                                                    guint32                   month,
                                                    int                       start_month,
                                                    guint32                   day);

gboolean            koyomi_metric_status_is_told   (KoyomiMetricStatus        self);
const char         *koyomi_metric_status_get_nick  (KoyomiMetricStatus        self);
const char         *koyomi_metric_status_get_label (KoyomiMetricStatus        self,
                                                    KoyomiLanguage            language);
const char         *koyomi_metric_status_get_glyph (KoyomiMetricStatus        self);
const char         *koyomi_trend_get_nick          (KoyomiTrend               self);
const char         *koyomi_trend_get_label         (KoyomiTrend               self,
                                                    KoyomiLanguage            language);
const char         *koyomi_trend_get_arrow         (double                    before,
                                                    double                    now);

G_END_DECLS
