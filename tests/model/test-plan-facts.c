#include "koyomi-day.h"
#include "koyomi-plan-facts.h"

static GPtrArray *
make_rows (const char *title)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  KoyomiRecord *row = koyomi_record_new (KOYOMI_TABLE_RISK);

  koyomi_record_set_int (row, KOYOMI_RISK_ID, 7);
  koyomi_record_set_text (row, KOYOMI_RISK_TITLE, title);
  g_ptr_array_add (rows, row);

  return rows;
}

/* As a run of this year is that has evidence: it is there once, and found as long as the facts are. */
static void
test_twice (void)
{
  g_autoptr(KoyomiPlanFacts) facts = koyomi_plan_facts_new (koyomi_day_new (2026, 11, 22), (KoyomiFiscalYear) { 2026, 4 });
  GPtrArray *rows = koyomi_plan_facts_get_rows (facts, KOYOMI_TABLE_RISK);

  koyomi_plan_facts_take (facts, KOYOMI_TABLE_RISK, make_rows ("first"));
  koyomi_plan_facts_take (facts, KOYOMI_TABLE_RISK, make_rows ("second"));
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_true (koyomi_plan_facts_find (facts, KOYOMI_TABLE_RISK, 7) == g_ptr_array_index (rows, 0));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/plan-facts/row-that-is-told-twice-stays", test_twice);

  return g_test_run ();
}
