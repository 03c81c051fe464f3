#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* New evidence, such as that a run was done: a file, an address, or words that say where it is. */
void koyomi_evidence_dialog_present (GtkWindow        *parent,
                                     KoyomiWorkspace  *workspace,
                                     int               field,
                                     gint64            row);

G_END_DECLS
