#include "koyomi-day-input.h"

#include "koyomi-day.h"
#include "koyomi-model-error.h"

typedef struct
{
  const char *text;
  const char *reference;
  const char *day;
} Case;

static void
check (const Case *cases,
       guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GError) error = NULL;
      guint32 day = koyomi_day_read_typed (cases[i].text, koyomi_day_parse (cases[i].reference, NULL), &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = koyomi_day_format (day);
      g_assert_cmpstr (text, ==, cases[i].day);
    }
}

static void
test_whole_date (void)
{
  static const Case cases[] = {
    { "2026-09-01", "2020-01-01", "2026-09-01" },
    { "2026/9/1", "2020-01-01", "2026-09-01" },
    { "2026.9.1", "2020-01-01", "2026-09-01" },
    { " 2026-9-1 ", "2020-01-01", "2026-09-01" },
    { "20260901", "2020-01-01", "2026-09-01" },
    { "2026年9月1日", "2020-01-01", "2026-09-01" },
    { "２０２６／９／１", "2020-01-01", "2026-09-01" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_nearest_year (void)
{
  static const Case cases[] = {
    { "9/1", "2026-08-20", "2026-09-01" },
    { "2/15", "2026-11-20", "2027-02-15" },
    { "12/28", "2027-01-10", "2026-12-28" },
    { "9月1日", "2026-08-20", "2026-09-01" },
    { "2/29", "2027-11-01", "2028-02-29" },
    { "９月１日", "2026-08-20", "2026-09-01" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_same_month (void)
{
  static const Case cases[] = {
    { "15", "2026-08-20", "2026-08-15" },
    { "３１日", "2026-08-20", "2026-08-31" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_shift (void)
{
  static const Case cases[] = {
    { "+14", "2026-08-20", "2026-09-03" },
    { "-7", "2026-08-05", "2026-07-29" },
    { "+2w", "2026-08-20", "2026-09-03" },
    { "+1 month", "2026-01-31", "2026-02-28" },
    { "＋２週間", "2026-08-20", "2026-09-03" },
    { "+1か月", "2026-08-20", "2026-09-20" },
    { "\xe2\x88\x92" "3日", "2026-08-20", "2026-08-17" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_today (void)
{
  static const Case cases[] = {
    { "today", "2026-01-01", "2026-08-20" },
    { "今日", "2026-01-01", "2026-08-20" },
  };

  koyomi_day_set_today (koyomi_day_new (2026, 8, 20));
  check (cases, G_N_ELEMENTS (cases));
  koyomi_day_set_today (KOYOMI_DAY_NONE);
}

static void
test_refuses (void)
{
  static const char *cases[] = {
    "", " ", "soon", "2026-02-30", "13/1", "0", "32", "2/30", "+", "14+", "+99999", "2026-09", "2026-09-01x", "1/2/3",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_cmpuint (koyomi_day_read_typed (cases[i], koyomi_day_new (2026, 8, 20), &error), ==, KOYOMI_DAY_NONE);
      g_assert_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_SYNTAX);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/day-input/whole-date-stands-for-itself", test_whole_date);
  g_test_add_func ("/model/day-input/month-and-day-are-of-the-nearest-year", test_nearest_year);
  g_test_add_func ("/model/day-input/day-is-of-the-same-month", test_same_month);
  g_test_add_func ("/model/day-input/sign-moves-the-day", test_shift);
  g_test_add_func ("/model/day-input/today-has-a-word", test_today);
  g_test_add_func ("/model/day-input/anything-else-is-refused", test_refuses);

  return g_test_run ();
}
