#include "koyomi-workload.h"

#include "koyomi-catalogue-functions-private.h"
#include "koyomi-day.h"
#include "koyomi-function-teams-private.h"
#include "koyomi-plan-edit-private.h"

#include <math.h>
#include <string.h>


/* What the work is added up from. */
typedef struct
{
  KoyomiWorkload      *workload;
  KoyomiSession       *session;
  KoyomiLoadYear       year;
  KoyomiFunctionTeams *function_teams;
  GHashTable          *activities;      /* id -> record */
  GHashTable          *by_team;         /* team id -> KoyomiTeamLoad */
  GHashTable          *by_activity;     /* activity id -> KoyomiActivityLoad */
  KoyomiTeamLoad      *nobody;          /* what nobody does */
} Source;

static void
clear_source (Source *self)
{
  g_clear_object (&self->year.calendar);
  g_clear_pointer (&self->function_teams, _koyomi_function_teams_free);
  g_clear_pointer (&self->activities, g_hash_table_unref);
  g_clear_pointer (&self->by_team, g_hash_table_unref);
  g_clear_pointer (&self->by_activity, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Source, clear_source)

static void
free_team (KoyomiTeamLoad *self)
{
  g_clear_object (&self->team);
  g_free (self);
}

static void
free_activity (KoyomiActivityLoad *self)
{
  g_free (self->title);
  g_free (self);
}

void
koyomi_workload_free (KoyomiWorkload *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->teams, g_ptr_array_unref);
  g_clear_pointer (&self->activities, g_ptr_array_unref);
  g_free (self);
}

/* How much of a person-day a routine takes on each day that it is done. */
double
koyomi_session_get_routine_day (KoyomiSession *session)
{
  KoyomiRecord *plan = koyomi_session_get_plan (session);

  return koyomi_record_is_none (plan, KOYOMI_PLAN_ROUTINE_DAY) ? KOYOMI_LOAD_ROUTINE_DAY
                                                               : koyomi_record_get_real (plan, KOYOMI_PLAN_ROUTINE_DAY);
}

gboolean
koyomi_session_set_routine_day (KoyomiSession   *session,
                                double           person_days,
                                KoyomiLanguage   language,
                                GError         **error)
{
  g_autoptr(KoyomiRecord) plan = koyomi_session_dup_plan (session, language, error);

  g_return_val_if_fail (isfinite (person_days) && person_days >= 0, FALSE);

  if (plan == NULL)
    return FALSE;

  koyomi_record_set_real (plan, KOYOMI_PLAN_ROUTINE_DAY, person_days);

  return _koyomi_plan_edit (session, plan, koyomi_tr (language, N_("Change the person-days of a routine")), error);
}

static KoyomiTeamLoad *
add_team (Source       *self,
          KoyomiRecord *team)
{
  KoyomiTeamLoad *load = g_new0 (KoyomiTeamLoad, 1);

  g_set_object (&load->team, team);
  for (int i = 0; i < 12; i++)
    load->months[i].capacity = team == NULL ? NAN
                                            : koyomi_load_year_capacity (&self->year, i, koyomi_record_get_real (team, KOYOMI_TEAM_CAPACITY),
                                                                         koyomi_record_get_day (team, KOYOMI_TEAM_ACTIVE_FROM),
                                                                         koyomi_record_get_day (team, KOYOMI_TEAM_ACTIVE_TO));
  g_ptr_array_add (self->workload->teams, load);

  return load;
}

static void
add_teams (Source *self)
{
  GPtrArray *teams = _koyomi_function_teams_get_all (self->function_teams);

  for (guint i = 0; i < teams->len; i++)
    {
      KoyomiRecord *team = g_ptr_array_index (teams, i);
      gint64 id = koyomi_record_get_id (team);

      g_hash_table_insert (self->by_team, g_memdup2 (&id, sizeof id), add_team (self, team));
    }
}

static KoyomiTeamLoad *
get_nobody (Source *self)
{
  if (self->nobody == NULL)
    self->nobody = add_team (self, NULL);

  return self->nobody;
}

