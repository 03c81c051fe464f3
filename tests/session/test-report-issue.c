#include "koyomi-baseline.h"
#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-history.h"
#include "koyomi-plan-progress.h"
#include "koyomi-report-issue.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

#define HASH_A "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define HASH_B "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"

static KoyomiRecord *
issue (KoyomiSession *session,
       const char    *sha256,
       gint64         bookmark)
{
  g_autoptr(KoyomiEntry) head = koyomi_session_get_head (session, NULL);
  const KoyomiReportIssue facts = {
    "kpi", "Metrics", koyomi_day_new (2026, 7, 1), koyomi_day_new (2026, 9, 30), KOYOMI_LANGUAGE_EN, "pdf", "kpi.pdf", sha256, "IS-12", "3",
    bookmark, head->seq, 1234567,
  };
  GError *error = NULL;
  KoyomiRecord *record = koyomi_session_issue_report (session, &facts, KOYOMI_LANGUAGE_EN, &error);

  g_assert_no_error (error);

  return record;
}

/* A moment that has no name is given one, in the same step. */
static void
test_bookmark (void)
{
  KoyomiSession *session = koyomi_test_plan_start (KOYOMI_TEMPLATE_EMPTY, KOYOMI_LANGUAGE_JA);
  g_autoptr(KoyomiEntry) before = koyomi_session_get_head (session, NULL);
  g_autoptr(KoyomiRecord) first = issue (session, HASH_A, 0);
  g_autoptr(KoyomiRecord) bookmark = koyomi_session_get_issue_bookmark (session, first, NULL);
  g_autoptr(KoyomiRecord) same = koyomi_session_find_bookmark_of (session, before->seq);
  g_autoptr(KoyomiRecord) second = issue (session, HASH_B, koyomi_record_get_id (bookmark));
  g_autoptr(KoyomiEntry) head = koyomi_session_get_head (session, NULL);

  g_assert_cmpint (koyomi_record_get_int (bookmark, KOYOMI_BOOKMARK_SEQ), ==, before->seq);
  g_assert_cmpint (koyomi_record_get_int (bookmark, KOYOMI_BOOKMARK_AT), ==, 1234567);
  g_assert_cmpint (koyomi_record_get_id (same), ==, koyomi_record_get_id (bookmark));
  g_assert_cmpint (koyomi_session_count (session, KOYOMI_TABLE_BOOKMARK, NULL), ==, 1);
  g_assert_cmpstr (koyomi_record_get_text (second, KOYOMI_REPORT_ISSUE_EDITION), ==, "3");
  g_assert_cmpstr (koyomi_record_get_text (second, KOYOMI_REPORT_ISSUE_DOCUMENT_NUMBER), ==, "IS-12");
  g_assert_cmpstr (head->label, ==, "Issue “Metrics” from 2026-07-01");
  g_assert_cmpint (head->seq, ==, before->seq + 2);
  g_assert_finalize_object (session);
}

/* What is kept of a report that is given out is no plan to tell progress against. */
static void
test_progress (void)
{
  KoyomiSession *session = koyomi_test_plan_start (KOYOMI_TEMPLATE_EMPTY, KOYOMI_LANGUAGE_JA);
  g_autoptr(KoyomiRecord) first = NULL;
  g_autoptr(KoyomiPlanProgress) progress = NULL;

  g_assert_true (koyomi_session_add_baseline (session, "Approved", KOYOMI_LANGUAGE_EN, NULL));
  first = issue (session, HASH_A, 0);
  g_assert_cmpint (koyomi_session_count (session, KOYOMI_TABLE_BOOKMARK, NULL), ==, 2);
  progress = koyomi_session_load_plan_progress (session, koyomi_day_today (), KOYOMI_LANGUAGE_EN, NULL, NULL);
  g_assert_cmpstr (koyomi_record_get_title (progress->baseline), ==, "Approved");
  g_assert_finalize_object (session);
}

static void
test_find (void)
{
  KoyomiSession *session = koyomi_test_plan_start (KOYOMI_TEMPLATE_EMPTY, KOYOMI_LANGUAGE_JA);
  g_autoptr(KoyomiRecord) first = issue (session, HASH_A, 0);
  g_autoptr(KoyomiRecord) found = NULL;
  g_autoptr(KoyomiRecord) other = NULL;
  g_autofree char *upper = g_ascii_strup (HASH_A, -1);

  g_assert_true (koyomi_session_find_report_issue (session, upper, &found, NULL));
  g_assert_cmpint (koyomi_record_get_id (found), ==, koyomi_record_get_id (first));
  g_assert_true (koyomi_session_find_report_issue (session, HASH_B, &other, NULL));
  g_assert_null (other);
  g_assert_finalize_object (session);
}

static void
test_undo (void)
{
  KoyomiSession *session = koyomi_test_plan_start (KOYOMI_TEMPLATE_EMPTY, KOYOMI_LANGUAGE_JA);
  g_autoptr(KoyomiRecord) first = issue (session, HASH_A, 0);

  g_assert_true (koyomi_session_undo (session, NULL));
  g_assert_cmpint (koyomi_session_count (session, KOYOMI_TABLE_BOOKMARK, NULL), ==, 0);
  g_assert_cmpint (koyomi_session_count (session, KOYOMI_TABLE_REPORT_ISSUE, NULL), ==, 0);
  g_assert_finalize_object (session);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  g_test_add_func ("/session/report-issue/names-the-moment-that-it-shows", test_bookmark);
  g_test_add_func ("/session/report-issue/is-no-baseline-of-progress", test_progress);
  g_test_add_func ("/session/report-issue/is-found-by-the-hash-of-its-file", test_find);
  g_test_add_func ("/session/report-issue/is-one-step-to-undo", test_undo);

  return koyomi_test_folder_finish (g_test_run ());
}
