#pragma once

#include "koyomi-open-days.h"

G_BEGIN_DECLS

/* From what a reporting limit is counted. */
typedef enum
{
  KOYOMI_CLOCK_START_AWARE,
  KOYOMI_CLOCK_START_DETECTED,
  KOYOMI_CLOCK_START_CLASSIFIED,
  KOYOMI_CLOCK_START_MATERIAL,         /* when it was judged that the duty applies */
  KOYOMI_CLOCK_START_PREVIOUS_STAGE,   /* the last recorded submission of the stage before */
  KOYOMI_CLOCK_START_FIRST_REPORT,     /* the first one */
} KoyomiClockStart;

#define KOYOMI_N_CLOCK_STARTS 6

/* How it is counted. Those from PROMPTLY on are limits without a number. */
typedef enum
{
  KOYOMI_CLOCK_UNIT_HOURS,
  KOYOMI_CLOCK_UNIT_CALENDAR_DAYS,
  KOYOMI_CLOCK_UNIT_CALENDAR_DAYS_INCL,   /* the day of the start is day 1 */
  KOYOMI_CLOCK_UNIT_BUSINESS_DAYS,
  KOYOMI_CLOCK_UNIT_MONTHS,
  KOYOMI_CLOCK_UNIT_PROMPTLY,
  KOYOMI_CLOCK_UNIT_IMMEDIATELY,
  KOYOMI_CLOCK_UNIT_WITHOUT_UNDUE_DELAY,
  KOYOMI_CLOCK_UNIT_MINISTERIAL_ORDER,
} KoyomiClockUnit;

#define KOYOMI_N_CLOCK_UNITS 9

/* What happens to a limit that ends on a closed day. */
typedef enum
{
  KOYOMI_CLOCK_ROLL_NONE,
  KOYOMI_CLOCK_ROLL_NEXT_OPEN_DAY,
  KOYOMI_CLOCK_ROLL_NOON,            /* noon of the next open day */
} KoyomiClockRoll;

#define KOYOMI_N_CLOCK_ROLLS 3

/* How a row of the table of reporting duties is counted. */
typedef struct
{
  KoyomiClockStart  start;
  KoyomiClockUnit   unit;
  KoyomiClockRoll   roll;
  KoyomiOpenDays    open_days;
  double            amount;        /* 0: none */
  double            warn_amount;   /* when to warn, counted like the amount; 0: where nothing is said */
  GTimeZone        *zone;          /* (nullable): where its days are counted; NULL where the plan is */
} KoyomiClock;

const char *koyomi_clock_start_get_nick   (KoyomiClockStart    self);
gboolean    koyomi_clock_start_from_nick  (const char          *nick,
                                           KoyomiClockStart    *self);
const char *koyomi_clock_start_get_label  (KoyomiClockStart     self,
                                           KoyomiLanguage       language);
const char *koyomi_clock_unit_get_nick    (KoyomiClockUnit      self);
gboolean    koyomi_clock_unit_from_nick   (const char          *nick,
                                           KoyomiClockUnit     *self);
const char *koyomi_clock_unit_get_label   (KoyomiClockUnit      self,
                                           KoyomiLanguage       language);
gboolean    koyomi_clock_unit_has_amount  (KoyomiClockUnit      self);
gboolean    koyomi_clock_unit_is_whole    (KoyomiClockUnit      self);
const char *koyomi_clock_roll_get_nick    (KoyomiClockRoll      self);
gboolean    koyomi_clock_roll_from_nick   (const char          *nick,
                                           KoyomiClockRoll     *self);
const char *koyomi_clock_roll_get_label   (KoyomiClockRoll      self,
                                           KoyomiLanguage       language);

gboolean    koyomi_clock_read             (KoyomiClock         *self,
                                           KoyomiRecord        *record,
                                           GError             **error);
void        koyomi_clock_clear            (KoyomiClock         *self);
gboolean    koyomi_clock_is_fixed         (const KoyomiClock   *self);
gint64      koyomi_clock_get_due          (const KoyomiClock   *self,
                                           gint64               started_at,
                                           KoyomiWorkCalendar  *company,
                                           GTimeZone           *zone);
gint64      koyomi_clock_get_warning      (const KoyomiClock   *self,
                                           gint64               started_at,
                                           KoyomiWorkCalendar  *company,
                                           GTimeZone           *zone);
char       *koyomi_clock_describe         (const KoyomiClock   *self,
                                           KoyomiLanguage       language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KoyomiClock, koyomi_clock_clear)

G_END_DECLS
