#include "koyomi-day.h"
#include "koyomi-recurrence.h"

#include <libical/ical.h>

/* The rules that RRULE can express, each with several anchors, against another program's reading of the RRULE. */
static const char *rules[] = {
  "every=day",
  "every=3days until=2028-03-01",
  "every=week on=mon,sun",
  "every=2weeks",
  "every=3weeks on=tue,sat count=20",
  "every=month",
  "every=month day=28",
  "every=month day=31",
  "every=2months day=15 count=10",
  "every=month weekday=2tue",
  "every=3months weekday=5mon",
  "every=month weekday=lastfri until=2028-06-30",
  "every=quarter",
  "every=quarter month=3 day=31",
  "every=2quarters fiscal=1 month=2 weekday=1wed",
  "every=year",
  "every=3years months=5 day=10",
  "months=11,12,1 day=1",
  "every=2years months=4,10 day=31",
  "months=3,9 weekday=lastsun count=7",
  "every=month day=29",
  "every=month day=30",
  "every=quarter month=2 day=30",
  "months=2,6 day=29",
  "every=2years months=2 day=30",
};

static const char *anchors[] = { "2026-04-01", "2026-04-05", "2026-05-31", "2027-02-28", "2027-12-30", "2028-02-29" };

static struct icaltimetype
to_ical (guint32 day)
{
  struct icaltimetype time = { .is_date = 1 };

  koyomi_day_get (day, &time.year, &time.month, &time.day);

  return time;
}

static void
check_rule (const char *text,
            guint32     anchor,
            guint32     last)
{
  g_autoptr(KoyomiWorkCalendar) calendar = koyomi_work_calendar_new (NULL);
  g_autoptr(GArray) slots = g_array_new (FALSE, FALSE, sizeof (KoyomiSlot));
  g_autofree char *rrule = NULL;
  struct icalrecurrencetype recurrence;
  icalrecur_iterator *iterator;
  KoyomiRecurrence rule;
  struct icaltimetype time;

  g_assert_true (koyomi_recurrence_parse (&rule, text, NULL));
  if (!koyomi_recurrence_expand (&rule, anchor, calendar, anchor, last, slots))
    return;

  rrule = koyomi_recurrence_to_rrule (&rule, anchor);
  g_test_message ("%s from %u: %s", text, anchor, rrule);
  recurrence = icalrecurrencetype_from_string (rrule);
  iterator = icalrecur_iterator_new (recurrence, to_ical (g_array_index (slots, KoyomiSlot, 0).day));
  g_assert_nonnull (iterator);

  for (guint i = 0; i < slots->len; i++)
    {
      time = icalrecur_iterator_next (iterator);
      g_assert_false (icaltime_is_null_time (time));
      g_assert_cmpuint (koyomi_day_new (time.year, time.month, time.day), ==, g_array_index (slots, KoyomiSlot, i).day);
    }

  time = icalrecur_iterator_next (iterator);
  g_assert_true (icaltime_is_null_time (time) || koyomi_day_new (time.year, time.month, time.day) > last);
  icalrecur_iterator_free (iterator);
}

static void
test_libical_agrees (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    for (guint j = 0; j < G_N_ELEMENTS (anchors); j++)
      {
        guint32 anchor = koyomi_day_parse (anchors[j], NULL);

        check_rule (rules[i], anchor, koyomi_day_add_months (anchor, 12 * 9));
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/recurrence/rrule/libical-reads-the-same-days", test_libical_agrees);

  return g_test_run ();
}
