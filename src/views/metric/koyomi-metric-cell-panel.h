#pragma once

#include "koyomi-metric-grid.h"
#include "koyomi-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is said of one value: its note, its evidence, and what stood there before. */
#define KOYOMI_TYPE_METRIC_CELL_PANEL (koyomi_metric_cell_panel_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiMetricCellPanel, koyomi_metric_cell_panel, KOYOMI, METRIC_CELL_PANEL, GtkWidget)

GtkWidget  *koyomi_metric_cell_panel_new   (KoyomiWorkspace            *workspace);
gboolean    koyomi_metric_cell_panel_show  (KoyomiMetricCellPanel      *self,
                                            const KoyomiMetricGridRow  *row,
                                            guint                       column,
                                            GError                    **error);

G_END_DECLS
