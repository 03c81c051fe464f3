#include "koyomi-activity-edit.h"
#include "koyomi-day.h"
#include "koyomi-record-edit.h"
#include "koyomi-run-edit.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"
#include "koyomi-workload.h"

#include <math.h>

#define JA KOYOMI_LANGUAGE_JA
#define EN KOYOMI_LANGUAGE_EN

typedef struct
{
  KoyomiSession    *session;
  KoyomiFiscalYear  year;
  gint64            function;
  gint64            teams[3];
} Fixture;

static gint64
add (Fixture      *self,
     KoyomiRecord *record)
{
  g_autoptr(GError) error = NULL;
  gint64 id = koyomi_session_add (self->session, record, EN, &error);

  g_assert_no_error (error);
  g_object_unref (record);

  return id;
}

static gint64
add_team (Fixture    *self,
          const char *name,
          double      capacity)
{
  KoyomiRecord *team = koyomi_record_new (KOYOMI_TABLE_TEAM);

  koyomi_record_set_text (team, KOYOMI_TEAM_CODE, name);
  koyomi_record_set_text (team, KOYOMI_TEAM_NAME, name);
  koyomi_record_set_real (team, KOYOMI_TEAM_CAPACITY, capacity);

  return add (self, team);
}

static void
add_function (Fixture *self)
{
  g_autoptr(GPtrArray) catalogues = koyomi_session_list (self->session, KOYOMI_TABLE_CATALOGUE, 0, 0, JA, NULL);
  KoyomiRecord *group = koyomi_record_new (KOYOMI_TABLE_GROUP);
  KoyomiRecord *function = koyomi_record_new (KOYOMI_TABLE_FUNCTION);

  koyomi_record_set_int (group, KOYOMI_GROUP_CATALOGUE, koyomi_record_get_id (g_ptr_array_index (catalogues, 0)));
  koyomi_record_set_text (group, KOYOMI_GROUP_NAME, "group");
  koyomi_record_set_int (function, KOYOMI_FUNCTION_GROUP, add (self, group));
  koyomi_record_set_text (function, KOYOMI_FUNCTION_NAME, "function");
  self->function = add (self, function);
}

static void
set_up_in (Fixture        *self,
           KoyomiTemplate  template)
{
  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));
  self->year = (KoyomiFiscalYear) { 2026, 4 };
  self->session = koyomi_test_plan_start (template, JA);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  set_up_in (self, KOYOMI_TEMPLATE_EMPTY);
  add_function (self);
  self->teams[0] = add_team (self, "first", 20);
  self->teams[1] = add_team (self, "second", 10);
  self->teams[2] = add_team (self, "third", NAN);
}

static void
set_up_sample (Fixture       *self,
               gconstpointer  data)
{
  set_up_in (self, KOYOMI_TEMPLATE_SAMPLE);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_finalize_object (self->session);
}

/* @team: 0 for whoever does the function; @effort: NAN for unknown */
static gint64
add_activity (Fixture    *self,
              gint64      team,
              const char *rule,
              guint32     first_day,
              int         duration,
              double      effort,
              double      cost)
{
  g_autoptr(KoyomiRecord) activity = koyomi_record_new (KOYOMI_TABLE_ACTIVITY);
  g_autoptr(GError) error = NULL;
  gint64 id;

  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FUNCTION, self->function);
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_TEAM, team);
  koyomi_record_set_text (activity, KOYOMI_ACTIVITY_TITLE, "work");
  koyomi_record_set_text (activity, KOYOMI_ACTIVITY_RULE, rule);
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FIRST_DAY, first_day);
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_DURATION, duration);
  koyomi_record_set_real (activity, KOYOMI_ACTIVITY_EFFORT, effort);
  koyomi_record_set_real (activity, KOYOMI_ACTIVITY_COST, cost);
  id = koyomi_activity_create (self->session, activity, koyomi_fiscal_year_get_first_day (self->year),
                               koyomi_fiscal_year_get_last_day (self->year), TRUE, EN, &error);
  g_assert_no_error (error);

  return id;
}

static void
assign (Fixture    *self,
        gint64      team,
        const char *letters,
        guint32     from_day,
        guint32     to_day)
{
  KoyomiRecord *record = koyomi_record_new (KOYOMI_TABLE_ASSIGNMENT);

  koyomi_record_set_int (record, KOYOMI_ASSIGNMENT_FUNCTION, self->function);
  koyomi_record_set_int (record, KOYOMI_ASSIGNMENT_TEAM, team);
  koyomi_record_set_text (record, KOYOMI_ASSIGNMENT_LETTERS, letters);
  koyomi_record_set_int (record, KOYOMI_ASSIGNMENT_FROM_DAY, from_day);
  koyomi_record_set_int (record, KOYOMI_ASSIGNMENT_TO_DAY, to_day);
  add (self, record);
}

static KoyomiWorkload *
load (Fixture *self)
{
  g_autoptr(GError) error = NULL;
  KoyomiWorkload *workload = koyomi_session_load_workload (self->session, self->year, EN, &error);

  g_assert_no_error (error);

  return workload;
}

