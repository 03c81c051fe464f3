#include "koyomi-breaches.h"

#include "koyomi-plan-edit-private.h"
#include "koyomi-rule-facts-private.h"
#include "koyomi-rule-store.h"
#include "koyomi-session-private.h"

static gboolean
load_list (KoyomiSession   *session,
           KoyomiTableId    table,
           KoyomiLanguage   language,
           GPtrArray      **list,
           GError         **error)
{
  GPtrArray *records = koyomi_session_list (session, table, 0, 0, language, error);

  if (records == NULL)
    return FALSE;

  g_ptr_array_unref (*list);
  *list = records;

  return TRUE;
}

/* What is planned in the fiscal year of @day. */
static gboolean
load_runs (KoyomiSession    *session,
           KoyomiRuleFacts  *facts,
           guint32           day,
           GError          **error)
{
  KoyomiFiscalYear year = koyomi_session_get_fiscal_year (session, day);
  GPtrArray *runs;

  runs = koyomi_rule_store_list_runs (_koyomi_session_get_store (session), koyomi_fiscal_year_get_first_day (year),
                                      koyomi_fiscal_year_get_last_day (year), error);
  if (runs == NULL)
    return FALSE;

  g_ptr_array_unref (facts->runs);
  facts->runs = runs;

  return TRUE;
}

static gboolean
load_facts (KoyomiSession    *session,
            KoyomiRuleFacts  *facts,
            guint32           day,
            KoyomiLanguage    language,
            GError          **error)
{
  const struct
  {
    KoyomiTableId   table;
    GPtrArray     **list;
  } lists[] = {
    { KOYOMI_TABLE_CATALOGUE, &facts->catalogues },
    { KOYOMI_TABLE_GROUP, &facts->groups },
    { KOYOMI_TABLE_FUNCTION, &facts->functions },
    { KOYOMI_TABLE_TEAM, &facts->teams },
    { KOYOMI_TABLE_PERSON, &facts->people },
    { KOYOMI_TABLE_ASSIGNMENT, &facts->assignments },
    { KOYOMI_TABLE_CONTRACT, &facts->contracts },
    { KOYOMI_TABLE_WAIVER, &facts->waivers },
    { KOYOMI_TABLE_ACTIVITY, &facts->activities },
    { KOYOMI_TABLE_AUDIT, &facts->audits },
    { KOYOMI_TABLE_AUDIT_ITEM, &facts->audit_items },
    { KOYOMI_TABLE_FUNCTION_CONTROL, &facts->function_controls },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (!load_list (session, lists[i].table, language, lists[i].list, error))
      return FALSE;

  return load_runs (session, facts, day, error);
}

/* Returns: what the rules look at, with the runs of the fiscal year that @day is in */
KoyomiRuleFacts *
_koyomi_session_load_rule_facts (KoyomiSession   *session,
                                 guint32          day,
                                 KoyomiLanguage   language,
                                 GError         **error)
{
  g_autoptr(KoyomiRuleFacts) facts = koyomi_rule_facts_new ();

  facts->a_limit = koyomi_session_get_a_limit (session);

  return load_facts (session, facts, day, language, error) ? g_steal_pointer (&facts) : NULL;
}

/**
 * koyomi_session_load_breaches:
 * @catalogue: (nullable): the code of the catalogue whose functions are judged; NULL for those that the plan uses
 * @day: on which the matrix is looked at; of the plan the fiscal year that it is in
 *
 * Returns: (transfer full) (element-type KoyomiBreach): see koyomi_rules_check(); %KOYOMI_PLAN_ERROR_NOT_FOUND when there is no such
 *   catalogue
 */
GPtrArray *
koyomi_session_load_breaches (KoyomiSession   *session,
                              const char      *catalogue,
                              guint32          day,
                              KoyomiLanguage   language,
                              GError         **error)
{
  g_autoptr(KoyomiRuleFacts) facts = NULL;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), NULL);

  if ((facts = _koyomi_session_load_rule_facts (session, day, language, error)) == NULL)
    return NULL;

  facts->catalogue = g_strdup (catalogue);

  for (guint i = 0; i < facts->catalogues->len; i++)
    if (catalogue == NULL ||
        g_strcmp0 (koyomi_record_get_text (g_ptr_array_index (facts->catalogues, i), KOYOMI_CATALOGUE_CODE), catalogue) == 0)
      return koyomi_rules_check (facts, day, language);

  g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND, "the plan has no catalogue “%s”", catalogue);

  return NULL;
}

