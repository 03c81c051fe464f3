#pragma once

#include "koyomi-export.h"
#include "koyomi-session.h"

G_BEGIN_DECLS

/* What leaves the program of incidents. */
typedef struct
{
  gint64            incident;   /* its report, or its timeline as a text table; 0 for all incidents */
  KoyomiFiscalYear  year;       /* of all incidents, the figures of a quarter of it */
  int               quarter;    /* 1 to 4; 0 for the list of all, which is a text table */
  gint64            now;        /* the moment that is shown */
  KoyomiLanguage    language;
} KoyomiIncidentExportOptions;

gboolean koyomi_incident_export_knows (KoyomiExportFormat                  format);
gint64   koyomi_incident_export_find  (KoyomiSession                      *session,
                                       const char                         *number,
                                       GError                            **error);
gboolean koyomi_incident_export       (KoyomiSession                      *session,
                                       const KoyomiIncidentExportOptions  *options,
                                       KoyomiExportFormat                  format,
                                       const char                         *path,
                                       KoyomiProgressFunc                  progress,
                                       gpointer                            progress_data,
                                       GCancellable                       *cancellable,
                                       GError                            **error);

G_END_DECLS
