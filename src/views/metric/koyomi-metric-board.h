#pragma once

#include <gtk/gtk.h>

#include "koyomi-metric-sheet.h"

G_BEGIN_DECLS

/* The page for the board: a few metrics in an order of their own, with what is said of each. Tiles are moved with Control and the arrow
 * keys, or dragged. */
#define KOYOMI_TYPE_METRIC_BOARD (koyomi_metric_board_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiMetricBoard, koyomi_metric_board, KOYOMI, METRIC_BOARD, GtkWidget)

GtkWidget *koyomi_metric_board_new       (KoyomiMetricSheet *sheet) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_metric_board_move      (KoyomiMetricBoard *self,
                                          int                by);
void       koyomi_metric_board_remove    (KoyomiMetricBoard *self);
gint64     koyomi_metric_board_get_focus (KoyomiMetricBoard *self);

G_END_DECLS
