#pragma once

#include "koyomi-finding.h"
#include "koyomi-session.h"

G_BEGIN_DECLS

/* Findings and their corrective actions. Each of these is one edit, one step to undo, under a label in @language. */

gint64    koyomi_finding_add     (KoyomiSession        *session,
                                  KoyomiRecord         *finding,
                                  KoyomiLanguage        language,
                                  GError              **error);
gboolean  koyomi_finding_save    (KoyomiSession        *session,
                                  KoyomiRecord         *finding,
                                  const char           *due_reason,
                                  KoyomiLanguage        language,
                                  GError              **error);
gboolean  koyomi_finding_move    (KoyomiSession        *session,
                                  gint64                id,
                                  KoyomiFindingStatus   status,
                                  guint32               day,
                                  KoyomiLanguage        language,
                                  GError              **error);
gboolean  koyomi_finding_verify  (KoyomiSession        *session,
                                  gint64                id,
                                  const char           *verifier,
                                  KoyomiVerdict         verdict,
                                  const char           *note,
                                  guint32               day,
                                  KoyomiLanguage        language,
                                  GError              **error);
gint64    koyomi_finding_reopen  (KoyomiSession        *session,
                                  gint64                id,
                                  guint32               day,
                                  guint32               due_day,
                                  KoyomiLanguage        language,
                                  GError              **error);

G_END_DECLS
