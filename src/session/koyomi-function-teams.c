#include "koyomi-function-teams-private.h"

#include "koyomi-assignment.h"
#include "koyomi-letters.h"

struct _KoyomiFunctionTeams
{
  GPtrArray  *teams;         /* (element-type KoyomiRecord) */
  GHashTable *assignments;   /* function id -> (element-type KoyomiRecord) */
};

void
_koyomi_function_teams_free (KoyomiFunctionTeams *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->teams, g_ptr_array_unref);
  g_clear_pointer (&self->assignments, g_hash_table_unref);
  g_free (self);
}

static GHashTable *
gather_by_function (GPtrArray *assignments)
{
  GHashTable *lists = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < assignments->len; i++)
    {
      KoyomiRecord *assignment = g_ptr_array_index (assignments, i);
      gint64 id = koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_FUNCTION);
      GPtrArray *list = g_hash_table_lookup (lists, &id);

      if (list == NULL)
        {
          list = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (lists, g_memdup2 (&id, sizeof id), list);
        }
      g_ptr_array_add (list, g_object_ref (assignment));
    }

  return lists;
}

KoyomiFunctionTeams *
_koyomi_function_teams_load (KoyomiSession   *session,
                             KoyomiLanguage   language,
                             GError         **error)
{
  g_autoptr(KoyomiFunctionTeams) self = g_new0 (KoyomiFunctionTeams, 1);
  g_autoptr(GPtrArray) assignments = NULL;

  if ((self->teams = koyomi_session_list (session, KOYOMI_TABLE_TEAM, 0, 0, language, error)) == NULL ||
      (assignments = koyomi_session_list (session, KOYOMI_TABLE_ASSIGNMENT, 0, 0, language, error)) == NULL)
    return NULL;

  self->assignments = gather_by_function (assignments);

  return g_steal_pointer (&self);
}

/* Returns: (transfer none) (element-type KoyomiRecord): every team of the plan, in their order */
GPtrArray *
_koyomi_function_teams_get_all (KoyomiFunctionTeams *self)
{
  return self->teams;
}

static KoyomiRecord *
find_team (KoyomiFunctionTeams *self,
           gint64               id)
{
  for (guint i = 0; i < self->teams->len; i++)
    if (koyomi_record_get_id (g_ptr_array_index (self->teams, i)) == id)
      return g_ptr_array_index (self->teams, i);

  return NULL;
}

/* Adds the teams that have @letter. A team of which two people are assigned is added once. */
static void
add_teams (KoyomiFunctionTeams *self,
           GPtrArray           *assignments,
           KoyomiLetters        letter,
           guint32              day,
           GPtrArray           *teams)
{
  for (guint i = 0; i < assignments->len; i++)
    {
      KoyomiRecord *assignment = g_ptr_array_index (assignments, i);
      KoyomiRecord *team = find_team (self, koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_TEAM));

      if (team != NULL && koyomi_assignment_holds_on (assignment, day) && !g_ptr_array_find (teams, team, NULL) &&
          (koyomi_letters_read_common (koyomi_record_get_text (assignment, KOYOMI_ASSIGNMENT_LETTERS)) & letter) != 0)
        g_ptr_array_add (teams, g_object_ref (team));
    }
}

/* Returns: (transfer full) (element-type KoyomiRecord): who does the function on @day: those responsible (R), or while there is
 *   none the one accountable (A) */
GPtrArray *
_koyomi_function_teams_list (KoyomiFunctionTeams *self,
                             gint64               function,
                             guint32              day)
{
  GPtrArray *assignments = g_hash_table_lookup (self->assignments, &function);
  GPtrArray *teams = g_ptr_array_new_with_free_func (g_object_unref);

  if (assignments != NULL)
    add_teams (self, assignments, KOYOMI_LETTERS_R, day, teams);
  if (assignments != NULL && teams->len == 0)
    add_teams (self, assignments, KOYOMI_LETTERS_A, day, teams);

  return teams;
}

/* Returns: (transfer full): the names as one text; "" when there is none */
char *
_koyomi_function_teams_join_names (GPtrArray      *teams,
                                   KoyomiLanguage  language)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < teams->len; i++)
    g_ptr_array_add (names, (gpointer) koyomi_record_get_title (g_ptr_array_index (teams, i)));
  g_ptr_array_add (names, NULL);

  return g_strjoinv (language == KOYOMI_LANGUAGE_JA ? "、" : ", ", (char **) names->pdata);
}

/* Returns: (transfer full) (element-type KoyomiRecord): whoever has @letter for the function on @day, each once */
GPtrArray *
_koyomi_function_teams_list_letter (KoyomiFunctionTeams *self,
                                    gint64               function,
                                    KoyomiLetters        letter,
                                    guint32              day)
{
  GPtrArray *assignments = g_hash_table_lookup (self->assignments, &function);
  GPtrArray *teams = g_ptr_array_new_with_free_func (g_object_unref);

  if (assignments != NULL)
    add_teams (self, assignments, letter, day, teams);

  return teams;
}
