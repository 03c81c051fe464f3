#pragma once

#include "koyomi-matrix-rows.h"

G_BEGIN_DECLS

/* What the pointer does in the lines of the matrix: choose, draw out a rectangle, fill by the handle, open a cell. */
void koyomi_matrix_pointer_attach (KoyomiMatrixRows *rows);

G_END_DECLS
