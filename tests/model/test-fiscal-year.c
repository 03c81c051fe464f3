#include "koyomi-day.h"
#include "koyomi-fiscal-year.h"

static guint32
parse (const char *text)
{
  g_autoptr(GError) error = NULL;
  guint32 day = koyomi_day_parse (text, &error);

  g_assert_no_error (error);

  return day;
}

static void
test_of_day (void)
{
  static const struct
  {
    const char *day;
    int         start_month;
    int         year;
    int         quarter;
    int         index;
  } cases[] = {
    { "2026-04-01", 4, 2026, 1, 0 },
    { "2026-06-30", 4, 2026, 1, 2 },
    { "2026-07-01", 4, 2026, 2, 3 },
    { "2026-12-31", 4, 2026, 3, 8 },
    { "2027-01-01", 4, 2026, 4, 9 },
    { "2027-03-31", 4, 2026, 4, 11 },
    { "2027-04-01", 4, 2027, 1, 0 },
    { "2026-01-01", 1, 2026, 1, 0 },
    { "2026-12-31", 1, 2026, 4, 11 },
    { "2026-09-30", 10, 2025, 4, 11 },
    { "2026-10-01", 10, 2026, 1, 0 },
    { "2026-11-30", 12, 2025, 4, 11 },
    { "2026-12-01", 12, 2026, 1, 0 },
    { "2028-02-29", 3, 2027, 4, 11 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint32 day = parse (cases[i].day);
      KoyomiFiscalYear year = koyomi_fiscal_year_of_day (day, cases[i].start_month);

      g_assert_cmpint (year.year, ==, cases[i].year);
      g_assert_cmpint (year.start_month, ==, cases[i].start_month);
      g_assert_cmpint (koyomi_fiscal_year_get_quarter (year, day), ==, cases[i].quarter);
      g_assert_cmpint (koyomi_fiscal_year_get_month_index (year, day), ==, cases[i].index);
    }
}

static void
test_ends (void)
{
  KoyomiFiscalYear april = { 2026, 4 };
  KoyomiFiscalYear january = { 2026, 1 };
  KoyomiFiscalYear march = { 2027, 3 };

  g_assert_cmpuint (koyomi_fiscal_year_get_first_day (april), ==, parse ("2026-04-01"));
  g_assert_cmpuint (koyomi_fiscal_year_get_last_day (april), ==, parse ("2027-03-31"));
  g_assert_cmpuint (koyomi_fiscal_year_get_first_day (january), ==, parse ("2026-01-01"));
  g_assert_cmpuint (koyomi_fiscal_year_get_last_day (january), ==, parse ("2026-12-31"));
  g_assert_cmpuint (koyomi_fiscal_year_get_last_day (march), ==, parse ("2028-02-29"));
  g_assert_cmpuint (koyomi_fiscal_year_get_month_first (april, 9), ==, parse ("2027-01-01"));
  g_assert_cmpuint (koyomi_fiscal_year_get_month_first (april, 12), ==, parse ("2027-04-01"));
}

static void
test_years_join (void)
{
  for (int start_month = 1; start_month <= 12; start_month++)
    for (int year = 2020; year < 2040; year++)
      {
        KoyomiFiscalYear self = { year, start_month };
        KoyomiFiscalYear next = { year + 1, start_month };

        g_assert_cmpuint (koyomi_fiscal_year_get_last_day (self) + 1, ==, koyomi_fiscal_year_get_first_day (next));
        for (int index = 0; index < 12; index++)
          g_assert_cmpint (koyomi_fiscal_year_get_month_index (self, koyomi_fiscal_year_get_month_first (self, index)), ==,
                           index);
      }
}

static void
test_days_outside (void)
{
  KoyomiFiscalYear year = { 2026, 4 };

  g_assert_cmpint (koyomi_fiscal_year_get_month_index (year, parse ("2026-03-31")), ==, -1);
  g_assert_cmpint (koyomi_fiscal_year_get_month_index (year, parse ("2027-04-01")), ==, -1);
  g_assert_cmpint (koyomi_fiscal_year_get_quarter (year, parse ("2026-03-31")), ==, 0);
  g_assert_cmpint (koyomi_fiscal_year_get_quarter (year, parse ("2025-06-01")), ==, 0);
}

static void
assert_text (char       *text,
             const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_labels (void)
{
  KoyomiFiscalYear year = { 2026, 4 };
  KoyomiFiscalYear january = { 2026, 1 };

  assert_text (koyomi_fiscal_year_format (year, KOYOMI_LANGUAGE_JA), "2026年度");
  assert_text (koyomi_fiscal_year_format (year, KOYOMI_LANGUAGE_EN), "FY2026");
  assert_text (koyomi_fiscal_year_format_quarter (year, 1, KOYOMI_LANGUAGE_JA), "第1四半期");
  assert_text (koyomi_fiscal_year_format_quarter (year, 4, KOYOMI_LANGUAGE_EN), "Q4");
  assert_text (koyomi_fiscal_year_format_month (year, 0, KOYOMI_LANGUAGE_JA), "4月");
  assert_text (koyomi_fiscal_year_format_month (year, 0, KOYOMI_LANGUAGE_EN), "Apr");
  assert_text (koyomi_fiscal_year_format_month (year, 11, KOYOMI_LANGUAGE_JA), "3月");
  assert_text (koyomi_fiscal_year_format_month (january, 0, KOYOMI_LANGUAGE_EN), "Jan");
  assert_text (koyomi_fiscal_year_format_month (january, 11, KOYOMI_LANGUAGE_JA), "12月");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/fiscal-year/a-day-has-year-quarter-and-month", test_of_day);
  g_test_add_func ("/model/fiscal-year/first-and-last-day", test_ends);
  g_test_add_func ("/model/fiscal-year/years-join-without-a-gap", test_years_join);
  g_test_add_func ("/model/fiscal-year/days-outside-have-no-month", test_days_outside);
  g_test_add_func ("/model/fiscal-year/labels-in-both-languages", test_labels);

  return g_test_run ();
}
