#pragma once

#include "koyomi-calendar.h"

G_BEGIN_DECLS

gboolean koyomi_calendar_write_pdf (KoyomiCalendar  *calendar,
                                    GOutputStream   *stream,
                                    GCancellable    *cancellable,
                                    GError         **error);

G_END_DECLS
