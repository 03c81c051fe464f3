#include "koyomi-document-csv-private.h"

#include "koyomi-csv.h"

static void
append_cell (GString    *csv,
             guint       column,
             const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  koyomi_csv_append_cell (csv, column, valid);
}

static void
append_table (GString                   *csv,
              const KoyomiDocumentTable *table)
{
  for (guint i = 0; i < table->columns->len; i++)
    append_cell (csv, i, g_array_index (table->columns, KoyomiDocumentColumn, i).label);
  koyomi_csv_end_row (csv);

  for (guint i = 0; i < table->rows->len; i++)
    {
      const KoyomiDocumentRow *row = g_ptr_array_index (table->rows, i);

      for (guint column = 0; column < table->columns->len; column++)
        append_cell (csv, column, g_array_index (row->cells, KoyomiDocumentCell, column).text);
      koyomi_csv_end_row (csv);
    }
}

static const KoyomiDocumentTable *
find_list (const KoyomiDocument *self)
{
  const KoyomiDocumentTable *list = self->text_list;

  for (guint i = 0; i < self->tables->len && list == NULL; i++)
    if (((const KoyomiDocumentTable *) g_ptr_array_index (self->tables, i))->is_list)
      list = g_ptr_array_index (self->tables, i);

  return list;
}

/* One list of the document. The stream stays open. */
gboolean
_koyomi_document_write_csv (const KoyomiDocument  *self,
                            GOutputStream         *stream,
                            GCancellable          *cancellable,
                            GError               **error)
{
  const KoyomiDocumentTable *list = find_list (self);
  g_autoptr(GString) csv = g_string_new (NULL);

  koyomi_csv_begin (csv);
  if (list != NULL)
    append_table (csv, list);

  return g_output_stream_write_all (stream, csv->str, csv->len, NULL, cancellable, error);
}
