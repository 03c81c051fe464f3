#include "koyomi-activity-edit.h"
#include "koyomi-closed-year.h"
#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-history.h"
#include "koyomi-record-edit.h"
#include "koyomi-roll-over.h"
#include "koyomi-run-edit.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

#include <string.h>

static const KoyomiFiscalYear from = { 2026, 4 };
static const KoyomiFiscalYear to = { 2027, 4 };

typedef struct
{
  KoyomiSession *session;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  static int number;
  g_autofree char *name = g_strdup_printf ("case-%d", ++number);
  g_autofree char *folder = koyomi_test_folder_make (name);
  g_autofree char *path = g_build_filename (folder, "plan.koyomi", NULL);

  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));
  koyomi_test_plan_make (path, KOYOMI_TEMPLATE_SAMPLE, KOYOMI_LANGUAGE_JA);
  koyomi_day_set_today (koyomi_day_new (2027, 4, 5));
  self->session = koyomi_test_plan_open (path);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_finalize_object (self->session);
}

static KoyomiEdit *
begin (Fixture *self)
{
  g_autoptr(GError) error = NULL;
  KoyomiEdit *edit = koyomi_session_begin_edit (self->session, &error);

  g_assert_no_error (error);

  return edit;
}

static void
commit (KoyomiEdit *edit)
{
  g_autoptr(GError) error = NULL;

  koyomi_edit_commit (edit, "Test", &error);
  g_assert_no_error (error);
  koyomi_edit_free (edit);
}

static KoyomiRollOver *
plan (Fixture *self)
{
  g_autoptr(GError) error = NULL;
  KoyomiRollOver *roll_over = koyomi_session_plan_roll_over (self->session, from, KOYOMI_LANGUAGE_EN, &error);

  g_assert_no_error (error);

  return roll_over;
}

static void
apply (Fixture        *self,
       KoyomiRollOver *roll_over)
{
  g_autoptr(GError) error = NULL;

  koyomi_roll_over_apply (roll_over, self->session, KOYOMI_LANGUAGE_EN, &error);
  g_assert_no_error (error);
}

static void
settle_all (KoyomiRollOver *roll_over)
{
  for (guint i = 0; i < roll_over->unfinished->len; i++)
    koyomi_roll_over_settle (roll_over, i, i % 3, 0, "委託先の都合");
}

static void
delete_activities (Fixture *self)
{
  g_autoptr(GPtrArray) activities = koyomi_session_list (self->session, KOYOMI_TABLE_ACTIVITY, 0, 0, KOYOMI_LANGUAGE_JA, NULL);
  KoyomiEdit *edit;

  g_assert_true (koyomi_session_open_year (self->session, from, KOYOMI_LANGUAGE_JA, NULL));
  edit = begin (self);
  for (guint i = 0; i < activities->len; i++)
    g_assert_true (koyomi_edit_delete (edit, KOYOMI_TABLE_ACTIVITY, koyomi_record_get_id (g_ptr_array_index (activities, i)), NULL));
  commit (edit);
}

static void
add_run (KoyomiEdit   *edit,
         KoyomiRecord *activity,
         guint32       first_day,
         guint32       last_day)
{
  g_autoptr(KoyomiRecord) run = koyomi_record_new (KOYOMI_TABLE_OCCURRENCE);
  g_autoptr(GError) error = NULL;

  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ACTIVITY, koyomi_record_get_id (activity));
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_FUNCTION, koyomi_record_get_int (activity, KOYOMI_ACTIVITY_FUNCTION));
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_SLOT_DAY, first_day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_FIRST_DAY, first_day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_LAST_DAY, last_day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ORIGINAL_FIRST, first_day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ORIGINAL_LAST, last_day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_STATUS, KOYOMI_STATUS_DONE);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ACTUAL_LAST, last_day);
  koyomi_edit_insert (edit, run, &error);
  g_assert_no_error (error);
}

/* Adds the activity with the runs that @runs names: "2026-06-10..2026-06-12 …", or with those that its rule gives. */
static void
add_activity (Fixture    *self,
              const char *rule,
              const char *first_day,
              int         duration,
              const char *runs)
{
  g_autoptr(GPtrArray) functions = koyomi_session_list (self->session, KOYOMI_TABLE_FUNCTION, 0, 0, KOYOMI_LANGUAGE_JA, NULL);
  g_autoptr(KoyomiRecord) activity = koyomi_record_new (KOYOMI_TABLE_ACTIVITY);
  g_auto(GStrv) spans = g_strsplit (runs, " ", -1);
  KoyomiEdit *edit = begin (self);

  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FUNCTION, koyomi_record_get_id (g_ptr_array_index (functions, 0)));
  koyomi_record_set_text (activity, KOYOMI_ACTIVITY_TITLE, "内部監査");
  koyomi_record_set_text (activity, KOYOMI_ACTIVITY_RULE, rule);
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FIRST_DAY, koyomi_day_parse (first_day, NULL));
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_DURATION, duration);
  g_assert_true (koyomi_edit_insert (edit, activity, NULL));
  if (g_str_equal (runs, "rule"))
    g_assert_cmpint (koyomi_edit_add_runs (edit, activity, koyomi_fiscal_year_get_first_day (from),
                                           koyomi_fiscal_year_get_last_day (from), NULL), >=, 0);
  else
    for (guint i = 0; spans[i] != NULL; i++)
      {
        g_auto(GStrv) ends = g_strsplit (spans[i], "..", 2);

        add_run (edit, activity, koyomi_day_parse (ends[0], NULL), koyomi_day_parse (ends[1], NULL));
      }
  commit (edit);
}

