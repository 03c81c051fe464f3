#pragma once

#include "koyomi-record-edit.h"

G_BEGIN_DECLS

/* Who takes part in an incident or a drill: a team, a person of the plan, or somebody else by name. */
typedef struct
{
  KoyomiRecord *party;
  char         *name;          /* of the person and the team, or as it was typed */
  gint64        team;          /* also that of the person; 0 for somebody else */
  gboolean      is_outsourced;
} KoyomiIncidentParty;

void       koyomi_incident_party_free          (KoyomiIncidentParty  *self);
GPtrArray *koyomi_session_load_incident_parties (KoyomiSession       *session,
                                                 gint64                incident,
                                                 KoyomiLanguage        language,
                                                 GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* One edit each, under a label in @language. A party is removed with koyomi_session_remove(). */
gint64     koyomi_incident_party_add           (KoyomiSession        *session,
                                                KoyomiRecord         *party,
                                                KoyomiLanguage        language,
                                                GError              **error);
gboolean   koyomi_incident_party_save          (KoyomiSession        *session,
                                                KoyomiRecord         *party,
                                                KoyomiLanguage        language,
                                                GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiIncidentParty, koyomi_incident_party_free)

G_END_DECLS
