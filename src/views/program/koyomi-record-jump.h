#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* Goes to a row of the plan, where the program has a place for its kind; otherwise it is shown in a window of its own. */
void koyomi_record_jump (GtkWidget        *plan,
                         KoyomiWorkspace  *workspace,
                         KoyomiTableId     table,
                         gint64            id);

G_END_DECLS
