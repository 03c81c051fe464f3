#pragma once

#include "koyomi-breach.h"
#include "koyomi-matrix-difference.h"
#include "koyomi-matrix-moment.h"
#include "koyomi-maturity-table.h"
#include "koyomi-session.h"

G_BEGIN_DECLS

/* All that the matrix shows of one catalogue on one day. Never changed once it is there. */
typedef struct
{
  KoyomiMatrix        *matrix;
  KoyomiMaturityTable *maturity;
  GPtrArray           *breaches;       /* (element-type KoyomiBreach): those that nobody has accepted */
  GArray              *scores;         /* (element-type KoyomiMaturityScore): by row of the matrix */
  GPtrArray           *row_breaches;   /* (element-type KoyomiBreach) (nullable elements): the first of each row, by severity; borrowed */
  guint                n_gaps;         /* rows that are far below their goal */

  /* (nullable): from what it is compared with */
  KoyomiMatrixDifference *difference;
} KoyomiMatrixFacts;

/* A row so many levels below its goal is far below it. */
#define KOYOMI_MATRIX_WIDE_GAP 2

KoyomiMatrixFacts         *koyomi_matrix_facts_load       (KoyomiSession            *session,
                                                           gint64                    catalogue,
                                                           guint32                   day,
                                                           const KoyomiMatrixMoment *moment,
                                                           KoyomiLanguage            language,
                                                           GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
void                       koyomi_matrix_facts_free       (KoyomiMatrixFacts        *self);

gboolean                   koyomi_matrix_facts_is_mapped  (const KoyomiMatrixFacts  *self);
const KoyomiMaturityScore *koyomi_matrix_facts_get_score  (const KoyomiMatrixFacts  *self,
                                                           guint                     row);
KoyomiBreach              *koyomi_matrix_facts_get_breach (const KoyomiMatrixFacts  *self,
                                                           guint                     row);

KoyomiMatrixChangeKind     koyomi_matrix_facts_get_change (const KoyomiMatrixFacts  *self,
                                                           gboolean                  is_team,
                                                           guint                     index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiMatrixFacts, koyomi_matrix_facts_free)

G_END_DECLS
