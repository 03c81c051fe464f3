#pragma once

#include "koyomi-metric-grid.h"
#include "koyomi-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a paste would change, and what of it does not fit, before it is done: one step to undo. */
void koyomi_metric_paste_dialog_present (GtkWindow        *parent,
                                         KoyomiWorkspace  *workspace,
                                         GPtrArray        *grid,
                                         guint             row,
                                         guint             column,
                                         const char       *text);

G_END_DECLS
