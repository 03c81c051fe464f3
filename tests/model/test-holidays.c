#include "koyomi-day.h"
#include "koyomi-holidays.h"

static guint32
parse (const char *text)
{
  g_autoptr(GError) error = NULL;
  guint32 day = koyomi_day_parse (text, &error);

  g_assert_no_error (error);

  return day;
}

/* Returns: (transfer full): day -> name, from the public list that the tests carry */
static GHashTable *
load_golden (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "holidays_1980_2050.tsv", NULL);
  GHashTable *golden = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, 2);
      g_hash_table_insert (golden, GUINT_TO_POINTER (parse (cells[0])), g_steal_pointer (&cells[1]));
    }

  return golden;
}

static void
test_golden (void)
{
  g_autoptr(GHashTable) golden = load_golden ();
  guint n_found = 0;

  g_assert_cmpuint (g_hash_table_size (golden), ==, 1198);

  for (guint32 day = parse ("1980-01-01"); day <= parse ("2050-12-31"); day++)
    {
      const char *expected = g_hash_table_lookup (golden, GUINT_TO_POINTER (day));
      const char *name = koyomi_holidays_get_name (day, KOYOMI_LANGUAGE_JA);

      if (g_strcmp0 (name, expected) != 0)
        {
          g_autofree char *text = koyomi_day_format (day);

          g_test_message ("%s", text);
        }

      g_assert_cmpstr (name, ==, expected);
      g_assert_true (koyomi_holidays_contains (day) == (expected != NULL));
      n_found += name != NULL;
    }

  g_assert_cmpuint (n_found, ==, g_hash_table_size (golden));
}

static void
test_named_days (void)
{
  static const struct
  {
    const char *day;
    const char *ja;
    const char *en;
  } cases[] = {
    { "2024-02-12", "振替休日", "Substitute holiday" },
    { "2024-05-06", "振替休日", "Substitute holiday" },
    { "2024-08-12", "振替休日", "Substitute holiday" },
    { "2024-09-23", "振替休日", "Substitute holiday" },
    { "2024-11-04", "振替休日", "Substitute holiday" },
    { "2025-02-24", "振替休日", "Substitute holiday" },
    { "2025-05-06", "振替休日", "Substitute holiday" },
    { "2025-11-24", "振替休日", "Substitute holiday" },
    { "2026-05-06", "振替休日", "Substitute holiday" },
    { "2027-03-22", "振替休日", "Substitute holiday" },
    { "2026-09-22", "国民の休日", "Citizens' holiday" },
    { "2032-09-21", "国民の休日", "Citizens' holiday" },
    { "2020-07-24", "スポーツの日", "Sports Day" },
    { "2021-08-09", "振替休日", "Substitute holiday" },
    { "2019-04-30", "国民の休日", "Citizens' holiday" },
    { "2019-10-22", "即位礼正殿の儀", "Enthronement Ceremony" },
    { "2026-01-01", "元日", "New Year's Day" },
    { "2099-12-31", NULL, NULL },
    { "2026-12-31", NULL, NULL },
    { "2021-10-11", NULL, NULL },
    { "2019-12-23", NULL, NULL },
    { "1985-05-04", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint32 day = parse (cases[i].day);

      g_assert_cmpstr (koyomi_holidays_get_name (day, KOYOMI_LANGUAGE_JA), ==, cases[i].ja);
      g_assert_cmpstr (koyomi_holidays_get_name (day, KOYOMI_LANGUAGE_EN), ==, cases[i].en);
    }
}

static void
test_number_of_days (void)
{
  static const struct
  {
    int   year;
    guint n;
  } cases[] = { { 2024, 21 }, { 2025, 19 }, { 2026, 18 }, { 2027, 17 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n = 0;

      for (guint32 day = koyomi_day_new (cases[i].year, 1, 1); day <= koyomi_day_new (cases[i].year, 12, 31); day++)
        n += koyomi_holidays_contains (day);

      g_assert_cmpuint (n, ==, cases[i].n);
    }
}

static void
test_years_covered (void)
{
  g_assert_false (koyomi_holidays_contains (parse ("1979-01-01")));
  g_assert_true (koyomi_holidays_contains (parse ("1980-01-01")));
  g_assert_true (koyomi_holidays_contains (parse ("2099-11-23")));
  g_assert_false (koyomi_holidays_contains (parse ("2100-01-01")));
  g_assert_false (koyomi_holidays_contains (KOYOMI_DAY_NONE));
  g_assert_false (koyomi_holidays_contains (G_MAXUINT32));
}

static gpointer
count_days_cb (gpointer data)
{
  guint n = 0;

  for (guint32 day = parse ("1980-01-01"); day <= parse ("2099-12-31"); day++)
    n += koyomi_holidays_contains (day);

  return GUINT_TO_POINTER (n);
}

/* Runs first, so that the threads meet a table that is not yet made. */
static void
test_threads (void)
{
  GThread *threads[4];
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("holidays", count_days_cb, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      guint found = GPOINTER_TO_UINT (g_thread_join (threads[i]));

      g_assert_cmpuint (found, >, 120 * 12);
      g_assert_true (i == 0 || found == n);
      n = found;
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/holidays/any-thread-may-ask-first", test_threads);
  g_test_add_func ("/model/holidays/1980-to-2050-as-in-the-public-list", test_golden);
  g_test_add_func ("/model/holidays/substitutes-and-one-off-days", test_named_days);
  g_test_add_func ("/model/holidays/days-a-year", test_number_of_days);
  g_test_add_func ("/model/holidays/none-outside-1980-to-2099", test_years_covered);

  return g_test_run ();
}
