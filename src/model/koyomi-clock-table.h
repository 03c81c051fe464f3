#pragma once

#include "koyomi-incident-clock.h"

G_BEGIN_DECLS

/* The reporting duties of a plan, ready to be reckoned for any number of incidents. Not legal advice. */
typedef struct _KoyomiClockTable KoyomiClockTable;

/* @clocks: (element-type KoyomiRecord): the rows of reporting_clock, kept and completed; @zone: where the plan is */
KoyomiClockTable *koyomi_clock_table_new            (GPtrArray               *clocks,
                                                     KoyomiWorkCalendar      *company,
                                                     GTimeZone               *zone) G_GNUC_WARN_UNUSED_RESULT;
void              koyomi_clock_table_free           (KoyomiClockTable        *self);
GPtrArray        *koyomi_clock_table_get_clocks     (KoyomiClockTable        *self);

GPtrArray        *koyomi_clock_table_reckon         (KoyomiClockTable        *self,
                                                     KoyomiRecord            *incident,
                                                     GPtrArray               *reports,
                                                     gint64                   now) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray        *koyomi_clock_table_reckon_due     (KoyomiClockTable        *self,
                                                     KoyomiRecord            *incident,
                                                     GPtrArray               *reports,
                                                     gint64                   now) G_GNUC_WARN_UNUSED_RESULT;
KoyomiIncidentClock *koyomi_clock_table_find_next   (GPtrArray               *reckoned);

void              koyomi_clock_table_complete       (KoyomiRecord            *clock);
const char       *koyomi_clock_table_get_notice     (KoyomiRecord            *clock);
gboolean          koyomi_clock_table_is_shipped     (KoyomiRecord            *clock);
const char       *koyomi_clock_table_get_disclaimer (KoyomiLanguage           language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiClockTable, koyomi_clock_table_free)

G_END_DECLS
