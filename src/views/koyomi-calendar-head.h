#pragma once

#include <gtk/gtk.h>

#include "koyomi-calendar-sheet.h"

G_BEGIN_DECLS

/* Above the rows: months and days, and the strip of committee meetings. */
#define KOYOMI_TYPE_CALENDAR_HEAD (koyomi_calendar_head_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiCalendarHead, koyomi_calendar_head, KOYOMI, CALENDAR_HEAD, GtkWidget)

GtkWidget *koyomi_calendar_head_new      (KoyomiCalendarSheet *sheet) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_calendar_head_set_left (KoyomiCalendarHead  *self,
                                          int                  left);

G_END_DECLS
