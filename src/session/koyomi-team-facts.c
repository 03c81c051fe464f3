#include "koyomi-team-facts.h"

#include "koyomi-activity-tally-private.h"
#include "koyomi-assignment.h"
#include "koyomi-breaches.h"
#include "koyomi-day.h"
#include "koyomi-function-teams-private.h"
#include "koyomi-id-set-private.h"
#include "koyomi-incident-parts-private.h"
#include "koyomi-session-matrix.h"
#include "koyomi-session-private.h"
#include "koyomi-workload.h"

/* What the facts are gathered from. */
typedef struct
{
  KoyomiSession   *session;
  KoyomiLanguage   language;
  gint64           team;
  KoyomiTeamFacts *facts;
} Source;

static void
free_letters (gpointer data)
{
  KoyomiFunctionLetters *self = data;

  g_clear_object (&self->function);
  g_clear_object (&self->catalogue);
  g_free (self->letters);
  g_free (self);
}

void
koyomi_team_facts_free (KoyomiTeamFacts *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->functions, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->contracts, g_ptr_array_unref);
  g_clear_pointer (&self->activities, g_ptr_array_unref);
  g_clear_pointer (&self->incidents, g_ptr_array_unref);
  g_clear_pointer (&self->breaches, g_ptr_array_unref);
  g_free (self);
}

static void
add_letters (Source             *self,
             const KoyomiMatrix *matrix,
             guint               row,
             guint               column)
{
  const KoyomiMatrixCell *cell = koyomi_matrix_get_cell (matrix, row, column);
  KoyomiFunctionLetters *entry;

  if (cell == NULL || cell->letters == KOYOMI_LETTERS_NONE)
    return;

  entry = g_new0 (KoyomiFunctionLetters, 1);
  entry->function = g_object_ref (koyomi_matrix_get_row (matrix, row)->function);
  entry->catalogue = g_object_ref (koyomi_matrix_get_catalogue (matrix));
  entry->letters = koyomi_alphabet_format (koyomi_matrix_get_alphabet (matrix), cell->letters);
  g_ptr_array_add (self->facts->functions, entry);
}

/* The same letters as the matrix shows in the team's column. */
static gboolean
load_functions (Source  *self,
                GError **error)
{
  g_autoptr(GPtrArray) catalogues = koyomi_session_list (self->session, KOYOMI_TABLE_CATALOGUE, 0, 0, self->language, error);

  if (catalogues == NULL)
    return FALSE;

  for (guint i = 0; i < catalogues->len; i++)
    {
      g_autoptr(KoyomiMatrix) matrix = koyomi_session_load_matrix (self->session, koyomi_record_get_id (g_ptr_array_index (catalogues, i)),
                                                                   self->facts->today, self->language, error);
      int column = matrix != NULL ? koyomi_matrix_find_column (matrix, self->team) : -1;

      if (matrix == NULL)
        return FALSE;

      for (guint row = 0; column >= 0 && row < koyomi_matrix_get_n_rows (matrix); row++)
        add_letters (self, matrix, row, column);
    }

  return TRUE;
}

static int
compare_contracts (gconstpointer a,
                   gconstpointer b)
{
  guint32 first = koyomi_record_get_day (*(KoyomiRecord * const *) a, KOYOMI_CONTRACT_LAST_DAY);
  guint32 second = koyomi_record_get_day (*(KoyomiRecord * const *) b, KOYOMI_CONTRACT_LAST_DAY);

  /* One without an end ends last. */
  return (first - 1u > second - 1u) - (first - 1u < second - 1u);
}

static gboolean
load_lists (Source  *self,
            GError **error)
{
  KoyomiTeamFacts *facts = self->facts;

  if ((facts->people = koyomi_session_list (self->session, KOYOMI_TABLE_PERSON, KOYOMI_PERSON_TEAM, self->team, self->language,
                                            error)) == NULL ||
      (facts->contracts = koyomi_session_list (self->session, KOYOMI_TABLE_CONTRACT, KOYOMI_CONTRACT_TEAM, self->team, self->language,
                                               error)) == NULL)
    return FALSE;

  g_ptr_array_sort (facts->contracts, compare_contracts);

  return TRUE;
}

