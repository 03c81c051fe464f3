#include "koyomi-document-pdf-private.h"

#include "koyomi-paper.h"
#include "koyomi-pdf-facts-private.h"
#include "koyomi-surface-stream-private.h"

static cairo_status_t
paint_pages (cairo_surface_t      *surface,
             KoyomiDocumentPages  *pages,
             GCancellable         *cancellable)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  for (guint i = 0; i < _koyomi_document_pages_get_n (pages) && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_autofree char *label = g_strdup_printf ("%u", i + 1);

      cairo_pdf_surface_set_page_label (surface, label);
      _koyomi_document_pages_paint (pages, i, cr);
      cairo_show_page (cr);
    }

  status = cairo_status (cr);
  cairo_destroy (cr);

  return status;
}

/* Writes the document on sheets of A4. The same document always gives the same bytes. The stream stays open. */
gboolean
_koyomi_document_write_pdf (const KoyomiDocument  *document,
                            GOutputStream         *stream,
                            GCancellable          *cancellable,
                            GError               **error)
{
  g_autoptr(KoyomiDocumentPages) pages = _koyomi_document_pages_new (document);
  g_autofree char *title = g_strjoin (" ", document->title, document->subject, NULL);
  KoyomiSurfaceStream target;
  cairo_surface_t *surface;
  cairo_status_t status;
  double width = 0, height = 0;

  if (document->is_landscape)
    koyomi_paper_get_size (KOYOMI_PAPER_A4, &width, &height);
  else
    koyomi_paper_get_size (KOYOMI_PAPER_A4, &height, &width);
  _koyomi_surface_stream_init (&target, stream, cancellable);
  surface = cairo_pdf_surface_create_for_stream (_koyomi_surface_stream_write, &target, width, height);

  _koyomi_pdf_describe (surface, document->facts, title);
  status = paint_pages (surface, pages, cancellable);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return _koyomi_surface_stream_finish (&target, status, error);
}
