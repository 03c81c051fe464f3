#include "koyomi-breaches.h"
#include "koyomi-day.h"
#include "koyomi-function-facts.h"
#include "koyomi-record-edit.h"
#include "koyomi-session-matrix.h"
#include "koyomi-team-facts.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

#include <math.h>

#define EN KOYOMI_LANGUAGE_EN

/* As of 2026-11-22, a Sunday in the third quarter of FY2026. */
typedef struct
{
  KoyomiSession    *session;
  KoyomiFiscalYear  year;
  gint64            group;
  gint64            functions[2];
  gint64            teams[2];
} Fixture;

/* A field of a row to be added. */
typedef struct
{
  int         field;
  gint64      value;
  const char *text;
} Value;

static gint64
add_row (Fixture       *self,
         KoyomiTableId  table,
         const Value   *values,
         guint          n_values)
{
  g_autoptr(KoyomiRecord) record = koyomi_record_new (table);
  g_autoptr(GError) error = NULL;
  gint64 id;

  for (guint i = 0; i < n_values; i++)
    if (values[i].text != NULL)
      koyomi_record_set_text (record, values[i].field, values[i].text);
    else
      koyomi_record_set_int (record, values[i].field, values[i].value);

  id = koyomi_session_add (self->session, record, EN, &error);
  g_assert_no_error (error);

  return id;
}

#define ADD(self, table, ...) \
  add_row (self, table, (const Value[]) { __VA_ARGS__ }, G_N_ELEMENTS (((const Value[]) { __VA_ARGS__ })))

static void
open_plan (Fixture        *self,
           KoyomiTemplate  template)
{
  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));
  self->year = (KoyomiFiscalYear) { 2026, 4 };
  self->session = koyomi_test_plan_start (template, EN);
}

static gint64
add_function (Fixture    *self,
              const char *name,
              int         position)
{
  return ADD (self, KOYOMI_TABLE_FUNCTION, { KOYOMI_FUNCTION_GROUP, self->group }, { KOYOMI_FUNCTION_NAME, 0, name },
              { KOYOMI_FUNCTION_POSITION, position });
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GPtrArray) catalogues = NULL;

  open_plan (self, KOYOMI_TEMPLATE_EMPTY);
  catalogues = koyomi_session_list (self->session, KOYOMI_TABLE_CATALOGUE, 0, 0, EN, NULL);
  self->group = ADD (self, KOYOMI_TABLE_GROUP, { KOYOMI_GROUP_CATALOGUE, koyomi_record_get_id (g_ptr_array_index (catalogues, 0)) },
                     { KOYOMI_GROUP_NAME, 0, "group" });
  self->functions[0] = add_function (self, "watch", 1);
  self->functions[1] = add_function (self, "mend", 2);
  self->teams[0] = ADD (self, KOYOMI_TABLE_TEAM, { KOYOMI_TEAM_NAME, 0, "one" }, { KOYOMI_TEAM_POSITION, 1 });
  self->teams[1] = ADD (self, KOYOMI_TABLE_TEAM, { KOYOMI_TEAM_NAME, 0, "two" }, { KOYOMI_TEAM_POSITION, 2 });
}

static void
set_up_sample (Fixture       *self,
               gconstpointer  data)
{
  open_plan (self, KOYOMI_TEMPLATE_SAMPLE);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_finalize_object (self->session);
}

static void
assign (Fixture    *self,
        int         function,
        int         team,
        const char *letters)
{
  ADD (self, KOYOMI_TABLE_ASSIGNMENT, { KOYOMI_ASSIGNMENT_FUNCTION, self->functions[function] },
       { KOYOMI_ASSIGNMENT_TEAM, self->teams[team] }, { KOYOMI_ASSIGNMENT_LETTERS, 0, letters });
}

