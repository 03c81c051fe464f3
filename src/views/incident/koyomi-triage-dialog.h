#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* How bad an incident is, what it is and who has it: four effects judged by criteria in words suggest the severity, and another one
 * needs a reason. */
void koyomi_triage_dialog_present (GtkWindow        *parent,
                                   KoyomiWorkspace  *workspace,
                                   gint64            incident);

G_END_DECLS
