#pragma once

#include "koyomi-export.h"
#include "koyomi-session.h"

G_BEGIN_DECLS

/* What leaves the program of metrics. */
typedef struct
{
  KoyomiFiscalYear  year;
  int               quarter;    /* of it, 1 to 4 */
  gint64            now;        /* the moment that is shown */
  const char       *metric;     /* (nullable): its code, for a picture of it alone; NULL for the board page */
  KoyomiLanguage    language;
} KoyomiMetricExportOptions;

gboolean koyomi_metric_export_knows (KoyomiExportFormat                format);
gboolean koyomi_metric_export       (KoyomiSession                    *session,
                                     const KoyomiMetricExportOptions  *options,
                                     KoyomiExportFormat                format,
                                     const char                       *path,
                                     KoyomiProgressFunc                progress,
                                     gpointer                          progress_data,
                                     GCancellable                     *cancellable,
                                     GError                          **error);

G_END_DECLS
