#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

void  koyomi_history_buttons_attach (GtkWidget       *undo,
                                     GtkWidget       *redo,
                                     KoyomiWorkspace *workspace);

G_END_DECLS
