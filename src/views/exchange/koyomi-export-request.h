#pragma once

#include "koyomi-calendar-filter.h"

G_BEGIN_DECLS

/* What leaves the program. */
typedef enum
{
  KOYOMI_EXPORT_REPORT_CALENDAR,
  KOYOMI_EXPORT_REPORT_MATRIX,
  KOYOMI_EXPORT_REPORT_INCIDENTS,
  KOYOMI_EXPORT_REPORT_METRICS,
} KoyomiExportReport;

#define KOYOMI_N_EXPORT_REPORTS 4

/* What of a plan is on the screen when somebody wants it on paper or in a file. */
typedef struct
{
  KoyomiExportReport    report;

  /* of the calendar */
  KoyomiFiscalYear      year;
  KoyomiCalendarFilter *filter;      /* (nullable) */
  KoyomiGrouping        grouping;
  guint32               first_day;   /* in sight */
  guint32               last_day;

  /* of the matrix */
  gint64                catalogue;
  guint32               day;         /* as of which it is shown; of metrics one of the quarter that is shown */

  /* of incidents */
  gint64                incident;    /* that is selected; 0 for none */

  /* of metrics */
  gint64                metric;      /* that is shown by itself; 0 for none */
} KoyomiExportRequest;

KoyomiExportRequest *koyomi_export_request_copy        (const KoyomiExportRequest *self) G_GNUC_WARN_UNUSED_RESULT;
void                 koyomi_export_request_free        (KoyomiExportRequest       *self);

gboolean             koyomi_export_request_is_filtered (const KoyomiExportRequest *self);
gboolean             koyomi_export_request_is_narrowed (const KoyomiExportRequest *self);
gboolean             koyomi_export_request_is_part     (const KoyomiExportRequest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiExportRequest, koyomi_export_request_free)

G_END_DECLS
