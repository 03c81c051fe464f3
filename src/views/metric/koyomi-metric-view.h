#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* The metrics of a plan: all of them as cards, the page for the board, or one of them.
 *
 * Actions: metric.open (metric), metric.rows (metric, first and last day), metric.show-rows, metric.back, metric.page ("all" or "board"),
 * metric.search, metric.clear-filter, metric.tiles, metric.remove-tile, metric.move-earlier, metric.move-later,
 * metric.close-quarter, metric.enter, metric.new, metric.edit, metric.export. */
#define KOYOMI_TYPE_METRIC_VIEW (koyomi_metric_view_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiMetricView, koyomi_metric_view, KOYOMI, METRIC_VIEW, GtkWidget)

GtkWidget *koyomi_metric_view_new       (KoyomiWorkspace  *workspace) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_metric_view_take_over (KoyomiMetricView *self,
                                         KoyomiMetricView *other);
void       koyomi_metric_view_show      (KoyomiMetricView *self,
                                         gint64            metric);

G_END_DECLS
