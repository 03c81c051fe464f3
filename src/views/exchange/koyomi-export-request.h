#pragma once

#include "koyomi-calendar-filter.h"

G_BEGIN_DECLS

/* What of a plan is on the screen when somebody wants it on paper or in a file. */
typedef struct
{
  KoyomiFiscalYear      year;
  KoyomiCalendarFilter *filter;      /* (nullable) */
  KoyomiGrouping        grouping;
  guint32               first_day;   /* in sight */
  guint32               last_day;
} KoyomiExportRequest;

KoyomiExportRequest *koyomi_export_request_copy        (const KoyomiExportRequest *self) G_GNUC_WARN_UNUSED_RESULT;
void                 koyomi_export_request_free        (KoyomiExportRequest       *self);

gboolean             koyomi_export_request_is_filtered (const KoyomiExportRequest *self);
gboolean             koyomi_export_request_is_narrowed (const KoyomiExportRequest *self);
gboolean             koyomi_export_request_is_part     (const KoyomiExportRequest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiExportRequest, koyomi_export_request_free)

G_END_DECLS
