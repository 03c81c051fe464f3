#include "koyomi-activity-tally-private.h"

#include "koyomi-day.h"

static void
free_facts (gpointer data)
{
  KoyomiActivityFacts *self = data;

  g_clear_object (&self->activity);
  g_free (self);
}

/* @self: cleared in any case by whoever called */
gboolean
_koyomi_activity_tally_init (KoyomiActivityTally  *self,
                             KoyomiSession        *session,
                             KoyomiFiscalYear      year,
                             KoyomiLanguage        language,
                             GError              **error)
{
  self->year = year;
  self->today = koyomi_day_today ();
  koyomi_work_count_init (&self->count, koyomi_fiscal_year_get_first_day (year), koyomi_fiscal_year_get_last_day (year), self->today);
  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->activities = g_ptr_array_new_with_free_func (free_facts);
  self->records = koyomi_session_index (session, KOYOMI_TABLE_ACTIVITY, language, error);

  return self->records != NULL;
}

void
_koyomi_activity_tally_clear (KoyomiActivityTally *self)
{
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->activities, g_ptr_array_unref);
  g_clear_pointer (&self->records, g_hash_table_unref);
}

KoyomiRecord *
_koyomi_activity_tally_get_activity (KoyomiActivityTally *self,
                                     KoyomiRecord        *run)
{
  gint64 id = koyomi_record_get_int (run, KOYOMI_OCCURRENCE_ACTIVITY);

  return g_hash_table_lookup (self->records, &id);
}

static KoyomiActivityFacts *
need_facts (KoyomiActivityTally *self,
            KoyomiRecord        *run)
{
  gint64 id = koyomi_record_get_int (run, KOYOMI_OCCURRENCE_ACTIVITY);
  KoyomiActivityFacts *facts = g_hash_table_lookup (self->by_id, &id);

  if (facts != NULL)
    return facts;

  facts = g_new0 (KoyomiActivityFacts, 1);
  facts->activity = g_object_ref (g_hash_table_lookup (self->records, &id));
  koyomi_work_count_init (&facts->count, self->count.first_day, self->count.last_day, self->today);
  g_ptr_array_add (self->activities, facts);
  g_hash_table_insert (self->by_id, g_memdup2 (&id, sizeof id), facts);

  return facts;
}

static gboolean
is_over (KoyomiState state)
{
  return state == KOYOMI_STATE_DONE || state == KOYOMI_STATE_DONE_LATE || state == KOYOMI_STATE_SKIPPED || state == KOYOMI_STATE_MISSED;
}

/* Runs come in the order of their days. */
void
_koyomi_activity_tally_add (KoyomiActivityTally *self,
                            KoyomiRecord        *run)
{
  KoyomiActivityFacts *facts = need_facts (self, run);

  if (facts->run_id == 0 || is_over (facts->state))
    {
      facts->run_id = koyomi_record_get_id (run);
      facts->state = koyomi_occurrence_get_state (run, self->today);
      facts->first_day = koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY);
      facts->last_day = koyomi_record_get_day (run, KOYOMI_OCCURRENCE_LAST_DAY);
    }
  koyomi_work_count_add (&facts->count, run);
  koyomi_work_count_add (&self->count, run);
}
