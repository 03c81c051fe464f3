#include "koyomi-list-teams.h"

#include "koyomi-assignment.h"
#include "koyomi-day.h"
#include "koyomi-json.h"
#include "koyomi-session-matrix.h"
#include "koyomi-shell.h"

#include <string.h>

#define N_COLUMNS 7

typedef struct
{
  GPtrArray      *teams;       /* (element-type KoyomiRecord) */
  GPtrArray      *people;      /* likewise */
  GPtrArray      *contracts;   /* likewise */
  GPtrArray      *matrices;    /* (element-type KoyomiMatrix): of the catalogues whose functions are counted */
  KoyomiLanguage  language;
} TeamList;

static void
clear_team_list (TeamList *self)
{
  g_clear_pointer (&self->teams, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->contracts, g_ptr_array_unref);
  g_clear_pointer (&self->matrices, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TeamList, clear_team_list)

static gboolean
load (TeamList       *self,
      KoyomiSession  *session,
      const char     *wanted,
      guint32         day,
      GError        **error)
{
  g_autoptr(GPtrArray) catalogues = NULL;

  if ((self->teams = koyomi_session_list (session, KOYOMI_TABLE_TEAM, 0, 0, self->language, error)) == NULL ||
      (self->people = koyomi_session_list (session, KOYOMI_TABLE_PERSON, 0, 0, self->language, error)) == NULL ||
      (self->contracts = koyomi_session_list (session, KOYOMI_TABLE_CONTRACT, 0, 0, self->language, error)) == NULL ||
      (catalogues = koyomi_session_list (session, KOYOMI_TABLE_CATALOGUE, 0, 0, self->language, error)) == NULL)
    return FALSE;

  self->matrices = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_matrix_unref);
  for (guint i = 0; i < catalogues->len; i++)
    {
      KoyomiRecord *catalogue = g_ptr_array_index (catalogues, i);
      KoyomiMatrix *matrix;

      if (wanted != NULL && strcmp (wanted, "all") != 0 &&
          strcmp (wanted, koyomi_record_get_text (catalogue, KOYOMI_CATALOGUE_CODE)) != 0)
        continue;

      if ((matrix = koyomi_session_load_matrix (session, koyomi_record_get_id (catalogue), day, self->language, error)) == NULL)
        return FALSE;

      g_ptr_array_add (self->matrices, matrix);
    }

  return TRUE;
}

static void
count_letters (TeamList     *self,
               KoyomiRecord *team,
               guint        *n_responsible,
               guint        *n_accountable)
{
  *n_responsible = *n_accountable = 0;
  for (guint i = 0; i < self->matrices->len; i++)
    {
      KoyomiMatrix *matrix = g_ptr_array_index (self->matrices, i);
      int place = koyomi_matrix_find_column (matrix, koyomi_record_get_id (team));

      if (place < 0)
        continue;

      *n_responsible += koyomi_matrix_get_column (matrix, place)->n_responsible;
      *n_accountable += koyomi_matrix_get_column (matrix, place)->n_accountable;
    }
}

/* Returns: (transfer container): those of @records that belong to the team */
static GPtrArray *
list_of_team (GPtrArray    *records,
              int           reference,
              KoyomiRecord *team)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    if (koyomi_record_get_int (g_ptr_array_index (records, i), reference) == koyomi_record_get_id (team))
      g_ptr_array_add (found, g_ptr_array_index (records, i));

  return found;
}

/* Returns: whether there is a contract; @last_day is when the last one ends, KOYOMI_DAY_NONE when it is open */
static gboolean
find_contract_end (TeamList     *self,
                   KoyomiRecord *team,
                   guint32      *last_day)
{
  g_autoptr(GPtrArray) contracts = list_of_team (self->contracts, KOYOMI_CONTRACT_TEAM, team);

  *last_day = KOYOMI_DAY_NONE;
  for (guint i = 0; i < contracts->len; i++)
    {
      guint32 end = koyomi_record_get_day (g_ptr_array_index (contracts, i), KOYOMI_CONTRACT_LAST_DAY);

      if (end == KOYOMI_DAY_NONE)
        {
          *last_day = KOYOMI_DAY_NONE;
          return TRUE;
        }
      *last_day = MAX (*last_day, end);
    }

  return contracts->len > 0;
}

static char *
format_contract (TeamList     *self,
                 KoyomiRecord *team)
{
  g_autofree char *day = NULL;
  guint32 last_day;

  if (!find_contract_end (self, team, &last_day))
    return g_strdup ("");

  if (last_day == KOYOMI_DAY_NONE)
    return g_strdup (koyomi_tr (self->language, N_("contract without end")));

  day = koyomi_day_format (last_day);
  /* Translators: %s is a day such as 2027-03-31 */
  return g_strdup_printf (koyomi_tr (self->language, N_("contract until %s")), day);
}

