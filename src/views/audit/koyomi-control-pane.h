#pragma once

#include <gtk/gtk.h>

#include "koyomi-control-register.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* A control: its line of the statement of applicability, to be edited in place, and all that the plan has of it. */
#define KOYOMI_TYPE_CONTROL_PANE (koyomi_control_pane_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiControlPane, koyomi_control_pane, KOYOMI, CONTROL_PANE, GtkWidget)

GtkWidget *koyomi_control_pane_new  (KoyomiWorkspace         *workspace);
void       koyomi_control_pane_show (KoyomiControlPane       *self,
                                     const KoyomiControlLine *line);

G_END_DECLS
