#pragma once

#include <gtk/gtk.h>

#include "koyomi-metric-sheet.h"

G_BEGIN_DECLS

/* One metric: how it went, what it was in each time, what was said of it, and how it is defined. */
#define KOYOMI_TYPE_METRIC_PAGE (koyomi_metric_page_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiMetricPage, koyomi_metric_page, KOYOMI, METRIC_PAGE, GtkWidget)

GtkWidget *koyomi_metric_page_new        (KoyomiMetricSheet *sheet) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_metric_page_set_metric (KoyomiMetricPage  *self,
                                          gint64             metric);
gint64     koyomi_metric_page_get_metric (KoyomiMetricPage  *self);
void       koyomi_metric_page_show_rows  (KoyomiMetricPage  *self);

G_END_DECLS
