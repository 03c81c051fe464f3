#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* What runs are called where a dialog is about them. @runs: (element-type gint64) */
GtkWidget *koyomi_run_title_make_label (KoyomiWorkspace *workspace,
                                        GArray          *runs);

G_END_DECLS
