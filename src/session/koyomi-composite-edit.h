#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* So much a composite score has to have of another metric in it: 1 to 100, against the other weights. */
typedef struct
{
  gint64 metric;
  int    weight;
} KoyomiMetricWeight;

#define KOYOMI_MOST_METRIC_WEIGHT 100
#define KOYOMI_FEWEST_METRIC_PARTS 2

GPtrArray *koyomi_session_list_scored_metrics (KoyomiSession   *session,
                                               guint32          today,
                                               KoyomiLanguage   language,
                                               GError         **error) G_GNUC_WARN_UNUSED_RESULT;
GArray    *koyomi_session_list_metric_weights (KoyomiSession   *session,
                                               gint64           composite,
                                               GError         **error) G_GNUC_WARN_UNUSED_RESULT;
gint64     koyomi_session_add_composite       (KoyomiSession   *session,
                                               const char      *name,
                                               const char      *code,
                                               const GArray    *weights,
                                               KoyomiLanguage   language,
                                               GError         **error);
gboolean   koyomi_session_set_metric_weights  (KoyomiSession   *session,
                                               gint64           composite,
                                               const GArray    *weights,
                                               KoyomiLanguage   language,
                                               GError         **error);

G_END_DECLS
