#pragma once

#include "koyomi-matrix-cell-view.h"

G_BEGIN_DECLS

/* How the width of the matrix is shared out, and how far it is scrolled to the side. In pixels. */
typedef struct
{
  int    left;      /* the column of names */
  int    side;      /* the column at the right */
  double offset;
} KoyomiMatrixFrame;

/* A line of the matrix in sight: a name, cells that are painted, and levels or the load. */
#define KOYOMI_TYPE_MATRIX_LINE_VIEW (koyomi_matrix_line_view_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiMatrixLineView, koyomi_matrix_line_view, KOYOMI, MATRIX_LINE_VIEW, GtkWidget)

GtkWidget *koyomi_matrix_line_view_new       (KoyomiMatrixSheet       *sheet,
                                              gboolean                 is_group) G_GNUC_WARN_UNUSED_RESULT;
gboolean   koyomi_matrix_line_view_is_group  (KoyomiMatrixLineView    *self);
int        koyomi_matrix_line_view_get_line  (KoyomiMatrixLineView    *self);
void       koyomi_matrix_line_view_bind      (KoyomiMatrixLineView    *self,
                                              int                      line);
void       koyomi_matrix_line_view_place     (KoyomiMatrixLineView    *self,
                                              const KoyomiMatrixFrame *frame,
                                              int                      width);
int        koyomi_matrix_line_view_measure_name (KoyomiMatrixLineView *self);
GtkWidget *koyomi_matrix_line_view_get_name  (KoyomiMatrixLineView    *self);
GtkWidget *koyomi_matrix_line_view_get_cell  (KoyomiMatrixLineView    *self,
                                              int                      column);

G_END_DECLS
