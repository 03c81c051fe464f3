#pragma once

#include "koyomi-metric-book.h"
#include "koyomi-overview-row.h"

G_BEGIN_DECLS

/* How ready the plan is for being audited. */
typedef struct
{
  KoyomiRecord       *audit;           /* (nullable): the next one that is not over */
  gint64              audit_run;       /* of the activity that it belongs to; 0 is none */
  guint               n_findings;
  GPtrArray          *open_findings;   /* (element-type KoyomiOverviewRow) */
  guint32             correction_day;  /* by when the first of them has to be corrected; KOYOMI_DAY_NONE is none */
  KoyomiMetricFigure  evidence;        /* of the runs done in the quarter; its rows are left out */
  GPtrArray          *unproven;        /* (element-type KoyomiOverviewRow): the runs among them that lack evidence */
  guint               n_controls;      /* of Annex A that apply */
  GPtrArray          *unowned;         /* (element-type KoyomiOverviewRow): of them those that no function with an accountable team covers */
  guint               n_found;         /* by the readiness check and the rules of the matrix, what is accepted not */
  guint               n_grave;         /* of those how many are of the highest severity */
} KoyomiAuditReadiness;

void                  koyomi_audit_readiness_free          (KoyomiAuditReadiness  *self);
KoyomiAuditReadiness *koyomi_session_load_audit_readiness  (KoyomiSession         *session,
                                                            KoyomiMetricBook      *book,
                                                            guint32                today,
                                                            KoyomiLanguage         language,
                                                            GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiAuditReadiness, koyomi_audit_readiness_free)

G_END_DECLS
