#pragma once

#include "koyomi-dictionary.h"

G_BEGIN_DECLS

/* One row that a figure is made from: a run, an incident, a function … */
typedef struct
{
  KoyomiTableId table;
  gint64        id;       /* 0 where no row of the plan is meant */
  gboolean      counts;   /* in what is counted; of a rate, the others are in the whole only */
  double        amount;   /* of a mean or median, in the metric's unit; else 1 */
} KoyomiMetricRow;

/* What a metric is for a time. */
typedef struct
{
  double  value;         /* in the metric's unit; NAN is no data, which is never 0 */
  double  numerator;     /* of a rate or a mean; the number itself of a count; NAN of a median */
  double  denominator;   /* NAN of a count */
  guint   n_samples;     /* how many things the value stands on */
  guint   n_excluded;    /* which lack what the formula needs */
  GArray *rows;          /* (nullable) (element-type KoyomiMetricRow): where they were asked for */
} KoyomiMetricFigure;

void   koyomi_metric_figure_init   (KoyomiMetricFigure       *self);
void   koyomi_metric_figure_clear  (KoyomiMetricFigure       *self);
char  *koyomi_metric_format_value  (double                    value,
                                    KoyomiUnit                unit,
                                    KoyomiLanguage            language) G_GNUC_WARN_UNUSED_RESULT;
char  *koyomi_metric_figure_explain_score (const KoyomiMetricFigure *self,
                                          KoyomiLanguage            language) G_GNUC_WARN_UNUSED_RESULT;

guint       koyomi_unit_get_decimals (KoyomiUnit     self);
const char *koyomi_unit_get_sign     (KoyomiUnit     self,
                                      KoyomiLanguage language);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KoyomiMetricFigure, koyomi_metric_figure_clear)

G_END_DECLS
