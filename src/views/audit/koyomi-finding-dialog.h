#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* A new finding. */
void koyomi_finding_dialog_present (GtkWindow       *parent,
                                    KoyomiWorkspace *workspace,
                                    KoyomiRecord    *audit);

G_END_DECLS
