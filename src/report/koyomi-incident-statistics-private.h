#pragma once

#include "koyomi-document-private.h"
#include "koyomi-incident-board.h"

G_BEGIN_DECLS

KoyomiDocument *_koyomi_incident_statistics_new (KoyomiSession              *session,
                                                 KoyomiFiscalYear            year,
                                                 int                         quarter,
                                                 gint64                      now,
                                                 KoyomiLanguage              language,
                                                 GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
void            _koyomi_incident_statistics_add (KoyomiDocument             *document,
                                                 const KoyomiIncidentBoard  *board,
                                                 KoyomiFiscalYear            year,
                                                 int                         quarter,
                                                 int                         month,
                                                 gboolean                    is_whole);
KoyomiDocument *_koyomi_incident_list_new       (KoyomiSession              *session,
                                                 gint64                      now,
                                                 KoyomiLanguage              language,
                                                 GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
void            _koyomi_incident_list_add       (KoyomiDocument             *document,
                                                 const KoyomiIncidentBoard  *board,
                                                 guint32                     first_day,
                                                 guint32                     last_day);
GPtrArray      *_koyomi_incident_list_choose    (const KoyomiIncidentBoard  *board,
                                                 guint32                     first_day,
                                                 guint32                     last_day) G_GNUC_WARN_UNUSED_RESULT;
void            _koyomi_incident_quality_add    (KoyomiDocument             *document,
                                                 const KoyomiIncidentBoard  *board,
                                                 guint32                     first_day,
                                                 guint32                     last_day);

char           *_koyomi_incident_list_name_times (const KoyomiIncidentTimes *times,
                                                  KoyomiCertainty            certainty,
                                                  KoyomiLanguage             language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
