#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* What a team has to do with a function, in a dialog: letters, people, days, a note. */
void koyomi_cell_dialog_present (GtkWindow       *parent,
                                 KoyomiWorkspace *workspace,
                                 gint64           function,
                                 gint64           team,
                                 guint32          day);

G_END_DECLS
