#pragma once

#include "koyomi-work-calendar.h"

G_BEGIN_DECLS

/* On which days whoever counts a reporting limit is at work. An authority goes by the holidays of its country, whatever days off the
 * company gives itself. */
typedef enum
{
  KOYOMI_OPEN_DAYS_COMPANY,   /* the plan's work calendar */
  KOYOMI_OPEN_DAYS_JAPAN,     /* offices of the state: weekends, public holidays, 29 December to 3 January */
  KOYOMI_OPEN_DAYS_EU,        /* weekends, and the two bank holidays that all member states have: 1 January and 25 December */
  KOYOMI_OPEN_DAYS_USA,       /* weekends and federal holidays */
} KoyomiOpenDays;

KoyomiOpenDays  koyomi_open_days_of        (const char          *jurisdiction);
gboolean        koyomi_open_days_contain   (KoyomiOpenDays       self,
                                            KoyomiWorkCalendar  *company,
                                            guint32              day);
guint32         koyomi_open_days_get_next  (KoyomiOpenDays       self,
                                            KoyomiWorkCalendar  *company,
                                            guint32              day);
guint32         koyomi_open_days_add       (KoyomiOpenDays       self,
                                            KoyomiWorkCalendar  *company,
                                            guint32              day,
                                            guint                n);

G_END_DECLS
