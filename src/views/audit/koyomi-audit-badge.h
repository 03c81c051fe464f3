#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* Has a label of the sidebar show how many findings are late or wait for a check of their effect; it is hidden while there is none. */
void koyomi_audit_badge_attach (GtkLabel        *label,
                                KoyomiWorkspace *workspace);

G_END_DECLS