/* @team: -1 for whoever does the function */
static gint64
add_activity (Fixture    *self,
              int         function,
              int         team,
              const char *title)
{
  return ADD (self, KOYOMI_TABLE_ACTIVITY, { KOYOMI_ACTIVITY_FUNCTION, self->functions[function] },
              { KOYOMI_ACTIVITY_TEAM, team >= 0 ? self->teams[team] : 0 }, { KOYOMI_ACTIVITY_TITLE, 0, title },
              { KOYOMI_ACTIVITY_FIRST_DAY, koyomi_day_new (2026, 4, 1) }, { KOYOMI_ACTIVITY_DURATION, 1 });
}

static gint64
add_run (Fixture      *self,
         gint64        activity,
         int           function,
         const char   *days,
         KoyomiStatus  status)
{
  guint32 first_day = koyomi_day_parse (days, NULL);

  return ADD (self, KOYOMI_TABLE_OCCURRENCE, { KOYOMI_OCCURRENCE_ACTIVITY, activity },
              { KOYOMI_OCCURRENCE_FUNCTION, self->functions[function] }, { KOYOMI_OCCURRENCE_SLOT_DAY, first_day },
              { KOYOMI_OCCURRENCE_FIRST_DAY, first_day }, { KOYOMI_OCCURRENCE_LAST_DAY, first_day },
              { KOYOMI_OCCURRENCE_ORIGINAL_FIRST, first_day }, { KOYOMI_OCCURRENCE_ORIGINAL_LAST, first_day },
              { KOYOMI_OCCURRENCE_STATUS, status },
              { KOYOMI_OCCURRENCE_ACTUAL_LAST, status == KOYOMI_STATUS_DONE ? first_day : 0 });
}

static KoyomiFunctionFacts *
load_function (Fixture *self,
               gint64   function)
{
  g_autoptr(GError) error = NULL;
  KoyomiFunctionFacts *facts = koyomi_session_load_function_facts (self->session, function, self->year, EN, &error);

  g_assert_no_error (error);

  return facts;
}

static KoyomiTeamFacts *
load_team (Fixture *self,
           gint64   team)
{
  g_autoptr(GError) error = NULL;
  KoyomiTeamFacts *facts = koyomi_session_load_team_facts (self->session, team, self->year, EN, &error);

  g_assert_no_error (error);

  return facts;
}

/* Such as “work 2/3, other 0/1”: of each activity how many runs are done and due. */
static char *
format_activities (GPtrArray *activities)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < activities->len; i++)
    {
      const KoyomiActivityFacts *facts = g_ptr_array_index (activities, i);
      g_autofree char *day = koyomi_day_format (facts->first_day);

      g_string_append_printf (text, "%s%s %u/%u of %u, %s", i > 0 ? "; " : "", koyomi_record_get_title (facts->activity),
                              facts->count.n_done, facts->count.n_due, facts->count.n_runs, day);
    }

  return g_string_free (text, FALSE);
}

static char *
format_incidents (GPtrArray *parts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const KoyomiIncidentPart *part = g_ptr_array_index (parts, i);

      g_string_append_printf (text, "%s%s %u/%u", i > 0 ? " " : "", koyomi_record_get_text (part->incident, KOYOMI_INCIDENT_NUMBER),
                              part->n_done, part->n_tasks);
    }

  return g_string_free (text, FALSE);
}

static char *
format_numbers (GPtrArray *records,
                int        field)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", koyomi_record_get_text (g_ptr_array_index (records, i), field));

  return g_string_free (text, FALSE);
}

static void
assert_text (char       *text,
             const char *wanted)
{
  g_assert_cmpstr (text, ==, wanted);
  g_free (text);
}

