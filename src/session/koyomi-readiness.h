#pragma once

#include "koyomi-lint.h"
#include "koyomi-session.h"

G_BEGIN_DECLS

/* The readiness check of a plan. What breaks the rules of the matrix is told by koyomi_session_load_breaches(). */
GPtrArray *koyomi_session_load_readiness  (KoyomiSession     *session,
                                           guint32            day,
                                           KoyomiLanguage     language,
                                           GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/* Each is one edit, under a label in @language. */
gboolean   koyomi_session_accept_lint     (KoyomiSession     *session,
                                           KoyomiLintResult  *result,
                                           const char        *reason,
                                           const char        *decided_by,
                                           guint32            until_day,
                                           KoyomiLanguage     language,
                                           GError           **error);
gboolean   koyomi_session_take_lint_back  (KoyomiSession     *session,
                                           KoyomiLintResult  *result,
                                           KoyomiLanguage     language,
                                           GError           **error);

G_END_DECLS
