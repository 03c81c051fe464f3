#include "koyomi-run-csv.h"

#include "koyomi-csv.h"
#include "koyomi-run-import-private.h"

#define CHUNK_SIZE (64 * 1024)

typedef struct
{
  GString        *csv;
  GOutputStream  *stream;
  KoyomiLanguage  language;
  GCancellable   *cancellable;
} Writing;

static gboolean
flush (Writing  *self,
       GError  **error)
{
  gboolean done = g_output_stream_write_all (self->stream, self->csv->str, self->csv->len, NULL, self->cancellable, error);

  g_string_truncate (self->csv, 0);

  return done;
}

/* A spreadsheet takes a key for a number and rounds it at the fifteenth digit, unless a letter stands before it. */
static char *
format_cell (const KoyomiRunRow *row,
             KoyomiRunColumn     column,
             KoyomiLanguage      language)
{
  if (column == KOYOMI_RUN_COLUMN_KEY)
    return g_strdup_printf (KOYOMI_RUN_KEY_PREFIX "%" G_GINT64_FORMAT, koyomi_record_get_id (row->run));

  return koyomi_run_row_format (row, column, language);
}

static gboolean
write_row (const KoyomiRunRow  *row,
           gpointer             data,
           GError             **error)
{
  Writing *self = data;

  for (guint column = 0; column < KOYOMI_N_RUN_COLUMNS; column++)
    {
      g_autofree char *text = format_cell (row, column, self->language);

      koyomi_csv_append_cell (self->csv, column, text);
    }
  koyomi_csv_end_row (self->csv);

  return self->csv->len < CHUNK_SIZE || flush (self, error);
}

/* Writes a row a run, texts and headings in the calendar's language. The stream stays open. */
gboolean
koyomi_run_csv_write (KoyomiSession       *session,
                      KoyomiCalendar      *calendar,
                      GOutputStream       *stream,
                      KoyomiProgressFunc   progress,
                      gpointer             progress_data,
                      GCancellable        *cancellable,
                      GError             **error)
{
  g_autoptr(GString) csv = g_string_sized_new (CHUNK_SIZE + 4096);
  Writing writing = { csv, stream, calendar->language, cancellable };

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), FALSE);

  koyomi_csv_begin (csv);
  for (guint column = 0; column < KOYOMI_N_RUN_COLUMNS; column++)
    koyomi_csv_append_cell (csv, column, koyomi_run_column_get_label (column, calendar->language));
  koyomi_csv_end_row (csv);

  return koyomi_run_table_for_each (session, calendar, write_row, &writing, progress, progress_data, cancellable, error) &&
         flush (&writing, error);
}
