#pragma once

#include "koyomi-report.h"

G_BEGIN_DECLS

/* Something that a report cannot tell, since it is not in the plan. */
typedef struct
{
  char      *title;   /* what it is, and of how many rows */
  GPtrArray *rows;    /* (element-type KoyomiOverviewRow): where it is missing; none where the plan lacks it as a whole */
} KoyomiReportGap;

GPtrArray *koyomi_report_list_gaps (KoyomiSession              *session,
                                    const KoyomiReportKind     *kind,
                                    const KoyomiReportOptions  *options,
                                    KoyomiLanguage              language,
                                    GError                    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
