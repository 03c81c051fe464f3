#include "koyomi-catalogue-functions-private.h"

void
_koyomi_catalogue_functions_clear (KoyomiCatalogueFunctions *self)
{
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->functions, g_ptr_array_unref);
}

static gboolean
add_functions (KoyomiCatalogueFunctions  *self,
               KoyomiSession             *session,
               KoyomiRecord              *group,
               KoyomiLanguage             language,
               GError                   **error)
{
  g_autoptr(GPtrArray) functions = koyomi_session_list (session, KOYOMI_TABLE_FUNCTION, KOYOMI_FUNCTION_GROUP,
                                                        koyomi_record_get_id (group), language, error);

  if (functions == NULL)
    return FALSE;

  for (guint i = 0; i < functions->len; i++)
    if (!koyomi_record_get_int (g_ptr_array_index (functions, i), KOYOMI_FUNCTION_RETIRED))
      g_ptr_array_add (self->functions, g_object_ref (g_ptr_array_index (functions, i)));

  return TRUE;
}

/* @self: cleared in any case by whoever called */
gboolean
_koyomi_catalogue_functions_load (KoyomiCatalogueFunctions  *self,
                                  KoyomiSession             *session,
                                  gint64                     catalogue,
                                  KoyomiLanguage             language,
                                  GError                   **error)
{
  self->functions = g_ptr_array_new_with_free_func (g_object_unref);
  self->groups = koyomi_session_list (session, KOYOMI_TABLE_GROUP, KOYOMI_GROUP_CATALOGUE, catalogue, language, error);
  if (self->groups == NULL)
    return FALSE;

  for (guint i = 0; i < self->groups->len; i++)
    if (!add_functions (self, session, g_ptr_array_index (self->groups, i), language, error))
      return FALSE;

  return TRUE;
}

/* Its code and its name, such as “A-1 全体方針管理”. */
char *
_koyomi_function_name (KoyomiRecord *function)
{
  const char *code = koyomi_record_get_text (function, KOYOMI_FUNCTION_CODE);
  const char *name = koyomi_record_get_title (function);

  return *code != '\0' ? g_strdup_printf ("%s %s", code, name) : g_strdup (name);
}
