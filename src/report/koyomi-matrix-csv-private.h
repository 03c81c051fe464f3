#pragma once

#include "koyomi-matrix-report-private.h"

G_BEGIN_DECLS

gboolean _koyomi_matrix_write_csv (KoyomiMatrixReport  *report,
                                   gboolean             is_wide,
                                   GOutputStream       *stream,
                                   GCancellable        *cancellable,
                                   GError             **error);

G_END_DECLS
