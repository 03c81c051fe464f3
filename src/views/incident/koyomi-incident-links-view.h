#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* What an incident concerns: functions, activities, risks, controls and findings. */
#define KOYOMI_TYPE_INCIDENT_LINKS_VIEW (koyomi_incident_links_view_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiIncidentLinksView, koyomi_incident_links_view, KOYOMI, INCIDENT_LINKS_VIEW, GtkWidget)

GtkWidget *koyomi_incident_links_view_new          (KoyomiWorkspace         *workspace) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_incident_links_view_set_incident (KoyomiIncidentLinksView *self,
                                                    gint64                   incident);

G_END_DECLS
