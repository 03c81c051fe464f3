#pragma once

#include "koyomi-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void  koyomi_history_dialog_present (GtkWindow        *parent,
                                     KoyomiWorkspace  *workspace);

G_END_DECLS
