#include "koyomi-reference.h"

#include "koyomi-data.h"

#include <string.h>

struct _KoyomiReference
{
  char      *text;      /* the whole table; tabs and newlines are cut to terminators */
  char     **columns;
  guint      n_columns;
  GPtrArray *rows;      /* (element-type char**), each n_columns long */
};

static KoyomiReference *
parse_table (GBytes *bytes)
{
  KoyomiReference *self = g_new0 (KoyomiReference, 1);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  char *line;
  char *next;

  self->text = g_strndup (data, size);
  self->rows = g_ptr_array_new_with_free_func (g_free);

  for (line = self->text; line != NULL && *line != '\0'; line = next)
    {
      char **cells;
      guint i = 0;

      if ((next = strchr (line, '\n')) != NULL)
        *next++ = '\0';

      if (self->columns == NULL)
        {
          self->columns = g_strsplit (line, "\t", -1);
          self->n_columns = g_strv_length (self->columns);
          continue;
        }

      cells = g_new (char *, self->n_columns);
      for (char *cell = line; i < self->n_columns; i++)
        {
          cells[i] = cell;
          if ((cell = strchr (cell, '\t')) != NULL)
            *cell++ = '\0';
          else
            cell = cells[i] + strlen (cells[i]);
        }

      g_ptr_array_add (self->rows, cells);
    }

  return self;
}

static int
find_column (const KoyomiReference *self,
             const char            *column)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (strcmp (self->columns[i], column) == 0)
      return i;

  return -1;
}

/**
 * koyomi_reference_get:
 * @name: the file's path below data/ without its ending, such as "reference/holidays_jp"
 *
 * Returns: the table, owned by the program. Asking for a table that is not compiled in is a programming error.
 */
const KoyomiReference *
koyomi_reference_get (const char *name)
{
  static GMutex mutex;
  static GHashTable *tables;
  KoyomiReference *self;

  g_mutex_lock (&mutex);

  if (tables == NULL)
    tables = g_hash_table_new (g_str_hash, g_str_equal);

  if ((self = g_hash_table_lookup (tables, name)) == NULL)
    {
      g_autofree char *path = g_strdup_printf ("/koyomi/%s.tsv", name);
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = g_resource_lookup_data (koyomi_data_get_resource (), path,
                                                         G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

      if (bytes == NULL)
        g_error ("%s", error->message);

      self = parse_table (bytes);
      g_hash_table_insert (tables, g_strdup (name), self);
    }

  g_mutex_unlock (&mutex);

  return self;
}

guint
koyomi_reference_get_n_rows (const KoyomiReference *self)
{
  return self->rows->len;
}

gboolean
koyomi_reference_has_column (const KoyomiReference *self,
                             const char            *column)
{
  return find_column (self, column) >= 0;
}

/* An empty cell is "". A column that the table does not have is a programming error. */
const char *
koyomi_reference_get_text (const KoyomiReference *self,
                           guint                  row,
                           const char            *column)
{
  int index = find_column (self, column);

  g_return_val_if_fail (row < self->rows->len, "");
  g_return_val_if_fail (index >= 0, "");

  return ((char **) g_ptr_array_index (self->rows, row))[index];
}

/* An empty cell is 0. */
gint64
koyomi_reference_get_int (const KoyomiReference *self,
                          guint                  row,
                          const char            *column)
{
  return g_ascii_strtoll (koyomi_reference_get_text (self, row, column), NULL, 10);
}

/* The cell of "@column_ja" or "@column_en". */
const char *
koyomi_reference_get_localized (const KoyomiReference *self,
                                guint                  row,
                                const char            *column,
                                KoyomiLanguage         language)
{
  g_autofree char *name = g_strdup_printf ("%s_%s", column, koyomi_language_get_code (language));

  return koyomi_reference_get_text (self, row, name);
}
