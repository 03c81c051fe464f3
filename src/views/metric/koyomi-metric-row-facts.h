#pragma once

#include "koyomi-metric-book.h"

G_BEGIN_DECLS

/* What is said of the rows behind a number: each in a line, and all of them at the foot. */

/* Where a row leads. */
typedef struct
{
  KoyomiTableId table;
  gint64        id;      /* 0 where it leads nowhere */
} KoyomiMetricLink;

typedef struct _KoyomiMetricRowFacts KoyomiMetricRowFacts;

KoyomiMetricRowFacts *koyomi_metric_row_facts_new      (KoyomiSession              *session,
                                                        const KoyomiMetricFigure   *figure,
                                                        KoyomiLanguage              language,
                                                        GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
void                  koyomi_metric_row_facts_free     (KoyomiMetricRowFacts       *self);
char                 *koyomi_metric_row_facts_name     (KoyomiMetricRowFacts       *self,
                                                        const KoyomiMetricRow      *row) G_GNUC_WARN_UNUSED_RESULT;
char                 *koyomi_metric_row_facts_detail   (KoyomiMetricRowFacts       *self,
                                                        const KoyomiMetricRow      *row) G_GNUC_WARN_UNUSED_RESULT;
KoyomiMetricLink      koyomi_metric_row_facts_get_link (KoyomiMetricRowFacts       *self,
                                                        const KoyomiMetricRow      *row);
char                 *koyomi_metric_figure_explain     (const KoyomiMetricFigure   *figure,
                                                        KoyomiRecord               *metric,
                                                        KoyomiLanguage              language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiMetricRowFacts, koyomi_metric_row_facts_free)

G_END_DECLS
