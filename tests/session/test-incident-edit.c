#include "koyomi-day.h"
#include "koyomi-history.h"
#include "koyomi-incident-board.h"
#include "koyomi-incident-edit.h"
#include "koyomi-record-edit.h"
#include "koyomi-references.h"
#include "koyomi-template.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

#include <string.h>

#define HOUR G_GINT64_CONSTANT (3600000)

typedef struct
{
  KoyomiSession *session;
  gint64         now;
} Fixture;

static void
start (Fixture        *self,
       const char     *name,
       KoyomiTemplate  template)
{
  g_autofree char *folder = koyomi_test_folder_make (name);
  g_autofree char *path = g_build_filename (folder, "plan.koyomi", NULL);

  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));
  koyomi_test_plan_make (path, template, KOYOMI_LANGUAGE_JA);
  self->session = koyomi_test_plan_open (path);
  self->now = koyomi_day_get_start (koyomi_day_today ()) + 9 * HOUR;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  start (self, data, KOYOMI_TEMPLATE_SAMPLE);
}

static void
set_up_empty (Fixture       *self,
              gconstpointer  data)
{
  start (self, data, KOYOMI_TEMPLATE_EMPTY);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  koyomi_test_plan_verify (self->session);
  g_assert_finalize_object (self->session);
  koyomi_day_set_today (KOYOMI_DAY_NONE);
}

static KoyomiRecord *
get (Fixture *self,
     gint64   id)
{
  g_autoptr(GError) error = NULL;
  KoyomiRecord *incident = koyomi_session_get (self->session, KOYOMI_TABLE_INCIDENT, id, KOYOMI_LANGUAGE_JA, &error);

  g_assert_no_error (error);

  return incident;
}

static gint64
find (Fixture    *self,
      const char *number)
{
  g_autoptr(GPtrArray) incidents = koyomi_session_list (self->session, KOYOMI_TABLE_INCIDENT, 0, 0, KOYOMI_LANGUAGE_JA, NULL);

  for (guint i = 0; i < incidents->len; i++)
    if (g_str_equal (koyomi_record_get_text (g_ptr_array_index (incidents, i), KOYOMI_INCIDENT_NUMBER), number))
      return koyomi_record_get_id (g_ptr_array_index (incidents, i));

  g_assert_not_reached ();
}

static int
get_state (Fixture *self,
           gint64   id)
{
  g_autoptr(KoyomiRecord) incident = get (self, id);

  return koyomi_record_get_int (incident, KOYOMI_INCIDENT_STATE);
}

static gint64
open_incident (Fixture             *self,
               const char          *title,
               KoyomiIncidentKind   kind,
               GError             **error)
{
  g_autoptr(KoyomiRecord) incident = koyomi_record_new (KOYOMI_TABLE_INCIDENT);

  koyomi_record_set_text (incident, KOYOMI_INCIDENT_TITLE, title);
  koyomi_record_set_int (incident, KOYOMI_INCIDENT_KIND, kind);
  koyomi_record_set_int (incident, KOYOMI_INCIDENT_DETECTED_AT, self->now - HOUR);

  return koyomi_incident_open (self->session, incident, self->now, KOYOMI_LANGUAGE_JA, error);
}

static gint64
open_well (Fixture            *self,
           const char         *title,
           KoyomiIncidentKind  kind)
{
  g_autoptr(GError) error = NULL;
  gint64 id = open_incident (self, title, kind, &error);

  g_assert_no_error (error);

  return id;
}

/* The texts of the incident's timeline in @language, one a line. */
static char *
read_timeline (Fixture        *self,
               gint64          id,
               KoyomiLanguage  language)
{
  g_autoptr(GPtrArray) entries = koyomi_session_list (self->session, KOYOMI_TABLE_INCIDENT_EVENT, KOYOMI_INCIDENT_EVENT_INCIDENT, id,
                                                      language, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      KoyomiRecord *entry = g_ptr_array_index (entries, i);

      g_assert_cmpstr (koyomi_record_get_text (entry, KOYOMI_INCIDENT_EVENT_ACTOR), !=, "");
      g_string_append_printf (text, "%s\n", koyomi_record_get_text (entry, KOYOMI_INCIDENT_EVENT_TEXT));
    }

  return g_string_free (text, FALSE);
}

static guint
count_of (Fixture       *self,
          KoyomiTableId  table,
          int            field,
          gint64         id)
{
  g_autoptr(GPtrArray) rows = koyomi_session_list (self->session, table, field, id, KOYOMI_LANGUAGE_JA, NULL);

  return rows->len;
}

static void
assert_told (Fixture    *self,
             gint64      id,
             const char *sentence)
{
  g_autofree char *timeline = read_timeline (self, id, KOYOMI_LANGUAGE_EN);

  if (strstr (timeline, sentence) == NULL)
    g_error ("the timeline does not say “%s”:\n%s", sentence, timeline);
}

static void
move (Fixture             *self,
      gint64               id,
      KoyomiIncidentState  state)
{
  g_autoptr(GError) error = NULL;

  koyomi_incident_move (self->session, id, state, NULL, self->now, self->now, KOYOMI_LANGUAGE_JA, &error);
  g_assert_no_error (error);
}

