#pragma once

#include <cairo.h>

#include "koyomi-export-matrix.h"

G_BEGIN_DECLS

/* The matrix with maturity, load and breaches of rules, read once and laid out for the paper that a printer has. */
typedef struct _KoyomiMatrixPrint KoyomiMatrixPrint;

KoyomiMatrixPrint *koyomi_matrix_print_load       (KoyomiSession                    *session,
                                                   const KoyomiMatrixExportOptions  *options,
                                                   GError                          **error) G_GNUC_WARN_UNUSED_RESULT;
void               koyomi_matrix_print_free       (KoyomiMatrixPrint                *self);

char              *koyomi_matrix_print_dup_title  (KoyomiMatrixPrint                *self) G_GNUC_WARN_UNUSED_RESULT;
guint              koyomi_matrix_print_lay_out    (KoyomiMatrixPrint                *self,
                                                   double                            width,
                                                   double                            height);
void               koyomi_matrix_print_paint      (KoyomiMatrixPrint                *self,
                                                   guint                             page,
                                                   cairo_t                          *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiMatrixPrint, koyomi_matrix_print_free)

G_END_DECLS