static char *
describe_runs (Fixture *self)
{
  g_autoptr(GPtrArray) runs = koyomi_session_list (self->session, KOYOMI_TABLE_OCCURRENCE, 0, 0, KOYOMI_LANGUAGE_JA, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      KoyomiRecord *run = g_ptr_array_index (runs, i);
      guint32 slot_day = koyomi_record_get_day (run, KOYOMI_OCCURRENCE_SLOT_DAY);
      g_autofree char *first = koyomi_day_format (koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY));
      g_autofree char *last = koyomi_day_format (koyomi_record_get_day (run, KOYOMI_OCCURRENCE_LAST_DAY));

      if (slot_day >= koyomi_fiscal_year_get_first_day (to))
        g_string_append_printf (text, "%s%s..%s", text->len > 0 ? " " : "", first, last);
    }

  return g_string_free (text, FALSE);
}

static const struct
{
  const char       *rule;
  const char       *first_day;
  int               duration;
  const char       *old_runs;
  KoyomiRollAnchor  anchor;
  const char       *new_runs;
  const char       *new_rule;
} cases[] = {
  /* 10 June 2026 is the second Wednesday, 10 June 2027 a Thursday; 10 October 2027 is a Sunday before a holiday. */
  { "", "2026-06-10", 3, "2026-06-10..2026-06-12", KOYOMI_ROLL_SAME_DAY, "2027-06-10..2027-06-12", "" },
  { "", "2026-06-10", 3, "2026-06-10..2026-06-12", KOYOMI_ROLL_SAME_WEEKDAY, "2027-06-09..2027-06-11", "" },
  { "", "2026-10-10", 2, "2026-10-10..2026-10-11", KOYOMI_ROLL_SAME_DAY, "2027-10-10..2027-10-11", "" },
  { "", "2026-10-10", 2, "2026-10-10..2026-10-11", KOYOMI_ROLL_BUSINESS_DAY, "2027-10-12..2027-10-13", "" },
  { "", "2026-06-10", 1, "2026-06-10..2026-06-10 2026-09-30..2026-09-30", KOYOMI_ROLL_SAME_DAY,
    "2027-06-10..2027-06-10 2027-09-30..2027-09-30", "" },
  /* The fifth Monday of June 2026 is its last, and June 2027 has four. */
  { "", "2026-06-29", 1, "2026-06-29..2026-06-29", KOYOMI_ROLL_SAME_WEEKDAY, "2027-06-28..2027-06-28", "" },
  { "every=year", "2026-06-29", 1, "rule", KOYOMI_ROLL_SAME_WEEKDAY, "2027-06-28..2027-06-28", "every=year weekday=lastmon" },
  /* Whole months stay whole, also into a leap year. */
  { "", "2027-02-01", 28, "2027-02-01..2027-02-28", KOYOMI_ROLL_BUSINESS_DAY, "2028-02-01..2028-02-29", "" },
  { "", "2026-08-01", 61, "2026-08-01..2026-09-30", KOYOMI_ROLL_SAME_WEEKDAY, "2027-08-01..2027-09-30", "" },

  { "every=year day=10", "2026-06-10", 3, "rule", KOYOMI_ROLL_BY_RULE, "2027-06-10..2027-06-12", "every=year day=10" },
  { "months=6,12 day=10", "2026-04-01", 3, "rule", KOYOMI_ROLL_SAME_WEEKDAY, "2027-06-09..2027-06-11 2027-12-08..2027-12-10",
    "months=6,12 weekday=2wed" },
  { "months=10 weekday=2sat", "2026-04-01", 2, "rule", KOYOMI_ROLL_SAME_DAY, "2027-10-10..2027-10-11", "months=10 day=10" },
  { "months=10 weekday=2sat", "2026-04-01", 2, "rule", KOYOMI_ROLL_BUSINESS_DAY, "2027-10-12..2027-10-13",
    "months=10 day=10 holiday=after" },
  { "every=6months", "2026-06-10", 1, "rule", KOYOMI_ROLL_SAME_WEEKDAY, "2027-06-09..2027-06-09 2027-12-08..2027-12-08",
    "every=6months weekday=2wed" },
  { "every=6months day=10 except=2026-12-10,2027-12-10", "2026-06-10", 1, "rule", KOYOMI_ROLL_SAME_WEEKDAY, "2027-06-09..2027-06-09",
    "every=6months weekday=2wed except=2027-12-08" },
  { "every=6months day=10 except=2027-12-10", "2026-06-10", 1, "rule", KOYOMI_ROLL_BY_RULE, "2027-06-10..2027-06-10",
    "every=6months day=10 except=2027-12-10" },
  { "every=2years day=5", "2025-06-05", 1, "rule", KOYOMI_ROLL_BY_RULE, "2027-06-05..2027-06-05", "every=2years day=5" },
  { "every=2years day=5", "2026-06-05", 1, "rule", KOYOMI_ROLL_BY_RULE, "", "every=2years day=5" },
  { "months=6 span=month", "2026-04-01", 1, "rule", KOYOMI_ROLL_BY_RULE, "2027-06-01..2027-06-30", "months=6 span=month" },
  { "every=year until=2026-12-31", "2026-06-10", 1, "rule", KOYOMI_ROLL_BY_RULE, "", "every=year until=2026-12-31" },
  { "every=16weeks", "2026-06-10", 1, "rule", KOYOMI_ROLL_BUSINESS_DAY, "2027-05-12..2027-05-12 2027-09-01..2027-09-01 2027-12-22..2027-12-22",
    "every=16weeks holiday=after" },
  { "every=6months from=completion", "2026-06-10", 1, "2026-12-20..2026-12-20", KOYOMI_ROLL_BY_RULE, "2027-06-20..2027-06-20",
    "every=6months from=completion" },
  { "every=6months from=completion", "2026-06-10", 1, "2026-08-20..2026-08-20", KOYOMI_ROLL_BY_RULE, "2027-08-20..2027-08-20",
    "every=6months from=completion" },
};

