#include "koyomi-day.h"
#include "koyomi-model-error.h"

static void
test_parse_reads (void)
{
  static const struct
  {
    const char *text;
    const char *day;
  } cases[] = {
    { "2026-11-22", "2026-11-22" },
    { "2026/11/22", "2026-11-22" },
    { "2026-4-1", "2026-04-01" },
    { "2026/4/1", "2026-04-01" },
    { "2028-02-29", "2028-02-29" },
    { "2000-02-29", "2000-02-29" },
    { "0001-01-01", "0001-01-01" },
    { "9999-12-31", "9999-12-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      guint32 day = koyomi_day_parse (cases[i].text, &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = koyomi_day_format (day);
      g_assert_cmpstr (text, ==, cases[i].day);
    }
}

static void
test_parse_refuses (void)
{
  static const char *cases[] = {
    "", " ", "2026", "2026-11", "2026-11-", "2026-11-22 ", " 2026-11-22", "2026-11-22x", "2026-11/22", "2026--11-22",
    "2026-+1-22", "2026- 1-22", "+026-01-22", "-026-01-22", "26-11-22", "12026-11-22", "2026-011-22", "2026-11-022",
    "2026-00-10", "2026-13-10", "2026-04-31", "2026-04-00", "2027-02-29", "1900-02-29", "0000-01-01", "20261122",
    "2026.11.22", "２０２６-11-22", "2026年11月22日",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_cmpuint (koyomi_day_parse (cases[i], &error), ==, KOYOMI_DAY_NONE);
      g_assert_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_SYNTAX);
    }
}

static void
test_bounds (void)
{
  g_assert_cmpuint (koyomi_day_new (1, 1, 1), ==, 1);
  g_assert_cmpuint (koyomi_day_new (9999, 12, 31), ==, KOYOMI_DAY_LAST);
  g_assert_cmpuint (koyomi_day_new (10000, 1, 1), ==, KOYOMI_DAY_NONE);
  g_assert_cmpuint (koyomi_day_new (0, 1, 1), ==, KOYOMI_DAY_NONE);
  g_assert_cmpuint (koyomi_day_new (-2026, 1, 1), ==, KOYOMI_DAY_NONE);
  g_assert_cmpuint (koyomi_day_new (2026, 0, 1), ==, KOYOMI_DAY_NONE);
  g_assert_cmpuint (koyomi_day_new (2026, 1, 0), ==, KOYOMI_DAY_NONE);
  g_assert_cmpuint (koyomi_day_new (2026, 257, 1), ==, KOYOMI_DAY_NONE);
}

static void
test_get_takes_new_apart (void)
{
  for (guint32 day = 1; day <= KOYOMI_DAY_LAST; day += 97)
    {
      int year, month, day_of_month;

      koyomi_day_get (day, &year, &month, &day_of_month);
      g_assert_cmpuint (koyomi_day_new (year, month, day_of_month), ==, day);
    }
}

static void
test_weekday (void)
{
  g_assert_cmpint (koyomi_day_get_weekday (1), ==, 1);
  g_assert_cmpint (koyomi_day_get_weekday (koyomi_day_new (2026, 11, 22)), ==, 7);
  g_assert_cmpint (koyomi_day_get_weekday (koyomi_day_new (2028, 2, 29)), ==, 2);
  g_assert_cmpint (koyomi_day_get_weekday (KOYOMI_DAY_LAST), ==, 5);
}

static void
test_month_ends (void)
{
  g_assert_cmpuint (koyomi_day_get_month_first (koyomi_day_new (2026, 11, 22)), ==, koyomi_day_new (2026, 11, 1));
  g_assert_cmpuint (koyomi_day_get_month_last (koyomi_day_new (2026, 11, 22)), ==, koyomi_day_new (2026, 11, 30));
  g_assert_cmpuint (koyomi_day_get_month_last (koyomi_day_new (2028, 2, 1)), ==, koyomi_day_new (2028, 2, 29));
  g_assert_cmpuint (koyomi_day_get_month_last (koyomi_day_new (2100, 2, 1)), ==, koyomi_day_new (2100, 2, 28));
  g_assert_cmpuint (koyomi_day_get_month_last (koyomi_day_new (9999, 12, 1)), ==, KOYOMI_DAY_LAST);
}

