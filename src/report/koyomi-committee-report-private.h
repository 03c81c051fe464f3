#pragma once

#include "koyomi-metric-report-private.h"
#include "koyomi-report.h"

G_BEGIN_DECLS

typedef enum
{
  KOYOMI_COMMITTEE_SUMMARY,
  KOYOMI_COMMITTEE_PROGRESS,
  KOYOMI_COMMITTEE_INCIDENTS,
  KOYOMI_COMMITTEE_METRICS,
  KOYOMI_COMMITTEE_FINDINGS,
  KOYOMI_COMMITTEE_RISKS,
  KOYOMI_COMMITTEE_DECISIONS,
  KOYOMI_COMMITTEE_COMING,
  KOYOMI_N_COMMITTEE_PARTS,
} KoyomiCommitteePart;

/* What became of something since the period before. */
typedef enum
{
  KOYOMI_COMMITTEE_NEW,
  KOYOMI_COMMITTEE_CLOSED,
  KOYOMI_COMMITTEE_MOVED,
  KOYOMI_COMMITTEE_WORSE,
  KOYOMI_COMMITTEE_BETTER,
  KOYOMI_N_COMMITTEE_CHANGES,
} KoyomiCommitteeChange;

/* Charts side by side on a page. */
#define KOYOMI_COMMITTEE_CHARTS_ACROSS 4

/* What a metric is in the period. */
typedef struct
{
  double             value;
  double             before;
  double             target;
  KoyomiMetricStatus status;
  KoyomiMetricStatus status_before;
  KoyomiTrend        trend;
} KoyomiCommitteeValue;

/* What the report to the risk committee is made of. The period is a quarter or a month. */
typedef struct
{
  KoyomiMetricReport  *metrics;        /* of the quarter; its document is the report */
  KoyomiDocument      *document;       /* borrowed from there */
  KoyomiSession       *session;        /* not owned */
  KoyomiLanguage       language;
  const char          *report;         /* whose narratives it tells */
  int                  month_of_quarter;   /* 1 to 3; 0 for all of it */
  int                  month;          /* which of the months that metrics are told of; -1 for the quarter */
  guint32              first_day;
  guint32              last_day;
  guint32              before_first;   /* of the period before */
  guint32              next_last;      /* of the one to come */
  guint32              today;
  gboolean             has_marks;      /* of what is new or changed since the period before */
  KoyomiDocumentTable *changes;        /* in the order of their kinds at the end */
  guint                n_changes[KOYOMI_N_COMMITTEE_CHANGES];
  KoyomiDocumentTable *told;           /* the summary; its text, and how much has changed, are the last to be known */
  GPtrArray           *silent;         /* (element-type utf8): sections of which nobody has written, borrowed */
  KoyomiDocumentTable *charts[2];      /* of incidents, of the board page */
} KoyomiCommitteeReport;

extern const KoyomiReportPart _koyomi_committee_report_parts[KOYOMI_N_COMMITTEE_PARTS];

KoyomiDocument      *_koyomi_committee_report_new         (KoyomiSession               *session,
                                                           const KoyomiReportOptions   *options,
                                                           GError                     **error) G_GNUC_WARN_UNUSED_RESULT;

/* Each adds a sheet. */
gboolean             _koyomi_committee_report_add_progress  (KoyomiCommitteeReport     *self,
                                                             GError                     **error);
gboolean             _koyomi_committee_report_add_incidents (KoyomiCommitteeReport     *self,
                                                             GError                     **error);
gboolean             _koyomi_committee_report_add_metrics (KoyomiCommitteeReport       *self,
                                                           GError                     **error);
gboolean             _koyomi_committee_report_add_findings (KoyomiCommitteeReport      *self,
                                                            GError                     **error);
gboolean             _koyomi_committee_report_add_risks   (KoyomiCommitteeReport       *self,
                                                           GError                     **error);
gboolean             _koyomi_committee_report_add_decisions (KoyomiCommitteeReport     *self,
                                                             GError                     **error);
gboolean             _koyomi_committee_report_add_coming  (KoyomiCommitteeReport       *self,
                                                           GError                     **error);
gboolean             _koyomi_committee_report_add_tiles   (KoyomiCommitteeReport       *self,
                                                           GError                     **error);
void                 _koyomi_committee_report_add_charts  (KoyomiCommitteeReport       *self);

/* What they are made of. */
gboolean             _koyomi_committee_report_begin       (KoyomiCommitteeReport       *self,
                                                           KoyomiCommitteePart          part,
                                                           KoyomiDocumentTable        **told,
                                                           GError                     **error);
KoyomiDocumentTable *_koyomi_committee_report_add_table   (KoyomiCommitteeReport       *self,
                                                           const char                  *title,
                                                           const KoyomiDocumentColumn  *columns,
                                                           guint                        n_columns,
                                                           const char                  *empty);
void                 _koyomi_committee_report_note_change (KoyomiCommitteeReport       *self,
                                                           KoyomiCommitteeChange        change,
                                                           const char                  *what,
                                                           const char                  *number,
                                                           const char                  *title,
                                                           const char                  *before,
                                                           const char                  *now);
void                 _koyomi_committee_report_note_days   (KoyomiCommitteeReport       *self,
                                                           const char                  *what,
                                                           const char                  *number,
                                                           const char                  *title,
                                                           guint32                      before,
                                                           guint32                      now);
void                 _koyomi_committee_report_mark        (KoyomiCommitteeReport       *self,
                                                           KoyomiDocumentRow           *row,
                                                           KoyomiDocumentMark           mark);
gboolean             _koyomi_committee_report_has_day     (const KoyomiCommitteeReport *self,
                                                           guint32                      day);
gboolean             _koyomi_committee_report_is_coming   (const KoyomiCommitteeReport *self,
                                                           guint32                      day);
void                 _koyomi_committee_report_tell        (const KoyomiCommitteeReport *self,
                                                           const KoyomiMetricCourse    *course,
                                                           KoyomiCommitteeValue        *value);
gboolean             _koyomi_committee_report_reckon      (KoyomiCommitteeReport       *self,
                                                           KoyomiComputation            computation,
                                                           gboolean                     before,
                                                           KoyomiMetricFigure          *figure,
                                                           GError                     **error);
KoyomiMetricCourse  *_koyomi_committee_report_find_course (KoyomiCommitteeReport       *self,
                                                           KoyomiComputation            computation);

G_END_DECLS
