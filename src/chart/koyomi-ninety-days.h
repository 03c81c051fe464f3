#pragma once

#include "koyomi-figure.h"

G_BEGIN_DECLS

/* What comes next: runs as bars, meetings and reports as marks, over months. There is room for some of the runs only; of the others each month tells
 * how many there are. The series of a region is a KoyomiAheadKind, its column which one it is in the order in which they were added; of
 * KOYOMI_AHEAD_MORE it is the month, 0 being that of the first day. */
typedef enum
{
  KOYOMI_AHEAD_RUN,
  KOYOMI_AHEAD_MEETING,
  KOYOMI_AHEAD_REPORT,
  KOYOMI_AHEAD_MORE,
} KoyomiAheadKind;

#define KOYOMI_TYPE_NINETY_DAYS koyomi_ninety_days_get_type ()
G_DECLARE_FINAL_TYPE (KoyomiNinetyDays, koyomi_ninety_days, KOYOMI, NINETY_DAYS, KoyomiFigure)

KoyomiFigure *koyomi_ninety_days_new (KoyomiLanguage    language,
                                      const char       *title,
                                      guint32           first_day,
                                      guint             n_days) G_GNUC_WARN_UNUSED_RESULT;
void          koyomi_ninety_days_add (KoyomiNinetyDays *self,
                                      KoyomiAheadKind   kind,
                                      const char       *title,
                                      guint32           first_day,
                                      guint32           last_day,
                                      KoyomiState       state);

G_END_DECLS
