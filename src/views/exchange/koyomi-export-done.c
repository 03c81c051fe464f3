#include "koyomi-export-done.h"

/* Says that the file is there and offers it: a workbook, pages or a picture can be looked at; for the others a program is chosen in their
 * folder. */
void
koyomi_export_done_tell (KoyomiWorkspace    *workspace,
                         KoyomiExportFormat  format,
                         GFile              *file)
{
  gboolean opens = format != KOYOMI_EXPORT_FORMAT_CSV && format != KOYOMI_EXPORT_FORMAT_ICS;
  g_autoptr(GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = g_file_get_uri (opens ? file : folder);
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = g_filename_display_basename (path);
  /* Translators: the name of a file */
  g_autofree char *text = g_strdup_printf (koyomi_workspace_tr (workspace, N_("Exported %s")), name);

  koyomi_workspace_offer (workspace, text, koyomi_workspace_tr (workspace, opens ? N_("_Open") : N_("_Open Folder")), "plan.show-file",
                          g_variant_new_string (uri));
}