static void
assert_refused (gboolean  done,
                GError  **error)
{
  g_assert_false (done);
  g_assert_error (*error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
  g_clear_error (error);
}

static void
test_open (Fixture       *self,
           gconstpointer  data)
{
  gint64 first = open_well (self, "不審なメール", KOYOMI_INCIDENT_KIND_EVENT);
  gint64 second = open_well (self, "停電", KOYOMI_INCIDENT_KIND_INCIDENT);
  g_autoptr(KoyomiRecord) one = get (self, first);
  g_autoptr(KoyomiRecord) two = get (self, second);
  g_autoptr(GError) error = NULL;

  /* The sample has 2026-001 to 2026-014. */
  g_assert_cmpstr (koyomi_record_get_text (one, KOYOMI_INCIDENT_NUMBER), ==, "2026-015");
  g_assert_cmpstr (koyomi_record_get_text (two, KOYOMI_INCIDENT_NUMBER), ==, "2026-016");
  g_assert_cmpint (koyomi_record_get_int (one, KOYOMI_INCIDENT_OPENED_AT), ==, self->now);
  g_assert_cmpint (koyomi_record_get_int (one, KOYOMI_INCIDENT_STATE), ==, KOYOMI_INCIDENT_STATE_NEW);
  g_assert_cmpint (koyomi_record_get_int (one, KOYOMI_INCIDENT_SEVERITY), ==, KOYOMI_SEVERITY_S3);
  assert_told (self, first, "Opened as Event 2026-015");

  /* The next fiscal year begins anew. */
  self->now = koyomi_day_get_start (koyomi_day_new (2027, 4, 1));
  g_clear_object (&one);
  one = get (self, open_well (self, "新年度", KOYOMI_INCIDENT_KIND_EVENT));
  g_assert_cmpstr (koyomi_record_get_text (one, KOYOMI_INCIDENT_NUMBER), ==, "2027-001");

  assert_refused (open_incident (self, "  ", KOYOMI_INCIDENT_KIND_EVENT, &error) != 0, &error);
}

static void
test_open_with_check_list (Fixture       *self,
                           gconstpointer  data)
{
  g_autoptr(KoyomiRecord) incident = koyomi_record_new (KOYOMI_TABLE_INCIDENT);
  g_autoptr(GError) error = NULL;
  g_autofree char *before = koyomi_test_content_hash (self->session);
  g_autofree char *after = NULL;
  g_autoptr(GPtrArray) tasks = NULL;
  gint64 id;

  koyomi_record_set_text (incident, KOYOMI_INCIDENT_TITLE, "サーバーの暗号化");
  koyomi_record_set_int (incident, KOYOMI_INCIDENT_KIND, KOYOMI_INCIDENT_KIND_INCIDENT);
  koyomi_record_set_int (incident, KOYOMI_INCIDENT_IMPACT_BUSINESS, 3);
  koyomi_record_set_int (incident, KOYOMI_INCIDENT_DETECTED_AT, self->now);
  koyomi_record_set_text (incident, KOYOMI_INCIDENT_TEMPLATE, "ransomware");
  id = koyomi_incident_open (self->session, incident, self->now, KOYOMI_LANGUAGE_JA, &error);
  g_assert_no_error (error);
  g_assert_cmpint (koyomi_record_get_int (incident, KOYOMI_INCIDENT_SEVERITY), ==, KOYOMI_SEVERITY_S2);

  tasks = koyomi_session_list (self->session, KOYOMI_TABLE_INCIDENT_TASK, KOYOMI_INCIDENT_TASK_INCIDENT, id, KOYOMI_LANGUAGE_JA, NULL);
  g_assert_cmpuint (tasks->len, >, 20);
  g_assert_cmpint (koyomi_record_get_int (g_ptr_array_index (tasks, 0), KOYOMI_INCIDENT_TASK_DUE_AT), >, self->now);

  /* All of it is one step. */
  g_assert_true (koyomi_session_undo (self->session, NULL));
  after = koyomi_test_content_hash (self->session);
  g_assert_cmpstr (after, ==, before);
}

static void
test_triage (Fixture       *self,
             gconstpointer  data)
{
  gint64 id = find (self, "2026-014");
  g_autoptr(KoyomiRecord) before = get (self, id);
  g_autoptr(KoyomiRecord) after = NULL;
  g_autoptr(GError) error = NULL;
  KoyomiTriage triage;

  koyomi_triage_read (&triage, before);
  triage.kind = KOYOMI_INCIDENT_KIND_INCIDENT;
  triage.scores[KOYOMI_IMPACT_BUSINESS] = 1;
  triage.scores[KOYOMI_IMPACT_SPREAD] = 2;
  triage.severity = KOYOMI_SEVERITY_S2;
  triage.reason = "";
  triage.lead = "模擬 直子";
  g_assert_true (koyomi_triage_needs_reason (&triage));
  assert_refused (koyomi_incident_triage (self->session, id, &triage, self->now, KOYOMI_LANGUAGE_JA, &error), &error);

  triage.reason = "管理者のアカウントが対象のため";
  koyomi_incident_triage (self->session, id, &triage, self->now, KOYOMI_LANGUAGE_JA, &error);
  g_assert_no_error (error);
  after = get (self, id);
  g_assert_cmpint (koyomi_record_get_int (after, KOYOMI_INCIDENT_STATE), ==, KOYOMI_INCIDENT_STATE_TRIAGED);
  g_assert_cmpint (koyomi_record_get_int (after, KOYOMI_INCIDENT_SEVERITY), ==, KOYOMI_SEVERITY_S2);
  g_assert_cmpint (koyomi_record_get_int (after, KOYOMI_INCIDENT_CLASSIFIED_AT), ==, self->now);
  g_assert_cmpint (koyomi_record_get_int (after, KOYOMI_INCIDENT_ACKNOWLEDGED_AT), ==, self->now);
  g_assert_true (koyomi_record_is_none (after, KOYOMI_INCIDENT_IMPACT_LEGAL));
  assert_told (self, id, "Kind: Event → Incident");
  assert_told (self, id, "Severity: S4 Minor → S2 Serious (管理者のアカウントが対象のため)");
  assert_told (self, id, "Lead: – → 模擬 直子");
  /* What was an event is an incident now, with all that is to be done then. */
  g_assert_cmpuint (count_of (self, KOYOMI_TABLE_INCIDENT_TASK, KOYOMI_INCIDENT_TASK_INCIDENT, id), >, 10);

  /* Again, by the scores: the first triage is still told. */
  triage.severity = KOYOMI_SEVERITY_S3;
  triage.reason = "";
  koyomi_incident_triage (self->session, id, &triage, self->now + HOUR, KOYOMI_LANGUAGE_JA, &error);
  g_assert_no_error (error);
  g_clear_object (&after);
  after = get (self, id);
  g_assert_cmpint (koyomi_record_get_int (after, KOYOMI_INCIDENT_CLASSIFIED_AT), ==, self->now);
  assert_told (self, id, "Severity: S4 Minor → S2 Serious");
  assert_told (self, id, "Severity: S2 Serious → S3 Moderate");
}

static void
test_move (Fixture       *self,
           gconstpointer  data)
{
  gint64 id = open_well (self, "端末の感染", KOYOMI_INCIDENT_KIND_INCIDENT);
  g_autoptr(KoyomiRecord) incident = NULL;
  g_autoptr(GError) error = NULL;
  gint64 at = self->now - HOUR / 2;
  guint n_entries;
  g_autoptr(GPtrArray) entries = NULL;

  koyomi_incident_move (self->session, id, KOYOMI_INCIDENT_STATE_CONTAINED, NULL, at, self->now, KOYOMI_LANGUAGE_JA, &error);
  g_assert_no_error (error);
  incident = get (self, id);
  g_assert_cmpint (koyomi_record_get_int (incident, KOYOMI_INCIDENT_STATE), ==, KOYOMI_INCIDENT_STATE_CONTAINED);
  g_assert_cmpint (koyomi_record_get_int (incident, KOYOMI_INCIDENT_CONTAINED_AT), ==, at);
  assert_told (self, id, "State: New → Contained");
  entries = koyomi_session_list (self->session, KOYOMI_TABLE_INCIDENT_EVENT, KOYOMI_INCIDENT_EVENT_INCIDENT, id, KOYOMI_LANGUAGE_JA, NULL);
  n_entries = entries->len;
  g_assert_cmpint (koyomi_record_get_int (g_ptr_array_index (entries, 0), KOYOMI_INCIDENT_EVENT_AT), ==, at);

  /* Back and forth: the time that was entered stays. */
  move (self, id, KOYOMI_INCIDENT_STATE_RESPONDING);
  move (self, id, KOYOMI_INCIDENT_STATE_CONTAINED);
  g_clear_object (&incident);
  incident = get (self, id);
  g_assert_cmpint (koyomi_record_get_int (incident, KOYOMI_INCIDENT_CONTAINED_AT), ==, at);

  /* Where it is already: no edit. */
  move (self, id, KOYOMI_INCIDENT_STATE_CONTAINED);
  g_clear_pointer (&entries, g_ptr_array_unref);
  entries = koyomi_session_list (self->session, KOYOMI_TABLE_INCIDENT_EVENT, KOYOMI_INCIDENT_EVENT_INCIDENT, id, KOYOMI_LANGUAGE_JA, NULL);
  g_assert_cmpuint (entries->len, ==, n_entries + 2);
}

/* A time that the state would tell, but that cannot be, is left open. */
static void
test_move_keeps_times_possible (Fixture       *self,
                                gconstpointer  data)
{
  gint64 id = find (self, "2026-010");
  g_autoptr(KoyomiRecord) before = get (self, id);
  g_autoptr(KoyomiRecord) after = NULL;
  g_autoptr(GError) error = NULL;
  KoyomiIncidentTimes times;

  koyomi_incident_times_read (&times, before);
  koyomi_incident_times_set (&times, KOYOMI_INCIDENT_TIME_CONTAINED, 0, KOYOMI_CERTAINTY_OPEN);
  koyomi_incident_set_times (self->session, id, &times, self->now, KOYOMI_LANGUAGE_JA, &error);
  g_assert_no_error (error);
  move (self, id, KOYOMI_INCIDENT_STATE_CONTAINED);
  after = get (self, id);
  g_assert_true (koyomi_record_is_none (after, KOYOMI_INCIDENT_CONTAINED_AT));
  g_assert_cmpint (koyomi_record_get_int (after, KOYOMI_INCIDENT_STATE), ==, KOYOMI_INCIDENT_STATE_CONTAINED);
}

static void
test_move_refused (Fixture       *self,
                   gconstpointer  data)
{
  const struct
  {
    const char          *number;
    KoyomiIncidentState  state;
    const char          *reason;
    gint64               at;
  } cases[] = {
    { "2026-014", KOYOMI_INCIDENT_STATE_CLOSED, NULL, self->now },
    { "2026-014", KOYOMI_INCIDENT_STATE_MERGED, NULL, self->now },
    { "2026-014", KOYOMI_INCIDENT_STATE_FALSE_ALARM, NULL, self->now },
    { "2026-014", KOYOMI_INCIDENT_STATE_FALSE_ALARM, " ", self->now },
    { "2026-014", KOYOMI_INCIDENT_STATE_TRIAGED, NULL, self->now + 1 },
    { "2026-001", KOYOMI_INCIDENT_STATE_TRIAGED, NULL, self->now },
    { "2026-009", KOYOMI_INCIDENT_STATE_TRIAGED, NULL, self->now },
  };
  g_autofree char *before = koyomi_test_content_hash (self->session);
  g_autofree char *after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%u", i);
      assert_refused (koyomi_incident_move (self->session, find (self, cases[i].number), cases[i].state, cases[i].reason, cases[i].at,
                                            self->now, KOYOMI_LANGUAGE_JA, &error), &error);
    }

  after = koyomi_test_content_hash (self->session);
  g_assert_cmpstr (after, ==, before);
}