/* Returns: (element-type KoyomiTeamLoad): who does it; never empty */
static GPtrArray *
find_doers (Source  *self,
            gint64   team,
            gint64   function,
            guint32  day)
{
  GPtrArray *doers = g_ptr_array_new ();
  g_autoptr(GPtrArray) teams = NULL;

  if (team != 0)
    {
      g_ptr_array_add (doers, g_hash_table_lookup (self->by_team, &team));
      return doers;
    }

  teams = _koyomi_function_teams_list (self->function_teams, function, day);
  for (guint i = 0; i < teams->len; i++)
    {
      gint64 id = koyomi_record_get_id (g_ptr_array_index (teams, i));

      g_ptr_array_add (doers, g_hash_table_lookup (self->by_team, &id));
    }
  if (doers->len == 0)
    g_ptr_array_add (doers, get_nobody (self));

  return doers;
}

static KoyomiActivityLoad *
get_activity (Source       *self,
              KoyomiRecord *record)
{
  gint64 id = koyomi_record_get_id (record);
  KoyomiActivityLoad *load = g_hash_table_lookup (self->by_activity, &id);

  if (load != NULL)
    return load;

  load = g_new0 (KoyomiActivityLoad, 1);
  load->activity_id = id;
  load->function_id = koyomi_record_get_int (record, KOYOMI_ACTIVITY_FUNCTION);
  load->title = g_strdup (koyomi_record_get_title (record));
  load->is_estimated = !koyomi_record_is_none (record, KOYOMI_ACTIVITY_EFFORT);
  g_ptr_array_add (self->workload->activities, load);
  g_hash_table_insert (self->by_activity, &load->activity_id, load);

  return load;
}

static double
get_amount (KoyomiRecord *activity,
            int           field)
{
  return koyomi_record_is_none (activity, field) ? 0 : koyomi_record_get_real (activity, field);
}

static void
add_to_activity (Source       *self,
                 KoyomiRecord *activity,
                 const double *shares)
{
  KoyomiActivityLoad *load = get_activity (self, activity);

  for (guint i = 0; i < 12; i++)
    {
      load->days[i / 3] += shares[i] * get_amount (activity, KOYOMI_ACTIVITY_EFFORT);
      load->cost[i / 3] += shares[i] * get_amount (activity, KOYOMI_ACTIVITY_COST);
    }
}

/* @shares: of the run by month */
static void
add_to_teams (Source       *self,
              KoyomiRecord *activity,
              KoyomiRecord *run,
              const double *shares)
{
  gint64 team = koyomi_record_get_int (run, KOYOMI_OCCURRENCE_TEAM);
  g_autoptr(GPtrArray) doers = find_doers (self, team != 0 ? team : koyomi_record_get_int (activity, KOYOMI_ACTIVITY_TEAM),
                                           koyomi_record_get_int (run, KOYOMI_OCCURRENCE_FUNCTION),
                                           koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY));
  gboolean is_unknown = koyomi_record_is_none (activity, KOYOMI_ACTIVITY_EFFORT);

  for (guint i = 0; i < doers->len; i++)
    for (guint month = 0; month < 12; month++)
      {
        KoyomiLoadCell *cell = &((KoyomiTeamLoad *) g_ptr_array_index (doers, i))->months[month];

        cell->planned += shares[month] * get_amount (activity, KOYOMI_ACTIVITY_EFFORT) / doers->len;
        cell->n_unknown += is_unknown && shares[month] > 0;
      }
}

static gboolean
add_run (KoyomiRecord  *run,
         gpointer       data,
         GError       **error)
{
  Source *self = data;
  gint64 id = koyomi_record_get_int (run, KOYOMI_OCCURRENCE_ACTIVITY);
  KoyomiStatus status = koyomi_record_get_int (run, KOYOMI_OCCURRENCE_STATUS);
  KoyomiRecord *activity = g_hash_table_lookup (self->activities, &id);
  double shares[12];

  if (status == KOYOMI_STATUS_SKIPPED || status == KOYOMI_STATUS_MISSED)
    return TRUE;

  koyomi_load_year_spread (&self->year, koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY),
                           koyomi_record_get_day (run, KOYOMI_OCCURRENCE_LAST_DAY), shares);
  add_to_activity (self, activity, shares);
  add_to_teams (self, activity, run, shares);

  return TRUE;
}