/* Skipped runs are not asked for, runs to come not yet; one that is due today is. Runs of other years do not count. */
static void
test_done_rate (Fixture       *self,
                gconstpointer  data)
{
  gint64 work = add_activity (self, 0, -1, "work");
  gint64 other = add_activity (self, 0, -1, "other");
  g_autoptr(KoyomiFunctionFacts) facts = NULL;
  g_autofree char *rate = NULL;

  add_run (self, work, 0, "2026-03-31", KOYOMI_STATUS_DONE);
  add_run (self, work, 0, "2026-04-01", KOYOMI_STATUS_DONE);
  add_run (self, work, 0, "2026-05-01", KOYOMI_STATUS_MISSED);
  add_run (self, work, 0, "2026-06-01", KOYOMI_STATUS_SKIPPED);
  add_run (self, work, 0, "2026-11-22", KOYOMI_STATUS_PLANNED);
  add_run (self, work, 0, "2026-11-23", KOYOMI_STATUS_DONE);
  add_run (self, work, 0, "2027-03-31", KOYOMI_STATUS_PLANNED);
  add_run (self, work, 0, "2027-04-01", KOYOMI_STATUS_DONE);
  add_run (self, other, 0, "2026-07-01", KOYOMI_STATUS_DONE);
  add_run (self, add_activity (self, 1, -1, "elsewhere"), 1, "2026-07-01", KOYOMI_STATUS_DONE);

  facts = load_function (self, self->functions[0]);
  assert_text (format_activities (facts->activities), "work 1/3 of 6, 2026-11-22; other 1/1 of 1, 2026-07-01");
  g_assert_cmpuint (facts->count.n_runs, ==, 7);
  g_assert_cmpuint (facts->count.n_due, ==, 4);
  g_assert_cmpuint (facts->count.n_done, ==, 2);
  rate = koyomi_work_count_format_rate (&facts->count, EN);
  g_assert_cmpstr (rate, ==, "50 % done (2 of 4 due)");
  assert_text (koyomi_work_count_format (&facts->count, EN), "○ Planned 1   △ Due soon 1   ● Done 3   － Skipped 1   × Missed 1");
}

static void
test_nothing (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(KoyomiFunctionFacts) function = load_function (self, self->functions[0]);
  g_autoptr(KoyomiTeamFacts) team = load_team (self, self->teams[0]);

  g_assert_cmpuint (function->activities->len + function->teams->len + function->incidents->len + function->findings->len +
                    function->controls->len + function->evidence->len, ==, 0);
  g_assert_cmpuint (function->count.n_due, ==, 0);
  g_assert_false (function->score.is_known);
  g_assert_cmpuint (team->functions->len + team->people->len + team->contracts->len + team->activities->len + team->incidents->len +
                    team->breaches->len, ==, 0);
  g_assert_cmpint (team->quarter, ==, 3);
  g_assert_cmpfloat (koyomi_load_cell_get_days (&team->load), ==, 0);
}

static void
test_letters (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(KoyomiFunctionFacts) function = NULL;
  g_autoptr(KoyomiTeamFacts) team = NULL;
  const KoyomiTeamLetters *of_team;
  const KoyomiFunctionLetters *of_function;

  assign (self, 0, 1, "A");
  assign (self, 0, 1, "R");
  assign (self, 1, 1, "C");
  function = load_function (self, self->functions[0]);
  team = load_team (self, self->teams[1]);

  g_assert_cmpuint (function->teams->len, ==, 1);
  of_team = g_ptr_array_index (function->teams, 0);
  g_assert_cmpint (koyomi_record_get_id (of_team->team), ==, self->teams[1]);
  g_assert_cmpstr (of_team->letters, ==, "RA");

  g_assert_cmpuint (team->functions->len, ==, 2);
  of_function = g_ptr_array_index (team->functions, 0);
  g_assert_cmpint (koyomi_record_get_id (of_function->function), ==, self->functions[0]);
  g_assert_cmpstr (of_function->letters, ==, "RA");
  of_function = g_ptr_array_index (team->functions, 1);
  g_assert_cmpstr (of_function->letters, ==, "C");
}

