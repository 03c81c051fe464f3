#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

gboolean koyomi_calendar_write_xlsx (KoyomiSession       *session,
                                     KoyomiCalendar      *calendar,
                                     const char          *path,
                                     const char          *name,
                                     KoyomiProgressFunc   progress,
                                     gpointer             progress_data,
                                     GCancellable        *cancellable,
                                     GError             **error);

G_END_DECLS
