#pragma once

#include "koyomi-rule-check.h"
#include "koyomi-session.h"

G_BEGIN_DECLS

GPtrArray *koyomi_session_load_breaches (KoyomiSession   *session,
                                         const char      *catalogue,
                                         guint32          day,
                                         KoyomiLanguage   language,
                                         GError         **error) G_GNUC_WARN_UNUSED_RESULT;

GHashTable *koyomi_session_load_audit_breaches (KoyomiSession  *session,
                                                guint32          day,
                                                KoyomiLanguage   language,
                                                GError         **error) G_GNUC_WARN_UNUSED_RESULT;

guint      koyomi_session_get_a_limit   (KoyomiSession   *session);
gboolean   koyomi_session_set_a_limit   (KoyomiSession   *session,
                                         guint            limit,
                                         KoyomiLanguage   language,
                                         GError         **error);

G_END_DECLS
