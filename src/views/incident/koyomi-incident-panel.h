#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* The selected incident in detail.
 *
 * Actions: incident.close-panel is that of the view around it. */
#define KOYOMI_TYPE_INCIDENT_PANEL (koyomi_incident_panel_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiIncidentPanel, koyomi_incident_panel, KOYOMI, INCIDENT_PANEL, GtkWidget)

GtkWidget *koyomi_incident_panel_new             (KoyomiWorkspace            *workspace) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_incident_panel_set_incident    (KoyomiIncidentPanel        *self,
                                                  gint64                      incident);
void       koyomi_incident_panel_set_orientation (KoyomiIncidentPanel        *self,
                                                  GtkOrientation              orientation);
void       koyomi_incident_panel_widen           (KoyomiIncidentPanel        *self);

G_END_DECLS
