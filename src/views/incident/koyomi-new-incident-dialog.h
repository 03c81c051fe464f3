#pragma once

#include "koyomi-incident-sheet.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Opens an incident with what is known after the first call, and selects it. */
void koyomi_new_incident_dialog_present (GtkWindow           *parent,
                                         KoyomiIncidentSheet *sheet);

G_END_DECLS
