#include "koyomi-session.h"

#include "koyomi-database.h"

/* A connection of its own: the session's stays with its thread. SQLite lets both share the file. */
static gboolean
check (const char  *path,
       GError     **error)
{
  g_autoptr(KoyomiDatabase) db = koyomi_database_open (path, KOYOMI_DATABASE_READ, error);

  if (db != NULL && koyomi_database_check (db, FALSE, error))
    return TRUE;

  g_prefix_error (error, "%s: ", path);

  return FALSE;
}

static void
check_cb (GTask        *task,
          gpointer      source,
          gpointer      path,
          GCancellable *cancellable)
{
  g_autoptr(GError) error = NULL;

  if (check (path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* Looks for damage, as long as it takes: for a plan that was opened unchecked, see koyomi_session_was_checked(). */
gboolean
koyomi_session_check (KoyomiSession  *self,
                      GError        **error)
{
  g_return_val_if_fail (KOYOMI_IS_SESSION (self), FALSE);
  g_return_val_if_fail (koyomi_session_get_path (self) != NULL, FALSE);

  return check (koyomi_session_get_path (self), error);
}

/**
 * koyomi_session_check_async:
 *
 * As koyomi_session_check(), in a thread of its own.
 */
void
koyomi_session_check_async (KoyomiSession       *self,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (KOYOMI_IS_SESSION (self));
  g_return_if_fail (koyomi_session_get_path (self) != NULL);

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, koyomi_session_check_async);
  g_task_set_task_data (task, g_strdup (koyomi_session_get_path (self)), g_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, check_cb);
}

/* Returns: FALSE with %KOYOMI_PLAN_ERROR_CORRUPT when the plan is damaged, or with another error when that could not be found out */
gboolean
koyomi_session_check_finish (KoyomiSession  *self,
                             GAsyncResult   *result,
                             GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