/* Returns: borrowed; NULL for what nobody does, when there is none */
static KoyomiTeamLoad *
get_team (KoyomiWorkload *workload,
          gint64          id)
{
  for (guint i = 0; i < workload->teams->len; i++)
    {
      KoyomiTeamLoad *team = g_ptr_array_index (workload->teams, i);

      if ((team->team != NULL ? koyomi_record_get_id (team->team) : 0) == id)
        return team;
    }

  return NULL;
}

static void
assert_planned (KoyomiTeamLoad *team,
                const char     *expected)
{
  g_auto(GStrv) words = g_strsplit (expected, " ", -1);

  for (guint i = 0; i < 12; i++)
    g_assert_cmpfloat_with_epsilon (team->months[i].planned, g_ascii_strtod (words[i], NULL), 1e-9);
}

/* Monday 29 June to Friday 3 July: two working days, then three. */
static void
test_spreads (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(KoyomiWorkload) workload = NULL;
  const KoyomiActivityLoad *activity;

  add_activity (self, self->teams[0], "", koyomi_day_new (2026, 6, 29), 5, 10, 500);
  workload = load (self);
  assert_planned (get_team (workload, self->teams[0]), "0 0 4 6 0 0 0 0 0 0 0 0");
  assert_planned (get_team (workload, self->teams[1]), "0 0 0 0 0 0 0 0 0 0 0 0");
  g_assert_null (get_team (workload, 0));
  g_assert_cmpfloat (get_team (workload, self->teams[0])->year.planned, ==, 10);
  g_assert_cmpuint (workload->activities->len, ==, 1);
  activity = g_ptr_array_index (workload->activities, 0);
  g_assert_cmpfloat (activity->days[0], ==, 4);
  g_assert_cmpfloat (activity->days[1], ==, 6);
  g_assert_cmpfloat (activity->cost[0], ==, 200);
  g_assert_cmpfloat (activity->cost[1], ==, 300);
  g_assert_true (activity->is_estimated);
}

/* Whoever does the function on the first day of the run shares it; the run's own team comes before all. */
static void
test_shares (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(KoyomiWorkload) unassigned = NULL;
  g_autoptr(KoyomiWorkload) shared = NULL;
  g_autoptr(KoyomiWorkload) assigned = NULL;
  g_autoptr(GPtrArray) runs = NULL;
  gint64 activity = add_activity (self, 0, "every=quarter month=1 day=15 holiday=after", koyomi_day_new (2026, 4, 1), 1, 6, NAN);
  gint64 run;

  unassigned = load (self);
  assert_planned (get_team (unassigned, 0), "6 0 0 6 0 0 6 0 0 6 0 0");
  g_assert_true (isnan (get_team (unassigned, 0)->months[0].capacity));
  g_assert_true (((KoyomiTeamLoad *) g_ptr_array_index (unassigned->teams, unassigned->teams->len - 1))->team == NULL);

  assign (self, self->teams[0], "RA", 0, 0);
  assign (self, self->teams[1], "R", koyomi_day_new (2026, 7, 1), koyomi_day_new (2026, 12, 31));
  assign (self, self->teams[2], "C", 0, 0);
  shared = load (self);
  assert_planned (get_team (shared, self->teams[0]), "6 0 0 3 0 0 3 0 0 6 0 0");
  assert_planned (get_team (shared, self->teams[1]), "0 0 0 3 0 0 3 0 0 0 0 0");
  g_assert_null (get_team (shared, 0));

  runs = koyomi_session_list (self->session, KOYOMI_TABLE_OCCURRENCE, KOYOMI_OCCURRENCE_ACTIVITY, activity, JA, NULL);
  run = koyomi_record_get_id (g_ptr_array_index (runs, 1));
  g_assert_true (koyomi_runs_assign (self->session, &run, 1, self->teams[2], EN, NULL));
  assigned = load (self);
  assert_planned (get_team (assigned, self->teams[0]), "6 0 0 0 0 0 3 0 0 6 0 0");
  assert_planned (get_team (assigned, self->teams[2]), "0 0 0 6 0 0 0 0 0 0 0 0");
}

/* What does not happen is no work, and what was done was. */
static void
test_states (Fixture       *self,
             gconstpointer  data)
{
  static const KoyomiStatus statuses[] = { KOYOMI_STATUS_DONE, KOYOMI_STATUS_SKIPPED, KOYOMI_STATUS_MISSED };
  gint64 activity = add_activity (self, self->teams[0], "every=month day=10 holiday=after", koyomi_day_new (2026, 4, 1), 1, 2, NAN);
  g_autoptr(GPtrArray) runs = koyomi_session_list (self->session, KOYOMI_TABLE_OCCURRENCE, KOYOMI_OCCURRENCE_ACTIVITY, activity, JA, NULL);
  g_autoptr(KoyomiWorkload) workload = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      gint64 run = koyomi_record_get_id (g_ptr_array_index (runs, i));

      g_assert_true (koyomi_runs_set_status (self->session, &run, 1, statuses[i], koyomi_day_today (), "reason", EN, NULL));
    }
  workload = load (self);
  assert_planned (get_team (workload, self->teams[0]), "2 0 0 2 2 2 2 2 2 2 2 2");
}