static void
test_false_alarm (Fixture       *self,
                  gconstpointer  data)
{
  gint64 id = find (self, "2026-014");
  g_autoptr(KoyomiRecord) incident = NULL;
  g_autoptr(GError) error = NULL;

  koyomi_incident_move (self->session, id, KOYOMI_INCIDENT_STATE_FALSE_ALARM, "監査のための接続", self->now, self->now, KOYOMI_LANGUAGE_JA,
                        &error);
  g_assert_no_error (error);
  incident = get (self, id);
  g_assert_cmpint (koyomi_record_get_int (incident, KOYOMI_INCIDENT_CLOSED_AT), ==, self->now);
  assert_told (self, id, "State: New → False alarm. 監査のための接続");

  koyomi_incident_reopen (self->session, id, KOYOMI_INCIDENT_STATE_RESPONDING, "別の接続もあった", self->now + HOUR, KOYOMI_LANGUAGE_JA,
                          &error);
  g_assert_no_error (error);
  g_clear_object (&incident);
  incident = get (self, id);
  g_assert_true (koyomi_record_is_none (incident, KOYOMI_INCIDENT_CLOSED_AT));
  assert_told (self, id, "State: False alarm → Responding. 別の接続もあった");
}

static void
test_times (Fixture       *self,
            gconstpointer  data)
{
  gint64 id = find (self, "2026-012");
  g_autoptr(KoyomiRecord) incident = get (self, id);
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  KoyomiIncidentTimes times, wrong;

  koyomi_incident_times_read (&times, incident);
  koyomi_incident_times_set (&times, KOYOMI_INCIDENT_TIME_OCCURRED, times.at[KOYOMI_INCIDENT_TIME_OCCURRED], KOYOMI_CERTAINTY_ESTIMATED);
  koyomi_incident_times_set (&times, KOYOMI_INCIDENT_TIME_CONTAINED, self->now - HOUR, KOYOMI_CERTAINTY_EXACT);
  koyomi_incident_times_set (&times, KOYOMI_INCIDENT_TIME_ERADICATED, 0, KOYOMI_CERTAINTY_UNKNOWN);
  koyomi_incident_set_times (self->session, id, &times, self->now, KOYOMI_LANGUAGE_JA, &error);
  g_assert_no_error (error);
  g_clear_object (&incident);
  incident = get (self, id);
  g_assert_cmpstr (koyomi_record_get_text (incident, KOYOMI_INCIDENT_ESTIMATED), ==, "occurred");
  g_assert_cmpstr (koyomi_record_get_text (incident, KOYOMI_INCIDENT_UNKNOWN), ==, "eradicated");
  assert_told (self, id, "Contained: Not yet → 2026-11-22 08:00");
  assert_told (self, id, "Eradicated: Not yet → Cannot be known");

  before = koyomi_test_content_hash (self->session);
  wrong = times;
  koyomi_incident_times_set (&wrong, KOYOMI_INCIDENT_TIME_RECOVERED, self->now - 2 * HOUR, KOYOMI_CERTAINTY_EXACT);
  assert_refused (koyomi_incident_set_times (self->session, id, &wrong, self->now, KOYOMI_LANGUAGE_JA, &error), &error);
  wrong = times;
  koyomi_incident_times_set (&wrong, KOYOMI_INCIDENT_TIME_RECOVERED, self->now + 1, KOYOMI_CERTAINTY_EXACT);
  assert_refused (koyomi_incident_set_times (self->session, id, &wrong, self->now, KOYOMI_LANGUAGE_JA, &error), &error);
  wrong = times;
  koyomi_incident_times_set (&wrong, KOYOMI_INCIDENT_TIME_CLOSED, self->now, KOYOMI_CERTAINTY_EXACT);
  assert_refused (koyomi_incident_set_times (self->session, id, &wrong, self->now, KOYOMI_LANGUAGE_JA, &error), &error);
  after = koyomi_test_content_hash (self->session);
  g_assert_cmpstr (after, ==, before);

  koyomi_incident_times_set_range (&times, KOYOMI_INCIDENT_TIME_CONTAINED, self->now - 2 * HOUR, self->now - HOUR);
  koyomi_incident_set_times (self->session, id, &times, self->now, KOYOMI_LANGUAGE_JA, &error);
  g_assert_no_error (error);
  g_clear_object (&incident);
  incident = get (self, id);
  g_assert_cmpstr (koyomi_record_get_text (incident, KOYOMI_INCIDENT_ESTIMATED), ==, "occurred contained");
  g_assert_cmpint (koyomi_record_get_int (incident, KOYOMI_INCIDENT_CONTAINED_UNTIL), ==, self->now - HOUR);
  assert_told (self, id, "Contained: 2026-11-22 08:00 → between 2026-11-22 07:00 and 2026-11-22 08:00");
}

