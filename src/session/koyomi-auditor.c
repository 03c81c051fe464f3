#include "koyomi-auditor.h"

#include "koyomi-plan-file.h"
#include "koyomi-session-private.h"

#include <glib/gstdio.h>
#include <limits.h>
#include <stdlib.h>

static void
remove_folder (const char *folder)
{
  g_autoptr(GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;

  while (files != NULL && (name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/* Opening a plan of an earlier version writes it anew: that is done to a copy in @folder. */
static KoyomiSession *
open_earlier (const char    *path,
              const char    *folder,
              const char    *auditor,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autofree char *name = g_build_filename (folder, "plan.koyomi", NULL);
  g_autoptr(GFile) from = g_file_new_for_path (path);
  g_autoptr(GFile) to = g_file_new_for_path (name);
  g_autoptr(KoyomiPlanFile) file = NULL;
  char real[PATH_MAX];

  if (!g_file_copy (from, to, G_FILE_COPY_TARGET_DEFAULT_PERMS, cancellable, NULL, NULL, error) ||
      (file = koyomi_plan_file_open (name, FALSE, folder, cancellable, error)) == NULL)
    return NULL;

  return _koyomi_session_new_for_auditor (koyomi_plan_file_get_database (file), realpath (path, real) != NULL ? real : path, auditor,
                                          cancellable, error);
}

/**
 * koyomi_session_open_for_auditor:
 * @path: a plan, which is left as it is
 * @auditor: (nullable): the name, for the mark on what is printed
 *
 * Returns: the plan as an auditor is shown it, or NULL with %KOYOMI_PLAN_ERROR when the file is refused
 */
KoyomiSession *
koyomi_session_open_for_auditor (const char    *path,
                                 const char    *auditor,
                                 GCancellable  *cancellable,
                                 GError       **error)
{
  g_autoptr(KoyomiSession) session = NULL;
  g_autofree char *folder = NULL;
  KoyomiSession *shown;

  if (!koyomi_plan_file_is_earlier (path))
    {
      session = koyomi_session_open (path, TRUE, cancellable, error);

      return session != NULL ? koyomi_session_copy_for_auditor (session, auditor, cancellable, error) : NULL;
    }

  if ((folder = g_dir_make_tmp ("koyomi-XXXXXX", error)) == NULL)
    return NULL;

  shown = open_earlier (path, folder, auditor, cancellable, error);
  remove_folder (folder);

  return shown;
}

/* Whether drafts are hidden. */
gboolean
koyomi_session_is_for_auditor (KoyomiSession *self)
{
  g_return_val_if_fail (KOYOMI_IS_SESSION (self), FALSE);

  return _koyomi_session_get_scope (self) != NULL;
}
