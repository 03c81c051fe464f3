#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* What has to be done in an incident: tasks that are ticked, left out for a reason, added by hand, from the duties of the functions
 * or from a template. */
#define KOYOMI_TYPE_INCIDENT_TASKS_VIEW (koyomi_incident_tasks_view_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiIncidentTasksView, koyomi_incident_tasks_view, KOYOMI, INCIDENT_TASKS_VIEW, GtkWidget)

GtkWidget *koyomi_incident_tasks_view_new          (KoyomiWorkspace         *workspace) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_incident_tasks_view_set_incident (KoyomiIncidentTasksView *self,
                                                    gint64                   incident);

G_END_DECLS
