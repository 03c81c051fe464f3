#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* Gives several functions one goal of maturity and one day. */
void koyomi_goal_dialog_present (GtkWindow        *parent,
                                 KoyomiWorkspace  *workspace,
                                 GArray           *functions,
                                 int               level,
                                 guint32           day);

G_END_DECLS
