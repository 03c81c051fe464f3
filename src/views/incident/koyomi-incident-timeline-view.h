#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* What happened in an incident, and when. The program's own entries are marked and stay as they are; people write theirs below, and can
 * change, copy and remove them. The times are those of the place or UTC. */
#define KOYOMI_TYPE_INCIDENT_TIMELINE_VIEW (koyomi_incident_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiIncidentTimelineView, koyomi_incident_timeline_view, KOYOMI, INCIDENT_TIMELINE_VIEW, GtkWidget)

GtkWidget *koyomi_incident_timeline_view_new          (KoyomiWorkspace            *workspace) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_incident_timeline_view_set_incident (KoyomiIncidentTimelineView *self,
                                                       gint64                      incident);

G_END_DECLS
