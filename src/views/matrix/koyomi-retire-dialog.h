#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* Asks for the last day of a team and what becomes of its functions, and shows first what nobody would do from then on. */
void koyomi_retire_dialog_present (GtkWindow       *parent,
                                   KoyomiWorkspace *workspace,
                                   gint64           team);

G_END_DECLS
