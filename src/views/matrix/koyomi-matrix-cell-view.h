#pragma once

#include <gtk/gtk.h>

#include "koyomi-matrix-sheet.h"

G_BEGIN_DECLS

/* What stands over a cell that is painted, so that it can have the focus and a screen reader finds it. It shows nothing itself. */
#define KOYOMI_TYPE_MATRIX_CELL_VIEW (koyomi_matrix_cell_view_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiMatrixCellView, koyomi_matrix_cell_view, KOYOMI, MATRIX_CELL_VIEW, GtkWidget)

GtkWidget *koyomi_matrix_cell_view_new        (KoyomiMatrixSheet    *sheet) G_GNUC_WARN_UNUSED_RESULT;
int        koyomi_matrix_cell_view_get_column (KoyomiMatrixCellView *self);
void       koyomi_matrix_cell_view_bind       (KoyomiMatrixCellView *self,
                                               KoyomiMatrixPlace     place);

G_END_DECLS
