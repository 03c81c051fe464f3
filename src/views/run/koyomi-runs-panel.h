#pragma once

#include <gtk/gtk.h>

#include "koyomi-run-selection.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* What can be done with several runs at once.
 *
 * Actions: runs.mark-done, runs.move, runs.skip, runs.delete. */
#define KOYOMI_TYPE_RUNS_PANEL (koyomi_runs_panel_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiRunsPanel, koyomi_runs_panel, KOYOMI, RUNS_PANEL, GtkWidget)

GtkWidget  *koyomi_runs_panel_new    (KoyomiWorkspace     *workspace,
                                      KoyomiRunSelection  *selection);
void        koyomi_runs_panel_update (KoyomiRunsPanel     *self);

G_END_DECLS
