#include "koyomi-xlsx-reader.h"

#include "koyomi-workbook-private.h"
#include "koyomi-xlsx-sheet-private.h"

struct _KoyomiXlsxReader
{
  KoyomiWorkbook        *workbook;
  KoyomiWorkbookStrings *strings;     /* read with the first sheet */
  GByteArray            *formats;
};

static const KoyomiWorkbookSheet *
get_sheet (KoyomiXlsxReader *self,
           guint             sheet)
{
  return g_ptr_array_index (self->workbook->sheets, sheet);
}

static gboolean
ensure_common_parts (KoyomiXlsxReader  *self,
                     GCancellable      *cancellable,
                     GError           **error)
{
  if (self->formats == NULL && (self->formats = _koyomi_workbook_read_formats (self->workbook, cancellable, error)) == NULL)
    return FALSE;

  if (self->strings == NULL && (self->strings = _koyomi_workbook_read_strings (self->workbook, cancellable, error)) == NULL)
    return FALSE;

  return TRUE;
}

/**
 * koyomi_xlsx_reader_open:
 * @limits: (nullable): what is accepted, NULL for the usual
 *
 * Opens an .xlsx or .xlsm workbook, also one of the strict variant. Macros, external data and pictures are not looked at.
 * koyomi_table_open() also tells what else a file may be.
 */
KoyomiXlsxReader *
koyomi_xlsx_reader_open (const char               *path,
                         const KoyomiTableLimits  *limits,
                         GCancellable             *cancellable,
                         GError                  **error)
{
  KoyomiWorkbook *workbook = _koyomi_workbook_open (path, limits, cancellable, error);
  KoyomiXlsxReader *self;

  if (workbook == NULL)
    return NULL;

  self = g_new0 (KoyomiXlsxReader, 1);
  self->workbook = workbook;

  return self;
}

void
koyomi_xlsx_reader_free (KoyomiXlsxReader *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->strings, _koyomi_workbook_strings_free);
  g_clear_pointer (&self->formats, g_byte_array_unref);
  _koyomi_workbook_free (self->workbook);
  g_free (self);
}

/* Sheets with cells, in the order of their tabs; chart sheets do not count. */
guint
koyomi_xlsx_reader_get_n_sheets (KoyomiXlsxReader *self)
{
  return self->workbook->sheets->len;
}

const char *
koyomi_xlsx_reader_get_sheet_name (KoyomiXlsxReader *self,
                                   guint             sheet)
{
  g_return_val_if_fail (sheet < self->workbook->sheets->len, NULL);

  return get_sheet (self, sheet)->name;
}

KoyomiXlsxSheetState
koyomi_xlsx_reader_get_sheet_state (KoyomiXlsxReader *self,
                                    guint             sheet)
{
  g_return_val_if_fail (sheet < self->workbook->sheets->len, KOYOMI_XLSX_SHEET_VISIBLE);

  return get_sheet (self, sheet)->state;
}

/**
 * koyomi_xlsx_reader_read:
 * @func: called for each row that holds something, in order
 * @merges: (out) (optional) (element-type KoyomiSheetRange): merged cells, known only at the end of a sheet
 *
 * Reads one sheet from its first row to its last without keeping it. Rows may have been told already when an error shows.
 */
gboolean
koyomi_xlsx_reader_read (KoyomiXlsxReader    *self,
                         guint                sheet,
                         KoyomiSheetRowFunc   func,
                         gpointer             data,
                         GArray             **merges,
                         KoyomiProgressFunc   progress,
                         gpointer             progress_data,
                         GCancellable        *cancellable,
                         GError             **error)
{
  g_autoptr(GArray) ranges = g_array_new (FALSE, FALSE, sizeof (KoyomiSheetRange));

  g_return_val_if_fail (sheet < self->workbook->sheets->len, FALSE);

  if (!ensure_common_parts (self, cancellable, error) ||
      !_koyomi_xlsx_sheet_read (self->workbook, get_sheet (self, sheet), self->strings, self->formats,
                                func, data, ranges, progress, progress_data, cancellable, error))
    return FALSE;

  if (merges != NULL)
    *merges = g_steal_pointer (&ranges);

  return TRUE;
}
