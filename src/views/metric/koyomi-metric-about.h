#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* How a metric is defined (ISO/IEC 27001, 9.1), and which limits it had when. */
#define KOYOMI_TYPE_METRIC_ABOUT (koyomi_metric_about_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiMetricAbout, koyomi_metric_about, KOYOMI, METRIC_ABOUT, GtkWidget)

GtkWidget *koyomi_metric_about_new  (KoyomiWorkspace        *workspace) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_metric_about_show (KoyomiMetricAbout *self,
                                     KoyomiRecord           *metric);

G_END_DECLS