/* In a Japanese plan: what is shown in English and stays as it is is no change. */
static void
test_other_language (Fixture       *self,
                     gconstpointer  data)
{
  gint64 id = find (self, "2026-012");
  g_autoptr(KoyomiRecord) incident = koyomi_session_get (self->session, KOYOMI_TABLE_INCIDENT, id, KOYOMI_LANGUAGE_EN, NULL);
  g_autoptr(KoyomiRecord) own = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *timeline = NULL;
  KoyomiTriage triage;

  koyomi_triage_read (&triage, incident);
  triage.tlp = "RED";
  koyomi_incident_triage (self->session, id, &triage, self->now, KOYOMI_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  triage.tlp = "AMBER";
  koyomi_incident_triage (self->session, id, &triage, self->now, KOYOMI_LANGUAGE_EN, &error);
  g_assert_no_error (error);

  own = get (self, id);
  g_assert_cmpstr (koyomi_record_get_text (own, KOYOMI_INCIDENT_LEAD), ==, "試作 真");
  timeline = read_timeline (self, id, KOYOMI_LANGUAGE_EN);
  g_assert_nonnull (strstr (timeline, "TLP: AMBER → RED\n"));
  g_assert_nonnull (strstr (timeline, "TLP: RED → AMBER\n"));
  g_assert_null (strstr (timeline, "Lead: "));

  /* Somebody else has it now, by one name. */
  triage.lead = "Sho Hyohon";
  koyomi_incident_triage (self->session, id, &triage, self->now, KOYOMI_LANGUAGE_EN, &error);
  g_assert_no_error (error);
  g_clear_object (&own);
  own = get (self, id);
  g_assert_cmpstr (koyomi_record_get_text (own, KOYOMI_INCIDENT_LEAD), ==, "Sho Hyohon");
}

static void
test_merge (Fixture       *self,
            gconstpointer  data)
{
  gint64 id = find (self, "2026-014");
  gint64 into = find (self, "2026-012");
  g_autoptr(KoyomiRecord) incident = NULL;
  g_autoptr(GError) error = NULL;

  assert_refused (koyomi_incident_merge (self->session, id, id, self->now, KOYOMI_LANGUAGE_JA, &error), &error);
  assert_refused (koyomi_incident_merge (self->session, id, find (self, "2026-006"), self->now, KOYOMI_LANGUAGE_JA, &error), &error);
  assert_refused (koyomi_incident_merge (self->session, id, find (self, "2026-009"), self->now, KOYOMI_LANGUAGE_JA, &error), &error);

  koyomi_incident_merge (self->session, id, into, self->now, KOYOMI_LANGUAGE_JA, &error);
  g_assert_no_error (error);
  incident = get (self, id);
  g_assert_cmpint (koyomi_record_get_int (incident, KOYOMI_INCIDENT_STATE), ==, KOYOMI_INCIDENT_STATE_MERGED);
  g_assert_cmpint (koyomi_record_get_int (incident, KOYOMI_INCIDENT_MERGED_INTO), ==, into);
  assert_told (self, id, "State: New → Merged. 2026-012");
  assert_told (self, into, "was merged into this one");
  assert_refused (koyomi_incident_merge (self->session, into, find (self, "2026-001"), self->now, KOYOMI_LANGUAGE_JA, &error), &error);
  assert_refused (koyomi_incident_merge (self->session, into, id, self->now, KOYOMI_LANGUAGE_JA, &error), &error);

  koyomi_incident_reopen (self->session, id, KOYOMI_INCIDENT_STATE_NEW, "別件と判明", self->now, KOYOMI_LANGUAGE_JA, &error);
  g_assert_no_error (error);
  g_clear_object (&incident);
  incident = get (self, id);
  g_assert_true (koyomi_record_is_none (incident, KOYOMI_INCIDENT_MERGED_INTO));
  assert_refused (koyomi_incident_reopen (self->session, id, KOYOMI_INCIDENT_STATE_NEW, "再度", self->now, KOYOMI_LANGUAGE_JA, &error),
                  &error);
}

static void
test_delete (Fixture       *self,
             gconstpointer  data)
{
  gint64 id = find (self, "2026-011");
  g_autofree char *before = koyomi_test_content_hash (self->session);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;
  gint64 n_evidence = koyomi_session_count (self->session, KOYOMI_TABLE_EVIDENCE, NULL);
  gint64 n_findings = koyomi_session_count (self->session, KOYOMI_TABLE_FINDING, NULL);
  gint64 n_proofs = koyomi_session_count (self->session, KOYOMI_TABLE_PROOF, NULL);

  koyomi_incident_delete (self->session, id, KOYOMI_LANGUAGE_JA, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_of (self, KOYOMI_TABLE_INCIDENT_EVENT, KOYOMI_INCIDENT_EVENT_INCIDENT, id), ==, 0);
  g_assert_cmpuint (count_of (self, KOYOMI_TABLE_INCIDENT_TASK, KOYOMI_INCIDENT_TASK_INCIDENT, id), ==, 0);
  g_assert_cmpuint (count_of (self, KOYOMI_TABLE_INCIDENT_REPORT, KOYOMI_INCIDENT_REPORT_INCIDENT, id), ==, 0);
  g_assert_cmpuint (count_of (self, KOYOMI_TABLE_INCIDENT_LINK, KOYOMI_INCIDENT_LINK_INCIDENT, id), ==, 0);
  g_assert_cmpint (koyomi_session_count (self->session, KOYOMI_TABLE_EVIDENCE, NULL), ==, n_evidence);
  g_assert_cmpint (koyomi_session_count (self->session, KOYOMI_TABLE_FINDING, NULL), ==, n_findings);
  /* The one that was about nothing else. */
  g_assert_cmpint (koyomi_session_count (self->session, KOYOMI_TABLE_PROOF, NULL), ==, n_proofs - 1);

  g_assert_true (koyomi_session_undo (self->session, NULL));
  after = koyomi_test_content_hash (self->session);
  g_assert_cmpstr (after, ==, before);
}

static gint64
find_named (Fixture       *self,
            KoyomiTableId  table,
            const char    *title)
{
  g_autoptr(GPtrArray) rows = koyomi_session_list (self->session, table, 0, 0, KOYOMI_LANGUAGE_JA, NULL);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (koyomi_record_get_title (g_ptr_array_index (rows, i)), title))
      return koyomi_record_get_id (g_ptr_array_index (rows, i));

  g_assert_not_reached ();
}

