#include "koyomi-baseline.h"

#include "koyomi-edit.h"
#include "koyomi-history.h"
#include "koyomi-history-private.h"
#include "koyomi-session-private.h"

/* Returns: (transfer full) (element-type KoyomiRecord): bookmarks, the oldest first */
GPtrArray *
koyomi_session_list_baselines (KoyomiSession   *session,
                               KoyomiLanguage   language,
                               GError         **error)
{
  return koyomi_session_list (session, KOYOMI_TABLE_BOOKMARK, 0, 0, language, error);
}

/* Gives the plan as it now stands a name: %KOYOMI_PLAN_ERROR_EXISTS when another baseline has it, _CONSTRAINT when it is no name. */
gboolean
koyomi_session_add_baseline (KoyomiSession   *session,
                             const char      *name,
                             KoyomiLanguage   language,
                             GError         **error)
{
  g_autofree char *label = NULL;

  /* Translators: the label of the edit that names the present plan as a baseline; its name */
  label = g_strdup_printf (koyomi_tr (language, N_("Set baseline “%s”")), name);

  return koyomi_session_add_bookmark (session, name, label, error);
}

/* An edit that can be undone. Errors are those of koyomi_session_add_baseline(). */
gboolean
koyomi_session_rename_baseline (KoyomiSession   *session,
                                gint64           baseline,
                                const char      *name,
                                KoyomiLanguage   language,
                                GError         **error)
{
  g_autofree char *clean = _koyomi_session_clean_bookmark_name (session, name, baseline, error);
  g_autofree char *label = NULL;
  g_autoptr(KoyomiRecord) record = NULL;
  g_autoptr(KoyomiEdit) edit = NULL;

  if (clean == NULL ||
      (record = koyomi_session_get (session, KOYOMI_TABLE_BOOKMARK, baseline, koyomi_session_get_own_language (session),
                                    error)) == NULL ||
      (edit = koyomi_session_begin_edit (session, error)) == NULL)
    return FALSE;

  /* Translators: the label of the edit that renames a baseline; the old and the new name */
  label = g_strdup_printf (koyomi_tr (language, N_("Rename baseline “%s” to “%s”")), koyomi_record_get_title (record), clean);
  koyomi_record_set_text (record, KOYOMI_BOOKMARK_NAME, clean);

  return koyomi_edit_update (edit, record, error) && koyomi_edit_commit (edit, label, error);
}

/* Figures of a closed quarter would go with the bookmark that they were told from. */
static gboolean
check_is_free (KoyomiSession  *session,
               gint64          baseline,
               GError        **error)
{
  g_autoptr(GPtrArray) closes = koyomi_session_list (session, KOYOMI_TABLE_METRIC_CLOSE, KOYOMI_METRIC_CLOSE_BOOKMARK, baseline,
                                                     koyomi_session_get_own_language (session), error);

  if (closes != NULL && closes->len > 0)
    g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "figures of a closed quarter stand on this bookmark");

  return closes != NULL && closes->len == 0;
}

/* An edit that can be undone. The plan's past stays; only the name goes. %KOYOMI_PLAN_ERROR_CONSTRAINT while a quarter is closed with it. */
gboolean
koyomi_session_remove_baseline (KoyomiSession   *session,
                                gint64           baseline,
                                KoyomiLanguage   language,
                                GError         **error)
{
  g_autofree char *label = NULL;
  g_autoptr(KoyomiRecord) record = NULL;
  g_autoptr(KoyomiEdit) edit = NULL;

  if (!check_is_free (session, baseline, error) ||
      (record = koyomi_session_get (session, KOYOMI_TABLE_BOOKMARK, baseline, language, error)) == NULL ||
      (edit = koyomi_session_begin_edit (session, error)) == NULL)
    return FALSE;

  /* Translators: the label of the edit that removes a baseline; its name */
  label = g_strdup_printf (koyomi_tr (language, N_("Remove baseline “%s”")), koyomi_record_get_title (record));

  return koyomi_edit_delete (edit, KOYOMI_TABLE_BOOKMARK, baseline, error) && koyomi_edit_commit (edit, label, error);
}

/**
 * koyomi_session_load_baseline_days:
 * @then: the plan as it stood in the baseline
 *
 * Returns: (transfer full) (element-type gint64 KoyomiBaselineDays): the runs that touched the days from @first_day to @last_day, by
 *   their keys
 */
GHashTable *
koyomi_session_load_baseline_days (KoyomiSession  *then,
                                   guint32         first_day,
                                   guint32         last_day,
                                   GError        **error)
{
  static const char sql[] =
    "SELECT id, first_day, last_day FROM occurrence"
    " WHERE first_day BETWEEN :first_day - (SELECT ifnull (max (last_day - first_day), 0) FROM occurrence) AND :last_day"
    "   AND last_day >= :first_day";

  g_autoptr(GHashTable) days = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr(KoyomiStatement) statement = koyomi_database_prepare (_koyomi_session_get_store (then)->db, sql, error);
  KoyomiStep step;

  if (statement == NULL)
    return NULL;

  koyomi_statement_bind_int (statement, ":first_day", first_day);
  koyomi_statement_bind_int (statement, ":last_day", last_day);
  while ((step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    {
      gint64 id = koyomi_statement_get_int (statement, 0);
      KoyomiBaselineDays run = { koyomi_statement_get_int (statement, 1), koyomi_statement_get_int (statement, 2) };

      g_hash_table_insert (days, g_memdup2 (&id, sizeof id), g_memdup2 (&run, sizeof run));
    }

  return step == KOYOMI_STEP_DONE ? g_steal_pointer (&days) : NULL;
}
