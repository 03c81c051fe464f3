#pragma once

#include "koyomi-attention.h"
#include "koyomi-audit-readiness.h"
#include "koyomi-incident-board.h"
#include "koyomi-report-lacks.h"

G_BEGIN_DECLS

/* A quarter of the plan. What is due and done is told by the metric of the activities done. */
typedef struct
{
  guint n_runs;   /* whose last day lies in it, skipped ones not */
  guint n_due;    /* by today */
  guint n_done;   /* of those that are due */
} KoyomiOverviewQuarter;

/* So many days are looked ahead, today counted in. */
#define KOYOMI_OVERVIEW_DAYS_AHEAD 90

/* What comes within these days: a run that is not over, a meeting, or a report to an authority. */
typedef struct
{
  KoyomiTableId  table;       /* of occurrences, meetings or incidents */
  gint64         id;
  char          *title;
  guint32        first_day;   /* a report that is late stands at today */
  guint32        last_day;
  KoyomiState    state;       /* of a run; a report is planned, due soon or late */
} KoyomiAheadItem;

/* What the first page tells of a plan, as it is today. Each number is asked of the part of the program that tells it elsewhere. */
typedef struct
{
  guint32                 today;
  gint64                  now;
  KoyomiFiscalYear        year;
  int                     quarter;
  KoyomiOverviewQuarter   quarters[4];
  KoyomiAttention        *attention;
  KoyomiReportLacks      *lacks;           /* (nullable): for the next meeting, where there is one */
  KoyomiIncidentBoard    *board;
  GPtrArray              *incidents;       /* (element-type KoyomiIncidentCard): the open ones that count, in the board's order; borrowed */
  guint                   n_detected;      /* incidents in the month of today */
  KoyomiMetricFigure      contained;       /* the mean time to contain of the quarter, in hours */
  KoyomiAuditReadiness   *audit;
  gint64                  n_entries;       /* of the change log */
  GPtrArray              *ahead;           /* (element-type KoyomiAheadItem): runs, meetings, reports; each by day */
} KoyomiOverview;

void            koyomi_overview_free          (KoyomiOverview  *self);
KoyomiOverview *koyomi_session_load_overview  (KoyomiSession   *session,
                                               gint64           now,
                                               KoyomiLanguage   language,
                                               GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiOverview, koyomi_overview_free)

G_END_DECLS
