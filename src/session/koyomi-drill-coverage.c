#include "koyomi-drill-coverage.h"

#include "koyomi-assignment.h"
#include "koyomi-day.h"
#include "koyomi-session-private.h"
#include "koyomi-text-fold.h"

#include <string.h>

/* A drill, and who takes part in it. */
typedef struct
{
  gint64      id;
  guint32     day;        /* KOYOMI_DAY_NONE while it has not been held */
  char       *number;
  char       *title;
  char       *class;
  guint32     next_day;
  GHashTable *teams;      /* (element-type gint64) */
  GPtrArray  *names;      /* (element-type utf8): folded, of those who are no team */
} Drill;

static void
free_drill (gpointer data)
{
  Drill *self = data;

  g_clear_pointer (&self->teams, g_hash_table_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_free (self->number);
  g_free (self->title);
  g_free (self->class);
  g_free (self);
}

static void
free_row (gpointer data)
{
  KoyomiDrillCoverageRow *self = data;

  g_free (self->name);
  g_free (self->last_title);
  g_free (self);
}

void
koyomi_drill_coverage_free (KoyomiDrillCoverage *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}

void
koyomi_next_drill_free (KoyomiNextDrill *self)
{
  if (self == NULL)
    return;

  g_free (self->number);
  g_free (self->title);
  g_free (self);
}

static guint32
get_local_day (gint64 time)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (time / 1000);
  g_autoptr(GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL ? koyomi_day_new (g_date_time_get_year (local), g_date_time_get_month (local), g_date_time_get_day_of_month (local))
                       : KOYOMI_DAY_NONE;
}

/* The day on which it was held: on which it began, as far as somebody wrote that down. A drill that was only entered, to be held
 * some day, has not been held. */
static guint32
find_day (KoyomiRecord *incident)
{
  static const int fields[] = { KOYOMI_INCIDENT_OCCURRED_AT, KOYOMI_INCIDENT_DETECTED_AT, KOYOMI_INCIDENT_ACKNOWLEDGED_AT };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (koyomi_record_get_int (incident, fields[i]) != 0)
      return get_local_day (koyomi_record_get_int (incident, fields[i]));

  return KOYOMI_DAY_NONE;
}

static gboolean
is_drill (KoyomiRecord *incident)
{
  gint64 state = koyomi_record_get_int (incident, KOYOMI_INCIDENT_STATE);

  return koyomi_record_get_int (incident, KOYOMI_INCIDENT_KIND) == KOYOMI_INCIDENT_KIND_DRILL &&
         state != KOYOMI_INCIDENT_STATE_FALSE_ALARM && state != KOYOMI_INCIDENT_STATE_MERGED;
}

static void
add_team (Drill  *self,
          gint64  team)
{
  if (team != 0)
    g_hash_table_add (self->teams, g_memdup2 (&team, sizeof team));
}

static void
add_party (Drill        *self,
           KoyomiRecord *party,
           GHashTable   *people)
{
  gint64 person_id = koyomi_record_get_int (party, KOYOMI_INCIDENT_PARTY_PERSON);
  KoyomiRecord *person = g_hash_table_lookup (people, &person_id);
  const char *name = koyomi_record_get_text (party, KOYOMI_INCIDENT_PARTY_NAME);

  add_team (self, koyomi_record_get_int (party, KOYOMI_INCIDENT_PARTY_TEAM));
  if (person != NULL)
    add_team (self, koyomi_record_get_int (person, KOYOMI_PERSON_TEAM));
  if (*name != '\0')
    g_ptr_array_add (self->names, koyomi_text_fold (name));
}

/* Who leads it takes part in it as well. */
static Drill *
read_drill (KoyomiRecord *incident,
            GPtrArray    *parties,
            GHashTable   *people)
{
  Drill *self = g_new0 (Drill, 1);

  self->id = koyomi_record_get_id (incident);
  self->day = find_day (incident);
  self->number = g_strdup (koyomi_record_get_text (incident, KOYOMI_INCIDENT_NUMBER));
  self->title = g_strdup (koyomi_record_get_title (incident));
  self->class = g_strdup (koyomi_record_get_text (incident, KOYOMI_INCIDENT_CLASS));
  self->next_day = koyomi_record_get_day (incident, KOYOMI_INCIDENT_NEXT_DRILL_DAY);
  self->teams = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->names = g_ptr_array_new_with_free_func (g_free);

  add_team (self, koyomi_record_get_int (incident, KOYOMI_INCIDENT_TEAM));
  for (guint i = 0; i < parties->len; i++)
    if (koyomi_record_get_int (g_ptr_array_index (parties, i), KOYOMI_INCIDENT_PARTY_INCIDENT) == self->id)
      add_party (self, g_ptr_array_index (parties, i), people);

  return self;
}

/* Only the drills are read: a plan may have thousands of incidents. */
static GPtrArray *
list_drill_records (KoyomiSession   *session,
                    KoyomiLanguage   language,
                    GError         **error)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(KoyomiStatement) statement = koyomi_record_store_select (_koyomi_session_get_store (session), KOYOMI_TABLE_INCIDENT, language,
                                                                     NULL, "WHERE t.kind = 'drill' ORDER BY t.number, t.id", error);
  KoyomiStep step;

  if (statement == NULL)
    return NULL;

  while ((step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    g_ptr_array_add (records, koyomi_record_store_read (statement, KOYOMI_TABLE_INCIDENT, language));

  return step == KOYOMI_STEP_DONE ? g_steal_pointer (&records) : NULL;
}

/* Returns: (element-type Drill): those that are not put aside, held or not */
static GPtrArray *
load_drills (KoyomiSession   *session,
             KoyomiLanguage   language,
             GError         **error)
{
  g_autoptr(GPtrArray) drills = g_ptr_array_new_with_free_func (free_drill);
  g_autoptr(GPtrArray) records = NULL;
  g_autoptr(GPtrArray) parties = NULL;
  g_autoptr(GHashTable) people = NULL;

  if ((records = list_drill_records (session, language, error)) == NULL ||
      (parties = koyomi_session_list (session, KOYOMI_TABLE_INCIDENT_PARTY, 0, 0, language, error)) == NULL ||
      (people = koyomi_session_index (session, KOYOMI_TABLE_PERSON, language, error)) == NULL)
    return NULL;

  for (guint i = 0; i < records->len; i++)
    if (is_drill (g_ptr_array_index (records, i)))
      g_ptr_array_add (drills, read_drill (g_ptr_array_index (records, i), parties, people));

  return g_steal_pointer (&drills);
}

static gboolean
has_part (const Drill *drill,
          gint64       team,
          const char  *folded)
{
  if (team != 0)
    return g_hash_table_contains (drill->teams, &team);

  for (guint i = 0; i < drill->names->len; i++)
    if (strcmp (g_ptr_array_index (drill->names, i), folded) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
was_held (const Drill *drill,
          guint32      today)
{
  return drill->day != KOYOMI_DAY_NONE && drill->day <= today;
}

static void
add_row (KoyomiDrillCoverage *self,
         gint64               team,
         const char          *name,
         gboolean             is_outsourced,
         GPtrArray           *drills)
{
  KoyomiDrillCoverageRow *row = g_new0 (KoyomiDrillCoverageRow, 1);
  g_autofree char *folded = koyomi_text_fold (name);
  const Drill *last = NULL;

  for (guint i = 0; i < drills->len; i++)
    {
      const Drill *drill = g_ptr_array_index (drills, i);

      if (!was_held (drill, self->today) || !has_part (drill, team, folded))
        continue;

      row->n_drills += drill->day >= self->first_day;
      if (last == NULL || drill->day >= last->day)
        last = drill;
    }

  row->team = team;
  row->name = g_strdup (name);
  row->is_outsourced = is_outsourced;
  row->last_title = last != NULL ? g_strdup_printf ("%s %s", last->number, last->title) : g_strdup ("");
  row->last_day = last != NULL ? last->day : KOYOMI_DAY_NONE;
  row->last_drill = last != NULL ? last->id : 0;
  row->is_covered = row->n_drills > 0;
  self->n_uncovered += !row->is_covered;
  g_ptr_array_add (self->rows, row);
}

static void
add_teams (KoyomiDrillCoverage *self,
           GPtrArray           *teams,
           GPtrArray           *drills)
{
  for (guint i = 0; i < teams->len; i++)
    {
      KoyomiRecord *team = g_ptr_array_index (teams, i);

      if (koyomi_team_is_active_on (team, self->today))
        add_row (self, koyomi_record_get_id (team), koyomi_record_get_title (team),
                 koyomi_record_get_int (team, KOYOMI_TEAM_KIND) == KOYOMI_TEAM_KIND_OUTSOURCED, drills);
    }
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (koyomi_record_get_text (*(KoyomiRecord * const *) a, KOYOMI_CONTRACT_PARTNER),
                 koyomi_record_get_text (*(KoyomiRecord * const *) b, KOYOMI_CONTRACT_PARTNER));
}

/* Partners of contracts that hold, as far as the contract is not one of a team, which stands above. */
static void
add_partners (KoyomiDrillCoverage *self,
              GPtrArray           *contracts,
              GPtrArray           *drills)
{
  const char *last = "";

  g_ptr_array_sort (contracts, compare_names);
  for (guint i = 0; i < contracts->len; i++)
    {
      KoyomiRecord *contract = g_ptr_array_index (contracts, i);
      const char *partner = koyomi_record_get_text (contract, KOYOMI_CONTRACT_PARTNER);
      guint32 end = koyomi_record_get_day (contract, KOYOMI_CONTRACT_LAST_DAY);

      if (koyomi_record_get_int (contract, KOYOMI_CONTRACT_TEAM) != 0 || strcmp (partner, last) == 0 ||
          koyomi_record_get_day (contract, KOYOMI_CONTRACT_FIRST_DAY) > self->today || (end != KOYOMI_DAY_NONE && end < self->today))
        continue;

      last = partner;
      add_row (self, 0, partner, TRUE, drills);
    }
}

/**
 * koyomi_session_load_drill_coverage:
 * @today: up to which drills count, from the same day a year before
 *
 * Compares the teams that are active and the partners of contracts with those who took part in drills: as a party, as somebody of
 * a team, or by leading it.
 */
KoyomiDrillCoverage *
koyomi_session_load_drill_coverage (KoyomiSession   *session,
                                    guint32          today,
                                    KoyomiLanguage   language,
                                    GError         **error)
{
  g_autoptr(KoyomiDrillCoverage) self = g_new0 (KoyomiDrillCoverage, 1);
  g_autoptr(GPtrArray) drills = NULL;
  g_autoptr(GPtrArray) teams = NULL;
  g_autoptr(GPtrArray) contracts = NULL;

  if ((drills = load_drills (session, language, error)) == NULL ||
      (teams = koyomi_session_list (session, KOYOMI_TABLE_TEAM, 0, 0, language, error)) == NULL ||
      (contracts = koyomi_session_list (session, KOYOMI_TABLE_CONTRACT, 0, 0, language, error)) == NULL)
    return NULL;

  self->today = today;
  self->first_day = koyomi_day_add_months (today, -KOYOMI_DRILL_MONTHS);
  self->rows = g_ptr_array_new_with_free_func (free_row);
  for (guint i = 0; i < drills->len; i++)
    self->n_drills += was_held (g_ptr_array_index (drills, i), today) && ((Drill *) g_ptr_array_index (drills, i))->day >= self->first_day;
  add_teams (self, teams, drills);
  add_partners (self, contracts, drills);

  return g_steal_pointer (&self);
}

/* Another drill of the same class was held after it: the day that it gave has been met. That of a drill which is still to be held
 * stands. */
static gboolean
was_followed (const Drill *drill,
              GPtrArray   *drills,
              guint32      today)
{
  for (guint i = 0; i < drills->len; i++)
    {
      const Drill *other = g_ptr_array_index (drills, i);

      if (was_held (drill, today) && was_held (other, today) && other->day > drill->day && strcmp (other->class, drill->class) == 0)
        return TRUE;
    }

  return FALSE;
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const KoyomiNextDrill *left = *(KoyomiNextDrill * const *) a;
  const KoyomiNextDrill *right = *(KoyomiNextDrill * const *) b;

  return (left->day > right->day) - (left->day < right->day);
}

/* Returns: (transfer full) (element-type KoyomiNextDrill): by day, the days that have passed among them; of each class of incidents
 *   those that the drills since the last one give */
GPtrArray *
koyomi_session_list_next_drills (KoyomiSession   *session,
                                 guint32          today,
                                 KoyomiLanguage   language,
                                 GError         **error)
{
  g_autoptr(GPtrArray) drills = load_drills (session, language, error);
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_next_drill_free);

  for (guint i = 0; drills != NULL && i < drills->len; i++)
    {
      const Drill *drill = g_ptr_array_index (drills, i);
      KoyomiNextDrill *next;

      if (drill->next_day == KOYOMI_DAY_NONE || was_followed (drill, drills, today))
        continue;

      next = g_new0 (KoyomiNextDrill, 1);
      next->incident = drill->id;
      next->number = g_strdup (drill->number);
      next->title = g_strdup (drill->title);
      next->day = drill->next_day;
      next->is_late = next->day < today;
      g_ptr_array_add (list, next);
    }

  if (drills != NULL)
    g_ptr_array_sort (list, compare_days);

  return drills != NULL ? g_steal_pointer (&list) : NULL;
}
