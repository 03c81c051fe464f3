#include "koyomi-package-private.h"

#include "koyomi-input-private.h"
#include "koyomi-report-error.h"

#include <string.h>
#include <unistd.h>
#include <zlib.h>

#define CHUNK_SIZE        32768
#define RATIO_FREE_SIZE   (G_GUINT64_CONSTANT (4) << 20)

struct _KoyomiPackage
{
  KoyomiTableLimits  limits;
  int                fd;
  GPtrArray         *parts;         /* of KoyomiPart */
  GHashTable        *by_name;       /* folded name -> KoyomiPart */
};

typedef struct
{
  gboolean stored;      /* without packing */
  guint64  offset;      /* of the next packed byte in the file */
  guint64  left;        /* packed bytes not read yet */
  z_stream stream;
  guint8   packed[CHUNK_SIZE];
} Unpacker;

/* The names of parts are equal whatever the case of their letters. */
static gboolean
index_parts (KoyomiPackage  *self,
             GError        **error)
{
  guint64 total = 0;

  for (guint i = 0; i < self->parts->len; i++)
    {
      KoyomiPart *part = g_ptr_array_index (self->parts, i);

      if (part->size > self->limits.total_size - total)
        {
          g_set_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_TOO_LARGE,
                       "the zip file would unpack to more than %" G_GUINT64_FORMAT " bytes", self->limits.total_size);
          return FALSE;
        }
      total += part->size;

      if (!g_hash_table_insert (self->by_name, g_ascii_strdown (part->name, -1), part))
        {
          g_set_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_DAMAGED,
                       "the zip file holds the part “%s” twice", part->name);
          return FALSE;
        }
    }

  return TRUE;
}

/* @limits may not be NULL here. */
KoyomiPackage *
_koyomi_package_open (const char               *path,
                      const KoyomiTableLimits  *limits,
                      GError                  **error)
{
  g_autoptr(KoyomiPackage) self = g_new0 (KoyomiPackage, 1);
  guint64 size;

  self->limits = *limits;
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if ((self->fd = _koyomi_input_open (path, &size, error)) < 0)
    return NULL;

  if (size > limits->file_size)
    {
      g_set_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_TOO_LARGE,
                   "“%s” has %" G_GUINT64_FORMAT " bytes", path, size);
      return NULL;
    }

  if ((self->parts = _koyomi_zip_read_directory (self->fd, size, limits, error)) == NULL || !index_parts (self, error))
    {
      g_prefix_error (error, "“%s”: ", path);
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
_koyomi_package_free (KoyomiPackage *self)
{
  if (self->fd >= 0)
    close (self->fd);
  g_clear_pointer (&self->by_name, g_hash_table_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_free (self);
}

guint
_koyomi_package_get_n (KoyomiPackage *self)
{
  return self->parts->len;
}

const KoyomiPart *
_koyomi_package_get (KoyomiPackage *self,
                     guint          index)
{
  return g_ptr_array_index (self->parts, index);
}

/* Returns: (nullable) */
const KoyomiPart *
_koyomi_package_find (KoyomiPackage *self,
                      const char    *name)
{
  g_autofree char *folded = g_ascii_strdown (name, -1);

  return g_hash_table_lookup (self->by_name, folded);
}

static gboolean
check_part (KoyomiPackage     *self,
            const KoyomiPart  *part,
            GError           **error)
{
  if ((part->flags & 1) != 0)
    {
      g_set_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_PROTECTED,
                   "the part “%s” is protected by a password: save the workbook without one", part->name);
      return FALSE;
    }

  if (part->method != 0 && part->method != 8)
    {
      g_set_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_DAMAGED,
                   "the part “%s” is packed in a way (%u) that workbooks do not use", part->name, part->method);
      return FALSE;
    }

  if (part->size > self->limits.part_size ||
      (part->size > RATIO_FREE_SIZE && part->size / self->limits.ratio > part->packed))
    {
      g_set_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_TOO_LARGE,
                   "the part “%s” would unpack from %" G_GUINT64_FORMAT " to %" G_GUINT64_FORMAT " bytes",
                   part->name, part->packed, part->size);
      return FALSE;
    }

  return TRUE;
}

/* Puts more of the packed bytes before zlib. */
static gboolean
feed (KoyomiPackage *self,
      Unpacker      *unpacker)
{
  gsize length = MIN (unpacker->left, sizeof unpacker->packed);
  gssize n;

  if (length == 0)
    return FALSE;

  n = pread (self->fd, unpacker->packed, length, unpacker->offset);
  if (n <= 0)
    return FALSE;

  unpacker->stream.next_in = unpacker->packed;
  unpacker->stream.avail_in = n;
  unpacker->offset += n;
  unpacker->left -= n;

  return TRUE;
}

