#pragma once

#include "koyomi-calendar.h"

G_BEGIN_DECLS

#define KOYOMI_CALENDAR_PNG_SCALE 2.0

gboolean koyomi_calendar_write_png (KoyomiCalendar  *calendar,
                                    double           scale,
                                    GOutputStream   *stream,
                                    GCancellable    *cancellable,
                                    GError         **error);

G_END_DECLS
