#pragma once

#include <gtk/gtk.h>

#include "koyomi-matrix-sheet.h"

G_BEGIN_DECLS

/* The actions of the matrix that compare it, and the keys that do them. */
void koyomi_matrix_comparing_install   (GtkWidgetClass    *view_class);
void koyomi_matrix_comparing_attach    (GtkWidget         *view,
                                        KoyomiMatrixSheet *sheet);
void koyomi_matrix_comparing_bind_keys (GtkWidgetClass    *widget_class);

G_END_DECLS
