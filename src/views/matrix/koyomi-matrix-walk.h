#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The keys that walk over the cells of the matrix. */
void koyomi_matrix_walk_bind_keys (GtkWidgetClass *rows_class);

G_END_DECLS
