#pragma once

#include <glib.h>
#include "koyomi-language.h"
#include "koyomi-work-calendar.h"

G_BEGIN_DECLS

#define KOYOMI_RECURRENCE_MAX_INTERVAL 999
#define KOYOMI_RECURRENCE_MAX_COUNT 9999
#define KOYOMI_RECURRENCE_MAX_EXCEPTIONS 400

typedef enum
{
  KOYOMI_FREQUENCY_ONCE,
  KOYOMI_FREQUENCY_DAY,
  KOYOMI_FREQUENCY_WEEK,
  KOYOMI_FREQUENCY_MONTH,
  KOYOMI_FREQUENCY_QUARTER,   /* of the fiscal year */
  KOYOMI_FREQUENCY_YEAR,      /* of the calendar */
} KoyomiFrequency;

/* Which day of a month. */
typedef enum
{
  KOYOMI_DAY_OF_ANCHOR,    /* the day of the month that the anchor is */
  KOYOMI_DAY_OF_MONTH,     /* nth is 1 to 31; a shorter month's last day stands for what it lacks */
  KOYOMI_DAY_OF_WEEKDAYS,  /* the nth weekday, 1 to 5 or -1 for the last; nothing happens in a month without a fifth */
  KOYOMI_DAY_OF_BUSINESS,  /* the nth business day, counted from the end when negative */
  KOYOMI_DAY_WHOLE_MONTH,  /* from the first to the last day */
} KoyomiDayRule;

/* What happens when the day is none that the company works. */
typedef enum
{
  KOYOMI_HOLIDAY_KEEP,
  KOYOMI_HOLIDAY_BEFORE,   /* the business day before */
  KOYOMI_HOLIDAY_AFTER,    /* the business day after */
  KOYOMI_HOLIDAY_SKIP,     /* nothing */
} KoyomiHolidayPolicy;

/* When an activity happens: a value, copied by assignment. Reckoned from an anchor, the activity's first day: nothing
 * happens before it, its day, weekday and month stand in for those that the rule leaves open, and with an interval
 * the anchor's day, week (from Monday), month, quarter or year is the first that counts.
 *
 * As a text, which activities and committees keep in their field "rule": words parted by blanks, in this order, all
 * optional; "" is once, on the anchor.
 *
 *   every=2weeks          every day, week, month, quarter or year, or every 2days, 2weeks, 2months, 2quarters, 2years
 *   on=mon,thu            weekdays; with weeks
 *   fiscal=1              the first month of the fiscal year, else April; with quarters
 *   month=2               the month of the quarter, 1 to 3; with quarters
 *   months=11,12,1        months; with years. Alone it means every=year, and that is how it is written
 *   day=15                the day of the month; 31 is the last, which may also be given as day=last
 *   weekday=2tue          or 1 to 5 and lasttue, instead of day
 *   business=1            or -1 for the last business day, -2 for the one before, instead of day; also business=last
 *   span=month            the whole month, instead of day
 *   holiday=after         before, after, skip
 *   from=completion       the next is reckoned from the day on which the last was completed; not with on, month or months
 *   until=2027-03-31      the last day on which it may happen, by the rule
 *   count=12              how often, those included that holiday=skip or except= leave out; not with until
 *   except=2026-07-01     slot days on which nothing happens, parted by commas; with every= or months= */
typedef struct
{
  KoyomiFrequency      frequency;
  int                  interval;             /* from 1 */
  guint                weekdays;             /* 1 << 1 for Monday to 1 << 7; 0 is the anchor's */
  int                  fiscal_start_month;
  int                  month_of_quarter;     /* 1 to 3; 0 is the anchor's */
  guint                months;               /* 1 << 1 for January to 1 << 12; 0 is the anchor's */
  KoyomiDayRule        day_rule;
  int                  nth;
  int                  weekday;              /* 1 for Monday to 7 */
  KoyomiHolidayPolicy  holiday;
  gboolean             from_completion;
  guint32              until;
  int                  count;                /* 0 is without end */
  guint                n_exceptions;
  guint32              exceptions[KOYOMI_RECURRENCE_MAX_EXCEPTIONS];   /* slot days, in order, each once */
} KoyomiRecurrence;

/* One time that a rule gives. */
typedef struct
{
  guint32 slot_day;   /* by the rule alone. It names the slot: company days off do not change it */
  guint32 day;        /* when it happens, by the work calendar */
  guint32 last_day;   /* the month's last day when the rule spans the month, else the same as day */
} KoyomiSlot;

guint32   koyomi_slot_get_last_day                (const KoyomiSlot       *self,
                                                   int                     duration);

void      koyomi_recurrence_init                  (KoyomiRecurrence       *self);
gboolean  koyomi_recurrence_equal                 (const KoyomiRecurrence *self,
                                                   const KoyomiRecurrence *other);
gboolean  koyomi_recurrence_is_exception          (const KoyomiRecurrence *self,
                                                   guint32                 slot_day);
gboolean  koyomi_recurrence_add_exception         (KoyomiRecurrence       *self,
                                                   guint32                 slot_day,
                                                   GError                **error);

gboolean  koyomi_recurrence_parse                 (KoyomiRecurrence       *self,
                                                   const char             *text,
                                                   GError                **error);
char     *koyomi_recurrence_format                (const KoyomiRecurrence *self) G_GNUC_WARN_UNUSED_RESULT;
char     *koyomi_recurrence_describe              (const KoyomiRecurrence *self,
                                                   guint32                 anchor,
                                                   KoyomiLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
char     *koyomi_recurrence_to_rrule              (const KoyomiRecurrence *self,
                                                   guint32                 anchor) G_GNUC_WARN_UNUSED_RESULT;

gboolean  koyomi_recurrence_expand                (const KoyomiRecurrence *self,
                                                   guint32                 anchor,
                                                   KoyomiWorkCalendar     *calendar,
                                                   guint32                 first,
                                                   guint32                 last,
                                                   GArray                 *slots);
guint32   koyomi_recurrence_split                 (const KoyomiRecurrence *self,
                                                   guint32                 anchor,
                                                   guint32                 slot_day,
                                                   KoyomiRecurrence       *before,
                                                   KoyomiRecurrence       *after);
gboolean  koyomi_recurrence_next_after_completion (const KoyomiRecurrence *self,
                                                   guint32                 completion,
                                                   guint                   n_done,
                                                   KoyomiWorkCalendar     *calendar,
                                                   KoyomiSlot             *slot);

G_END_DECLS