static gboolean
has_party (Fixture        *self,
           gint64          id,
           const char     *name,
           KoyomiLanguage  language)
{
  g_autoptr(GPtrArray) parties = koyomi_session_list (self->session, KOYOMI_TABLE_INCIDENT_PARTY, KOYOMI_INCIDENT_PARTY_INCIDENT, id,
                                                      language, NULL);

  for (guint i = 0; i < parties->len; i++)
    if (g_str_equal (koyomi_record_get_text (g_ptr_array_index (parties, i), KOYOMI_INCIDENT_PARTY_NAME), name))
      return TRUE;

  return FALSE;
}

/* Teams, people and what an incident concerns can go; the incident stays, and knows who was there. */
static void
test_what_it_refers_to_goes (Fixture       *self,
                             gconstpointer  data)
{
  static const struct
  {
    KoyomiTableId  table;
    const char    *title;
  } cases[] = {
    { KOYOMI_TABLE_PERSON, "模擬 直子" },
    { KOYOMI_TABLE_TEAM, "情報システム部" },
    { KOYOMI_TABLE_RISK, "ランサムウェアによる基幹システムの停止" },
  };
  gint64 drill = find (self, "2026-006");
  g_autofree char *before = koyomi_test_content_hash (self->session);
  g_autofree char *after = NULL;
  guint n_links = count_of (self, KOYOMI_TABLE_INCIDENT_LINK, KOYOMI_INCIDENT_LINK_INCIDENT, drill);
  guint n_parties = count_of (self, KOYOMI_TABLE_INCIDENT_PARTY, KOYOMI_INCIDENT_PARTY_INCIDENT, drill);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      koyomi_session_remove (self->session, cases[i].table, find_named (self, cases[i].table, cases[i].title), KOYOMI_LANGUAGE_JA, &error);
      g_assert_no_error (error);
    }

  g_assert_cmpuint (count_of (self, KOYOMI_TABLE_INCIDENT_LINK, KOYOMI_INCIDENT_LINK_INCIDENT, drill), ==, n_links - 1);
  g_assert_cmpuint (count_of (self, KOYOMI_TABLE_INCIDENT_PARTY, KOYOMI_INCIDENT_PARTY_INCIDENT, drill), ==, n_parties);
  g_assert_true (has_party (self, drill, "模擬 直子", KOYOMI_LANGUAGE_JA));
  g_assert_true (has_party (self, drill, "Naoko Mogi", KOYOMI_LANGUAGE_EN));
  g_assert_true (has_party (self, drill, "情報システム部", KOYOMI_LANGUAGE_JA));
  g_assert_true (has_party (self, drill, "IT department", KOYOMI_LANGUAGE_EN));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_true (koyomi_session_undo (self->session, NULL));
  after = koyomi_test_content_hash (self->session);
  g_assert_cmpstr (after, ==, before);
}

