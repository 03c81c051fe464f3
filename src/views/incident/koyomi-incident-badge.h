#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* Lets a label tell how many open incidents have a report that is late or soon due; it hides where there is none. */
void koyomi_incident_badge_attach (GtkLabel         *label,
                                   KoyomiWorkspace  *workspace);

G_END_DECLS
