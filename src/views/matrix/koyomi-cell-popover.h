#pragma once

#include <gtk/gtk.h>

#include "koyomi-matrix-sheet.h"

G_BEGIN_DECLS

/* The letters of the cell that has the focus, each to be switched on and off, with what it means. */
GtkWidget *koyomi_cell_popover_new (KoyomiMatrixSheet *sheet) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
