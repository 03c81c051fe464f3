#include "koyomi-run-choice-private.h"

static gboolean
is_sooner (KoyomiRecord *a,
           KoyomiRecord *b)
{
  return koyomi_record_get_day (a, KOYOMI_OCCURRENCE_LAST_DAY) < koyomi_record_get_day (b, KOYOMI_OCCURRENCE_LAST_DAY);
}

/* Returns: (nullable): the run by which an activity is shown: the first that is not over, else the last */
KoyomiRecord *
_koyomi_run_choose (GPtrArray *runs)
{
  KoyomiRecord *chosen = NULL;

  for (guint i = 0; i < runs->len; i++)
    {
      KoyomiRecord *run = g_ptr_array_index (runs, i);
      gboolean is_over = koyomi_occurrence_is_over (run);

      if (chosen == NULL || (koyomi_occurrence_is_over (chosen) && !is_over) ||
          (koyomi_occurrence_is_over (chosen) == is_over && is_sooner (run, chosen) != is_over))
        chosen = run;
    }

  return chosen;
}
