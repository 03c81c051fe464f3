#include "koyomi-matrix-facts.h"

#include "koyomi-breaches.h"
#include "koyomi-session-matrix.h"

void
koyomi_matrix_facts_free (KoyomiMatrixFacts *self)
{
  g_clear_pointer (&self->difference, koyomi_matrix_difference_free);
  g_clear_pointer (&self->row_breaches, g_ptr_array_unref);
  g_clear_pointer (&self->breaches, g_ptr_array_unref);
  g_clear_pointer (&self->scores, g_array_unref);
  g_clear_pointer (&self->maturity, koyomi_maturity_table_free);
  g_clear_pointer (&self->matrix, koyomi_matrix_unref);
  g_free (self);
}

static void
add_scores (KoyomiMatrixFacts *self)
{
  guint n_rows = koyomi_matrix_get_n_rows (self->matrix);

  self->scores = g_array_new (FALSE, TRUE, sizeof (KoyomiMaturityScore));
  g_array_set_size (self->scores, n_rows);

  for (guint i = 0; i < self->maturity->rows->len; i++)
    {
      const KoyomiMaturityRow *maturity = g_ptr_array_index (self->maturity->rows, i);
      int row = koyomi_matrix_find_row (self->matrix, koyomi_record_get_id (maturity->function));

      if (row < 0)
        continue;

      g_array_index (self->scores, KoyomiMaturityScore, row) = maturity->score;
      self->n_gaps += maturity->score.gap >= KOYOMI_MATRIX_WIDE_GAP;
    }
}

/* Of several breaches of a row the worst is shown. */
static void
mark_row (KoyomiMatrixFacts *self,
          KoyomiBreach      *breach,
          gint64             function)
{
  int row = koyomi_matrix_find_row (self->matrix, function);
  KoyomiBreach *before;

  if (row < 0)
    return;

  before = g_ptr_array_index (self->row_breaches, row);
  if (before == NULL || koyomi_rule_get_severity (breach->rule) < koyomi_rule_get_severity (before->rule))
    g_ptr_array_index (self->row_breaches, row) = breach;
}

/* A breach that is about a team or a person as a whole is no fault of the functions that it names. */
static gboolean
is_about_functions (KoyomiBreach *breach)
{
  return breach->rule != KOYOMI_RULE_TOO_MANY_A;
}

static void
add_breaches (KoyomiMatrixFacts *self,
              GPtrArray         *all)
{
  self->breaches = g_ptr_array_new_with_free_func (g_object_unref);
  self->row_breaches = g_ptr_array_new ();
  g_ptr_array_set_size (self->row_breaches, koyomi_matrix_get_n_rows (self->matrix));

  for (guint i = 0; i < all->len; i++)
    {
      KoyomiBreach *breach = g_ptr_array_index (all, i);

      if (breach->is_waived)
        continue;

      g_ptr_array_add (self->breaches, g_object_ref (breach));
      for (guint j = 0; is_about_functions (breach) && j < breach->function_ids->len; j++)
        mark_row (self, breach, g_array_index (breach->function_ids, gint64, j));
    }
}

/* Whether it is mostly seen what other catalogues say. */
gboolean
koyomi_matrix_facts_is_mapped (const KoyomiMatrixFacts *self)
{
  int n = 0;

  for (guint i = 0; i < koyomi_matrix_get_n_rows (self->matrix); i++)
    {
      const KoyomiMatrixRow *row = koyomi_matrix_get_row (self->matrix, i);

      n += row->is_mapped ? 1 : koyomi_matrix_is_assigned (self->matrix, koyomi_record_get_id (row->function)) ? -1 : 0;
    }

  return n > 0;
}

/* Returns: FALSE with an error when something could not be read */
static gboolean
load_matrix (KoyomiMatrixFacts         *self,
             KoyomiSession             *session,
             gint64                     catalogue,
             guint32                    day,
             const KoyomiMatrixMoment  *moment,
             KoyomiLanguage             language,
             GError                   **error)
{
  g_autoptr(KoyomiMatrix) before = NULL;

  if (moment != NULL && (before = koyomi_session_load_matrix (moment->then != NULL ? moment->then : session, catalogue, moment->day,
                                                              language, error)) == NULL)
    return FALSE;

  if ((self->matrix = koyomi_session_load_matrix_after (session, catalogue, day, before, language, error)) == NULL)
    return FALSE;

  if (before != NULL)
    self->difference = koyomi_matrix_difference_new (before, self->matrix);

  return TRUE;
}

/**
 * koyomi_matrix_facts_load:
 * @catalogue: its key. One that is only there to be compared with others breaks no rules
 * @moment: (nullable): what the matrix is compared with
 */
KoyomiMatrixFacts *
koyomi_matrix_facts_load (KoyomiSession             *session,
                          gint64                     catalogue,
                          guint32                    day,
                          const KoyomiMatrixMoment  *moment,
                          KoyomiLanguage             language,
                          GError                   **error)
{
  g_autoptr(KoyomiMatrixFacts) self = g_new0 (KoyomiMatrixFacts, 1);
  g_autoptr(GPtrArray) breaches = NULL;
  const char *code;

  if (!load_matrix (self, session, catalogue, day, moment, language, error) ||
      (self->maturity = koyomi_session_load_maturity (session, catalogue, day, language, error)) == NULL)
    return NULL;

  code = koyomi_record_get_text (koyomi_matrix_get_catalogue (self->matrix), KOYOMI_CATALOGUE_CODE);
  if ((breaches = koyomi_session_load_breaches (session, code, day, language, error)) == NULL)
    return NULL;

  if (koyomi_matrix_facts_is_mapped (self))
    g_ptr_array_set_size (breaches, 0);
  add_scores (self);
  add_breaches (self, breaches);

  return g_steal_pointer (&self);
}

const KoyomiMaturityScore *
koyomi_matrix_facts_get_score (const KoyomiMatrixFacts *self,
                               guint                    row)
{
  return &g_array_index (self->scores, KoyomiMaturityScore, row);
}

/* Returns: (transfer none) (nullable) */
KoyomiBreach *
koyomi_matrix_facts_get_breach (const KoyomiMatrixFacts *self,
                                guint                    row)
{
  return g_ptr_array_index (self->row_breaches, row);
}

/* @index: the column of a team, or the row of a function. Returns: whether it has come or gone; %KOYOMI_N_MATRIX_CHANGES for neither, or
 *   where nothing is compared */
KoyomiMatrixChangeKind
koyomi_matrix_facts_get_change (const KoyomiMatrixFacts *self,
                                gboolean                 is_team,
                                guint                    index)
{
  if (self->difference == NULL)
    return KOYOMI_N_MATRIX_CHANGES;

  return is_team ? koyomi_matrix_difference_get_column (self->difference, index)
                 : koyomi_matrix_difference_get_row (self->difference, index);
}
