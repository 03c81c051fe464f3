#pragma once

#include "koyomi-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The metrics of the library that the plan lacks, to add some of them. */
void koyomi_metric_library_dialog_present (GtkWindow        *parent,
                                           KoyomiWorkspace  *workspace);

G_END_DECLS
