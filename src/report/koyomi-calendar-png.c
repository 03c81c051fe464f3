#include "koyomi-calendar-png.h"

#include "koyomi-calendar-paint.h"
#include "koyomi-surface-stream-private.h"

#include <math.h>

/* As wide as A3 on its side, in points */
#define WIDTH 1190.0

/* Cairo's pictures end at 32767; this one stays at 200 MB as well. */
#define LARGEST_SIDE 32000.0
#define MOST_PIXELS 50e6

static double
limit_scale (const KoyomiCalendarLayout *layout,
             double                      scale)
{
  scale = MIN (scale, LARGEST_SIDE / MAX (layout->width, layout->height));

  return MIN (scale, sqrt (MOST_PIXELS / (layout->width * layout->height)));
}

static cairo_surface_t *
paint_picture (KoyomiCalendarLayout *layout,
               double                scale,
               cairo_status_t       *status)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, ceil (layout->width * scale),
                                                         ceil (layout->height * scale));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  koyomi_calendar_paint_page (layout, 0, KOYOMI_CHART_PALETTE_PRINT, cr);
  *status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/**
 * koyomi_calendar_write_png:
 * @scale: pixels a point; %KOYOMI_CALENDAR_PNG_SCALE unless somebody asks for another. A calendar of very many rows gets less
 * @stream: not closed; what it holds after a failure is of no use
 *
 * Writes the whole year as one picture, as high as its rows need.
 *
 * Returns: FALSE with the error of the stream, %G_IO_ERROR_CANCELLED, or %G_IO_ERROR_FAILED when drawing failed
 */
gboolean
koyomi_calendar_write_png (KoyomiCalendar  *calendar,
                           double           scale,
                           GOutputStream   *stream,
                           GCancellable    *cancellable,
                           GError         **error)
{
  g_autoptr(KoyomiCalendarLayout) layout = NULL;
  KoyomiSurfaceStream target;
  cairo_surface_t *surface;
  cairo_status_t status;

  g_return_val_if_fail (KOYOMI_IS_CALENDAR (calendar), FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);
  g_return_val_if_fail (scale > 0, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  layout = koyomi_calendar_layout_new (calendar, WIDTH, 0);
  surface = paint_picture (layout, limit_scale (layout, scale), &status);

  _koyomi_surface_stream_init (&target, stream, cancellable);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, _koyomi_surface_stream_write, &target);
  cairo_surface_destroy (surface);

  return _koyomi_surface_stream_finish (&target, status, error);
}
