#pragma once

#include "koyomi-ics-event-private.h"

G_BEGIN_DECLS

/* The runs that a rule gives in one fiscal year, as one event that recurs. */
typedef struct
{
  char   *rrule;   /* NULL when no RRULE says the same */
  GArray *slots;   /* (element-type KoyomiSlot) */
} KoyomiIcsSeries;

void     _koyomi_ics_series_init     (KoyomiIcsSeries    *self,
                                      KoyomiRecord       *activity,
                                      KoyomiWorkCalendar *work_calendar,
                                      KoyomiFiscalYear    year);
void     _koyomi_ics_series_clear    (KoyomiIcsSeries    *self);
gboolean _koyomi_ics_series_has_slot (KoyomiIcsSeries    *self,
                                      guint32             slot_day);
gboolean _koyomi_ics_series_follows  (KoyomiIcsSeries    *self,
                                      KoyomiRecord       *activity,
                                      KoyomiRecord       *run);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KoyomiIcsSeries, _koyomi_ics_series_clear)

G_END_DECLS
