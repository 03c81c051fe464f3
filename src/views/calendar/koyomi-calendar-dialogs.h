#pragma once

#include "koyomi-calendar-rows.h"

G_BEGIN_DECLS

/* The actions "calendar.…" that open a dialog about what is chosen or has the focus. */
void koyomi_calendar_dialogs_install (GtkWidgetClass     *view_class);
void koyomi_calendar_dialogs_attach  (GtkWidget          *view,
                                      KoyomiCalendarRows *rows);

G_END_DECLS
