#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

char *_koyomi_session_clean_bookmark_name (KoyomiSession  *session,
                                           const char     *name,
                                           gint64          bookmark,
                                           GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
