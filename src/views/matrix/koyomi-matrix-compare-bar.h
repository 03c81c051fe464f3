#pragma once

#include <gtk/gtk.h>

#include "koyomi-matrix-sheet.h"

G_BEGIN_DECLS

/* Says what the matrix is compared with and what has changed, with a legend; not seen while nothing is compared. */
#define KOYOMI_TYPE_MATRIX_COMPARE_BAR (koyomi_matrix_compare_bar_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiMatrixCompareBar, koyomi_matrix_compare_bar, KOYOMI, MATRIX_COMPARE_BAR, GtkWidget)

GtkWidget *koyomi_matrix_compare_bar_new (KoyomiMatrixSheet *sheet) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
