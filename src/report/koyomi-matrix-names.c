#include "koyomi-matrix-names-private.h"

#include "koyomi-import-key-private.h"
#include "koyomi-matrix-report-private.h"

#include <string.h>

static gboolean
is_same (const char *text,
         const char *key)
{
  g_autofree char *other = _koyomi_import_make_key (text);

  return *key != '\0' && strcmp (other, key) == 0;
}

static gboolean
load (KoyomiMatrixNames  *self,
      KoyomiSession      *session,
      KoyomiLanguage      language,
      GError            **error)
{
  if ((self->functions[language] = koyomi_session_list (session, KOYOMI_TABLE_FUNCTION, 0, 0, language, error)) == NULL ||
      (self->teams[language] = koyomi_session_list (session, KOYOMI_TABLE_TEAM, 0, 0, language, error)) == NULL ||
      (self->people[language] = koyomi_session_list (session, KOYOMI_TABLE_PERSON, 0, 0, language, error)) == NULL)
    return FALSE;

  self->team_labels[language] = _koyomi_matrix_label_teams (self->teams[language]);

  return TRUE;
}

KoyomiMatrixNames *
_koyomi_matrix_names_load (KoyomiSession  *session,
                           GError        **error)
{
  g_autoptr(KoyomiMatrixNames) self = g_new0 (KoyomiMatrixNames, 1);
  KoyomiLanguage own = koyomi_session_get_own_language (session);

  if ((self->catalogues = koyomi_session_list (session, KOYOMI_TABLE_CATALOGUE, 0, 0, own, error)) == NULL ||
      (self->groups = koyomi_session_index (session, KOYOMI_TABLE_GROUP, own, error)) == NULL)
    return NULL;

  for (guint language = 0; language < KOYOMI_N_LANGUAGES; language++)
    if (!load (self, session, language, error))
      return NULL;

  return g_steal_pointer (&self);
}

void
_koyomi_matrix_names_free (KoyomiMatrixNames *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->catalogues, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_hash_table_unref);
  for (guint i = 0; i < KOYOMI_N_LANGUAGES; i++)
    {
      g_clear_pointer (&self->functions[i], g_ptr_array_unref);
      g_clear_pointer (&self->teams[i], g_ptr_array_unref);
      g_clear_pointer (&self->team_labels[i], g_ptr_array_unref);
      g_clear_pointer (&self->people[i], g_ptr_array_unref);
    }
  g_free (self);
}

/* Returns: the key of the catalogue with that code; 0 when there is none */
gint64
_koyomi_matrix_names_find_catalogue (const KoyomiMatrixNames *self,
                                     const char              *code)
{
  g_autofree char *key = _koyomi_import_make_key (code);

  for (guint i = 0; i < self->catalogues->len; i++)
    if (is_same (koyomi_record_get_text (g_ptr_array_index (self->catalogues, i), KOYOMI_CATALOGUE_CODE), key))
      return koyomi_record_get_id (g_ptr_array_index (self->catalogues, i));

  return 0;
}

gint64
_koyomi_matrix_names_get_catalogue (const KoyomiMatrixNames *self,
                                    KoyomiRecord            *function)
{
  gint64 id = koyomi_record_get_int (function, KOYOMI_FUNCTION_GROUP);
  KoyomiRecord *group = g_hash_table_lookup (self->groups, &id);

  return group != NULL ? koyomi_record_get_int (group, KOYOMI_GROUP_CATALOGUE) : 0;
}

static gboolean
is_team (const KoyomiMatrixNames *self,
         guint                    index,
         const char              *key)
{
  for (guint language = 0; language < KOYOMI_N_LANGUAGES; language++)
    if (is_same (g_ptr_array_index (self->team_labels[language], index), key))
      return TRUE;

  return FALSE;
}

/* Returns: (transfer none) (nullable): by its code, else by what headings call it, else by its name when only one is called so */
KoyomiRecord *
_koyomi_matrix_names_find_team (const KoyomiMatrixNames *self,
                                const char              *code,
                                const char              *name)
{
  g_autofree char *code_key = _koyomi_import_make_key (code);
  g_autofree char *name_key = _koyomi_import_make_key (name);
  GPtrArray *teams = self->teams[0];

  for (guint i = 0; i < teams->len; i++)
    if (is_same (koyomi_record_get_text (g_ptr_array_index (teams, i), KOYOMI_TEAM_CODE), code_key))
      return g_ptr_array_index (teams, i);

  for (guint i = 0; i < teams->len; i++)
    if (is_team (self, i, name_key))
      return g_ptr_array_index (teams, i);

  return NULL;
}

