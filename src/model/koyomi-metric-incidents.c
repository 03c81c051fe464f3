#include "koyomi-computation-private.h"

#include "koyomi-day.h"
#include "koyomi-incident-measure.h"
#include "koyomi-incident.h"

#include <math.h>

/* The metrics of incidents and drills. */

static const KoyomiIncidentFact *
get_incident (KoyomiTally *self,
              guint        index)
{
  return &g_array_index (self->facts->incidents, KoyomiIncidentFact, index);
}

static gboolean
counts (const KoyomiIncidentFact *fact)
{
  return koyomi_incident_counts (fact->kind, fact->state);
}

static gboolean
is_detected_within (KoyomiTally              *self,
                    const KoyomiIncidentFact *fact)
{
  return counts (fact) && _koyomi_tally_has_time (self, fact->times.at[KOYOMI_INCIDENT_TIME_DETECTED]);
}

/* How long something took in the incidents that were detected within the period, as the board reckons it. */
static void
summarize (KoyomiTally          *self,
           KoyomiMeasure         measure,
           KoyomiMeasureSummary *summary)
{
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (KoyomiIncidentTimes));

  for (guint i = 0; i < self->facts->incidents->len; i++)
    {
      const KoyomiIncidentFact *fact = get_incident (self, i);
      gint64 length;

      if (!is_detected_within (self, fact))
        continue;

      g_array_append_val (times, fact->times);
      if (koyomi_measure_take (measure, &fact->times, &length, NULL))
        _koyomi_tally_add (self, KOYOMI_TABLE_INCIDENT, fact->id, TRUE, length / 3600000.0);
    }

  koyomi_measure_summarize (measure, (const KoyomiIncidentTimes *) times->data, times->len, summary);
  self->figure->n_excluded = summary->n_excluded;
}

void
_koyomi_tally_mean (KoyomiTally *self,
                    int          argument)
{
  KoyomiMeasureSummary summary;

  summarize (self, argument, &summary);
  self->sum = summary.n > 0 ? summary.mean / 3600000.0 * summary.n : 0.0;
}

void
_koyomi_tally_median (KoyomiTally *self,
                      int          argument)
{
  KoyomiMeasureSummary summary;

  summarize (self, argument, &summary);
  self->figure->value = summary.median / 3600000.0;
}

void
_koyomi_tally_incidents (KoyomiTally *self,
                         int          argument)
{
  for (guint i = 0; i < self->facts->incidents->len; i++)
    {
      const KoyomiIncidentFact *fact = get_incident (self, i);

      if (!is_detected_within (self, fact))
        continue;

      if (argument == KOYOMI_COMPUTATION_RECURRENCES)
        _koyomi_tally_add (self, KOYOMI_TABLE_INCIDENT, fact->id, fact->is_recurrence, 1.0);
      else if (argument == KOYOMI_COMPUTATION_FOUND_OUTSIDE)
        _koyomi_tally_add (self, KOYOMI_TABLE_INCIDENT, fact->id, fact->found_outside, 1.0);
      else if (argument == KOYOMI_COMPUTATION_INCIDENTS || fact->severity <= KOYOMI_SEVERITY_S2)
        _koyomi_tally_add (self, KOYOMI_TABLE_INCIDENT, fact->id, TRUE, 1.0);
    }
}

/* An incident without a time of detection is open since ever. */
static gboolean
is_open_at_end (KoyomiTally              *self,
                const KoyomiIncidentFact *fact)
{
  gint64 closed = fact->times.at[KOYOMI_INCIDENT_TIME_CLOSED];

  return counts (fact) && fact->times.at[KOYOMI_INCIDENT_TIME_DETECTED] < self->to &&
         (koyomi_incident_state_is_open (fact->state) || (closed != 0 && closed >= self->to));
}

