#include "koyomi-dependency.h"

static gint64
get_distance (KoyomiRecord *other,
              KoyomiRecord *run,
              gboolean      before)
{
  gint64 distance = (gint64) koyomi_record_get_day (run, KOYOMI_OCCURRENCE_ORIGINAL_FIRST) -
                    koyomi_record_get_day (other, KOYOMI_OCCURRENCE_ORIGINAL_FIRST);

  return before ? distance : -distance;
}

/**
 * koyomi_dependency_find_run:
 * @others: (element-type KoyomiRecord): the runs of the other activity
 * @before: whether the other activity comes first
 *
 * The run that @run goes with: the last one that was first planned not after it (or the first not before it), else the nearest. As
 * first planned, because a run that has been moved behind its successor is still the one that this waits for.
 *
 * Returns: (transfer none) (nullable): NULL when the other activity has no run
 */
KoyomiRecord *
koyomi_dependency_find_run (GPtrArray    *others,
                            KoyomiRecord *run,
                            gboolean      before)
{
  KoyomiRecord *best = NULL;
  gint64 best_distance = 0;

  for (guint i = 0; i < others->len; i++)
    {
      KoyomiRecord *other = g_ptr_array_index (others, i);
      gint64 distance = get_distance (other, run, before);
      gboolean is_better = distance >= 0 ? best_distance < 0 || distance < best_distance
                                         : best_distance < 0 && distance > best_distance;

      if (best == NULL || is_better)
        {
          best = other;
          best_distance = distance;
        }
    }

  return best;
}

static guint32
get_begin (KoyomiRecord *run)
{
  return koyomi_record_is_none (run, KOYOMI_OCCURRENCE_ACTUAL_FIRST) ? koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY)
                                                                     : koyomi_record_get_day (run, KOYOMI_OCCURRENCE_ACTUAL_FIRST);
}

static guint32
get_end (KoyomiRecord *run)
{
  return koyomi_record_is_none (run, KOYOMI_OCCURRENCE_ACTUAL_LAST) ? koyomi_record_get_day (run, KOYOMI_OCCURRENCE_LAST_DAY)
                                                                    : koyomi_record_get_day (run, KOYOMI_OCCURRENCE_ACTUAL_LAST);
}

/**
 * koyomi_dependency_is_broken:
 * @lag: by how many days more @to waits; negative when it may begin earlier
 * @from: a run of the activity that comes first
 * @to: the run that waits for it
 *
 * By the actual days where they are known. What was skipped keeps nobody waiting.
 */
gboolean
koyomi_dependency_is_broken (KoyomiDependencyKind  kind,
                             int                   lag,
                             KoyomiRecord         *from,
                             KoyomiRecord         *to)
{
  if (koyomi_record_get_int (from, KOYOMI_OCCURRENCE_STATUS) == KOYOMI_STATUS_SKIPPED ||
      koyomi_record_get_int (to, KOYOMI_OCCURRENCE_STATUS) == KOYOMI_STATUS_SKIPPED)
    return FALSE;

  switch (kind)
    {
    case KOYOMI_DEPENDENCY_KIND_SS:
      return get_begin (to) < (gint64) get_begin (from) + lag;
    case KOYOMI_DEPENDENCY_KIND_FF:
      return get_end (to) < (gint64) get_end (from) + lag;
    case KOYOMI_DEPENDENCY_KIND_SF:
      return get_end (to) < (gint64) get_begin (from) + lag;
    case KOYOMI_DEPENDENCY_KIND_FS:
    default:
      return get_begin (to) <= (gint64) get_end (from) + lag;
    }
}
