#include "koyomi-quarter-incidents.h"

#include "koyomi-day.h"

#include <string.h>

KoyomiQuarterIncidents *
koyomi_quarter_incidents_new (KoyomiFiscalYear year,
                              int              quarter)
{
  KoyomiQuarterIncidents *self = g_new0 (KoyomiQuarterIncidents, 1);

  g_assert (quarter >= 1 && quarter <= 4);

  self->year = year;
  self->quarter = quarter;
  self->by_class = g_array_new (FALSE, TRUE, sizeof (KoyomiQuarterCount));
  self->by_team = g_array_new (FALSE, TRUE, sizeof (KoyomiQuarterCount));

  return self;
}

static void
free_counts (GArray *counts)
{
  for (guint i = 0; i < counts->len; i++)
    g_free ((char *) g_array_index (counts, KoyomiQuarterCount, i).key);

  g_array_unref (counts);
}

void
koyomi_quarter_incidents_free (KoyomiQuarterIncidents *self)
{
  if (self == NULL)
    return;

  free_counts (self->by_class);
  free_counts (self->by_team);
  g_free (self);
}

/* @month: of the quarter, 1 to 3; 0 for all of it; @first_day, @last_day: (out) */
void
koyomi_quarter_told_get_days (KoyomiFiscalYear   year,
                              int                quarter,
                              int                month,
                              KoyomiQuarterTold  told,
                              guint32           *first_day,
                              guint32           *last_day)
{
  guint32 first = koyomi_fiscal_year_get_month_first (year, (quarter - 1) * 3 + MAX (month - 1, 0));
  int length = month == 0 ? 3 : 1;
  int months = told == KOYOMI_QUARTER_LAST ? -length : told == KOYOMI_QUARTER_YEAR_AGO ? -12 : 0;

  *first_day = koyomi_day_add_months (first, months);
  *last_day = koyomi_day_add_months (first, months + length) - 1;
}

static void
count_key (GArray            *counts,
           const char        *key,
           KoyomiQuarterTold  told)
{
  KoyomiQuarterCount count = { 0 };

  for (guint i = 0; i < counts->len; i++)
    if (strcmp (g_array_index (counts, KoyomiQuarterCount, i).key, key) == 0)
      {
        g_array_index (counts, KoyomiQuarterCount, i).counts[told]++;
        return;
      }

  count.key = g_strdup (key);
  count.counts[told] = 1;
  g_array_append_val (counts, count);
}

static void
count_incident (KoyomiQuarterIncidents  *self,
                const KoyomiQuarterFact *fact,
                KoyomiQuarterTold        told)
{
  self->total[told]++;
  self->by_severity[fact->severity][told]++;
  self->found_outside[told] += fact->found_outside;
  self->recurrences[told] += fact->is_recurrence;
  count_key (self->by_class, fact->class, told);
  count_key (self->by_team, fact->team, told);
}

static void
count_other (KoyomiQuarterIncidents  *self,
             const KoyomiQuarterFact *fact,
             KoyomiQuarterTold        told)
{
  if (fact->kind == KOYOMI_INCIDENT_KIND_DRILL || fact->state == KOYOMI_INCIDENT_STATE_MERGED)
    return;

  if (fact->state == KOYOMI_INCIDENT_STATE_FALSE_ALARM)
    self->false_alarms[told]++;
  else if (fact->kind == KOYOMI_INCIDENT_KIND_EVENT)
    self->events[told]++;
  else if (fact->kind == KOYOMI_INCIDENT_KIND_NEAR_MISS)
    self->near_misses[told]++;
}

static gboolean
lies_within (gint64 at,
             gint64 from,
             gint64 to)
{
  return at != 0 && at >= from && at < to;
}

static void
count_quarter (KoyomiQuarterIncidents  *self,
               const KoyomiQuarterFact *facts,
               guint                    n_facts,
               KoyomiQuarterTold        told)
{
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (KoyomiIncidentTimes));
  guint32 first_day, last_day;
  gint64 from, to;

  koyomi_quarter_told_get_days (self->year, self->quarter, self->month, told, &first_day, &last_day);
  from = koyomi_day_get_start (first_day);
  to = koyomi_day_get_start (last_day + 1);

  for (guint i = 0; i < n_facts; i++)
    {
      const KoyomiQuarterFact *fact = &facts[i];
      gboolean counts = koyomi_incident_counts (fact->kind, fact->state);

      if (counts && fact->state == KOYOMI_INCIDENT_STATE_CLOSED)
        self->closed[told] += lies_within (fact->times.at[KOYOMI_INCIDENT_TIME_CLOSED], from, to);
      if (!lies_within (fact->times.at[KOYOMI_INCIDENT_TIME_DETECTED], from, to))
        continue;

      if (!counts)
        {
          count_other (self, fact, told);
          continue;
        }

      count_incident (self, fact, told);
      g_array_append_val (times, fact->times);
    }

  for (guint i = 0; i < KOYOMI_N_MEASURES; i++)
    koyomi_measure_summarize (i, (const KoyomiIncidentTimes *) times->data, times->len, &self->measures[i][told]);
}

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const KoyomiQuarterCount *left = a;
  const KoyomiQuarterCount *right = b;

  for (guint i = 0; i < KOYOMI_N_QUARTERS_TOLD; i++)
    if (left->counts[i] != right->counts[i])
      return left->counts[i] < right->counts[i] ? 1 : -1;

  return strcmp (left->key, right->key);
}

void
koyomi_quarter_incidents_count (KoyomiQuarterIncidents  *self,
                                const KoyomiQuarterFact *facts,
                                guint                    n_facts)
{
  for (guint i = 0; i < KOYOMI_N_QUARTERS_TOLD; i++)
    count_quarter (self, facts, n_facts, i);

  g_array_sort (self->by_class, compare_counts);
  g_array_sort (self->by_team, compare_counts);
}