/* The run's team comes before the activity's, and that before whoever does the function. */
static void
test_team_does (Fixture       *self,
                gconstpointer  data)
{
  gint64 own = add_activity (self, 1, 0, "own");
  gint64 anybody = add_activity (self, 0, -1, "anybody");
  gint64 foreign = add_activity (self, 0, 1, "foreign");
  g_autoptr(KoyomiRecord) lent = NULL;
  g_autoptr(KoyomiTeamFacts) facts = NULL;

  assign (self, 0, 0, "R");
  assign (self, 0, 1, "A");
  add_run (self, own, 1, "2026-04-10", KOYOMI_STATUS_DONE);
  add_run (self, anybody, 0, "2026-05-10", KOYOMI_STATUS_PLANNED);
  add_run (self, foreign, 0, "2026-06-10", KOYOMI_STATUS_DONE);
  lent = koyomi_session_get (self->session, KOYOMI_TABLE_OCCURRENCE, add_run (self, foreign, 0, "2026-12-10", KOYOMI_STATUS_PLANNED),
                             EN, NULL);
  koyomi_record_set_int (lent, KOYOMI_OCCURRENCE_TEAM, self->teams[0]);
  g_assert_true (koyomi_session_save (self->session, lent, EN, NULL));

  facts = load_team (self, self->teams[0]);
  assert_text (format_activities (facts->activities),
               "own 1/1 of 1, 2026-04-10; anybody 0/1 of 1, 2026-05-10; foreign 0/0 of 1, 2026-12-10");
}

static gint64
add_incident (Fixture             *self,
              const char          *number,
              gint64               detected_at,
              int                  team,
              KoyomiIncidentState  state)
{
  return ADD (self, KOYOMI_TABLE_INCIDENT, { KOYOMI_INCIDENT_NUMBER, 0, number }, { KOYOMI_INCIDENT_TITLE, 0, number },
              { KOYOMI_INCIDENT_DETECTED_AT, detected_at }, { KOYOMI_INCIDENT_TEAM, team >= 0 ? self->teams[team] : 0 },
              { KOYOMI_INCIDENT_STATE, state });
}

static void
add_task (Fixture *self,
          gint64   incident,
          gint64   duty,
          int      team,
          gint64   done_at)
{
  ADD (self, KOYOMI_TABLE_INCIDENT_TASK, { KOYOMI_INCIDENT_TASK_INCIDENT, incident }, { KOYOMI_INCIDENT_TASK_DUTY, duty },
       { KOYOMI_INCIDENT_TASK_TEAM, team >= 0 ? self->teams[team] : 0 }, { KOYOMI_INCIDENT_TASK_TITLE, 0, "task" },
       { KOYOMI_INCIDENT_TASK_DONE_AT, done_at });
}

/* A function handles an incident by its duties or where it concerns it, a team by leading it, by a task or by taking part; one that was merged counts where it went. */
static void
test_incidents (Fixture       *self,
                gconstpointer  data)
{
  gint64 duty = ADD (self, KOYOMI_TABLE_DUTY, { KOYOMI_DUTY_FUNCTION, self->functions[0] },
                     { KOYOMI_DUTY_KIND, KOYOMI_DUTY_KIND_AT_INCIDENT }, { KOYOMI_DUTY_TITLE, 0, "answer" });
  gint64 old = add_incident (self, "#1", 1000, 1, KOYOMI_INCIDENT_STATE_CLOSED);
  gint64 merged = add_incident (self, "#2", 3000, 0, KOYOMI_INCIDENT_STATE_MERGED);
  gint64 latest = add_incident (self, "#3", 2000, -1, KOYOMI_INCIDENT_STATE_NEW);
  g_autoptr(KoyomiFunctionFacts) function = NULL;
  g_autoptr(KoyomiTeamFacts) one = NULL;
  g_autoptr(KoyomiTeamFacts) two = NULL;

  add_incident (self, "#4", 2500, -1, KOYOMI_INCIDENT_STATE_NEW);
  ADD (self, KOYOMI_TABLE_INCIDENT_LINK, { KOYOMI_INCIDENT_LINK_INCIDENT, add_incident (self, "#5", 500, -1, KOYOMI_INCIDENT_STATE_NEW) },
       { KOYOMI_INCIDENT_LINK_FUNCTION, self->functions[0] });
  ADD (self, KOYOMI_TABLE_INCIDENT_PARTY, { KOYOMI_INCIDENT_PARTY_INCIDENT, add_incident (self, "#6", 400, -1, KOYOMI_INCIDENT_STATE_NEW) },
       { KOYOMI_INCIDENT_PARTY_TEAM, self->teams[1] });
  add_task (self, old, duty, 0, 1500);
  add_task (self, old, duty, 0, 0);
  add_task (self, old, 0, 1, 0);
  add_task (self, merged, duty, 0, 0);
  add_task (self, latest, duty, 0, 0);
  function = load_function (self, self->functions[0]);
  one = load_team (self, self->teams[0]);
  two = load_team (self, self->teams[1]);

  assert_text (format_incidents (function->incidents), "#3 0/1 #1 1/2 #5 0/0");
  assert_text (format_incidents (one->incidents), "#3 0/1 #1 1/2");
  assert_text (format_incidents (two->incidents), "#1 0/1 #6 0/0");
}

