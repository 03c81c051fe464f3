#include "koyomi-gap-activity-private.h"

#include "koyomi-day.h"
#include "koyomi-run-choice-private.h"

struct _KoyomiGapActivities
{
  KoyomiSession  *session;
  KoyomiLanguage  language;
  GHashTable     *by_function;   /* function id -> (element-type KoyomiRecord) */
};

void
koyomi_gap_activity_free (KoyomiGapActivity *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self);
}

void
_koyomi_gap_activities_free (KoyomiGapActivities *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->session);
  g_clear_pointer (&self->by_function, g_hash_table_unref);
  g_free (self);
}

static void
add_activity (KoyomiGapActivities *self,
              gint64               function,
              KoyomiRecord        *activity)
{
  GPtrArray *list = g_hash_table_lookup (self->by_function, &function);

  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (self->by_function, g_memdup2 (&function, sizeof function), list);
    }
  g_ptr_array_add (list, g_object_ref (activity));
}

/* Returns: (element-type gint64 gint64): the function of each assessment */
static GHashTable *
index_functions (GPtrArray *assessments)
{
  GHashTable *functions = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < assessments->len; i++)
    {
      gint64 id = koyomi_record_get_id (g_ptr_array_index (assessments, i));
      gint64 function = koyomi_record_get_int (g_ptr_array_index (assessments, i), KOYOMI_MATURITY_FUNCTION);

      g_hash_table_insert (functions, g_memdup2 (&id, sizeof id), g_memdup2 (&function, sizeof function));
    }

  return functions;
}

/* A gap is a function's, of whichever assessment: one that was assessed anew has its activity still.
 * @assessments: (element-type KoyomiRecord): all of the plan */
KoyomiGapActivities *
_koyomi_gap_activities_new (KoyomiSession   *session,
                            GPtrArray       *assessments,
                            KoyomiLanguage   language,
                            GError         **error)
{
  g_autoptr(KoyomiGapActivities) self = g_new0 (KoyomiGapActivities, 1);
  g_autoptr(GPtrArray) activities = koyomi_session_list (session, KOYOMI_TABLE_ACTIVITY, 0, 0, language, error);
  g_autoptr(GHashTable) functions = index_functions (assessments);

  if (activities == NULL)
    return NULL;

  self->session = g_object_ref (session);
  self->language = language;
  self->by_function = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < activities->len; i++)
    {
      KoyomiRecord *activity = g_ptr_array_index (activities, i);
      gint64 assessment = koyomi_record_get_int (activity, KOYOMI_ACTIVITY_MATURITY);
      const gint64 *function = g_hash_table_lookup (functions, &assessment);

      if (function != NULL)
        add_activity (self, *function, activity);
    }

  return g_steal_pointer (&self);
}

static KoyomiGapActivity *
describe (KoyomiGapActivities  *self,
          KoyomiRecord         *record,
          GError              **error)
{
  g_autoptr(GPtrArray) runs = koyomi_session_list (self->session, KOYOMI_TABLE_OCCURRENCE, KOYOMI_OCCURRENCE_ACTIVITY,
                                                   koyomi_record_get_id (record), self->language, error);
  KoyomiGapActivity *activity;
  KoyomiRecord *run;

  if (runs == NULL)
    return NULL;

  activity = g_new0 (KoyomiGapActivity, 1);
  activity->activity_id = koyomi_record_get_id (record);
  activity->title = g_strdup (koyomi_record_get_title (record));
  activity->is_open = TRUE;
  if ((run = _koyomi_run_choose (runs)) == NULL)
    return activity;

  activity->is_open = !koyomi_occurrence_is_over (run);
  activity->run_id = koyomi_record_get_id (run);
  activity->state = koyomi_occurrence_get_state (run, koyomi_day_today ());
  activity->first_day = koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY);
  activity->last_day = koyomi_record_get_day (run, KOYOMI_OCCURRENCE_LAST_DAY);

  return activity;
}

static gboolean
is_better (const KoyomiGapActivity *a,
           const KoyomiGapActivity *b)
{
  return a->is_open != b->is_open ? a->is_open : a->last_day >= b->last_day;
}

/* @activity: (out) (transfer full) (nullable): the activity that is open, else the last one, else NULL */
gboolean
_koyomi_gap_activities_find (KoyomiGapActivities  *self,
                             gint64                function,
                             KoyomiGapActivity   **activity,
                             GError              **error)
{
  GPtrArray *list = g_hash_table_lookup (self->by_function, &function);
  g_autoptr(KoyomiGapActivity) best = NULL;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      g_autoptr(KoyomiGapActivity) other = describe (self, g_ptr_array_index (list, i), error);

      if (other == NULL)
        return FALSE;

      if (best == NULL || is_better (other, best))
        {
          koyomi_gap_activity_free (best);
          best = g_steal_pointer (&other);
        }
    }

  *activity = g_steal_pointer (&best);

  return TRUE;
}
