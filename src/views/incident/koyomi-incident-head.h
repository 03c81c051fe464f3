#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* What an incident is: number, title, severity and class, its times, and who works on it. */
#define KOYOMI_TYPE_INCIDENT_HEAD (koyomi_incident_head_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiIncidentHead, koyomi_incident_head, KOYOMI, INCIDENT_HEAD, GtkWidget)

GtkWidget *koyomi_incident_head_new          (KoyomiWorkspace    *workspace) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_incident_head_set_incident (KoyomiIncidentHead *self,
                                              gint64              incident);
void       koyomi_incident_head_widen        (KoyomiIncidentHead *self);

G_END_DECLS
