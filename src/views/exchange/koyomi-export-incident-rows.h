#pragma once

#include <adwaita.h>

#include "koyomi-export-incident.h"
#include "koyomi-export-request.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* What of incidents is exported: the one that is selected or all, and of all the quarter, as rows of a group. */
typedef struct _KoyomiExportIncidentRows KoyomiExportIncidentRows;

KoyomiExportIncidentRows *koyomi_export_incident_rows_new          (AdwPreferencesGroup             *group,
                                                                    KoyomiWorkspace                 *workspace,
                                                                    const KoyomiExportRequest       *request) G_GNUC_WARN_UNUSED_RESULT;
void                      koyomi_export_incident_rows_free         (KoyomiExportIncidentRows        *self);

void                      koyomi_export_incident_rows_show_format  (KoyomiExportIncidentRows        *self,
                                                                    KoyomiExportFormat               format);
void                      koyomi_export_incident_rows_read         (KoyomiExportIncidentRows        *self,
                                                                    KoyomiIncidentExportOptions     *options);
char                     *koyomi_export_incident_rows_propose_name (KoyomiExportIncidentRows        *self,
                                                                    KoyomiLanguage                   language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiExportIncidentRows, koyomi_export_incident_rows_free)

G_END_DECLS
