#include "koyomi-function-edit.h"

#include "koyomi-edit.h"
#include "koyomi-row-order.h"
#include "koyomi-text.h"

#include <string.h>

static gint64
find_own_catalogue (KoyomiSession  *session,
                    GError        **error)
{
  g_autoptr(GPtrArray) catalogues = koyomi_session_list (session, KOYOMI_TABLE_CATALOGUE, 0, 0,
                                                         koyomi_session_get_own_language (session), error);

  if (catalogues == NULL)
    return 0;

  for (guint i = 0; i < catalogues->len; i++)
    {
      KoyomiRecord *catalogue = g_ptr_array_index (catalogues, i);

      if (strcmp (koyomi_record_get_text (catalogue, KOYOMI_CATALOGUE_CODE), KOYOMI_OWN_CATALOGUE) == 0)
        return koyomi_record_get_id (catalogue);
    }

  g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND, "the plan has no catalogue of own functions");

  return 0;
}

/* Returns: the key of the new group, or 0 on error */
static gint64
add_group (KoyomiSession  *session,
           KoyomiEdit     *edit,
           const char     *name,
           GError        **error)
{
  g_autoptr(KoyomiRecord) group = koyomi_record_new (KOYOMI_TABLE_GROUP);
  gint64 catalogue = find_own_catalogue (session, error);
  int position;

  if (catalogue == 0 ||
      (position = koyomi_session_find_last_position (session, KOYOMI_TABLE_GROUP, KOYOMI_GROUP_CATALOGUE, catalogue, error)) < 0)
    return 0;

  koyomi_record_set_int (group, KOYOMI_GROUP_CATALOGUE, catalogue);
  koyomi_record_set_text (group, KOYOMI_GROUP_NAME, name);
  koyomi_record_set_int (group, KOYOMI_GROUP_POSITION, position + 1);

  return koyomi_edit_insert (edit, group, error) ? koyomi_record_get_id (group) : 0;
}

static gboolean
insert_function (KoyomiSession  *session,
                 KoyomiEdit     *edit,
                 KoyomiRecord   *function,
                 gint64          group,
                 const char     *name,
                 GError        **error)
{
  int position = koyomi_session_find_last_position (session, KOYOMI_TABLE_FUNCTION, KOYOMI_FUNCTION_GROUP, group, error);

  if (position < 0)
    return FALSE;

  koyomi_record_set_int (function, KOYOMI_FUNCTION_GROUP, group);
  koyomi_record_set_text (function, KOYOMI_FUNCTION_NAME, name);
  koyomi_record_set_int (function, KOYOMI_FUNCTION_POSITION, position + 1);

  return koyomi_edit_insert (edit, function, error);
}

static gboolean
check_name (const char  *name,
            const char  *what,
            GError     **error)
{
  g_autofree char *clean = koyomi_text_clean (name, -1, NULL);

  if (clean != NULL && *clean != '\0')
    return TRUE;

  g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "a new %s needs a name", what);

  return FALSE;
}

/**
 * koyomi_session_add_function:
 * @group: the group that it belongs to; 0 for a new group of the company's own, called @group_name
 * @language: of the label in the change log
 *
 * Adds a function of the company's own, as one edit.
 *
 * Returns: its key, or 0 on error
 */
gint64
koyomi_session_add_function (KoyomiSession   *session,
                             gint64           group,
                             const char      *group_name,
                             const char      *name,
                             KoyomiLanguage   language,
                             GError         **error)
{
  g_autoptr(KoyomiRecord) function = koyomi_record_new (KOYOMI_TABLE_FUNCTION);
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autofree char *label = NULL;

  if (!check_name (name, "function", error) || (group == 0 && !check_name (group_name, "group", error)) ||
      (edit = koyomi_session_begin_edit (session, error)) == NULL ||
      (group == 0 && (group = add_group (session, edit, group_name, error)) == 0) ||
      !insert_function (session, edit, function, group, name, error))
    return 0;

  /* Translators: %s is the name of a function */
  label = g_strdup_printf (koyomi_tr (language, N_("Add the function “%s”")), koyomi_record_get_title (function));

  return koyomi_edit_commit (edit, label, error) ? koyomi_record_get_id (function) : 0;
}
