#include "koyomi-day.h"
#include "koyomi-work-calendar.h"

static guint32
parse (const char *text)
{
  g_autoptr(GError) error = NULL;
  guint32 day = koyomi_day_parse (text, &error);

  g_assert_no_error (error);

  return day;
}

static void
add_row (GPtrArray        *rows,
         const char       *first_day,
         const char       *last_day,
         KoyomiDayOffKind  kind,
         const char       *name)
{
  KoyomiRecord *row = koyomi_record_new (KOYOMI_TABLE_DAY_OFF);

  koyomi_record_set_int (row, KOYOMI_DAY_OFF_FIRST_DAY, parse (first_day));
  koyomi_record_set_int (row, KOYOMI_DAY_OFF_LAST_DAY, parse (last_day));
  koyomi_record_set_int (row, KOYOMI_DAY_OFF_KIND, kind);
  koyomi_record_set_text (row, KOYOMI_DAY_OFF_NAME, name);
  g_ptr_array_add (rows, row);
}

static KoyomiWorkCalendar *
make_company_calendar (void)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  add_row (rows, "2026-12-29", "2027-01-03", KOYOMI_DAY_OFF_KIND_OFF, "年末年始休業");
  add_row (rows, "2026-12-31", "2027-01-05", KOYOMI_DAY_OFF_KIND_OFF, "設備点検");
  add_row (rows, "2026-10-01", "2026-10-01", KOYOMI_DAY_OFF_KIND_OFF, "");
  add_row (rows, "2026-11-02", "2026-11-04", KOYOMI_DAY_OFF_KIND_OFF, "");
  add_row (rows, "2026-11-03", "2026-11-03", KOYOMI_DAY_OFF_KIND_WORKING, "");
  add_row (rows, "2026-11-28", "2026-11-28", KOYOMI_DAY_OFF_KIND_WORKING, "振替出勤日");
  add_row (rows, "2026-06-10", "2026-06-09", KOYOMI_DAY_OFF_KIND_OFF, "ends before it begins");

  return koyomi_work_calendar_new (rows);
}

static void
test_public_days (void)
{
  g_autoptr(KoyomiWorkCalendar) calendar = koyomi_work_calendar_new (NULL);

  g_assert_true (koyomi_work_calendar_is_business_day (calendar, parse ("2026-11-20")));
  g_assert_false (koyomi_work_calendar_is_business_day (calendar, parse ("2026-11-21")));
  g_assert_false (koyomi_work_calendar_is_business_day (calendar, parse ("2026-11-22")));
  g_assert_false (koyomi_work_calendar_is_business_day (calendar, parse ("2026-11-23")));
  g_assert_true (koyomi_work_calendar_is_business_day (calendar, parse ("2026-11-24")));
  g_assert_true (koyomi_work_calendar_is_business_day (calendar, parse ("2026-12-31")));
}

static void
test_company_days (void)
{
  static const struct
  {
    const char *day;
    gboolean    is_business;
  } cases[] = {
    { "2026-12-28", TRUE }, { "2026-12-29", FALSE }, { "2026-12-30", FALSE }, { "2027-01-01", FALSE }, { "2027-01-04", FALSE },
    { "2027-01-05", FALSE }, { "2027-01-06", TRUE }, { "2026-10-01", FALSE }, { "2026-11-02", FALSE }, { "2026-11-03", TRUE },
    { "2026-11-04", FALSE }, { "2026-11-28", TRUE }, { "2026-11-29", FALSE }, { "2026-06-09", TRUE }, { "2026-06-10", TRUE },
  };
  g_autoptr(KoyomiWorkCalendar) calendar = make_company_calendar ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_true (koyomi_work_calendar_is_business_day (calendar, parse (cases[i].day)) == cases[i].is_business);
}

static void
test_names (void)
{
  static const struct
  {
    const char *day;
    const char *ja;
    const char *en;
  } cases[] = {
    { "2026-11-23", "勤労感謝の日", "Labour Thanksgiving Day" },
    { "2026-11-20", NULL, NULL },
    { "2026-11-21", NULL, NULL },
    { "2026-12-29", "年末年始休業", "年末年始休業" },
    { "2027-01-01", "年末年始休業", "年末年始休業" },
    { "2027-01-03", "年末年始休業", "年末年始休業" },
    { "2027-01-04", "設備点検", "設備点検" },
    { "2026-11-03", "文化の日", "Culture Day" },
    { "2026-11-28", "振替出勤日", "振替出勤日" },
    { "2026-06-10", NULL, NULL },
  };
  g_autoptr(KoyomiWorkCalendar) calendar = make_company_calendar ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint32 day = parse (cases[i].day);

      g_assert_cmpstr (koyomi_work_calendar_get_name (calendar, day, KOYOMI_LANGUAGE_JA), ==, cases[i].ja);
      g_assert_cmpstr (koyomi_work_calendar_get_name (calendar, day, KOYOMI_LANGUAGE_EN), ==, cases[i].en);
    }

  g_assert_cmpstr (koyomi_work_calendar_get_name (calendar, parse ("2026-10-01"), KOYOMI_LANGUAGE_EN), ==, "Day off");
}

