#include "koyomi-rule-check-private.h"

#include "koyomi-day.h"

/* The rule that what is planned is done by whoever the matrix says: a run's team, else that of its activity, must hold R or A for the
 * function; where neither names a team, somebody must. The matrix is asked on the first day of the run, because a reorganisation
 * carries its day, or on the day that is asked for if the run should have begun. One breach an activity and team: its first run. */

/* An activity as some team does it. */
typedef struct
{
  gint64 activity;
  gint64 team;
} Share;

static guint
hash_share (gconstpointer key)
{
  const Share *self = key;

  return g_int64_hash (&self->activity) ^ g_int64_hash (&self->team);
}

static gboolean
equal_shares (gconstpointer a,
              gconstpointer b)
{
  const Share *first = a;
  const Share *second = b;

  return first->activity == second->activity && first->team == second->team;
}

static gboolean
may_do (KoyomiRuleCheck *self,
        KoyomiJudged    *judged,
        gint64           team,
        guint32          day)
{
  for (guint i = 0; i < judged->assignments->len; i++)
    {
      KoyomiRecord *assignment = g_ptr_array_index (judged->assignments, i);

      if ((team == 0 || koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_TEAM) == team) &&
          koyomi_assignment_holds_on (assignment, day) && _koyomi_assignment_has (assignment, "RA"))
        return TRUE;
    }

  return FALSE;
}

static void
add_breach (KoyomiRuleCheck *self,
            KoyomiJudged    *judged,
            KoyomiRecord    *activity,
            KoyomiRecord    *team,
            KoyomiRecord    *run)
{
  guint32 first_day = koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY);
  g_autofree char *day = koyomi_day_format (first_day);
  g_autofree char *name = _koyomi_rule_check_name_function (judged);
  KoyomiBreach *breach = _koyomi_rule_check_add_one (self, KOYOMI_RULE_PLAN_OWNER, judged, team);

  breach->activity_id = koyomi_record_get_id (activity);
  breach->occurrence_id = koyomi_record_get_id (run);
  breach->day = first_day;
  SAY (self, breach, team != NULL ? KOYOMI_SENTENCE_USUAL : KOYOMI_SENTENCE_OTHER,
       { "activity", koyomi_record_get_title (activity) }, { "day", day },
       { "team", team != NULL ? koyomi_record_get_title (team) : NULL }, { "function", name });
}

static void
check_run (KoyomiRuleCheck *self,
           KoyomiRecord    *run,
           GHashTable      *activities,
           GHashTable      *told)
{
  gint64 activity_id = koyomi_record_get_int (run, KOYOMI_OCCURRENCE_ACTIVITY);
  KoyomiRecord *activity = g_hash_table_lookup (activities, &activity_id);
  KoyomiJudged *judged = _koyomi_rule_check_find_judged (self, koyomi_record_get_int (run, KOYOMI_OCCURRENCE_FUNCTION));
  Share share = { activity_id, koyomi_record_get_int (run, KOYOMI_OCCURRENCE_TEAM) };

  if (activity == NULL || judged == NULL)
    return;

  if (share.team == 0)
    share.team = koyomi_record_get_int (activity, KOYOMI_ACTIVITY_TEAM);
  if (may_do (self, judged, share.team, MAX (self->day, koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY))) ||
      g_hash_table_contains (told, &share))
    return;

  g_hash_table_add (told, g_memdup2 (&share, sizeof share));
  add_breach (self, judged, activity, _koyomi_rule_check_find_team (self, share.team), run);
}

void
_koyomi_rule_check_plan (KoyomiRuleCheck *self)
{
  g_autoptr(GHashTable) activities = _koyomi_rule_index_records (self->facts->activities);
  g_autoptr(GHashTable) told = g_hash_table_new_full (hash_share, equal_shares, g_free, NULL);

  for (guint i = 0; i < self->facts->runs->len; i++)
    check_run (self, g_ptr_array_index (self->facts->runs, i), activities, told);
}