static gint64
add_finding (Fixture             *self,
             const char          *number,
             gint64               function,
             gint64               control,
             gint64               incident,
             KoyomiFindingStatus  status)
{
  return ADD (self, KOYOMI_TABLE_FINDING, { KOYOMI_FINDING_NUMBER, 0, number }, { KOYOMI_FINDING_TITLE, 0, number },
              { KOYOMI_FINDING_FUNCTION, function }, { KOYOMI_FINDING_CONTROL, control }, { KOYOMI_FINDING_INCIDENT, incident },
              { KOYOMI_FINDING_FOUND_DAY, koyomi_day_new (2026, 6, 1) }, { KOYOMI_FINDING_STATUS, status });
}

static gint64
add_control (Fixture    *self,
             const char *code,
             int         position)
{
  return ADD (self, KOYOMI_TABLE_CONTROL, { KOYOMI_CONTROL_CODE, 0, code }, { KOYOMI_CONTROL_NAME, 0, code },
              { KOYOMI_CONTROL_POSITION, position });
}

static void
add_proof (Fixture    *self,
           const char *title,
           int         field,
           gint64      target)
{
  gint64 evidence = ADD (self, KOYOMI_TABLE_EVIDENCE, { KOYOMI_EVIDENCE_TITLE, 0, title },
                         { KOYOMI_EVIDENCE_ADDED_DAY, koyomi_day_new (2026, 6, 1) });

  ADD (self, KOYOMI_TABLE_PROOF, { KOYOMI_PROOF_EVIDENCE, evidence }, { field, target });
}

static char *
format_evidence (GPtrArray *uses)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < uses->len; i++)
    {
      const KoyomiEvidenceUse *use = g_ptr_array_index (uses, i);

      g_string_append_printf (text, "%s%s: %s", i > 0 ? "; " : "", koyomi_record_get_title (use->evidence), use->proves);
    }

  return g_string_free (text, FALSE);
}

