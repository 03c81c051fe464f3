#include "koyomi-audit-edit.h"
#include "koyomi-audit-programme.h"
#include "koyomi-breaches.h"
#include "koyomi-control-register.h"
#include "koyomi-day.h"
#include "koyomi-history.h"
#include "koyomi-assignment.h"
#include "koyomi-plan-facts-load.h"
#include "koyomi-record-edit.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

#include <string.h>

#define EN KOYOMI_LANGUAGE_EN

static gint64
find_audit (KoyomiSession *session,
            const char    *number)
{
  g_autoptr(GPtrArray) audits = koyomi_session_list (session, KOYOMI_TABLE_AUDIT, 0, 0, EN, NULL);

  for (guint i = 0; i < audits->len; i++)
    if (g_str_equal (koyomi_record_get_text (g_ptr_array_index (audits, i), KOYOMI_AUDIT_NUMBER), number))
      return koyomi_record_get_id (g_ptr_array_index (audits, i));

  g_assert_not_reached ();
}

static guint
count_items (KoyomiSession *session,
             gint64         audit)
{
  g_autoptr(GPtrArray) items = koyomi_session_list (session, KOYOMI_TABLE_AUDIT_ITEM, KOYOMI_AUDIT_ITEM_AUDIT, audit, EN, NULL);

  return items->len;
}

static void
test_items (void)
{
  g_autoptr(KoyomiSession) session = koyomi_test_plan_start (KOYOMI_TEMPLATE_SAMPLE, EN);
  g_autoptr(GPtrArray) controls = koyomi_session_list (session, KOYOMI_TABLE_CONTROL, 0, 0, EN, NULL);
  gint64 planned = find_audit (session, "A-09");
  gint64 done = find_audit (session, "A-05");
  guint n_done = count_items (session, done);
  gint64 ids[] = { koyomi_record_get_id (g_ptr_array_index (controls, 0)), koyomi_record_get_id (g_ptr_array_index (controls, 1)),
                   koyomi_record_get_id (g_ptr_array_index (controls, 2)) };
  g_autoptr(KoyomiEntry) head = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (koyomi_audit_plan_items (session, planned, ids, 3, EN, &error), ==, 5);
  g_assert_no_error (error);
  head = koyomi_session_get_head (session, NULL);
  g_assert_cmpstr (head->label, ==, "Choose what “Audit of the testing contractor” looks at");
  g_assert_cmpuint (count_items (session, planned), ==, 3);
  g_assert_cmpint (koyomi_audit_plan_items (session, planned, ids, 3, EN, &error), ==, 0);
  g_assert_cmpint (koyomi_audit_plan_items (session, planned, ids, 2, EN, &error), ==, 1);
  g_assert_cmpint (koyomi_audit_plan_items (session, done, ids, 1, EN, &error), ==, 1);
  g_assert_cmpuint (count_items (session, done), ==, n_done + 1);
}

/* A new audit with what it looks at is one step to undo. */
static void
test_new (void)
{
  g_autoptr(KoyomiSession) session = koyomi_test_plan_start (KOYOMI_TEMPLATE_SAMPLE, EN);
  g_autoptr(GPtrArray) controls = koyomi_session_list (session, KOYOMI_TABLE_CONTROL, 0, 0, EN, NULL);
  g_autoptr(KoyomiRecord) audit = koyomi_record_new (KOYOMI_TABLE_AUDIT);
  gint64 ids[] = { koyomi_record_get_id (g_ptr_array_index (controls, 0)), koyomi_record_get_id (g_ptr_array_index (controls, 1)) };
  g_autofree char *before = koyomi_test_content_hash (session);
  g_autofree char *after = NULL;
  g_autoptr(KoyomiEntry) head = NULL;
  g_autoptr(GError) error = NULL;

  koyomi_record_set_text (audit, KOYOMI_AUDIT_TITLE, "Audit of the moat");
  koyomi_record_set_int (audit, KOYOMI_AUDIT_FIRST_DAY, koyomi_day_today ());
  koyomi_record_set_int (audit, KOYOMI_AUDIT_LAST_DAY, koyomi_day_today ());
  g_assert_cmpint (koyomi_audit_add (session, audit, ids, 2, EN, &error), ==, koyomi_record_get_id (audit));
  g_assert_no_error (error);
  g_assert_cmpuint (count_items (session, koyomi_record_get_id (audit)), ==, 2);
  head = koyomi_session_get_head (session, NULL);
  g_assert_cmpstr (head->label, ==, "Add “Audit of the moat”");
  g_assert_true (koyomi_session_undo (session, NULL));
  after = koyomi_test_content_hash (session);
  g_assert_cmpstr (after, ==, before);
}

