#include "koyomi-calendar.h"
#include "koyomi-day.h"

static KoyomiCalendarRow *
make_row (void)
{
  g_autoptr(KoyomiRecord) group = koyomi_record_new (KOYOMI_TABLE_GROUP);
  g_autoptr(KoyomiRecord) function = koyomi_record_new (KOYOMI_TABLE_FUNCTION);

  return koyomi_calendar_row_new (group, function);
}

static KoyomiBar *
add_bar (KoyomiCalendarRow  *row,
         gint64              id,
         KoyomiActivityKind  kind,
         int                 first,
         int                 last)
{
  guint32 start = koyomi_day_new (2026, 4, 1);
  KoyomiBar *bar = koyomi_calendar_row_add (row, "内部監査");

  bar->occurrence_id = id;
  bar->kind = kind;
  bar->first_day = bar->original_first = start + first;
  bar->last_day = bar->original_last = start + last;

  return bar;
}

static void
test_pack (void)
{
  static const struct
  {
    KoyomiActivityKind kind;
    int                days[6][2];   /* in the order of their first days; 0, 0 ends them */
    guint              lanes[6];
    guint              n_lanes;
  } cases[] = {
    { KOYOMI_ACTIVITY_KIND_TASK, { { 0 } }, { 0 }, 1 },
    { KOYOMI_ACTIVITY_KIND_TASK, { { 1, 30 }, { 31, 60 } }, { 0, 0 }, 1 },
    { KOYOMI_ACTIVITY_KIND_TASK, { { 1, 30 }, { 30, 60 } }, { 0, 1 }, 2 },
    { KOYOMI_ACTIVITY_KIND_TASK, { { 1, 30 }, { 1, 10 }, { 11, 20 }, { 31, 40 } }, { 0, 1, 1, 0 }, 2 },
    { KOYOMI_ACTIVITY_KIND_TASK, { { 1, 90 }, { 2, 80 }, { 3, 70 }, { 4, 60 }, { 65, 66 } }, { 0, 1, 2, 3, 3 }, 4 },
    { KOYOMI_ACTIVITY_KIND_TASK, { { 1, 1 }, { 2, 2 }, { 8, 8 } }, { 0, 1, 0 }, 2 },
    { KOYOMI_ACTIVITY_KIND_MEETING, { { 10, 10 }, { 16, 16 }, { 23, 23 } }, { 0, 1, 0 }, 2 },
    { KOYOMI_ACTIVITY_KIND_MEETING, { { 10, 10 }, { 40, 40 }, { 70, 70 } }, { 0, 0, 0 }, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(KoyomiCalendarRow) row = make_row ();
      guint n = 0;

      while (n < 6 && cases[i].days[n][1] != 0)
        n++;
      for (guint j = n; j > 0; j--)
        add_bar (row, j, cases[i].kind, cases[i].days[j - 1][0], cases[i].days[j - 1][1]);

      koyomi_calendar_row_pack (row);

      g_test_message ("case %u", i);
      g_assert_cmpuint (row->n_lanes, ==, cases[i].n_lanes);
      for (guint j = 0; j < n; j++)
        {
          const KoyomiBar *bar = &g_array_index (row->bars, KoyomiBar, j);

          g_assert_cmpint (bar->occurrence_id, ==, j + 1);
          g_assert_cmpuint (bar->lane, ==, cases[i].lanes[j]);
        }
    }
}

static void
test_pack_is_stable (void)
{
  g_autoptr(KoyomiCalendarRow) row = make_row ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  g_autofree guint *lanes = g_new0 (guint, 200);

  for (guint i = 0; i < 200; i++)
    {
      int first = g_rand_int_range (rand, 1, 300);

      add_bar (row, i, KOYOMI_ACTIVITY_KIND_TASK, first, first + g_rand_int_range (rand, 0, 60));
    }

  koyomi_calendar_row_pack (row);
  for (guint i = 0; i < 200; i++)
    lanes[g_array_index (row->bars, KoyomiBar, i).occurrence_id] = g_array_index (row->bars, KoyomiBar, i).lane;

  for (guint i = 0; i < 100; i++)
    {
      KoyomiBar bar = g_array_index (row->bars, KoyomiBar, i);

      g_array_index (row->bars, KoyomiBar, i) = g_array_index (row->bars, KoyomiBar, 199 - i);
      g_array_index (row->bars, KoyomiBar, 199 - i) = bar;
    }

  koyomi_calendar_row_pack (row);
  for (guint i = 0; i < 200; i++)
    {
      const KoyomiBar *bar = &g_array_index (row->bars, KoyomiBar, i);

      g_assert_cmpuint (bar->lane, ==, lanes[bar->occurrence_id]);
      for (guint j = 0; j < i; j++)
        {
          const KoyomiBar *other = &g_array_index (row->bars, KoyomiBar, j);

          g_assert_true (other->lane != bar->lane || other->last_day < bar->first_day);
        }
    }
}

/* A run of June that was moved to July leaves its outline in June, takes one lane and is one run. */
static void
test_moved_run_counts_once (void)
{
  KoyomiFiscalYear year = { 2026, 4 };
  g_autoptr(KoyomiCalendar) calendar = koyomi_calendar_new (year, KOYOMI_LANGUAGE_JA);
  KoyomiCalendarRow *row = make_row ();
  KoyomiBar *bar = add_bar (row, 1, KOYOMI_ACTIVITY_KIND_TASK, 91, 121);

  bar->original_first -= 30;
  bar->original_last -= 31;
  bar->state = KOYOMI_STATE_LATE;
  add_bar (row, 2, KOYOMI_ACTIVITY_KIND_TASK, 61, 90)->state = KOYOMI_STATE_DONE;
  koyomi_calendar_take_row (calendar, row);

  g_assert_cmpuint (calendar->rows->len, ==, 1);
  g_assert_cmpuint (row->n_lanes, ==, 1);
  g_assert_cmpuint (calendar->counts[KOYOMI_STATE_LATE], ==, 1);
  g_assert_cmpuint (calendar->counts[KOYOMI_STATE_DONE], ==, 1);
  g_assert_cmpuint (calendar->counts[KOYOMI_STATE_PLANNED], ==, 0);
}

static void
test_milestones_by_day (void)
{
  KoyomiFiscalYear year = { 2026, 4 };
  g_autoptr(KoyomiCalendar) calendar = koyomi_calendar_new (year, KOYOMI_LANGUAGE_JA);
  static const guint days[] = { 30, 10, 20, 10, 5 };
  static const gint64 order[] = { 4, 1, 3, 2, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    koyomi_calendar_add_milestone (calendar, i, "経営会議", koyomi_day_new (2026, 4, days[i]), KOYOMI_MEETING_STATUS_HELD);

  g_assert_cmpuint (calendar->milestones->len, ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpint (g_array_index (calendar->milestones, KoyomiMilestone, i).meeting_id, ==, order[i]);
}

/* Of runs in April, from April to June, in May twice, and in June, May has three, in two lanes. */
static void
test_narrow (void)
{
  static const int days[][2] = { { 1, 20 }, { 3, 80 }, { 32, 40 }, { 35, 60 }, { 61, 70 } };
  KoyomiFiscalYear year = { 2026, 4 };
  g_autoptr(KoyomiCalendar) calendar = koyomi_calendar_new (year, KOYOMI_LANGUAGE_JA);
  KoyomiCalendarRow *row = make_row ();

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    add_bar (row, i, KOYOMI_ACTIVITY_KIND_TASK, days[i][0], days[i][1]);
  koyomi_calendar_take_row (calendar, row);
  g_assert_cmpuint (row->n_lanes, ==, 3);

  koyomi_calendar_narrow (calendar, koyomi_day_new (2026, 5, 1), koyomi_day_new (2026, 5, 31));

  g_assert_cmpuint (calendar->first_day, ==, koyomi_day_new (2026, 5, 1));
  g_assert_cmpuint (calendar->last_day, ==, koyomi_day_new (2026, 5, 31));
  g_assert_cmpuint (calendar->rows->len, ==, 1);
  g_assert_cmpuint (calendar->counts[KOYOMI_STATE_PLANNED], ==, 3);
  for (guint i = 0; i < row->bars->len; i++)
    g_assert_cmpint (g_array_index (row->bars, KoyomiBar, i).occurrence_id, ==, i + 1);
}

static void
test_narrow_stays_in_year (void)
{
  KoyomiFiscalYear year = { 2026, 4 };
  g_autoptr(KoyomiCalendar) calendar = koyomi_calendar_new (year, KOYOMI_LANGUAGE_JA);

  koyomi_calendar_narrow (calendar, koyomi_day_new (2026, 1, 1), koyomi_day_new (2027, 12, 31));
  g_assert_cmpuint (calendar->first_day, ==, koyomi_day_new (2026, 4, 1));
  g_assert_cmpuint (calendar->last_day, ==, koyomi_day_new (2027, 3, 31));
}

static void
test_finalize (void)
{
  KoyomiFiscalYear year = { 2026, 1 };
  KoyomiCalendar *calendar = koyomi_calendar_new (year, KOYOMI_LANGUAGE_EN);
  KoyomiCalendarRow *row = make_row ();

  koyomi_calendar_take_row (calendar, row);
  g_object_ref (row);
  g_assert_finalize_object (calendar);
  g_assert_finalize_object (row);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/calendar/lanes-never-share-a-day", test_pack);
  g_test_add_func ("/model/calendar/lanes-do-not-depend-on-order", test_pack_is_stable);
  g_test_add_func ("/model/calendar/moved-run-counts-once", test_moved_run_counts_once);
  g_test_add_func ("/model/calendar/milestones-are-sorted-by-day", test_milestones_by_day);
  g_test_add_func ("/model/calendar/shows-only-some-days", test_narrow);
  g_test_add_func ("/model/calendar/does-not-show-days-beyond-the-year", test_narrow_stays_in_year);
  g_test_add_func ("/model/calendar/is-freed", test_finalize);

  return g_test_run ();
}