static void
test_add_months (void)
{
  static const struct
  {
    int from[3];
    int months;
    int to[3];
  } cases[] = {
    { { 2026, 1, 31 }, 1, { 2026, 2, 28 } },
    { { 2028, 1, 31 }, 1, { 2028, 2, 29 } },
    { { 2026, 1, 31 }, 3, { 2026, 4, 30 } },
    { { 2028, 2, 29 }, 12, { 2029, 2, 28 } },
    { { 2028, 2, 29 }, 48, { 2032, 2, 29 } },
    { { 2026, 12, 15 }, 1, { 2027, 1, 15 } },
    { { 2026, 1, 15 }, -1, { 2025, 12, 15 } },
    { { 2026, 3, 31 }, -1, { 2026, 2, 28 } },
    { { 2026, 3, 31 }, -13, { 2025, 2, 28 } },
    { { 2026, 3, 31 }, 0, { 2026, 3, 31 } },
    { { 9999, 11, 30 }, 1, { 9999, 12, 30 } },
    { { 1, 2, 1 }, -1, { 1, 1, 1 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint32 from = koyomi_day_new (cases[i].from[0], cases[i].from[1], cases[i].from[2]);
      guint32 to = koyomi_day_new (cases[i].to[0], cases[i].to[1], cases[i].to[2]);

      g_assert_cmpuint (koyomi_day_add_months (from, cases[i].months), ==, to);
    }
}

static void
test_add_months_beyond_the_years (void)
{
  g_assert_cmpuint (koyomi_day_add_months (KOYOMI_DAY_LAST, 1), ==, KOYOMI_DAY_NONE);
  g_assert_cmpuint (koyomi_day_add_months (1, -1), ==, KOYOMI_DAY_NONE);
  g_assert_cmpuint (koyomi_day_add_months (1, G_MAXINT), ==, KOYOMI_DAY_NONE);
  g_assert_cmpuint (koyomi_day_add_months (1, G_MININT), ==, KOYOMI_DAY_NONE);
}

static void
test_today_can_be_fixed (void)
{
  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));
  g_assert_cmpuint (koyomi_day_today (), ==, koyomi_day_new (2026, 11, 22));
  koyomi_day_set_today (KOYOMI_DAY_NONE);
  g_assert_cmpuint (koyomi_day_today (), >, koyomi_day_new (2020, 1, 1));
}

