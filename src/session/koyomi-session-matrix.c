#include "koyomi-session-matrix.h"

#include "koyomi-session-private.h"

#include <string.h>

/* Returns: the key of the catalogue that goes by @code, such as "isogj"; 0 with %KOYOMI_PLAN_ERROR_NOT_FOUND when there is none */
gint64
koyomi_session_find_catalogue (KoyomiSession  *self,
                               const char     *code,
                               GError        **error)
{
  g_autoptr(GPtrArray) catalogues = koyomi_session_list (self, KOYOMI_TABLE_CATALOGUE, 0, 0, koyomi_session_get_own_language (self),
                                                         error);

  if (catalogues == NULL)
    return 0;

  for (guint i = 0; i < catalogues->len; i++)
    if (strcmp (koyomi_record_get_text (g_ptr_array_index (catalogues, i), KOYOMI_CATALOGUE_CODE), code) == 0)
      return koyomi_record_get_id (g_ptr_array_index (catalogues, i));

  g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND, "the plan has no catalogue “%s”", code);

  return 0;
}

/* Only those that hold on the day: a plan that has seen some re-organisations has many that are over. */
static GPtrArray *
list_assignments_on (KoyomiSession   *self,
                     guint32          day,
                     KoyomiLanguage   language,
                     GError         **error)
{
  static const char tail[] =
    "WHERE coalesce (t.from_day, 0) <= :day AND coalesce (t.to_day, :day) >= :day"
    " ORDER BY t.from_day, t.id";

  g_autoptr(GPtrArray) assignments = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(KoyomiStatement) statement = koyomi_record_store_select (_koyomi_session_get_store (self), KOYOMI_TABLE_ASSIGNMENT, language,
                                                                     NULL, tail, error);
  KoyomiStep step;

  if (statement == NULL)
    return NULL;

  koyomi_statement_bind_int (statement, ":day", day);
  while ((step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    g_ptr_array_add (assignments, koyomi_record_store_read (statement, KOYOMI_TABLE_ASSIGNMENT, language));

  return step == KOYOMI_STEP_DONE ? g_steal_pointer (&assignments) : NULL;
}

/**
 * koyomi_session_load_matrix:
 * @catalogue: the key of the catalogue whose functions are the rows
 * @day: as of which assignments hold and teams are active
 *
 * Returns: (transfer full): who does what on that day
 */
KoyomiMatrix *
koyomi_session_load_matrix (KoyomiSession   *self,
                            gint64           catalogue,
                            guint32          day,
                            KoyomiLanguage   language,
                            GError         **error)
{
  return koyomi_session_load_matrix_after (self, catalogue, day, NULL, language, error);
}

/* As koyomi_session_load_matrix(). @before: (nullable): what it is compared with; what that one shows is shown although it is over */
KoyomiMatrix *
koyomi_session_load_matrix_after (KoyomiSession       *self,
                                  gint64               catalogue,
                                  guint32              day,
                                  const KoyomiMatrix  *before,
                                  KoyomiLanguage       language,
                                  GError             **error)
{
  static const KoyomiTableId tables[] = {
    KOYOMI_TABLE_CATALOGUE, KOYOMI_TABLE_GROUP, KOYOMI_TABLE_FUNCTION, KOYOMI_TABLE_CROSSWALK, KOYOMI_TABLE_TEAM,
    KOYOMI_TABLE_PERSON, KOYOMI_TABLE_LETTER,
  };
  KoyomiMatrixSource source = { .catalogue = catalogue, .day = day, .before = before };
  GPtrArray ** const lists[] = {
    &source.catalogues, &source.groups, &source.functions, &source.crosswalk, &source.teams,
    &source.people, &source.letters,
  };
  KoyomiMatrix *matrix = NULL;
  guint n_read = 0;

  g_return_val_if_fail (KOYOMI_IS_SESSION (self), NULL);

  while (n_read < G_N_ELEMENTS (tables) &&
         (*lists[n_read] = koyomi_session_list (self, tables[n_read], 0, 0, language, error)) != NULL)
    n_read++;

  if (n_read == G_N_ELEMENTS (tables) && (source.assignments = list_assignments_on (self, day, language, error)) != NULL)
    matrix = koyomi_matrix_new (&source);

  g_clear_pointer (&source.assignments, g_ptr_array_unref);

  for (guint i = 0; i < n_read; i++)
    g_ptr_array_unref (*lists[i]);

  return matrix;
}
