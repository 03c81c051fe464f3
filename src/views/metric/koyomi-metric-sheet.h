#pragma once

#include "koyomi-metric-line.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* What the metrics of a plan are in a quarter, and which of them are shown, apart from any widget. It reads only while it is seen, and in passing, so
 * that nobody waits for it.
 *
 * Signals:
 *   "lines" (): what the metrics are, or which are shown */
#define KOYOMI_TYPE_METRIC_SHEET (koyomi_metric_sheet_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiMetricSheet, koyomi_metric_sheet, KOYOMI, METRIC_SHEET, GObject)

KoyomiMetricSheet *koyomi_metric_sheet_new           (KoyomiWorkspace   *workspace) G_GNUC_WARN_UNUSED_RESULT;
KoyomiWorkspace   *koyomi_metric_sheet_get_workspace (KoyomiMetricSheet *self);

void               koyomi_metric_sheet_set_seen      (KoyomiMetricSheet *self,
                                                      gboolean           is_seen);
gboolean           koyomi_metric_sheet_is_ready      (KoyomiMetricSheet *self);

KoyomiFiscalYear   koyomi_metric_sheet_get_year      (KoyomiMetricSheet *self);
int                koyomi_metric_sheet_get_quarter   (KoyomiMetricSheet *self);
void               koyomi_metric_sheet_set_quarter   (KoyomiMetricSheet *self,
                                                      KoyomiFiscalYear   year,
                                                      int                quarter);
KoyomiMetricScale  koyomi_metric_sheet_get_scale     (KoyomiMetricSheet *self);
void               koyomi_metric_sheet_set_scale     (KoyomiMetricSheet *self,
                                                      KoyomiMetricScale  scale);

int                koyomi_metric_sheet_get_status    (KoyomiMetricSheet *self);
void               koyomi_metric_sheet_set_status    (KoyomiMetricSheet *self,
                                                      int                status);
int                koyomi_metric_sheet_get_kind      (KoyomiMetricSheet *self);
void               koyomi_metric_sheet_set_kind      (KoyomiMetricSheet *self,
                                                      int                kind);
void               koyomi_metric_sheet_set_query     (KoyomiMetricSheet *self,
                                                      const char        *query);

GPtrArray         *koyomi_metric_sheet_get_lines     (KoyomiMetricSheet *self);
GPtrArray         *koyomi_metric_sheet_get_shown     (KoyomiMetricSheet *self);
KoyomiMetricLine  *koyomi_metric_sheet_find          (KoyomiMetricSheet *self,
                                                      gint64             metric);
guint              koyomi_metric_sheet_count         (KoyomiMetricSheet *self,
                                                      KoyomiMetricStatus status);

G_END_DECLS