static void
add_sentence (GHashTable   *sentences,
              KoyomiBreach *breach)
{
  for (guint i = 0; i < breach->audit_ids->len; i++)
    {
      gint64 audit = g_array_index (breach->audit_ids, gint64, i);
      const char *before = g_hash_table_lookup (sentences, &audit);

      /* Several controls may lead to one function. */
      if (before == NULL || strstr (before, breach->sentence) == NULL)
        g_hash_table_insert (sentences, g_memdup2 (&audit, sizeof audit),
                             before != NULL ? g_strconcat (before, "\n", breach->sentence, NULL) : g_strdup (breach->sentence));
    }
}

/* Returns: (transfer full) (element-type gint64 utf8): why whoever audits is not independent, by the key of the audit; what is accepted is not told */
GHashTable *
koyomi_session_load_audit_breaches (KoyomiSession   *session,
                                    guint32          day,
                                    KoyomiLanguage   language,
                                    GError         **error)
{
  g_autoptr(GPtrArray) catalogues = koyomi_session_list (session, KOYOMI_TABLE_CATALOGUE, 0, 0, language, error);
  g_autoptr(GHashTable) sentences = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; catalogues != NULL && i < catalogues->len; i++)
    {
      const char *code = koyomi_record_get_text (g_ptr_array_index (catalogues, i), KOYOMI_CATALOGUE_CODE);
      g_autoptr(GPtrArray) breaches = koyomi_session_load_breaches (session, code, day, language, error);

      if (breaches == NULL)
        return NULL;

      for (guint j = 0; j < breaches->len; j++)
        if (((KoyomiBreach *) g_ptr_array_index (breaches, j))->rule == KOYOMI_RULE_SELF_AUDIT &&
            !((KoyomiBreach *) g_ptr_array_index (breaches, j))->is_waived)
          add_sentence (sentences, g_ptr_array_index (breaches, j));
    }

  return catalogues != NULL ? g_steal_pointer (&sentences) : NULL;
}

/* For how many functions of one catalogue a team or a person may be accountable before that is a breach. */
guint
koyomi_session_get_a_limit (KoyomiSession *session)
{
  KoyomiRecord *plan = koyomi_session_get_plan (session);

  return koyomi_record_is_none (plan, KOYOMI_PLAN_ACCOUNTABLE_LIMIT) ? KOYOMI_RULE_A_LIMIT
                                                                     : koyomi_record_get_int (plan, KOYOMI_PLAN_ACCOUNTABLE_LIMIT);
}

/* @limit: from 1 to %KOYOMI_RULE_A_LIMIT_MAX */
gboolean
koyomi_session_set_a_limit (KoyomiSession   *session,
                            guint            limit,
                            KoyomiLanguage   language,
                            GError         **error)
{
  g_autoptr(KoyomiRecord) plan = koyomi_session_dup_plan (session, language, error);

  g_return_val_if_fail (limit >= 1 && limit <= KOYOMI_RULE_A_LIMIT_MAX, FALSE);

  if (plan == NULL)
    return FALSE;

  koyomi_record_set_int (plan, KOYOMI_PLAN_ACCOUNTABLE_LIMIT, limit);

  return _koyomi_plan_edit (session, plan, koyomi_tr (language, N_("Change the limit of A")), error);
}