/* @argument: for how many days they must have been open; 0 for all */
void
_koyomi_tally_open (KoyomiTally *self,
                    int          argument)
{
  gint64 latest = argument > 0 ? self->to - argument * G_GINT64_CONSTANT (86400000) : self->to;

  for (guint i = 0; i < self->facts->incidents->len; i++)
    {
      const KoyomiIncidentFact *fact = get_incident (self, i);

      if (is_open_at_end (self, fact) && fact->times.at[KOYOMI_INCIDENT_TIME_DETECTED] < latest)
        _koyomi_tally_add (self, KOYOMI_TABLE_INCIDENT, fact->id, TRUE, 1.0);
    }
}

/* Of the reports that were due within the period. */
void
_koyomi_tally_reports (KoyomiTally *self,
                       int          argument)
{
  for (guint i = 0; i < self->facts->reports->len; i++)
    {
      const KoyomiReportFact *fact = &g_array_index (self->facts->reports, KoyomiReportFact, i);

      if (_koyomi_tally_has_time (self, fact->due_at))
        _koyomi_tally_add (self, KOYOMI_TABLE_INCIDENT_REPORT, fact->id, fact->filed_at != 0 && fact->filed_at <= fact->due_at, 1.0);
    }
}

/* Of the incidents of the upper three severities that were closed within the period. */
void
_koyomi_tally_reviews (KoyomiTally *self,
                       int          argument)
{
  for (guint i = 0; i < self->facts->incidents->len; i++)
    {
      const KoyomiIncidentFact *fact = get_incident (self, i);

      if (counts (fact) && fact->state == KOYOMI_INCIDENT_STATE_CLOSED && fact->severity <= KOYOMI_SEVERITY_S3 &&
          _koyomi_tally_has_time (self, fact->times.at[KOYOMI_INCIDENT_TIME_CLOSED]))
        _koyomi_tally_add (self, KOYOMI_TABLE_INCIDENT, fact->id, fact->reviewed_day != 0, 1.0);
    }
}

/* Of all that was received within the period. */
void
_koyomi_tally_false_alarms (KoyomiTally *self,
                            int          argument)
{
  for (guint i = 0; i < self->facts->incidents->len; i++)
    {
      const KoyomiIncidentFact *fact = get_incident (self, i);

      if (fact->kind != KOYOMI_INCIDENT_KIND_DRILL && fact->state != KOYOMI_INCIDENT_STATE_MERGED &&
          _koyomi_tally_has_time (self, fact->times.at[KOYOMI_INCIDENT_TIME_DETECTED]))
        _koyomi_tally_add (self, KOYOMI_TABLE_INCIDENT, fact->id, fact->state == KOYOMI_INCIDENT_STATE_FALSE_ALARM, 1.0);
    }
}

/* When a drill was held: when it began, as far as somebody wrote that down. */
static gint64
find_drill_time (const KoyomiIncidentFact *fact)
{
  static const KoyomiIncidentTime times[] = {
    KOYOMI_INCIDENT_TIME_OCCURRED, KOYOMI_INCIDENT_TIME_DETECTED, KOYOMI_INCIDENT_TIME_ACKNOWLEDGED,
  };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    if (fact->times.at[times[i]] != 0)
      return fact->times.at[times[i]];

  return 0;
}

/* The drills held in the fiscal year until the end of the period. */
void
_koyomi_tally_drills (KoyomiTally *self,
                      int          argument)
{
  self->from = MIN (self->from, koyomi_day_get_start (self->period->year_first));
  for (guint i = 0; i < self->facts->incidents->len; i++)
    {
      const KoyomiIncidentFact *fact = get_incident (self, i);

      if (fact->kind == KOYOMI_INCIDENT_KIND_DRILL && fact->state != KOYOMI_INCIDENT_STATE_FALSE_ALARM &&
          fact->state != KOYOMI_INCIDENT_STATE_MERGED && _koyomi_tally_has_time (self, find_drill_time (fact)))
        _koyomi_tally_add (self, KOYOMI_TABLE_INCIDENT, fact->id, TRUE, 1.0);
    }
}
