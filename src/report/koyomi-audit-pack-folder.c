#include "koyomi-audit-pack-private.h"

#include "koyomi-file-check.h"
#include "koyomi-output-file.h"
#include "koyomi-report-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>


/* Returns: a new folder beside @path, for its owner alone */
char *
_koyomi_pack_folder_make (const char  *path,
                          GError     **error)
{
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *folder = g_build_filename (parent, ".koyomi-XXXXXX", NULL);

  if (g_mkdtemp_full (folder, 0700) != NULL)
    return g_steal_pointer (&folder);

  koyomi_output_file_set_errno (error, errno, path);

  return NULL;
}

/* A folder without folders in it, such as a pack. */
void
_koyomi_pack_folder_remove (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/* Whether a pack can be put there: where nothing is, or where an earlier pack is, with nothing in it that its list does not have. */
gboolean
_koyomi_pack_folder_check (const char  *path,
                           GError     **error)
{
  g_autofree char *manifest_path = g_build_filename (path, KOYOMI_PACK_MANIFEST, NULL);
  g_autofree char *manifest = NULL;
  g_autoptr(GHashTable) names = NULL;
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;

  if (dir != NULL && g_file_get_contents (manifest_path, &manifest, NULL, NULL))
    names = _koyomi_pack_manifest_read (manifest, NULL);

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (names == NULL || (strcmp (name, KOYOMI_PACK_MANIFEST) != 0 && !g_hash_table_contains (names, name)))
      {
        g_set_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_OUTPUT, "“%s” cannot be written: it has other files in it, such as “%s”", path, name);
        return FALSE;
      }

  if (dir == NULL)
    koyomi_output_file_set_errno (error, ENOTDIR, path);

  return dir != NULL;
}

/* Puts the folder in the place of an earlier pack, or where nothing was, in one step. It is gone from where it was made. */
gboolean
_koyomi_pack_folder_put (const char  *folder,
                         const char  *path,
                         GError     **error)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      if (g_rename (folder, path) == 0)
        return TRUE;

      koyomi_output_file_set_errno (error, errno, path);
      return FALSE;
    }

  if (!_koyomi_pack_folder_check (path, error))
    return FALSE;

  if (renameat2 (AT_FDCWD, folder, AT_FDCWD, path, RENAME_EXCHANGE) != 0)
    {
      koyomi_output_file_set_errno (error, errno, path);
      return FALSE;
    }
  _koyomi_pack_folder_remove (folder);

  return TRUE;
}

static gboolean
hash_file (GHashTable    *hashes,
           const char    *folder,
           const char    *name,
           char         **manifest,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  char *hash;

  if (strcmp (name, KOYOMI_PACK_MANIFEST) == 0)
    return g_file_get_contents (path, manifest, NULL, error);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    hash = g_strdup ("");
  else if ((hash = koyomi_file_hash (file, NULL, NULL, cancellable, error)) == NULL)
    return FALSE;

  g_hash_table_insert (hashes, g_strdup (name), hash);

  return TRUE;
}

/**
 * _koyomi_pack_folder_hash:
 * @manifest: (out) (nullable): the text of its list of hashes
 *
 * Returns: (element-type utf8 utf8): SHA-256 by name of whatever lies in it; of a folder ""
 */
GHashTable *
_koyomi_pack_folder_hash (const char    *path,
                          char         **manifest,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_autoptr(GHashTable) hashes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GDir) dir = g_dir_open (path, 0, error);
  const char *name;

  *manifest = NULL;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (!hash_file (hashes, path, name, manifest, cancellable, error))
      return NULL;

  return dir != NULL ? g_steal_pointer (&hashes) : NULL;
}
