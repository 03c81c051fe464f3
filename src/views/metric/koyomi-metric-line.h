#pragma once

#include "koyomi-figure.h"
#include "koyomi-metric-book.h"
#include "koyomi-plot.h"

G_BEGIN_DECLS

/* What the columns of a metric's charts are. */
typedef enum
{
  KOYOMI_METRIC_BY_MONTH,      /* those of the fiscal year */
  KOYOMI_METRIC_BY_QUARTER,    /* those of the fiscal year and of the one before */
  KOYOMI_METRIC_BY_YEAR,       /* the five up to the fiscal year */
  KOYOMI_N_METRIC_SCALES,
} KoyomiMetricScale;

/* A metric in one column. */
typedef struct
{
  guint32             first_day;
  guint32             last_day;
  KoyomiFiscalYear    year;
  int                 quarter;       /* of quarters; else 0 */
  double              value;         /* NAN for none: of a closed quarter what was closed */
  double              restated;      /* what it would be now; NAN where that is the same */
  KoyomiMetricLimits  limits;        /* that hold on its last day */
  KoyomiMetricStatus  status;
} KoyomiMetricPoint;

/* A metric in a quarter, and how it went. */
typedef struct
{
  KoyomiMetricResult *result;
  KoyomiMetricResult *quarters[4];   /* (nullable): of the fiscal year, as far as they have begun */
  GArray             *points;        /* (element-type KoyomiMetricPoint) */
  GArray             *parts;         /* (nullable) (element-type KoyomiMetricPart): of a composite score, in the quarter */
  KoyomiMetricScale   scale;
} KoyomiMetricLine;

KoyomiMetricLine *koyomi_metric_line_new            (KoyomiMetricBook       *book,
                                                     KoyomiRecord           *metric,
                                                     GPtrArray              *limits,
                                                     KoyomiFiscalYear        year,
                                                     int                     quarter,
                                                     KoyomiMetricScale       scale,
                                                     guint32                 today,
                                                     GError                **error) G_GNUC_WARN_UNUSED_RESULT;
void              koyomi_metric_line_free           (KoyomiMetricLine       *self);

char             *koyomi_metric_line_name_point     (const KoyomiMetricLine *self,
                                                     guint                   index,
                                                     KoyomiLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
char             *koyomi_metric_line_format         (const KoyomiMetricLine *self,
                                                     double                  value,
                                                     KoyomiLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
char             *koyomi_metric_line_format_change  (const KoyomiMetricLine *self,
                                                     KoyomiLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
char             *koyomi_metric_line_describe       (const KoyomiMetricLine *self,
                                                     KoyomiLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
KoyomiFigure     *koyomi_metric_line_create_card    (const KoyomiMetricLine *self,
                                                     KoyomiLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
KoyomiFigure     *koyomi_metric_line_create_plot    (const KoyomiMetricLine *self,
                                                     KoyomiLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
KoyomiFigure     *koyomi_metric_lines_create_grid   (GPtrArray              *lines,
                                                     KoyomiLanguage          language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiMetricLine, koyomi_metric_line_free)

G_END_DECLS
