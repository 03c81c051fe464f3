#pragma once

#include "koyomi-close-gate.h"
#include "koyomi-incident-times.h"
#include "koyomi-incident.h"
#include "koyomi-session.h"
#include "koyomi-severity.h"

G_BEGIN_DECLS

/* What triage settles. A text that is NULL stays as it is. */
typedef struct
{
  KoyomiIncidentKind  kind;
  int                 scores[KOYOMI_N_IMPACTS];   /* 0 to 4, or KOYOMI_IMPACT_NONE */
  KoyomiSeverity      severity;
  const char         *reason;                     /* must be given where the severity is not the suggested one */
  const char         *class;
  const char         *tlp;
  gint64              team_id;                    /* 0 is none */
  const char         *lead;
} KoyomiTriage;

/* Each is one edit, with an entry in the incident's timeline that says who and when. @now is when it is written, @at when it
 * happened. They fail with KOYOMI_PLAN_ERROR_CONSTRAINT where a rule of incidents forbids it; the views ask the model before. */
gint64    koyomi_incident_open          (KoyomiSession              *session,
                                         KoyomiRecord               *incident,
                                         gint64                      now,
                                         KoyomiLanguage              language,
                                         GError                    **error);
void      koyomi_triage_read            (KoyomiTriage               *self,
                                         KoyomiRecord               *incident);
gboolean  koyomi_triage_needs_reason    (const KoyomiTriage         *self);
gboolean  koyomi_incident_triage        (KoyomiSession              *session,
                                         gint64                      id,
                                         const KoyomiTriage         *triage,
                                         gint64                      now,
                                         KoyomiLanguage              language,
                                         GError                    **error);
gboolean  koyomi_incident_move          (KoyomiSession              *session,
                                         gint64                      id,
                                         KoyomiIncidentState         state,
                                         const char                 *reason,
                                         gint64                      at,
                                         gint64                      now,
                                         KoyomiLanguage              language,
                                         GError                    **error);
gboolean  koyomi_incident_set_times     (KoyomiSession              *session,
                                         gint64                      id,
                                         const KoyomiIncidentTimes  *times,
                                         gint64                      now,
                                         KoyomiLanguage              language,
                                         GError                    **error);
gboolean  koyomi_incident_merge         (KoyomiSession              *session,
                                         gint64                      id,
                                         gint64                      into,
                                         gint64                      now,
                                         KoyomiLanguage              language,
                                         GError                    **error);
gboolean  koyomi_incident_delete        (KoyomiSession              *session,
                                         gint64                      id,
                                         KoyomiLanguage              language,
                                         GError                    **error);

/* The close gate. */
GArray   *koyomi_incident_list_gaps     (KoyomiSession              *session,
                                         gint64                      id,
                                         GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  koyomi_incident_close         (KoyomiSession              *session,
                                         gint64                      id,
                                         const char *const          *reasons,
                                         gint64                      at,
                                         gint64                      now,
                                         KoyomiLanguage              language,
                                         GError                    **error);
gboolean  koyomi_incident_reopen        (KoyomiSession              *session,
                                         gint64                      id,
                                         KoyomiIncidentState         state,
                                         const char                 *reason,
                                         gint64                      now,
                                         KoyomiLanguage              language,
                                         GError                    **error);

G_END_DECLS
