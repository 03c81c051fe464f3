#include "koyomi-rule-store.h"

static KoyomiRecord *
read_run (KoyomiStatement *statement)
{
  static const int fields[] = {
    KOYOMI_OCCURRENCE_ID, KOYOMI_OCCURRENCE_ACTIVITY, KOYOMI_OCCURRENCE_FUNCTION, KOYOMI_OCCURRENCE_TEAM, KOYOMI_OCCURRENCE_FIRST_DAY,
  };
  KoyomiRecord *run = koyomi_record_new_empty (KOYOMI_TABLE_OCCURRENCE);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!koyomi_statement_is_null (statement, i))
      koyomi_record_set_int (run, fields[i], koyomi_statement_get_int (statement, i));
  koyomi_record_mark_unchanged (run);

  return run;
}

/**
 * koyomi_rule_store_list_runs:
 *
 * Returns: (element-type KoyomiRecord): the runs that touch the days from @first_day to @last_day and are neither done, skipped nor
 *   missed, by first day; only with activity, function, team and first day
 */
GPtrArray *
koyomi_rule_store_list_runs (const KoyomiRecordStore  *store,
                             guint32                   first_day,
                             guint32                   last_day,
                             GError                  **error)
{
  static const char sql[] =
    "SELECT id, activity_id, function_id, team_id, first_day"
    "  FROM occurrence"
    " WHERE first_day BETWEEN :first_day - (SELECT ifnull (max (last_day - first_day), 0) FROM occurrence) AND :last_day"
    "   AND last_day >= :first_day AND status IN ('planned', 'doing')"
    " ORDER BY first_day, id";

  g_autoptr(GPtrArray) runs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(KoyomiStatement) statement = koyomi_database_prepare (store->db, sql, error);
  KoyomiStep step;

  if (statement == NULL)
    return NULL;

  koyomi_statement_bind_int (statement, ":first_day", first_day);
  koyomi_statement_bind_int (statement, ":last_day", last_day);
  while ((step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    g_ptr_array_add (runs, read_run (statement));

  return step == KOYOMI_STEP_DONE ? g_steal_pointer (&runs) : NULL;
}
