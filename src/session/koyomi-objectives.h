#pragma once

#include "koyomi-metric-book.h"
#include "koyomi-objective.h"

G_BEGIN_DECLS

/* An objective (ISO/IEC 27001, 6.2), and how far it is. */
typedef struct
{
  KoyomiRecord         *objective;
  KoyomiRecord         *metric;
  KoyomiFiscalYear      year;      /* the quarter whose value tells */
  int                   quarter;
  double                value;     /* NAN is no data */
  KoyomiObjectiveState  state;
} KoyomiObjectiveResult;

void       koyomi_objective_result_free    (KoyomiObjectiveResult  *self);
GPtrArray *koyomi_session_load_objectives  (KoyomiSession          *session,
                                            KoyomiMetricBook       *book,
                                            guint32                 today,
                                            KoyomiLanguage          language,
                                            GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiObjectiveResult, koyomi_objective_result_free)

G_END_DECLS
