#include "koyomi-day.h"
#include "koyomi-finding-edit.h"
#include "koyomi-findings.h"
#include "koyomi-history.h"
#include "koyomi-record-edit.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

#define EN KOYOMI_LANGUAGE_EN

static gint64
add_finding (KoyomiSession *session,
             guint32        day)
{
  g_autoptr(KoyomiRecord) finding = koyomi_record_new (KOYOMI_TABLE_FINDING);
  g_autoptr(GError) error = NULL;
  gint64 id;

  koyomi_record_set_text (finding, KOYOMI_FINDING_TITLE, "Restore test not recorded");
  koyomi_record_set_int (finding, KOYOMI_FINDING_GRADE, KOYOMI_FINDING_GRADE_MINOR);
  koyomi_record_set_int (finding, KOYOMI_FINDING_FOUND_DAY, day);
  koyomi_record_set_text (finding, KOYOMI_FINDING_OWNER, "Ｉｎｆｒａ");
  koyomi_record_set_text (finding, KOYOMI_FINDING_CAUSE, "No form");
  koyomi_record_set_text (finding, KOYOMI_FINDING_ACTION, "A form");
  koyomi_record_set_int (finding, KOYOMI_FINDING_DUE_DAY, koyomi_day_new (2026, 11, 18));
  id = koyomi_finding_add (session, finding, EN, &error);
  g_assert_no_error (error);

  return id;
}

static KoyomiRecord *
get (KoyomiSession *session,
     gint64         id)
{
  return koyomi_session_get (session, KOYOMI_TABLE_FINDING, id, EN, NULL);
}

static void
assert_number (KoyomiSession *session,
               gint64         id,
               const char    *number)
{
  g_autoptr(KoyomiRecord) finding = get (session, id);

  g_assert_cmpstr (koyomi_record_get_text (finding, KOYOMI_FINDING_NUMBER), ==, number);
}

static void
assert_label (KoyomiSession *session,
              const char    *label)
{
  g_autoptr(KoyomiEntry) head = koyomi_session_get_head (session, NULL);

  g_assert_cmpstr (head->label, ==, label);
}

static void
test_numbers (void)
{
  g_autoptr(KoyomiSession) session = koyomi_test_plan_start (KOYOMI_TEMPLATE_EMPTY, EN);
  gint64 first = add_finding (session, koyomi_day_new (2026, 4, 1));
  gint64 before = add_finding (session, koyomi_day_new (2026, 3, 31));
  gint64 second = add_finding (session, koyomi_day_new (2027, 3, 31));

  assert_label (session, "Add F-26-02 “Restore test not recorded”");
  assert_number (session, first, "F-26-01");
  assert_number (session, before, "F-25-01");
  assert_number (session, second, "F-26-02");
}

