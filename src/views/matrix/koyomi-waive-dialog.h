#pragma once

#include <gtk/gtk.h>

#include "koyomi-breach.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* Asks why a breach is accepted, by whom and until when. */
void koyomi_waive_dialog_present (GtkWindow       *parent,
                                  KoyomiWorkspace *workspace,
                                  KoyomiBreach    *breach);

G_END_DECLS
