#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* Carries what a Cairo surface writes to a GOutputStream and keeps the first error, which Cairo itself would reduce to "write
 * error". Creating a surface for a file name instead can miss a full disk. */
typedef struct
{
  GOutputStream *buffer;
  GCancellable  *cancellable;
  GError        *error;
} KoyomiSurfaceStream;

void           _koyomi_surface_stream_init   (KoyomiSurfaceStream  *self,
                                              GOutputStream        *stream,
                                              GCancellable         *cancellable);
cairo_status_t _koyomi_surface_stream_write  (void                 *self,
                                              const unsigned char  *data,
                                              unsigned int          length);
gboolean       _koyomi_surface_stream_finish (KoyomiSurfaceStream  *self,
                                              cairo_status_t        status,
                                              GError              **error);

G_END_DECLS