/* The tests run in Asia/Tokyo. */
static void
test_time_reads (void)
{
  static const struct
  {
    const char *text;
    gint64      time;
  } cases[] = {
    { "2026-11-22T09:30:00Z", G_GINT64_CONSTANT (1795339800000) },
    { "2026-11-22 09:30:00Z", G_GINT64_CONSTANT (1795339800000) },
    { "2026-11-22T09:30Z", G_GINT64_CONSTANT (1795339800000) },
    { "2026-11-22T09:30:00.250Z", G_GINT64_CONSTANT (1795339800250) },
    { "2026-11-22T09:30:00.5Z", G_GINT64_CONSTANT (1795339800500) },
    { "2026-11-22T18:30:00+09:00", G_GINT64_CONSTANT (1795339800000) },
    { "2026-11-22T18:30:00+0900", G_GINT64_CONSTANT (1795339800000) },
    { "2026-11-22T04:00:00-05:30", G_GINT64_CONSTANT (1795339800000) },
    { "2026-11-22 18:30", G_GINT64_CONSTANT (1795339800000) },
    { "2026/11/22 18:30", G_GINT64_CONSTANT (1795339800000) },
    { "1970-01-01T00:00:00.001Z", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 time = koyomi_time_parse (cases[i].text, &error);

      g_assert_no_error (error);
      g_assert_cmpint (time, ==, cases[i].time);
    }
}

static void
test_time_refuses (void)
{
  static const char *cases[] = {
    "", "2026-11-22", "2026-11-22T", "2026-11-22T9:30Z", "2026-11-22T24:00Z", "2026-11-22T09:60Z", "2026-11-22T09:30:60Z",
    "2026-11-22T09:30:00.Z", "2026-11-22T09:30:00.1234Z", "2026-11-22T09:30:00z", "2026-11-22T09:30:00 Z", "2026-02-30T09:30Z",
    "2026-11-22T09:30+9", "2026-11-22T09:30+09:", "2026-11-22T09:30+99:00", "2026-11-22T09:30 JST", "2026-11-22  09:30",
  };
  g_autoptr(GError) range = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_cmpint (koyomi_time_parse (cases[i], &error), ==, 0);
      g_assert_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_SYNTAX);
    }

  g_assert_cmpint (koyomi_time_parse ("1970-01-01T00:00:00Z", &range), ==, 0);
  g_assert_error (range, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_RANGE);
}

static void
test_span (void)
{
  static const struct
  {
    int             last;
    KoyomiLanguage  language;
    const char     *text;
  } cases[] = {
    { 22, KOYOMI_LANGUAGE_EN, "2026-11-22" },
    { 22, KOYOMI_LANGUAGE_JA, "2026-11-22" },
    { 30, KOYOMI_LANGUAGE_EN, "2026-11-22 – 2026-11-30" },
    { 30, KOYOMI_LANGUAGE_JA, "2026-11-22～2026-11-30" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = koyomi_day_format_span (koyomi_day_new (2026, 11, 22), koyomi_day_new (2026, 11, cases[i].last),
                                                      cases[i].language);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_time_format (void)
{
  g_autofree char *text = koyomi_time_format (G_GINT64_CONSTANT (1795339800250));
  g_autofree char *beyond = koyomi_time_format (G_MAXINT64);

  g_assert_cmpstr (text, ==, "2026-11-22T09:30:00Z");
  g_assert_cmpstr (beyond, ==, "?");
}

/* The tests have the clock of Tokyo. */
static void
test_time_format_local (void)
{
  g_autofree char *text = koyomi_time_format_local (G_GINT64_CONSTANT (1795339800250));
  g_autofree char *none = koyomi_time_format_local (0);
  g_autofree char *beyond = koyomi_time_format_local (G_MAXINT64);

  g_assert_cmpstr (text, ==, "2026-11-22 18:30");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (beyond, ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/day/parse/reads-days", test_parse_reads);
  g_test_add_func ("/model/day/parse/refuses-all-else", test_parse_refuses);
  g_test_add_func ("/model/day/years-1-to-9999", test_bounds);
  g_test_add_func ("/model/day/get-takes-new-apart", test_get_takes_new_apart);
  g_test_add_func ("/model/day/weekday-from-monday", test_weekday);
  g_test_add_func ("/model/day/month-ends", test_month_ends);
  g_test_add_func ("/model/day/add-months/cuts-to-month-end", test_add_months);
  g_test_add_func ("/model/day/add-months/none-beyond-the-years", test_add_months_beyond_the_years);
  g_test_add_func ("/model/day/today-can-be-fixed", test_today_can_be_fixed);
  g_test_add_func ("/model/day/span-is-written-as-in-the-language", test_span);
  g_test_add_func ("/model/time/parse/reads-times", test_time_reads);
  g_test_add_func ("/model/time/parse/refuses-all-else", test_time_refuses);
  g_test_add_func ("/model/time/format-is-utc", test_time_format);
  g_test_add_func ("/model/time/format-local-is-by-the-clock-of-the-machine", test_time_format_local);

  return g_test_run ();
}
