#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* The actions "plan.…" that open a window over the plan. Whose plan cannot be edited has those that change it insensitive. */
void koyomi_plan_commands_install (GtkWidgetClass  *klass);
void koyomi_plan_commands_update  (GtkWidget       *widget,
                                   KoyomiWorkspace *workspace);

G_END_DECLS
