#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* Moves runs by days, weeks or months, or to a day. Several keep their distances. @runs: (element-type gint64), copied */
void koyomi_move_dialog_present (GtkWindow        *parent,
                                 KoyomiWorkspace  *workspace,
                                 GArray           *runs);

G_END_DECLS
