#include "koyomi-picture-private.h"

#include "koyomi-surface-stream-private.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>

/* Pixels a point: sharp where the picture is shown larger, or printed. */
#define PNG_SCALE 2.0

static cairo_surface_t *
create_surface (KoyomiPictureFormat  format,
                double               width,
                double               height,
                KoyomiSurfaceStream *target)
{
  if (format == KOYOMI_PICTURE_PDF)
    return cairo_pdf_surface_create_for_stream (_koyomi_surface_stream_write, target, width, height);
  if (format == KOYOMI_PICTURE_SVG)
    return cairo_svg_surface_create_for_stream (_koyomi_surface_stream_write, target, width, height);

  return cairo_image_surface_create (CAIRO_FORMAT_RGB24, ceil (width * PNG_SCALE), ceil (height * PNG_SCALE));
}

static cairo_status_t
paint (cairo_surface_t     *surface,
       KoyomiPictureFormat  format,
       KoyomiPictureFunc    func,
       gpointer             data)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  if (format == KOYOMI_PICTURE_PNG)
    cairo_scale (cr, PNG_SCALE, PNG_SCALE);
  func (cr, data);
  status = cairo_status (cr);
  cairo_destroy (cr);

  return status;
}

/* Writes what @func paints as a file by itself. The stream stays open. @title: a PDF says it of itself */
gboolean
_koyomi_picture_write (KoyomiPictureFormat   format,
                       double                width,
                       double                height,
                       const char           *title,
                       KoyomiPictureFunc     func,
                       gpointer              data,
                       GOutputStream        *stream,
                       GCancellable         *cancellable,
                       GError              **error)
{
  KoyomiSurfaceStream target;
  cairo_surface_t *surface;
  cairo_status_t status;

  _koyomi_surface_stream_init (&target, stream, cancellable);
  surface = create_surface (format, width, height, &target);
  if (format == KOYOMI_PICTURE_PDF)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  status = paint (surface, format, func, data);
  if (status == CAIRO_STATUS_SUCCESS && format == KOYOMI_PICTURE_PNG)
    status = cairo_surface_write_to_png_stream (surface, _koyomi_surface_stream_write, &target);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS && format != KOYOMI_PICTURE_PNG)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return _koyomi_surface_stream_finish (&target, status, error);
}
