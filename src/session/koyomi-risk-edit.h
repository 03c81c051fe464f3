#pragma once

#include "koyomi-risk.h"
#include "koyomi-session.h"

G_BEGIN_DECLS

gint64   koyomi_risk_add    (KoyomiSession   *session,
                             KoyomiRecord    *risk,
                             const char      *reason,
                             guint32          day,
                             KoyomiLanguage   language,
                             GError         **error);
gboolean koyomi_risk_assess (KoyomiSession   *session,
                             gint64           id,
                             int              likelihood,
                             int              impact,
                             const char      *reason,
                             guint32          day,
                             guint32          next_review,
                             KoyomiLanguage   language,
                             GError         **error);

G_END_DECLS
