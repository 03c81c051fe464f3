#include "koyomi-file-check.h"

#define HASH_LENGTH 64
#define PIECE       (256 * 1024)

/* Pipes and devices may never end. */
static gboolean
get_size (GFile         *file,
          goffset       *size,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr(GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                 G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info == NULL)
    return FALSE;

  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "not a file whose contents can be read to the end");
      return FALSE;
    }

  *size = g_file_info_get_size (info);

  return TRUE;
}

static gboolean
read_all (GInputStream        *stream,
          GChecksum           *checksum,
          goffset              size,
          KoyomiProgressFunc   progress,
          gpointer             progress_data,
          GCancellable        *cancellable,
          GError             **error)
{
  g_autofree guchar *piece = g_malloc (PIECE);
  goffset done = 0;
  gssize n;

  while ((n = g_input_stream_read (stream, piece, PIECE, cancellable, error)) > 0)
    {
      g_checksum_update (checksum, piece, n);
      done += n;
      if (progress != NULL && size > 0)
        progress (MIN ((double) done / size, 1), progress_data);
    }

  return n == 0;
}

/**
 * koyomi_file_hash:
 * @progress: (nullable)
 *
 * Returns: the SHA-256 of the file's contents, in lower-case hexadecimal; NULL with %G_IO_ERROR when they cannot be read, or when
 *   @cancellable was cancelled
 */
char *
koyomi_file_hash (GFile               *file,
                  KoyomiProgressFunc   progress,
                  gpointer             progress_data,
                  GCancellable        *cancellable,
                  GError             **error)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr(GFileInputStream) stream = NULL;
  goffset size;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (!get_size (file, &size, cancellable, error) ||
      (stream = g_file_read (file, cancellable, error)) == NULL ||
      !read_all (G_INPUT_STREAM (stream), checksum, size, progress, progress_data, cancellable, error))
    return NULL;

  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * koyomi_file_check:
 * @sha256: as koyomi_file_hash() gave it, in either case
 * @progress: (nullable)
 *
 * Compares what the file holds now with its hash. That it is not there any more is an answer; that it cannot be read is an error.
 */
gboolean
koyomi_file_check (GFile               *file,
                   const char          *sha256,
                   KoyomiFileState     *state,
                   KoyomiProgressFunc   progress,
                   gpointer             progress_data,
                   GCancellable        *cancellable,
                   GError             **error)
{
  g_autoptr(GError) fault = NULL;
  g_autofree char *now = koyomi_file_hash (file, progress, progress_data, cancellable, &fault);

  g_return_val_if_fail (sha256 != NULL, FALSE);

  if (g_error_matches (fault, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    *state = KOYOMI_FILE_GONE;
  else if (now == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  else
    *state = g_ascii_strcasecmp (now, sha256) == 0 ? KOYOMI_FILE_SAME : KOYOMI_FILE_CHANGED;

  return TRUE;
}

/* Whether the text can be a SHA-256: 64 hexadecimal digits. */
gboolean
koyomi_file_is_hash (const char *sha256)
{
  guint n = 0;

  while (g_ascii_isxdigit (sha256[n]))
    n++;

  return n == HASH_LENGTH && sha256[n] == '\0';
}

const char *
koyomi_file_state_get_name (KoyomiFileState state,
                            KoyomiLanguage  language)
{
  static const char * const names[] = {
    [KOYOMI_FILE_SAME] = N_("As it was recorded"),
    [KOYOMI_FILE_CHANGED] = N_("Changed since it was recorded"),
    [KOYOMI_FILE_GONE] = N_("File not found"),
  };

  g_return_val_if_fail (state < G_N_ELEMENTS (names), "");

  return koyomi_tr (language, names[state]);
}
