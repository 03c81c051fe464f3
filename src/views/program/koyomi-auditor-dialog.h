#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

void koyomi_auditor_dialog_present (GtkWindow       *parent,
                                    KoyomiWorkspace *workspace);

G_END_DECLS
