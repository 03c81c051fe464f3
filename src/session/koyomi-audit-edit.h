#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* Each is one edit, one step to undo, under a label in @language. The result of an item is written with koyomi_session_save(). */

gint64  koyomi_audit_add            (KoyomiSession   *session,
                                     KoyomiRecord    *audit,
                                     const gint64    *controls,
                                     guint            n_controls,
                                     KoyomiLanguage   language,
                                     GError         **error);
int     koyomi_audit_plan_items     (KoyomiSession   *session,
                                     gint64           audit,
                                     const gint64    *controls,
                                     guint            n_controls,
                                     KoyomiLanguage   language,
                                     GError         **error);
gint64  koyomi_audit_plan_activity  (KoyomiSession   *session,
                                     gint64           audit,
                                     gint64           function,
                                     KoyomiLanguage   language,
                                     GError         **error);

G_END_DECLS