/* A rule that changed says nothing of the old year. */
static void
assert_old_year_is_full (Fixture      *self,
                         KoyomiRecord *activity)
{
  g_autoptr(KoyomiEdit) edit = begin (self);

  g_assert_cmpint (koyomi_edit_add_runs (edit, activity, koyomi_fiscal_year_get_first_day (from),
                                         koyomi_fiscal_year_get_last_day (from), NULL), ==, 0);
}

static void
test_days (Fixture       *self,
           gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(KoyomiRollOver) roll_over = NULL;
      g_autoptr(GPtrArray) activities = NULL;
      g_autofree char *runs = NULL;
      KoyomiRollActivity *activity;

      g_test_message ("case %u: %s", i, cases[i].rule);
      delete_activities (self);
      add_activity (self, cases[i].rule, cases[i].first_day, cases[i].duration, cases[i].old_runs);
      roll_over = plan (self);
      g_assert_cmpuint (roll_over->activities->len, ==, 1);
      activity = g_ptr_array_index (roll_over->activities, 0);
      g_assert_true (activity->anchors & (1u << cases[i].anchor));
      koyomi_roll_over_choose (roll_over, 0, KOYOMI_ROLL_KEEP, cases[i].anchor);
      settle_all (roll_over);
      apply (self, roll_over);

      runs = describe_runs (self);
      g_assert_cmpstr (runs, ==, cases[i].new_runs);
      activities = koyomi_session_list (self->session, KOYOMI_TABLE_ACTIVITY, 0, 0, KOYOMI_LANGUAGE_JA, NULL);
      g_assert_cmpstr (koyomi_record_get_text (g_ptr_array_index (activities, 0), KOYOMI_ACTIVITY_RULE), ==, cases[i].new_rule);
      if (!g_str_equal (cases[i].rule, cases[i].new_rule))
        assert_old_year_is_full (self, g_ptr_array_index (activities, 0));
    }
}

/* On 1 April by the rule, but done the business day before: a run of the new year all the same. */
static void
test_early_day (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(KoyomiRecord) day_off = koyomi_record_new (KOYOMI_TABLE_DAY_OFF);
  g_autoptr(KoyomiRollOver) roll_over = NULL;
  g_autoptr(KoyomiRollOver) again = NULL;
  g_autofree char *runs = NULL;
  KoyomiEdit *edit;

  delete_activities (self);
  edit = begin (self);
  koyomi_record_set_int (day_off, KOYOMI_DAY_OFF_FIRST_DAY, koyomi_day_new (2027, 4, 1));
  koyomi_record_set_int (day_off, KOYOMI_DAY_OFF_LAST_DAY, koyomi_day_new (2027, 4, 1));
  g_assert_true (koyomi_edit_insert (edit, day_off, NULL));
  commit (edit);
  add_activity (self, "months=4 day=1 holiday=before", "2025-04-01", 1, "2026-04-01..2026-04-01");

  roll_over = plan (self);
  apply (self, roll_over);
  runs = describe_runs (self);
  g_assert_cmpstr (runs, ==, "2027-03-31..2027-03-31");
  again = plan (self);
  g_assert_cmpuint (again->unfinished->len, ==, 0);
  g_assert_cmpuint (koyomi_roll_over_count (again).n_made, ==, 0);
}

/* Whatever is chosen the second time, no run stands in the new year twice. */
static void
test_twice (Fixture       *self,
            gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 n_runs[2];

      delete_activities (self);
      add_activity (self, cases[i].rule, cases[i].first_day, cases[i].duration, cases[i].old_runs);
      for (guint round = 0; round < 2; round++)
        {
          g_autoptr(KoyomiRollOver) roll_over = plan (self);
          KoyomiRollActivity *activity = g_ptr_array_index (roll_over->activities, 0);

          g_test_message ("case %u, round %u", i, round);
          if (round == 1)
            g_assert_cmpuint (koyomi_roll_over_count (roll_over).n_made, ==, 0);
          koyomi_roll_over_choose (roll_over, 0, KOYOMI_ROLL_KEEP,
                                   activity->anchors & (1u << KOYOMI_ROLL_SAME_DAY) ? KOYOMI_ROLL_SAME_DAY
                                   : activity->anchors & (1u << KOYOMI_ROLL_BY_RULE) ? KOYOMI_ROLL_BY_RULE : cases[i].anchor);
          if (round == 0)
            koyomi_roll_over_choose (roll_over, 0, KOYOMI_ROLL_KEEP, cases[i].anchor);
          settle_all (roll_over);
          apply (self, roll_over);
          n_runs[round] = koyomi_session_count (self->session, KOYOMI_TABLE_OCCURRENCE, NULL);
        }
      g_assert_cmpint (n_runs[1], ==, n_runs[0]);
    }
}

static const struct
{
  const char             *rule;
  const char             *first_day;
  int                     done;       /* days after the first that its run was done; -1 is not at all */
  int                     moved;      /* by how many days the next was moved by hand */
  int                     done_again;
  KoyomiUnfinishedAction  action;     /* for what is not finished */
  const char             *runs;       /* of the new year, by slot */
} completions[] = {
  { "every=year", "2026-06-10", 5, 0, -1, KOYOMI_UNFINISHED_CARRY, "2027-06-15..2027-06-15" },
  { "every=year", "2026-06-10", 5, 9, 8, KOYOMI_UNFINISHED_CARRY, "2027-06-24..2027-06-24" },
  { "every=year", "2026-06-10", 5, 0, 8, KOYOMI_UNFINISHED_CARRY, "2027-06-18..2027-06-18" },
  { "every=2years", "2026-06-10", 5, 0, -1, KOYOMI_UNFINISHED_CARRY, "2028-06-15..2028-06-15" },
  { "every=6months", "2026-06-10", 5, 0, -1, KOYOMI_UNFINISHED_CARRY, "" },
  { "every=6months", "2026-06-10", 5, 0, -1, KOYOMI_UNFINISHED_MISSED, "2027-06-15..2027-06-15" },
  { "every=6months", "2026-06-10", 5, 0, -1, KOYOMI_UNFINISHED_SKIP, "2027-06-15..2027-06-15" },
  { "every=month", "2026-06-10", 5, 0, -1, KOYOMI_UNFINISHED_SKIP, "2027-04-15..2027-04-15" },
  { "every=6months", "2026-06-10", -1, 0, -1, KOYOMI_UNFINISHED_MISSED, "2027-06-10..2027-06-10" },
  { "every=6months", "2024-06-10", -1, 0, -1, KOYOMI_UNFINISHED_MISSED, "2027-06-10..2027-06-10" },
  { "every=6months count=2", "2026-06-10", 5, 0, -1, KOYOMI_UNFINISHED_MISSED, "" },
  { "every=6months until=2027-06-14", "2026-06-10", 5, 0, -1, KOYOMI_UNFINISHED_MISSED, "" },
};

