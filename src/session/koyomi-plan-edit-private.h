#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* Writes what was set in @plan, which came from koyomi_session_dup_plan(), as one edit. */
gboolean _koyomi_plan_edit (KoyomiSession  *session,
                            KoyomiRecord   *plan,
                            const char     *label,
                            GError        **error);

G_END_DECLS