static void
test_due_days (void)
{
  g_autoptr(KoyomiSession) session = koyomi_test_plan_start (KOYOMI_TEMPLATE_EMPTY, EN);
  gint64 id = add_finding (session, koyomi_day_new (2026, 9, 1));
  g_autoptr(KoyomiRecord) finding = get (session, id);
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(GError) error = NULL;
  KoyomiFindingRow *row;

  koyomi_record_set_int (finding, KOYOMI_FINDING_DUE_DAY, koyomi_day_new (2026, 12, 1));
  g_assert_false (koyomi_finding_save (session, finding, " ", EN, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
  g_clear_error (&error);

  g_assert_true (koyomi_finding_save (session, finding, "The form is late", EN, &error));
  assert_label (session, "Change the due of F-26-01 “Restore test not recorded”");
  koyomi_record_set_int (finding, KOYOMI_FINDING_DUE_DAY, koyomi_day_new (2026, 12, 20));
  g_assert_true (koyomi_finding_save (session, finding, "Again", EN, &error));
  koyomi_record_set_text (finding, KOYOMI_FINDING_CORRECTION, "Written from notes");
  g_assert_true (koyomi_finding_save (session, finding, NULL, EN, &error));

  rows = koyomi_session_load_findings (session, koyomi_day_new (2026, 12, 24), EN, &error);
  g_assert_no_error (error);
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpuint (row->n_due_changes, ==, 2);
  g_assert_cmpuint (row->first_due, ==, koyomi_day_new (2026, 11, 18));
  g_assert_cmpuint (row->late_days, ==, 4);
  g_assert_cmpint (row->state, ==, KOYOMI_FINDING_STATE_LATE);

  g_assert_true (koyomi_session_undo (session, NULL));
  g_assert_true (koyomi_session_undo (session, NULL));
  g_assert_cmpint (koyomi_session_count (session, KOYOMI_TABLE_FINDING_DUE, NULL), ==, 1);
}

static void
assert_refused (gboolean   done,
                GError   **error)
{
  g_assert_false (done);
  g_assert_error (*error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
  g_clear_error (error);
}

static void
test_effect (void)
{
  g_autoptr(KoyomiSession) session = koyomi_test_plan_start (KOYOMI_TEMPLATE_EMPTY, EN);
  gint64 id = add_finding (session, koyomi_day_new (2026, 9, 1));
  guint32 day = koyomi_day_new (2026, 11, 1);
  g_autoptr(KoyomiRecord) finding = NULL;
  g_autoptr(GError) error = NULL;

  assert_refused (koyomi_finding_verify (session, id, "Audit", KOYOMI_VERDICT_YES, NULL, day, EN, &error), &error);
  assert_refused (koyomi_finding_move (session, id, KOYOMI_FINDING_STATUS_CLOSED, day, EN, &error), &error);
  g_assert_true (koyomi_finding_move (session, id, KOYOMI_FINDING_STATUS_DONE, day, EN, &error));
  assert_label (session, "F-26-01 “Restore test not recorded”: Done");
  assert_refused (koyomi_finding_verify (session, id, " infra", KOYOMI_VERDICT_YES, NULL, day, EN, &error), &error);
  assert_refused (koyomi_finding_verify (session, id, "Audit", KOYOMI_VERDICT_YES, NULL, day - 1, EN, &error), &error);
  g_assert_true (koyomi_finding_verify (session, id, "Audit", KOYOMI_VERDICT_YES, "Three tests looked at", day + 30, EN, &error));
  g_assert_no_error (error);

  finding = get (session, id);
  g_assert_cmpint (koyomi_finding_get_state (finding, day + 60), ==, KOYOMI_FINDING_STATE_EFFECTIVE);
  koyomi_record_set_text (finding, KOYOMI_FINDING_OWNER, "Audit");
  assert_refused (koyomi_finding_save (session, finding, NULL, EN, &error), &error);
  g_assert_true (koyomi_finding_move (session, id, KOYOMI_FINDING_STATUS_CLOSED, day + 31, EN, &error));

  g_assert_true (koyomi_finding_move (session, id, KOYOMI_FINDING_STATUS_DOING, day + 32, EN, &error));
  g_object_unref (finding);
  finding = get (session, id);
  g_assert_true (koyomi_record_is_none (finding, KOYOMI_FINDING_DONE_DAY));
  g_assert_cmpstr (koyomi_record_get_text (finding, KOYOMI_FINDING_VERIFIER), ==, "");
}

static void
test_opens_again (void)
{
  g_autoptr(KoyomiSession) session = koyomi_test_plan_start (KOYOMI_TEMPLATE_EMPTY, EN);
  gint64 id = add_finding (session, koyomi_day_new (2026, 9, 1));
  guint32 day = koyomi_day_new (2026, 11, 1);
  g_autoptr(GPtrArray) chain = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 second;

  g_assert_true (koyomi_finding_move (session, id, KOYOMI_FINDING_STATUS_DONE, day, EN, &error));
  assert_refused (koyomi_finding_reopen (session, id, day, day + 30, EN, &error) != 0, &error);
  g_assert_true (koyomi_finding_verify (session, id, "Audit", KOYOMI_VERDICT_NO, NULL, day, EN, &error));
  assert_refused (koyomi_finding_move (session, id, KOYOMI_FINDING_STATUS_CLOSED, day, EN, &error), &error);

  before = koyomi_test_content_hash (session);
  second = koyomi_finding_reopen (session, id, day, day + 30, EN, &error);
  g_assert_no_error (error);
  assert_number (session, second, "F-26-02");
  assert_label (session, "Open F-26-01 again as F-26-02");
  assert_refused (koyomi_finding_reopen (session, id, day, day + 30, EN, &error) != 0, &error);

  chain = koyomi_session_list_finding_chain (session, id, EN, &error);
  g_assert_cmpuint (chain->len, ==, 2);
  g_assert_cmpint (koyomi_record_get_id (g_ptr_array_index (chain, 1)), ==, second);

  g_assert_true (koyomi_session_undo (session, NULL));
  after = koyomi_test_content_hash (session);
  g_assert_cmpstr (after, ==, before);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();
  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));

  g_test_add_func ("/session/finding-edit/numbers-are-of-the-fiscal-year", test_numbers);
  g_test_add_func ("/session/finding-edit/due-days-keep-their-history", test_due_days);
  g_test_add_func ("/session/finding-edit/effect-is-checked-by-another", test_effect);
  g_test_add_func ("/session/finding-edit/without-effect-it-is-opened-again", test_opens_again);

  return koyomi_test_folder_finish (g_test_run ());
}
