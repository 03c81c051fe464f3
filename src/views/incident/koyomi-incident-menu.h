#pragma once

#include <gtk/gtk.h>

#include "koyomi-incident-sheet.h"

G_BEGIN_DECLS

/* What can be done with the selected incident, on the board and in the table alike. */
void koyomi_incident_menu_popup (GtkWidget            *owner,
                                 GtkWidget            *widget,
                                 KoyomiIncidentSheet  *sheet,
                                 GdkRectangle          place);

G_END_DECLS
