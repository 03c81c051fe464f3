#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* Metrics as cards, as many beside each other as there is room for. Arrow keys go from card to card, Enter opens one; a column that is
 * pressed tells of its rows. It activates metric.open and metric.rows of whatever it lies in. */
#define KOYOMI_TYPE_METRIC_FLOW (koyomi_metric_flow_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiMetricFlow, koyomi_metric_flow, KOYOMI, METRIC_FLOW, GtkWidget)

GtkWidget *koyomi_metric_flow_new       (KoyomiWorkspace  *workspace,
                                         const char       *name,
                                         gboolean          has_comments) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_metric_flow_show      (KoyomiMetricFlow *self,
                                         GPtrArray        *lines);
gboolean   koyomi_metric_flow_go_to     (KoyomiMetricFlow *self,
                                         gint64            metric);
gint64     koyomi_metric_flow_get_focus (KoyomiMetricFlow *self);
GtkWidget *koyomi_metric_flow_get_box   (KoyomiMetricFlow *self);

G_END_DECLS
