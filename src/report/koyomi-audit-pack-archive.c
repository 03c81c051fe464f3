#include "koyomi-audit-pack-private.h"

#include "koyomi-export-private.h"
#include "koyomi-report-error.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define CHUNK (64 * 1024)

/* More is no list of hashes. */
#define MAX_MANIFEST (1 << 20)

typedef struct archive_entry ArchiveEntry;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArchiveEntry, archive_entry_free)

typedef struct
{
  const char   *folder;
  gint64        at;
  GCancellable *cancellable;
} Packing;

static gboolean
fail (struct archive    *archive,
      KoyomiReportError  code,
      GError           **error)
{
  const char *message = archive_error_string (archive);

  g_set_error_literal (error, KOYOMI_REPORT_ERROR, code, message != NULL ? message : "the archive cannot be used");

  return FALSE;
}

gboolean
_koyomi_pack_is_archive (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".zip");
}

/* The same files give the same archive: nothing of this machine or of the time of writing is in it. */
static gboolean
add_file (struct archive  *archive,
          const Packing   *self,
          const char      *name,
          GError         **error)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr(GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  g_autoptr(ArchiveEntry) entry = archive_entry_new ();

  if (file == NULL || g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_mtime (entry, self->at / 1000, 0);
  archive_entry_set_size (entry, g_mapped_file_get_length (file));
  if (archive_write_header (archive, entry) != ARCHIVE_OK ||
      archive_write_data (archive, g_mapped_file_get_contents (file), g_mapped_file_get_length (file)) < 0)
    return fail (archive, KOYOMI_REPORT_ERROR_OUTPUT, error);

  return TRUE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static gboolean
add_files (struct archive  *archive,
           const Packing   *self,
           GError         **error)
{
  g_autoptr(GDir) dir = g_dir_open (self->folder, 0, error);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    return FALSE;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    if (!add_file (archive, self, g_ptr_array_index (names, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
write_archive (KoyomiOutputFile  *file,
               gpointer           data,
               GError           **error)
{
  struct archive *archive = archive_write_new ();
  gboolean done;

  archive_write_set_format_zip (archive);
  done = archive_write_open_filename (archive, koyomi_output_file_get_path (file)) == ARCHIVE_OK ||
         fail (archive, KOYOMI_REPORT_ERROR_OUTPUT, error);
  done = done && add_files (archive, data, error);
  done = done && (archive_write_close (archive) == ARCHIVE_OK || fail (archive, KOYOMI_REPORT_ERROR_OUTPUT, error));
  archive_write_free (archive);

  return done;
}

/* Packs the files of the folder. @at: ms UTC, the time that they bear */
gboolean
_koyomi_pack_archive_put (const char    *folder,
                          const char    *path,
                          gint64         at,
                          GCancellable  *cancellable,
                          GError       **error)
{
  Packing packing = { folder, at, cancellable };
  g_autoptr(KoyomiOutputFile) file = koyomi_output_file_new (path, error);

  return file != NULL && _koyomi_export_write (file, path, write_archive, &packing, cancellable, error);
}

/* @text: (nullable): takes what is read as well */
static char *
hash_entry (struct archive  *archive,
            GString         *text,
            GCancellable    *cancellable,
            GError         **error)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *bytes = g_malloc (CHUNK);
  la_ssize_t n;

  while ((n = archive_read_data (archive, bytes, CHUNK)) > 0)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      g_checksum_update (checksum, bytes, n);
      if (text != NULL && text->len < MAX_MANIFEST)
        g_string_append_len (text, (const char *) bytes, n);
    }

  return n == 0 ? g_strdup (g_checksum_get_string (checksum)) : (fail (archive, KOYOMI_REPORT_ERROR_DAMAGED, error), NULL);
}

static GHashTable *
hash_entries (struct archive  *archive,
              char           **manifest,
              GCancellable    *cancellable,
              GError         **error)
{
  g_autoptr(GHashTable) hashes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  struct archive_entry *entry;
  int result;

  while ((result = archive_read_next_header (archive, &entry)) == ARCHIVE_OK)
    {
      const char *name = archive_entry_pathname_utf8 (entry);
      gboolean is_manifest = name != NULL && strcmp (name, KOYOMI_PACK_MANIFEST) == 0 && *manifest == NULL;
      g_autoptr(GString) text = is_manifest ? g_string_new (NULL) : NULL;
      g_autofree char *hash = hash_entry (archive, text, cancellable, error);

      if (hash == NULL)
        return NULL;
      if (is_manifest)
        *manifest = g_strdup (text->str);
      else   /* Of two that are called the same one is too many, whichever is opened. */
        g_hash_table_insert (hashes, g_strdup (name != NULL ? name : "?"),
                             g_strdup (name != NULL && !g_hash_table_contains (hashes, name) ? hash : ""));
    }

  return result == ARCHIVE_EOF ? g_steal_pointer (&hashes) : (fail (archive, KOYOMI_REPORT_ERROR_DAMAGED, error), NULL);
}

/* As _koyomi_pack_folder_hash(), without unpacking it to the disk. */
GHashTable *
_koyomi_pack_archive_hash (const char    *path,
                           char         **manifest,
                           GCancellable  *cancellable,
                           GError       **error)
{
  struct archive *archive = archive_read_new ();
  GHashTable *hashes = NULL;

  *manifest = NULL;
  archive_read_support_format_zip (archive);
  if (archive_read_open_filename (archive, path, CHUNK) == ARCHIVE_OK)
    hashes = hash_entries (archive, manifest, cancellable, error);
  else
    fail (archive, KOYOMI_REPORT_ERROR_UNREADABLE, error);
  archive_read_free (archive);

  return hashes;
}
