#pragma once

#include <gtk/gtk.h>

#include "koyomi-run-selection.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* The panel beside the calendar: the run that is chosen, edited in place, or what can be done with several. Its close button
 * activates the action "calendar.toggle-inspector", Escape "calendar.go-to-rows". */
#define KOYOMI_TYPE_RUN_INSPECTOR (koyomi_run_inspector_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiRunInspector, koyomi_run_inspector, KOYOMI, RUN_INSPECTOR, GtkWidget)

GtkWidget  *koyomi_run_inspector_new    (KoyomiWorkspace     *workspace,
                                         KoyomiRunSelection  *selection);
void        koyomi_run_inspector_edit   (KoyomiRunInspector  *self);

G_END_DECLS
