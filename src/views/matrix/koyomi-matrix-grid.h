#pragma once

#include "koyomi-matrix-rows.h"

G_BEGIN_DECLS

/* The matrix itself: heads, lines, foot and scroll bars. */
#define KOYOMI_TYPE_MATRIX_GRID (koyomi_matrix_grid_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiMatrixGrid, koyomi_matrix_grid, KOYOMI, MATRIX_GRID, GtkWidget)

GtkWidget        *koyomi_matrix_grid_new      (KoyomiMatrixSheet *sheet) G_GNUC_WARN_UNUSED_RESULT;
KoyomiMatrixRows *koyomi_matrix_grid_get_rows (KoyomiMatrixGrid  *self);

G_END_DECLS
