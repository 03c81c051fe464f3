#pragma once

#include "koyomi-plan-window.h"

G_BEGIN_DECLS

/* The definition of a metric (ISO/IEC 27001, 9.1): what it is, who measures it how and when, and its limits. */
#define KOYOMI_TYPE_METRIC_WINDOW (koyomi_metric_window_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiMetricWindow, koyomi_metric_window, KOYOMI, METRIC_WINDOW, KoyomiPlanWindow)

void koyomi_metric_window_present (GtkWindow        *parent,
                                   KoyomiWorkspace  *workspace,
                                   gint64            metric);

G_END_DECLS
