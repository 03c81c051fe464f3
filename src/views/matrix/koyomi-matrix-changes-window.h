#pragma once

#include "koyomi-matrix-sheet.h"
#include "koyomi-plan-window.h"

G_BEGIN_DECLS

/* What has changed in the matrix that is compared, as a table. */
#define KOYOMI_TYPE_MATRIX_CHANGES_WINDOW (koyomi_matrix_changes_window_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiMatrixChangesWindow, koyomi_matrix_changes_window, KOYOMI, MATRIX_CHANGES_WINDOW, KoyomiPlanWindow)

void koyomi_matrix_changes_window_present (GtkWindow         *parent,
                                           GtkWidget         *view,
                                           KoyomiMatrixSheet *sheet);

G_END_DECLS
