#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* When an incident occurred, was detected and so on: each time exact, estimated, not known yet, or one that cannot be known. */
void koyomi_times_dialog_present (GtkWindow        *parent,
                                  KoyomiWorkspace  *workspace,
                                  gint64            incident);

G_END_DECLS
