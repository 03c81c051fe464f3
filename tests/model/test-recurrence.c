#include "koyomi-day.h"
#include "koyomi-model-error.h"
#include "koyomi-recurrence.h"

#include <string.h>

static guint32
parse_day (const char *text)
{
  g_autoptr(GError) error = NULL;
  guint32 day = koyomi_day_parse (text, &error);

  g_assert_no_error (error);

  return day;
}

static KoyomiRecurrence
parse_rule (const char *text)
{
  g_autoptr(GError) error = NULL;
  KoyomiRecurrence rule;

  koyomi_recurrence_parse (&rule, text, &error);
  g_assert_no_error (error);

  return rule;
}

static void
add_row (GPtrArray        *rows,
         const char       *first_day,
         const char       *last_day,
         KoyomiDayOffKind  kind)
{
  KoyomiRecord *row = koyomi_record_new (KOYOMI_TABLE_DAY_OFF);

  koyomi_record_set_int (row, KOYOMI_DAY_OFF_FIRST_DAY, parse_day (first_day));
  koyomi_record_set_int (row, KOYOMI_DAY_OFF_LAST_DAY, parse_day (last_day));
  koyomi_record_set_int (row, KOYOMI_DAY_OFF_KIND, kind);
  g_ptr_array_add (rows, row);
}

/* The calendar "company" of the golden table; "public" has no rows. */
static KoyomiWorkCalendar *
make_calendar (const char *name)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  if (strcmp (name, "public") == 0)
    return koyomi_work_calendar_new (NULL);

  g_assert_cmpstr (name, ==, "company");
  add_row (rows, "2026-08-13", "2026-08-14", KOYOMI_DAY_OFF_KIND_OFF);
  add_row (rows, "2026-10-01", "2026-10-01", KOYOMI_DAY_OFF_KIND_OFF);
  add_row (rows, "2026-12-29", "2027-01-04", KOYOMI_DAY_OFF_KIND_OFF);
  add_row (rows, "2027-12-29", "2028-01-03", KOYOMI_DAY_OFF_KIND_OFF);
  add_row (rows, "2026-11-03", "2026-11-03", KOYOMI_DAY_OFF_KIND_WORKING);
  add_row (rows, "2026-11-28", "2026-11-28", KOYOMI_DAY_OFF_KIND_WORKING);

  return koyomi_work_calendar_new (rows);
}

static GArray *
new_slots (void)
{
  return g_array_new (FALSE, FALSE, sizeof (KoyomiSlot));
}

static char *
format_days (GArray *slots)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < slots->len; i++)
    {
      g_autofree char *day = koyomi_day_format (g_array_index (slots, KoyomiSlot, i).day);

      g_string_append_printf (text, "%s%s", i > 0 ? "," : "", day);
    }

  return g_string_free (text, FALSE);
}

static void
check_golden_row (char **cells)
{
  KoyomiRecurrence rule = parse_rule (cells[1]);
  g_autoptr(KoyomiWorkCalendar) calendar = make_calendar (cells[5]);
  g_autoptr(GArray) slots = new_slots ();
  g_autofree char *days = NULL;
  gboolean any;

  any = koyomi_recurrence_expand (&rule, parse_day (cells[2]), calendar,
                                  parse_day (cells[3]), parse_day (cells[4]), slots);
  days = format_days (slots);
  if (strcmp (days, cells[6]) != 0)
    {
      g_test_message ("%s: “%s” gives %s, not %s", cells[0], cells[1], days, cells[6]);
      g_test_fail ();
    }

  g_assert_true (any == (slots->len > 0));
}

static void
test_golden (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "recurrence.tsv", NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  guint n = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, 7);
      check_golden_row (cells);
      n++;
    }

  g_assert_cmpuint (n, >=, 70);
}

