#include "koyomi-recurrence.h"

#include "koyomi-day.h"
#include "koyomi-model-error.h"

#include <string.h>

/* The business day that a rule names is not known before the calendar is asked, but a slot needs a day of its own
 * that stays when the calendar changes: that is the one that it would be in a month without holidays. */

#define MAX_SLOTS_IN_PERIOD 12

/* A rule with what its anchor settles. Periods (a day, a week, a month, a quarter or a year, times the interval) are
 * numbered from the anchor's own, 0; units are days for days and weeks, else months since the year 0. */
typedef struct
{
  const KoyomiRecurrence *rule;
  guint32                 anchor;
  gint64                  origin;             /* the first unit of period 0 */
  int                     length;             /* of a period, in units */
  int                     day_of_month;       /* of the anchor */
  guint                   weekdays;
  guint                   months;
  int                     month_of_quarter;   /* from 0 */
} Plan;

static gint64
get_month_index (guint32 day)
{
  int year, month;

  koyomi_day_get (day, &year, &month, NULL);

  return (gint64) year * 12 + month - 1;
}

static gint64
divide_down (gint64 a,
             gint64 b)
{
  return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

static gint64
get_unit (const KoyomiRecurrence *rule,
          guint32                 day)
{
  gint64 index;

  switch (rule->frequency)
    {
    case KOYOMI_FREQUENCY_WEEK:
      return day - (koyomi_day_get_weekday (day) - 1);
    case KOYOMI_FREQUENCY_MONTH:
      return get_month_index (day);
    case KOYOMI_FREQUENCY_QUARTER:
      index = get_month_index (day) - (rule->fiscal_start_month - 1);
      return divide_down (index, 3) * 3 + rule->fiscal_start_month - 1;
    case KOYOMI_FREQUENCY_YEAR:
      return get_month_index (day) / 12 * 12;
    case KOYOMI_FREQUENCY_ONCE:
    case KOYOMI_FREQUENCY_DAY:
    default:
      return day;
    }
}

static int
get_period_length (const KoyomiRecurrence *rule)
{
  switch (rule->frequency)
    {
    case KOYOMI_FREQUENCY_WEEK:
      return rule->interval * 7;
    case KOYOMI_FREQUENCY_QUARTER:
      return rule->interval * 3;
    case KOYOMI_FREQUENCY_YEAR:
      return rule->interval * 12;
    case KOYOMI_FREQUENCY_ONCE:
    case KOYOMI_FREQUENCY_DAY:
    case KOYOMI_FREQUENCY_MONTH:
    default:
      return rule->interval;
    }
}

static Plan
make_plan (const KoyomiRecurrence *rule,
           guint32                 anchor)
{
  Plan plan = { rule, anchor, get_unit (rule, anchor), get_period_length (rule) };
  int month;

  koyomi_day_get (anchor, NULL, &month, &plan.day_of_month);
  plan.weekdays = rule->weekdays != 0 ? rule->weekdays : 1u << koyomi_day_get_weekday (anchor);
  plan.months = rule->months != 0 ? rule->months : 1u << month;
  plan.month_of_quarter = rule->month_of_quarter != 0 ? rule->month_of_quarter - 1
                                                      : get_month_index (anchor) - plan.origin;

  return plan;
}

static guint32
get_nth_weekday (guint32 first,
                 guint32 last,
                 int     nth,
                 int     weekday)
{
  guint32 day;

  if (nth < 0)
    return last - (koyomi_day_get_weekday (last) - weekday + 7) % 7;

  day = first + (weekday - koyomi_day_get_weekday (first) + 7) % 7 + (nth - 1) * 7;

  return day <= last ? day : KOYOMI_DAY_NONE;
}

/* The nth day from Monday to Friday. */
static guint32
get_nominal_business_day (guint32 first,
                          guint32 last,
                          int     nth)
{
  int step = nth < 0 ? -1 : 1;
  int left = ABS (nth);

  for (guint32 day = nth < 0 ? last : first; day >= first && day <= last; day += step)
    if (koyomi_day_get_weekday (day) <= 5 && --left == 0)
      return day;

  return KOYOMI_DAY_NONE;
}

/* The slot day in the month @index, or %KOYOMI_DAY_NONE. */
static guint32
get_day_in_month (const KoyomiRecurrence *rule,
                  gint64                  index,
                  int                     day_of_month)
{
  guint32 first, last;

  if (index < 12 || index >= 10000 * 12)
    return KOYOMI_DAY_NONE;

  first = koyomi_day_new (index / 12, index % 12 + 1, 1);
  last = first + g_date_get_days_in_month (index % 12 + 1, index / 12) - 1;

  switch (rule->day_rule)
    {
    case KOYOMI_DAY_OF_MONTH:
      return MIN (first + rule->nth - 1, last);
    case KOYOMI_DAY_OF_WEEKDAYS:
      return get_nth_weekday (first, last, rule->nth, rule->weekday);
    case KOYOMI_DAY_OF_BUSINESS:
      return get_nominal_business_day (first, last, rule->nth);
    case KOYOMI_DAY_WHOLE_MONTH:
      return first;
    case KOYOMI_DAY_OF_ANCHOR:
    default:
      return MIN (first + day_of_month - 1, last);
    }
}

/* The slot days of a period, in order, those before the anchor included.
 * Returns: their number */
static guint
list_period (const Plan *plan,
             gint64      period,
             guint32     days[MAX_SLOTS_IN_PERIOD])
{
  const KoyomiRecurrence *rule = plan->rule;
  gint64 unit = plan->origin + period * plan->length;
  guint n = 0;

  switch (rule->frequency)
    {
    case KOYOMI_FREQUENCY_WEEK:
      for (int weekday = 1; weekday <= 7; weekday++)
        if (plan->weekdays & (1u << weekday))
          days[n++] = unit + weekday - 1;
      break;
    case KOYOMI_FREQUENCY_MONTH:
      days[n++] = get_day_in_month (rule, unit, plan->day_of_month);
      break;
    case KOYOMI_FREQUENCY_QUARTER:
      days[n++] = get_day_in_month (rule, unit + plan->month_of_quarter, plan->day_of_month);
      break;
    case KOYOMI_FREQUENCY_YEAR:
      for (int month = 1; month <= 12; month++)
        if (plan->months & (1u << month))
          days[n++] = get_day_in_month (rule, unit + month - 1, plan->day_of_month);
      break;
    case KOYOMI_FREQUENCY_ONCE:
    case KOYOMI_FREQUENCY_DAY:
    default:
      days[n++] = unit;
      break;
    }

  return n;
}

/* Returns: FALSE when nothing happens for this slot */
static gboolean
settle_slot (const KoyomiRecurrence *rule,
             KoyomiWorkCalendar     *calendar,
             guint32                 slot_day,
             KoyomiSlot             *slot)
{
  guint32 day = slot_day;
  guint32 last_day = KOYOMI_DAY_NONE;

  if (koyomi_recurrence_is_exception (rule, slot_day))
    return FALSE;

  if (rule->day_rule == KOYOMI_DAY_OF_BUSINESS)
    day = koyomi_work_calendar_get_nth (calendar, koyomi_day_get_month_first (slot_day),
                                        koyomi_day_get_month_last (slot_day), rule->nth);
  else if (rule->day_rule == KOYOMI_DAY_WHOLE_MONTH)
    last_day = koyomi_day_get_month_last (slot_day);
  else if (rule->holiday == KOYOMI_HOLIDAY_BEFORE)
    day = koyomi_work_calendar_get_previous (calendar, slot_day);
  else if (rule->holiday == KOYOMI_HOLIDAY_AFTER)
    day = koyomi_work_calendar_get_next (calendar, slot_day);
  else if (rule->holiday == KOYOMI_HOLIDAY_SKIP && !koyomi_work_calendar_is_business_day (calendar, slot_day))
    day = KOYOMI_DAY_NONE;

  if (day == KOYOMI_DAY_NONE)
    return FALSE;

  *slot = (KoyomiSlot) { slot_day, day, last_day != KOYOMI_DAY_NONE ? last_day : day };

  return TRUE;
}

/* The last day on which a slot of the rule may lie, at most @last. */
static guint32
get_end (const KoyomiRecurrence *self,
         guint32                 last)
{
  guint32 end = MIN (last, KOYOMI_DAY_LAST);

  return self->until != KOYOMI_DAY_NONE ? MIN (end, self->until) : end;
}

/* How many slots there may be: a rule without a frequency has one, and of one that goes by completion only the first
 * is known. */
static guint
get_limit (const KoyomiRecurrence *self)
{
  if (self->frequency == KOYOMI_FREQUENCY_ONCE || self->from_completion)
    return 1;

  return self->count != 0 ? (guint) self->count : G_MAXUINT;
}

/* The rule that happens once. */
void
koyomi_recurrence_init (KoyomiRecurrence *self)
{
  *self = (KoyomiRecurrence) { .frequency = KOYOMI_FREQUENCY_ONCE, .interval = 1, .fiscal_start_month = 4 };
}

gboolean
koyomi_recurrence_equal (const KoyomiRecurrence *self,
                         const KoyomiRecurrence *other)
{
  return self->frequency == other->frequency &&
         self->interval == other->interval &&
         self->weekdays == other->weekdays &&
         self->fiscal_start_month == other->fiscal_start_month &&
         self->month_of_quarter == other->month_of_quarter &&
         self->months == other->months &&
         self->day_rule == other->day_rule &&
         self->nth == other->nth &&
         self->weekday == other->weekday &&
         self->holiday == other->holiday &&
         self->from_completion == other->from_completion &&
         self->until == other->until &&
         self->count == other->count &&
         self->n_exceptions == other->n_exceptions &&
         memcmp (self->exceptions, other->exceptions, self->n_exceptions * sizeof self->exceptions[0]) == 0;
}

/* The place of @slot_day among the exceptions, or where it would be. */
static guint
find_exception (const KoyomiRecurrence *self,
                guint32                 slot_day)
{
  guint i = 0;

  while (i < self->n_exceptions && self->exceptions[i] < slot_day)
    i++;

  return i;
}

/* Whether the rule leaves this slot out, if it gives it at all. */
gboolean
koyomi_recurrence_is_exception (const KoyomiRecurrence *self,
                                guint32                 slot_day)
{
  guint i = find_exception (self, slot_day);

  return i < self->n_exceptions && self->exceptions[i] == slot_day;
}

/* Leaves the slot out from now on: nothing will happen for it. */
gboolean
koyomi_recurrence_add_exception (KoyomiRecurrence  *self,
                                 guint32            slot_day,
                                 GError           **error)
{
  guint i = find_exception (self, slot_day);

  g_return_val_if_fail (slot_day != KOYOMI_DAY_NONE && slot_day <= KOYOMI_DAY_LAST, FALSE);

  if (koyomi_recurrence_is_exception (self, slot_day))
    return TRUE;

  if (self->n_exceptions == KOYOMI_RECURRENCE_MAX_EXCEPTIONS)
    {
      g_set_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_RANGE,
                   "a rule has at most %d exceptions; end the rule instead", KOYOMI_RECURRENCE_MAX_EXCEPTIONS);
      return FALSE;
    }

  memmove (&self->exceptions[i + 1], &self->exceptions[i], (self->n_exceptions - i) * sizeof self->exceptions[0]);
  self->exceptions[i] = slot_day;
  self->n_exceptions++;

  return TRUE;
}

