#pragma once

#include "koyomi-metric-block.h"
#include "koyomi-session.h"

G_BEGIN_DECLS

/* Values of metrics that are entered by hand, and what is said of a metric. */
gboolean   koyomi_session_enter_metric_values  (KoyomiSession            *session,
                                                const KoyomiMetricEntry  *entries,
                                                guint                     n_entries,
                                                const char               *note,
                                                KoyomiLanguage            language,
                                                GError                  **error);
GPtrArray *koyomi_session_list_metric_values   (KoyomiSession            *session,
                                                gint64                    metric,
                                                guint32                   month,
                                                KoyomiLanguage            language,
                                                GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   koyomi_session_comment_metric       (KoyomiSession            *session,
                                                gint64                    metric,
                                                KoyomiFiscalYear          year,
                                                int                       quarter,
                                                const char               *text,
                                                KoyomiLanguage            language,
                                                GError                  **error);

G_END_DECLS
