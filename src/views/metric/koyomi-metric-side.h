#pragma once

#include <gtk/gtk.h>

#include "koyomi-metric-sheet.h"

G_BEGIN_DECLS

/* What stands beside the metrics: the radar of the maturity with the widest gaps, how the metrics stood in each quarter, and the incidents of the
 * year. */
#define KOYOMI_TYPE_METRIC_SIDE (koyomi_metric_side_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiMetricSide, koyomi_metric_side, KOYOMI, METRIC_SIDE, GtkWidget)

GtkWidget *koyomi_metric_side_new (KoyomiMetricSheet *sheet) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