static void
test_next_and_previous (void)
{
  g_autoptr(KoyomiWorkCalendar) calendar = make_company_calendar ();

  g_assert_cmpuint (koyomi_work_calendar_get_next (calendar, parse ("2026-11-20")), ==, parse ("2026-11-20"));
  g_assert_cmpuint (koyomi_work_calendar_get_next (calendar, parse ("2026-11-21")), ==, parse ("2026-11-24"));
  g_assert_cmpuint (koyomi_work_calendar_get_next (calendar, parse ("2026-12-29")), ==, parse ("2027-01-06"));
  g_assert_cmpuint (koyomi_work_calendar_get_previous (calendar, parse ("2027-01-05")), ==, parse ("2026-12-28"));
  g_assert_cmpuint (koyomi_work_calendar_get_previous (calendar, parse ("2026-11-29")), ==, parse ("2026-11-28"));
  g_assert_cmpuint (koyomi_work_calendar_get_previous (calendar, parse ("2026-05-06")), ==, parse ("2026-05-01"));
}

static void
test_search_is_bounded (void)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(KoyomiWorkCalendar) calendar = NULL;

  add_row (rows, "2026-01-01", "9999-12-31", KOYOMI_DAY_OFF_KIND_OFF, "解散");
  calendar = koyomi_work_calendar_new (rows);

  g_assert_cmpuint (koyomi_work_calendar_get_next (calendar, parse ("2026-01-01")), ==, KOYOMI_DAY_NONE);
  g_assert_cmpuint (koyomi_work_calendar_get_next (calendar, KOYOMI_DAY_LAST), ==, KOYOMI_DAY_NONE);
  g_assert_cmpuint (koyomi_work_calendar_get_previous (calendar, parse ("2026-12-31")), ==, parse ("2025-12-31"));
  g_assert_cmpuint (koyomi_work_calendar_get_previous (calendar, parse ("2027-12-31")), ==, KOYOMI_DAY_NONE);
  g_assert_cmpuint (koyomi_work_calendar_get_nth (calendar, parse ("2026-04-01"), parse ("2026-04-30"), 1), ==,
                    KOYOMI_DAY_NONE);
}

static void
test_nth (void)
{
  static const struct
  {
    const char *first;
    const char *last;
    int         n;
    const char *day;
  } cases[] = {
    { "2026-12-01", "2026-12-31", 1, "2026-12-01" },
    { "2026-12-01", "2026-12-31", -1, "2026-12-28" },
    { "2026-12-01", "2026-12-31", -2, "2026-12-25" },
    { "2027-01-01", "2027-01-31", 1, "2027-01-06" },
    { "2026-11-01", "2026-11-30", 1, "2026-11-03" },
    { "2026-11-01", "2026-11-30", 2, "2026-11-05" },
    { "2026-11-01", "2026-11-30", -2, "2026-11-28" },
    { "2026-11-20", "2026-11-20", 1, "2026-11-20" },
    { "2026-11-20", "2026-11-20", -1, "2026-11-20" },
    { "2026-11-20", "2026-11-20", 2, NULL },
    { "2026-11-20", "2026-11-20", 0, NULL },
    { "2026-11-21", "2026-11-23", 1, NULL },
    { "2026-11-24", "2026-11-23", 1, NULL },
    { "0001-01-01", "0001-01-01", -1, "0001-01-01" },
  };
  g_autoptr(KoyomiWorkCalendar) calendar = make_company_calendar ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (koyomi_work_calendar_get_nth (calendar, parse (cases[i].first), parse (cases[i].last), cases[i].n), ==,
                      cases[i].day != NULL ? parse (cases[i].day) : KOYOMI_DAY_NONE);
}

/* Overlapping rows against the plain reading: a day is off when any row says so, and working when any row says so. */
static void
test_overlaps (void)
{
  guint32 base = parse ("2030-01-01");

  for (int round = 0; round < 50; round++)
    {
      g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr(KoyomiWorkCalendar) plain = koyomi_work_calendar_new (NULL);
      g_autoptr(KoyomiWorkCalendar) calendar = NULL;
      gboolean declared[2][120] = { { FALSE } };

      for (int i = 0; i < 12; i++)
        {
          KoyomiRecord *row = koyomi_record_new (KOYOMI_TABLE_DAY_OFF);
          int kind = g_test_rand_int_range (0, 2);
          int first = g_test_rand_int_range (0, 100);
          int last = first + g_test_rand_int_range (0, 20);

          koyomi_record_set_int (row, KOYOMI_DAY_OFF_FIRST_DAY, base + first);
          koyomi_record_set_int (row, KOYOMI_DAY_OFF_LAST_DAY, base + last);
          koyomi_record_set_int (row, KOYOMI_DAY_OFF_KIND, kind);
          g_ptr_array_add (rows, row);

          for (int day = first; day <= last; day++)
            declared[kind][day] = TRUE;
        }

      calendar = koyomi_work_calendar_new (rows);

      for (guint day = 0; day < 120; day++)
        {
          gboolean expected = declared[KOYOMI_DAY_OFF_KIND_WORKING][day] ||
                              (koyomi_work_calendar_is_business_day (plain, base + day) &&
                               !declared[KOYOMI_DAY_OFF_KIND_OFF][day]);

          g_assert_true (koyomi_work_calendar_is_business_day (calendar, base + day) == expected);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/work-calendar/weekends-and-public-holidays-are-off", test_public_days);
  g_test_add_func ("/model/work-calendar/company-rows-decide", test_company_days);
  g_test_add_func ("/model/work-calendar/names", test_names);
  g_test_add_func ("/model/work-calendar/next-and-previous-business-day", test_next_and_previous);
  g_test_add_func ("/model/work-calendar/search-is-bounded", test_search_is_bounded);
  g_test_add_func ("/model/work-calendar/nth-business-day", test_nth);
  g_test_add_func ("/model/work-calendar/overlapping-rows", test_overlaps);

  return g_test_run ();
}
