#pragma once

#include "koyomi-matrix-line-view.h"

G_BEGIN_DECLS

/* The lines of the matrix, of which only those in sight are alive. */
#define KOYOMI_TYPE_MATRIX_ROWS (koyomi_matrix_rows_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiMatrixRows, koyomi_matrix_rows, KOYOMI, MATRIX_ROWS, GtkWidget)

GtkWidget               *koyomi_matrix_rows_new        (KoyomiMatrixSheet       *sheet) G_GNUC_WARN_UNUSED_RESULT;
KoyomiMatrixSheet       *koyomi_matrix_rows_get_sheet  (KoyomiMatrixRows        *self);
GtkAdjustment           *koyomi_matrix_rows_get_down   (KoyomiMatrixRows        *self);
GtkAdjustment           *koyomi_matrix_rows_get_across (KoyomiMatrixRows        *self);
const KoyomiMatrixFrame *koyomi_matrix_rows_get_frame  (KoyomiMatrixRows        *self);
void                     koyomi_matrix_rows_set_frame  (KoyomiMatrixRows        *self,
                                                        int                      left,
                                                        int                      side);

KoyomiMatrixPlace        koyomi_matrix_rows_pick       (KoyomiMatrixRows        *self,
                                                        double                   x,
                                                        double                   y);
gboolean                 koyomi_matrix_rows_pick_handle (KoyomiMatrixRows       *self,
                                                         double                   x,
                                                         double                   y);
void                     koyomi_matrix_rows_take_over  (KoyomiMatrixRows        *self,
                                                        KoyomiMatrixRows        *other);
gboolean                 koyomi_matrix_rows_enter      (KoyomiMatrixRows        *self);
gboolean                 koyomi_matrix_rows_get_focus_bounds (KoyomiMatrixRows  *self,
                                                              GdkRectangle            *bounds);
int                      koyomi_matrix_rows_measure_names (KoyomiMatrixRows     *self);
void                     koyomi_matrix_rows_set_fill   (KoyomiMatrixRows        *self,
                                                        const KoyomiMatrixRange *fill);

G_END_DECLS
