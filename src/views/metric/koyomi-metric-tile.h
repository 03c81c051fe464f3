#pragma once

#include <gtk/gtk.h>

#include "koyomi-metric-line.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* The card of a metric in a grid of them; on the board page with what is said of the quarter below it, which is written there.
 *
 * Actions: tile.copy, tile.menu.
 *
 * Signals:
 *   "column-activated" (guint): a column of the card was pressed */
#define KOYOMI_TYPE_METRIC_TILE (koyomi_metric_tile_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiMetricTile, koyomi_metric_tile, KOYOMI, METRIC_TILE, GtkFlowBoxChild)

GtkWidget *koyomi_metric_tile_new         (KoyomiWorkspace        *workspace,
                                           gboolean                has_comment) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_metric_tile_show        (KoyomiMetricTile       *self,
                                           const KoyomiMetricLine *line);
gint64     koyomi_metric_tile_get_metric  (KoyomiMetricTile       *self);

G_END_DECLS
