#include "koyomi-package-private.h"

#include "koyomi-report-error.h"

#include <string.h>
#include <unistd.h>

#define END_SIZE          22
#define END_SEARCH        (END_SIZE + 65535)
#define ZIP64_LOCATOR     20
#define ZIP64_END_SIZE    56
#define ENTRY_SIZE        46
#define HEADER_SIZE       30
#define MAX_DIRECTORY     (G_GUINT64_CONSTANT (8) << 20)

typedef struct
{
  guint64 n_entries;
  guint64 offset;
  guint64 size;
} Directory;

static guint16
get_16 (const guint8 *bytes)
{
  return bytes[0] | bytes[1] << 8;
}

static guint32
get_32 (const guint8 *bytes)
{
  return get_16 (bytes) | (guint32) get_16 (bytes + 2) << 16;
}

static guint64
get_64 (const guint8 *bytes)
{
  return get_32 (bytes) | (guint64) get_32 (bytes + 4) << 32;
}

static gboolean
fail (GError     **error,
      const char  *what)
{
  g_set_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_DAMAGED, "the zip directory is damaged: %s", what);
  return FALSE;
}

static gboolean
read_bytes (int      fd,
            guint64  offset,
            guint8  *bytes,
            gsize    length)
{
  while (length > 0)
    {
      gssize n = pread (fd, bytes, length, offset);

      if (n <= 0)
        return FALSE;

      bytes += n;
      offset += n;
      length -= n;
    }

  return TRUE;
}

/* Where the plain numbers do not suffice they are all ones, and the true ones stand in a record that a locator before
 * the end points to. */
static gboolean
read_zip64_end (int         fd,
                guint64     end,
                Directory  *directory,
                GError    **error)
{
  guint8 record[ZIP64_END_SIZE];
  guint64 offset;

  if (end < ZIP64_LOCATOR || !read_bytes (fd, end - ZIP64_LOCATOR, record, ZIP64_LOCATOR) || get_32 (record) != 0x07064b50)
    return fail (error, "its zip64 locator is missing");

  offset = get_64 (record + 8);
  if (offset > end || !read_bytes (fd, offset, record, sizeof record) || get_32 (record) != 0x06064b50)
    return fail (error, "its zip64 end is missing");

  directory->n_entries = get_64 (record + 32);
  directory->size = get_64 (record + 40);
  directory->offset = get_64 (record + 48);

  return TRUE;
}

static gboolean
find_directory (int         fd,
                guint64     size,
                Directory  *directory,
                GError    **error)
{
  gsize length = MIN (size, END_SEARCH);
  g_autofree guint8 *tail = g_malloc (MAX (length, 1));
  const guint8 *end = NULL;

  if (!read_bytes (fd, size - length, tail, length))
    return fail (error, "it cannot be read");

  for (gsize i = length >= END_SIZE ? length - END_SIZE + 1 : 0; i > 0 && end == NULL; i--)
    if (get_32 (tail + i - 1) == 0x06054b50)
      end = tail + i - 1;

  if (end == NULL)
    return fail (error, "it has no end, as if the file were cut off");

  directory->n_entries = get_16 (end + 10);
  directory->size = get_32 (end + 12);
  directory->offset = get_32 (end + 16);

  if (directory->n_entries == 0xffff || directory->size == 0xffffffff || directory->offset == 0xffffffff)
    return read_zip64_end (fd, size - length + (end - tail), directory, error);

  return TRUE;
}

static void
read_zip64_sizes (KoyomiPart   *part,
                  const guint8 *extra,
                  gsize         length)
{
  while (length >= 4)
    {
      gsize field = get_16 (extra + 2);
      const guint8 *value = extra + 4;

      if (field > length - 4)
        return;

      if (get_16 (extra) == 0x0001)
        {
          const guint8 *end = value + field;

          if (part->size == 0xffffffff && end - value >= 8)
            {
              part->size = get_64 (value);
              value += 8;
            }
          if (part->packed == 0xffffffff && end - value >= 8)
            {
              part->packed = get_64 (value);
              value += 8;
            }
          if (part->offset == 0xffffffff && end - value >= 8)
            part->offset = get_64 (value);
          return;
        }

      extra += 4 + field;
      length -= 4 + field;
    }
}