static gint64
get_run_id (Fixture *self,
            guint    number)
{
  g_autoptr(GPtrArray) runs = koyomi_session_list (self->session, KOYOMI_TABLE_OCCURRENCE, 0, 0, KOYOMI_LANGUAGE_JA, NULL);

  return number < runs->len ? koyomi_record_get_id (g_ptr_array_index (runs, number)) : 0;
}

static void
set_done (Fixture *self,
          gint64   run,
          guint32  day)
{
  g_autoptr(GError) error = NULL;

  koyomi_runs_set_status (self->session, &run, 1, KOYOMI_STATUS_DONE, day, NULL, KOYOMI_LANGUAGE_EN, &error);
  g_assert_no_error (error);
}

static void
add_first_run (Fixture *self,
               guint32  first_day)
{
  g_autoptr(GPtrArray) activities = koyomi_session_list (self->session, KOYOMI_TABLE_ACTIVITY, 0, 0, KOYOMI_LANGUAGE_JA, NULL);
  KoyomiEdit *edit = begin (self);

  g_assert_cmpint (koyomi_edit_add_runs (edit, g_ptr_array_index (activities, 0), first_day, first_day, NULL), ==, 1);
  commit (edit);
}

static void
move_next_run (Fixture *self,
               int      days)
{
  gint64 next = get_run_id (self, 1);

  g_assert_true (koyomi_runs_move (self->session, &next, 1, days, KOYOMI_LANGUAGE_EN, NULL));
}

/* What is done has brought its next run already; what is given up in the roll-over brings it then. */
static void
test_completion (Fixture       *self,
                 gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (completions); i++)
    {
      g_auto(GStrv) words = g_strsplit (completions[i].rule, " ", 2);
      g_autofree char *rule = g_strjoin (" ", words[0], "from=completion", words[1], NULL);
      guint32 first_day = koyomi_day_parse (completions[i].first_day, NULL);
      gint64 first;

      g_test_message ("case %u: %s", i, rule);
      delete_activities (self);
      add_activity (self, rule, completions[i].first_day, 1, "");
      add_first_run (self, first_day);
      first = get_run_id (self, 0);
      if (completions[i].done >= 0)
        set_done (self, first, first_day + completions[i].done);
      if (completions[i].moved != 0)
        move_next_run (self, completions[i].moved);
      if (completions[i].done_again >= 0)
        set_done (self, first, first_day + completions[i].done_again);

      for (guint round = 0; round < 2; round++)
        {
          g_autoptr(KoyomiRollOver) roll_over = plan (self);
          g_autofree char *runs = NULL;

          for (guint j = 0; j < roll_over->unfinished->len; j++)
            koyomi_roll_over_settle (roll_over, j, completions[i].action, 0, "委託先の都合");
          if (round == 1)
            g_assert_cmpuint (koyomi_roll_over_count (roll_over).n_made, ==, 0);
          apply (self, roll_over);
          runs = describe_runs (self);
          g_assert_cmpstr (runs, ==, completions[i].runs);
        }
    }
}

/* Returns: how many meetings the new year has */
static guint
count_meetings (Fixture *self)
{
  g_autoptr(GPtrArray) meetings = koyomi_session_list (self->session, KOYOMI_TABLE_MEETING, 0, 0, KOYOMI_LANGUAGE_JA, NULL);
  guint n = 0;

  for (guint i = 0; i < meetings->len; i++)
    {
      guint32 day = koyomi_record_get_day (g_ptr_array_index (meetings, i), KOYOMI_MEETING_DAY);

      n += day >= koyomi_fiscal_year_get_first_day (to) && day <= koyomi_fiscal_year_get_last_day (to);
    }

  return n;
}

static char *
describe_meetings (Fixture *self,
                   gint64   committee)
{
  g_autoptr(GPtrArray) meetings = koyomi_session_list (self->session, KOYOMI_TABLE_MEETING, KOYOMI_MEETING_COMMITTEE, committee,
                                                       KOYOMI_LANGUAGE_JA, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < meetings->len; i++)
    {
      g_autofree char *day = koyomi_day_format (koyomi_record_get_day (g_ptr_array_index (meetings, i), KOYOMI_MEETING_DAY));

      if (g_strcmp0 (day, "2027-04-01") >= 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", day);
    }

  return g_string_free (text, FALSE);
}

/* A meeting that stands in the new year already counts for the day by the rule that it is nearest to; without a rule none is made. */
static void
test_meetings (Fixture       *self,
               gconstpointer  data)
{
  static const char * const rules[] = { "every=quarter month=3 day=15", "" };
  static const char * const expected[] = { "2027-06-17 2027-09-15 2027-12-15 2028-03-15", "" };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr(KoyomiRecord) committee = koyomi_record_new (KOYOMI_TABLE_COMMITTEE);
      g_autoptr(KoyomiRecord) meeting = koyomi_record_new (KOYOMI_TABLE_MEETING);
      g_autoptr(KoyomiRollOver) roll_over = NULL;
      g_autofree char *meetings = NULL;
      KoyomiEdit *edit = begin (self);

      koyomi_record_set_text (committee, KOYOMI_COMMITTEE_NAME, "内部監査会");
      koyomi_record_set_text (committee, KOYOMI_COMMITTEE_RULE, rules[i]);
      koyomi_record_set_int (meeting, KOYOMI_MEETING_COMMITTEE, koyomi_record_get_id (committee));
      koyomi_record_set_int (meeting, KOYOMI_MEETING_DAY, koyomi_day_parse (i == 0 ? "2027-06-17" : "2027-03-17", NULL));
      g_assert_true (koyomi_edit_insert (edit, committee, NULL));
      g_assert_true (koyomi_edit_insert (edit, meeting, NULL));
      commit (edit);

      roll_over = plan (self);
      settle_all (roll_over);
      apply (self, roll_over);
      meetings = describe_meetings (self, koyomi_record_get_id (committee));
      g_assert_cmpstr (meetings, ==, expected[i]);
      g_assert_true (koyomi_session_undo (self->session, NULL));
    }
}

