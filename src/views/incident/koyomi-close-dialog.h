#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* Closes an incident. Says first what is still missing; some of that may be left out with a reason. */
void koyomi_close_dialog_present (GtkWidget        *origin,
                                  KoyomiWorkspace  *workspace,
                                  gint64            incident);

G_END_DECLS
