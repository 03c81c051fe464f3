#pragma once

#include "koyomi-breaches.h"
#include "koyomi-calendar.h"
#include "koyomi-entry.h"
#include "koyomi-maturity-table.h"
#include "koyomi-session-matrix.h"
#include "koyomi-workload.h"

G_BEGIN_DECLS

/* All that a report of the matrix tells. */
typedef struct
{
  KoyomiSession        *session;      /* not owned */
  KoyomiLanguage        language;
  guint32               day;
  KoyomiEntry          *head;
  KoyomiCalendar       *facts;        /* whose plan it is, of which moment; its rows are of no interest */
  KoyomiMatrix         *matrix;
  KoyomiMaturityTable  *maturity;     /* its rows are those of the matrix */
  KoyomiMaturityTable  *before;       /* likewise, a year before */
  GPtrArray            *breaches;     /* (element-type KoyomiBreach) */
  KoyomiWorkload       *workload;     /* of the fiscal year of the day */
} KoyomiMatrixReport;

KoyomiMatrixReport *_koyomi_matrix_report_load          (KoyomiSession            *session,
                                                         const char               *catalogue,
                                                         guint32                   day,
                                                         KoyomiLanguage            language,
                                                         GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
void                _koyomi_matrix_report_free          (KoyomiMatrixReport       *self);

const char         *_koyomi_matrix_report_get_catalogue (const KoyomiMatrixReport *self);
char               *_koyomi_matrix_report_dup_title     (const KoyomiMatrixReport *self) G_GNUC_WARN_UNUSED_RESULT;
char               *_koyomi_matrix_report_dup_number    (guint32                   day) G_GNUC_WARN_UNUSED_RESULT;
char               *_koyomi_matrix_report_dup_owner     (const KoyomiMatrixReport *self) G_GNUC_WARN_UNUSED_RESULT;
char               *_koyomi_matrix_report_dup_subtitle  (const KoyomiMatrixReport *self) G_GNUC_WARN_UNUSED_RESULT;
char               *_koyomi_matrix_report_dup_remarks   (const KoyomiMatrixReport *self,
                                                         const KoyomiMatrixCell   *cell) G_GNUC_WARN_UNUSED_RESULT;
const KoyomiMaturityRow *_koyomi_matrix_report_find_maturity (const KoyomiMatrixReport *self,
                                                              KoyomiRecord             *function);
KoyomiLetters       _koyomi_matrix_get_letters          (const KoyomiMatrix       *matrix,
                                                         guint                     row,
                                                         guint                     column);
GPtrArray          *_koyomi_matrix_label_teams          (GPtrArray                *teams) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiMatrixReport, _koyomi_matrix_report_free)

G_END_DECLS