static void
test_sample (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *before = koyomi_test_content_hash (self->session);
  g_autofree char *untouched = NULL;
  g_autofree char *after = NULL;
  g_autoptr(KoyomiRollOver) roll_over = plan (self);
  g_autoptr(KoyomiRollOver) again = NULL;
  g_autoptr(GPtrArray) lacks = koyomi_roll_over_check (roll_over, KOYOMI_LANGUAGE_EN);
  g_autoptr(GError) error = NULL;
  KoyomiRollCounts counts = koyomi_roll_over_count (roll_over);

  g_assert_true (roll_over->close_year);
  g_assert_cmpuint (roll_over->unfinished->len, >, 5);
  g_assert_cmpuint (lacks->len, ==, roll_over->unfinished->len);
  g_assert_cmpuint (counts.n_new, ==, counts.n_old - counts.n_dropped + counts.n_added);
  g_assert_cmpuint (counts.n_made, >, 50);
  g_assert_cmpuint (counts.n_carried, ==, counts.n_unfinished);
  g_assert_cmpuint (count_meetings (self), ==, 0);
  g_assert_cmpuint (counts.n_meetings, >, 20);
  g_assert_cmpuint (counts.n_meetings_made, ==, counts.n_meetings);

  g_assert_false (koyomi_roll_over_apply (roll_over, self->session, KOYOMI_LANGUAGE_EN, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
  untouched = koyomi_test_content_hash (self->session);
  g_assert_cmpstr (untouched, ==, before);

  settle_all (roll_over);
  koyomi_roll_over_choose (roll_over, 0, KOYOMI_ROLL_DROP, 0);
  koyomi_roll_over_choose (roll_over, 5, KOYOMI_ROLL_DROP, 0);
  counts = koyomi_roll_over_count (roll_over);
  g_assert_cmpuint (counts.n_dropped, >=, 2);
  g_assert_cmpuint (counts.n_new, ==, counts.n_old - counts.n_dropped + counts.n_added);
  g_assert_cmpuint (counts.n_carried + counts.n_missed + counts.n_skipped, ==, counts.n_unfinished);
  apply (self, roll_over);
  koyomi_test_plan_verify (self->session);
  g_assert_true (koyomi_session_is_year_closed (self->session, from));

  again = plan (self);
  g_assert_cmpuint (again->unfinished->len, ==, 0);
  g_assert_cmpuint (koyomi_roll_over_count (again).n_made, ==, 0);
  g_assert_cmpuint (koyomi_roll_over_count (again).n_new, ==, counts.n_new);
  g_assert_cmpuint (koyomi_roll_over_count (again).n_runs, ==, counts.n_runs);
  g_assert_cmpuint (count_meetings (self), ==, counts.n_meetings);
  g_assert_cmpuint (koyomi_roll_over_count (again).n_meetings, ==, counts.n_meetings);
  g_assert_cmpuint (koyomi_roll_over_count (again).n_meetings_made, ==, 0);

  g_assert_true (koyomi_session_undo (self->session, NULL));
  after = koyomi_test_content_hash (self->session);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (koyomi_session_is_year_closed (self->session, from));
}

static KoyomiRollUnfinished *
get_unfinished (KoyomiRollOver *roll_over,
                guint           number)
{
  return g_ptr_array_index (roll_over->unfinished, number);
}

static void
test_unfinished (Fixture       *self,
                 gconstpointer  data)
{
  static const KoyomiUnfinishedAction actions[] = { KOYOMI_UNFINISHED_CARRY, KOYOMI_UNFINISHED_MISSED, KOYOMI_UNFINISHED_SKIP };
  static const KoyomiStatus statuses[] = { KOYOMI_STATUS_PLANNED, KOYOMI_STATUS_MISSED, KOYOMI_STATUS_SKIPPED };
  g_autoptr(KoyomiRollOver) roll_over = plan (self);
  guint32 new_first = koyomi_day_new (2027, 5, 10);
  guint length;

  settle_all (roll_over);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    koyomi_roll_over_settle (roll_over, i, actions[i], new_first, "予算の都合");
  length = get_unfinished (roll_over, 0)->last_day - get_unfinished (roll_over, 0)->first_day;
  apply (self, roll_over);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    for (guint language = 0; language < KOYOMI_N_LANGUAGES; language++)
      {
        g_autoptr(KoyomiRecord) run = koyomi_session_get (self->session, KOYOMI_TABLE_OCCURRENCE,
                                                          get_unfinished (roll_over, i)->occurrence_id, language, NULL);

        if (actions[i] == KOYOMI_UNFINISHED_CARRY)
          g_assert_true (koyomi_record_get_int (run, KOYOMI_OCCURRENCE_STATUS) <= KOYOMI_STATUS_DOING);
        else
          g_assert_cmpint (koyomi_record_get_int (run, KOYOMI_OCCURRENCE_STATUS), ==, statuses[i]);
        g_assert_cmpstr (koyomi_record_get_text (run, KOYOMI_OCCURRENCE_REASON), ==, "予算の都合");
        if (i == 0)
          {
            g_assert_cmpuint (koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY), ==, new_first);
            g_assert_cmpuint (koyomi_record_get_day (run, KOYOMI_OCCURRENCE_LAST_DAY), ==, new_first + length);
            g_assert_true (koyomi_occurrence_is_moved (run));
          }
      }
}

static guint
count_lacks (KoyomiRollOver *roll_over)
{
  g_autoptr(GPtrArray) lacks = koyomi_roll_over_check (roll_over, KOYOMI_LANGUAGE_JA);

  return lacks->len;
}

static void
test_check (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(KoyomiRollOver) roll_over = plan (self);
  static const struct
  {
    KoyomiUnfinishedAction  action;
    const char             *reason;
    int                     day;   /* of the new year */
    gboolean                closes;
    guint                   n_lacks;
  } settlements[] = {
    { KOYOMI_UNFINISHED_CARRY, "x", 0, TRUE, 0 },
    { KOYOMI_UNFINISHED_CARRY, "", 0, TRUE, 1 },
    { KOYOMI_UNFINISHED_CARRY, "　 ", 0, TRUE, 1 },
    { KOYOMI_UNFINISHED_CARRY, "x", -1, TRUE, 1 },
    { KOYOMI_UNFINISHED_CARRY, "x", 365, TRUE, 0 },
    { KOYOMI_UNFINISHED_CARRY, "x", 366, TRUE, 1 },
    { KOYOMI_UNFINISHED_MISSED, "", 0, TRUE, 1 },
    { KOYOMI_UNFINISHED_MISSED, "x", 0, TRUE, 0 },
    { KOYOMI_UNFINISHED_SKIP, NULL, 0, TRUE, 1 },
    { KOYOMI_UNFINISHED_SKIP, "x", 0, TRUE, 0 },
    { KOYOMI_UNFINISHED_LEAVE, "", 0, TRUE, 1 },
    { KOYOMI_UNFINISHED_LEAVE, "", 0, FALSE, 0 },
  };

  settle_all (roll_over);
  for (guint i = 0; i < G_N_ELEMENTS (settlements); i++)
    {
      g_test_message ("settlement %u", i);
      roll_over->close_year = settlements[i].closes;
      koyomi_roll_over_settle (roll_over, 0, settlements[i].action, koyomi_fiscal_year_get_first_day (to) + settlements[i].day,
                               settlements[i].reason);
      g_assert_cmpuint (count_lacks (roll_over), ==, settlements[i].n_lacks);
    }
}

/* In the middle of the year nothing is closed, and what can still be done is left. */
static void
test_early (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(KoyomiRollOver) roll_over = NULL;
  KoyomiRollCounts counts;

  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));
  roll_over = plan (self);
  counts = koyomi_roll_over_count (roll_over);
  g_assert_false (roll_over->close_year);
  g_assert_cmpuint (counts.n_left, >, 0);
  g_assert_cmpuint (counts.n_carried, >, 0);
  for (guint i = 0; i < roll_over->unfinished->len; i++)
    if (get_unfinished (roll_over, i)->action == KOYOMI_UNFINISHED_CARRY)
      koyomi_roll_over_settle (roll_over, i, KOYOMI_UNFINISHED_CARRY, 0, "遅れ");
  apply (self, roll_over);
  g_assert_false (koyomi_session_is_year_closed (self->session, from));
}

