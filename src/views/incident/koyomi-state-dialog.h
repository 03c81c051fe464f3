#pragma once

#include <gtk/gtk.h>

#include "koyomi-incident.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* Asks what an incident needs that leaves the board by the side or comes back to it: a reason, or which other one it is merged into. */
void koyomi_state_dialog_present (GtkWindow            *parent,
                                  KoyomiWorkspace      *workspace,
                                  gint64                incident,
                                  KoyomiIncidentState   state);

G_END_DECLS
