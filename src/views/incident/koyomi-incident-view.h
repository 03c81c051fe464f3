#pragma once

#include <gtk/gtk.h>

#include "koyomi-incident-panel.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* The board of incidents, the table of the same, and the selected one in detail.
 *
 * Actions: incident.new, incident.open, incident.open-window, incident.export, incident.search, incident.filter,
 * incident.clear-filter, incident.toggle-panel, incident.show (open|all), incident.view (board|table),
 * incident.set-lanes (none|severity|team|kind), and those of koyomi-incident-commands.h. */
#define KOYOMI_TYPE_INCIDENT_VIEW (koyomi_incident_view_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiIncidentView, koyomi_incident_view, KOYOMI, INCIDENT_VIEW, GtkWidget)

GtkWidget           *koyomi_incident_view_new       (KoyomiWorkspace    *workspace) G_GNUC_WARN_UNUSED_RESULT;
void                 koyomi_incident_view_take_over (KoyomiIncidentView *self,
                                                     KoyomiIncidentView *other);
void                 koyomi_incident_view_show      (KoyomiIncidentView *self,
                                                     gint64              incident);
gboolean             koyomi_incident_view_go_to_panel (KoyomiIncidentView *self);

G_END_DECLS