/* Fills @chunk with the next @length bytes of the part, or answers FALSE when it does not have as many. */
static gboolean
unpack (KoyomiPackage *self,
        Unpacker      *unpacker,
        guint8        *chunk,
        gsize          length)
{
  z_stream *stream = &unpacker->stream;
  int code = Z_OK;

  stream->next_out = chunk;
  stream->avail_out = length;

  while (stream->avail_out > 0)
    {
      if (code != Z_OK || (stream->avail_in == 0 && !feed (self, unpacker)))
        return FALSE;

      if (unpacker->stored)
        {
          gsize n = MIN (stream->avail_in, stream->avail_out);

          memcpy (stream->next_out, stream->next_in, n);
          stream->next_in += n;
          stream->avail_in -= n;
          stream->next_out += n;
          stream->avail_out -= n;
        }
      else
        code = inflate (stream, Z_NO_FLUSH);
    }

  return code == Z_OK || code == Z_STREAM_END;
}

static gboolean
read_part (KoyomiPackage       *self,
           const KoyomiPart    *part,
           Unpacker            *unpacker,
           KoyomiPackageFunc    func,
           gpointer             data,
           KoyomiProgressFunc   progress,
           gpointer             progress_data,
           GCancellable        *cancellable,
           GError             **error)
{
  guint8 chunk[CHUNK_SIZE];
  guint64 done = 0;
  uLong crc = crc32 (0, NULL, 0);

  while (done < part->size)
    {
      gsize length = MIN (part->size - done, sizeof chunk);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      if (!unpack (self, unpacker, chunk, length))
        {
          g_set_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_DAMAGED,
                       "the part “%s” cannot be unpacked beyond byte %" G_GUINT64_FORMAT, part->name, done);
          return FALSE;
        }

      crc = crc32 (crc, chunk, length);
      done += length;

      if (func != NULL && !func ((const char *) chunk, length, data, error))
        return FALSE;
      if (progress != NULL)
        progress ((double) done / part->size, progress_data);
    }

  if (crc == part->crc)
    return TRUE;

  g_set_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_DAMAGED,
               "the part “%s” is damaged: its checksum is wrong", part->name);

  return FALSE;
}

/* Unpacks @part piece by piece. All of it was good when this returns TRUE: its length and its checksum agree. */
gboolean
_koyomi_package_read (KoyomiPackage       *self,
                      const KoyomiPart    *part,
                      KoyomiPackageFunc    func,
                      gpointer             data,
                      KoyomiProgressFunc   progress,
                      gpointer             progress_data,
                      GCancellable        *cancellable,
                      GError             **error)
{
  Unpacker unpacker = { .stored = part->method == 0, .offset = part->offset, .left = part->packed };
  gboolean done;

  if (!check_part (self, part, error))
    return FALSE;

  if (!unpacker.stored && inflateInit2 (&unpacker.stream, -MAX_WBITS) != Z_OK)
    g_error ("zlib cannot be used: out of memory, or another version than the program was built with");

  done = read_part (self, part, &unpacker, func, data, progress, progress_data, cancellable, error);

  if (!unpacker.stored)
    inflateEnd (&unpacker.stream);

  return done;
}

/* Returns: (transfer full) (nullable): the part that @target means when the part @base names it; NULL when that leads out
 *   of the package */
char *
_koyomi_package_resolve (const char *base,
                         const char *target)
{
  const char *slash = strrchr (base, '/');
  g_autofree char *folder = slash != NULL ? g_strndup (base, slash - base) : g_strdup ("");
  g_autofree char *path = *target == '/' ? g_strdup (target) : g_strconcat (folder, "/", target, NULL);
  g_auto(GStrv) segments = g_strsplit (path, "/", -1);
  g_autoptr(GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; segments[i] != NULL; i++)
    {
      if (g_str_equal (segments[i], "..") && kept->len == 0)
        return NULL;
      else if (g_str_equal (segments[i], ".."))
        g_ptr_array_set_size (kept, kept->len - 1);
      else if (*segments[i] != '\0' && !g_str_equal (segments[i], "."))
        g_ptr_array_add (kept, segments[i]);
    }

  g_ptr_array_add (kept, NULL);

  return g_strjoinv ("/", (char **) kept->pdata);
}