/* Finds the bytes of @part, behind a header of its own. */
static gboolean
find_bytes (int          fd,
            guint64      size,
            KoyomiPart  *part,
            GError     **error)
{
  guint8 header[HEADER_SIZE];
  guint64 begin;

  if (part->offset > size || !read_bytes (fd, part->offset, header, sizeof header) || get_32 (header) != 0x04034b50)
    return fail (error, "a part is not where it should be");

  begin = part->offset + HEADER_SIZE + get_16 (header + 26) + get_16 (header + 28);
  if (begin > size || part->packed > size - begin)
    return fail (error, "a part is cut off");

  part->offset = begin;

  return TRUE;
}

static KoyomiPart *
read_entry (const guint8  *entry,
            gsize          left,
            gsize         *used,
            GError       **error)
{
  g_autoptr(KoyomiPart) part = g_new0 (KoyomiPart, 1);
  gsize name_length, extra_length;

  if (left < ENTRY_SIZE || get_32 (entry) != 0x02014b50)
    {
      fail (error, "an entry is missing");
      return NULL;
    }

  name_length = get_16 (entry + 28);
  extra_length = get_16 (entry + 30);
  *used = ENTRY_SIZE + name_length + extra_length + get_16 (entry + 32);
  if (*used > left)
    {
      fail (error, "an entry is cut off");
      return NULL;
    }

  part->flags = get_16 (entry + 8);
  part->method = get_16 (entry + 10);
  part->crc = get_32 (entry + 16);
  part->packed = get_32 (entry + 20);
  part->size = get_32 (entry + 24);
  part->offset = get_32 (entry + 42);
  read_zip64_sizes (part, entry + ENTRY_SIZE + name_length, extra_length);

  if (memchr (entry + ENTRY_SIZE, '\0', name_length) != NULL)
    {
      fail (error, "the name of a part holds a NUL");
      return NULL;
    }
  part->name = g_utf8_make_valid ((const char *) entry + ENTRY_SIZE, name_length);

  return g_steal_pointer (&part);
}

void
_koyomi_part_free (KoyomiPart *self)
{
  g_free (self->name);
  g_free (self);
}

/* Returns: (element-type KoyomiPart): in the order of the file, folders left out */
GPtrArray *
_koyomi_zip_read_directory (int                       fd,
                            guint64                   size,
                            const KoyomiTableLimits  *limits,
                            GError                  **error)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) _koyomi_part_free);
  g_autofree guint8 *bytes = NULL;
  Directory directory;
  gsize offset = 0;

  if (!find_directory (fd, size, &directory, error))
    return NULL;

  if (directory.n_entries > limits->n_parts || directory.size > MAX_DIRECTORY)
    {
      g_set_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_TOO_LARGE,
                   "the zip file has %" G_GUINT64_FORMAT " parts", directory.n_entries);
      return NULL;
    }

  if (directory.offset > size || directory.size > size - directory.offset)
    {
      fail (error, "it points behind the end of the file");
      return NULL;
    }

  bytes = g_malloc (MAX (directory.size, 1));
  if (!read_bytes (fd, directory.offset, bytes, directory.size))
    {
      fail (error, "it cannot be read");
      return NULL;
    }

  for (guint64 i = 0; i < directory.n_entries; i++)
    {
      gsize used;
      KoyomiPart *part = read_entry (bytes + offset, directory.size - offset, &used, error);

      if (part == NULL)
        return NULL;

      offset += used;
      if (!find_bytes (fd, size, part, error))
        {
          _koyomi_part_free (part);
          return NULL;
        }

      if (g_str_has_suffix (part->name, "/"))
        _koyomi_part_free (part);
      else
        g_ptr_array_add (parts, part);
    }

  return g_steal_pointer (&parts);
}
