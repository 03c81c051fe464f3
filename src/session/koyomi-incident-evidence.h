#pragma once

#include "koyomi-evidence-check.h"
#include "koyomi-record-edit.h"

G_BEGIN_DECLS

/* A piece of evidence of an incident, and through whose hands it went. */
typedef struct
{
  gint64        proof;      /* the row that says that it belongs to the incident */
  KoyomiRecord *evidence;
  GFile        *file;       /* (nullable): NULL for a reference */
  GPtrArray    *custody;    /* (element-type KoyomiRecord): its moves, the oldest first */
  char         *holder;     /* who has it now; "" when nobody said so */
  char         *place;      /* where it is now: that of its last move, else where it was collected */
} KoyomiIncidentEvidence;

void       koyomi_incident_evidence_free         (KoyomiIncidentEvidence  *self);
GPtrArray *koyomi_session_load_incident_evidence (KoyomiSession           *session,
                                                  gint64                   incident,
                                                  KoyomiLanguage           language,
                                                  GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

/* Each of these is one edit, one step to undo, under a label in @language, and writes an entry into the incident's timeline. What is
 * said of evidence is changed with koyomi_session_save(), a move of it is taken back with koyomi_session_remove(). */
gint64     koyomi_incident_evidence_add          (KoyomiSession           *session,
                                                  gint64                   incident,
                                                  KoyomiRecord            *evidence,
                                                  gint64                   now,
                                                  KoyomiLanguage           language,
                                                  GError                 **error);
gint64     koyomi_incident_evidence_attach       (KoyomiSession           *session,
                                                  gint64                   incident,
                                                  gint64                   evidence,
                                                  gint64                   now,
                                                  KoyomiLanguage           language,
                                                  GError                 **error);
gboolean   koyomi_incident_evidence_detach       (KoyomiSession           *session,
                                                  gint64                   incident,
                                                  gint64                   evidence,
                                                  gint64                   now,
                                                  KoyomiLanguage           language,
                                                  GError                 **error);
gint64     koyomi_incident_evidence_move         (KoyomiSession           *session,
                                                  gint64                   incident,
                                                  KoyomiRecord            *custody,
                                                  KoyomiLanguage           language,
                                                  GError                 **error);

/* What is to be read again, for koyomi_evidence_check_run() in a thread, and what came of it. */
KoyomiEvidenceCheck *koyomi_session_begin_evidence_check (KoyomiSession        *session,
                                                          gint64                   incident,
                                                          KoyomiLanguage           language,
                                                          GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   koyomi_incident_evidence_record_check (KoyomiSession           *session,
                                                  gint64                   incident,
                                                  KoyomiEvidenceCheck     *check,
                                                  gint64                   now,
                                                  KoyomiLanguage           language,
                                                  GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiIncidentEvidence, koyomi_incident_evidence_free)

G_END_DECLS