static void
test_referring (Fixture       *self,
                gconstpointer  data)
{
  static const KoyomiTableId expected[] = {
    KOYOMI_TABLE_INCIDENT, KOYOMI_TABLE_INCIDENT_TASK, KOYOMI_TABLE_INCIDENT_PARTY,
  };
  g_autoptr(GArray) referring = koyomi_session_list_referring (self->session, KOYOMI_TABLE_TEAM,
                                                               find_named (self, KOYOMI_TABLE_TEAM, "CSIRT"), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      gboolean is_named = FALSE;

      for (guint j = 0; j < referring->len; j++)
        is_named |= g_array_index (referring, KoyomiReferring, j).table == expected[i];
      g_assert_true (is_named);
    }
}

static guint
count_gaps (Fixture *self,
            gint64   id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) gaps = koyomi_incident_list_gaps (self->session, id, &error);

  g_assert_no_error (error);

  return gaps->len;
}

static void
settle_tasks (Fixture *self,
              gint64   id)
{
  g_autoptr(GPtrArray) tasks = koyomi_session_list (self->session, KOYOMI_TABLE_INCIDENT_TASK, KOYOMI_INCIDENT_TASK_INCIDENT, id,
                                                    KOYOMI_LANGUAGE_JA, NULL);

  for (guint i = 0; i < tasks->len; i++)
    {
      KoyomiRecord *task = g_ptr_array_index (tasks, i);

      if (i % 2 == 0)
        koyomi_record_set_int (task, KOYOMI_INCIDENT_TASK_DONE_AT, self->now);
      else
        koyomi_record_set_text (task, KOYOMI_INCIDENT_TASK_WAIVED, "対象なし");
      g_assert_true (koyomi_session_save (self->session, task, KOYOMI_LANGUAGE_JA, NULL));
    }
}

