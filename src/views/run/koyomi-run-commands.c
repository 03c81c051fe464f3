#include "koyomi-run-commands.h"

#include "koyomi-run-edit.h"

static gboolean
tell (KoyomiWorkspace *workspace,
      gboolean         has_worked,
      const char      *title,
      const GError    *error)
{
  if (!has_worked)
    koyomi_workspace_fail (workspace, title, error);

  return has_worked;
}

/* @day: when it was begun or done
 * @reason: (nullable): why it was not done */
gboolean
koyomi_run_commands_set_status (KoyomiWorkspace *workspace,
                                GArray          *runs,
                                KoyomiStatus     status,
                                guint32          day,
                                const char      *reason)
{
  g_autoptr(GError) error = NULL;

  return tell (workspace,
               koyomi_runs_set_status (koyomi_workspace_get_session (workspace), (gint64 *) runs->data, runs->len, status, day,
                                       reason, koyomi_workspace_get_language (workspace), &error),
               koyomi_workspace_tr (workspace, "The status was not changed"), error);
}

/* @team: 0 for whoever does the function */
gboolean
koyomi_run_commands_assign (KoyomiWorkspace *workspace,
                            GArray          *runs,
                            gint64           team)
{
  g_autoptr(GError) error = NULL;

  return tell (workspace,
               koyomi_runs_assign (koyomi_workspace_get_session (workspace), (gint64 *) runs->data, runs->len, team,
                                   koyomi_workspace_get_language (workspace), &error),
               koyomi_workspace_tr (workspace, "The team was not changed"), error);
}

gboolean
koyomi_run_commands_move (KoyomiWorkspace *workspace,
                          GArray          *runs,
                          int              days)
{
  g_autoptr(GError) error = NULL;

  return tell (workspace,
               koyomi_runs_move (koyomi_workspace_get_session (workspace), (gint64 *) runs->data, runs->len, days,
                                 koyomi_workspace_get_language (workspace), &error),
               koyomi_workspace_tr (workspace, "Nothing was moved"), error);
}

gboolean
koyomi_run_commands_delete (KoyomiWorkspace *workspace,
                            GArray          *runs)
{
  g_autoptr(GError) error = NULL;

  return tell (workspace,
               koyomi_runs_delete (koyomi_workspace_get_session (workspace), (gint64 *) runs->data, runs->len,
                                   koyomi_workspace_get_language (workspace), &error),
               koyomi_workspace_tr (workspace, "Nothing was deleted"), error);
}
