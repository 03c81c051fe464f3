#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

int       koyomi_session_find_last_position (KoyomiSession   *session,
                                             KoyomiTableId    table,
                                             int              reference,
                                             gint64           target,
                                             GError         **error);
gboolean  koyomi_session_reorder            (KoyomiSession   *session,
                                             KoyomiTableId    table,
                                             const gint64    *ids,
                                             guint            n_ids,
                                             const char      *label,
                                             GError         **error);

G_END_DECLS
