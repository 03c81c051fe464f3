#pragma once

#include "koyomi-metric-report-private.h"
#include "koyomi-picture-private.h"

G_BEGIN_DECLS

gboolean _koyomi_metric_picture_write (KoyomiMetricReport        *report,
                                       const KoyomiMetricCourse  *course,
                                       KoyomiPictureFormat        format,
                                       GOutputStream             *stream,
                                       GCancellable              *cancellable,
                                       GError                   **error);

G_END_DECLS
