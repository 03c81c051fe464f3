#pragma once

#include "koyomi-matrix-sheet.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks with what the matrix is to be compared: another day, a baseline, or the last meeting of a committee. */
void koyomi_compare_dialog_present (GtkWindow         *parent,
                                    KoyomiMatrixSheet *sheet);

G_END_DECLS