/**
 * koyomi_recurrence_expand:
 * @first: the window's first day
 * @last: its last day, which counts
 * @slots: (element-type KoyomiSlot): what the window holds is added at its end, in the order of the slot days
 *
 * A slot belongs to the window in which its slot day lies, even when the holiday policy moves it out, so that windows
 * side by side share no slot and lose none. Two slots may come to happen on one day. Of a rule that goes by
 * completion only the first slot is known; koyomi_recurrence_next_after_completion() gives the others.
 *
 * Returns: whether the window holds any
 */
gboolean
koyomi_recurrence_expand (const KoyomiRecurrence *self,
                          guint32                 anchor,
                          KoyomiWorkCalendar     *calendar,
                          guint32                 first,
                          guint32                 last,
                          GArray                 *slots)
{
  guint limit = get_limit (self);
  guint32 end = get_end (self, last);
  guint n_before = slots->len;
  guint n_seen = 0;
  gint64 period = 0;
  Plan plan;

  g_return_val_if_fail (anchor != KOYOMI_DAY_NONE && anchor <= KOYOMI_DAY_LAST, FALSE);
  g_return_val_if_fail (KOYOMI_IS_WORK_CALENDAR (calendar), FALSE);

  if (end < first || end < anchor)
    return FALSE;

  /* What a limit leaves is known by counting from the anchor; without one a far window is as near as any. */
  plan = make_plan (self, anchor);
  if (limit == G_MAXUINT && first > anchor)
    period = (get_unit (self, first) - plan.origin) / plan.length;

  for (; plan.origin + period * plan.length <= get_unit (self, end) && n_seen < limit; period++)
    {
      guint32 days[MAX_SLOTS_IN_PERIOD];
      guint n_days = list_period (&plan, period, days);

      for (guint i = 0; i < n_days && n_seen < limit; i++)
        {
          KoyomiSlot slot;

          if (days[i] == KOYOMI_DAY_NONE || days[i] < anchor || days[i] > end)
            continue;

          n_seen++;
          if (days[i] >= first && settle_slot (self, calendar, days[i], &slot))
            g_array_append_val (slots, slot);
        }
    }

  return slots->len > n_before;
}

