#pragma once

#include <adwaita.h>

#include "koyomi-export-metric.h"
#include "koyomi-export-request.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* What of metrics is exported: the quarter, and of a picture the board page or the metric that is shown, as rows of a group. */
typedef struct _KoyomiExportMetricRows KoyomiExportMetricRows;

KoyomiExportMetricRows *koyomi_export_metric_rows_new          (AdwPreferencesGroup           *group,
                                                                KoyomiWorkspace               *workspace,
                                                                const KoyomiExportRequest     *request) G_GNUC_WARN_UNUSED_RESULT;
void                    koyomi_export_metric_rows_free         (KoyomiExportMetricRows        *self);

void                    koyomi_export_metric_rows_show_format  (KoyomiExportMetricRows        *self,
                                                                KoyomiExportFormat             format);
void                    koyomi_export_metric_rows_read         (KoyomiExportMetricRows        *self,
                                                                KoyomiMetricExportOptions     *options);
char                   *koyomi_export_metric_rows_propose_name (KoyomiExportMetricRows        *self,
                                                                KoyomiLanguage                 language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiExportMetricRows, koyomi_export_metric_rows_free)

G_END_DECLS
