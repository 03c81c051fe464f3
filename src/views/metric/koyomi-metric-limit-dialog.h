#pragma once

#include "koyomi-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Limits of a metric from a day on. */
void koyomi_metric_limit_dialog_present (GtkWindow        *parent,
                                         KoyomiWorkspace  *workspace,
                                         KoyomiRecord     *metric,
                                         KoyomiRecord     *limit);

G_END_DECLS
