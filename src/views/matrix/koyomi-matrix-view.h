#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* The matrix of functions and teams: who does what and who answers for it. */
#define KOYOMI_TYPE_MATRIX_VIEW (koyomi_matrix_view_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiMatrixView, koyomi_matrix_view, KOYOMI, MATRIX_VIEW, GtkWidget)

GtkWidget *koyomi_matrix_view_new           (KoyomiWorkspace   *workspace) G_GNUC_WARN_UNUSED_RESULT;

void       koyomi_matrix_view_take_over     (KoyomiMatrixView  *self,
                                             KoyomiMatrixView  *other);
void       koyomi_matrix_view_show_cell     (KoyomiMatrixView  *self,
                                             gint64             function,
                                             gint64             team);

G_END_DECLS
