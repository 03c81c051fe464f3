#include "koyomi-export-metric.h"

#include "koyomi-document-export-private.h"
#include "koyomi-export-private.h"
#include "koyomi-metric-picture-private.h"

/* How far the work is when the figures are reckoned. */
#define LOADED 0.4

typedef struct
{
  KoyomiMetricReport       *report;
  const KoyomiMetricCourse *course;        /* (nullable) */
  KoyomiPictureFormat       format;
  GCancellable             *cancellable;
} Picture;

static gboolean
write_picture (KoyomiOutputFile  *file,
               gpointer           data,
               GError           **error)
{
  const Picture *self = data;

  return _koyomi_metric_picture_write (self->report, self->course, self->format, koyomi_output_file_get_stream (file), self->cancellable, error);
}

/* Whether metrics can leave the program in that form. */
gboolean
koyomi_metric_export_knows (KoyomiExportFormat format)
{
  return _koyomi_document_export_knows (format) || format == KOYOMI_EXPORT_FORMAT_PNG || format == KOYOMI_EXPORT_FORMAT_SVG;
}

/* Of the metric that is named, else of the board page. */
static gboolean
export_picture (KoyomiMetricReport  *report,
                const char          *code,
                KoyomiExportFormat   format,
                KoyomiOutputFile    *file,
                const char          *path,
                GCancellable        *cancellable,
                GError             **error)
{
  Picture picture = { report, NULL, format == KOYOMI_EXPORT_FORMAT_SVG ? KOYOMI_PICTURE_SVG : KOYOMI_PICTURE_PNG, cancellable };

  if (code != NULL && (picture.course = _koyomi_metric_report_find (report, code)) == NULL)
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND, "there is no metric “%s” in that quarter", code);
      return FALSE;
    }

  return _koyomi_export_write (file, path, write_picture, &picture, cancellable, error);
}

/**
 * koyomi_metric_export:
 * @path: the file to write; one that is there is replaced once the new one is whole
 *
 * Writes the metrics of a quarter: as a workbook with charts or as pages all of them, as a picture the board page or one metric, as a text table
 * a row a metric. The file appears whole, with mode 0600, or not at all.
 *
 * Returns: FALSE with a %KOYOMI_REPORT_ERROR, a %KOYOMI_PLAN_ERROR or %G_IO_ERROR_CANCELLED
 */
gboolean
koyomi_metric_export (KoyomiSession                    *session,
                      const KoyomiMetricExportOptions  *options,
                      KoyomiExportFormat                format,
                      const char                       *path,
                      KoyomiProgressFunc                progress,
                      gpointer                          progress_data,
                      GCancellable                     *cancellable,
                      GError                          **error)
{
  g_autoptr(KoyomiMetricReport) report = NULL;
  g_autoptr(KoyomiOutputFile) file = NULL;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), FALSE);
  g_return_val_if_fail (koyomi_metric_export_knows (format), FALSE);
  g_return_val_if_fail (options->quarter >= 1 && options->quarter <= 4, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      (file = koyomi_output_file_new (path, error)) == NULL ||
      (report = _koyomi_metric_report_load (session, options->year, options->quarter, options->now, options->language, error)) == NULL ||
      !_koyomi_metric_report_fill (report, error))
    return FALSE;

  if (progress != NULL)
    progress (LOADED, progress_data);
  if (!_koyomi_document_export_knows (format))
    return export_picture (report, options->metric, format, file, path, cancellable, error);

  return _koyomi_document_export (report->document, format, file, path, progress, progress_data, cancellable, error);
}
