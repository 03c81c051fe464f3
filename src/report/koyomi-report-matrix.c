#include "koyomi-report-face-private.h"

#include "koyomi-day.h"
#include "koyomi-matrix-print.h"
#include "koyomi-matrix-report-private.h"

static KoyomiMatrixExportOptions
get_export_options (const KoyomiReportOptions *options)
{
  return (KoyomiMatrixExportOptions) {
    .day = koyomi_time_get_day (options->now), .language = options->language, .paper = KOYOMI_PAPER_A3,
  };
}

static gpointer
load (KoyomiSession              *session,
      const KoyomiReportOptions  *options,
      guint                      *n_pages,
      GError                    **error)
{
  const KoyomiMatrixExportOptions export_options = get_export_options (options);
  KoyomiMatrixPrint *print = koyomi_matrix_print_load (session, &export_options, error);
  double width, height;

  if (print == NULL)
    return NULL;

  koyomi_paper_get_size (KOYOMI_PAPER_A3, &width, &height);
  *n_pages = koyomi_matrix_print_lay_out (print, width, height);

  return print;
}

static char *
dup_number (const KoyomiReportOptions *options)
{
  return _koyomi_matrix_report_dup_number (koyomi_time_get_day (options->now));
}

static void
paint_page (gpointer  print,
            guint     page,
            cairo_t  *cr)
{
  koyomi_matrix_print_paint (print, page, cr);
}

static gboolean
write_matrix (KoyomiSession              *session,
              const KoyomiReportOptions  *options,
              KoyomiExportFormat          format,
              const char                 *path,
              KoyomiProgressFunc          progress,
              gpointer                    progress_data,
              GCancellable               *cancellable,
              GError                    **error)
{
  const KoyomiMatrixExportOptions export_options = get_export_options (options);

  return koyomi_matrix_export (session, &export_options, format, path, progress, progress_data, cancellable, error);
}

const KoyomiReportFace _koyomi_report_matrix = {
  KOYOMI_PAPER_A3, load, (GDestroyNotify) koyomi_matrix_print_free, dup_number, paint_page, write_matrix,
};
