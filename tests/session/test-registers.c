#include "koyomi-breaches.h"
#include "koyomi-day.h"
#include "koyomi-deadlines.h"
#include "koyomi-history.h"
#include "koyomi-readiness.h"
#include "koyomi-record-edit.h"
#include "koyomi-register.h"
#include "koyomi-risk-edit.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"
#include "koyomi-waiver-edit.h"

#include <string.h>

#define EN KOYOMI_LANGUAGE_EN

static KoyomiRecord *
add (KoyomiSession *session,
     KoyomiTableId  table,
     int            day_field,
     guint32        day,
     int            status_field,
     int            status)
{
  KoyomiRecord *record = koyomi_record_new (table);
  int title = koyomi_dictionary_get_table (table)->title_field;
  g_autoptr(GError) error = NULL;

  koyomi_record_set_text (record, table << 8 | title, "Thing");
  koyomi_record_set_int (record, day_field, day);
  if (status_field >= 0)
    koyomi_record_set_int (record, status_field, status);
  if (table == KOYOMI_TABLE_FINDING)
    koyomi_record_set_int (record, KOYOMI_FINDING_FOUND_DAY, day - 90);
  if (table == KOYOMI_TABLE_EXEMPTION)
    koyomi_record_set_int (record, KOYOMI_EXEMPTION_FIRST_DAY, day - 90);
  if (table == KOYOMI_TABLE_CONTRACT)
    koyomi_record_set_int (record, KOYOMI_CONTRACT_FIRST_DAY, day - 90);
  if (table == KOYOMI_TABLE_RISK)
    for (int field = KOYOMI_RISK_LIKELIHOOD; field <= KOYOMI_RISK_TARGET_IMPACT; field++)
      koyomi_record_set_int (record, field, 2);
  koyomi_session_add (session, record, EN, &error);
  g_assert_no_error (error);

  return record;
}