/* Runs that are the team's, and those that are nobody's by name, of functions with which it has to do. */
static KoyomiStatement *
open_runs (Source                    *self,
           const KoyomiActivityTally *tally,
           GError                   **error)
{
  static const char tail[] =
    "JOIN activity AS a ON a.id = t.activity_id"
    " WHERE t.first_day BETWEEN :first_day - (SELECT ifnull (max (last_day - first_day), 0) FROM occurrence) AND :last_day"
    "   AND t.last_day >= :first_day"
    "   AND (coalesce (t.team_id, a.team_id) = :team"
    "        OR (coalesce (t.team_id, a.team_id) IS NULL"
    "            AND t.function_id IN (SELECT function_id FROM assignment WHERE team_id = :team)))"
    " ORDER BY t.first_day, t.last_day, t.id";

  KoyomiStatement *statement = koyomi_record_store_select (_koyomi_session_get_store (self->session), KOYOMI_TABLE_OCCURRENCE,
                                                           self->language, NULL, tail, error);

  if (statement != NULL)
    {
      koyomi_statement_bind_int (statement, ":first_day", tally->count.first_day);
      koyomi_statement_bind_int (statement, ":last_day", tally->count.last_day);
      koyomi_statement_bind_int (statement, ":team", self->team);
    }

  return statement;
}

/* As in the load: a run is done by its team, else by that of its activity, else by whoever does the function on its first day. */
static gboolean
does (Source              *self,
      KoyomiActivityTally *tally,
      KoyomiFunctionTeams *teams,
      KoyomiRecord        *run)
{
  KoyomiRecord *activity = _koyomi_activity_tally_get_activity (tally, run);
  g_autoptr(GPtrArray) doers = NULL;

  if (!koyomi_record_is_none (run, KOYOMI_OCCURRENCE_TEAM) || !koyomi_record_is_none (activity, KOYOMI_ACTIVITY_TEAM))
    return TRUE;

  doers = _koyomi_function_teams_list (teams, koyomi_record_get_int (run, KOYOMI_OCCURRENCE_FUNCTION),
                                       koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY));
  for (guint i = 0; i < doers->len; i++)
    if (koyomi_record_get_id (g_ptr_array_index (doers, i)) == self->team)
      return TRUE;

  return FALSE;
}