/* The team that does a function of the company, with a control of it. */
static gint64
find_team (KoyomiSession *session,
           gint64        *control)
{
  g_autoptr(GPtrArray) pairs = koyomi_session_list (session, KOYOMI_TABLE_FUNCTION_CONTROL, 0, 0, EN, NULL);

  for (guint i = 0; i < pairs->len; i++)
    {
      gint64 function = koyomi_record_get_int (g_ptr_array_index (pairs, i), KOYOMI_FUNCTION_CONTROL_FUNCTION);
      g_autoptr(GPtrArray) assignments = koyomi_session_list (session, KOYOMI_TABLE_ASSIGNMENT, KOYOMI_ASSIGNMENT_FUNCTION, function, EN, NULL);

      for (guint j = 0; j < assignments->len; j++)
        if (strchr (koyomi_record_get_text (g_ptr_array_index (assignments, j), KOYOMI_ASSIGNMENT_LETTERS), 'R') != NULL &&
            koyomi_assignment_holds_on (g_ptr_array_index (assignments, j), koyomi_day_today ()))
          {
            *control = koyomi_record_get_int (g_ptr_array_index (pairs, i), KOYOMI_FUNCTION_CONTROL_CONTROL);
            return koyomi_record_get_int (g_ptr_array_index (assignments, j), KOYOMI_ASSIGNMENT_TEAM);
          }
    }

  g_assert_not_reached ();
}

static gint64
add_own_audit (KoyomiSession *session,
               gint64         team,
               gint64         control)
{
  g_autoptr(KoyomiRecord) audit = koyomi_record_new (KOYOMI_TABLE_AUDIT);

  koyomi_record_set_text (audit, KOYOMI_AUDIT_TITLE, "Audit of one's own");
  koyomi_record_set_int (audit, KOYOMI_AUDIT_KIND, KOYOMI_AUDIT_KIND_INTERNAL);
  koyomi_record_set_int (audit, KOYOMI_AUDIT_TEAM, team);
  koyomi_record_set_int (audit, KOYOMI_AUDIT_FIRST_DAY, koyomi_day_today ());
  koyomi_record_set_int (audit, KOYOMI_AUDIT_LAST_DAY, koyomi_day_today ());

  return koyomi_audit_add (session, audit, &control, 1, EN, NULL);
}

/* Each audit of a team that has to do with what it looks at is told, also the second one of the same function. */
static void
test_independence (void)
{
  g_autoptr(KoyomiSession) session = koyomi_test_plan_start (KOYOMI_TEMPLATE_SAMPLE, EN);
  gint64 control, team = find_team (session, &control);
  gint64 first = add_own_audit (session, team, control), second = add_own_audit (session, team, control);
  gint64 other = add_own_audit (session, 0, control);
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) breaches = koyomi_session_load_audit_breaches (session, koyomi_day_today (), EN, &error);

  g_assert_no_error (error);
  g_assert_nonnull (g_hash_table_lookup (breaches, &first));
  g_assert_nonnull (g_hash_table_lookup (breaches, &second));
  g_assert_null (g_hash_table_lookup (breaches, &other));
}

