#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* One run and its activity, edited in place. What is typed is written when it is handed in (koyomi-draft.h), each field as one edit.
 *
 * Actions: run.mark-done, run.begin, run.reopen, run.skip, run.move, run.edit-rule, run.delete. */
#define KOYOMI_TYPE_RUN_PANEL (koyomi_run_panel_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiRunPanel, koyomi_run_panel, KOYOMI, RUN_PANEL, GtkWidget)

GtkWidget  *koyomi_run_panel_new      (KoyomiWorkspace  *workspace);
gboolean    koyomi_run_panel_show_run (KoyomiRunPanel   *self,
                                       gint64            run);
void        koyomi_run_panel_focus    (KoyomiRunPanel   *self);
void        koyomi_run_panel_commit   (KoyomiRunPanel   *self);

G_END_DECLS
