#pragma once

#include "koyomi-report.h"

G_BEGIN_DECLS

/* Of when a report can tell: a quarter counted from the year 0, and a month of it; 0 for all of it. */
typedef struct
{
  int quarter;
  int month;
} KoyomiReportPeriod;

/* Quarters that are offered, back from the one of today, each followed by its months where the report can tell of those. */
#define KOYOMI_REPORT_QUARTERS 8
#define KOYOMI_MOST_REPORT_PERIODS (KOYOMI_REPORT_QUARTERS * 4)

KoyomiReportPeriod koyomi_report_period_get_present (KoyomiSession           *session);
KoyomiFiscalYear   koyomi_report_period_get_year    (KoyomiReportPeriod       self,
                                                     KoyomiSession           *session);
char              *koyomi_report_period_format      (KoyomiReportPeriod       self,
                                                     const KoyomiReportKind  *kind,
                                                     KoyomiSession           *session,
                                                     KoyomiLanguage           language) G_GNUC_WARN_UNUSED_RESULT;
guint              koyomi_report_period_list        (KoyomiReportPeriod       shown,
                                                     const KoyomiReportKind  *kind,
                                                     KoyomiSession           *session,
                                                     KoyomiReportPeriod      *periods);

G_END_DECLS