static void
test_slots (void)
{
  g_autoptr(KoyomiWorkCalendar) open = make_calendar ("public");
  g_autoptr(KoyomiWorkCalendar) closed = make_calendar ("company");
  KoyomiRecurrence whole = parse_rule ("months=12 span=month");
  KoyomiRecurrence business = parse_rule ("every=month business=-1");
  guint32 anchor = parse_day ("2026-04-01");
  guint32 first = parse_day ("2026-12-01");
  guint32 last = parse_day ("2026-12-31");
  g_autoptr(GArray) slots = new_slots ();
  KoyomiSlot *slot;

  koyomi_recurrence_expand (&whole, anchor, open, first, last, slots);
  koyomi_recurrence_expand (&business, anchor, open, first, last, slots);
  koyomi_recurrence_expand (&business, anchor, closed, first, last, slots);
  g_assert_cmpuint (slots->len, ==, 3);

  slot = &g_array_index (slots, KoyomiSlot, 0);
  g_assert_cmpuint (slot->slot_day, ==, parse_day ("2026-12-01"));
  g_assert_cmpuint (slot->day, ==, parse_day ("2026-12-01"));
  g_assert_cmpuint (slot->last_day, ==, parse_day ("2026-12-31"));

  slot = &g_array_index (slots, KoyomiSlot, 1);
  g_assert_cmpuint (slot->slot_day, ==, parse_day ("2026-12-31"));
  g_assert_cmpuint (slot->day, ==, parse_day ("2026-12-31"));

  slot = &g_array_index (slots, KoyomiSlot, 2);
  g_assert_cmpuint (slot->slot_day, ==, parse_day ("2026-12-31"));
  g_assert_cmpuint (slot->day, ==, parse_day ("2026-12-28"));
  g_assert_cmpuint (slot->last_day, ==, parse_day ("2026-12-28"));
}

