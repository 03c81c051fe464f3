#include "koyomi-audit-pack-private.h"

#include "koyomi-file-check.h"
#include "koyomi-history.h"
#include "koyomi-report-error.h"

static gboolean
write_file (const KoyomiPackFacts  *facts,
            KoyomiPackFile         *file,
            const char             *folder,
            GError                **error)
{
  g_autofree char *path = g_build_filename (folder, file->name, NULL);
  g_autoptr(GFile) written = g_file_new_for_path (path);

  return !g_cancellable_set_error_if_cancelled (facts->cancellable, error) && file->write (facts, file, path, error) &&
         (file->sha256 = koyomi_file_hash (written, NULL, NULL, facts->cancellable, error)) != NULL;
}

static gboolean
write_files (const KoyomiPackFacts  *facts,
             const char             *folder,
             KoyomiProgressFunc      progress,
             gpointer                progress_data,
             GError                **error)
{
  g_autoptr(GPtrArray) files = _koyomi_pack_list_files (facts, error);

  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      if (!write_file (facts, g_ptr_array_index (files, i), folder, error))
        return FALSE;
      if (progress != NULL)
        progress ((i + 1.0) / (files->len + 1), progress_data);
    }

  return files != NULL && _koyomi_pack_write_index (facts, files, folder, error) && _koyomi_pack_write_manifest (files, folder, error);
}

/**
 * koyomi_audit_pack_write:
 * @options: its quarter; the month does not count
 * @path: a folder to make, or a file whose name ends in .zip. An earlier pack there is replaced once the new one is whole; a folder with anything
 *   else in it is left alone.
 *
 * A plan as of a moment gives the same bytes each time; the present one differs by the time in its stamps.
 *
 * Returns: FALSE with a %KOYOMI_REPORT_ERROR, %KOYOMI_PLAN_ERROR or %G_IO_ERROR_CANCELLED; what was at @path is as it was
 */
gboolean
koyomi_audit_pack_write (KoyomiSession              *session,
                         const KoyomiReportOptions  *options,
                         const char                 *path,
                         KoyomiProgressFunc          progress,
                         gpointer                    progress_data,
                         GCancellable               *cancellable,
                         GError                    **error)
{
  g_autoptr(KoyomiEntry) head = NULL;
  g_autofree char *folder = NULL;
  KoyomiReportOptions whole = *options;
  KoyomiPackFacts facts = { session, &whole, cancellable };
  gboolean done;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), FALSE);
  g_return_val_if_fail (options->quarter >= 1 && options->quarter <= 4, FALSE);

  whole.month = 0;
  if ((!_koyomi_pack_is_archive (path) && !_koyomi_pack_folder_check (path, error)) ||
      (head = koyomi_session_get_head (session, error)) == NULL || (folder = _koyomi_pack_folder_make (path, error)) == NULL)
    return FALSE;

  facts.head = head;
  done = write_files (&facts, folder, progress, progress_data, error) && !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         (_koyomi_pack_is_archive (path) ? _koyomi_pack_archive_put (folder, path, head->at, cancellable, error)
                                         : _koyomi_pack_folder_put (folder, path, error));
  if (!done || _koyomi_pack_is_archive (path))
    _koyomi_pack_folder_remove (folder);
  if (done && progress != NULL)
    progress (1, progress_data);

  return done;
}

void
koyomi_pack_check_free (KoyomiPackCheck *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->missing);
  g_ptr_array_unref (self->changed);
  g_ptr_array_unref (self->extra);
  g_free (self);
}

gboolean
koyomi_pack_check_is_good (const KoyomiPackCheck *self)
{
  return self->missing->len == 0 && self->changed->len == 0 && self->extra->len == 0;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char * const *) a, *(const char * const *) b);
}

static KoyomiPackCheck *
compare (GHashTable *listed,
         GHashTable *found)
{
  KoyomiPackCheck *self = g_new0 (KoyomiPackCheck, 1);
  GHashTableIter iter;
  gpointer name, hash;

  self->missing = g_ptr_array_new_with_free_func (g_free);
  self->changed = g_ptr_array_new_with_free_func (g_free);
  self->extra = g_ptr_array_new_with_free_func (g_free);
  self->n_files = g_hash_table_size (listed);
  for (g_hash_table_iter_init (&iter, listed); g_hash_table_iter_next (&iter, &name, &hash);)
    {
      const char *other = g_hash_table_lookup (found, name);

      if (other == NULL)
        g_ptr_array_add (self->missing, g_strdup (name));
      else if (g_ascii_strcasecmp (other, hash) != 0)
        g_ptr_array_add (self->changed, g_strdup (name));
    }
  for (g_hash_table_iter_init (&iter, found); g_hash_table_iter_next (&iter, &name, &hash);)
    if (!g_hash_table_contains (listed, name))
      g_ptr_array_add (self->extra, g_strdup (name));

  g_ptr_array_sort (self->missing, compare_names);
  g_ptr_array_sort (self->changed, compare_names);
  g_ptr_array_sort (self->extra, compare_names);

  return self;
}

/**
 * koyomi_pack_check:
 * @path: a folder, or a zip file of which nothing is unpacked
 *
 * Returns: how the files compare with their list; NULL with an error when they cannot be read, or when there is no list
 */
KoyomiPackCheck *
koyomi_pack_check (const char    *path,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autofree char *manifest = NULL;
  g_autoptr(GHashTable) listed = NULL;
  g_autoptr(GHashTable) found = g_file_test (path, G_FILE_TEST_IS_DIR) ? _koyomi_pack_folder_hash (path, &manifest, cancellable, error)
                                                                       : _koyomi_pack_archive_hash (path, &manifest, cancellable, error);

  if (found == NULL)
    return NULL;

  if (manifest == NULL)
    {
      g_set_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_INPUT, "“%s” is no audit pack: it has no " KOYOMI_PACK_MANIFEST, path);
      return NULL;
    }

  return (listed = _koyomi_pack_manifest_read (manifest, error)) != NULL ? compare (listed, found) : NULL;
}