static gboolean
add_runs (Source  *self,
          GError **error)
{
  guint32 first_day = koyomi_fiscal_year_get_first_day (self->workload->year);
  guint32 last_day = koyomi_fiscal_year_get_last_day (self->workload->year);
  g_autoptr(GHashTable) functions = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer record, key;

  g_hash_table_iter_init (&iter, self->activities);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    {
      gint64 function = koyomi_record_get_int (record, KOYOMI_ACTIVITY_FUNCTION);

      g_hash_table_add (functions, g_memdup2 (&function, sizeof function));
    }

  g_hash_table_iter_init (&iter, functions);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!koyomi_session_for_each_run (self->session, *(gint64 *) key, first_day, last_day, KOYOMI_LANGUAGE_JA, add_run, self, error))
      return FALSE;

  return TRUE;
}

/* @days: twelve numbers of days on which the routine was to be done; negative where nobody has said */
static void
add_routine (Source       *self,
             KoyomiRecord *duty,
             const double *days)
{
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < 12; i++)
    if (days[i] >= 0)
      {
        sum += days[i];
        n++;
      }

  for (int i = 0; i < 12 && n > 0; i++)
    {
      guint32 month = koyomi_fiscal_year_get_month_first (self->workload->year, i);
      g_autoptr(GPtrArray) doers = find_doers (self, 0, koyomi_record_get_int (duty, KOYOMI_DUTY_FUNCTION), month);
      double here = (days[i] >= 0 ? days[i] : sum / n) * self->workload->routine_day;

      for (guint j = 0; j < doers->len; j++)
        ((KoyomiTeamLoad *) g_ptr_array_index (doers, j))->months[i].routine += here / doers->len;
    }
}

/* Returns: (element-type gint64 double): twelve numbers of days for each duty of which somebody attested a month */
static GHashTable *
gather_days (Source    *self,
             GPtrArray *attestations)
{
  GHashTable *lists = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < attestations->len; i++)
    {
      KoyomiRecord *attestation = g_ptr_array_index (attestations, i);
      gint64 duty = koyomi_record_get_int (attestation, KOYOMI_ATTESTATION_DUTY);
      int month = koyomi_fiscal_year_get_month_index (self->workload->year, koyomi_record_get_day (attestation, KOYOMI_ATTESTATION_MONTH));
      double *days = g_hash_table_lookup (lists, &duty);

      if (days == NULL)
        {
          days = g_new (double, 12);
          for (guint j = 0; j < 12; j++)
            days[j] = -1;
          g_hash_table_insert (lists, g_memdup2 (&duty, sizeof duty), days);
        }
      if (month >= 0)
        days[month] = koyomi_record_get_int (attestation, KOYOMI_ATTESTATION_PLANNED_DAYS);
    }

  return lists;
}

static gboolean
add_routines (Source  *self,
              GError **error)
{
  g_autoptr(GPtrArray) duties = koyomi_session_list (self->session, KOYOMI_TABLE_DUTY, 0, 0, KOYOMI_LANGUAGE_JA, error);
  g_autoptr(GPtrArray) attestations = NULL;
  g_autoptr(GHashTable) lists = NULL;

  if (duties == NULL ||
      (attestations = koyomi_session_list (self->session, KOYOMI_TABLE_ATTESTATION, 0, 0, KOYOMI_LANGUAGE_JA, error)) == NULL)
    return FALSE;

  lists = gather_days (self, attestations);
  for (guint i = 0; i < duties->len; i++)
    {
      KoyomiRecord *duty = g_ptr_array_index (duties, i);
      gint64 id = koyomi_record_get_id (duty);
      const double *days = g_hash_table_lookup (lists, &id);

      if (days != NULL && koyomi_record_get_int (duty, KOYOMI_DUTY_KIND) == KOYOMI_DUTY_KIND_ROUTINE)
        add_routine (self, duty, days);
    }

  return TRUE;
}

