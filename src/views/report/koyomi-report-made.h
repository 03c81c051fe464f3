#pragma once

#include "koyomi-report.h"

G_BEGIN_DECLS

/* What somebody wants to see of a report. */
typedef struct
{
  const KoyomiReportKind *kind;
  KoyomiReportOptions     options;    /* the moment is set when the report is made */
  gint64                  past;       /* the entry of the change log as of which the plan is told; 0 for the plan as it stands */
  gboolean                compares;   /* marks what is otherwise than at the end of the quarter before */
} KoyomiReportWish;

/* A report with the plans that it is read from. Counted references: the last one to let go may be any thread. */
typedef struct
{
  KoyomiReportWish  wish;
  KoyomiReport     *report;
  KoyomiSession    *session;
  KoyomiSession    *then;      /* (nullable): the plan at the end of the quarter before, where it is compared with that and there was one */
  guint             n_pages;
} KoyomiReportMade;

KoyomiReportMade *koyomi_report_make      (KoyomiSession           *copy,
                                           const KoyomiReportWish  *wish,
                                           GCancellable            *cancellable,
                                           GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
KoyomiReportMade *koyomi_report_made_ref  (KoyomiReportMade        *self);
void              koyomi_report_made_unref (KoyomiReportMade       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiReportMade, koyomi_report_made_unref)

G_END_DECLS
