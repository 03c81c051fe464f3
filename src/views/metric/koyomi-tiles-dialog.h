#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* Asks which metrics stand on the page for the board, and in which order. */
void koyomi_tiles_dialog_present (GtkWindow        *parent,
                                  KoyomiWorkspace  *workspace);

G_END_DECLS
