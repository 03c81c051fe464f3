#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

void     koyomi_import_dialog_present (GtkWindow        *parent,
                                       KoyomiWorkspace  *workspace,
                                       GFile            *file);
gboolean koyomi_import_dialog_takes   (GFile            *file);

G_END_DECLS