static void
sum_year (KoyomiTeamLoad *self)
{
  for (guint i = 0; i < 12; i++)
    {
      self->year.planned += self->months[i].planned;
      self->year.routine += self->months[i].routine;
      self->year.capacity += self->months[i].capacity;
      self->year.n_unknown += self->months[i].n_unknown;
    }
}

/* Returns: (element-type gint64 uint): the place of each function, catalogue by catalogue and group by group; from 1 */
static GHashTable *
rank_functions (KoyomiSession   *session,
                KoyomiLanguage   language,
                GError         **error)
{
  g_autoptr(GPtrArray) catalogues = koyomi_session_list (session, KOYOMI_TABLE_CATALOGUE, 0, 0, language, error);
  g_autoptr(GHashTable) ranks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; catalogues != NULL && i < catalogues->len; i++)
    {
      g_auto(KoyomiCatalogueFunctions) functions = { 0 };

      if (!_koyomi_catalogue_functions_load (&functions, session, koyomi_record_get_id (g_ptr_array_index (catalogues, i)), language,
                                             error))
        return NULL;

      for (guint j = 0; j < functions.functions->len; j++)
        {
          gint64 id = koyomi_record_get_id (g_ptr_array_index (functions.functions, j));

          g_hash_table_insert (ranks, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (g_hash_table_size (ranks) + 1));
        }
    }

  return catalogues != NULL ? g_steal_pointer (&ranks) : NULL;
}

/* By function, those of functions that are no longer in use first. */
static int
compare_activities (gconstpointer a,
                    gconstpointer b,
                    gpointer      ranks)
{
  const KoyomiActivityLoad *first = *(const KoyomiActivityLoad * const *) a;
  const KoyomiActivityLoad *second = *(const KoyomiActivityLoad * const *) b;
  guint first_rank = GPOINTER_TO_UINT (g_hash_table_lookup (ranks, &first->function_id));
  guint second_rank = GPOINTER_TO_UINT (g_hash_table_lookup (ranks, &second->function_id));

  if (first_rank != second_rank)
    return first_rank < second_rank ? -1 : 1;

  return g_strcmp0 (first->title, second->title);
}

/* Adds up the work of a fiscal year, by team and month and by activity and quarter. */
KoyomiWorkload *
koyomi_session_load_workload (KoyomiSession     *session,
                              KoyomiFiscalYear   year,
                              KoyomiLanguage     language,
                              GError           **error)
{
  g_autoptr(KoyomiWorkload) self = g_new0 (KoyomiWorkload, 1);
  g_auto(Source) source = { .workload = self, .session = session };
  g_autoptr(GHashTable) ranks = NULL;
  KoyomiWorkCalendar *calendar;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), NULL);

  self->year = year;
  self->routine_day = koyomi_session_get_routine_day (session);
  self->teams = g_ptr_array_new_with_free_func ((GDestroyNotify) free_team);
  self->activities = g_ptr_array_new_with_free_func ((GDestroyNotify) free_activity);
  source.by_team = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  source.by_activity = g_hash_table_new (g_int64_hash, g_int64_equal);

  if ((calendar = koyomi_session_load_work_calendar (session, language, error)) == NULL)
    return NULL;

  koyomi_load_year_init (&source.year, year, calendar);
  memcpy (self->working_days, source.year.working_days, sizeof self->working_days);
  if ((source.function_teams = _koyomi_function_teams_load (session, language, error)) == NULL ||
      (source.activities = koyomi_session_index (session, KOYOMI_TABLE_ACTIVITY, language, error)) == NULL)
    return NULL;

  add_teams (&source);
  if (!add_runs (&source, error) || !add_routines (&source, error) || (ranks = rank_functions (session, language, error)) == NULL)
    return NULL;

  for (guint i = 0; i < self->teams->len; i++)
    sum_year (g_ptr_array_index (self->teams, i));
  g_ptr_array_sort_with_data (self->activities, compare_activities, ranks);

  return g_steal_pointer (&self);
}