/* What was planned of a dropped activity for the new year goes; what was begun there keeps it from being dropped. */
static void
test_drop (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(KoyomiRollOver) roll_over = NULL;
  g_autoptr(KoyomiRollOver) again = NULL;
  g_autoptr(GPtrArray) runs = NULL;
  g_autoptr(GPtrArray) activities = NULL;
  KoyomiEdit *edit;

  delete_activities (self);
  add_activity (self, "every=6months day=10 count=9", "2026-06-10", 1, "rule");
  roll_over = plan (self);
  settle_all (roll_over);
  apply (self, roll_over);

  again = plan (self);
  g_assert_cmpuint (((KoyomiRollActivity *) g_ptr_array_index (again->activities, 0))->runs->len, ==, 2);
  koyomi_roll_over_choose (again, 0, KOYOMI_ROLL_DROP, 0);
  g_assert_cmpuint (((KoyomiRollActivity *) g_ptr_array_index (again->activities, 0))->n_removed, ==, 2);
  g_assert_cmpuint (koyomi_roll_over_count (again).n_new, ==, 0);
  g_assert_cmpuint (count_lacks (again), ==, 0);
  apply (self, again);
  activities = koyomi_session_list (self->session, KOYOMI_TABLE_ACTIVITY, 0, 0, KOYOMI_LANGUAGE_JA, NULL);
  g_assert_cmpstr (koyomi_record_get_text (g_ptr_array_index (activities, 0), KOYOMI_ACTIVITY_RULE), ==,
                   "every=6months day=10 until=2027-03-31");
  g_assert_true (koyomi_session_undo (self->session, NULL));

  runs = koyomi_session_list (self->session, KOYOMI_TABLE_OCCURRENCE, 0, 0, KOYOMI_LANGUAGE_JA, NULL);
  edit = begin (self);
  g_assert_true (koyomi_occurrence_set_status (g_ptr_array_index (runs, runs->len - 1), KOYOMI_STATUS_DOING,
                                               koyomi_day_new (2027, 12, 10), NULL, NULL));
  g_assert_true (koyomi_edit_update (edit, g_ptr_array_index (runs, runs->len - 1), NULL));
  commit (edit);
  koyomi_roll_over_free (again);
  again = plan (self);
  koyomi_roll_over_choose (again, 0, KOYOMI_ROLL_DROP, 0);
  g_assert_cmpuint (count_lacks (again), ==, 1);
}

