#pragma once

#include <gtk/gtk.h>

#include "koyomi-matrix-print.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* Puts the matrix on paper. */
#define KOYOMI_TYPE_MATRIX_PRINTING (koyomi_matrix_printing_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiMatrixPrinting, koyomi_matrix_printing, KOYOMI, MATRIX_PRINTING, GtkPrintOperation)

KoyomiMatrixPrinting *koyomi_matrix_printing_new (KoyomiMatrixPrint *print,
                                                  KoyomiLanguage     language) G_GNUC_WARN_UNUSED_RESULT;

void                  koyomi_matrix_print        (GtkWindow         *parent,
                                                  KoyomiWorkspace   *workspace,
                                                  const char        *catalogue,
                                                  guint32            day);

G_END_DECLS
