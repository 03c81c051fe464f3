#include "koyomi-day.h"
#include "koyomi-history.h"
#include "koyomi-incident-evidence.h"
#include "koyomi-incident-follow-up.h"
#include "koyomi-incident-links.h"
#include "koyomi-incident-parties.h"
#include "koyomi-incident-timeline.h"
#include "koyomi-run-edit.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

#include <string.h>

#define JA KOYOMI_LANGUAGE_JA
#define EN KOYOMI_LANGUAGE_EN

#define HOUR G_GINT64_CONSTANT (3600000)

typedef struct
{
  KoyomiSession *session;
  char          *folder;
  guint32        today;
  gint64         now;
  gint64         incident;
} Fixture;

static gint64
add (Fixture      *self,
     KoyomiRecord *record)
{
  g_autoptr(GError) error = NULL;
  gint64 id = koyomi_session_add (self->session, record, EN, &error);

  g_assert_no_error (error);

  return id;
}

static gint64
add_incident (Fixture    *self,
              const char *number)
{
  g_autoptr(KoyomiRecord) incident = koyomi_record_new (KOYOMI_TABLE_INCIDENT);

  koyomi_record_set_text (incident, KOYOMI_INCIDENT_NUMBER, number);
  koyomi_record_set_text (incident, KOYOMI_INCIDENT_TITLE, "試験");
  koyomi_record_set_int (incident, KOYOMI_INCIDENT_KIND, KOYOMI_INCIDENT_KIND_INCIDENT);

  return add (self, incident);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  static int number;
  g_autofree char *name = g_strdup_printf ("case-%d", ++number);
  g_autofree char *path = NULL;

  self->folder = koyomi_test_folder_make (name);
  path = g_build_filename (self->folder, "plan.koyomi", NULL);
  self->today = koyomi_day_new (2026, 11, 22);
  self->now = koyomi_time_parse ("2026-11-22T01:00:00.000Z", NULL);
  koyomi_day_set_today (self->today);
  koyomi_test_plan_make (path, KOYOMI_TEMPLATE_CRIC, JA);
  self->session = koyomi_test_plan_open (path);
  self->incident = add_incident (self, "2026-099");
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  koyomi_test_plan_verify (self->session);
  g_assert_finalize_object (self->session);
  g_free (self->folder);
}

static gint64
find_row (Fixture       *self,
          KoyomiTableId  table,
          int            field,
          const char    *text)
{
  g_autoptr(GPtrArray) records = koyomi_session_list (self->session, table, 0, 0, JA, NULL);

  for (guint i = 0; i < records->len; i++)
    if (g_str_equal (koyomi_record_get_text (g_ptr_array_index (records, i), field), text))
      return koyomi_record_get_id (g_ptr_array_index (records, i));

  g_assert_not_reached ();
}

/* The entries as one text: “10:00 text”, those of the program with “auto” before. */
static char *
print_timeline (Fixture             *self,
                KoyomiTimelineOrder  order,
                KoyomiLanguage       language)
{
  g_autoptr(GPtrArray) entries = koyomi_session_load_timeline (self->session, self->incident, order, language, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      KoyomiRecord *entry = g_ptr_array_index (entries, i);

      g_string_append_printf (text, "%s%+d %s%s%s", i > 0 ? " | " : "",
                              (int) ((koyomi_record_get_int (entry, KOYOMI_INCIDENT_EVENT_AT) - self->now) / HOUR),
                              koyomi_record_get_int (entry, KOYOMI_INCIDENT_EVENT_KIND) == KOYOMI_EVENT_KIND_AUTO ? "auto " : "",
                              koyomi_record_get_title (entry),
                              koyomi_record_get_int (entry, KOYOMI_INCIDENT_EVENT_IN_REPORT) ? " (report)" : "");
    }

  return g_string_free (text, FALSE);
}

