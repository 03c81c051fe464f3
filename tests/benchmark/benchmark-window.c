/* The bars of one year's 31 rows, and what needs attention, from plans with few and with many runs. */

#include "koyomi-attention.h"
#include "koyomi-calendar.h"
#include "koyomi-database.h"
#include "koyomi-day.h"
#include "koyomi-session-private.h"
#include "koyomi-template.h"
#include "koyomi-test-folder.h"

#define N_FUNCTIONS 31
#define N_ROUNDS 40
/* So many runs a year, however many years there are. */
#define RUNS_A_YEAR 310
#define TODAY koyomi_day_new (2026, 11, 22)

/* Spreads the runs over the years before and after 2026, a month or less each. Of those that are over one in a hundred is late. */
static void
fill (const char *path,
      int         n_runs)
{
  g_autoptr(KoyomiDatabase) db = koyomi_database_open (path, KOYOMI_DATABASE_WRITE, NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *sql = NULL;

  sql = g_strdup_printf (
    "PRAGMA foreign_keys = OFF; BEGIN;"
    "CREATE TEMP TABLE source AS SELECT row_number () OVER (ORDER BY a.id) - 1 AS i, a.id AS activity, a.function_id AS function"
    "  FROM (SELECT min (id) AS id, function_id FROM activity GROUP BY function_id) AS a;"
    "INSERT INTO occurrence SELECT 1000 + n.value, s.activity, s.function, NULL, '', d, d, d + n.value %% 28, d, d + n.value %% 28, NULL,"
    " NULL, CASE WHEN d + n.value %% 28 < %u AND n.value %% 100 THEN 'done' ELSE 'planned' END, 0, '', '', '', '' FROM (WITH RECURSIVE c (value) AS (SELECT 0 UNION ALL SELECT value + 1 FROM c"
    " WHERE value + 1 < %d) SELECT value, %u + value / %d * 365 + value * 37 %% 365 - %d AS d FROM c) AS n"
    " JOIN source AS s ON s.i = n.value %% (SELECT count (*) FROM source); COMMIT;",
    TODAY, n_runs, koyomi_day_new (2026, 4, 1), RUNS_A_YEAR, n_runs / RUNS_A_YEAR / 2 * 365);
  koyomi_database_run (db, sql, &error);
  g_assert_no_error (error);
}

static double
time_screen (const char *path,
             guint      *n_bars)
{
  g_autoptr(KoyomiSession) session = koyomi_session_open (path, TRUE, NULL, NULL);
  KoyomiFiscalYear year = { 2026, 4 };
  guint32 first_day = koyomi_fiscal_year_get_first_day (year);
  guint32 last_day = koyomi_fiscal_year_get_last_day (year);
  g_autoptr(KoyomiCalendar) calendar = koyomi_session_load_calendar (session, year, KOYOMI_LANGUAGE_EN, FALSE, NULL);
  double best = G_MAXDOUBLE;

  for (int round = 0; round < N_ROUNDS; round++)
    {
      gint64 start = g_get_monotonic_time ();

      *n_bars = 0;
      for (guint i = 0; i < calendar->rows->len; i++)
        {
          KoyomiCalendarRow *row = g_ptr_array_index (calendar->rows, i);
          g_autoptr(KoyomiCalendarRow) fresh = koyomi_calendar_row_new (row->group, row->function);

          g_assert_true (koyomi_session_load_bars (session, fresh, first_day, last_day, KOYOMI_LANGUAGE_EN, NULL));
          *n_bars += fresh->bars->len;
        }
      best = MIN (best, (g_get_monotonic_time () - start) / 1000.0);
    }

  return best;
}

static double
time_attention (const char *path,
                guint      *n_late)
{
  g_autoptr(KoyomiSession) session = koyomi_session_open (path, TRUE, NULL, NULL);
  double best = G_MAXDOUBLE;

  for (int round = 0; round < N_ROUNDS; round++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr(KoyomiAttention) attention = koyomi_session_load_attention (session, KOYOMI_LANGUAGE_EN, NULL);

      g_assert_nonnull (attention);
      *n_late = attention->late->len;
      best = MIN (best, (g_get_monotonic_time () - start) / 1000.0);
    }

  return best;
}

int
main (void)
{
  static const int sizes[] = { 10000, 100000, 1000000 };
  KoyomiPlanOptions options = { .template = KOYOMI_TEMPLATE_CRIC, .fiscal_year = 2026 };
  double smallest = 0;

  koyomi_test_folder_start ();
  koyomi_day_set_today (TODAY);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *name = g_strdup_printf ("window-%d", sizes[i]);
      g_autofree char *folder = koyomi_test_folder_make (name);
      g_autofree char *path = g_build_filename (folder, "plan.koyomi", NULL);
      double time, attention;
      guint n_bars, n_late;

      g_assert_true (koyomi_plan_create (path, &options, NULL, NULL, NULL, NULL));
      fill (path, sizes[i]);
      time = time_screen (path, &n_bars);
      if (i == 0)
        smallest = time;
      g_print ("%7d runs: %u bars of a year in %.3f ms (at most 1), ratio to the smallest %.2f\n",
               sizes[i], n_bars, time, time / smallest);

      attention = time_attention (path, &n_late);
      g_print ("%7d runs: %u of them late, found in %.3f ms\n", sizes[i], n_late, attention);
    }

  return koyomi_test_folder_finish (0);
}