static void
settle_reports (Fixture *self,
                gint64   id)
{
  g_autoptr(GPtrArray) reports = koyomi_session_list (self->session, KOYOMI_TABLE_INCIDENT_REPORT, KOYOMI_INCIDENT_REPORT_INCIDENT, id,
                                                      KOYOMI_LANGUAGE_JA, NULL);

  for (guint i = 0; i < reports->len; i++)
    {
      KoyomiRecord *report = g_ptr_array_index (reports, i);

      koyomi_record_set_int (report, KOYOMI_INCIDENT_REPORT_STATE, KOYOMI_REPORT_STATE_NOT_APPLICABLE);
      koyomi_record_set_text (report, KOYOMI_INCIDENT_REPORT_REASON, "個人データなし");
      g_assert_true (koyomi_session_save (self->session, report, KOYOMI_LANGUAGE_JA, NULL));
    }
}

/* Reasons are kept with the closing, and go with it when it is taken back; not all that is missing can be waived. */
static void
close_with_reasons (Fixture *self,
                    gint64   id)
{
  const char *reasons[KOYOMI_N_CLOSE_GAPS] = { NULL };
  g_autoptr(GError) error = NULL;

  reasons[KOYOMI_CLOSE_GAP_TASKS] = "不要";
  assert_refused (koyomi_incident_close (self->session, id, reasons, self->now, self->now, KOYOMI_LANGUAGE_JA, &error), &error);
  reasons[KOYOMI_CLOSE_GAP_TASKS] = NULL;
  reasons[KOYOMI_CLOSE_GAP_CAUSE] = "検体が残っていない";
  assert_refused (koyomi_incident_close (self->session, id, reasons, self->now, self->now, KOYOMI_LANGUAGE_JA, &error), &error);
  g_assert_cmpuint (count_gaps (self, id), ==, 2);

  reasons[KOYOMI_CLOSE_GAP_REVIEW] = "小さな事案";
  koyomi_incident_close (self->session, id, reasons, self->now, self->now, KOYOMI_LANGUAGE_JA, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_state (self, id), ==, KOYOMI_INCIDENT_STATE_CLOSED);
  koyomi_session_undo (self->session, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_state (self, id), ==, KOYOMI_INCIDENT_STATE_RESPONDING);
  g_assert_cmpuint (count_gaps (self, id), ==, 2);
}

/* From suspicion to the end, gap by gap. */
static void
test_close (Fixture       *self,
            gconstpointer  data)
{
  gint64 id = find (self, "2026-012");
  g_autoptr(KoyomiRecord) incident = get (self, id);
  g_autoptr(GError) error = NULL;
  KoyomiIncidentTimes times;

  g_assert_cmpuint (count_gaps (self, id), ==, 5);
  assert_refused (koyomi_incident_close (self->session, id, NULL, self->now, self->now, KOYOMI_LANGUAGE_JA, &error), &error);

  settle_tasks (self, id);
  g_assert_cmpuint (count_gaps (self, id), ==, 4);
  settle_reports (self, id);
  g_assert_cmpuint (count_gaps (self, id), ==, 3);

  koyomi_incident_times_read (&times, incident);
  koyomi_incident_times_set (&times, KOYOMI_INCIDENT_TIME_CONTAINED, self->now - 2 * HOUR, KOYOMI_CERTAINTY_EXACT);
  koyomi_incident_times_set (&times, KOYOMI_INCIDENT_TIME_ERADICATED, 0, KOYOMI_CERTAINTY_UNKNOWN);
  koyomi_incident_times_set (&times, KOYOMI_INCIDENT_TIME_RECOVERED, self->now - HOUR, KOYOMI_CERTAINTY_ESTIMATED);
  g_assert_true (koyomi_incident_set_times (self->session, id, &times, self->now, KOYOMI_LANGUAGE_JA, NULL));
  g_assert_cmpuint (count_gaps (self, id), ==, 2);

  close_with_reasons (self, id);

  g_clear_object (&incident);
  incident = get (self, id);
  koyomi_record_set_text (incident, KOYOMI_INCIDENT_CAUSE, "添付ファイルの実行");
  koyomi_record_set_text (incident, KOYOMI_INCIDENT_LESSONS, "マクロを既定で無効にする");
  koyomi_record_set_int (incident, KOYOMI_INCIDENT_REVIEWED_DAY, koyomi_day_today ());
  g_assert_true (koyomi_session_save (self->session, incident, KOYOMI_LANGUAGE_JA, NULL));
  g_assert_cmpuint (count_gaps (self, id), ==, 0);

  /* Not before it was recovered. */
  assert_refused (koyomi_incident_close (self->session, id, NULL, self->now - 2 * HOUR, self->now, KOYOMI_LANGUAGE_JA, &error), &error);
  koyomi_incident_close (self->session, id, NULL, self->now, self->now, KOYOMI_LANGUAGE_JA, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_state (self, id), ==, KOYOMI_INCIDENT_STATE_CLOSED);
  assert_told (self, id, "State: Responding → Closed");
  assert_refused (koyomi_incident_close (self->session, id, NULL, self->now, self->now, KOYOMI_LANGUAGE_JA, &error), &error);
}

