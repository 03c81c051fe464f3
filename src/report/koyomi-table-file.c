#include "koyomi-table-file.h"

#include "koyomi-input-private.h"
#include "koyomi-report-error.h"

#include <string.h>
#include <unistd.h>

#define MAGIC_SIZE 8

struct _KoyomiTableFile
{
  KoyomiTableLimits  limits;
  KoyomiXlsxReader  *workbook;    /* one of the two */
  KoyomiTextTable   *text;
};

static gboolean
read_magic (const char  *path,
            guint8      *magic,
            GError     **error)
{
  guint64 size;
  int fd = _koyomi_input_open (path, &size, error);
  gssize n;

  if (fd < 0)
    return FALSE;

  n = read (fd, magic, MAGIC_SIZE);
  close (fd);
  if (n >= 0)
    return TRUE;

  g_set_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_UNREADABLE, "“%s” cannot be read", path);

  return FALSE;
}

/**
 * koyomi_table_file_open:
 * @options: (nullable): what is known of a text table
 * @limits: (nullable): what is accepted, NULL for the usual
 *
 * What the file is shows by its content and not by its name.
 */
KoyomiTableFile *
koyomi_table_file_open (const char                    *path,
                        const KoyomiTextTableOptions  *options,
                        const KoyomiTableLimits       *limits,
                        GCancellable                  *cancellable,
                        GError                       **error)
{
  static const guint8 ole[MAGIC_SIZE] = { 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1 };

  g_autoptr(KoyomiTableFile) self = g_new0 (KoyomiTableFile, 1);
  guint8 magic[MAGIC_SIZE] = { 0 };

  if (limits != NULL)
    self->limits = *limits;
  else
    koyomi_table_limits_init (&self->limits);

  if (!read_magic (path, magic, error))
    return NULL;

  if (memcmp (magic, ole, sizeof ole) == 0)
    {
      g_set_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_PROTECTED,
                   "“%s” is protected by a password, or is an old .xls workbook: save it as .xlsx without a password",
                   path);
      return NULL;
    }

  if (memcmp (magic, "PK\3\4", 4) == 0 || memcmp (magic, "PK\5\6", 4) == 0)
    self->workbook = koyomi_xlsx_reader_open (path, &self->limits, cancellable, error);
  else
    self->text = koyomi_text_table_open (path, options, &self->limits, error);

  return self->workbook != NULL || self->text != NULL ? g_steal_pointer (&self) : NULL;
}

void
koyomi_table_file_free (KoyomiTableFile *self)
{
  if (self == NULL)
    return;

  koyomi_xlsx_reader_free (self->workbook);
  koyomi_text_table_free (self->text);
  g_free (self);
}

gboolean
koyomi_table_file_is_workbook (KoyomiTableFile *self)
{
  return self->workbook != NULL;
}

guint
koyomi_table_file_get_n_sheets (KoyomiTableFile *self)
{
  return self->workbook != NULL ? koyomi_xlsx_reader_get_n_sheets (self->workbook) : 1;
}

const char *
koyomi_table_file_get_sheet_name (KoyomiTableFile *self,
                                  guint            sheet)
{
  return self->workbook != NULL ? koyomi_xlsx_reader_get_sheet_name (self->workbook, sheet)
                                : koyomi_text_table_get_name (self->text);
}

KoyomiXlsxSheetState
koyomi_table_file_get_sheet_state (KoyomiTableFile *self,
                                   guint            sheet)
{
  return self->workbook != NULL ? koyomi_xlsx_reader_get_sheet_state (self->workbook, sheet) : KOYOMI_XLSX_SHEET_VISIBLE;
}

/* As koyomi_xlsx_reader_read(); a text table has no merged cells. */
gboolean
koyomi_table_file_read (KoyomiTableFile     *self,
                        guint                sheet,
                        KoyomiSheetRowFunc   func,
                        gpointer             data,
                        GArray             **merges,
                        KoyomiProgressFunc   progress,
                        gpointer             progress_data,
                        GCancellable        *cancellable,
                        GError             **error)
{
  g_return_val_if_fail (sheet < koyomi_table_file_get_n_sheets (self), FALSE);

  if (self->workbook != NULL)
    return koyomi_xlsx_reader_read (self->workbook, sheet, func, data, merges, progress, progress_data, cancellable, error);

  if (!koyomi_text_table_read (self->text, func, data, progress, progress_data, cancellable, error))
    return FALSE;

  if (merges != NULL)
    *merges = g_array_new (FALSE, FALSE, sizeof (KoyomiSheetRange));

  return TRUE;
}

/* Returns: the whole sheet, with its merged cells */
KoyomiSheet *
koyomi_table_file_load_sheet (KoyomiTableFile     *self,
                              guint                sheet,
                              KoyomiProgressFunc   progress,
                              gpointer             progress_data,
                              GCancellable        *cancellable,
                              GError             **error)
{
  g_autoptr(KoyomiSheet) loaded = koyomi_sheet_new (koyomi_table_file_get_sheet_name (self, sheet), &self->limits);
  g_autoptr(GArray) merges = NULL;

  if (!koyomi_table_file_read (self, sheet, koyomi_sheet_add_row, loaded, &merges, progress, progress_data, cancellable, error))
    return NULL;

  koyomi_sheet_set_merges (loaded, merges);

  return g_steal_pointer (&loaded);
}
