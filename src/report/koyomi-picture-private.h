#pragma once

#include "koyomi-figure-picture.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Paints on white, in points. */
typedef void (*KoyomiPictureFunc) (cairo_t  *cr,
                                   gpointer  data);

gboolean _koyomi_picture_write (KoyomiPictureFormat   format,
                                double                width,
                                double                height,
                                const char           *title,
                                KoyomiPictureFunc     func,
                                gpointer              data,
                                GOutputStream        *stream,
                                GCancellable         *cancellable,
                                GError              **error);

G_END_DECLS
