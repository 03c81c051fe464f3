#pragma once

#include "koyomi-variance.h"

G_BEGIN_DECLS

/* How far the plan of a fiscal year was on a day, as it stood then: what was changed later does not change the line of that day. Before the first
 * entry of the change log nothing tells how the plan stood; then it is taken as it was first entered. Runs that are skipped are left out. */
typedef struct
{
  guint32          status_day;
  guint32          first_day;         /* of the fiscal year */
  guint32          last_day;
  gboolean         is_from_history;   /* the change log reaches back to the day */
  guint32          log_day;           /* of the first entry */
  GArray          *due;               /* (element-type guint32): the last day of each run */
  GArray          *done;              /* (element-type guint32): on which day each that was done by then was */
  guint            n_due;             /* by the day */
  guint            n_done;            /* of those that were due */
  KoyomiRecord    *baseline;          /* (nullable): the last one that was set by the day */
  GArray          *baseline_due;      /* (nullable) (element-type guint32): like due, in the baseline */
  KoyomiVariance  *variance;          /* (nullable): what became of the baseline by the day */
} KoyomiPlanProgress;

void                koyomi_plan_progress_free          (KoyomiPlanProgress  *self);
KoyomiPlanProgress *koyomi_session_load_plan_progress  (KoyomiSession       *session,
                                                        guint32              status_day,
                                                        KoyomiLanguage       language,
                                                        GCancellable        *cancellable,
                                                        GError             **error) G_GNUC_WARN_UNUSED_RESULT;
char               *koyomi_plan_progress_format_variance (const KoyomiPlanProgress *self,
                                                          KoyomiLanguage       language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiPlanProgress, koyomi_plan_progress_free)

G_END_DECLS
