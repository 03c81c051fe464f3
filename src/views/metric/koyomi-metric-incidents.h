#pragma once

#include <gtk/gtk.h>

#include "koyomi-metric-sheet.h"

G_BEGIN_DECLS

/* The incidents of the year that the metrics are shown of: their classes, the most frequent first, and their severities by month. A bar leads to the
 * incidents that it counts. */
#define KOYOMI_TYPE_METRIC_INCIDENTS (koyomi_metric_incidents_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiMetricIncidents, koyomi_metric_incidents, KOYOMI, METRIC_INCIDENTS, GtkWidget)

GtkWidget *koyomi_metric_incidents_new (KoyomiMetricSheet *sheet) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