/* Returns: what a function or a team is called in that language */
const char *
_koyomi_matrix_names_get_title (const KoyomiMatrixNames *self,
                                KoyomiRecord            *record,
                                KoyomiLanguage           language)
{
  GPtrArray *records = koyomi_record_get_table_id (record) == KOYOMI_TABLE_TEAM ? self->teams[language] : self->functions[language];

  for (guint i = 0; i < records->len; i++)
    if (koyomi_record_get_id (g_ptr_array_index (records, i)) == koyomi_record_get_id (record))
      return koyomi_record_get_title (g_ptr_array_index (records, i));

  return koyomi_record_get_title (record);
}

/* Whether the function has the name in one of the languages. */
gboolean
_koyomi_matrix_names_is_called (const KoyomiMatrixNames *self,
                                KoyomiRecord            *function,
                                const char              *name)
{
  g_autofree char *key = _koyomi_import_make_key (name);

  for (guint language = 0; language < KOYOMI_N_LANGUAGES; language++)
    for (guint i = 0; i < self->functions[language]->len; i++)
      {
        KoyomiRecord *other = g_ptr_array_index (self->functions[language], i);

        if (koyomi_record_get_id (other) == koyomi_record_get_id (function) && is_same (koyomi_record_get_title (other), key))
          return TRUE;
      }

  return FALSE;
}

/**
 * _koyomi_matrix_names_find_function:
 * @catalogue: 0 for any
 * @code: "" when only the name is given
 * @name: "" when only the code is given
 * @n_found: (out): how many there are
 *
 * Returns: (transfer none) (nullable): the first that has both, so far as they are given
 */
KoyomiRecord *
_koyomi_matrix_names_find_function (const KoyomiMatrixNames *self,
                                    gint64                   catalogue,
                                    const char              *code,
                                    const char              *name,
                                    guint                   *n_found)
{
  g_autofree char *key = _koyomi_import_make_key (code);
  KoyomiRecord *found = NULL;

  *n_found = 0;
  for (guint i = 0; i < self->functions[0]->len; i++)
    {
      KoyomiRecord *function = g_ptr_array_index (self->functions[0], i);

      if ((catalogue != 0 && _koyomi_matrix_names_get_catalogue (self, function) != catalogue) ||
          (*key != '\0' && !is_same (koyomi_record_get_text (function, KOYOMI_FUNCTION_CODE), key)) ||
          (*name != '\0' && !_koyomi_matrix_names_is_called (self, function, name)))
        continue;

      if ((*n_found)++ == 0)
        found = function;
    }

  return found;
}

/**
 * _koyomi_matrix_names_find_person:
 * @team: whose members come first; 0 for anybody
 * @present: who is named now, and stays when called so
 *
 * Returns: (transfer none) (nullable)
 */
KoyomiRecord *
_koyomi_matrix_names_find_person (const KoyomiMatrixNames *self,
                                  const char              *name,
                                  gint64                   team,
                                  gint64                   present)
{
  g_autofree char *key = _koyomi_import_make_key (name);
  KoyomiRecord *found = NULL;

  for (guint language = 0; language < KOYOMI_N_LANGUAGES; language++)
    for (guint i = 0; i < self->people[language]->len; i++)
      {
        KoyomiRecord *person = g_ptr_array_index (self->people[language], i);

        if (!is_same (koyomi_record_get_title (person), key))
          continue;

        if (koyomi_record_get_id (person) == present)
          return person;

        if (found == NULL || (koyomi_record_get_int (person, KOYOMI_PERSON_TEAM) == team &&
                              koyomi_record_get_int (found, KOYOMI_PERSON_TEAM) != team))
          found = person;
      }

  return found;
}

/* Returns: (transfer none) (nullable) */
KoyomiRecord *
_koyomi_matrix_names_get_person (const KoyomiMatrixNames *self,
                                 gint64                   person,
                                 KoyomiLanguage           language)
{
  for (guint i = 0; i < self->people[language]->len; i++)
    if (koyomi_record_get_id (g_ptr_array_index (self->people[language], i)) == person)
      return g_ptr_array_index (self->people[language], i);

  return NULL;
}
