#pragma once

#include <gtk/gtk.h>

#include "koyomi-incident-sheet.h"

G_BEGIN_DECLS

/* What a person does to the selected incident, on the board and in the table alike. What a state needs is asked for first.
 *
 * Actions: incident.move-on, incident.move-back, incident.move-to (s), incident.triage, incident.times, incident.facts,
 * incident.delete. */
void koyomi_incident_commands_install   (GtkWidgetClass       *view_class);
void koyomi_incident_commands_attach    (GtkWidget            *view,
                                         KoyomiIncidentSheet  *sheet);
void koyomi_incident_commands_bind_keys (GtkWidgetClass       *klass);

void koyomi_incident_commands_move      (GtkWidget            *widget,
                                         KoyomiIncidentSheet  *sheet,
                                         gint64                incident,
                                         KoyomiIncidentState   state);

G_END_DECLS
