#pragma once

#include "koyomi-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A metric of the person's own, or some from the library. */
void koyomi_metric_new_dialog_present (GtkWindow        *parent,
                                       KoyomiWorkspace  *workspace);

G_END_DECLS
