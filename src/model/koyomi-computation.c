#include "koyomi-computation-private.h"

#include "koyomi-day.h"
#include "koyomi-incident-measure.h"

#include <math.h>
#include <string.h>

typedef void (*TallyFunc) (KoyomiTally *self,
                           int          argument);

static const struct
{
  const char      *nick;
  KoyomiAggregate  aggregate;
  KoyomiUnit       unit;
  gboolean         needs_moment;
  TallyFunc        tally;
  int              argument;     /* which of the formulas that one function knows */
} computations[KOYOMI_N_COMPUTATIONS] = {
#define COMPUTATION(ID, nick, AGGREGATE, UNIT, moment, function, argument) \
  [KOYOMI_COMPUTATION_##ID] = { nick, KOYOMI_AGGREGATE_##AGGREGATE, KOYOMI_UNIT_##UNIT, moment, _koyomi_tally_##function, argument }
  COMPUTATION (MEAN_DETECT, "mean-detect", MEAN, HOURS, FALSE, mean, KOYOMI_MEASURE_DETECT),
  COMPUTATION (MEAN_ACKNOWLEDGE, "mean-acknowledge", MEAN, HOURS, FALSE, mean, KOYOMI_MEASURE_ACKNOWLEDGE),
  COMPUTATION (MEAN_CONTAIN, "mean-contain", MEAN, HOURS, FALSE, mean, KOYOMI_MEASURE_CONTAIN),
  COMPUTATION (MEAN_RECOVER, "mean-recover", MEAN, HOURS, FALSE, mean, KOYOMI_MEASURE_RECOVER),
  COMPUTATION (INCIDENTS, "incidents", COUNT, COUNT, FALSE, incidents, KOYOMI_COMPUTATION_INCIDENTS),
  COMPUTATION (SERIOUS_INCIDENTS, "serious-incidents", COUNT, COUNT, FALSE, incidents, KOYOMI_COMPUTATION_SERIOUS_INCIDENTS),
  COMPUTATION (OPEN_INCIDENTS, "open-incidents", COUNT, COUNT, FALSE, open, 0),
  COMPUTATION (OLD_INCIDENTS, "old-incidents", COUNT, COUNT, FALSE, open, KOYOMI_OLD_INCIDENT_DAYS),
  COMPUTATION (RECURRENCES, "recurrences", RATE, PERCENT, FALSE, incidents, KOYOMI_COMPUTATION_RECURRENCES),
  COMPUTATION (REPORTS_IN_TIME, "reports-in-time", RATE, PERCENT, FALSE, reports, 0),
  COMPUTATION (REVIEWS, "reviews", RATE, PERCENT, FALSE, reviews, 0),
  COMPUTATION (FOUND_OUTSIDE, "found-outside", RATE, PERCENT, FALSE, incidents, KOYOMI_COMPUTATION_FOUND_OUTSIDE),
  COMPUTATION (FALSE_ALARMS, "false-alarms", RATE, PERCENT, FALSE, false_alarms, 0),
  COMPUTATION (RUNS_DONE, "runs-done", RATE, PERCENT, FALSE, due_runs, KOYOMI_COMPUTATION_RUNS_DONE),
  COMPUTATION (RUNS_ON_TIME, "runs-on-time", RATE, PERCENT, FALSE, done_runs, KOYOMI_COMPUTATION_RUNS_ON_TIME),
  COMPUTATION (RUNS_LATE, "runs-late", COUNT, COUNT, FALSE, late_runs, KOYOMI_COMPUTATION_RUNS_LATE),
  COMPUTATION (RUN_DELAY, "run-delay", MEAN, DAYS, FALSE, done_runs, KOYOMI_COMPUTATION_RUN_DELAY),
  COMPUTATION (FUNCTIONS_WITH_A, "functions-with-a", RATE, PERCENT, TRUE, accountable, 0),
  COMPUTATION (DRILLS, "drills", COUNT, COUNT, FALSE, drills, 0),
  COMPUTATION (OPEN_FINDINGS, "open-findings", COUNT, COUNT, FALSE, findings, KOYOMI_COMPUTATION_OPEN_FINDINGS),
  COMPUTATION (FINDINGS_IN_TIME, "findings-in-time", RATE, PERCENT, FALSE, findings, KOYOMI_COMPUTATION_FINDINGS_IN_TIME),
  COMPUTATION (MAJOR_FINDINGS, "major-findings", COUNT, COUNT, FALSE, findings, KOYOMI_COMPUTATION_MAJOR_FINDINGS),
  COMPUTATION (FINDING_DAYS, "finding-days", MEAN, DAYS, FALSE, findings, KOYOMI_COMPUTATION_FINDING_DAYS),
  COMPUTATION (AUDITS_DONE, "audits-done", RATE, PERCENT, FALSE, audits, 0),
  COMPUTATION (CONTROLS_AUDITED, "controls-audited", RATE, PERCENT, FALSE, controls, 0),
  COMPUTATION (MATURITY, "maturity", MEAN, POINTS, TRUE, maturity, KOYOMI_COMPUTATION_MATURITY),
  COMPUTATION (MATURITY_GAP, "maturity-gap", MEAN, POINTS, TRUE, maturity, KOYOMI_COMPUTATION_MATURITY_GAP),
  COMPUTATION (MEDIAN_DETECT, "median-detect", MEDIAN, HOURS, FALSE, median, KOYOMI_MEASURE_DETECT),
  COMPUTATION (MEDIAN_CONTAIN, "median-contain", MEDIAN, HOURS, FALSE, median, KOYOMI_MEASURE_CONTAIN),
  COMPUTATION (MEDIAN_RECOVER, "median-recover", MEDIAN, HOURS, FALSE, median, KOYOMI_MEASURE_RECOVER),
  COMPUTATION (RUNS_MOVED, "runs-moved", COUNT, COUNT, FALSE, due_runs, KOYOMI_COMPUTATION_RUNS_MOVED),
  COMPUTATION (RUNS_MISSED, "runs-missed", COUNT, COUNT, FALSE, due_runs, KOYOMI_COMPUTATION_RUNS_MISSED),
  COMPUTATION (LATE_DAYS, "late-days", MEAN, DAYS, FALSE, late_runs, KOYOMI_COMPUTATION_LATE_DAYS),
  COMPUTATION (IDLE_FUNCTIONS, "idle-functions", COUNT, COUNT, TRUE, idle, 0),
  COMPUTATION (RUNS_PROVEN, "runs-proven", RATE, PERCENT, FALSE, done_runs, KOYOMI_COMPUTATION_RUNS_PROVEN),
  COMPUTATION (FINDINGS_EFFECTIVE, "findings-effective", RATE, PERCENT, FALSE, findings, KOYOMI_COMPUTATION_FINDINGS_EFFECTIVE),
  COMPUTATION (FINDINGS_LATE, "findings-late", COUNT, COUNT, FALSE, findings, KOYOMI_COMPUTATION_FINDINGS_LATE),
  COMPUTATION (BREACHES, "breaches", COUNT, COUNT, TRUE, breaches, KOYOMI_N_RULES),
  COMPUTATION (SINGLE_PERSONS, "single-persons", COUNT, COUNT, TRUE, breaches, KOYOMI_RULE_SINGLE_PERSON),
  COMPUTATION (DRILL_COVERAGE, "drill-coverage", RATE, PERCENT, TRUE, coverage, 0),
  COMPUTATION (CONTRACTS_ENDING, "contracts-ending", COUNT, COUNT, FALSE, contracts, 0),
  COMPUTATION (FRESH_METRICS, "fresh-metrics", RATE, PERCENT, TRUE, fresh, 0),
#undef COMPUTATION
};

/* The last day that is told of. */
guint32
koyomi_metric_period_get_end (const KoyomiMetricPeriod *self)
{
  return MIN (self->last_day, self->today);
}

gboolean
koyomi_computation_from_nick (const char        *nick,
                              KoyomiComputation *self)
{
  for (guint i = 0; i < KOYOMI_N_COMPUTATIONS; i++)
    if (g_strcmp0 (nick, computations[i].nick) == 0)
      {
        *self = i;
        return TRUE;
      }

  return FALSE;
}

KoyomiAggregate
koyomi_computation_get_aggregate (KoyomiComputation self)
{
  g_return_val_if_fail (self < KOYOMI_N_COMPUTATIONS, KOYOMI_AGGREGATE_COUNT);

  return computations[self].aggregate;
}

KoyomiUnit
koyomi_computation_get_unit (KoyomiComputation self)
{
  g_return_val_if_fail (self < KOYOMI_N_COMPUTATIONS, KOYOMI_UNIT_COUNT);

  return computations[self].unit;
}

/* Whether the period must have the moment of its end; else there is no data. */
gboolean
koyomi_computation_needs_moment (KoyomiComputation self)
{
  g_return_val_if_fail (self < KOYOMI_N_COMPUTATIONS, FALSE);

  return computations[self].needs_moment;
}

void
_koyomi_tally_add (KoyomiTally   *self,
                   KoyomiTableId  table,
                   gint64         id,
                   gboolean       counts,
                   double         amount)
{
  self->n++;
  self->n_counted += counts;
  self->sum += counts ? amount : 0.0;
  if (self->figure->rows != NULL)
    {
      KoyomiMetricRow row = { table, id, counts, amount };

      g_array_append_val (self->figure->rows, row);
    }
}

gboolean
_koyomi_tally_has_day (KoyomiTally *self,
                       guint32      day)
{
  return day != KOYOMI_DAY_NONE && day >= self->period->first_day && day <= self->end;
}

gboolean
_koyomi_tally_has_time (KoyomiTally *self,
                        gint64       time)
{
  return time != 0 && time >= self->from && time < self->to;
}

static void
finish (KoyomiTally     *self,
        KoyomiAggregate  aggregate)
{
  KoyomiMetricFigure *figure = self->figure;

  figure->n_samples = self->n;
  switch (aggregate)
    {
    case KOYOMI_AGGREGATE_RATE:
      figure->numerator = self->n_counted;
      figure->denominator = self->n;
      figure->value = self->n > 0 ? 100.0 * self->n_counted / self->n : NAN;
      break;
    case KOYOMI_AGGREGATE_MEAN:
      figure->numerator = self->sum;
      figure->denominator = self->n;
      figure->value = self->n > 0 ? self->sum / self->n : NAN;
      break;
    case KOYOMI_AGGREGATE_MEDIAN:
      figure->denominator = self->n;
      break;
    case KOYOMI_AGGREGATE_COUNT:
    default:
      figure->numerator = figure->value = self->n_counted;
      break;
    }
}

/**
 * koyomi_computation_compute:
 * @with_rows: whether to tell which rows make the figure: of a count as many as it is, of a rate those of the whole with those that count
 *   marked, of a mean or a median with the amount of each
 * @figure: (out caller-allocates): of a time that has not begun no data; to be cleared
 */
void
koyomi_computation_compute (KoyomiComputation         self,
                            const KoyomiMetricFacts  *facts,
                            const KoyomiMetricPeriod *period,
                            gboolean                  with_rows,
                            KoyomiMetricFigure       *figure)
{
  KoyomiTally tally = { .facts = facts, .period = period, .figure = figure };

  g_return_if_fail (self < KOYOMI_N_COMPUTATIONS);

  koyomi_metric_figure_init (figure);
  if (with_rows)
    figure->rows = g_array_new (FALSE, FALSE, sizeof (KoyomiMetricRow));
  if (period->first_day > period->today || (computations[self].needs_moment && period->moment == NULL))
    return;

  tally.end = koyomi_metric_period_get_end (period);
  tally.from = koyomi_day_get_start (period->first_day);
  tally.to = koyomi_day_get_start (tally.end + 1);
  computations[self].tally (&tally, computations[self].argument);
  finish (&tally, computations[self].aggregate);
}
