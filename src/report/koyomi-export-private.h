#pragma once

#include "koyomi-output-file.h"

G_BEGIN_DECLS

/* What a file that is replaced as a whole is written with. */
typedef gboolean (*KoyomiExportFunc) (KoyomiOutputFile  *file,
                                      gpointer           data,
                                      GError           **error);

gboolean _koyomi_export_write (KoyomiOutputFile  *file,
                               const char        *path,
                               KoyomiExportFunc   func,
                               gpointer           data,
                               GCancellable      *cancellable,
                               GError           **error);

G_END_DECLS
