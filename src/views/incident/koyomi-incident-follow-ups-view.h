#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* What is done because of an incident, in the calendar. Goes to a run by the action “calendar.show-run”. */
#define KOYOMI_TYPE_INCIDENT_FOLLOW_UPS_VIEW (koyomi_incident_follow_ups_view_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiIncidentFollowUpsView, koyomi_incident_follow_ups_view, KOYOMI, INCIDENT_FOLLOW_UPS_VIEW, GtkWidget)

GtkWidget *koyomi_incident_follow_ups_view_new          (KoyomiWorkspace             *workspace) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_incident_follow_ups_view_set_incident (KoyomiIncidentFollowUpsView *self,
                                                         gint64                       incident);

G_END_DECLS
