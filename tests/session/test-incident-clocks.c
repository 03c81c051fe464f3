#include "koyomi-clock-edit.h"
#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-history.h"
#include "koyomi-incident-clocks.h"
#include "koyomi-record-edit.h"
#include "koyomi-report-edit.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

#include <string.h>

#define JA KOYOMI_LANGUAGE_JA
#define EN KOYOMI_LANGUAGE_EN

typedef struct
{
  KoyomiSession *session;
  gint64         incident;
} Fixture;

static gint64
at (const char *text)
{
  g_autoptr(GError) error = NULL;
  gint64 time = koyomi_time_parse (text, &error);

  g_assert_no_error (error);

  return time;
}

static gint64
add_incident (KoyomiSession      *session,
              KoyomiIncidentKind  kind,
              const char         *number,
              const char         *aware)
{
  g_autoptr(KoyomiRecord) incident = koyomi_record_new (KOYOMI_TABLE_INCIDENT);
  g_autoptr(GError) error = NULL;

  koyomi_record_set_text (incident, KOYOMI_INCIDENT_NUMBER, number);
  koyomi_record_set_text (incident, KOYOMI_INCIDENT_TITLE, "誤送信");
  koyomi_record_set_int (incident, KOYOMI_INCIDENT_KIND, kind);
  koyomi_record_set_int (incident, KOYOMI_INCIDENT_AWARE_AT, at (aware));
  koyomi_session_add (session, incident, JA, &error);
  g_assert_no_error (error);

  return koyomi_record_get_id (incident);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  static int number;
  g_autofree char *name = g_strdup_printf ("case-%d", ++number);
  g_autofree char *folder = koyomi_test_folder_make (name);
  g_autofree char *path = g_build_filename (folder, "plan.koyomi", NULL);

  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));
  koyomi_test_plan_make (path, GPOINTER_TO_INT (data), JA);
  self->session = koyomi_test_plan_open (path);
  self->incident = add_incident (self->session, KOYOMI_INCIDENT_KIND_INCIDENT, "2026-901", "2026-11-16T09:00+09:00");
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  koyomi_test_plan_verify (self->session);
  g_assert_finalize_object (self->session);
}

static gint64
find_clock (Fixture    *self,
            const char *code)
{
  g_autoptr(GPtrArray) clocks = koyomi_session_list (self->session, KOYOMI_TABLE_CLOCK, 0, 0, JA, NULL);

  for (guint i = 0; i < clocks->len; i++)
    if (strcmp (koyomi_record_get_text (g_ptr_array_index (clocks, i), KOYOMI_CLOCK_CODE), code) == 0)
      return koyomi_record_get_id (g_ptr_array_index (clocks, i));

  g_error ("no clock “%s”", code);
}

static KoyomiIncidentClocks *
load (Fixture    *self,
      const char *now)
{
  g_autoptr(GError) error = NULL;
  KoyomiIncidentClocks *clocks = koyomi_session_load_incident_clocks (self->session, self->incident, at (now), JA, &error);

  g_assert_no_error (error);

  return clocks;
}

/* Whether the clock stands so, and is due then; “” for no time. */
static void
assert_clock (Fixture    *self,
              const char *code,
              const char *now,
              const char *state,
              const char *due)
{
  g_autoptr(KoyomiIncidentClocks) clocks = load (self, now);
  KoyomiIncidentClock *clock = koyomi_incident_clocks_find (clocks, find_clock (self, code));
  g_autofree char *actual = NULL;
  g_autofree char *wanted = NULL;

  g_assert_nonnull (clock);
  actual = koyomi_time_format (clock->due_at);
  wanted = koyomi_time_format (*due != '\0' ? at (due) : 0);
  g_assert_cmpstr (koyomi_clock_state_get_nick (clock->state), ==, state);
  g_assert_cmpstr (actual, ==, wanted);
}

