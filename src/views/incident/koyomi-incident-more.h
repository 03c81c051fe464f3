#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* What else belongs to an incident, one below the other: evidence, follow-ups, what it concerns, who takes part. */
#define KOYOMI_TYPE_INCIDENT_MORE (koyomi_incident_more_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiIncidentMore, koyomi_incident_more, KOYOMI, INCIDENT_MORE, GtkWidget)

GtkWidget *koyomi_incident_more_new          (KoyomiWorkspace    *workspace) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_incident_more_set_incident (KoyomiIncidentMore *self,
                                              gint64              incident);

G_END_DECLS
