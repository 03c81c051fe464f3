#include "koyomi-plan-facts-load.h"

#include "koyomi-fiscal-year.h"

static gboolean
take_run (KoyomiRecord  *run,
          gpointer       data,
          GError       **error)
{
  g_ptr_array_add (data, g_object_ref (run));

  return TRUE;
}

static gboolean
load_runs (KoyomiPlanFacts  *facts,
           KoyomiSession    *session,
           KoyomiLanguage    language,
           GError          **error)
{
  KoyomiFiscalYear year = koyomi_plan_facts_get_year (facts);
  GPtrArray *proofs = koyomi_plan_facts_get_rows (facts, KOYOMI_TABLE_PROOF);
  g_autoptr(GPtrArray) runs = g_ptr_array_new_with_free_func (g_object_unref);

  if (!koyomi_session_for_each_run (session, 0, koyomi_fiscal_year_get_first_day (year), koyomi_fiscal_year_get_last_day (year), language,
                                    take_run, runs, error))
    return FALSE;

  for (guint i = 0; i < proofs->len; i++)
    {
      gint64 id = koyomi_record_get_int (g_ptr_array_index (proofs, i), KOYOMI_PROOF_OCCURRENCE);
      KoyomiRecord *run = id != 0 ? koyomi_session_get (session, KOYOMI_TABLE_OCCURRENCE, id, language, error) : NULL;

      if (id != 0 && run == NULL)
        return FALSE;
      if (run != NULL)
        g_ptr_array_add (runs, run);
    }

  koyomi_plan_facts_take (facts, KOYOMI_TABLE_OCCURRENCE, g_steal_pointer (&runs));

  return TRUE;
}

/* Returns: (transfer full): the rows of the plan, their texts in @language */
KoyomiPlanFacts *
koyomi_session_load_plan_facts (KoyomiSession   *session,
                                guint32          day,
                                KoyomiLanguage   language,
                                GError         **error)
{
  g_autoptr(KoyomiPlanFacts) facts = koyomi_plan_facts_new (day, koyomi_session_get_fiscal_year (session, day));

  for (int table = 0; table < KOYOMI_N_TABLES; table++)
    {
      GPtrArray *rows;

      if (table == KOYOMI_TABLE_OCCURRENCE)
        continue;
      if ((rows = koyomi_session_list (session, table, 0, 0, language, error)) == NULL)
        return NULL;

      koyomi_plan_facts_take (facts, table, rows);
    }

  return load_runs (facts, session, language, error) ? g_steal_pointer (&facts) : NULL;
}
