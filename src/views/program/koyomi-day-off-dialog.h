#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

void  koyomi_day_off_dialog_present (GtkWindow        *parent,
                                     KoyomiWorkspace  *workspace,
                                     KoyomiRecord     *day_off);

G_END_DECLS
