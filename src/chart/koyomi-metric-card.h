#pragma once

#include "koyomi-figure.h"

G_BEGIN_DECLS

/* A metric at a glance: its value and how it stands, how it changed, and how it went. */

#define KOYOMI_TYPE_METRIC_CARD koyomi_metric_card_get_type ()
G_DECLARE_FINAL_TYPE (KoyomiMetricCard, koyomi_metric_card, KOYOMI, METRIC_CARD, KoyomiFigure)

KoyomiFigure *koyomi_metric_card_new         (KoyomiLanguage      language,
                                              const char         *title,
                                              const char         *unit,
                                              guint               decimals) G_GNUC_WARN_UNUSED_RESULT;
void          koyomi_metric_card_set_value   (KoyomiMetricCard   *self,
                                              double              value,
                                              KoyomiMetricStatus  status);
void          koyomi_metric_card_set_change  (KoyomiMetricCard   *self,
                                              double              change,
                                              const char         *since);
void          koyomi_metric_card_set_target  (KoyomiMetricCard   *self,
                                              double              low,
                                              double              high);
void          koyomi_metric_card_set_remark  (KoyomiMetricCard   *self,
                                              const char         *remark);
void          koyomi_metric_card_set_columns (KoyomiMetricCard   *self,
                                              gboolean            has_columns);
void          koyomi_metric_card_add_point   (KoyomiMetricCard   *self,
                                              const char         *label,
                                              const char         *name,
                                              double              value);

G_END_DECLS
