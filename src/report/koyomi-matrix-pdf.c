#include "koyomi-matrix-pdf-private.h"

#include "koyomi-pdf-facts-private.h"
#include "koyomi-surface-stream-private.h"

static cairo_status_t
paint_pages (cairo_surface_t    *surface,
             KoyomiMatrixSheets *sheets,
             GCancellable       *cancellable)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  for (guint i = 0; i < _koyomi_matrix_sheets_get_n_pages (sheets) && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_autofree char *label = g_strdup_printf ("%u", i + 1);

      cairo_pdf_surface_set_page_label (surface, label);
      _koyomi_matrix_sheets_paint (sheets, i, cr);
      cairo_show_page (cr);
    }

  status = cairo_status (cr);
  cairo_destroy (cr);

  return status;
}

/* Writes the matrix, the radar and the gaps, the load and the breaches of rules on sheets of paper. The same plan at the same moment
 * always gives the same bytes. The stream stays open. */
gboolean
_koyomi_matrix_write_pdf (KoyomiMatrixReport  *report,
                          KoyomiPaper          paper,
                          GOutputStream       *stream,
                          GCancellable        *cancellable,
                          GError             **error)
{
  g_autoptr(KoyomiMatrixSheets) sheets = NULL;
  g_autofree char *title = _koyomi_matrix_report_dup_title (report);
  KoyomiSurfaceStream target;
  cairo_surface_t *surface;
  cairo_status_t status;
  double width = 0, height = 0;

  koyomi_paper_get_size (paper, &width, &height);
  sheets = _koyomi_matrix_sheets_new (report, width, height);
  _koyomi_surface_stream_init (&target, stream, cancellable);
  surface = cairo_pdf_surface_create_for_stream (_koyomi_surface_stream_write, &target, width, height);

  _koyomi_pdf_describe (surface, report->facts, title);
  status = paint_pages (surface, sheets, cancellable);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return _koyomi_surface_stream_finish (&target, status, error);
}