/* A run that nobody has estimated is counted, and told. */
static void
test_unknown (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(KoyomiWorkload) workload = NULL;
  KoyomiTeamLoad *team;

  add_activity (self, self->teams[0], "", koyomi_day_new (2026, 6, 29), 5, NAN, NAN);
  add_activity (self, self->teams[0], "", koyomi_day_new (2026, 7, 6), 1, 30, NAN);
  workload = load (self);
  team = get_team (workload, self->teams[0]);
  g_assert_cmpuint (team->months[2].n_unknown, ==, 1);
  g_assert_cmpuint (team->months[3].n_unknown, ==, 1);
  g_assert_cmpuint (team->months[4].n_unknown, ==, 0);
  g_assert_true (koyomi_load_cell_is_over (&team->months[3]));
  g_assert_false (koyomi_load_cell_is_over (&team->months[2]));
  g_assert_cmpfloat_with_epsilon (team->year.capacity, 240, 1e-9);
  g_assert_true (isnan (get_team (workload, self->teams[2])->year.capacity));
}

/* Attested months count as attested, the others as their mean; of duties that nobody attests nothing is known. */
static void
test_routines (Fixture       *self,
               gconstpointer  data)
{
  static const KoyomiDutyKind kinds[] = { KOYOMI_DUTY_KIND_ROUTINE, KOYOMI_DUTY_KIND_ROUTINE, KOYOMI_DUTY_KIND_MONTHLY };
  g_autoptr(KoyomiWorkload) workload = NULL;
  g_autoptr(KoyomiWorkload) slower = NULL;
  KoyomiTeamLoad *team;

  assign (self, self->teams[0], "R", 0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      KoyomiRecord *duty = koyomi_record_new (KOYOMI_TABLE_DUTY);
      gint64 id;

      koyomi_record_set_int (duty, KOYOMI_DUTY_FUNCTION, self->function);
      koyomi_record_set_int (duty, KOYOMI_DUTY_KIND, kinds[i]);
      koyomi_record_set_text (duty, KOYOMI_DUTY_TITLE, "routine");
      id = add (self, duty);
      if (i != 0)
        continue;

      g_assert_true (koyomi_duty_attest (self->session, id, koyomi_day_new (2026, 4, 1), 21, 20, "", EN, NULL));
      g_assert_true (koyomi_duty_attest (self->session, id, koyomi_day_new (2026, 6, 1), 11, 11, "", EN, NULL));
    }

  workload = load (self);
  team = get_team (workload, self->teams[0]);
  g_assert_cmpfloat (workload->routine_day, ==, KOYOMI_LOAD_ROUTINE_DAY);
  g_assert_cmpfloat_with_epsilon (team->months[0].routine, 2.1, 1e-9);
  g_assert_cmpfloat_with_epsilon (team->months[1].routine, 1.6, 1e-9);
  g_assert_cmpfloat_with_epsilon (team->months[2].routine, 1.1, 1e-9);
  g_assert_cmpfloat_with_epsilon (team->months[11].routine, 1.6, 1e-9);

  g_assert_true (koyomi_session_set_routine_day (self->session, 0.25, KOYOMI_LANGUAGE_EN, NULL));
  slower = load (self);
  g_assert_cmpfloat_with_epsilon (get_team (slower, self->teams[0])->months[0].routine, 21 * 0.25, 1e-9);
}

/* Some teams have a month in which they are over, and none is all year. */
static void
test_sample (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(KoyomiWorkload) workload = load (self);
  guint n_over = 0;

  for (guint i = 0; i < workload->teams->len; i++)
    {
      KoyomiTeamLoad *team = g_ptr_array_index (workload->teams, i);
      g_autoptr(GString) text = g_string_new (NULL);

      for (guint month = 0; month < 12; month++)
        {
          n_over += koyomi_load_cell_is_over (&team->months[month]);
          g_string_append_printf (text, " %.1f+%.1f/%.0f", team->months[month].planned, team->months[month].routine,
                                  team->months[month].capacity);
        }
      g_test_message ("%s:%s (%u)", team->team != NULL ? koyomi_record_get_title (team->team) : "-", text->str, team->year.n_unknown);
      g_assert_false (koyomi_load_cell_is_over (&team->year));
    }
  g_assert_cmpuint (n_over, >=, 2);
  g_assert_cmpuint (n_over, <=, 8);
}

#define ADD(path, func) g_test_add ("/session/workload/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  ADD ("run-falls-on-its-working-days", test_spreads);
  ADD ("run-is-shared-by-whoever-does-it", test_shares);
  ADD ("skipped-and-missed-runs-are-no-work", test_states);
  ADD ("runs-without-an-estimate-are-told", test_unknown);
  ADD ("routines-count-by-the-day", test_routines);
  g_test_add ("/session/workload/sample-has-a-busy-month", Fixture, NULL, set_up_sample, test_sample, tear_down);

  return koyomi_test_folder_finish (g_test_run ());
}