static char *
summarize (Fixture *self)
{
  g_autoptr(KoyomiIncidentBoard) board = koyomi_session_load_incident_board (self->session, self->now, KOYOMI_LANGUAGE_JA, NULL);
  KoyomiFiscalYear year = koyomi_session_get_fiscal_year (self->session, koyomi_day_today ());
  GString *text = g_string_new (NULL);
  guint n_counted = 0;

  for (guint i = 0; i < KOYOMI_N_MEASURES; i++)
    {
      KoyomiMeasureSummary summary;

      koyomi_incident_board_summarize (board, i, koyomi_fiscal_year_get_first_day (year), koyomi_fiscal_year_get_last_day (year), &summary);
      g_string_append_printf (text, "%s %u %u %u %.3f %.3f\n", koyomi_measure_get_code (i), summary.n, summary.n_estimated,
                              summary.n_excluded, summary.median, summary.mean);
    }

  for (guint i = 0; i < koyomi_incident_board_get_n_cards (board); i++)
    n_counted += koyomi_incident_card_counts (koyomi_incident_board_get_card (board, i));
  g_string_append_printf (text, "%u", n_counted);

  return g_string_free (text, FALSE);
}

static void
finish_drill (Fixture *self,
              gint64   id)
{
  g_autoptr(KoyomiRecord) drill = get (self, id);
  g_autoptr(GError) error = NULL;

  koyomi_record_set_text (drill, KOYOMI_INCIDENT_OUTCOME, "20分で判断");
  koyomi_record_set_int (drill, KOYOMI_INCIDENT_VERDICT, KOYOMI_DRILL_VERDICT_MET);
  koyomi_record_set_text (drill, KOYOMI_INCIDENT_LESSONS, "連絡網を印刷しておく");
  koyomi_record_set_int (drill, KOYOMI_INCIDENT_REVIEWED_DAY, koyomi_day_today ());
  koyomi_record_set_int (drill, KOYOMI_INCIDENT_OCCURRED_AT, self->now - 2 * HOUR);
  koyomi_record_set_int (drill, KOYOMI_INCIDENT_ACKNOWLEDGED_AT, self->now - HOUR / 2);
  koyomi_session_save (self->session, drill, KOYOMI_LANGUAGE_JA, &error);
  g_assert_no_error (error);
  settle_tasks (self, id);
  move (self, id, KOYOMI_INCIDENT_STATE_CONTAINED);
  move (self, id, KOYOMI_INCIDENT_STATE_RECOVERED);
  koyomi_incident_close (self->session, id, NULL, self->now, self->now, KOYOMI_LANGUAGE_JA, &error);
  g_assert_no_error (error);
}

static void
test_drill (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *before = summarize (self);
  g_autofree char *opened = NULL;
  g_autofree char *closed = NULL;
  g_autofree char *deleted = NULL;
  g_autofree char *real = NULL;
  gint64 id = open_well (self, "机上演習", KOYOMI_INCIDENT_KIND_DRILL);

  opened = summarize (self);
  g_assert_cmpstr (opened, ==, before);
  finish_drill (self, id);
  closed = summarize (self);
  g_assert_cmpstr (closed, ==, before);
  g_assert_true (koyomi_incident_delete (self->session, id, KOYOMI_LANGUAGE_JA, NULL));
  deleted = summarize (self);
  g_assert_cmpstr (deleted, ==, before);

  /* The figures do see an incident. */
  open_well (self, "本当の事案", KOYOMI_INCIDENT_KIND_INCIDENT);
  real = summarize (self);
  g_assert_cmpstr (real, !=, before);
}

static void
test_empty_plan (Fixture       *self,
                 gconstpointer  data)
{
  gint64 id = open_well (self, "最初の事案", KOYOMI_INCIDENT_KIND_INCIDENT);
  g_autoptr(KoyomiRecord) incident = get (self, id);
  g_autoptr(KoyomiIncidentBoard) board = NULL;

  g_assert_true (g_str_has_suffix (koyomi_record_get_text (incident, KOYOMI_INCIDENT_NUMBER), "-001"));
  board = koyomi_session_load_incident_board (self->session, self->now, KOYOMI_LANGUAGE_EN, NULL);
  g_assert_cmpuint (koyomi_incident_board_get_n_cards (board), ==, 1);
  g_assert_cmpstr (koyomi_incident_board_get_card (board, 0)->team, ==, "");
}

#define ADD(claim, name, start, func) g_test_add ("/session/incident-edit/" claim, Fixture, name, start, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  ADD ("opening-gives-a-number-of-the-fiscal-year", "open", set_up, test_open);
  ADD ("opening-makes-the-check-list-in-one-step", "check-list", set_up, test_open_with_check_list);
  ADD ("triage-needs-a-reason-for-another-severity", "triage", set_up, test_triage);
  ADD ("move-is-dated-and-signed", "move", set_up, test_move);
  ADD ("move-sets-no-time-that-cannot-be", "possible", set_up, test_move_keeps_times_possible);
  ADD ("move-that-is-not-allowed-changes-nothing", "refused", set_up, test_move_refused);
  ADD ("false-alarm-is-opened-again", "false-alarm", set_up, test_false_alarm);
  ADD ("times-that-cannot-be-are-refused", "times", set_up, test_times);
  ADD ("other-language-is-no-change", "language", set_up, test_other_language);
  ADD ("merged-incident-knows-where-it-went", "merge", set_up, test_merge);
  ADD ("deleted-incident-takes-its-parts-along", "delete", set_up, test_delete);
  ADD ("who-took-part-is-known-by-name-when-gone", "gone", set_up, test_what_it_refers_to_goes);
  ADD ("team-is-known-to-be-in-incidents", "referring", set_up, test_referring);
  ADD ("closing-waits-for-every-gap", "close", set_up, test_close);
  ADD ("drill-changes-no-figure", "drill", set_up, test_drill);
  ADD ("empty-plan-takes-its-first-incident", "empty", set_up_empty, test_empty_plan);

  return koyomi_test_folder_finish (g_test_run ());
}