/* The last day of a run of the slot: it is as long as the activity, or as the slot, whichever is longer. */
guint32
koyomi_slot_get_last_day (const KoyomiSlot *self,
                          int               duration)
{
  return MAX (self->last_day, self->day + (guint32) MAX (duration, 1) - 1);
}

/* The first slot day of the rule from @day on, whatever the work calendar says, and how many come before it.
 * Returns: %KOYOMI_DAY_NONE when there is none any more */
static guint32
find_slot_from (const KoyomiRecurrence *self,
                guint32                 anchor,
                guint32                 day,
                guint                  *n_before)
{
  Plan plan = make_plan (self, anchor);
  guint32 end = get_end (self, KOYOMI_DAY_LAST);
  guint limit = get_limit (self);

  *n_before = 0;
  for (gint64 period = 0; plan.origin + period * plan.length <= get_unit (self, end) && *n_before < limit; period++)
    {
      guint32 days[MAX_SLOTS_IN_PERIOD];
      guint n_days = list_period (&plan, period, days);

      for (guint i = 0; i < n_days && *n_before < limit; i++)
        {
          if (days[i] == KOYOMI_DAY_NONE || days[i] < anchor || days[i] > end)
            continue;

          if (days[i] >= day)
            return days[i];

          ++*n_before;
        }
    }

  return KOYOMI_DAY_NONE;
}

