#include "koyomi-duty-teams-private.h"

#include "koyomi-session-matrix.h"

struct _KoyomiDutyTeams
{
  KoyomiSession *session;
  guint32        day;
  GPtrArray     *catalogues;   /* (element-type KoyomiRecord) */
  GPtrArray     *matrices;     /* (element-type KoyomiMatrix): of the first of them, as far as they were needed */
};

KoyomiDutyTeams *
_koyomi_duty_teams_new (KoyomiSession  *session,
                        guint32         day,
                        GError        **error)
{
  g_autoptr(KoyomiDutyTeams) self = g_new0 (KoyomiDutyTeams, 1);

  self->session = g_object_ref (session);
  self->day = day;
  self->matrices = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_matrix_unref);
  self->catalogues = koyomi_session_list (session, KOYOMI_TABLE_CATALOGUE, 0, 0, koyomi_session_get_own_language (session), error);

  return self->catalogues != NULL ? g_steal_pointer (&self) : NULL;
}

void
_koyomi_duty_teams_free (KoyomiDutyTeams *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->catalogues, g_ptr_array_unref);
  g_clear_pointer (&self->matrices, g_ptr_array_unref);
  g_clear_object (&self->session);
  g_free (self);
}

static KoyomiMatrix *
load_matrix (KoyomiDutyTeams  *self,
             guint             i,
             GError          **error)
{
  if (i == self->matrices->len)
    {
      gint64 catalogue = koyomi_record_get_id (g_ptr_array_index (self->catalogues, i));
      KoyomiMatrix *matrix = koyomi_session_load_matrix (self->session, catalogue, self->day,
                                                         koyomi_session_get_own_language (self->session), error);

      if (matrix == NULL)
        return NULL;

      g_ptr_array_add (self->matrices, matrix);
    }

  return g_ptr_array_index (self->matrices, i);
}

/* Returns: (nullable): the first who is named */
static KoyomiRecord *
find_person (const KoyomiMatrix *matrix,
             GPtrArray          *assignments)
{
  for (guint i = 0; i < assignments->len; i++)
    {
      gint64 person = koyomi_record_get_int (g_ptr_array_index (assignments, i), KOYOMI_ASSIGNMENT_PERSON);

      if (person != 0)
        return koyomi_matrix_find_person (matrix, person);
    }

  return NULL;
}

/* Returns: whether an active team has @letter in the row, the leftmost of them; of the row's own cells or of those of its
 *   counterparts in other catalogues */
static gboolean
find_letter (const KoyomiMatrix *matrix,
             int                 row,
             KoyomiLetters       letter,
             gboolean            is_mapped,
             KoyomiDutyTeam     *team)
{
  for (guint i = 0; i < koyomi_matrix_get_n_columns (matrix); i++)
    {
      const KoyomiMatrixColumn *column = koyomi_matrix_get_column (matrix, i);
      const KoyomiMatrixCell *cell = koyomi_matrix_get_cell (matrix, row, i);

      if (cell == NULL || !column->is_active || ((is_mapped ? cell->mapped : cell->letters) & letter) == 0)
        continue;

      team->team = koyomi_record_get_id (column->team);
      team->person = find_person (matrix, is_mapped ? cell->mapped_assignments : cell->assignments);

      return TRUE;
    }

  return FALSE;
}

/**
 * _koyomi_duty_teams_find:
 *
 * One team does it: the leftmost active one that has R. Where several have R the others see the check-list as well, but a task that
 * is everybody's is nobody's, and a list with each task several times is not worked through. While nobody has R, the one accountable
 * (A) must see to it. A function to which nothing is assigned goes by its counterparts, as its row in the matrix does.
 *
 * Returns: FALSE on error
 */
gboolean
_koyomi_duty_teams_find (KoyomiDutyTeams  *self,
                         gint64            function,
                         KoyomiDutyTeam   *team,
                         GError          **error)
{
  *team = (KoyomiDutyTeam) { 0 };

  for (guint i = 0; i < self->catalogues->len; i++)
    {
      KoyomiMatrix *matrix = load_matrix (self, i, error);
      gboolean is_mapped;
      int row;

      if (matrix == NULL)
        return FALSE;

      if ((row = koyomi_matrix_find_row (matrix, function)) < 0)
        continue;

      is_mapped = koyomi_matrix_get_row (matrix, row)->is_mapped;
      if (!find_letter (matrix, row, KOYOMI_LETTERS_R, is_mapped, team))
        find_letter (matrix, row, KOYOMI_LETTERS_A, is_mapped, team);
      break;
    }

  return TRUE;
}