static gboolean
load_activities (Source  *self,
                 GError **error)
{
  g_auto(KoyomiActivityTally) tally = { { 0 } };
  g_autoptr(KoyomiFunctionTeams) teams = _koyomi_function_teams_load (self->session, self->language, error);
  g_autoptr(KoyomiStatement) statement = NULL;
  KoyomiStep step;

  if (teams == NULL || !_koyomi_activity_tally_init (&tally, self->session, self->facts->year, self->language, error) ||
      (statement = open_runs (self, &tally, error)) == NULL)
    return FALSE;

  while ((step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    {
      g_autoptr(KoyomiRecord) run = koyomi_record_store_read (statement, KOYOMI_TABLE_OCCURRENCE, self->language);

      if (does (self, &tally, teams, run))
        _koyomi_activity_tally_add (&tally, run);
    }
  self->facts->count = tally.count;
  self->facts->activities = g_steal_pointer (&tally.activities);

  return step == KOYOMI_STEP_DONE;
}

/* Of the quarter of today, or the last one of a year that is over; or the first of one to come. */
static int
choose_quarter (const KoyomiTeamFacts *facts)
{
  guint32 first_day = koyomi_fiscal_year_get_first_day (facts->year);
  guint32 last_day = koyomi_fiscal_year_get_last_day (facts->year);

  return koyomi_fiscal_year_get_quarter (facts->year, CLAMP (facts->today, first_day, last_day));
}

static gboolean
load_load (Source  *self,
           GError **error)
{
  g_autoptr(KoyomiWorkload) workload = koyomi_session_load_workload (self->session, self->facts->year, self->language, error);
  KoyomiTeamFacts *facts = self->facts;

  if (workload == NULL)
    return FALSE;

  facts->quarter = choose_quarter (facts);
  for (guint i = 0; i < workload->teams->len; i++)
    {
      const KoyomiTeamLoad *load = g_ptr_array_index (workload->teams, i);

      if (load->team == NULL || koyomi_record_get_id (load->team) != self->team)
        continue;

      for (int month = (facts->quarter - 1) * 3; month < facts->quarter * 3; month++)
        {
          facts->load.planned += load->months[month].planned;
          facts->load.routine += load->months[month].routine;
          facts->load.capacity += load->months[month].capacity;
          facts->load.n_unknown += load->months[month].n_unknown;
        }
    }

  return TRUE;
}

static gboolean
load_incidents (Source  *self,
                GError **error)
{
  g_autoptr(GPtrArray) led = koyomi_session_list (self->session, KOYOMI_TABLE_INCIDENT, KOYOMI_INCIDENT_TEAM, self->team, self->language,
                                                  error);
  g_autoptr(GPtrArray) parts = led != NULL ? koyomi_session_list (self->session, KOYOMI_TABLE_INCIDENT_PARTY, KOYOMI_INCIDENT_PARTY_TEAM,
                                                                  self->team, self->language, error) : NULL;
  g_autoptr(GHashTable) ids = _koyomi_id_set_new ();
  g_autoptr(GHashTable) concerned = _koyomi_id_set_new ();

  if (parts == NULL)
    return FALSE;

  _koyomi_id_set_add (ids, self->team);
  _koyomi_id_set_fill (concerned, led, KOYOMI_INCIDENT_ID);
  _koyomi_id_set_fill (concerned, parts, KOYOMI_INCIDENT_PARTY_INCIDENT);
  self->facts->incidents = _koyomi_incident_parts_load (self->session, KOYOMI_INCIDENT_TASK_TEAM, ids, concerned, self->language, error);

  return self->facts->incidents != NULL;
}

static gboolean
load_breaches (Source  *self,
               GError **error)
{
  g_autoptr(GPtrArray) breaches = koyomi_session_load_breaches (self->session, NULL, self->facts->today, self->language, error);
  g_autoptr(GHashTable) people = _koyomi_id_set_new ();

  if (breaches == NULL)
    return FALSE;

  _koyomi_id_set_fill (people, self->facts->people, KOYOMI_PERSON_ID);
  for (guint i = 0; i < breaches->len; i++)
    {
      KoyomiBreach *breach = g_ptr_array_index (breaches, i);

      if (!breach->is_waived && (breach->team_id == self->team || g_hash_table_contains (people, &breach->person_id)))
        g_ptr_array_add (self->facts->breaches, g_object_ref (breach));
    }

  return TRUE;
}

/* Gathers all that the plan says of a team. */
KoyomiTeamFacts *
koyomi_session_load_team_facts (KoyomiSession     *session,
                                gint64             team,
                                KoyomiFiscalYear   year,
                                KoyomiLanguage     language,
                                GError           **error)
{
  g_autoptr(KoyomiTeamFacts) self = g_new0 (KoyomiTeamFacts, 1);
  Source source = { session, language, team, self };

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), NULL);

  self->year = year;
  self->today = koyomi_day_today ();
  self->functions = g_ptr_array_new_with_free_func (free_letters);
  self->breaches = g_ptr_array_new_with_free_func (g_object_unref);

  if (!load_functions (&source, error) || !load_lists (&source, error) || !load_activities (&source, error) ||
      !load_load (&source, error) || !load_incidents (&source, error) || !load_breaches (&source, error))
    return NULL;

  return g_steal_pointer (&self);
}
