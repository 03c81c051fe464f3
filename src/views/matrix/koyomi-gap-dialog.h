#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* Puts the gap of a function into the calendar: when somebody works on it. */
void koyomi_gap_dialog_present (GtkWindow        *parent,
                                KoyomiWorkspace  *workspace,
                                KoyomiRecord     *function);

G_END_DECLS