static void
assert_timeline (Fixture    *self,
                 const char *expected)
{
  g_autofree char *text = print_timeline (self, KOYOMI_TIMELINE_OLDEST_FIRST, EN);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_timeline (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiRecord) entry = NULL;
  g_autofree char *newest = NULL;
  gint64 later = koyomi_timeline_add (self->session, self->incident, self->now + 2 * HOUR, "架空 一郎", "later", FALSE, EN, &error);
  gint64 first = koyomi_timeline_add (self->session, self->incident, self->now, NULL, "first", TRUE, EN, &error);
  gint64 copy = koyomi_timeline_copy (self->session, first, 0, EN, &error);
  gint64 both[] = { later, copy };

  assert_timeline (self, "+0 first (report) | +0 first (report) | +2 later");
  g_assert_true (koyomi_timeline_set_in_report (self->session, both, 2, FALSE, EN, &error));
  assert_timeline (self, "+0 first (report) | +0 first | +2 later");

  entry = koyomi_session_get (self->session, KOYOMI_TABLE_INCIDENT_EVENT, copy, JA, NULL);
  koyomi_record_set_int (entry, KOYOMI_INCIDENT_EVENT_AT, self->now + HOUR);
  koyomi_record_set_text (entry, KOYOMI_INCIDENT_EVENT_TEXT, "between");
  g_assert_true (koyomi_timeline_save (self->session, entry, EN, &error));
  newest = print_timeline (self, KOYOMI_TIMELINE_NEWEST_FIRST, EN);
  g_assert_cmpstr (newest, ==, "+2 later | +1 between | +0 first (report)");

  g_assert_true (koyomi_timeline_remove (self->session, both, 2, EN, &error));
  g_assert_no_error (error);
  assert_timeline (self, "+0 first (report)");
}

static KoyomiRecord *
make_evidence (const char *title)
{
  KoyomiRecord *evidence = koyomi_record_new (KOYOMI_TABLE_EVIDENCE);

  koyomi_record_set_text (evidence, KOYOMI_EVIDENCE_TITLE, title);
  koyomi_record_set_int (evidence, KOYOMI_EVIDENCE_KIND, KOYOMI_EVIDENCE_KIND_RECORD);

  return evidence;
}

