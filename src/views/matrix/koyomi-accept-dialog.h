#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* Accepts that a function is not done by whom it should be: why, who says so, and until when. */
void koyomi_accept_dialog_present (GtkWindow        *parent,
                                   KoyomiWorkspace  *workspace,
                                   KoyomiRecord     *function);

G_END_DECLS
