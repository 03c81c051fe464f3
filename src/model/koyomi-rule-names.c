#include "koyomi-rule-check-private.h"

/* How the sentences of breaches name what they are about. */

/* More rows than these are counted and not named. */
#define MAX_NAMES 3

/* As the catalogue calls it: “18 SOC”. */
char *
_koyomi_rule_check_name_function (KoyomiJudged *judged)
{
  const char *code = koyomi_record_get_text (judged->function, KOYOMI_FUNCTION_CODE);

  return g_strconcat (code, *code != '\0' ? " " : "", koyomi_record_get_title (judged->function), NULL);
}

/* Takes the names that stand in @names: the first few of them, each in quotation marks, and how many more there are. */
static char *
join_names (KoyomiRuleCheck *self,
            GPtrArray       *names)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < names->len && i < MAX_NAMES; i++)
    {
      /* Translators: what stands between the names of a list */
      g_string_append (text, i > 0 ? koyomi_trc (self->language, "list", ", ") : "");
      g_string_append_printf (text, koyomi_tr (self->language, N_("“%s”")), (char *) g_ptr_array_index (names, i));
    }

  if (names->len > MAX_NAMES)
    {
      guint n_more = names->len - MAX_NAMES;

      /* Translators: comes behind a list of names, of which not all are told */
      g_string_append_printf (text, koyomi_ntr (self->language, " and %u more", " and %u more", n_more), n_more);
    }

  return g_string_free (text, FALSE);
}

char *
_koyomi_rule_check_join_functions (KoyomiRuleCheck *self,
                                   GPtrArray       *judged)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < judged->len; i++)
    g_ptr_array_add (names, _koyomi_rule_check_name_function (g_ptr_array_index (judged, i)));

  return join_names (self, names);
}

char *
_koyomi_rule_check_join_titles (KoyomiRuleCheck *self,
                                GPtrArray       *records)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (names, g_strdup (koyomi_record_get_title (g_ptr_array_index (records, i))));

  return join_names (self, names);
}