/* A repeated run takes its own name along, in both languages. */
static void
test_texts (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(KoyomiRollOver) roll_over = NULL;
  g_autoptr(GPtrArray) runs = NULL;
  KoyomiEdit *edit;

  delete_activities (self);
  add_activity (self, "", "2026-06-10", 1, "2026-06-10..2026-06-10");
  runs = koyomi_session_list (self->session, KOYOMI_TABLE_OCCURRENCE, 0, 0, KOYOMI_LANGUAGE_JA, NULL);
  edit = begin (self);
  koyomi_record_set_text (g_ptr_array_index (runs, 0), KOYOMI_OCCURRENCE_TITLE, "第1回");
  g_assert_true (koyomi_edit_update (edit, g_ptr_array_index (runs, 0), NULL));
  g_assert_true (koyomi_edit_translate (edit, KOYOMI_OCCURRENCE_TITLE, koyomi_record_get_id (g_ptr_array_index (runs, 0)), "First", NULL));
  commit (edit);
  roll_over = plan (self);
  apply (self, roll_over);

  for (guint language = 0; language < KOYOMI_N_LANGUAGES; language++)
    {
      g_ptr_array_unref (runs);
      runs = koyomi_session_list (self->session, KOYOMI_TABLE_OCCURRENCE, 0, 0, language, NULL);
      g_assert_cmpuint (runs->len, ==, 2);
      g_assert_cmpstr (koyomi_record_get_title (g_ptr_array_index (runs, 1)), ==, language == KOYOMI_LANGUAGE_JA ? "第1回" : "First");
      g_assert_cmpint (koyomi_record_get_int (g_ptr_array_index (runs, 1), KOYOMI_OCCURRENCE_STATUS), ==, KOYOMI_STATUS_PLANNED);
    }
}

