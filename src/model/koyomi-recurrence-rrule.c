#include "koyomi-recurrence.h"

#include "koyomi-day.h"

static const char *weekday_codes[] = { NULL, "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

/* The months in which the rule can happen, where they are the same every year. */
static guint
get_months (const KoyomiRecurrence *self,
            guint32                 anchor)
{
  int month;

  if (self->frequency != KOYOMI_FREQUENCY_YEAR || self->months != 0)
    return self->months;

  koyomi_day_get (anchor, NULL, &month, NULL);

  return 1u << month;
}

static void
append_months (GString *text,
               guint    months)
{
  const char *lead = ";BYMONTH=";

  for (int month = 1; month <= 12; month++)
    if (months & (1u << month))
      {
        g_string_append_printf (text, "%s%d", lead, month);
        lead = ",";
      }
}

/* The 29th or 30th of a shorter month is its last day for us and no day for RFC 5545: the last one that exists of 28,
 * 29 and 30. */
static void
append_day_of_month (GString *text,
                     int      day)
{
  if (day == 31)
    g_string_append (text, ";BYMONTHDAY=-1");
  else if (day == 30)
    g_string_append (text, ";BYMONTHDAY=28,29,30;BYSETPOS=-1");
  else if (day == 29)
    g_string_append (text, ";BYMONTHDAY=28,29;BYSETPOS=-1");
  else
    g_string_append_printf (text, ";BYMONTHDAY=%d", day);
}

static void
append_weekdays (GString *text,
                 guint    weekdays)
{
  const char *lead = ";BYDAY=";

  for (int weekday = 1; weekday <= 7; weekday++)
    if (weekdays & (1u << weekday))
      {
        g_string_append_printf (text, "%s%s", lead, weekday_codes[weekday]);
        lead = ",";
      }
}

static void
append_interval (GString *text,
                 int      interval)
{
  if (interval > 1)
    g_string_append_printf (text, ";INTERVAL=%d", interval);
}

static gboolean
is_one_bit (guint bits)
{
  return (bits & (bits - 1)) == 0;
}

/* The months and the day in them. BYSETPOS picks from a whole period, so with several months the period has to be the
 * month.
 * Returns: (transfer full) (nullable) */
static GString *
begin_month_rule (const KoyomiRecurrence *self,
                  guint32                 anchor)
{
  g_autoptr(GString) text = NULL;
  guint months = get_months (self, anchor);
  int day = self->nth;
  gboolean is_cut;

  if (self->day_rule == KOYOMI_DAY_OF_ANCHOR)
    koyomi_day_get (anchor, NULL, NULL, &day);
  is_cut = self->day_rule != KOYOMI_DAY_OF_WEEKDAYS && (day == 29 || day == 30);

  if (self->frequency != KOYOMI_FREQUENCY_YEAR)
    {
      text = g_string_new ("FREQ=MONTHLY");
      append_interval (text, self->frequency == KOYOMI_FREQUENCY_QUARTER ? self->interval * 3 : self->interval);
    }
  else if (!is_cut || is_one_bit (months))
    {
      text = g_string_new ("FREQ=YEARLY");
      append_interval (text, self->interval);
    }
  else if (self->interval == 1)
    text = g_string_new ("FREQ=MONTHLY");
  else
    return NULL;

  append_months (text, months);
  if (self->day_rule == KOYOMI_DAY_OF_WEEKDAYS)
    g_string_append_printf (text, ";BYDAY=%d%s", self->nth, weekday_codes[self->weekday]);
  else
    append_day_of_month (text, day);

  return g_steal_pointer (&text);
}

static GString *
begin_rule (const KoyomiRecurrence *self,
            guint32                 anchor)
{
  GString *text;

  switch (self->frequency)
    {
    case KOYOMI_FREQUENCY_DAY:
      text = g_string_new ("FREQ=DAILY");
      append_interval (text, self->interval);
      return text;
    case KOYOMI_FREQUENCY_WEEK:
      text = g_string_new ("FREQ=WEEKLY");
      append_interval (text, self->interval);
      append_weekdays (text, self->weekdays != 0 ? self->weekdays : 1u << koyomi_day_get_weekday (anchor));
      return text;
    case KOYOMI_FREQUENCY_MONTH:
    case KOYOMI_FREQUENCY_QUARTER:
    case KOYOMI_FREQUENCY_YEAR:
      return begin_month_rule (self, anchor);
    case KOYOMI_FREQUENCY_ONCE:
    default:
      return NULL;
    }
}

/**
 * koyomi_recurrence_to_rrule:
 *
 * The value of iCalendar's RRULE (RFC 5545), for an event whose DTSTART is the rule's first slot and a date without a
 * time.
 *
 * Returns: (transfer full) (nullable): NULL when RRULE cannot say exactly the same: a rule that happens once, that
 *   heeds days off, that goes by completion or that spans months
 */
char *
koyomi_recurrence_to_rrule (const KoyomiRecurrence *self,
                            guint32                 anchor)
{
  GString *text;

  g_return_val_if_fail (anchor != KOYOMI_DAY_NONE, NULL);

  if (self->holiday != KOYOMI_HOLIDAY_KEEP || self->from_completion ||
      self->day_rule == KOYOMI_DAY_OF_BUSINESS || self->day_rule == KOYOMI_DAY_WHOLE_MONTH)
    return NULL;

  if ((text = begin_rule (self, anchor)) == NULL)
    return NULL;

  if (self->count != 0)
    g_string_append_printf (text, ";COUNT=%d", self->count);

  if (self->until != KOYOMI_DAY_NONE)
    {
      int year, month, day;

      koyomi_day_get (self->until, &year, &month, &day);
      g_string_append_printf (text, ";UNTIL=%04d%02d%02d", year, month, day);
    }

  return g_string_free (text, FALSE);
}
