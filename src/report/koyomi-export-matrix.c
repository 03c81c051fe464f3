#include "koyomi-export-matrix.h"

#include "koyomi-export-private.h"
#include "koyomi-matrix-csv-private.h"
#include "koyomi-matrix-pdf-private.h"
#include "koyomi-matrix-xlsx-private.h"

typedef struct
{
  KoyomiMatrixReport              *report;
  const KoyomiMatrixExportOptions *options;
  KoyomiExportFormat               format;
  const char                      *path;
  KoyomiProgressFunc               progress;
  gpointer                         progress_data;
  GCancellable                    *cancellable;
} Export;

static gboolean
write_file (KoyomiOutputFile  *file,
            gpointer           data,
            GError           **error)
{
  const Export *self = data;

  switch (self->format)
    {
    case KOYOMI_EXPORT_FORMAT_XLSX:
      return _koyomi_matrix_write_xlsx (self->report, koyomi_output_file_get_path (file), self->path, self->progress,
                                        self->progress_data, self->cancellable, error);
    case KOYOMI_EXPORT_FORMAT_PDF:
      return _koyomi_matrix_write_pdf (self->report, self->options->paper, koyomi_output_file_get_stream (file), self->cancellable,
                                       error);
    case KOYOMI_EXPORT_FORMAT_CSV:
      return _koyomi_matrix_write_csv (self->report, self->options->is_wide, koyomi_output_file_get_stream (file), self->cancellable,
                                       error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* Whether the matrix can leave the program in that form. */
gboolean
koyomi_matrix_export_knows (KoyomiExportFormat format)
{
  return format == KOYOMI_EXPORT_FORMAT_XLSX || format == KOYOMI_EXPORT_FORMAT_PDF || format == KOYOMI_EXPORT_FORMAT_CSV;
}

/**
 * koyomi_matrix_export:
 * @path: the file to write; one that is there is replaced once the new one is whole
 *
 * Writes who does what in a catalogue on a day, with maturity, breaches of rules and load where the form has room for them. The file
 * appears whole, with mode 0600, or not at all.
 *
 * Returns: FALSE with a %KOYOMI_REPORT_ERROR, a %KOYOMI_PLAN_ERROR or %G_IO_ERROR_CANCELLED
 */
gboolean
koyomi_matrix_export (KoyomiSession                    *session,
                      const KoyomiMatrixExportOptions  *options,
                      KoyomiExportFormat                format,
                      const char                       *path,
                      KoyomiProgressFunc                progress,
                      gpointer                          progress_data,
                      GCancellable                     *cancellable,
                      GError                          **error)
{
  g_autoptr(KoyomiMatrixReport) report = NULL;
  g_autoptr(KoyomiOutputFile) file = NULL;
  Export export = { NULL, options, format, path, progress, progress_data, cancellable };

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), FALSE);
  g_return_val_if_fail (koyomi_matrix_export_knows (format), FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      (file = koyomi_output_file_new (path, error)) == NULL ||
      (report = _koyomi_matrix_report_load (session, options->catalogue, options->day, options->language, error)) == NULL)
    return FALSE;

  export.report = report;
  if (!_koyomi_export_write (file, path, write_file, &export, cancellable, error))
    return FALSE;

  if (progress != NULL)
    progress (1, progress_data);

  return TRUE;
}
