#include "koyomi-incident-follow-up.h"

#include "koyomi-catalogue-functions-private.h"
#include "koyomi-day.h"
#include "koyomi-edit-label-private.h"
#include "koyomi-function-teams-private.h"
#include "koyomi-incident-timeline-private.h"
#include "koyomi-run-choice-private.h"
#include "koyomi-run-edit-private.h"

void
koyomi_follow_up_free (KoyomiFollowUp *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->function_name);
  g_free (self->owner);
  g_free (self->team);
  g_free (self);
}

/* Who does it, as the calendar says it. */
static char *
name_team (KoyomiFunctionTeams *teams,
           KoyomiRecord        *activity,
           KoyomiRecord        *run,
           KoyomiLanguage       language)
{
  GPtrArray *all = _koyomi_function_teams_get_all (teams);
  gint64 id = run != NULL ? koyomi_record_get_int (run, KOYOMI_OCCURRENCE_TEAM) : 0;
  g_autoptr(GPtrArray) own = NULL;

  if (id == 0)
    id = koyomi_record_get_int (activity, KOYOMI_ACTIVITY_TEAM);
  for (guint i = 0; id != 0 && i < all->len; i++)
    if (koyomi_record_get_id (g_ptr_array_index (all, i)) == id)
      return g_strdup (koyomi_record_get_title (g_ptr_array_index (all, i)));

  own = _koyomi_function_teams_list (teams, koyomi_record_get_int (activity, KOYOMI_ACTIVITY_FUNCTION), koyomi_day_today ());

  return _koyomi_function_teams_join_names (own, language);
}

static void
read_run (KoyomiFollowUp *self,
          KoyomiRecord   *run)
{
  self->is_open = run == NULL || !koyomi_occurrence_is_over (run);
  self->owner = g_strdup (run != NULL ? koyomi_record_get_text (run, KOYOMI_OCCURRENCE_OWNER) : "");
  if (run == NULL)
    return;

  self->run = koyomi_record_get_id (run);
  self->state = koyomi_occurrence_get_state (run, koyomi_day_today ());
  self->first_day = koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY);
  self->last_day = koyomi_record_get_day (run, KOYOMI_OCCURRENCE_LAST_DAY);
}

static KoyomiFollowUp *
read_follow_up (KoyomiSession        *session,
                KoyomiRecord         *activity,
                KoyomiFunctionTeams  *teams,
                KoyomiLanguage        language,
                GError              **error)
{
  g_autoptr(KoyomiFollowUp) self = g_new0 (KoyomiFollowUp, 1);
  g_autoptr(KoyomiRecord) function = NULL;
  g_autoptr(GPtrArray) runs = NULL;
  KoyomiRecord *run;

  self->activity = koyomi_record_get_id (activity);
  self->function = koyomi_record_get_int (activity, KOYOMI_ACTIVITY_FUNCTION);
  if ((function = koyomi_session_get (session, KOYOMI_TABLE_FUNCTION, self->function, language, error)) == NULL ||
      (runs = koyomi_session_list (session, KOYOMI_TABLE_OCCURRENCE, KOYOMI_OCCURRENCE_ACTIVITY, self->activity, language, error)) == NULL)
    return NULL;

  run = _koyomi_run_choose (runs);
  self->title = g_strdup (koyomi_record_get_title (activity));
  self->function_name = _koyomi_function_name (function);
  self->team = name_team (teams, activity, run, language);
  read_run (self, run);

  return g_steal_pointer (&self);
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const KoyomiFollowUp *left = *(KoyomiFollowUp * const *) a;
  const KoyomiFollowUp *right = *(KoyomiFollowUp * const *) b;

  if (left->last_day != right->last_day)
    return left->last_day < right->last_day ? -1 : 1;

  return (left->activity > right->activity) - (left->activity < right->activity);
}

