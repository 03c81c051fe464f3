#pragma once

#include "koyomi-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* An objective (ISO/IEC 27001, 6.2). */
void koyomi_objective_dialog_present (GtkWindow        *parent,
                                      KoyomiWorkspace  *workspace,
                                      KoyomiRecord     *objective);

G_END_DECLS