static gboolean
decide_by (Fixture     *self,
           const char  *code,
           const char  *given,
           const char  *reason,
           const char  *decided_by,
           const char  *when,
           GError     **error)
{
  gint64 id = find_clock (self, code);
  g_autoptr(KoyomiRecord) clock = koyomi_session_get (self->session, KOYOMI_TABLE_CLOCK, id, JA, NULL);
  KoyomiReportAnswers answers = koyomi_report_answers_parse (koyomi_report_guide_of (clock), given);
  g_autoptr(GArray) verdicts = koyomi_session_propose_decision (self->session, id, &answers, NULL);
  KoyomiReportDecision decision = { verdicts, &answers, reason, decided_by, at (when) };

  g_assert_nonnull (verdicts);

  return koyomi_session_decide_report (self->session, self->incident, &decision, JA, error);
}

static void
decide (Fixture    *self,
        const char *code,
        const char *given,
        const char *when)
{
  g_autoptr(GError) error = NULL;

  decide_by (self, code, given, "理由", "例示 花子", when, &error);
  g_assert_no_error (error);
}

static gboolean
file (Fixture     *self,
      const char  *code,
      const char  *filed_at,
      const char  *late_reason,
      GError     **error)
{
  KoyomiSubmission submission = { at (filed_at), "R-1", "例示 花子", late_reason };

  return koyomi_session_file_report (self->session, self->incident, find_clock (self, code), &submission, at ("2027-12-31T00:00Z"), JA,
                                     error);
}

static KoyomiRecord *
get_report (Fixture        *self,
            const char     *code,
            KoyomiLanguage  language)
{
  g_autoptr(GPtrArray) reports = koyomi_session_list (self->session, KOYOMI_TABLE_INCIDENT_REPORT, KOYOMI_INCIDENT_REPORT_INCIDENT,
                                                      self->incident, language, NULL);
  KoyomiRecord *found = NULL;

  for (guint i = 0; i < reports->len; i++)
    if (koyomi_record_get_int (g_ptr_array_index (reports, i), KOYOMI_INCIDENT_REPORT_CLOCK) == find_clock (self, code))
      {
        g_assert_null (found);
        found = g_object_ref (g_ptr_array_index (reports, i));
      }

  return found;
}

#define EVERYTHING "data=yes encrypted=no processor=no sensitive=no harm=no unlawful=yes people=1240"

static void
test_decides (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(KoyomiRecord) report = NULL;
  g_autoptr(KoyomiRecord) incident = NULL;
  g_autoptr(GPtrArray) events = NULL;

  assert_clock (self, "jp_appi_prelim", "2026-11-17T00:00Z", "not-judged", "2026-11-21T23:59:59+09:00");
  decide (self, "jp_appi_final", EVERYTHING, "2026-11-16T10:00+09:00");

  assert_clock (self, "jp_appi_prelim", "2026-11-17T00:00Z", "due", "2026-11-21T23:59:59+09:00");
  assert_clock (self, "jp_appi_prelim", "2026-11-22T00:00Z", "late", "2026-11-21T23:59:59+09:00");
  assert_clock (self, "jp_appi_final", "2026-11-17T00:00Z", "not-applicable", "2026-12-15T23:59:59+09:00");
  assert_clock (self, "jp_appi_final_unlawful", "2026-11-17T00:00Z", "due", "2027-01-14T23:59:59+09:00");
  assert_clock (self, "jp_appi_subject", "2026-11-17T00:00Z", "due", "");
  assert_clock (self, "eu_gdpr_authority", "2026-11-17T00:00Z", "not-judged", "2026-11-19T09:00+09:00");

  report = get_report (self, "jp_appi_prelim", JA);
  g_assert_cmpstr (koyomi_record_get_text (report, KOYOMI_INCIDENT_REPORT_DECIDED_BY), ==, "例示 花子");
  g_assert_cmpint (koyomi_record_get_int (report, KOYOMI_INCIDENT_REPORT_DECIDED_AT), ==, at ("2026-11-16T10:00+09:00"));
  g_assert_cmpstr (koyomi_record_get_text (report, KOYOMI_INCIDENT_REPORT_ANSWERS), ==, EVERYTHING);

  incident = koyomi_session_get (self->session, KOYOMI_TABLE_INCIDENT, self->incident, JA, NULL);
  g_assert_cmpint (koyomi_record_get_int (incident, KOYOMI_INCIDENT_PEOPLE_AFFECTED), ==, 1240);
  g_assert_true (koyomi_record_get_int (incident, KOYOMI_INCIDENT_UNLAWFUL_PURPOSE));
  g_assert_false (koyomi_record_get_int (incident, KOYOMI_INCIDENT_SENSITIVE_DATA));

  events = koyomi_session_list (self->session, KOYOMI_TABLE_INCIDENT_EVENT, KOYOMI_INCIDENT_EVENT_INCIDENT, self->incident, EN, NULL);
  g_assert_cmpuint (events->len, ==, 1);
  g_assert_nonnull (strstr (koyomi_record_get_text (g_ptr_array_index (events, 0), KOYOMI_INCIDENT_EVENT_TEXT), "Decided by 例示 花子."));
}

