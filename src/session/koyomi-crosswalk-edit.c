#include "koyomi-crosswalk-edit.h"

#include "koyomi-crosswalk.h"
#include "koyomi-edit.h"
#include "koyomi-reference.h"
#include "koyomi-session-matrix.h"

/* Returns: (element-type utf8 KoyomiRecord): the functions of a catalogue by their codes */
static GHashTable *
index_by_code (const KoyomiCrosswalk *crosswalk,
               gint64                 catalogue)
{
  GPtrArray *functions = koyomi_crosswalk_get_functions (crosswalk);
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < functions->len; i++)
    {
      KoyomiRecord *function = g_ptr_array_index (functions, i);

      if (koyomi_crosswalk_get_catalogue (crosswalk, function) == catalogue)
        g_hash_table_insert (index, (gpointer) koyomi_record_get_text (function, KOYOMI_FUNCTION_CODE), function);
    }

  return index;
}

static KoyomiCrosswalk *
load_crosswalk (KoyomiSession  *session,
                GError        **error)
{
  KoyomiLanguage own = koyomi_session_get_own_language (session);
  g_autoptr(GPtrArray) groups = koyomi_session_list (session, KOYOMI_TABLE_GROUP, 0, 0, own, error);
  g_autoptr(GPtrArray) functions = NULL;
  g_autoptr(GPtrArray) pairs = NULL;

  if (groups == NULL || (functions = koyomi_session_list (session, KOYOMI_TABLE_FUNCTION, 0, 0, own, error)) == NULL ||
      (pairs = koyomi_session_list (session, KOYOMI_TABLE_CROSSWALK, 0, 0, own, error)) == NULL)
    return NULL;

  return koyomi_crosswalk_new (groups, functions, pairs);
}

static gboolean
add_pair (KoyomiEdit    *edit,
          KoyomiRecord  *from,
          KoyomiRecord  *to,
          const char    *basis,
          GError       **error)
{
  g_autoptr(KoyomiRecord) pair = koyomi_record_new (KOYOMI_TABLE_CROSSWALK);

  koyomi_record_set_int (pair, KOYOMI_CROSSWALK_FROM_FUNCTION, koyomi_record_get_id (from));
  koyomi_record_set_int (pair, KOYOMI_CROSSWALK_TO_FUNCTION, koyomi_record_get_id (to));
  koyomi_record_set_text (pair, KOYOMI_CROSSWALK_BASIS, basis);

  return koyomi_edit_insert (edit, pair, error);
}

/* Returns: the number of pairs added, or -1 on error */
static int
add_missing (const KoyomiCrosswalk  *crosswalk,
             KoyomiEdit             *edit,
             gint64                  cric,
             gint64                  isogj,
             GError                **error)
{
  const KoyomiReference *table = koyomi_reference_get ("reference/map_function_role");
  g_autoptr(GHashTable) functions = index_by_code (crosswalk, cric);
  g_autoptr(GHashTable) roles = index_by_code (crosswalk, isogj);
  int n_added = 0;

  for (guint i = 0; i < koyomi_reference_get_n_rows (table); i++)
    {
      KoyomiRecord *function = g_hash_table_lookup (functions, koyomi_reference_get_text (table, i, "function_no"));
      KoyomiRecord *role = g_hash_table_lookup (roles, koyomi_reference_get_text (table, i, "role_code"));

      if (function == NULL || role == NULL)
        continue;

      if (!add_pair (edit, function, role, koyomi_reference_get_text (table, i, "basis"), error))
        return -1;

      n_added++;
    }

  return n_added;
}

static gint64
find_catalogue (const KoyomiMatrix *matrix,
                const char         *code)
{
  GPtrArray *catalogues = koyomi_matrix_get_catalogues (matrix);

  for (guint i = 0; i < catalogues->len; i++)
    if (g_str_equal (koyomi_record_get_text (g_ptr_array_index (catalogues, i), KOYOMI_CATALOGUE_CODE), code))
      return koyomi_record_get_id (g_ptr_array_index (catalogues, i));

  return 0;
}

/* Whether the matrix shows CRIC's functions or ISOG-J's roles, and the way between them could be completed, which is said of no other. */
gboolean
koyomi_matrix_lacks_crosswalk (const KoyomiMatrix *matrix)
{
  gint64 cric = find_catalogue (matrix, "cric");
  gint64 isogj = find_catalogue (matrix, "isogj");
  gint64 shown = koyomi_record_get_id (koyomi_matrix_get_catalogue (matrix));

  return cric != 0 && isogj != 0 && (shown == cric || shown == isogj) &&
         !koyomi_crosswalk_leads (koyomi_matrix_get_crosswalk (matrix), cric, isogj);
}

/**
 * koyomi_session_complete_crosswalk:
 *
 * Gives a plan that was made before there was a way from CRIC's functions to ISOG-J's roles the one of the reference, as one edit. A plan
 * that has any such pair, or lacks one of the catalogues, is left alone: its way is its own.
 *
 * Returns: how many pairs were added, or -1 on error
 */
int
koyomi_session_complete_crosswalk (KoyomiSession   *session,
                                   KoyomiLanguage   language,
                                   GError         **error)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, error);
  g_autoptr(KoyomiCrosswalk) crosswalk = NULL;
  gint64 cric = koyomi_session_find_catalogue (session, "cric", NULL);
  gint64 isogj = koyomi_session_find_catalogue (session, "isogj", NULL);
  int n_added;

  if (edit == NULL || (crosswalk = load_crosswalk (session, error)) == NULL)
    return -1;

  if (cric == 0 || isogj == 0 || koyomi_crosswalk_leads (crosswalk, cric, isogj))
    return 0;

  if ((n_added = add_missing (crosswalk, edit, cric, isogj, error)) < 0 ||
      !koyomi_edit_commit (edit, koyomi_tr (language, N_("Add the cross-walk from CRIC functions to ISOG-J roles")), error))
    return -1;

  return n_added;
}