static void
test_activity (void)
{
  g_autoptr(KoyomiSession) session = koyomi_test_plan_start (KOYOMI_TEMPLATE_SAMPLE, EN);
  g_autoptr(GPtrArray) functions = koyomi_session_list (session, KOYOMI_TABLE_FUNCTION, 0, 0, EN, NULL);
  gint64 audit = find_audit (session, "A-10");
  gint64 function = koyomi_record_get_id (g_ptr_array_index (functions, 0));
  g_autofree char *before = koyomi_test_content_hash (session);
  g_autofree char *after = NULL;
  g_autoptr(KoyomiRecord) record = NULL;
  g_autoptr(GPtrArray) runs = NULL;
  g_autoptr(GError) error = NULL;
  gint64 activity = koyomi_audit_plan_activity (session, audit, function, EN, &error);

  g_assert_no_error (error);
  record = koyomi_session_get (session, KOYOMI_TABLE_AUDIT, audit, EN, NULL);
  g_assert_cmpint (koyomi_record_get_int (record, KOYOMI_AUDIT_ACTIVITY), ==, activity);
  runs = koyomi_session_list (session, KOYOMI_TABLE_OCCURRENCE, KOYOMI_OCCURRENCE_ACTIVITY, activity, EN, NULL);
  g_assert_cmpuint (runs->len, ==, 1);
  g_assert_cmpuint (koyomi_record_get_day (g_ptr_array_index (runs, 0), KOYOMI_OCCURRENCE_FIRST_DAY), ==,
                    koyomi_record_get_day (record, KOYOMI_AUDIT_FIRST_DAY));
  g_assert_cmpint (koyomi_audit_plan_activity (session, audit, function, EN, &error), ==, 0);
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_EXISTS);

  g_assert_true (koyomi_session_undo (session, NULL));
  after = koyomi_test_content_hash (session);
  g_assert_cmpstr (after, ==, before);
}

/* The sample can be shown: most controls have evidence, some lack it, one does not apply, and some are never audited. */
static void
test_sample (void)
{
  g_autoptr(KoyomiSession) session = koyomi_test_plan_start (KOYOMI_TEMPLATE_SAMPLE, EN);
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiPlanFacts) facts = koyomi_session_load_plan_facts (session, koyomi_day_today (), EN, &error);
  g_autoptr(GPtrArray) lines = NULL;
  g_autoptr(KoyomiAuditProgramme) programme = NULL;
  guint n[KOYOMI_N_CONTROL_STATES] = { 0 };

  g_assert_no_error (error);
  lines = koyomi_control_register_make (facts);
  g_assert_cmpuint (lines->len, ==, 28 + 93);
  for (guint i = 28; i < lines->len; i++)
    n[((KoyomiControlLine *) g_ptr_array_index (lines, i))->state]++;
  g_assert_cmpuint (n[KOYOMI_CONTROL_STATE_GOOD], >, 60);
  g_assert_cmpuint (n[KOYOMI_CONTROL_STATE_PARTLY], >, 10);
  g_assert_cmpuint (n[KOYOMI_CONTROL_STATE_NONE], >, 0);
  g_assert_cmpuint (n[KOYOMI_CONTROL_STATE_NOT_APPLICABLE], ==, 1);

  programme = koyomi_audit_programme_make (facts, koyomi_plan_facts_get_year (facts));
  g_assert_cmpuint (programme->audits->len, >, 7);
  g_assert_cmpuint (programme->n_gaps, >, 0);
  g_assert_cmpuint (programme->n_gaps, <, 20);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();
  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));

  g_test_add_func ("/session/audit-edit/new-audit-is-one-step", test_new);
  g_test_add_func ("/session/audit-edit/auditors-of-their-own-are-told", test_independence);
  g_test_add_func ("/session/audit-edit/items-that-are-planned-are-chosen", test_items);
  g_test_add_func ("/session/audit-edit/audit-is-put-into-the-calendar", test_activity);
  g_test_add_func ("/session/audit-edit/sample-company", test_sample);

  return koyomi_test_folder_finish (g_test_run ());
}
