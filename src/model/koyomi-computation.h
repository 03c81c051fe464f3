#pragma once

#include "koyomi-metric-facts.h"
#include "koyomi-metric-figure.h"

G_BEGIN_DECLS

/* The formulas that the program knows, in words in data/reference/kpis.tsv. What is told of an incident leaves drills, false alarms and merged
 * ones out. */
typedef enum
{
  KOYOMI_COMPUTATION_MEAN_DETECT,
  KOYOMI_COMPUTATION_MEAN_ACKNOWLEDGE,
  KOYOMI_COMPUTATION_MEAN_CONTAIN,
  KOYOMI_COMPUTATION_MEAN_RECOVER,
  KOYOMI_COMPUTATION_INCIDENTS,
  KOYOMI_COMPUTATION_SERIOUS_INCIDENTS,
  KOYOMI_COMPUTATION_OPEN_INCIDENTS,
  KOYOMI_COMPUTATION_OLD_INCIDENTS,
  KOYOMI_COMPUTATION_RECURRENCES,
  KOYOMI_COMPUTATION_REPORTS_IN_TIME,
  KOYOMI_COMPUTATION_REVIEWS,
  KOYOMI_COMPUTATION_FOUND_OUTSIDE,
  KOYOMI_COMPUTATION_FALSE_ALARMS,
  KOYOMI_COMPUTATION_RUNS_DONE,
  KOYOMI_COMPUTATION_RUNS_ON_TIME,
  KOYOMI_COMPUTATION_RUNS_LATE,
  KOYOMI_COMPUTATION_RUN_DELAY,
  KOYOMI_COMPUTATION_FUNCTIONS_WITH_A,
  KOYOMI_COMPUTATION_DRILLS,
  KOYOMI_COMPUTATION_OPEN_FINDINGS,
  KOYOMI_COMPUTATION_FINDINGS_IN_TIME,
  KOYOMI_COMPUTATION_MAJOR_FINDINGS,
  KOYOMI_COMPUTATION_FINDING_DAYS,
  KOYOMI_COMPUTATION_AUDITS_DONE,
  KOYOMI_COMPUTATION_CONTROLS_AUDITED,
  KOYOMI_COMPUTATION_MATURITY,
  KOYOMI_COMPUTATION_MATURITY_GAP,
  KOYOMI_COMPUTATION_MEDIAN_DETECT,
  KOYOMI_COMPUTATION_MEDIAN_CONTAIN,
  KOYOMI_COMPUTATION_MEDIAN_RECOVER,
  KOYOMI_COMPUTATION_RUNS_MOVED,
  KOYOMI_COMPUTATION_RUNS_MISSED,
  KOYOMI_COMPUTATION_LATE_DAYS,
  KOYOMI_COMPUTATION_IDLE_FUNCTIONS,
  KOYOMI_COMPUTATION_RUNS_PROVEN,
  KOYOMI_COMPUTATION_FINDINGS_EFFECTIVE,
  KOYOMI_COMPUTATION_FINDINGS_LATE,
  KOYOMI_COMPUTATION_BREACHES,
  KOYOMI_COMPUTATION_SINGLE_PERSONS,
  KOYOMI_COMPUTATION_DRILL_COVERAGE,
  KOYOMI_COMPUTATION_CONTRACTS_ENDING,
  KOYOMI_COMPUTATION_FRESH_METRICS,
  KOYOMI_N_COMPUTATIONS,
} KoyomiComputation;

/* How the rows make the value. */
typedef enum
{
  KOYOMI_AGGREGATE_COUNT,
  KOYOMI_AGGREGATE_RATE,
  KOYOMI_AGGREGATE_MEAN,
  KOYOMI_AGGREGATE_MEDIAN,
} KoyomiAggregate;

/* For which time a metric is computed. What has not come yet counts nowhere: of a quarter that is not over, the part until today. */
typedef struct
{
  guint32                   first_day;
  guint32                   last_day;     /* counted in */
  guint32                   today;
  guint32                   year_first;   /* of the fiscal year that the time is in */
  guint32                   year_last;
  const KoyomiMetricMoment *moment;       /* (nullable): of koyomi_metric_period_get_end() */
} KoyomiMetricPeriod;

/* Audits look at each control once in so many months. */
#define KOYOMI_AUDIT_CYCLE_MONTHS 36
/* After so many days an open incident is an old one. */
#define KOYOMI_OLD_INCIDENT_DAYS 30

guint32          koyomi_metric_period_get_end        (const KoyomiMetricPeriod *self);

gboolean         koyomi_computation_from_nick        (const char               *nick,
                                                      KoyomiComputation        *self);
KoyomiAggregate  koyomi_computation_get_aggregate    (KoyomiComputation         self);
KoyomiUnit       koyomi_computation_get_unit         (KoyomiComputation         self);
gboolean         koyomi_computation_needs_moment     (KoyomiComputation         self);
void             koyomi_computation_compute          (KoyomiComputation         self,
                                                      const KoyomiMetricFacts  *facts,
                                                      const KoyomiMetricPeriod *period,
                                                      gboolean                  with_rows,
                                                      KoyomiMetricFigure       *figure);

G_END_DECLS
