#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* The evidence of an incident: files with their hash, which can be checked again, and references to things kept elsewhere; and through
 * whose hands they went. */
#define KOYOMI_TYPE_INCIDENT_EVIDENCE_VIEW (koyomi_incident_evidence_view_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiIncidentEvidenceView, koyomi_incident_evidence_view, KOYOMI, INCIDENT_EVIDENCE_VIEW, GtkWidget)

GtkWidget *koyomi_incident_evidence_view_new          (KoyomiWorkspace            *workspace) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_incident_evidence_view_set_incident (KoyomiIncidentEvidenceView *self,
                                                       gint64                      incident);

G_END_DECLS
