#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* Who takes part in an incident, above all in a drill. */
#define KOYOMI_TYPE_INCIDENT_PARTIES_VIEW (koyomi_incident_parties_view_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiIncidentPartiesView, koyomi_incident_parties_view, KOYOMI, INCIDENT_PARTIES_VIEW, GtkWidget)

GtkWidget *koyomi_incident_parties_view_new          (KoyomiWorkspace           *workspace) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_incident_parties_view_set_incident (KoyomiIncidentPartiesView *self,
                                                      gint64                     incident);

G_END_DECLS
