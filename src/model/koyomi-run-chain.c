#include "koyomi-run-chain.h"

#include "koyomi-occurrence.h"

static int
compare_runs (gconstpointer a,
              gconstpointer b)
{
  gint64 first = koyomi_record_get_id (*(KoyomiRecord **) a);
  gint64 second = koyomi_record_get_id (*(KoyomiRecord **) b);

  return first < second ? -1 : first > second;
}

/* Puts the runs of one activity in the order of the chain: keys are given out in rising order. */
void
koyomi_run_chain_sort (GPtrArray *runs)
{
  g_ptr_array_sort (runs, compare_runs);
}

/* Returns: the place of the last run of the chain that is over, or -1 when none is. Those behind it are still to come */
int
koyomi_run_chain_find_last (GPtrArray *runs)
{
  int place = (int) runs->len - 1;

  while (place >= 0 && !koyomi_occurrence_is_over (g_ptr_array_index (runs, place)))
    place--;

  return place;
}

/**
 * koyomi_run_chain_find_next:
 * @rule: which goes by completion
 * @slot: (out caller-allocates)
 *
 * Where the run belongs that follows the last one that is over. All runs up to that one count towards the rule's number.
 *
 * Returns: FALSE when none is over, and when the rule has come to its end
 */
gboolean
koyomi_run_chain_find_next (GPtrArray              *runs,
                            const KoyomiRecurrence *rule,
                            KoyomiWorkCalendar     *calendar,
                            KoyomiSlot             *slot)
{
  int last = koyomi_run_chain_find_last (runs);

  if (last < 0)
    return FALSE;

  return koyomi_recurrence_next_after_completion (rule, koyomi_occurrence_get_completion (g_ptr_array_index (runs, last)), last + 1,
                                                  calendar, slot);
}
