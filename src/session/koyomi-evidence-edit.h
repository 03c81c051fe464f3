#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* What evidence proves. It is edited with koyomi_session_save() and koyomi_session_remove(). */
gboolean  koyomi_evidence_prove       (KoyomiSession   *session,
                                       gint64           evidence,
                                       int              field,
                                       gint64           row,
                                       KoyomiLanguage   language,
                                       GError         **error);
gboolean  koyomi_evidence_unlink      (KoyomiSession   *session,
                                       gint64           evidence,
                                       KoyomiTableId    table,
                                       gint64           row,
                                       KoyomiLanguage   language,
                                       GError         **error);

G_END_DECLS
