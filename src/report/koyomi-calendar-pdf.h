#pragma once

#include "koyomi-calendar.h"
#include "koyomi-paper.h"

G_BEGIN_DECLS

gboolean koyomi_calendar_write_pdf (KoyomiCalendar  *calendar,
                                    KoyomiPaper      paper,
                                    guint            n_across,
                                    GOutputStream   *stream,
                                    GCancellable    *cancellable,
                                    GError         **error);

G_END_DECLS
