#pragma once

#include "koyomi-close-gate.h"
#include "koyomi-edit.h"
#include "koyomi-incident-times.h"

G_BEGIN_DECLS

/* An edit of one incident, while it is made. The record is in the plan's own language. */
typedef struct
{
  KoyomiSession       *session;
  KoyomiEdit          *edit;
  KoyomiRecord        *incident;
  KoyomiIncidentTimes  times;      /* written with the record */
  char                *name;       /* in the language of the label */
  gint64               now;
  KoyomiLanguage       language;
} KoyomiIncidentWork;

/* A sentence of the timeline in one of the languages. */
typedef char *(*KoyomiSentenceFunc) (KoyomiIncidentWork *work,
                                     gconstpointer       data,
                                     KoyomiLanguage      language);

gboolean  _koyomi_incident_work_begin     (KoyomiIncidentWork   *self,
                                           KoyomiSession        *session,
                                           gint64                id,
                                           gint64                now,
                                           KoyomiLanguage        language,
                                           GError              **error);
void      _koyomi_incident_work_clear     (KoyomiIncidentWork   *self);
gboolean  _koyomi_incident_work_refuse    (const char           *why,
                                           GError              **error);
gboolean  _koyomi_incident_work_check     (KoyomiIncidentWork   *self,
                                           GError              **error);
void      _koyomi_incident_work_reach     (KoyomiIncidentWork   *self,
                                           KoyomiIncidentTime    time,
                                           gint64                at);
gboolean  _koyomi_incident_work_note      (KoyomiIncidentWork   *self,
                                           gint64                at,
                                           KoyomiSentenceFunc    func,
                                           gconstpointer         data,
                                           GError              **error);
gboolean  _koyomi_incident_work_set_text  (KoyomiIncidentWork   *self,
                                           int                   field,
                                           const char           *text,
                                           GError              **error);
gboolean  _koyomi_incident_work_waive     (KoyomiIncidentWork   *self,
                                           KoyomiCloseGap        gap,
                                           const char           *reason,
                                           GError              **error);
gboolean  _koyomi_incident_work_save      (KoyomiIncidentWork   *self,
                                           const char           *label,
                                           GError              **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KoyomiIncidentWork, _koyomi_incident_work_clear)

G_END_DECLS
