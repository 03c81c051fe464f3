#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* The parts of the panel, side by side below the board, or below each other at its side. */
typedef enum
{
  KOYOMI_INCIDENT_SECTION_HEAD,
  KOYOMI_INCIDENT_SECTION_CLOCKS,
  KOYOMI_INCIDENT_SECTION_TASKS,
  KOYOMI_INCIDENT_SECTION_TIMELINE,
  KOYOMI_INCIDENT_SECTION_MORE,
  KOYOMI_N_INCIDENT_SECTIONS,
} KoyomiIncidentSection;

/* The selected incident in detail.
 *
 * Actions: incident.close-panel is that of the view around it. */
#define KOYOMI_TYPE_INCIDENT_PANEL (koyomi_incident_panel_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiIncidentPanel, koyomi_incident_panel, KOYOMI, INCIDENT_PANEL, GtkWidget)

/* Shows an incident in the widget of a section. */
typedef void (*KoyomiIncidentSectionFunc) (GtkWidget *widget,
                                           gint64     incident);

GtkWidget *koyomi_incident_panel_new             (KoyomiWorkspace            *workspace) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_incident_panel_fill            (KoyomiIncidentPanel        *self,
                                                  KoyomiIncidentSection       section,
                                                  GtkWidget                  *widget,
                                                  KoyomiIncidentSectionFunc   set_incident);
void       koyomi_incident_panel_set_incident    (KoyomiIncidentPanel        *self,
                                                  gint64                      incident);
void       koyomi_incident_panel_set_orientation (KoyomiIncidentPanel        *self,
                                                  GtkOrientation              orientation);

G_END_DECLS
