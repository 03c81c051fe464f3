#include "koyomi-export-source.h"

#include "koyomi-report-error.h"

/* Returns: (transfer full): where the file that was chosen is; NULL, with @error, where it is not on this computer */
char *
koyomi_export_source_find_path (GFile   *file,
                                GError **error)
{
  char *path = g_file_get_path (file);

  if (path == NULL)
    g_set_error_literal (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_OUTPUT, "the folder is not on this computer");

  return path;
}

/**
 * koyomi_export_source_take:
 * @file: that was chosen
 * @path: (out) (nullable): where that is; NULL where it is not on this computer
 *
 * What is typed but not yet saved is written before.
 *
 * Returns: a copy of the plan, for a thread that writes the file
 */
KoyomiSession *
koyomi_export_source_take (KoyomiWorkspace  *workspace,
                           GFile            *file,
                           char            **path,
                           GError          **error)
{
  koyomi_workspace_flush (workspace);
  *path = koyomi_export_source_find_path (file, error);

  return *path != NULL ? koyomi_session_copy (koyomi_workspace_get_session (workspace), NULL, error) : NULL;
}
