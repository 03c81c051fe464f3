#pragma once

#include "koyomi-report-gaps.h"
#include "koyomi-report-made.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* Makes in passing, in a thread and from a copy of the plan, the report that is wished for.
 *
 * Signals:
 *   "made": there is another report, and what it lacks
 *   "failed" (GError): there is none of what was wished for last */
#define KOYOMI_TYPE_REPORT_READER (koyomi_report_reader_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiReportReader, koyomi_report_reader, KOYOMI, REPORT_READER, GObject)

KoyomiReportReader *koyomi_report_reader_new      (KoyomiWorkspace         *workspace) G_GNUC_WARN_UNUSED_RESULT;
void                koyomi_report_reader_read     (KoyomiReportReader      *self,
                                                   const KoyomiReportWish  *wish);
KoyomiReportMade   *koyomi_report_reader_get_made (KoyomiReportReader      *self);
GPtrArray          *koyomi_report_reader_get_gaps (KoyomiReportReader      *self);

G_END_DECLS
