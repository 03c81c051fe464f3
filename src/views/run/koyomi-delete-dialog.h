#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* Deletes a run, it and later ones, or its whole activity. What happens only once goes without a question: it can be undone. */
void koyomi_delete_dialog_present (GtkWindow        *parent,
                                   KoyomiWorkspace  *workspace,
                                   gint64            run);

G_END_DECLS
