#include "koyomi-day.h"
#include "koyomi-history.h"
#include "koyomi-readiness.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

#define EN KOYOMI_LANGUAGE_EN

static GPtrArray *
load (KoyomiSession *session)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *results = koyomi_session_load_readiness (session, koyomi_day_today (), EN, &error);

  g_assert_no_error (error);

  return results;
}

static KoyomiLintResult *
find_rule (GPtrArray  *results,
           const char *rule)
{
  for (guint i = 0; i < results->len; i++)
    if (g_str_equal (((KoyomiLintResult *) g_ptr_array_index (results, i))->rule.id, rule))
      return g_ptr_array_index (results, i);

  return NULL;
}

static void
test_accepting (void)
{
  g_autoptr(KoyomiSession) session = koyomi_test_plan_start (KOYOMI_TEMPLATE_SAMPLE, EN);
  g_autoptr(GPtrArray) before = load (session);
  g_autoptr(GPtrArray) accepted = NULL;
  g_autoptr(GPtrArray) later = NULL;
  KoyomiLintResult *result = find_rule (before, "finding-late");
  guint32 today = koyomi_day_today ();
  g_autoptr(GError) error = NULL;

  g_assert_nonnull (result);
  g_assert_false (result->is_waived);
  g_assert_false (koyomi_session_accept_lint (session, result, " ", "CISO", today, EN, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_true (koyomi_session_accept_lint (session, result, "The part is on its way", "CISO", today + 9, EN, &error));

  accepted = load (session);
  g_assert_cmpuint (accepted->len, ==, before->len);
  g_assert_true (find_rule (accepted, "finding-late")->is_waived);
  later = koyomi_session_load_readiness (session, today + 10, EN, &error);
  g_assert_false (find_rule (later, "finding-late")->is_waived);

  g_assert_true (koyomi_session_take_lint_back (session, result, EN, &error));
  g_assert_cmpint (koyomi_session_count (session, KOYOMI_TABLE_LINT_WAIVER, NULL), ==, 0);
  g_assert_false (koyomi_session_take_lint_back (session, result, EN, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOTHING);
}

static void
test_ending (void)
{
  g_autoptr(KoyomiSession) session = koyomi_test_plan_start (KOYOMI_TEMPLATE_SAMPLE, EN);
  g_autoptr(GPtrArray) results = load (session);
  KoyomiLintResult *result = find_rule (results, "finding-late");
  guint32 today = koyomi_day_today ();
  g_autoptr(GPtrArray) past = NULL;
  g_autoptr(GError) error = NULL;

  koyomi_day_set_today (today - 5);
  g_assert_true (koyomi_session_accept_lint (session, result, "Waiting", "", today + 9, EN, &error));
  koyomi_day_set_today (today);
  g_assert_true (koyomi_session_take_lint_back (session, result, EN, &error));
  g_assert_no_error (error);

  past = koyomi_session_load_readiness (session, today - 1, EN, &error);
  g_assert_true (find_rule (past, "finding-late")->is_waived);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();
  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));

  g_test_add_func ("/session/readiness/is-accepted-for-a-while", test_accepting);
  g_test_add_func ("/session/readiness/what-ends-was-accepted-until-yesterday", test_ending);

  return koyomi_test_folder_finish (g_test_run ());
}
