#pragma once

#include "koyomi-matrix-report-private.h"
#include "koyomi-paper.h"

#include <cairo.h>

G_BEGIN_DECLS

/* A matrix that is laid out on sheets of paper. */
typedef struct _KoyomiMatrixSheets KoyomiMatrixSheets;

KoyomiMatrixSheets *_koyomi_matrix_sheets_new   (KoyomiMatrixReport  *report,
                                                 double               width,
                                                 double               height) G_GNUC_WARN_UNUSED_RESULT;
void                _koyomi_matrix_sheets_free  (KoyomiMatrixSheets  *self);
guint               _koyomi_matrix_sheets_get_n_pages (KoyomiMatrixSheets *self);
void                _koyomi_matrix_sheets_paint (KoyomiMatrixSheets  *self,
                                                 guint                page,
                                                 cairo_t             *cr);

gboolean            _koyomi_matrix_write_pdf    (KoyomiMatrixReport  *report,
                                                 KoyomiPaper          paper,
                                                 GOutputStream       *stream,
                                                 GCancellable        *cancellable,
                                                 GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiMatrixSheets, _koyomi_matrix_sheets_free)

G_END_DECLS
