#pragma once

#include "koyomi-card-chart.h"
#include "koyomi-incident-board.h"

G_BEGIN_DECLS

/* The texts of a card, made from its incident as of a moment. */
typedef struct
{
  KoyomiCardFace  face;     /* borrows from the incident and from what is below */
  char           *clock;
  char           *follow_ups;
  char           *foot;
} KoyomiIncidentFace;

void   koyomi_incident_face_init      (KoyomiIncidentFace        *self,
                                       const KoyomiIncidentCard  *card,
                                       gint64                     now,
                                       KoyomiLanguage             language);
void   koyomi_incident_face_clear     (KoyomiIncidentFace        *self);

gboolean koyomi_incident_is_pressing  (const KoyomiIncidentCard  *card);
char  *koyomi_incident_format_span    (gint64                     span,
                                       KoyomiLanguage             language) G_GNUC_WARN_UNUSED_RESULT;
char  *koyomi_incident_describe_clock (const KoyomiIncidentCard  *card,
                                       gint64                     now,
                                       KoyomiLanguage             language) G_GNUC_WARN_UNUSED_RESULT;
char  *koyomi_incident_describe       (const KoyomiIncidentCard  *card,
                                       gint64                     now,
                                       KoyomiLanguage             language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KoyomiIncidentFace, koyomi_incident_face_clear)

G_END_DECLS
