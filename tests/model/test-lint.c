#include "koyomi-lint.h"

#include "koyomi-day.h"
#include "koyomi-test-facts.h"

static char *
read_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autoptr(GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static KoyomiTestFacts *
make_clean (void)
{
  KoyomiTestFacts *self = koyomi_test_facts_new (koyomi_day_new (2026, 11, 22));
  g_autofree char *text = read_file ("readiness.txt");

  koyomi_test_facts_tell (self, text);

  return self;
}

static GPtrArray *
check (KoyomiTestFacts *plan)
{
  g_autoptr(KoyomiPlanFacts) facts = koyomi_test_facts_make (plan);

  return koyomi_lint_check (facts);
}

static void
test_clean (void)
{
  g_autoptr(KoyomiTestFacts) plan = make_clean ();
  g_autoptr(GPtrArray) results = check (plan);

  for (guint i = 0; i < results->len; i++)
    {
      KoyomiLintResult *result = g_ptr_array_index (results, i);

      g_test_message ("%s: %s", result->rule.id, result->subject);
    }
  g_assert_cmpuint (results->len, ==, 0);
}

/* The defect is found, at the row that has it, and nothing else is. */
static void
assert_found (char **cells)
{
  g_autoptr(KoyomiTestFacts) plan = make_clean ();
  g_auto(GStrv) row = g_strsplit (cells[2], " ", 2);
  g_autoptr(GPtrArray) results = NULL;

  koyomi_test_facts_tell (plan, cells[1]);
  results = check (plan);

  for (guint i = 0; i < results->len; i++)
    {
      KoyomiLintResult *result = g_ptr_array_index (results, i);

      g_test_message ("%s: found %s at %s", cells[0], result->rule.id, result->subject);
      g_assert_cmpstr (result->rule.id, ==, cells[0]);
      g_assert_true (result->record == koyomi_test_facts_find (plan, row[0], row[1]));
      g_assert_false (result->is_waived);
    }
  g_assert_cmpuint (results->len, ==, 1);
}

static void
test_defects (void)
{
  g_autofree char *text = read_file ("lint.tsv");
  g_auto(GStrv) lines = g_strsplit (g_strchomp (text), "\n", -1);
  guint n_lines = g_strv_length (lines);

  /* Each rule has its defect, in the order of neither. */
  g_assert_cmpuint (n_lines - 1, ==, koyomi_lint_rule_count ());
  for (guint i = 0; i < koyomi_lint_rule_count (); i++)
    {
      KoyomiLintRule rule;
      guint n = 0;

      koyomi_lint_rule_get (i, &rule);
      for (guint j = 1; j < n_lines; j++)
        {
          g_auto(GStrv) cells = g_strsplit (lines[j], "\t", 3);

          n += g_str_equal (cells[0], rule.id);
        }
      g_test_message ("%s", rule.id);
      g_assert_cmpuint (n, ==, 1);
      g_assert_cmpstr (koyomi_lint_rule_get_advice (&rule, KOYOMI_LANGUAGE_JA), !=, koyomi_lint_rule_get_advice (&rule, KOYOMI_LANGUAGE_EN));
    }

  for (guint i = 1; i < n_lines; i++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], "\t", 3);

      assert_found (cells);
    }
}

static void
test_waivers (void)
{
  static const struct
  {
    const char *told;
    gboolean    is_waived;
    gboolean    has_waiver;
  } cases[] = {
    { "until_day=T+0", TRUE, TRUE },
    { "until_day=T-1", FALSE, TRUE },
    { "", TRUE, TRUE },
    { "decided_day=T+1", FALSE, FALSE },
    { "rule=risk-no-owner", FALSE, FALSE },
    { "row_id=1 entity=risk", FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(KoyomiTestFacts) plan = make_clean ();
      g_autofree char *waiver = g_strdup_printf ("lint_waiver w rule=risk-review-late decided_day=T-9 reason=Later %s", cases[i].told);
      g_autoptr(GPtrArray) results = NULL;
      KoyomiLintResult *result;

      koyomi_test_facts_tell (plan, "risk r2 review_day=T-5");
      koyomi_test_facts_tell (plan, g_strchomp (waiver));
      results = check (plan);
      g_assert_cmpuint (results->len, ==, 1);
      result = g_ptr_array_index (results, 0);
      g_assert_cmpint (result->is_waived, ==, cases[i].is_waived);
      g_assert_cmpint (result->waiver != NULL, ==, cases[i].has_waiver);
    }
}

static void
test_names (void)
{
  g_autoptr(KoyomiTestFacts) plan = make_clean ();
  g_autoptr(GPtrArray) results = NULL;

  koyomi_test_facts_tell (plan, "finding open due_day=T-1; occurrence o2 last_day=T-1");
  results = check (plan);
  g_assert_cmpuint (results->len, ==, 2);
  g_assert_cmpstr (((KoyomiLintResult *) g_ptr_array_index (results, 0))->subject, ==, "F-26-01 Not recorded");
  g_assert_cmpstr (((KoyomiLintResult *) g_ptr_array_index (results, 1))->subject, ==, "2026-11-12 Restore test");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/lint/clean-plan-has-none", test_clean);
  g_test_add_func ("/model/lint/each-rule-finds-its-defect", test_defects);
  g_test_add_func ("/model/lint/waivers-hold-until-their-day", test_waivers);
  g_test_add_func ("/model/lint/rows-are-named", test_names);

  return g_test_run ();
}
