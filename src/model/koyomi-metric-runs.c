#include "koyomi-computation-private.h"

#include "koyomi-day.h"
#include "koyomi-work-count.h"

/* The metrics of the runs of the plan. */

static const KoyomiRunFact *
get_run (KoyomiTally *self,
         guint        index)
{
  return &g_array_index (self->facts->runs, KoyomiRunFact, index);
}

/* The runs whose last day lies in the period and has come; which of them are due is said by KoyomiWorkCount. */
void
_koyomi_tally_due_runs (KoyomiTally *self,
                        int          argument)
{
  KoyomiWorkCount count;

  koyomi_work_count_init (&count, self->period->first_day, self->period->last_day, self->period->today);
  for (guint i = 0; i < self->facts->runs->len; i++)
    {
      const KoyomiRunFact *run = get_run (self, i);

      if (argument == KOYOMI_COMPUTATION_RUNS_DONE)
        {
          if (koyomi_work_count_is_due (&count, run->status, run->last_day))
            _koyomi_tally_add (self, KOYOMI_TABLE_OCCURRENCE, run->id, run->status == KOYOMI_STATUS_DONE, 1.0);
        }
      else if (_koyomi_tally_has_day (self, run->last_day) &&
               (argument == KOYOMI_COMPUTATION_RUNS_MISSED ? run->status == KOYOMI_STATUS_MISSED : run->is_moved))
        _koyomi_tally_add (self, KOYOMI_TABLE_OCCURRENCE, run->id, TRUE, 1.0);
    }
}

static guint32
get_completion (const KoyomiRunFact *run)
{
  return run->actual_last != KOYOMI_DAY_NONE ? run->actual_last : run->last_day;
}

/* The runs that were done within the period. */
void
_koyomi_tally_done_runs (KoyomiTally *self,
                         int          argument)
{
  for (guint i = 0; i < self->facts->runs->len; i++)
    {
      const KoyomiRunFact *run = get_run (self, i);
      guint32 done = get_completion (run);

      if (run->status != KOYOMI_STATUS_DONE || !_koyomi_tally_has_day (self, done))
        continue;

      if (argument == KOYOMI_COMPUTATION_RUN_DELAY)
        _koyomi_tally_add (self, KOYOMI_TABLE_OCCURRENCE, run->id, TRUE, done > run->last_day ? done - run->last_day : 0);
      else if (argument == KOYOMI_COMPUTATION_RUNS_PROVEN)
        _koyomi_tally_add (self, KOYOMI_TABLE_OCCURRENCE, run->id, g_hash_table_contains (self->facts->proven, &run->id), 1.0);
      else
        _koyomi_tally_add (self, KOYOMI_TABLE_OCCURRENCE, run->id, done <= run->last_day, 1.0);
    }
}

/* The runs that are late on the last day of the period, as they stood then: one that was done later was late as well. */
void
_koyomi_tally_late_runs (KoyomiTally *self,
                         int          argument)
{
  for (guint i = 0; i < self->facts->runs->len; i++)
    {
      const KoyomiRunFact *run = get_run (self, i);
      gboolean was_open = run->status == KOYOMI_STATUS_DONE && get_completion (run) > self->end;
      KoyomiStatus status = was_open ? KOYOMI_STATUS_DOING : run->status;

      if (koyomi_state_of (status, run->last_day, KOYOMI_DAY_NONE, self->end) == KOYOMI_STATE_LATE)
        _koyomi_tally_add (self, KOYOMI_TABLE_OCCURRENCE, run->id, TRUE,
                           argument == KOYOMI_COMPUTATION_LATE_DAYS ? self->end - run->last_day : 1.0);
    }
}

/* The functions in use for which the fiscal year has no run. By the roles of another catalogue nobody plans. */
void
_koyomi_tally_idle (KoyomiTally *self,
                    int          argument)
{
  g_autoptr(GHashTable) busy = g_hash_table_new (g_int64_hash, g_int64_equal);
  const GArray *functions = self->period->moment->planned;

  for (guint i = 0; i < self->facts->runs->len; i++)
    {
      const KoyomiRunFact *run = get_run (self, i);

      if (run->first_day <= self->period->year_last && run->last_day >= self->period->year_first)
        g_hash_table_add (busy, (gpointer) &run->function);
    }

  for (guint i = 0; i < functions->len; i++)
    {
      gint64 function = g_array_index (functions, gint64, i);

      if (!g_hash_table_contains (busy, &function))
        _koyomi_tally_add (self, KOYOMI_TABLE_FUNCTION, function, TRUE, 1.0);
    }
}
