#pragma once

#include <gtk/gtk.h>

#include "koyomi-run-selection.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* A new activity. @function: in whose row it is, or 0 to be chosen. The days are those of the first run. */
void koyomi_activity_dialog_present (GtkWindow           *parent,
                                     KoyomiWorkspace     *workspace,
                                     KoyomiRunSelection  *selection,
                                     gint64               function,
                                     guint32              first_day,
                                     guint32              last_day);

G_END_DECLS
