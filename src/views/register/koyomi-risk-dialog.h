#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

void koyomi_risk_dialog_present (GtkWindow        *parent,
                                 KoyomiWorkspace  *workspace,
                                 KoyomiRecord     *risk);

G_END_DECLS