static void
test_no_is_kept (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr(KoyomiRecord) report = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_false (decide_by (self, "jp_appi_prelim", "data=no", "", "例示 花子", "2026-11-16T10:00Z", &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_false (decide_by (self, "jp_appi_prelim", EVERYTHING, "", " ", "2026-11-16T10:00Z", &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
  g_clear_error (&error);

  decide (self, "jp_appi_prelim", "data=no", "2026-11-16T10:00Z");
  report = get_report (self, "jp_appi_subject", JA);
  g_assert_cmpint (koyomi_record_get_int (report, KOYOMI_INCIDENT_REPORT_STATE), ==, KOYOMI_REPORT_STATE_NOT_APPLICABLE);
  g_assert_cmpstr (koyomi_record_get_text (report, KOYOMI_INCIDENT_REPORT_REASON), ==, "理由");
  g_assert_cmpstr (koyomi_record_get_text (report, KOYOMI_INCIDENT_REPORT_ANSWERS), ==, "data=no");
}

static void
test_decided_anew (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr(KoyomiRecord) report = NULL;
  g_autoptr(GError) error = NULL;

  decide (self, "eu_gdpr_authority", "holds=yes breach=yes unlikely=yes", "2026-11-16T10:00Z");
  report = get_report (self, "eu_gdpr_authority", EN);
  koyomi_record_set_text (report, KOYOMI_INCIDENT_REPORT_REASON, "Reason");
  koyomi_session_save (self->session, report, EN, NULL);
  g_clear_object (&report);

  decide_by (self, "eu_gdpr_authority", "holds=yes breach=yes unlikely=no", "リスクあり", "架空 太郎", "2026-11-16T12:00Z", &error);
  g_assert_no_error (error);
  assert_clock (self, "eu_gdpr_authority", "2026-11-17T00:00Z", "due", "2026-11-19T00:00Z");

  /* What stood there in English was about the decision before. */
  report = get_report (self, "eu_gdpr_authority", EN);
  g_assert_cmpstr (koyomi_record_get_text (report, KOYOMI_INCIDENT_REPORT_REASON), ==, "リスクあり");
}

static void
test_stage_counts_from_submission (Fixture       *self,
                                   gconstpointer  data)
{
  g_autoptr(KoyomiRecord) report = NULL;
  g_autoptr(GError) error = NULL;

  decide (self, "eu_nis2_notice", "holds=yes disruption=yes", "2026-11-16T10:00+09:00");
  assert_clock (self, "eu_nis2_final", "2026-11-17T00:00Z", "due", "");

  g_assert_true (file (self, "eu_nis2_notice", "2026-11-18T10:00+01:00", NULL, &error));
  g_assert_no_error (error);
  assert_clock (self, "eu_nis2_notice", "2026-12-17T00:00Z", "filed", "2026-11-19T00:00Z");
  assert_clock (self, "eu_nis2_final", "2026-11-20T00:00Z", "due", "2026-12-18T23:59:59+01:00");
  assert_clock (self, "eu_nis2_warning", "2026-11-20T00:00Z", "late", "2026-11-17T00:00Z");

  report = get_report (self, "eu_nis2_final", JA);
  g_assert_cmpint (koyomi_record_get_int (report, KOYOMI_INCIDENT_REPORT_DUE_AT) / 1000, ==, at ("2026-12-18T23:59:59+01:00") / 1000);
}

static void
test_one_report_serves_its_notice (Fixture       *self,
                                   gconstpointer  data)
{
  g_autoptr(KoyomiRecord) incident = koyomi_session_get (self->session, KOYOMI_TABLE_INCIDENT, self->incident, JA, NULL);
  g_autoptr(GError) error = NULL;

  koyomi_record_set_int (incident, KOYOMI_INCIDENT_CLASSIFIED_AT, at ("2026-11-16T12:00+09:00"));
  koyomi_session_save (self->session, incident, JA, &error);
  g_assert_no_error (error);
  decide (self, "eu_dora_initial", "holds=yes critical=yes access=yes", "2026-11-16T12:00+09:00");

  g_assert_true (file (self, "eu_dora_initial_cap", "2026-11-16T15:00+09:00", NULL, &error));
  g_assert_no_error (error);
  assert_clock (self, "eu_dora_initial", "2026-11-20T00:00Z", "filed", "2026-11-16T16:00+09:00");
  assert_clock (self, "eu_dora_initial_cap", "2026-11-20T00:00Z", "filed", "2026-11-16T16:00+09:00");
  assert_clock (self, "eu_dora_intermediate", "2026-11-17T00:00Z", "due", "2026-11-19T15:00+09:00");
}

static void
test_late_needs_reason (Fixture       *self,
                        gconstpointer  data)
{
  g_autoptr(KoyomiIncidentClocks) clocks = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *undone = NULL;

  decide (self, "eu_gdpr_authority", "holds=yes breach=yes unlikely=no", "2026-11-16T10:00Z");
  before = koyomi_test_content_hash (self->session);

  g_assert_false (file (self, "eu_gdpr_authority", "2026-11-19T09:00:01+09:00", " ", &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_false (file (self, "eu_gdpr_authority", "2028-11-19T09:00+09:00", "未来", &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
  g_clear_error (&error);

  g_assert_true (file (self, "eu_gdpr_authority", "2026-11-20T09:00+09:00", "調査が長引いたため", &error));
  g_assert_no_error (error);
  clocks = load (self, "2026-12-01T00:00Z");
  g_assert_true (koyomi_incident_clocks_find (clocks, find_clock (self, "eu_gdpr_authority"))->filed_late);

  g_assert_true (koyomi_session_undo (self->session, &error));
  undone = koyomi_test_content_hash (self->session);
  g_assert_cmpstr (undone, ==, before);
  assert_clock (self, "eu_gdpr_authority", "2026-11-21T00:00Z", "late", "2026-11-19T09:00+09:00");
}

static void
test_not_applicable_is_not_filed (Fixture       *self,
                                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  decide (self, "eu_gdpr_authority", "holds=no", "2026-11-16T10:00Z");
  g_assert_false (file (self, "eu_gdpr_authority", "2026-11-17T09:00Z", NULL, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
}

static void
test_own_time (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  decide (self, "jp_appi_prelim", EVERYTHING, "2026-11-16T10:00Z");
  g_assert_false (koyomi_session_set_report_due (self->session, self->incident, find_clock (self, "jp_appi_prelim"),
                                                 at ("2027-01-01T00:00Z"), JA, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
  g_clear_error (&error);

  koyomi_session_set_report_due (self->session, self->incident, find_clock (self, "jp_appi_subject"), at ("2026-11-25T08:00Z"), JA, &error);
  g_assert_no_error (error);
  assert_clock (self, "jp_appi_subject", "2026-11-25T07:00Z", "due", "2026-11-25T08:00Z");
  assert_clock (self, "jp_appi_subject", "2026-11-25T09:00Z", "late", "2026-11-25T08:00Z");
}

static void
test_open_without_drills (Fixture       *self,
                          gconstpointer  data)
{
  g_autoptr(GPtrArray) before = koyomi_session_list_open_clocks (self->session, FALSE, at ("2026-11-22T00:00Z"), JA, NULL);
  g_autoptr(GPtrArray) after = NULL;
  g_autoptr(GPtrArray) practice = NULL;

  self->incident = add_incident (self->session, KOYOMI_INCIDENT_KIND_DRILL, "2026-902", "2026-11-16T09:00+09:00");
  decide (self, "jp_appi_prelim", EVERYTHING, "2026-11-16T10:00Z");
  after = koyomi_session_list_open_clocks (self->session, FALSE, at ("2026-11-22T00:00Z"), JA, NULL);
  practice = koyomi_session_list_open_clocks (self->session, TRUE, at ("2026-11-22T00:00Z"), JA, NULL);

  g_assert_cmpuint (before->len, ==, 2);
  g_assert_cmpuint (after->len, ==, before->len);
  g_assert_cmpuint (practice->len, ==, before->len + 3);
  g_assert_true (((KoyomiOpenClock *) g_ptr_array_index (practice, 0))->is_practice);
  g_assert_cmpint (((KoyomiOpenClock *) g_ptr_array_index (practice, 0))->clock->state, ==, KOYOMI_CLOCK_STATE_LATE);
}

static void
test_draft_is_filled (Fixture       *self,
                      gconstpointer  data)
{
  gint64 clock = find_clock (self, "jp_appi_prelim");
  g_autoptr(KoyomiReportDraft) empty = koyomi_session_load_report_draft (self->session, self->incident, clock, JA, NULL);
  g_autoptr(KoyomiReportDraft) draft = NULL;
  g_autoptr(KoyomiReportDraft) emptied = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (empty->n_missing, ==, 9);

  koyomi_session_set_report_item (self->session, self->incident, "publication", "公表しない", JA, &error);
  g_assert_no_error (error);
  koyomi_session_set_report_item (self->session, self->incident, "publication", "本日公表", JA, &error);
  g_assert_no_error (error);
  draft = koyomi_session_load_report_draft (self->session, self->incident, clock, JA, &error);
  g_assert_cmpuint (draft->n_missing, ==, 8);
  g_assert_cmpint (koyomi_session_count (self->session, KOYOMI_TABLE_INCIDENT_ITEM, NULL), ==, 3);

  koyomi_session_set_report_item (self->session, self->incident, "publication", "", JA, &error);
  g_assert_no_error (error);
  emptied = koyomi_session_load_report_draft (self->session, self->incident, clock, JA, &error);
  g_assert_cmpuint (emptied->n_missing, ==, 9);
}

static void
test_own_clock (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(KoyomiRecord) clock = koyomi_clock_new_own (JA);
  gint64 id = koyomi_record_get_id (clock);
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiIncidentClocks) clocks = NULL;

  koyomi_session_save_clock (self->session, clock, JA, &error);
  g_assert_no_error (error);
  koyomi_record_set_real (clock, KOYOMI_CLOCK_AMOUNT, 6);
  koyomi_session_save_clock (self->session, clock, JA, &error);
  g_assert_no_error (error);
  clocks = load (self, "2026-11-17T00:00Z");
  g_assert_cmpint (koyomi_incident_clocks_find (clocks, id)->due_at, ==, at ("2026-11-16T15:00+09:00"));

  g_assert_true (koyomi_session_can_delete_clock (self->session, id));
  decide (self, koyomi_record_get_text (clock, KOYOMI_CLOCK_CODE), "holds=yes happened=yes", "2026-11-16T10:00Z");
  g_assert_false (koyomi_session_can_delete_clock (self->session, id));
  g_assert_false (koyomi_session_delete_clock (self->session, id, JA, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
  g_clear_error (&error);

  g_assert_true (koyomi_session_undo (self->session, NULL));
  g_assert_true (koyomi_session_delete_clock (self->session, id, JA, &error));
  g_assert_no_error (error);
}

static void
test_shipped_clock_is_turned_off (Fixture       *self,
                                  gconstpointer  data)
{
  gint64 id = find_clock (self, "us_nydfs");
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiIncidentClocks) before = load (self, "2026-11-17T00:00Z");
  g_autoptr(KoyomiIncidentClocks) after = NULL;

  g_assert_false (koyomi_session_delete_clock (self->session, id, JA, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
  g_clear_error (&error);

  koyomi_session_set_clock_off (self->session, id, TRUE, JA, &error);
  g_assert_no_error (error);
  after = load (self, "2026-11-17T00:00Z");
  g_assert_cmpuint (after->clocks->len, ==, before->clocks->len - 1);
  g_assert_null (koyomi_incident_clocks_find (after, id));
}

static void
test_checks_what_is_entered (Fixture       *self,
                             gconstpointer  data)
{
  static const struct
  {
    int         field;
    const char *text;
    double      amount;
  } cases[] = {
    { KOYOMI_CLOCK_REGIME, " " },
    { KOYOMI_CLOCK_UNIT, "fortnights" },
    { KOYOMI_CLOCK_UNIT, "promptly" },                  /* with an amount */
    { KOYOMI_CLOCK_CLOCK_START, "previous_stage" },     /* of nothing */
    { KOYOMI_CLOCK_TIME_ZONE, "Mars/Olympus" },
    { KOYOMI_CLOCK_AMOUNT, NULL, 0 },
    { KOYOMI_CLOCK_AMOUNT, NULL, -1 },
    { KOYOMI_CLOCK_WARN_AMOUNT, NULL, 25 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(KoyomiRecord) clock = koyomi_clock_new_own (JA);
      g_autoptr(GError) error = NULL;

      g_assert_true (koyomi_session_check_clock (self->session, clock, NULL));
      if (cases[i].text != NULL)
        koyomi_record_set_text (clock, cases[i].field, cases[i].text);
      else
        koyomi_record_set_real (clock, cases[i].field, cases[i].amount);
      g_assert_false (koyomi_session_save_clock (self->session, clock, JA, &error));
      g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
    }
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void      (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/session/incident-clocks/decision-is-kept-with-name-and-time", test_decides },
    { "/session/incident-clocks/no-is-kept-with-its-reason", test_no_is_kept },
    { "/session/incident-clocks/decided-anew-replaces-both-languages", test_decided_anew },
    { "/session/incident-clocks/stage-counts-from-the-submission", test_stage_counts_from_submission },
    { "/session/incident-clocks/one-report-serves-its-notice", test_one_report_serves_its_notice },
    { "/session/incident-clocks/late-report-needs-a-reason-and-is-undone", test_late_needs_reason },
    { "/session/incident-clocks/what-does-not-apply-is-not-filed", test_not_applicable_is_not_filed },
    { "/session/incident-clocks/own-time-where-the-law-has-none", test_own_time },
    { "/session/incident-clocks/drills-are-listed-as-practice-only", test_open_without_drills },
    { "/session/incident-clocks/draft-holds-what-is-filled-in", test_draft_is_filled },
    { "/session/incident-clocks/own-clock-is-deleted-while-unused", test_own_clock },
    { "/session/incident-clocks/shipped-clock-is-turned-off", test_shipped_clock_is_turned_off },
    { "/session/incident-clocks/table-refuses-what-cannot-be-counted", test_checks_what_is_entered },
  };

  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, GINT_TO_POINTER (KOYOMI_TEMPLATE_SAMPLE), set_up, tests[i].test, tear_down);

  return koyomi_test_folder_finish (g_test_run ());
}
