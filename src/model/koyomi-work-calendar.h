#pragma once

#include <glib-object.h>
#include "koyomi-record.h"

G_BEGIN_DECLS

/* Which days a company works: not on Saturday and Sunday, not on Japanese public holidays, not on its own days off;
 * but on the days that it has declared working days, whatever else they are. */
#define KOYOMI_TYPE_WORK_CALENDAR (koyomi_work_calendar_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiWorkCalendar, koyomi_work_calendar, KOYOMI, WORK_CALENDAR, GObject)

/* @days_off: (element-type KoyomiRecord) (nullable): the plan's day_off rows, read and not kept */
KoyomiWorkCalendar *koyomi_work_calendar_new             (GPtrArray          *days_off) G_GNUC_WARN_UNUSED_RESULT;
gboolean            koyomi_work_calendar_is_business_day (KoyomiWorkCalendar *self,
                                                          guint32             day);
const char         *koyomi_work_calendar_get_name        (KoyomiWorkCalendar *self,
                                                          guint32             day,
                                                          KoyomiLanguage      language);
guint32             koyomi_work_calendar_get_next        (KoyomiWorkCalendar *self,
                                                          guint32             day);
guint32             koyomi_work_calendar_get_previous    (KoyomiWorkCalendar *self,
                                                          guint32             day);
guint32             koyomi_work_calendar_get_nth         (KoyomiWorkCalendar *self,
                                                          guint32             first_day,
                                                          guint32             last_day,
                                                          int                 n);

G_END_DECLS
