#pragma once

#include "koyomi-plan-window.h"

G_BEGIN_DECLS

/* The values of a fiscal year that are entered by hand: metrics against months. */
#define KOYOMI_TYPE_METRIC_ENTRY_WINDOW (koyomi_metric_entry_window_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiMetricEntryWindow, koyomi_metric_entry_window, KOYOMI, METRIC_ENTRY_WINDOW, KoyomiPlanWindow)

void koyomi_metric_entry_window_present (GtkWindow        *parent,
                                         KoyomiWorkspace  *workspace,
                                         gint64            metric);

G_END_DECLS
