#pragma once

#include "koyomi-breach.h"
#include "koyomi-incident-times.h"
#include "koyomi-maturity.h"
#include "koyomi-severity.h"

G_BEGIN_DECLS

/* What metrics are computed from, in columns: a plan may have a hundred thousand runs. Days may be KOYOMI_DAY_NONE. */

typedef struct
{
  gint64       id;
  gint64       function;
  guint32      first_day;
  guint32      last_day;
  guint32      actual_last;
  KoyomiStatus status;
  gboolean     is_moved;     /* it stands on other days than it was first planned for */
} KoyomiRunFact;

typedef struct
{
  gint64               id;
  KoyomiIncidentKind   kind;
  KoyomiIncidentState  state;
  KoyomiSeverity       severity;
  gboolean             found_outside;
  gboolean             is_recurrence;
  guint32              reviewed_day;
  KoyomiIncidentTimes  times;
} KoyomiIncidentFact;

/* A report to an authority that has to be made or was made, of what counts as an incident. */
typedef struct
{
  gint64 id;
  gint64 due_at;
  gint64 filed_at;
} KoyomiReportFact;

typedef struct
{
  gint64               id;
  KoyomiFindingGrade   grade;
  KoyomiFindingStatus  status;
  KoyomiVerdict        effective;
  guint32              found_day;
  guint32              due_day;
  guint32              done_day;
  guint32              verified_day;
} KoyomiFindingFact;

typedef struct
{
  gint64             id;
  KoyomiAuditStatus  status;
  guint32            last_day;
} KoyomiAuditFact;

/* A control of Annex A that applies. */
typedef struct
{
  gint64  id;
  GArray *audited;    /* (nullable) (element-type guint32): on which days an audit that had it as an item ended */
} KoyomiControlFact;

typedef struct
{
  gint64  id;
  guint32 first_day;
  guint32 last_day;
} KoyomiContractFact;

/* A thing of which a share is looked for, and whether it belongs to that share. */
typedef struct
{
  gint64   id;      /* 0 for an outsourcer that is no team */
  gboolean holds;
} KoyomiShareFact;

typedef struct
{
  gint64               function;
  KoyomiMaturityScore  score;
} KoyomiMaturityFact;

/* What can only be told of one day, as other parts of the program tell it. */
typedef struct
{
  guint32    day;
  GArray    *functions;        /* (element-type gint64): those that the rules judge */
  GArray    *planned;          /* (element-type gint64): of them those of catalogues that activities are planned by */
  GPtrArray *breaches;         /* (element-type KoyomiBreach) */
  GArray    *maturity;         /* (element-type KoyomiMaturityFact) */
  GArray    *drill_coverage;   /* (element-type KoyomiShareFact): teams, and whether they took part in a drill */
  GArray    *fresh;            /* (element-type KoyomiShareFact): entered metrics, and whether their value is up to date */
} KoyomiMetricMoment;

typedef struct
{
  GArray     *runs;         /* (element-type KoyomiRunFact) */
  GHashTable *proven;       /* (element-type gint64): the runs that evidence belongs to */
  GArray     *incidents;    /* (element-type KoyomiIncidentFact): drills as well */
  GArray     *reports;      /* (element-type KoyomiReportFact) */
  GArray     *findings;     /* (element-type KoyomiFindingFact) */
  GArray     *audits;       /* (element-type KoyomiAuditFact) */
  GArray     *controls;     /* (element-type KoyomiControlFact) */
  GArray     *contracts;    /* (element-type KoyomiContractFact) */
} KoyomiMetricFacts;

KoyomiMetricFacts  *koyomi_metric_facts_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void                koyomi_metric_facts_free   (KoyomiMetricFacts   *self);

KoyomiMetricMoment *koyomi_metric_moment_new   (guint32              day) G_GNUC_WARN_UNUSED_RESULT;
void                koyomi_metric_moment_free  (KoyomiMetricMoment  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiMetricFacts, koyomi_metric_facts_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiMetricMoment, koyomi_metric_moment_free)

G_END_DECLS