static char *
format_days (TeamList     *self,
             KoyomiRecord *team)
{
  g_autofree char *from = koyomi_record_format (team, KOYOMI_TEAM_ACTIVE_FROM, self->language);
  g_autofree char *to = koyomi_record_format (team, KOYOMI_TEAM_ACTIVE_TO, self->language);

  return *from == '\0' && *to == '\0' ? g_strdup ("") : g_strdup_printf ("%s – %s", from, to);
}

static void
add_cells (TeamList     *self,
           KoyomiRecord *team,
           GPtrArray    *cells)
{
  g_autoptr(GPtrArray) people = list_of_team (self->people, KOYOMI_PERSON_TEAM, team);
  guint n_responsible, n_accountable;

  count_letters (self, team, &n_responsible, &n_accountable);
  g_ptr_array_add (cells, g_strdup (koyomi_record_get_text (team, KOYOMI_TEAM_CODE)));
  g_ptr_array_add (cells, g_strdup (koyomi_record_get_title (team)));
  g_ptr_array_add (cells, koyomi_record_format (team, KOYOMI_TEAM_KIND, self->language));
  g_ptr_array_add (cells, g_strdup_printf (koyomi_ntr (self->language, "%u person", "%u people", people->len), people->len));
  g_ptr_array_add (cells, g_strdup_printf ("R %u  A %u", n_responsible, n_accountable));
  g_ptr_array_add (cells, format_days (self, team));
  g_ptr_array_add (cells, format_contract (self, team));
}

static void
print_text (TeamList *self)
{
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  guint widths[N_COLUMNS] = { 0 };

  for (guint i = 0; i < self->teams->len; i++)
    add_cells (self, g_ptr_array_index (self->teams, i), cells);

  for (guint i = 0; i < cells->len; i++)
    widths[i % N_COLUMNS] = MAX (widths[i % N_COLUMNS], koyomi_text_get_width (g_ptr_array_index (cells, i)));

  for (guint i = 0; i < cells->len; i++)
    {
      gboolean is_last = i % N_COLUMNS == N_COLUMNS - 1;

      koyomi_print_column (g_ptr_array_index (cells, i), is_last ? 0 : widths[i % N_COLUMNS]);
      if (is_last)
        koyomi_print ("\n");
    }
}

static void
add_people (TeamList     *self,
            JsonBuilder  *builder,
            KoyomiRecord *team)
{
  g_autoptr(GPtrArray) people = list_of_team (self->people, KOYOMI_PERSON_TEAM, team);

  json_builder_set_member_name (builder, "people");
  json_builder_begin_array (builder);
  for (guint i = 0; i < people->len; i++)
    json_builder_add_string_value (builder, koyomi_record_get_title (g_ptr_array_index (people, i)));
  json_builder_end_array (builder);
}

static void
print_json (TeamList *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < self->teams->len; i++)
    {
      KoyomiRecord *team = g_ptr_array_index (self->teams, i);
      guint n_responsible, n_accountable;
      guint32 last_day;
      gboolean has_contract = find_contract_end (self, team, &last_day);
      g_autofree char *contract_until = last_day != KOYOMI_DAY_NONE ? koyomi_day_format (last_day) : NULL;

      count_letters (self, team, &n_responsible, &n_accountable);
      json_builder_begin_object (builder);
      koyomi_json_add_record (builder, team);
      add_people (self, builder, team);
      koyomi_json_add_int (builder, "responsible", n_responsible);
      koyomi_json_add_int (builder, "accountable", n_accountable);
      json_builder_set_member_name (builder, "has_contract");
      json_builder_add_boolean_value (builder, has_contract);
      json_builder_set_member_name (builder, "contract_until");
      json_builder_add_string_value (builder, contract_until);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  koyomi_json_print (builder);
}

/**
 * koyomi_list_teams:
 * @catalogue: (nullable): the one whose functions are counted; NULL or "all" for those of all together
 * @day: as of which functions are counted
 * @only_active: leave out the teams that are not active on @day
 *
 * Prints the teams with their kind, people, numbers of R and A, days and contract.
 */
gboolean
koyomi_list_teams (KoyomiSession   *session,
                   const char      *catalogue,
                   guint32          day,
                   gboolean         only_active,
                   KoyomiLanguage   language,
                   gboolean         json,
                   GError         **error)
{
  g_auto(TeamList) self = { .language = language };

  if (!load (&self, session, catalogue, day, error))
    return FALSE;

  for (guint i = self.teams->len; only_active && i > 0; i--)
    if (!koyomi_team_is_active_on (g_ptr_array_index (self.teams, i - 1), day))
      g_ptr_array_remove_index (self.teams, i - 1);

  if (json)
    print_json (&self);
  else
    print_text (&self);

  return TRUE;
}
