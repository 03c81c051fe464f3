#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* A row that an incident concerns: a function, an activity, a risk, a control or a finding. */
typedef struct
{
  KoyomiTableId  table;
  gint64         row;
  char          *title;   /* with its code or number before it, as far as it has one */
} KoyomiIncidentLink;

void       koyomi_incident_link_free            (KoyomiIncidentLink  *self);
GPtrArray *koyomi_session_load_incident_links   (KoyomiSession       *session,
                                                 gint64               incident,
                                                 KoyomiLanguage       language,
                                                 GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/* Each is one edit, one step to undo, under a label in @language. */
gboolean   koyomi_incident_link                 (KoyomiSession       *session,
                                                 gint64               incident,
                                                 KoyomiTableId        table,
                                                 gint64               row,
                                                 KoyomiLanguage       language,
                                                 GError             **error);
gboolean   koyomi_incident_unlink               (KoyomiSession       *session,
                                                 gint64               incident,
                                                 KoyomiTableId        table,
                                                 gint64               row,
                                                 KoyomiLanguage       language,
                                                 GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiIncidentLink, koyomi_incident_link_free)

G_END_DECLS
