#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* Why runs are left out on purpose, or why they were not done: it is asked for, and kept. @runs: (element-type gint64), copied */
void koyomi_skip_dialog_present (GtkWindow        *parent,
                                 KoyomiWorkspace  *workspace,
                                 GArray           *runs);
void koyomi_miss_dialog_present (GtkWindow        *parent,
                                 KoyomiWorkspace  *workspace,
                                 GArray           *runs);

G_END_DECLS
