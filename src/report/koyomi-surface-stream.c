#include "koyomi-surface-stream-private.h"

/* Cairo writes a PDF in pieces of a few bytes. */
#define BUFFER_SIZE 65536

/* @stream stays open at the end. Both are borrowed. */
void
_koyomi_surface_stream_init (KoyomiSurfaceStream *self,
                             GOutputStream       *stream,
                             GCancellable        *cancellable)
{
  self->buffer = g_buffered_output_stream_new_sized (stream, BUFFER_SIZE);
  g_filter_output_stream_set_close_base_stream (G_FILTER_OUTPUT_STREAM (self->buffer), FALSE);
  self->cancellable = cancellable;
  self->error = NULL;
}

/* A cairo_write_func_t; its closure is the stream. */
cairo_status_t
_koyomi_surface_stream_write (void                *data,
                              const unsigned char *bytes,
                              unsigned int         length)
{
  KoyomiSurfaceStream *self = data;

  if (self->error != NULL ||
      !g_output_stream_write_all (self->buffer, bytes, length, NULL, self->cancellable, &self->error))
    return CAIRO_STATUS_WRITE_ERROR;

  return CAIRO_STATUS_SUCCESS;
}

/**
 * _koyomi_surface_stream_finish:
 * @status: of the surface, after it was finished
 *
 * Flushes and lets go of everything.
 *
 * Returns: FALSE with the error of the stream, or with %G_IO_ERROR_FAILED when the fault was Cairo's
 */
gboolean
_koyomi_surface_stream_finish (KoyomiSurfaceStream  *self,
                               cairo_status_t        status,
                               GError              **error)
{
  if (self->error == NULL && status != CAIRO_STATUS_SUCCESS)
    g_set_error (&self->error, G_IO_ERROR, G_IO_ERROR_FAILED, "drawing failed: %s", cairo_status_to_string (status));

  if (self->error == NULL)
    g_output_stream_flush (self->buffer, self->cancellable, &self->error);

  g_clear_object (&self->buffer);

  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }

  return TRUE;
}