static void
test_audits (Fixture       *self,
             gconstpointer  data)
{
  gint64 duty = ADD (self, KOYOMI_TABLE_DUTY, { KOYOMI_DUTY_FUNCTION, self->functions[0] }, { KOYOMI_DUTY_TITLE, 0, "answer" });
  gint64 later = add_control (self, "A.5.2", 2);
  gint64 first = add_control (self, "A.5.1", 1);
  gint64 foreign = add_control (self, "A.5.3", 3);
  gint64 incident = add_incident (self, "#1", 1000, -1, KOYOMI_INCIDENT_STATE_CLOSED);
  gint64 run = add_run (self, add_activity (self, 0, -1, "drill"), 0, "2026-05-10", KOYOMI_STATUS_DONE);
  gint64 other_run = add_run (self, add_activity (self, 1, -1, "other"), 1, "2026-05-10", KOYOMI_STATUS_DONE);
  gint64 finding, maturity;
  g_autoptr(KoyomiFunctionFacts) facts = NULL;

  add_task (self, incident, duty, -1, 0);
  for (guint i = 0; i < 2; i++)
    ADD (self, KOYOMI_TABLE_FUNCTION_CONTROL, { KOYOMI_FUNCTION_CONTROL_FUNCTION, self->functions[0] },
         { KOYOMI_FUNCTION_CONTROL_CONTROL, i == 0 ? later : first });
  add_finding (self, "closed", self->functions[0], 0, 0, KOYOMI_FINDING_STATUS_CLOSED);
  finding = add_finding (self, "own", self->functions[0], foreign, 0, KOYOMI_FINDING_STATUS_DOING);
  add_finding (self, "of-another", self->functions[1], first, 0, KOYOMI_FINDING_STATUS_OPEN);
  add_finding (self, "of-control", 0, first, 0, KOYOMI_FINDING_STATUS_OPEN);
  add_finding (self, "of-other-control", 0, foreign, incident, KOYOMI_FINDING_STATUS_OPEN);
  add_finding (self, "of-incident", 0, 0, incident, KOYOMI_FINDING_STATUS_OPEN);
  maturity = ADD (self, KOYOMI_TABLE_MATURITY, { KOYOMI_MATURITY_FUNCTION, self->functions[0] }, { KOYOMI_MATURITY_AS_IS, 2 },
                  { KOYOMI_MATURITY_TO_BE, 4 }, { KOYOMI_MATURITY_ASSESSED_DAY, koyomi_day_new (2026, 4, 1) });
  add_proof (self, "e1", KOYOMI_PROOF_CONTROL, first);
  add_proof (self, "e2", KOYOMI_PROOF_CONTROL, foreign);
  add_proof (self, "e3", KOYOMI_PROOF_OCCURRENCE, run);
  add_proof (self, "e4", KOYOMI_PROOF_OCCURRENCE, other_run);
  add_proof (self, "e5", KOYOMI_PROOF_FINDING, finding);
  add_proof (self, "e6", KOYOMI_PROOF_INCIDENT, incident);
  add_proof (self, "e7", KOYOMI_PROOF_MATURITY, maturity);

  facts = load_function (self, self->functions[0]);
  assert_text (format_numbers (facts->controls, KOYOMI_CONTROL_CODE), "A.5.1 A.5.2");
  assert_text (format_numbers (facts->findings, KOYOMI_FINDING_NUMBER), "of-control of-incident own closed");
  g_assert_cmpuint (facts->n_open, ==, 3);
  assert_text (format_evidence (facts->evidence), "e1: A.5.1; e3: drill; e5: own; e6: #1; e7: Maturity");
  g_assert_cmpint (facts->score.as_is, ==, 2);
  g_assert_cmpint (facts->score.gap, ==, 2);
}

/* A breach belongs to the card of the team, also where it is about somebody in it; not one that was accepted. */
static void
test_team (Fixture       *self,
           gconstpointer  data)
{
  gint64 person = ADD (self, KOYOMI_TABLE_PERSON, { KOYOMI_PERSON_TEAM, self->teams[0] }, { KOYOMI_PERSON_NAME, 0, "Sora" });
  g_autoptr(KoyomiTeamFacts) facts = NULL;
  g_autoptr(KoyomiRecord) waiver = NULL;

  ADD (self, KOYOMI_TABLE_CONTRACT, { KOYOMI_CONTRACT_TEAM, self->teams[0] }, { KOYOMI_CONTRACT_TITLE, 0, "for ever" },
       { KOYOMI_CONTRACT_FIRST_DAY, koyomi_day_new (2026, 1, 1) });
  ADD (self, KOYOMI_TABLE_CONTRACT, { KOYOMI_CONTRACT_TEAM, self->teams[0] }, { KOYOMI_CONTRACT_TITLE, 0, "short" },
       { KOYOMI_CONTRACT_FIRST_DAY, koyomi_day_new (2026, 1, 1) }, { KOYOMI_CONTRACT_LAST_DAY, koyomi_day_new (2027, 1, 1) });
  assign (self, 0, 0, "RA");
  facts = load_team (self, self->teams[0]);

  assert_text (format_numbers (facts->people, KOYOMI_PERSON_NAME), "Sora");
  assert_text (format_numbers (facts->contracts, KOYOMI_CONTRACT_TITLE), "short for ever");
  g_assert_cmpuint (facts->breaches->len, ==, 1);
  g_assert_cmpint (((KoyomiBreach *) g_ptr_array_index (facts->breaches, 0))->person_id, ==, person);

  waiver = koyomi_breach_make_waiver (g_ptr_array_index (facts->breaches, 0));
  koyomi_record_set_text (waiver, KOYOMI_WAIVER_REASON, "hired");
  koyomi_record_set_int (waiver, KOYOMI_WAIVER_DECIDED_DAY, koyomi_day_today ());
  g_assert_cmpint (koyomi_session_add (self->session, waiver, EN, NULL), !=, 0);
  g_clear_pointer (&facts, koyomi_team_facts_free);
  facts = load_team (self, self->teams[0]);
  g_assert_cmpuint (facts->breaches->len, ==, 0);
}