/* Returns: (transfer full) (element-type KoyomiFollowUp): what came out of the incident, by its last day */
GPtrArray *
koyomi_session_load_follow_ups (KoyomiSession   *session,
                                gint64           incident,
                                KoyomiLanguage   language,
                                GError         **error)
{
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_follow_up_free);
  g_autoptr(GPtrArray) activities = NULL;
  g_autoptr(KoyomiFunctionTeams) teams = NULL;

  if ((activities = koyomi_session_list (session, KOYOMI_TABLE_ACTIVITY, KOYOMI_ACTIVITY_INCIDENT, incident, language, error)) == NULL ||
      (teams = _koyomi_function_teams_load (session, language, error)) == NULL)
    return NULL;

  for (guint i = 0; i < activities->len; i++)
    {
      KoyomiFollowUp *follow_up = read_follow_up (session, g_ptr_array_index (activities, i), teams, language, error);

      if (follow_up == NULL)
        return NULL;

      g_ptr_array_add (list, follow_up);
    }

  g_ptr_array_sort (list, compare_days);

  return g_steal_pointer (&list);
}

/* Adds the activity and its run, with whoever is to do it. */
static gboolean
insert_activity (KoyomiSession  *session,
                 KoyomiEdit     *edit,
                 KoyomiRecord   *activity,
                 guint32         first_day,
                 guint32         last_day,
                 const char     *owner,
                 GError        **error)
{
  g_autoptr(KoyomiRecord) run = _koyomi_edit_insert_once (edit, session, activity, first_day, last_day, error);

  if (run == NULL)
    return FALSE;

  if (owner == NULL || *owner == '\0')
    return TRUE;

  koyomi_record_set_language (run, koyomi_session_get_own_language (session));
  koyomi_record_set_text (run, KOYOMI_OCCURRENCE_OWNER, owner);

  return koyomi_edit_update (edit, run, error);
}

static gboolean
check_days (guint32   first_day,
            guint32   last_day,
            GError  **error)
{
  if (first_day != KOYOMI_DAY_NONE && last_day >= first_day && last_day <= KOYOMI_DAY_LAST)
    return TRUE;

  g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "an activity ends on the day on which it begins, or later");

  return FALSE;
}

/**
 * koyomi_follow_up_make:
 * @function: in whose row of the calendar it stands
 * @last_day: counted in
 * @team: 0 for whoever does the function
 * @owner: (nullable): who sees to it
 *
 * Puts something that is to be done because of the incident into the calendar, and writes so into the timeline. The activity knows
 * its incident from then on, also when it is moved or repeated.
 *
 * Returns: the activity, or 0 on error; %KOYOMI_PLAN_ERROR_CONSTRAINT without a title, or when the days are in the wrong order
 */
gint64
koyomi_follow_up_make (KoyomiSession   *session,
                       gint64           incident,
                       gint64           function,
                       const char      *title,
                       guint32          first_day,
                       guint32          last_day,
                       gint64           team,
                       const char      *owner,
                       gint64           now,
                       KoyomiLanguage   language,
                       GError         **error)
{
  g_autoptr(KoyomiRecord) activity = koyomi_record_new (KOYOMI_TABLE_ACTIVITY);
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FUNCTION, function);
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_TEAM, team);
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_KIND, KOYOMI_ACTIVITY_KIND_TASK);
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_INCIDENT, incident);
  koyomi_record_set_text (activity, KOYOMI_ACTIVITY_TITLE, title);
  if (!_koyomi_edit_check_title (activity, error) || !check_days (first_day, last_day, error) ||
      (edit = koyomi_session_begin_edit (session, error)) == NULL ||
      !insert_activity (session, edit, activity, first_day, last_day, owner, error) ||
      !_koyomi_timeline_record_row (edit, session, incident, now, KOYOMI_NOTE_FOLLOW_UP_ADDED, KOYOMI_TABLE_ACTIVITY,
                                    koyomi_record_get_id (activity), error))
    return 0;

  name = _koyomi_label_quote (koyomi_record_get_title (activity), language);
  /* Translators: an activity that follows up an incident */
  label = g_strdup_printf (koyomi_tr (language, N_("Add the follow-up %s")), name);

  return koyomi_edit_commit (edit, label, error) ? koyomi_record_get_id (activity) : 0;
}
