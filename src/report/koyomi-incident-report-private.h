#pragma once

#include "koyomi-document-private.h"
#include "koyomi-incident-clocks.h"

G_BEGIN_DECLS

/* What the report of an incident is made of. */
typedef struct
{
  KoyomiSession        *session;     /* not owned */
  KoyomiRecord         *incident;
  KoyomiIncidentClocks *clocks;
  KoyomiDocument       *document;
  KoyomiLanguage        language;
  gint64                now;
  gboolean              is_drill;
} KoyomiIncidentReport;

KoyomiDocument *_koyomi_incident_report_new           (KoyomiSession         *session,
                                                       gint64                 incident,
                                                       gint64                 now,
                                                       KoyomiLanguage         language,
                                                       GError               **error) G_GNUC_WARN_UNUSED_RESULT;

/* Each adds tables to the document. */
void            _koyomi_incident_report_add_facts     (KoyomiIncidentReport  *self,
                                                       const char            *team);
void            _koyomi_incident_report_add_times     (KoyomiIncidentReport  *self);
gboolean        _koyomi_incident_report_add_clocks    (KoyomiIncidentReport  *self,
                                                       GError               **error);
gboolean        _koyomi_incident_report_add_timeline  (KoyomiIncidentReport  *self,
                                                       gboolean               is_list,
                                                       GError               **error);
gboolean        _koyomi_incident_report_add_tasks     (KoyomiIncidentReport  *self,
                                                       GError               **error);
gboolean        _koyomi_incident_report_add_evidence  (KoyomiIncidentReport  *self,
                                                       GError               **error);
gboolean        _koyomi_incident_report_add_links     (KoyomiIncidentReport  *self,
                                                       GError               **error);
gboolean        _koyomi_incident_report_add_parties   (KoyomiIncidentReport  *self,
                                                       GError               **error);
void            _koyomi_incident_report_add_lessons   (KoyomiIncidentReport  *self);
const char     *_koyomi_incident_report_label_field   (KoyomiIncidentReport  *self,
                                                       int                    field);

G_END_DECLS
