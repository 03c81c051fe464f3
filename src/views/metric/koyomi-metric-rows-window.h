#pragma once

#include "koyomi-metric-line.h"
#include "koyomi-plan-window.h"

G_BEGIN_DECLS

/* The rows that make a number. Its foot says how they do; Enter goes to a row. */
#define KOYOMI_TYPE_METRIC_ROWS_WINDOW (koyomi_metric_rows_window_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiMetricRowsWindow, koyomi_metric_rows_window, KOYOMI, METRIC_ROWS_WINDOW, KoyomiPlanWindow)

void koyomi_metric_rows_window_present (GtkWindow        *parent,
                                        KoyomiWorkspace  *workspace,
                                        gint64            metric,
                                        guint32           first_day,
                                        guint32           last_day);

G_END_DECLS