/* What the program wrote can be marked and copied, but not be written over or deleted. */
static void
test_automatic (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(KoyomiRecord) evidence = make_evidence ("proxy.log");
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *japanese = NULL;
  KoyomiRecord *entry;
  gint64 id;

  koyomi_incident_evidence_add (self->session, self->incident, evidence, self->now, EN, &error);
  g_assert_no_error (error);
  entries = koyomi_session_load_timeline (self->session, self->incident, KOYOMI_TIMELINE_OLDEST_FIRST, JA, NULL);
  entry = g_ptr_array_index (entries, 0);
  id = koyomi_record_get_id (entry);

  koyomi_record_set_text (entry, KOYOMI_INCIDENT_EVENT_TEXT, "nothing happened");
  g_assert_false (koyomi_timeline_save (self->session, entry, EN, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_false (koyomi_timeline_remove (self->session, &id, 1, EN, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
  g_clear_error (&error);

  g_assert_true (koyomi_timeline_set_in_report (self->session, &id, 1, TRUE, EN, &error));
  koyomi_timeline_copy (self->session, id, self->now + HOUR, EN, &error);
  g_assert_no_error (error);
  assert_timeline (self, "+0 auto Evidence added: proxy.log (report) | +1 Evidence added: proxy.log (report)");
  japanese = print_timeline (self, KOYOMI_TIMELINE_OLDEST_FIRST, JA);
  g_assert_cmpstr (japanese, ==, "+0 auto 証跡の追加: proxy.log (report) | +1 証跡の追加: proxy.log (report)");
}

static gint64
hand_over (Fixture    *self,
           gint64      evidence,
           gint64      at,
           const char *to,
           const char *place)
{
  g_autoptr(KoyomiRecord) custody = koyomi_record_new (KOYOMI_TABLE_CUSTODY);
  g_autoptr(GError) error = NULL;
  gint64 id;

  koyomi_record_set_int (custody, KOYOMI_CUSTODY_EVIDENCE, evidence);
  koyomi_record_set_int (custody, KOYOMI_CUSTODY_AT, at);
  koyomi_record_set_text (custody, KOYOMI_CUSTODY_TO_HOLDER, to);
  koyomi_record_set_text (custody, KOYOMI_CUSTODY_PLACE, place);
  id = koyomi_incident_evidence_move (self->session, self->incident, custody, EN, &error);
  g_assert_no_error (error);

  return id;
}

static void
test_custody (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(KoyomiRecord) evidence = make_evidence ("disk.img");
  g_autoptr(KoyomiRecord) nobody = koyomi_record_new (KOYOMI_TABLE_CUSTODY);
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GError) error = NULL;
  KoyomiIncidentEvidence *first;
  gint64 id;

  koyomi_record_set_text (evidence, KOYOMI_EVIDENCE_OWNER, "架空 一郎");
  koyomi_record_set_text (evidence, KOYOMI_EVIDENCE_PLACE, "disk.img");
  id = koyomi_incident_evidence_add (self->session, self->incident, evidence, self->now, EN, &error);
  hand_over (self, id, self->now + 3 * HOUR, "例示 花子", "");
  hand_over (self, id, self->now + HOUR, "標本 翔", "金庫A");

  list = koyomi_session_load_incident_evidence (self->session, self->incident, JA, &error);
  g_assert_cmpuint (list->len, ==, 1);
  first = g_ptr_array_index (list, 0);
  g_assert_cmpuint (first->custody->len, ==, 2);
  g_assert_cmpstr (first->holder, ==, "例示 花子");
  g_assert_cmpstr (first->place, ==, "金庫A");
  assert_timeline (self, "+0 auto Evidence added: disk.img | +1 auto Evidence handed over: disk.img | +3 auto Evidence handed over: disk.img");

  koyomi_record_set_int (nobody, KOYOMI_CUSTODY_EVIDENCE, id);
  koyomi_record_set_int (nobody, KOYOMI_CUSTODY_AT, self->now);
  g_assert_cmpint (koyomi_incident_evidence_move (self->session, self->incident, nobody, EN, &error), ==, 0);
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
}

/* A file that was changed after it was recorded is found, and the timeline says so. */
static void
test_check (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "disk.img", NULL);
  g_autofree char *hash = NULL;
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(KoyomiRecord) evidence = make_evidence ("disk.img");
  g_autoptr(KoyomiRecord) wrong = make_evidence ("wrong");
  g_autoptr(KoyomiEvidenceCheck) check = NULL;
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, "abc", 3, NULL);
  hash = koyomi_file_hash (file, NULL, NULL, NULL, NULL);
  koyomi_evidence_set_file (evidence, file, koyomi_session_get_path (self->session), hash);
  koyomi_incident_evidence_add (self->session, self->incident, evidence, self->now, EN, &error);
  g_assert_no_error (error);

  g_file_set_contents (path, "abd", 3, NULL);
  check = koyomi_session_begin_evidence_check (self->session, self->incident, EN, &error);
  g_assert_true (koyomi_evidence_check_run (check, NULL, NULL, NULL, &error));
  g_assert_false (koyomi_evidence_check_is_good (check));
  g_assert_true (koyomi_incident_evidence_record_check (self->session, self->incident, check, self->now + HOUR, EN, &error));
  assert_timeline (self, "+0 auto Evidence added: disk.img | +1 auto Evidence checked. Changed since it was recorded: 1");

  koyomi_record_set_text (wrong, KOYOMI_EVIDENCE_SHA256, "abc");
  g_assert_cmpint (koyomi_incident_evidence_add (self->session, self->incident, wrong, self->now, EN, &error), ==, 0);
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
}

static void
test_attach (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(KoyomiRecord) evidence = make_evidence ("policy.pdf");
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id;

  koyomi_record_set_int (evidence, KOYOMI_EVIDENCE_ADDED_DAY, self->today);
  id = add (self, evidence);
  g_assert_cmpint (koyomi_incident_evidence_attach (self->session, self->incident, id, self->now, EN, &error), ==, id);
  g_assert_cmpint (koyomi_incident_evidence_attach (self->session, self->incident, id, self->now, EN, &error), ==, 0);
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
  g_clear_error (&error);

  g_assert_true (koyomi_incident_evidence_detach (self->session, self->incident, id, self->now, EN, &error));
  g_assert_false (koyomi_incident_evidence_detach (self->session, self->incident, id, self->now, EN, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOTHING);
  list = koyomi_session_load_incident_evidence (self->session, self->incident, EN, NULL);
  g_assert_cmpuint (list->len, ==, 0);
}

static char *
print_links (Fixture *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) links = koyomi_session_load_incident_links (self->session, self->incident, EN, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < links->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " | " : "", ((KoyomiIncidentLink *) g_ptr_array_index (links, i))->title);

  return g_string_free (text, FALSE);
}

static gint64
add_finding (Fixture *self)
{
  g_autoptr(KoyomiRecord) finding = koyomi_record_new (KOYOMI_TABLE_FINDING);

  koyomi_record_set_text (finding, KOYOMI_FINDING_NUMBER, "F-01");
  koyomi_record_set_text (finding, KOYOMI_FINDING_TITLE, "no limit");
  koyomi_record_set_int (finding, KOYOMI_FINDING_FOUND_DAY, self->today);

  return add (self, finding);
}

static void
test_links (Fixture       *self,
            gconstpointer  data)
{
  const struct
  {
    KoyomiTableId table;
    gint64        row;
  } rows[] = {
    { KOYOMI_TABLE_FINDING, add_finding (self) },
    { KOYOMI_TABLE_CONTROL, find_row (self, KOYOMI_TABLE_CONTROL, KOYOMI_CONTROL_CODE, "5.24") },
    { KOYOMI_TABLE_FUNCTION, find_row (self, KOYOMI_TABLE_FUNCTION, KOYOMI_FUNCTION_NAME, "SOC") },
  };
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *empty = NULL;
  gint64 other = add_incident (self, "2026-100");

  for (guint i = 0; i < 2 * G_N_ELEMENTS (rows); i++)
    g_assert_true (koyomi_incident_link (self->session, self->incident, rows[i / 2].table, rows[i / 2].row, EN, &error));
  text = print_links (self);
  g_assert_true (g_str_has_prefix (text, "18 SOC | 5.24 "));
  g_assert_true (g_str_has_suffix (text, " | F-01 no limit"));

  g_assert_false (koyomi_incident_link (self->session, other, KOYOMI_TABLE_FINDING, rows[0].row, EN, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
  g_clear_error (&error);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_true (koyomi_incident_unlink (self->session, self->incident, rows[i].table, rows[i].row, EN, &error));
  empty = print_links (self);
  g_assert_cmpstr (empty, ==, "");
}

/* What a link led to can be deleted; the link leads nowhere then, and is not shown. */
static void
test_link_to_deleted (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr(KoyomiRecord) risk = koyomi_record_new (KOYOMI_TABLE_RISK);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 id;

  koyomi_record_set_text (risk, KOYOMI_RISK_TITLE, "ransomware");
  for (int field = KOYOMI_RISK_LIKELIHOOD; field <= KOYOMI_RISK_TARGET_IMPACT; field++)
    koyomi_record_set_int (risk, field, 1);
  id = add (self, risk);
  g_assert_true (koyomi_incident_link (self->session, self->incident, KOYOMI_TABLE_RISK, id, EN, &error));
  g_assert_true (koyomi_session_remove (self->session, KOYOMI_TABLE_RISK, id, EN, &error));
  text = print_links (self);
  g_assert_cmpstr (text, ==, "");
}

static void
test_parties (Fixture       *self,
              gconstpointer  data)
{
  gint64 soc = find_row (self, KOYOMI_TABLE_TEAM, KOYOMI_TEAM_CODE, "SOC");
  g_autoptr(KoyomiRecord) team = koyomi_record_new (KOYOMI_TABLE_INCIDENT_PARTY);
  g_autoptr(KoyomiRecord) person = koyomi_record_new (KOYOMI_TABLE_PERSON);
  g_autoptr(KoyomiRecord) member = koyomi_record_new (KOYOMI_TABLE_INCIDENT_PARTY);
  g_autoptr(KoyomiRecord) other = koyomi_record_new (KOYOMI_TABLE_INCIDENT_PARTY);
  g_autoptr(KoyomiRecord) nobody = koyomi_record_new (KOYOMI_TABLE_INCIDENT_PARTY);
  KoyomiRecord *parties[] = { team, member, other, nobody };
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GError) error = NULL;
  static const char * const names[] = { "SOC staff", "例示 花子 (SOC staff)", "架空フォレンジック株式会社" };

  koyomi_record_set_int (person, KOYOMI_PERSON_TEAM, soc);
  koyomi_record_set_text (person, KOYOMI_PERSON_NAME, "例示 花子");
  add (self, person);
  koyomi_record_set_int (team, KOYOMI_INCIDENT_PARTY_TEAM, soc);
  koyomi_record_set_int (member, KOYOMI_INCIDENT_PARTY_PERSON, koyomi_record_get_id (person));
  koyomi_record_set_text (other, KOYOMI_INCIDENT_PARTY_NAME, names[2]);
  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    {
      koyomi_record_set_int (parties[i], KOYOMI_INCIDENT_PARTY_INCIDENT, self->incident);
      g_assert_true ((koyomi_incident_party_add (self->session, parties[i], EN, &error) != 0) == (i < 3));
    }
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);

  list = koyomi_session_load_incident_parties (self->session, self->incident, EN, NULL);
  g_assert_cmpuint (list->len, ==, 3);
  for (guint i = 0; i < list->len; i++)
    g_assert_cmpstr (((KoyomiIncidentParty *) g_ptr_array_index (list, i))->name, ==, names[i]);
  g_assert_cmpint (((KoyomiIncidentParty *) g_ptr_array_index (list, 1))->team, ==, soc);
}

static void
test_follow_up (Fixture       *self,
                gconstpointer  data)
{
  g_autofree char *start = koyomi_test_content_hash (self->session);
  g_autofree char *end = NULL;
  gint64 function = find_row (self, KOYOMI_TABLE_FUNCTION, KOYOMI_FUNCTION_NAME, "SOC");
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GPtrArray) moved = NULL;
  g_autoptr(GError) error = NULL;
  KoyomiFollowUp *follow_up;

  g_assert_cmpint (koyomi_follow_up_make (self->session, self->incident, function, "検知ルールの見直し", self->today + 10, self->today + 12, 0,
                                          "架空 一郎", self->now, EN, &error), !=, 0);
  g_assert_no_error (error);
  list = koyomi_session_load_follow_ups (self->session, self->incident, EN, &error);
  g_assert_cmpuint (list->len, ==, 1);
  follow_up = g_ptr_array_index (list, 0);
  g_assert_cmpstr (follow_up->title, ==, "検知ルールの見直し");
  g_assert_cmpstr (follow_up->function_name, ==, "18 SOC");
  g_assert_cmpstr (follow_up->owner, ==, "架空 一郎");
  g_assert_cmpstr (follow_up->team, ==, "SOC staff");
  g_assert_cmpint (follow_up->state, ==, KOYOMI_STATE_DUE_SOON);
  g_assert_cmpuint (follow_up->last_day, ==, self->today + 12);
  g_assert_true (follow_up->is_open);
  assert_timeline (self, "+0 auto Follow-up put into the calendar: 検知ルールの見直し");

  /* It stays linked when its run is moved and done. */
  g_assert_true (koyomi_runs_move (self->session, &follow_up->run, 1, -20, EN, &error));
  g_assert_true (koyomi_runs_set_status (self->session, &follow_up->run, 1, KOYOMI_STATUS_DONE, self->today, NULL, EN, &error));
  moved = koyomi_session_load_follow_ups (self->session, self->incident, EN, &error);
  g_assert_cmpuint (((KoyomiFollowUp *) g_ptr_array_index (moved, 0))->first_day, ==, self->today - 10);
  g_assert_false (((KoyomiFollowUp *) g_ptr_array_index (moved, 0))->is_open);

  for (guint i = 0; i < 3; i++)
    g_assert_true (koyomi_session_undo (self->session, &error));
  end = koyomi_test_content_hash (self->session);
  g_assert_cmpstr (end, ==, start);
}

