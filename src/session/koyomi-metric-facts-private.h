#pragma once

#include "koyomi-metric-facts.h"
#include "koyomi-session.h"

G_BEGIN_DECLS

KoyomiMetricFacts *_koyomi_session_load_metric_facts (KoyomiSession  *session,
                                                      GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
