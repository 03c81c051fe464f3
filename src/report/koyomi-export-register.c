#include "koyomi-export-register.h"

#include "koyomi-day.h"
#include "koyomi-document-export-private.h"
#include "koyomi-register.h"

#include <math.h>

/* Wide enough for what stands in a field of that type. */
static guint
get_width (const KoyomiField *field)
{
  switch ((int) field->type)
    {
    case KOYOMI_FIELD_TEXT:
    case KOYOMI_FIELD_REF:
      return field->flags & KOYOMI_FIELD_TRANSLATED ? 8 : 4;
    default:
      return 4;
    }
}

static void
add_columns (const KoyomiDocument *document,
             KoyomiDocumentTable  *list,
             const KoyomiTable    *table)
{
  for (guint i = 1; i < table->n_fields; i++)
    _koyomi_document_add_column (list, koyomi_tr (document->language, table->fields[i].label), get_width (&table->fields[i]));
  _koyomi_document_add_column (list, koyomi_tr (document->language, N_("State")), 4);
  _koyomi_document_add_column (list, koyomi_tr (document->language, N_("Next date")), 4);
}

static void
add_name (KoyomiDocumentRow *cells,
          GHashTable        *index,
          gint64             id)
{
  KoyomiRecord *record = g_hash_table_lookup (index, &id);

  _koyomi_document_add_text (cells, record != NULL ? koyomi_record_get_title (record) : "");
}

static void
add_field (KoyomiDocumentRow *cells,
           KoyomiRecord      *record,
           int                field,
           GHashTable        *index,
           KoyomiLanguage     language)
{
  gboolean is_none = koyomi_record_is_none (record, field);

  switch ((int) koyomi_record_get_table (record)->fields[KOYOMI_FIELD_INDEX (field)].type)
    {
    case KOYOMI_FIELD_REF:
      add_name (cells, index, koyomi_record_get_int (record, field));
      break;
    case KOYOMI_FIELD_DAY:
      _koyomi_document_add_day (cells, koyomi_record_get_day (record, field));
      break;
    case KOYOMI_FIELD_INT:
      _koyomi_document_add_number (cells, is_none ? (double) NAN : (double) koyomi_record_get_int (record, field));
      break;
    case KOYOMI_FIELD_REAL:
      _koyomi_document_add_number (cells, is_none ? (double) NAN : koyomi_record_get_real (record, field));
      break;
    default:
      _koyomi_document_take_text (cells, koyomi_record_format (record, field, language));
      break;
    }
}

static void
add_row (const KoyomiDocument    *document,
         KoyomiDocumentTable     *list,
         const KoyomiRegisterRow *row,
         GPtrArray               *indexes)
{
  const KoyomiTable *table = koyomi_record_get_table (row->record);
  KoyomiDocumentRow *cells = _koyomi_document_add_row (list, table->name, koyomi_record_get_id (row->record));

  for (guint i = 1; i < table->n_fields; i++)
    add_field (cells, row->record, koyomi_record_get_table_id (row->record) << 8 | i, g_ptr_array_index (indexes, i), document->language);
  _koyomi_document_add_text (cells, koyomi_register_state_get_label (row->state, document->language));
  _koyomi_document_add_day (cells, row->day);
}

/* One sheet, a row a row. */
static KoyomiDocument *
load_document (KoyomiSession   *session,
               KoyomiTableId    id,
               const char      *title,
               KoyomiLanguage   language,
               GError         **error)
{
  g_autoptr(GPtrArray) rows = koyomi_session_load_register (session, id, koyomi_day_today (), language, error);
  g_autoptr(KoyomiDocument) document = rows != NULL ? _koyomi_document_new (session, koyomi_day_today (), language, error) : NULL;
  g_autoptr(GPtrArray) indexes = document != NULL ? koyomi_session_index_references (session, id, language, error) : NULL;
  KoyomiDocumentTable *list;

  if (indexes == NULL)
    return NULL;

  document->title = g_strdup (title);
  document->subject = g_strdup ("");
  document->period = g_strdup ("");
  _koyomi_document_add_sheet (document, title);
  list = _koyomi_document_add_table (document, title);
  list->is_list = TRUE;
  list->empty = g_strdup (koyomi_tr (language, N_("No Rows")));
  add_columns (document, list, koyomi_dictionary_get_table (id));
  for (guint i = 0; i < rows->len; i++)
    add_row (document, list, g_ptr_array_index (rows, i), indexes);

  return g_steal_pointer (&document);
}

/**
 * koyomi_register_export:
 * @table: of risks, contracts, obligations, policies or exceptions
 * @title: of the sheet, translated
 * @format: a workbook or a text table
 * @path: the file to write; one that is there is replaced once the new one is whole
 *
 * Writes all rows of a register with all that is told of them, and how each stands today.
 *
 * Returns: FALSE with a %KOYOMI_REPORT_ERROR, a %KOYOMI_PLAN_ERROR or %G_IO_ERROR_CANCELLED
 */
gboolean
koyomi_register_export (KoyomiSession        *session,
                        KoyomiTableId         table,
                        const char           *title,
                        KoyomiLanguage        language,
                        KoyomiExportFormat    format,
                        const char           *path,
                        KoyomiProgressFunc    progress,
                        gpointer              progress_data,
                        GCancellable         *cancellable,
                        GError              **error)
{
  g_autoptr(KoyomiDocument) document = NULL;
  g_autoptr(KoyomiOutputFile) file = NULL;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), FALSE);
  g_return_val_if_fail (format == KOYOMI_EXPORT_FORMAT_XLSX || format == KOYOMI_EXPORT_FORMAT_CSV, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      (file = koyomi_output_file_new (path, error)) == NULL ||
      (document = load_document (session, table, title, language, error)) == NULL)
    return FALSE;

  return _koyomi_document_export (document, format, file, path, progress, progress_data, cancellable, error);
}