/* Each number on a card is that of the view which shows it for all. */
static void
test_sample (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) teams = koyomi_session_list (self->session, KOYOMI_TABLE_TEAM, 0, 0, EN, NULL);
  g_autoptr(KoyomiMatrix) matrix = koyomi_session_load_matrix (self->session, koyomi_session_find_catalogue (self->session, "isogj", NULL),
                                                               koyomi_day_today (), EN, NULL);
  g_autoptr(GPtrArray) breaches = koyomi_session_load_breaches (self->session, NULL, koyomi_day_today (), EN, NULL);
  guint n_too_many = 0;

  for (guint i = 0; i < teams->len; i++)
    {
      KoyomiRecord *team = g_ptr_array_index (teams, i);
      g_autoptr(KoyomiTeamFacts) facts = load_team (self, koyomi_record_get_id (team));
      int column = koyomi_matrix_find_column (matrix, koyomi_record_get_id (team));
      guint n_accountable = 0;

      for (guint j = 0; j < facts->functions->len; j++)
        {
          const KoyomiFunctionLetters *entry = g_ptr_array_index (facts->functions, j);

          n_accountable += koyomi_record_get_id (entry->catalogue) == koyomi_record_get_id (koyomi_matrix_get_catalogue (matrix)) &&
                           strchr (entry->letters, 'A') != NULL;
        }
      if (column >= 0)
        g_assert_cmpuint (n_accountable, ==, koyomi_matrix_get_column (matrix, column)->n_accountable);

      for (guint j = 0; j < breaches->len; j++)
        {
          KoyomiBreach *breach = g_ptr_array_index (breaches, j);

          if (breach->rule != KOYOMI_RULE_TOO_MANY_A || breach->team_id != koyomi_record_get_id (team) || breach->person_id != 0)
            continue;

          g_assert_cmpuint (breach->function_ids->len, ==, n_accountable);
          n_too_many++;
        }
    }

  g_assert_cmpuint (n_too_many, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  g_test_add ("/session/card-facts/done-rate-counts-what-is-due", Fixture, NULL, set_up, test_done_rate, tear_down);
  g_test_add ("/session/card-facts/of-nothing-are-empty", Fixture, NULL, set_up, test_nothing, tear_down);
  g_test_add ("/session/card-facts/letters-of-assignments-come-together", Fixture, NULL, set_up, test_letters, tear_down);
  g_test_add ("/session/card-facts/a-team-does-what-is-its-own-or-nobodys", Fixture, NULL, set_up, test_team_does, tear_down);
  g_test_add ("/session/card-facts/incidents-come-from-duties-and-tasks", Fixture, NULL, set_up, test_incidents, tear_down);
  g_test_add ("/session/card-facts/findings-and-evidence-are-those-of-the-function", Fixture, NULL, set_up, test_audits, tear_down);
  g_test_add ("/session/card-facts/people-contracts-and-breaches", Fixture, NULL, set_up, test_team, tear_down);
  g_test_add ("/session/card-facts/numbers-are-those-of-the-matrix-and-the-rules", Fixture, NULL, set_up_sample, test_sample, tear_down);

  return koyomi_test_folder_finish (g_test_run ());
}