/* Which rows are dated, and when they no longer are. */
static void
test_deadlines (void)
{
  g_autoptr(KoyomiSession) session = koyomi_test_plan_start (KOYOMI_TEMPLATE_EMPTY, EN);
  guint32 today = koyomi_day_today ();
  static const struct
  {
    KoyomiTableId      table;
    int                day;
    int                offset;
    int                status_field;
    int                status;
    int                kind;          /* -1: none */
  } cases[] = {
    { KOYOMI_TABLE_FINDING, KOYOMI_FINDING_DUE_DAY, -1, KOYOMI_FINDING_STATUS, KOYOMI_FINDING_STATUS_DOING, KOYOMI_DEADLINE_FINDING },
    { KOYOMI_TABLE_FINDING, KOYOMI_FINDING_DUE_DAY, -1, KOYOMI_FINDING_STATUS, KOYOMI_FINDING_STATUS_DONE, -1 },
    { KOYOMI_TABLE_FINDING, KOYOMI_FINDING_EFFECT_DUE_DAY, 0, KOYOMI_FINDING_STATUS, KOYOMI_FINDING_STATUS_DONE, KOYOMI_DEADLINE_EFFECT },
    { KOYOMI_TABLE_FINDING, KOYOMI_FINDING_EFFECT_DUE_DAY, 0, KOYOMI_FINDING_STATUS, KOYOMI_FINDING_STATUS_VERIFIED, -1 },
    { KOYOMI_TABLE_RISK, KOYOMI_RISK_REVIEW_DAY, -9, KOYOMI_RISK_STATUS, KOYOMI_RISK_STATUS_ACCEPTED, KOYOMI_DEADLINE_RISK_REVIEW },
    { KOYOMI_TABLE_RISK, KOYOMI_RISK_REVIEW_DAY, -9, KOYOMI_RISK_STATUS, KOYOMI_RISK_STATUS_CLOSED, -1 },
    { KOYOMI_TABLE_RISK, KOYOMI_RISK_DUE_DAY, 30, KOYOMI_RISK_STATUS, KOYOMI_RISK_STATUS_OPEN, KOYOMI_DEADLINE_RISK_TREATMENT },
    { KOYOMI_TABLE_RISK, KOYOMI_RISK_DUE_DAY, 30, KOYOMI_RISK_STATUS, KOYOMI_RISK_STATUS_ACCEPTED, -1 },
    { KOYOMI_TABLE_POLICY, KOYOMI_POLICY_REVIEW_DAY, -300, -1, 0, KOYOMI_DEADLINE_POLICY_REVIEW },
    { KOYOMI_TABLE_OBLIGATION, KOYOMI_OBLIGATION_REVIEW_DAY, 5, -1, 0, KOYOMI_DEADLINE_OBLIGATION_REVIEW },
    { KOYOMI_TABLE_EXEMPTION, KOYOMI_EXEMPTION_LAST_DAY, 0, -1, 0, KOYOMI_DEADLINE_EXEMPTION_END },
    { KOYOMI_TABLE_EXEMPTION, KOYOMI_EXEMPTION_LAST_DAY, -1, -1, 0, -1 },
    { KOYOMI_TABLE_POLICY, KOYOMI_POLICY_REVIEW_DAY, 31, -1, 0, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(KoyomiRecord) record = add (session, cases[i].table, cases[i].day, today + cases[i].offset, cases[i].status_field, cases[i].status);
      g_autoptr(GPtrArray) deadlines = koyomi_session_list_deadlines (session, 1, today + 30, today, EN, NULL);

      g_test_message ("case %u", i);
      g_assert_cmpuint (deadlines->len, ==, cases[i].kind < 0 ? 0 : 1);
      if (deadlines->len > 0)
        {
          KoyomiDeadline *deadline = g_ptr_array_index (deadlines, 0);

          g_assert_cmpint (deadline->kind, ==, cases[i].kind);
          g_assert_cmpint (deadline->id, ==, koyomi_record_get_id (record));
          g_assert_cmpuint (deadline->day, ==, today + cases[i].offset);
          g_assert_cmpint (deadline->is_late, ==, cases[i].offset < 0);
        }
      g_assert_true (koyomi_session_undo (session, NULL));
    }
}

static void
test_order (void)
{
  g_autoptr(KoyomiSession) session = koyomi_test_plan_start (KOYOMI_TEMPLATE_SAMPLE, EN);
  guint32 today = koyomi_day_today ();
  g_autoptr(GPtrArray) deadlines = koyomi_session_list_deadlines (session, today - 60, today + 60, today, EN, NULL);
  guint seen = 0;

  for (guint i = 0; i < deadlines->len; i++)
    {
      KoyomiDeadline *deadline = g_ptr_array_index (deadlines, i);

      g_assert_true (i == 0 || ((KoyomiDeadline *) g_ptr_array_index (deadlines, i - 1))->day <= deadline->day);
      g_assert_nonnull (koyomi_deadline_kind_get_label (deadline->kind, KOYOMI_LANGUAGE_JA));
      seen |= 1u << deadline->kind;
    }
  g_assert_true (seen & 1u << KOYOMI_DEADLINE_FINDING && seen & 1u << KOYOMI_DEADLINE_AUDIT && seen & 1u << KOYOMI_DEADLINE_DECISION &&
                 seen & 1u << KOYOMI_DEADLINE_CONTRACT_NOTICE);
}

static void
test_risk_levels (void)
{
  g_autoptr(KoyomiSession) session = koyomi_test_plan_start (KOYOMI_TEMPLATE_EMPTY, EN);
  guint32 today = koyomi_day_today ();
  g_autoptr(KoyomiRecord) risk = add (session, KOYOMI_TABLE_RISK, KOYOMI_RISK_REVIEW_DAY, today, -1, 0);
  g_autoptr(KoyomiRecord) closed = add (session, KOYOMI_TABLE_RISK, KOYOMI_RISK_REVIEW_DAY, today, KOYOMI_RISK_STATUS, KOYOMI_RISK_STATUS_CLOSED);
  g_autoptr(GPtrArray) risks = NULL;
  g_autoptr(KoyomiEntry) head = NULL;
  g_autoptr(GError) error = NULL;
  KoyomiRiskMap map;

  g_assert_true (koyomi_risk_assess (session, koyomi_record_get_id (risk), 4, 5, "After the exercise", today, today + 90, EN, &error));
  g_assert_no_error (error);
  head = koyomi_session_get_head (session, NULL);
  g_assert_cmpstr (head->label, ==, "Assess “Thing” at 4 × 5");
  g_assert_cmpint (koyomi_session_count (session, KOYOMI_TABLE_RISK_LEVEL, NULL), ==, 1);

  risks = koyomi_session_list (session, KOYOMI_TABLE_RISK, 0, 0, EN, NULL);
  koyomi_risk_map_count (&map, risks);
  g_assert_cmpuint (map.now[3][4], ==, 1);
  g_assert_cmpuint (map.now[1][1], ==, 0);
  g_assert_cmpuint (map.target[1][1], ==, 1);
  g_assert_false (koyomi_risk_assess (session, koyomi_record_get_id (risk), 6, 5, "", today, 0, EN, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
}

/* How a row of each register stands by its days. */
static void
test_states (void)
{
  g_autoptr(KoyomiSession) session = koyomi_test_plan_start (KOYOMI_TEMPLATE_EMPTY, EN);
  guint32 today = koyomi_day_today ();
  static const struct
  {
    KoyomiTableId        table;
    int                  day;
    int                  offset;
    KoyomiRegisterState  state;
    KoyomiDeadlineKind   kind;
  } cases[] = {
    { KOYOMI_TABLE_RISK, KOYOMI_RISK_REVIEW_DAY, -1, KOYOMI_REGISTER_STATE_LATE, KOYOMI_DEADLINE_RISK_REVIEW },
    { KOYOMI_TABLE_RISK, KOYOMI_RISK_DUE_DAY, 0, KOYOMI_REGISTER_STATE_SOON, KOYOMI_DEADLINE_RISK_TREATMENT },
    { KOYOMI_TABLE_POLICY, KOYOMI_POLICY_REVIEW_DAY, 30, KOYOMI_REGISTER_STATE_SOON, KOYOMI_DEADLINE_POLICY_REVIEW },
    { KOYOMI_TABLE_POLICY, KOYOMI_POLICY_REVIEW_DAY, 31, KOYOMI_REGISTER_STATE_IN_ORDER, KOYOMI_DEADLINE_POLICY_REVIEW },
    { KOYOMI_TABLE_OBLIGATION, KOYOMI_OBLIGATION_REVIEW_DAY, -400, KOYOMI_REGISTER_STATE_LATE, KOYOMI_DEADLINE_OBLIGATION_REVIEW },
    { KOYOMI_TABLE_EXEMPTION, KOYOMI_EXEMPTION_LAST_DAY, 0, KOYOMI_REGISTER_STATE_SOON, KOYOMI_DEADLINE_EXEMPTION_END },
    { KOYOMI_TABLE_EXEMPTION, KOYOMI_EXEMPTION_LAST_DAY, -1, KOYOMI_REGISTER_STATE_ENDED, 0 },
    { KOYOMI_TABLE_CONTRACT, KOYOMI_CONTRACT_NOTICE_DAY, -3, KOYOMI_REGISTER_STATE_LATE, KOYOMI_DEADLINE_CONTRACT_NOTICE },
    { KOYOMI_TABLE_CONTRACT, KOYOMI_CONTRACT_LAST_DAY, 12, KOYOMI_REGISTER_STATE_SOON, KOYOMI_DEADLINE_CONTRACT_END },
    { KOYOMI_TABLE_CONTRACT, KOYOMI_CONTRACT_LAST_DAY, -1, KOYOMI_REGISTER_STATE_ENDED, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(KoyomiRecord) record = add (session, cases[i].table, cases[i].day, today + cases[i].offset, -1, 0);
      g_autoptr(GPtrArray) rows = koyomi_session_load_register (session, cases[i].table, today, EN, NULL);
      KoyomiRegisterRow *row = g_ptr_array_index (rows, 0);

      g_test_message ("case %u", i);
      g_assert_cmpuint (rows->len, ==, 1);
      g_assert_cmpint (row->state, ==, cases[i].state);
      g_assert_cmpuint (row->day, ==, cases[i].state == KOYOMI_REGISTER_STATE_ENDED ? KOYOMI_DAY_NONE : today + cases[i].offset);
      if (row->day != KOYOMI_DAY_NONE)
        g_assert_cmpint (row->kind, ==, cases[i].kind);
      g_assert_true (koyomi_session_remove (session, cases[i].table, koyomi_record_get_id (record), EN, NULL));
    }
}

/* A row with several days stands as its first one does, and a closed risk is no longer late. */
static void
test_first_day (void)
{
  g_autoptr(KoyomiSession) session = koyomi_test_plan_start (KOYOMI_TEMPLATE_EMPTY, EN);
  guint32 today = koyomi_day_today ();
  g_autoptr(KoyomiRecord) risk = add (session, KOYOMI_TABLE_RISK, KOYOMI_RISK_REVIEW_DAY, today + 90, -1, 0);
  g_autoptr(KoyomiRecord) fresh = koyomi_session_get (session, KOYOMI_TABLE_RISK, koyomi_record_get_id (risk), EN, NULL);
  g_autoptr(GPtrArray) late = NULL;
  g_autoptr(GPtrArray) closed = NULL;

  koyomi_record_set_int (fresh, KOYOMI_RISK_DUE_DAY, today - 2);
  g_assert_true (koyomi_session_save (session, fresh, EN, NULL));
  late = koyomi_session_load_register (session, KOYOMI_TABLE_RISK, today, EN, NULL);
  g_assert_cmpint (((KoyomiRegisterRow *) late->pdata[0])->state, ==, KOYOMI_REGISTER_STATE_LATE);
  g_assert_cmpuint (((KoyomiRegisterRow *) late->pdata[0])->day, ==, today - 2);

  koyomi_record_set_int (fresh, KOYOMI_RISK_STATUS, KOYOMI_RISK_STATUS_CLOSED);
  g_assert_true (koyomi_session_save (session, fresh, EN, NULL));
  closed = koyomi_session_load_register (session, KOYOMI_TABLE_RISK, today, EN, NULL);
  g_assert_cmpint (((KoyomiRegisterRow *) closed->pdata[0])->state, ==, KOYOMI_REGISTER_STATE_ENDED);
  g_assert_cmpstr (koyomi_register_state_get_label (KOYOMI_REGISTER_STATE_ENDED, EN), ==, "Ended");
}

/* The history of a risk begins with the levels that it comes with, and one undo takes back both. */
static void
test_new_risk (void)
{
  g_autoptr(KoyomiSession) session = koyomi_test_plan_start (KOYOMI_TEMPLATE_EMPTY, EN);
  g_autoptr(KoyomiRecord) risk = koyomi_record_new (KOYOMI_TABLE_RISK);
  g_autoptr(GPtrArray) levels = NULL;
  g_autoptr(GError) error = NULL;

  koyomi_record_set_text (risk, KOYOMI_RISK_TITLE, "Thing");
  for (int field = KOYOMI_RISK_LIKELIHOOD; field <= KOYOMI_RISK_TARGET_IMPACT; field++)
    koyomi_record_set_int (risk, field, 4);
  g_assert_cmpint (koyomi_risk_add (session, risk, "First look", koyomi_day_today (), EN, &error), !=, 0);
  g_assert_no_error (error);

  levels = koyomi_session_list (session, KOYOMI_TABLE_RISK_LEVEL, KOYOMI_RISK_LEVEL_RISK, koyomi_record_get_id (risk), EN, NULL);
  g_assert_cmpuint (levels->len, ==, 1);
  g_assert_cmpint (koyomi_record_get_int (levels->pdata[0], KOYOMI_RISK_LEVEL_IMPACT), ==, 4);
  g_assert_cmpstr (koyomi_record_get_text (levels->pdata[0], KOYOMI_RISK_LEVEL_REASON), ==, "First look");
  g_assert_true (koyomi_session_undo (session, &error));
  g_assert_no_error (error);
  g_assert_cmpint (koyomi_session_count (session, KOYOMI_TABLE_RISK, NULL), ==, 0);
  g_assert_cmpint (koyomi_session_count (session, KOYOMI_TABLE_RISK_LEVEL, NULL), ==, 0);
}

static void
test_risk_bands (void)
{
  static const KoyomiRiskBand bands[KOYOMI_RISK_STEPS][KOYOMI_RISK_STEPS] = {
    { 0, 0, 0, 0, 1 }, { 0, 0, 1, 1, 1 }, { 0, 1, 1, 2, 2 }, { 0, 1, 2, 2, 2 }, { 1, 1, 2, 2, 2 },
  };

  for (int i = 1; i <= KOYOMI_RISK_STEPS; i++)
    {
      g_assert_nonnull (koyomi_risk_get_likelihood_label (i, KOYOMI_LANGUAGE_JA));
      g_assert_nonnull (koyomi_risk_get_impact_label (i, KOYOMI_LANGUAGE_JA));
      for (int j = 1; j <= KOYOMI_RISK_STEPS; j++)
        g_assert_cmpint (koyomi_risk_get_band (i, j), ==, bands[i - 1][j - 1]);
    }
  g_assert_cmpstr (koyomi_risk_band_get_label (KOYOMI_RISK_BAND_HIGH, EN), ==, "High");
}

static KoyomiRegisterRow *
find_origin (GPtrArray     *rows,
             KoyomiTableId  origin,
             const char    *reason)
{
  for (guint i = 0; i < rows->len; i++)
    {
      KoyomiRegisterRow *row = g_ptr_array_index (rows, i);

      if (row->origin == origin && g_str_equal (koyomi_record_get_text (row->record, KOYOMI_EXEMPTION_REASON), reason))
        return row;
    }

  return NULL;
}

/* What was accepted at a breach or in the readiness check is told among the exceptions, as long as it holds and after. */
static void
test_acceptances (void)
{
  g_autoptr(KoyomiSession) session = koyomi_test_plan_start (KOYOMI_TEMPLATE_SAMPLE, EN);
  guint32 today = koyomi_day_today ();
  g_autoptr(GPtrArray) found = koyomi_session_load_readiness (session, today, EN, NULL);
  g_autoptr(GPtrArray) breaches = koyomi_session_load_breaches (session, NULL, today, EN, NULL);
  KoyomiLintResult *result = g_ptr_array_index (found, 0);
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(GPtrArray) later = NULL;
  g_autoptr(GError) error = NULL;
  KoyomiRegisterRow *row;

  koyomi_session_accept_lint (session, result, "Zyx", "CISO", today + 10, EN, &error);
  g_assert_no_error (error);
  koyomi_session_waive_breach (session, g_ptr_array_index (breaches, 0), "Wvu", "", today + 100, EN, &error);
  g_assert_no_error (error);

  rows = koyomi_session_load_register (session, KOYOMI_TABLE_EXEMPTION, today, EN, &error);
  g_assert_no_error (error);
  row = find_origin (rows, KOYOMI_TABLE_LINT_WAIVER, "Zyx");
  g_assert_true (g_str_has_prefix (koyomi_record_get_text (row->record, KOYOMI_EXEMPTION_TITLE), koyomi_lint_rule_get_name (&result->rule, EN)));
  g_assert_cmpstr (koyomi_record_get_text (row->record, KOYOMI_EXEMPTION_APPROVED_BY), ==, "CISO");
  g_assert_cmpuint (row->state, ==, KOYOMI_REGISTER_STATE_SOON);
  g_assert_cmpuint (row->day, ==, today + 10);
  row = find_origin (rows, KOYOMI_TABLE_WAIVER, "Wvu");
  g_assert_cmpuint (row->state, ==, KOYOMI_REGISTER_STATE_IN_ORDER);

  later = koyomi_session_load_register (session, KOYOMI_TABLE_EXEMPTION, today + 11, EN, NULL);
  g_assert_cmpuint (find_origin (later, KOYOMI_TABLE_LINT_WAIVER, "Zyx")->state, ==, KOYOMI_REGISTER_STATE_ENDED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();
  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));

  g_test_add_func ("/session/registers/days-of-open-rows", test_deadlines);
  g_test_add_func ("/session/registers/by-day", test_order);
  g_test_add_func ("/session/registers/risks-keep-their-levels", test_risk_levels);
  g_test_add_func ("/session/registers/states-by-day", test_states);
  g_test_add_func ("/session/registers/first-day-counts", test_first_day);
  g_test_add_func ("/session/registers/new-risk-has-its-level", test_new_risk);
  g_test_add_func ("/session/registers/what-was-accepted-is-an-exception", test_acceptances);
  g_test_add_func ("/session/registers/bands-of-risk", test_risk_bands);

  return koyomi_test_folder_finish (g_test_run ());
}
