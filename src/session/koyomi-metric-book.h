#pragma once

#include "koyomi-computation.h"
#include "koyomi-metric-status.h"
#include "koyomi-session.h"

G_BEGIN_DECLS

/* The metrics of a plan, read once, to be told for any time. It stands for the plan as it was when it was loaded; after a change another one is
 * to be loaded. As of a past moment it is loaded from the session of that moment. */
typedef struct _KoyomiMetricBook KoyomiMetricBook;

/* What one metric is in a quarter. */
typedef struct
{
  KoyomiRecord       *metric;
  KoyomiFiscalYear    year;
  int                 quarter;      /* 1 to 4 */
  KoyomiMetricLimits  limits;       /* that hold on the last day told of */
  KoyomiMetricFigure  figure;       /* what it is as the plan now stands */
  KoyomiRecord       *close;        /* (nullable): what it was when the quarter was closed, a row of metric_close */
  gboolean            is_restated;  /* the two differ */
  double              value;        /* the one to be shown first: that of the close, where there is one */
  double              before;       /* likewise of the quarter before; NAN is none */
  KoyomiMetricStatus  status;       /* of value */
  KoyomiTrend         trend;
  KoyomiRecord       *comment;      /* (nullable): the last that was made for the quarter */
} KoyomiMetricResult;

/* What a metric that is a composite score names as its computation. */
#define KOYOMI_METRIC_COMPOSITE "composite"

/* One part of a composite score. */
typedef struct
{
  KoyomiRecord       *metric;       /* owned by the list */
  int                 weight;       /* 1 to 100 */
  double              value;        /* in the unit of the metric */
  KoyomiMetricStatus  status;
  double              points;       /* 0 to 100; NAN where it is out of date, has no data or no limits */
  double              share;        /* so much of the score comes from it; NAN where the score is not told */
} KoyomiMetricPart;

KoyomiMetricBook   *koyomi_session_load_metrics       (KoyomiSession       *session,
                                                       guint32              today,
                                                       KoyomiLanguage       language,
                                                       GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void                koyomi_metric_book_free           (KoyomiMetricBook    *self);

GPtrArray          *koyomi_metric_book_get_metrics    (KoyomiMetricBook    *self);
KoyomiMetricResult *koyomi_metric_book_tell           (KoyomiMetricBook    *self,
                                                       KoyomiRecord        *metric,
                                                       KoyomiFiscalYear     year,
                                                       int                  quarter,
                                                       gboolean             with_rows,
                                                       GError             **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean            koyomi_metric_book_compute        (KoyomiMetricBook    *self,
                                                       KoyomiRecord        *metric,
                                                       guint32              first_day,
                                                       guint32              last_day,
                                                       gboolean             with_rows,
                                                       KoyomiMetricFigure  *figure,
                                                       GError             **error);
gboolean            koyomi_metric_book_tell_formula   (KoyomiMetricBook    *self,
                                                       KoyomiComputation    computation,
                                                       KoyomiFiscalYear     year,
                                                       int                  quarter,
                                                       gboolean             with_rows,
                                                       KoyomiMetricFigure  *figure,
                                                       GError             **error);
gboolean            koyomi_metric_book_compute_formula (KoyomiMetricBook   *self,
                                                        KoyomiComputation    computation,
                                                        guint32              first_day,
                                                        guint32              last_day,
                                                        gboolean             with_rows,
                                                        KoyomiMetricFigure  *figure,
                                                        GError             **error);
GArray             *koyomi_metric_book_list_parts     (KoyomiMetricBook    *self,
                                                       KoyomiRecord        *metric,
                                                       guint32              first_day,
                                                       guint32              last_day,
                                                       GError             **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean            koyomi_metric_is_composite        (KoyomiRecord        *metric);
gboolean            koyomi_metric_find_computation    (KoyomiRecord        *metric,
                                                       KoyomiComputation   *computation);

void                koyomi_metric_result_free         (KoyomiMetricResult  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiMetricBook, koyomi_metric_book_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiMetricResult, koyomi_metric_result_free)

G_END_DECLS
