#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

void koyomi_composite_dialog_present (GtkWidget       *from,
                                      KoyomiWorkspace *workspace,
                                      gint64           metric);

G_END_DECLS
