#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

gboolean koyomi_calendar_write_ics (KoyomiSession       *session,
                                    KoyomiCalendar      *calendar,
                                    GOutputStream       *stream,
                                    KoyomiProgressFunc   progress,
                                    gpointer             progress_data,
                                    GCancellable        *cancellable,
                                    GError             **error);

G_END_DECLS