/* What the anchor of the whole stands for in the part that begins later: the 31st must not become the 28th because the part
 * begins in February. */
static void
settle_day_of_month (KoyomiRecurrence *self,
                     guint32           anchor)
{
  int day_of_month;

  koyomi_day_get (anchor, NULL, NULL, &day_of_month);
  if (self->frequency < KOYOMI_FREQUENCY_MONTH || self->day_rule != KOYOMI_DAY_OF_ANCHOR || self->from_completion || day_of_month <= 28)
    return;

  self->day_rule = KOYOMI_DAY_OF_MONTH;
  self->nth = day_of_month;
}

static void
take_exceptions (KoyomiRecurrence       *self,
                 const KoyomiRecurrence *whole,
                 guint32                 first_day,
                 guint32                 last_day)
{
  self->n_exceptions = 0;
  for (guint i = 0; i < whole->n_exceptions; i++)
    if (whole->exceptions[i] >= first_day && whole->exceptions[i] <= last_day)
      self->exceptions[self->n_exceptions++] = whole->exceptions[i];
}

/**
 * koyomi_recurrence_split:
 * @slot_day: the first day of the later part
 * @before: (out caller-allocates): the rule up to the day before; the rule itself where it gives nothing later or happens once
 * @after: (out caller-allocates): the rule from then on
 *
 * Splits a rule in two that together give the same slots, the one reckoned from @anchor, the other from the day returned.
 *
 * Returns: the anchor of @after: the first slot from @slot_day on. Where the rule gives none any more, and where it goes by
 *   completion, it is @slot_day itself; then @after happens once in the first case.
 */
