#pragma once

#include "koyomi-calendar-layout.h"

G_BEGIN_DECLS

void  _koyomi_calendar_layout_make_heads    (KoyomiCalendarLayout *self);
void  _koyomi_calendar_layout_break_pages   (KoyomiCalendarLayout *self,
                                             double                room,
                                             double                largest_scale);
void  _koyomi_calendar_layout_place_runs    (KoyomiCalendarLayout *self,
                                             KoyomiCalendarPage   *page);

const char *_koyomi_calendar_layout_get_committee (const KoyomiMilestone *milestone);

G_END_DECLS