static void
test_follow_up_refusals (Fixture       *self,
                         gconstpointer  data)
{
  gint64 function = find_row (self, KOYOMI_TABLE_FUNCTION, KOYOMI_FUNCTION_NAME, "SOC");
  const struct
  {
    const char *title;
    guint32     first_day;
    guint32     last_day;
  } cases[] = {
    { " ", self->today, self->today },
    { "a", self->today, self->today - 1 },
    { "a", KOYOMI_DAY_NONE, self->today },
    { "a", self->today, KOYOMI_DAY_LAST + 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_cmpint (koyomi_follow_up_make (self->session, self->incident, function, cases[i].title, cases[i].first_day, cases[i].last_day,
                                              0, NULL, self->now, EN, &error), ==, 0);
      g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
    }
}

#define ADD(name, test) g_test_add ("/session/incident-records/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  ADD ("timeline-is-sorted-marked-copied-and-changed", test_timeline);
  ADD ("automatic-entries-stay", test_automatic);
  ADD ("evidence-changes-hands", test_custody);
  ADD ("changed-file-is-found", test_check);
  ADD ("evidence-of-the-plan-is-attached-once", test_attach);
  ADD ("links-lead-both-ways-once", test_links);
  ADD ("link-to-a-deleted-row-is-not-shown", test_link_to_deleted);
  ADD ("parties-are-teams-people-or-names", test_parties);
  ADD ("follow-up-stands-in-the-calendar-and-stays-linked", test_follow_up);
  ADD ("follow-up-needs-title-and-days", test_follow_up_refusals);

  return koyomi_test_folder_finish (g_test_run ());
}