static void
test_changed_since (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr(KoyomiRollOver) roll_over = plan (self);
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  settle_all (roll_over);
  add_activity (self, "", "2027-06-10", 1, "2027-06-10..2027-06-10");
  before = koyomi_test_content_hash (self->session);
  g_assert_false (koyomi_roll_over_apply (roll_over, self->session, KOYOMI_LANGUAGE_JA, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONFLICT);
  after = koyomi_test_content_hash (self->session);
  g_assert_cmpstr (after, ==, before);
}

static void
test_closed_year (Fixture       *self,
                  gconstpointer  data)
{
  g_autofree char *before = koyomi_test_content_hash (self->session);
  g_autofree char *after = NULL;
  g_autoptr(GPtrArray) bookmarks = NULL;

  g_assert_false (koyomi_session_is_year_closed (self->session, from));
  g_assert_true (koyomi_session_close_year (self->session, from, KOYOMI_LANGUAGE_EN, NULL));
  g_assert_true (koyomi_session_close_year (self->session, from, KOYOMI_LANGUAGE_EN, NULL));
  g_assert_true (koyomi_session_is_year_closed (self->session, from));
  g_assert_false (koyomi_session_is_year_closed (self->session, to));
  g_assert_false (koyomi_session_is_year_closed (self->session, (KoyomiFiscalYear) { 2025, 4 }));
  g_assert_false (koyomi_session_is_day_closed (self->session, koyomi_day_new (2026, 3, 31)));
  g_assert_true (koyomi_session_is_day_closed (self->session, koyomi_day_new (2026, 4, 1)));
  g_assert_true (koyomi_session_is_day_closed (self->session, koyomi_day_new (2027, 3, 31)));
  g_assert_false (koyomi_session_is_day_closed (self->session, koyomi_day_new (2027, 4, 1)));

  g_assert_true (koyomi_session_open_year (self->session, from, KOYOMI_LANGUAGE_EN, NULL));
  g_assert_false (koyomi_session_is_year_closed (self->session, from));
  g_assert_true (koyomi_session_close_year (self->session, from, KOYOMI_LANGUAGE_EN, NULL));
  bookmarks = koyomi_session_list (self->session, KOYOMI_TABLE_BOOKMARK, 0, 0, KOYOMI_LANGUAGE_EN, NULL);
  g_assert_cmpuint (bookmarks->len, ==, 2);
  g_assert_cmpstr (koyomi_record_get_title (g_ptr_array_index (bookmarks, 0)), ==, "Close of FY2026");
  g_assert_cmpstr (koyomi_record_get_title (g_ptr_array_index (bookmarks, 1)), ==, "Close of FY2026 (2)");

  for (int i = 0; i < 3; i++)
    g_assert_true (koyomi_session_undo (self->session, NULL));
  after = koyomi_test_content_hash (self->session);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (koyomi_session_is_year_closed (self->session, from));
}

static void
assert_closed (Fixture   *self,
               gboolean   done,
               GError   **error)
{
  g_assert_false (done);
  g_assert_error (*error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CLOSED);
  g_clear_error (error);
}

static gint64
get_activity_id (Fixture *self)
{
  g_autoptr(GPtrArray) activities = koyomi_session_list (self->session, KOYOMI_TABLE_ACTIVITY, 0, 0, KOYOMI_LANGUAGE_JA, NULL);

  return koyomi_record_get_id (g_ptr_array_index (activities, 0));
}

static gint64
get_function_id (Fixture *self,
                 guint    number)
{
  g_autoptr(GPtrArray) functions = koyomi_session_list (self->session, KOYOMI_TABLE_FUNCTION, 0, 0, KOYOMI_LANGUAGE_JA, NULL);

  return koyomi_record_get_id (g_ptr_array_index (functions, number));
}

/* A run of the closed year and one of the next. */
static void
test_closed_edits (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr(KoyomiRecord) run = NULL;
  g_autoptr(KoyomiRecord) activity = NULL;
  g_autoptr(GArray) copies = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 ids[2];
  KoyomiEdit *edit;

  delete_activities (self);
  add_activity (self, "every=year day=10", "2026-06-10", 1, "2026-06-10..2026-06-10 2027-06-10..2027-06-10");
  g_assert_true (koyomi_session_close_year (self->session, from, KOYOMI_LANGUAGE_EN, NULL));
  before = koyomi_test_content_hash (self->session);
  for (guint i = 0; i < 2; i++)
    ids[i] = get_run_id (self, i);

  assert_closed (self, koyomi_runs_move (self->session, ids, 2, 1, KOYOMI_LANGUAGE_EN, &error), &error);
  assert_closed (self, koyomi_runs_move (self->session, ids, 1, 365, KOYOMI_LANGUAGE_EN, &error), &error);
  assert_closed (self, koyomi_runs_set_status (self->session, ids, 1, KOYOMI_STATUS_PLANNED, 0, NULL, KOYOMI_LANGUAGE_EN, &error), &error);
  assert_closed (self, koyomi_runs_delete (self->session, ids, 1, KOYOMI_LANGUAGE_EN, &error), &error);
  assert_closed (self, koyomi_session_remove (self->session, KOYOMI_TABLE_OCCURRENCE, ids[0], KOYOMI_LANGUAGE_EN, &error), &error);
  copies = koyomi_runs_copy (self->session, ids, 1, 10, 0, KOYOMI_LANGUAGE_EN, &error);
  assert_closed (self, copies != NULL, &error);
  assert_closed (self, koyomi_activity_delete (self->session, get_activity_id (self), 0, KOYOMI_SCOPE_ALL, KOYOMI_LANGUAGE_EN, &error),
                 &error);

  run = koyomi_session_get (self->session, KOYOMI_TABLE_OCCURRENCE, ids[0], KOYOMI_LANGUAGE_EN, NULL);
  koyomi_record_set_text (run, KOYOMI_OCCURRENCE_RESULT, "x");
  assert_closed (self, koyomi_session_save (self->session, run, KOYOMI_LANGUAGE_EN, &error), &error);
  activity = koyomi_session_get (self->session, KOYOMI_TABLE_ACTIVITY, get_activity_id (self), KOYOMI_LANGUAGE_EN, NULL);
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FUNCTION, get_function_id (self, 1));
  assert_closed (self, koyomi_activity_change (self->session, activity, 0, KOYOMI_SCOPE_ALL, KOYOMI_LANGUAGE_EN, &error), &error);

  edit = begin (self);
  assert_closed (self, koyomi_edit_translate (edit, KOYOMI_OCCURRENCE_TITLE, ids[0], "x", &error), &error);
  koyomi_edit_free (edit);
  after = koyomi_test_content_hash (self->session);
  g_assert_cmpstr (after, ==, before);

  /* The activity and the next year's run are free. */
  koyomi_activity_change (self->session, activity, ids[1], KOYOMI_SCOPE_LATER, KOYOMI_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  g_assert_true (koyomi_runs_move (self->session, &ids[1], 1, -1, KOYOMI_LANGUAGE_EN, &error));
  g_assert_true (koyomi_session_open_year (self->session, from, KOYOMI_LANGUAGE_EN, &error));
  g_assert_true (koyomi_runs_move (self->session, ids, 2, 1, KOYOMI_LANGUAGE_EN, &error));
  g_assert_no_error (error);
}

/* What was carried over can be done, whatever slot it had; what is left elsewhere is settled by the roll-over alone. */
static void
test_closed_carry (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr(KoyomiRollOver) roll_over = NULL;
  g_autoptr(GError) error = NULL;
  gint64 run;

  delete_activities (self);
  add_activity (self, "every=2years", "2026-06-10", 1, "");
  add_first_run (self, koyomi_day_new (2026, 6, 10));
  g_assert_true (koyomi_session_close_year (self->session, from, KOYOMI_LANGUAGE_EN, NULL));
  run = get_run_id (self, 0);
  assert_closed (self, koyomi_runs_set_status (self->session, &run, 1, KOYOMI_STATUS_DOING, koyomi_day_today (), NULL,
                                               KOYOMI_LANGUAGE_EN, &error), &error);

  roll_over = plan (self);
  settle_all (roll_over);
  apply (self, roll_over);
  set_done (self, run, koyomi_day_new (2027, 4, 5));
  g_assert_true (koyomi_runs_assign (self->session, &run, 1, 0, KOYOMI_LANGUAGE_EN, &error));
  assert_closed (self, koyomi_run_set_days (self->session, run, koyomi_day_new (2026, 6, 10), koyomi_day_new (2026, 6, 11),
                                            KOYOMI_LANGUAGE_EN, &error), &error);
}

#define ADD(path, func) g_test_add ("/session/roll-over/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  ADD ("days-of-the-new-year", test_days);
  ADD ("run-before-the-year-belongs-to-it", test_early_day);
  ADD ("second-time-adds-nothing", test_twice);
  ADD ("next-run-by-completion-comes-once", test_completion);
  ADD ("committees-meet-by-their-rules", test_meetings);
  ADD ("counts-add-up-and-undo-restores", test_sample);
  ADD ("unfinished-runs-are-carried-or-closed", test_unfinished);
  ADD ("check-says-what-is-missing", test_check);
  ADD ("early-one-leaves-what-can-be-done", test_early);
  ADD ("dropped-activity-ends", test_drop);
  ADD ("repeated-run-keeps-its-name", test_texts);
  ADD ("changed-plan-is-left-alone", test_changed_since);
  ADD ("closed-year-can-be-opened-again", test_closed_year);
  ADD ("closed-year-is-not-edited", test_closed_edits);
  ADD ("carried-run-is-free-in-the-new-year", test_closed_carry);

  return koyomi_test_folder_finish (g_test_run ());
}
