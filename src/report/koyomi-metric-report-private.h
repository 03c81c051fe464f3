#pragma once

#include "koyomi-document-private.h"
#include "koyomi-incident-board.h"
#include "koyomi-metric-book.h"

G_BEGIN_DECLS

/* Quarters that are told, and months: the last of them end with the quarter that is asked for. */
#define KOYOMI_METRIC_REPORT_QUARTERS 5
#define KOYOMI_METRIC_REPORT_MONTHS 12

/* How a metric went. */
typedef struct
{
  KoyomiRecord       *metric;
  KoyomiUnit          unit;
  guint               decimals;
  KoyomiMetricResult *quarters[KOYOMI_METRIC_REPORT_QUARTERS];
  double              months[KOYOMI_METRIC_REPORT_MONTHS];    /* as the plan now stands; NAN where there is none */
  KoyomiMetricLimits  limits[KOYOMI_METRIC_REPORT_MONTHS];    /* of their last days */
} KoyomiMetricCourse;

/* What the book of metrics is made of. */
typedef struct
{
  KoyomiSession       *session;     /* not owned */
  KoyomiLanguage       language;
  KoyomiFiscalYear     year;
  int                  quarter;
  guint32              first_day;
  guint32              last_day;
  gint64               now;
  guint32              today;
  KoyomiMetricBook    *book;
  GPtrArray           *limits;      /* (element-type KoyomiRecord): of all metrics */
  GPtrArray           *courses;     /* (element-type KoyomiMetricCourse) */
  GPtrArray           *tiles;       /* (element-type KoyomiMetricCourse): of the board page, borrowed */
  KoyomiIncidentBoard *incidents;
  const char          *quarters[KOYOMI_METRIC_REPORT_QUARTERS];   /* their names, on two lines */
  const char          *months[KOYOMI_METRIC_REPORT_MONTHS];
  KoyomiDocument      *document;
} KoyomiMetricReport;

KoyomiMetricReport       *_koyomi_metric_report_load           (KoyomiSession            *session,
                                                                KoyomiFiscalYear          year,
                                                                int                       quarter,
                                                                gint64                    now,
                                                                KoyomiLanguage            language,
                                                                GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
void                      _koyomi_metric_report_free           (KoyomiMetricReport       *self);
gboolean                  _koyomi_metric_report_fill           (KoyomiMetricReport       *self,
                                                                GError                  **error);
gboolean                  _koyomi_metric_report_fill_board     (KoyomiMetricReport       *self,
                                                                GError                  **error);

const KoyomiMetricResult *_koyomi_metric_course_get_last       (const KoyomiMetricCourse *self);
char                     *_koyomi_metric_course_format         (const KoyomiMetricCourse *self,
                                                                double                    value,
                                                                KoyomiLanguage            language) G_GNUC_WARN_UNUSED_RESULT;
const char               *_koyomi_metric_course_get_code       (const KoyomiMetricCourse *self);
const char               *_koyomi_metric_course_get_comment    (const KoyomiMetricCourse *self);
KoyomiMetricCourse       *_koyomi_metric_report_find           (KoyomiMetricReport       *self,
                                                                const char               *code);

/* Figures, for pages and pictures. */
KoyomiFigure             *_koyomi_metric_report_new_card       (KoyomiMetricReport       *self,
                                                                const KoyomiMetricCourse *course) G_GNUC_WARN_UNUSED_RESULT;
KoyomiFigure             *_koyomi_metric_report_new_plot       (KoyomiMetricReport       *self,
                                                                const KoyomiMetricCourse *course) G_GNUC_WARN_UNUSED_RESULT;

/* Each adds sheets to the document. */
void                      _koyomi_metric_report_add_summary    (KoyomiMetricReport       *self);
void                      _koyomi_metric_report_add_board      (KoyomiMetricReport       *self);
void                      _koyomi_metric_report_add_metrics    (KoyomiMetricReport       *self);
gboolean                  _koyomi_metric_report_add_scores     (KoyomiMetricReport       *self,
                                                                GError                  **error);
void                      _koyomi_metric_report_add_charts     (KoyomiMetricReport       *self);
KoyomiDocumentTable      *_koyomi_metric_report_add_chart_section (KoyomiMetricReport    *self,
                                                                   const char               *title);
KoyomiDocumentTable      *_koyomi_metric_report_add_chart_data (KoyomiMetricReport       *self);
void                      _koyomi_metric_report_add_chart      (KoyomiMetricReport       *self,
                                                                KoyomiDocumentTable      *charts,
                                                                KoyomiDocumentTable      *data,
                                                                const KoyomiMetricCourse *course);
gboolean                  _koyomi_metric_report_add_maturity   (KoyomiMetricReport       *self,
                                                                GError                  **error);
void                      _koyomi_metric_report_add_causes     (KoyomiMetricReport       *self);
void                      _koyomi_metric_report_add_definitions (KoyomiMetricReport      *self);
gboolean                  _koyomi_metric_report_add_objectives (KoyomiMetricReport       *self,
                                                                GError                  **error);
KoyomiDocumentTable      *_koyomi_metric_report_add_quality    (KoyomiMetricReport       *self,
                                                                gboolean                  is_whole,
                                                                GError                  **error);
void                      _koyomi_metric_report_add_silent     (KoyomiMetricReport       *self,
                                                                KoyomiDocumentTable      *counts,
                                                                GPtrArray                *sections);
gboolean                  _koyomi_metric_report_add_rows       (KoyomiMetricReport       *self,
                                                                GError                  **error);
KoyomiDocumentTable      *_koyomi_metric_report_add_about      (KoyomiMetricReport       *self);
KoyomiDocumentTable      *_koyomi_metric_report_add_table      (KoyomiMetricReport       *self,
                                                                const char               *title);
void                      _koyomi_metric_report_add_columns    (KoyomiMetricReport       *self,
                                                                KoyomiDocumentTable      *table,
                                                                const KoyomiDocumentColumn *columns,
                                                                guint                     n_columns);
void                      _koyomi_metric_report_add_value      (KoyomiMetricReport       *self,
                                                                KoyomiDocumentRow        *row,
                                                                const KoyomiMetricCourse *course,
                                                                double                    value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiMetricReport, _koyomi_metric_report_free)

G_END_DECLS
