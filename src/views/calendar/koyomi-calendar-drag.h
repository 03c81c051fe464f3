#pragma once

#include "koyomi-calendar-rows.h"

G_BEGIN_DECLS

void koyomi_calendar_drag_attach (KoyomiCalendarRows *rows);

G_END_DECLS
