#pragma once

#include <gtk/gtk.h>

#include "koyomi-metric-sheet.h"

G_BEGIN_DECLS

/* All metrics as cards, with counts, search and filter above them and charts beside them, or below where there is no room. */
#define KOYOMI_TYPE_METRIC_CARDS (koyomi_metric_cards_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiMetricCards, koyomi_metric_cards, KOYOMI, METRIC_CARDS, GtkWidget)

GtkWidget *koyomi_metric_cards_new          (KoyomiMetricSheet *sheet) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_metric_cards_search       (KoyomiMetricCards *self);
void       koyomi_metric_cards_clear_filter (KoyomiMetricCards *self);
gint64     koyomi_metric_cards_get_focus    (KoyomiMetricCards *self);
gboolean   koyomi_metric_cards_go_to        (KoyomiMetricCards *self,
                                             gint64             metric);

G_END_DECLS
