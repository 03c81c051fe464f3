#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* When an activity happens: this run's days, or the rule of this and later runs or of all, with what that does to them. */
void koyomi_rule_dialog_present (GtkWindow        *parent,
                                 KoyomiWorkspace  *workspace,
                                 gint64            run);

G_END_DECLS