static void
test_after_completion (void)
{
  static const struct
  {
    const char *rule;
    const char *completion;
    guint       n_done;
    const char *calendar;
    const char *day;
  } cases[] = {
    { "every=10days from=completion", "2026-04-03", 1, "public", "2026-04-13" },
    { "every=2weeks from=completion", "2026-12-22", 1, "public", "2027-01-05" },
    { "every=month from=completion", "2027-01-31", 1, "public", "2027-02-28" },
    { "every=3months from=completion", "2026-11-30", 1, "public", "2027-02-28" },
    { "every=3months day=31 from=completion", "2026-11-02", 1, "public", "2027-02-28" },
    { "every=6months weekday=2tue from=completion", "2026-04-30", 1, "public", "2026-10-13" },
    { "every=6months weekday=5mon from=completion", "2026-04-30", 1, "public", "2028-10-30" },
    { "every=quarter from=completion", "2026-05-20", 1, "public", "2026-08-20" },
    { "every=2quarters business=1 from=completion", "2026-07-20", 1, "company", "2027-01-05" },
    { "every=year from=completion", "2028-02-29", 1, "public", "2029-02-28" },
    { "every=3years from=completion", "2026-10-20", 1, "public", "2029-10-20" },
    { "every=month holiday=after from=completion", "2026-04-03", 1, "public", "2026-05-07" },
    { "every=month holiday=before from=completion", "2026-04-03", 1, "public", "2026-05-01" },
    { "every=month holiday=skip from=completion", "2026-04-03", 1, "public", "2026-06-03" },
    { "every=month from=completion until=2026-05-03", "2026-04-03", 1, "public", "2026-05-03" },
    { "every=month from=completion until=2026-05-02", "2026-04-03", 1, "public", NULL },
    { "every=month from=completion except=2026-05-03", "2026-04-03", 1, "public", "2026-06-03" },
    { "every=month from=completion count=3", "2026-04-03", 2, "public", "2026-05-03" },
    { "every=month from=completion count=3", "2026-04-03", 3, "public", NULL },
    { "every=999years from=completion", "9500-04-03", 1, "public", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KoyomiRecurrence rule = parse_rule (cases[i].rule);
      g_autoptr(KoyomiWorkCalendar) calendar = make_calendar (cases[i].calendar);
      KoyomiSlot slot = { 0 };
      gboolean goes_on = koyomi_recurrence_next_after_completion (&rule, parse_day (cases[i].completion), cases[i].n_done,
                                                                  calendar, &slot);

      g_assert_true (goes_on == (cases[i].day != NULL));
      if (goes_on)
        {
          g_autofree char *day = koyomi_day_format (slot.day);

          g_assert_cmpstr (day, ==, cases[i].day);
        }
    }
}

static void
test_canonical (void)
{
  static const struct
  {
    const char *text;
    const char *canonical;
  } cases[] = {
    { "", "" },
    { "   ", "" },
    { "holiday=skip", "holiday=skip" },
    { "every=1day", "every=day" },
    { "every=days", "every=day" },
    { "every=2week on=fri,mon,fri", "every=2weeks on=mon,fri" },
    { "day=last  every=month", "every=month day=31" },
    { "every=year months=1,12,11 day=1 holiday=after", "months=11,12,1 day=1 holiday=after" },
    { "every=2years months=10,4", "every=2years months=4,10" },
    { "months=3,2,1,12", "months=12,1,2,3" },
    { "months=1,2,3,4,5,6,7,8,9,10,11,12", "months=1,2,3,4,5,6,7,8,9,10,11,12" },
    { "every=quarter fiscal=4 month=2", "every=quarter month=2" },
    { "every=quarter fiscal=1", "every=quarter fiscal=1" },
    { "every=month business=last", "every=month business=-1" },
    { "every=month weekday=lastfri count=12", "every=month weekday=lastfri count=12" },
    { "every=6months from=completion until=2027/3/31", "every=6months from=completion until=2027-03-31" },
    { "span=month months=4", "months=4 span=month" },
    { "except=2026-07-01,2026-05-01,2026-07-01 every=month", "every=month except=2026-05-01,2026-07-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KoyomiRecurrence rule = parse_rule (cases[i].text);
      g_autofree char *text = koyomi_recurrence_format (&rule);

      g_assert_cmpstr (text, ==, cases[i].canonical);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    const char *word;
  } cases[] = {
    { "daily", "“daily”" },
    { "every", "“every”" },
    { "every=", "“every=”" },
    { "every=fortnight", "“every=fortnight”" },
    { "every=0days", "“every=0days”" },
    { "every=1000days", "“every=1000days”" },
    { "every=-1days", "“every=-1days”" },
    { "every=99999999999999999999days", "“every=99999999999999999999days”" },
    { "every=week on=", "“on=”" },
    { "every=week on=mon,", "“on=mon,”" },
    { "every=week on=Monday", "“on=Monday”" },
    { "every=month day=0", "“day=0”" },
    { "every=month day=32", "“day=32”" },
    { "every=month day=1.", "“day=1.”" },
    { "every=month weekday=6mon", "“weekday=6mon”" },
    { "every=month weekday=2", "“weekday=2”" },
    { "every=month business=0", "“business=0”" },
    { "every=month business=--1", "“business=--1”" },
    { "every=quarter month=4", "“month=4”" },
    { "every=quarter fiscal=13", "“fiscal=13”" },
    { "months=13", "“months=13”" },
    { "months=11,,1", "“months=11,,1”" },
    { "months=4 span=year", "“span=year”" },
    { "every=day holiday=later", "“holiday=later”" },
    { "every=day from=start", "“from=start”" },
    { "every=day until=2027-02-29", "“until=2027-02-29”" },
    { "every=day count=0", "“count=0”" },
    { "every=day count=10000", "“count=10000”" },
    { "every=day except=", "“except=”" },
    { "every=day except=2026-07-01,", "“except=2026-07-01,”" },
    { "every=day every=week", "“every=” stands twice" },
    { "every=month on=mon", "on=" },
    { "every=day day=1", "day=" },
    { "day=1", "day=" },
    { "every=week weekday=2tue", "weekday=" },
    { "every=month months=4", "months=" },
    { "every=month month=2", "month=" },
    { "every=year fiscal=1", "fiscal=" },
    { "every=month day=1 business=1", "business=" },
    { "every=month business=1 holiday=after", "business=" },
    { "every=month span=month holiday=after", "span=" },
    { "until=2027-03-31", "until=" },
    { "count=2", "count=" },
    { "from=completion", "from=" },
    { "except=2026-07-01", "except=" },
    { "every=day until=2027-03-31 count=2", "until= and count=" },
    { "every=week on=mon from=completion", "from=completion" },
    { "months=4 from=completion", "from=completion" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      KoyomiRecurrence rule = { .interval = 77 };

      g_assert_false (koyomi_recurrence_parse (&rule, cases[i].text, &error));
      g_assert_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_SYNTAX);
      g_assert_nonnull (strstr (error->message, cases[i].word));
      g_assert_cmpint (rule.interval, ==, 77);
    }
}

static void
test_sentences (void)
{
  static const struct
  {
    const char *rule;
    const char *anchor;
    const char *ja;
    const char *en;
  } cases[] = {
    { "", NULL, "1回のみ", "Once" },
    { "every=day holiday=skip", NULL, "毎日 (休日の場合は実施しない)", "Every day (if a day off, not at all)" },
    { "every=10days", NULL, "10日ごと", "Every 10 days" },
    { "every=week on=mon,thu", NULL, "毎週 月曜日・木曜日", "Every week on Monday, Thursday" },
    { "every=2weeks", "2026-04-07", "2週間ごと 火曜日", "Every 2 weeks on Tuesday" },
    { "every=week", NULL, "毎週", "Every week" },
    { "every=month weekday=2tue holiday=after", NULL, "毎月 第2火曜日 (休日の場合は翌営業日)",
      "Every month on the 2nd Tuesday (if a day off, the next business day)" },
    { "every=month weekday=lastfri holiday=before", NULL, "毎月 最終金曜日 (休日の場合は前営業日)",
      "Every month on the last Friday (if a day off, the business day before)" },
    { "every=month", NULL, "毎月", "Every month" },
    { "every=month", "2026-04-21", "毎月 21日", "Every month on the 21st" },
    { "every=month day=11", NULL, "毎月 11日", "Every month on the 11th" },
    { "every=3months day=31", NULL, "3か月ごと 末日", "Every 3 months on the last day" },
    { "every=month business=1", NULL, "毎月 第1営業日", "Every month on the 1st business day" },
    { "every=month business=-1", NULL, "毎月 最終営業日", "Every month on the last business day" },
    { "every=month business=-3", NULL, "毎月 月末から3営業日目", "Every month on the 3rd business day from the end" },
    { "every=quarter month=2 day=15", NULL, "毎四半期 2か月目の15日", "Every quarter in the 2nd month on the 15th" },
    { "every=quarter", "2026-06-22", "毎四半期 3か月目の22日", "Every quarter in the 3rd month on the 22nd" },
    { "every=2quarters fiscal=1 day=1", "2026-01-10", "2四半期ごと 1か月目の1日", "Every 2 quarters in the 1st month on the 1st" },
    { "months=11,12,1 day=1 holiday=after", NULL, "毎年 11月・12月・1月の1日 (休日の場合は翌営業日)",
      "Every year in November, December, January on the 1st (if a day off, the next business day)" },
    { "months=4,10 span=month", NULL, "毎年 4月・10月の1日から末日まで",
      "Every year in April, October from the first to the last day" },
    { "every=3years", "2025-10-20", "3年ごと 10月20日", "Every 3 years in October on the 20th" },
    { "months=4 day=31", NULL, "毎年 4月末日", "Every year in April on the last day" },
    { "months=6 weekday=2tue", NULL, "毎年 6月の第2火曜日", "Every year in June on the 2nd Tuesday" },
    { "every=month day=1 until=2027-03-31", NULL, "毎月 1日、2027-03-31まで", "Every month on the 1st, until 2027-03-31" },
    { "every=month day=1 count=12", NULL, "毎月 1日、全12回", "Every month on the 1st, 12 times" },
    { "every=month day=1 except=2026-07-01", NULL, "毎月 1日、2026-07-01を除く", "Every month on the 1st, not on 2026-07-01" },
    { "every=day count=9 except=2026-07-01,2026-07-03,2026-07-05,2026-07-07", NULL, "毎日、全9回、うち4回を除く",
      "Every day, 9 times, with 4 exceptions" },
    { "every=year count=1", NULL, "毎年、全1回", "Every year, 1 time" },
    { "every=6months from=completion", "2026-04-01", "完了日から6か月後", "6 months after completion" },
    { "every=year day=31 from=completion", "2026-04-01", "完了日から1年後の月の末日",
      "1 year after completion on the last day" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KoyomiRecurrence rule = parse_rule (cases[i].rule);
      guint32 anchor = cases[i].anchor != NULL ? parse_day (cases[i].anchor) : KOYOMI_DAY_NONE;
      g_autofree char *ja = koyomi_recurrence_describe (&rule, anchor, KOYOMI_LANGUAGE_JA);
      g_autofree char *en = koyomi_recurrence_describe (&rule, anchor, KOYOMI_LANGUAGE_EN);

      g_assert_cmpstr (ja, ==, cases[i].ja);
      g_assert_cmpstr (en, ==, cases[i].en);
    }
}

static void
test_rrule (void)
{
  static const struct
  {
    const char *rule;
    const char *rrule;
  } cases[] = {
    { "every=day", "FREQ=DAILY" },
    { "every=10days until=2027-03-31", "FREQ=DAILY;INTERVAL=10;UNTIL=20270331" },
    { "every=2weeks on=mon,thu", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH" },
    { "every=week", "FREQ=WEEKLY;BYDAY=WE" },
    { "every=month", "FREQ=MONTHLY;BYMONTHDAY=1" },
    { "every=month day=31", "FREQ=MONTHLY;BYMONTHDAY=-1" },
    { "every=month day=30", "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1" },
    { "every=month weekday=2tue count=12", "FREQ=MONTHLY;BYDAY=2TU;COUNT=12" },
    { "every=quarter month=2 weekday=lastfri", "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR" },
    { "every=year", "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=1" },
    { "months=11,12,1 day=1", "FREQ=YEARLY;BYMONTH=1,11,12;BYMONTHDAY=1" },
    { "months=2,6 day=29", "FREQ=MONTHLY;BYMONTH=2,6;BYMONTHDAY=28,29;BYSETPOS=-1" },
    { "every=4years months=2 day=29", "FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1" },
    { "every=4years months=2,6 day=29", NULL },
    { "", NULL },
    { "every=month day=31 holiday=before", NULL },
    { "every=month business=1", NULL },
    { "months=4 span=month", NULL },
    { "every=month from=completion", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KoyomiRecurrence rule = parse_rule (cases[i].rule);
      g_autofree char *rrule = koyomi_recurrence_to_rrule (&rule, parse_day ("2026-04-01"));

      g_assert_cmpstr (rrule, ==, cases[i].rrule);
    }
}

/* A rule of any kind that can be written. */
static KoyomiRecurrence
make_random_rule (void)
{
  KoyomiRecurrence rule;
  gboolean has_months;

  koyomi_recurrence_init (&rule);
  rule.frequency = g_test_rand_int_range (KOYOMI_FREQUENCY_DAY, KOYOMI_FREQUENCY_YEAR + 1);
  rule.interval = g_test_rand_int_range (1, 6);
  has_months = rule.frequency >= KOYOMI_FREQUENCY_MONTH;

  if (rule.frequency == KOYOMI_FREQUENCY_WEEK)
    rule.weekdays = g_test_rand_int_range (0, 128) << 1;
  if (rule.frequency == KOYOMI_FREQUENCY_YEAR)
    rule.months = (g_test_rand_int () & g_test_rand_int () & 0xfff) << 1;
  if (rule.frequency == KOYOMI_FREQUENCY_QUARTER)
    {
      rule.fiscal_start_month = g_test_rand_int_range (1, 13);
      rule.month_of_quarter = g_test_rand_int_range (0, 4);
    }

  if (has_months)
    rule.day_rule = g_test_rand_int_range (KOYOMI_DAY_OF_ANCHOR, KOYOMI_DAY_WHOLE_MONTH + 1);
  if (rule.day_rule == KOYOMI_DAY_OF_MONTH)
    rule.nth = g_test_rand_int_range (1, 32);
  if (rule.day_rule == KOYOMI_DAY_OF_BUSINESS)
    rule.nth = g_test_rand_int_range (1, 24) * (g_test_rand_bit () ? 1 : -1);
  if (rule.day_rule == KOYOMI_DAY_OF_WEEKDAYS)
    {
      rule.nth = g_test_rand_int_range (0, 6);
      rule.nth = rule.nth == 0 ? -1 : rule.nth;
      rule.weekday = g_test_rand_int_range (1, 8);
    }

  if (rule.day_rule < KOYOMI_DAY_OF_BUSINESS)
    rule.holiday = g_test_rand_int_range (KOYOMI_HOLIDAY_KEEP, KOYOMI_HOLIDAY_SKIP + 1);

  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      rule.count = g_test_rand_int_range (1, 40);
      break;
    case 1:
      rule.until = parse_day ("2024-01-01") + g_test_rand_int_range (0, 3000);
      break;
    default:
      break;
    }

  for (int n = g_test_rand_bit () ? 0 : g_test_rand_int_range (1, 30); n > 0; n--)
    koyomi_recurrence_add_exception (&rule, parse_day ("2024-01-01") + g_test_rand_int_range (0, 1500), NULL);

  return rule;
}

static void
test_random_text (void)
{
  for (int i = 0; i < 2000; i++)
    {
      KoyomiRecurrence rule = make_random_rule ();
      g_autofree char *text = koyomi_recurrence_format (&rule);
      KoyomiRecurrence read = parse_rule (text);
      g_autofree char *again = koyomi_recurrence_format (&read);

      g_assert_true (koyomi_recurrence_equal (&rule, &read));
      g_assert_cmpstr (text, ==, again);
    }
}

/* Words of rules cut and mixed: refused, or read and written in a form that stays. */
static void
test_random_words (void)
{
  static const char *words[] = {
    "every=", "on=", "fiscal=", "month=", "months=", "day=", "weekday=", "business=", "span=", "holiday=", "from=", "until=",
    "count=", "except=", "day", "week", "month", "quarter", "year", "s", "mon", "tue", "last", ",", "-", "=", " ", " ", " ", "1", "2", "5",
    "12", "31", "after", "completion", "2027-03-31", "月",
  };

  for (int i = 0; i < 50000; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(GError) error = NULL;
      KoyomiRecurrence rule, again;

      for (int n = g_test_rand_int_range (0, 10); n > 0; n--)
        g_string_append (text, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);

      if (koyomi_recurrence_parse (&rule, text->str, &error))
        {
          g_autofree char *canonical = koyomi_recurrence_format (&rule);

          again = parse_rule (canonical);
          g_assert_true (koyomi_recurrence_equal (&rule, &again));
        }
      else
        g_assert_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_SYNTAX);
    }
}

static void
test_random_windows (void)
{
  g_autoptr(KoyomiWorkCalendar) calendar = make_calendar ("company");
  guint32 base = parse_day ("2024-01-01");

  for (int i = 0; i < 3000; i++)
    {
      KoyomiRecurrence rule = make_random_rule ();
      guint32 anchor = base - g_test_rand_int_range (0, 2000) + g_test_rand_int_range (0, 1000);
      guint32 first = base + g_test_rand_int_range (0, 1000);
      guint32 middle = first + g_test_rand_int_range (0, 600);
      guint32 last = middle + g_test_rand_int_range (0, 600);
      g_autoptr(GArray) parts = new_slots ();
      g_autoptr(GArray) whole = new_slots ();

      koyomi_recurrence_expand (&rule, anchor, calendar, first, middle, parts);
      koyomi_recurrence_expand (&rule, anchor, calendar, middle + 1, last, parts);
      koyomi_recurrence_expand (&rule, anchor, calendar, first, last, whole);
      g_assert_cmpmem (parts->data, parts->len * sizeof (KoyomiSlot), whole->data, whole->len * sizeof (KoyomiSlot));
    }
}

/* What holds for every slot: its place, the policy, and the limits. */
static void
test_random_slots (void)
{
  g_autoptr(KoyomiWorkCalendar) calendar = make_calendar ("company");
  guint32 first = parse_day ("2025-01-01");
  guint32 last = parse_day ("2028-12-31");

  for (int i = 0; i < 1000; i++)
    {
      KoyomiRecurrence rule = make_random_rule ();
      guint32 anchor = first + g_test_rand_int_range (-500, 500);
      g_autoptr(GArray) slots = new_slots ();
      guint32 before = 0;

      koyomi_recurrence_expand (&rule, anchor, calendar, first, last, slots);
      g_assert_true (rule.count == 0 || slots->len <= (guint) rule.count);

      for (guint n = 0; n < slots->len; n++)
        {
          const KoyomiSlot *slot = &g_array_index (slots, KoyomiSlot, n);

          g_assert_cmpuint (slot->slot_day, >, before);
          g_assert_false (koyomi_recurrence_is_exception (&rule, slot->slot_day));
          g_assert_cmpuint (slot->slot_day, >=, MAX (anchor, first));
          g_assert_cmpuint (slot->slot_day, <=, last);
          g_assert_true (rule.until == KOYOMI_DAY_NONE || slot->slot_day <= rule.until);
          g_assert_cmpuint (slot->last_day, >=, slot->day);
          before = slot->slot_day;

          if (rule.holiday != KOYOMI_HOLIDAY_KEEP || rule.day_rule == KOYOMI_DAY_OF_BUSINESS)
            g_assert_true (koyomi_work_calendar_is_business_day (calendar, slot->day));
          if (rule.holiday == KOYOMI_HOLIDAY_BEFORE)
            g_assert_cmpuint (slot->day, <=, slot->slot_day);
          if (rule.holiday == KOYOMI_HOLIDAY_AFTER)
            g_assert_cmpuint (slot->day, >=, slot->slot_day);
          if (rule.holiday == KOYOMI_HOLIDAY_SKIP)
            g_assert_cmpuint (slot->day, ==, slot->slot_day);
        }
    }
}

static char *
expand_text (const KoyomiRecurrence *rule,
             guint32                 anchor,
             KoyomiWorkCalendar     *calendar,
             guint32                 last)
{
  g_autoptr(GArray) slots = new_slots ();
  GString *text = g_string_new (NULL);

  koyomi_recurrence_expand (rule, anchor, calendar, 1, last, slots);
  for (guint i = 0; i < slots->len; i++)
    {
      const KoyomiSlot *slot = &g_array_index (slots, KoyomiSlot, i);

      g_string_append_printf (text, "%u:%u-%u ", slot->slot_day, slot->day, slot->last_day);
    }

  return g_string_free (text, FALSE);
}

/* Two halves give what the whole does, wherever it is cut. */
static void
test_random_splits (void)
{
  g_autoptr(KoyomiWorkCalendar) calendar = make_calendar ("company");
  guint32 base = parse_day ("2024-01-01");
  guint32 last = parse_day ("2030-12-31");

  for (int i = 0; i < 3000; i++)
    {
      KoyomiRecurrence rule = make_random_rule ();
      guint32 anchor = base + g_test_rand_int_range (0, 800);
      guint32 cut = anchor + g_test_rand_int_range (-10, 1500);
      KoyomiRecurrence before, after;
      guint32 begin = koyomi_recurrence_split (&rule, anchor, cut, &before, &after);
      g_autofree char *whole = expand_text (&rule, anchor, calendar, last);
      g_autofree char *first = expand_text (&before, anchor, calendar, last);
      g_autofree char *second = after.frequency == KOYOMI_FREQUENCY_ONCE ? g_strdup ("")
                                                                        : expand_text (&after, begin, calendar, last);
      g_autofree char *both = g_strconcat (first, second, NULL);
      g_autofree char *text = koyomi_recurrence_format (&after);
      KoyomiRecurrence read = parse_rule (text);

      g_assert_cmpstr (both, ==, whole);
      g_assert_cmpuint (begin, >=, cut);
      g_assert_true (koyomi_recurrence_equal (&after, &read));
    }
}

static void
test_split (void)
{
  static const struct
  {
    const char *rule;
    const char *anchor;
    const char *cut;
    const char *before;
    const char *after;
    const char *begin;
  } cases[] = {
    { "every=month day=1", "2026-04-01", "2026-07-01", "every=month day=1 until=2026-06-30", "every=month day=1", "2026-07-01" },
    { "every=month", "2026-01-31", "2026-02-28", "every=month until=2026-02-27", "every=month day=31", "2026-02-28" },
    { "every=month", "2026-01-15", "2026-03-02", "every=month until=2026-03-01", "every=month", "2026-03-15" },
    { "every=month count=12", "2026-04-01", "2026-07-01", "every=month until=2026-06-30", "every=month count=9", "2026-07-01" },
    { "every=month until=2026-09-30", "2026-04-01", "2026-07-01", "every=month until=2026-06-30", "every=month until=2026-09-30",
      "2026-07-01" },
    { "every=month except=2026-05-01,2026-08-01", "2026-04-01", "2026-07-01", "every=month until=2026-06-30 except=2026-05-01",
      "every=month except=2026-08-01", "2026-07-01" },
    { "every=month until=2026-05-30", "2026-04-01", "2026-07-10", "every=month until=2026-05-30", "", "2026-07-10" },
    { "every=6months from=completion", "2026-04-01", "2026-10-12", "every=6months from=completion until=2026-10-11",
      "every=6months from=completion", "2026-10-12" },
    { "", "2026-04-01", "2026-05-01", "", "", "2026-05-01" },
    { "", "2026-04-01", "2026-04-01", "", "", "2026-04-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KoyomiRecurrence rule = parse_rule (cases[i].rule);
      KoyomiRecurrence before, after;
      guint32 begin = koyomi_recurrence_split (&rule, parse_day (cases[i].anchor), parse_day (cases[i].cut), &before, &after);
      g_autofree char *before_text = koyomi_recurrence_format (&before);
      g_autofree char *after_text = koyomi_recurrence_format (&after);
      g_autofree char *begin_text = koyomi_day_format (begin);

      g_assert_cmpstr (before_text, ==, cases[i].before);
      g_assert_cmpstr (after_text, ==, cases[i].after);
      g_assert_cmpstr (begin_text, ==, cases[i].begin);
    }
}

/* A window eight thousand years behind the anchor costs no more than one beside it. */
static void
test_far_window (void)
{
  g_autoptr(KoyomiWorkCalendar) calendar = make_calendar ("public");
  KoyomiRecurrence rule = parse_rule ("every=day");

  for (int i = 0; i < 100000; i++)
    {
      g_autoptr(GArray) slots = new_slots ();

      koyomi_recurrence_expand (&rule, 1, calendar, KOYOMI_DAY_LAST - 1, G_MAXUINT32, slots);
      g_assert_cmpuint (slots->len, ==, 2);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/recurrence/expand/golden", test_golden);
  g_test_add_func ("/model/recurrence/expand/slot-names-the-rule-day", test_slots);
  g_test_add_func ("/model/recurrence/expand/windows-add-up", test_random_windows);
  g_test_add_func ("/model/recurrence/expand/policy-and-limits-hold", test_random_slots);
  g_test_add_func ("/model/recurrence/expand/far-windows-are-near", test_far_window);
  g_test_add_func ("/model/recurrence/split/golden", test_split);
  g_test_add_func ("/model/recurrence/split/halves-give-the-whole", test_random_splits);
  g_test_add_func ("/model/recurrence/next-after-completion", test_after_completion);
  g_test_add_func ("/model/recurrence/text/canonical", test_canonical);
  g_test_add_func ("/model/recurrence/text/refused-with-the-word", test_refused);
  g_test_add_func ("/model/recurrence/text/reads-what-it-writes", test_random_text);
  g_test_add_func ("/model/recurrence/text/random-words-are-refused-or-read", test_random_words);
  g_test_add_func ("/model/recurrence/sentence-in-both-languages", test_sentences);
  g_test_add_func ("/model/recurrence/rrule", test_rrule);

  return g_test_run ();
}