guint32
koyomi_recurrence_split (const KoyomiRecurrence *self,
                         guint32                 anchor,
                         guint32                 slot_day,
                         KoyomiRecurrence       *before,
                         KoyomiRecurrence       *after)
{
  guint n_before;
  guint32 begin = find_slot_from (self, anchor, slot_day, &n_before);

  g_return_val_if_fail (slot_day > 1 && slot_day <= KOYOMI_DAY_LAST, slot_day);

  *before = *self;
  *after = *self;
  if (self->from_completion)
    begin = slot_day;
  else if (begin == KOYOMI_DAY_NONE)
    {
      koyomi_recurrence_init (after);
      return slot_day;
    }

  if (self->frequency != KOYOMI_FREQUENCY_ONCE)
    {
      before->until = MIN (slot_day - 1, get_end (self, KOYOMI_DAY_LAST));
      before->count = 0;
    }
  take_exceptions (before, self, 1, slot_day - 1);

  if (self->count != 0 && !self->from_completion)
    after->count = self->count - n_before;
  settle_day_of_month (after, anchor);
  take_exceptions (after, self, slot_day, KOYOMI_DAY_LAST);

  return begin;
}

/* The slot day that lies @n intervals after @completion, or %KOYOMI_DAY_NONE. */
static guint32
get_day_after (const KoyomiRecurrence *self,
               guint32                 completion,
               int                     n)
{
  gint64 units = (gint64) get_period_length (self) * n;
  int day_of_month;

  if (self->frequency == KOYOMI_FREQUENCY_DAY || self->frequency == KOYOMI_FREQUENCY_WEEK)
    return completion + units <= KOYOMI_DAY_LAST ? completion + units : KOYOMI_DAY_NONE;

  koyomi_day_get (completion, NULL, NULL, &day_of_month);

  return get_day_in_month (self, get_month_index (completion) + units, day_of_month);
}

/**
 * koyomi_recurrence_next_after_completion:
 * @completion: the day on which the last one was completed
 * @n_done: how many there have been, that one included
 * @slot: (out caller-allocates)
 *
 * The next slot of a rule that goes by completion: one interval later, on the day of the month that the rule names.
 * Where that is no day on which it can happen (a month without a fifth Monday, a day off to be skipped, an exception),
 * one more interval later.
 *
 * Returns: FALSE when the rule has come to its end
 */
gboolean
koyomi_recurrence_next_after_completion (const KoyomiRecurrence *self,
                                         guint32                 completion,
                                         guint                   n_done,
                                         KoyomiWorkCalendar     *calendar,
                                         KoyomiSlot             *slot)
{
  const int max_tries = 100;

  g_return_val_if_fail (self->from_completion, FALSE);
  g_return_val_if_fail (completion != KOYOMI_DAY_NONE && completion <= KOYOMI_DAY_LAST, FALSE);
  g_return_val_if_fail (KOYOMI_IS_WORK_CALENDAR (calendar), FALSE);

  if (self->count != 0 && n_done >= (guint) self->count)
    return FALSE;

  for (int n = 1; n <= max_tries; n++)
    {
      guint32 day = get_day_after (self, completion, n);

      if (day == KOYOMI_DAY_NONE)
        continue;

      if (day > get_end (self, KOYOMI_DAY_LAST))
        return FALSE;

      if (settle_slot (self, calendar, day, slot))
        return TRUE;
    }

  return FALSE;
}
