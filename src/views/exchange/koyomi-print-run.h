#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

void koyomi_print_run (GtkPrintOperation *operation,
                       GtkWindow         *parent,
                       KoyomiWorkspace   *workspace,
                       const char        *name,
                       const char        *failure);

G_END_DECLS
