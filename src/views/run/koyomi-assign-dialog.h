#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

void koyomi_assign_dialog_present (GtkWindow       *parent,
                                   KoyomiWorkspace *workspace,
                                   GArray          *runs);

G_END_DECLS
