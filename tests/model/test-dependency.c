#include "koyomi-dependency.h"

static KoyomiRecord *
make_run (guint32 first_day,
          guint32 last_day)
{
  KoyomiRecord *run = koyomi_record_new (KOYOMI_TABLE_OCCURRENCE);

  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_FIRST_DAY, first_day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_LAST_DAY, last_day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ORIGINAL_FIRST, first_day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ORIGINAL_LAST, last_day);

  return run;
}

static void
test_kinds (void)
{
  static const struct
  {
    KoyomiDependencyKind kind;
    int                  lag;
    guint32              from_first, from_last, to_first, to_last;
    gboolean             is_broken;
  } cases[] = {
    { KOYOMI_DEPENDENCY_KIND_FS, 0, 100, 109, 110, 119, FALSE },
    { KOYOMI_DEPENDENCY_KIND_FS, 0, 100, 109, 109, 119, TRUE },
    { KOYOMI_DEPENDENCY_KIND_FS, 5, 100, 109, 114, 119, TRUE },
    { KOYOMI_DEPENDENCY_KIND_FS, 5, 100, 109, 115, 119, FALSE },
    { KOYOMI_DEPENDENCY_KIND_FS, -3, 100, 109, 107, 119, FALSE },
    { KOYOMI_DEPENDENCY_KIND_SS, 0, 100, 109, 100, 101, FALSE },
    { KOYOMI_DEPENDENCY_KIND_SS, 0, 100, 109, 99, 120, TRUE },
    { KOYOMI_DEPENDENCY_KIND_FF, 0, 100, 109, 90, 109, FALSE },
    { KOYOMI_DEPENDENCY_KIND_FF, 1, 100, 109, 90, 109, TRUE },
    { KOYOMI_DEPENDENCY_KIND_SF, 0, 100, 109, 90, 100, FALSE },
    { KOYOMI_DEPENDENCY_KIND_SF, 0, 100, 109, 90, 99, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(KoyomiRecord) from = make_run (cases[i].from_first, cases[i].from_last);
      g_autoptr(KoyomiRecord) to = make_run (cases[i].to_first, cases[i].to_last);

      g_assert_cmpint (koyomi_dependency_is_broken (cases[i].kind, cases[i].lag, from, to), ==, cases[i].is_broken);
    }
}

static void
test_actual_days (void)
{
  g_autoptr(KoyomiRecord) from = make_run (100, 109);
  g_autoptr(KoyomiRecord) to = make_run (105, 119);

  koyomi_record_set_int (from, KOYOMI_OCCURRENCE_STATUS, KOYOMI_STATUS_DONE);
  koyomi_record_set_int (from, KOYOMI_OCCURRENCE_ACTUAL_LAST, 104);
  g_assert_false (koyomi_dependency_is_broken (KOYOMI_DEPENDENCY_KIND_FS, 0, from, to));

  koyomi_record_set_int (from, KOYOMI_OCCURRENCE_ACTUAL_LAST, 106);
  g_assert_true (koyomi_dependency_is_broken (KOYOMI_DEPENDENCY_KIND_FS, 0, from, to));

  koyomi_record_set_int (from, KOYOMI_OCCURRENCE_STATUS, KOYOMI_STATUS_SKIPPED);
  g_assert_false (koyomi_dependency_is_broken (KOYOMI_DEPENDENCY_KIND_FS, 0, from, to));
}

static void
test_find_run (void)
{
  g_autoptr(GPtrArray) others = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(KoyomiRecord) run = make_run (150, 159);
  g_autoptr(KoyomiRecord) early = make_run (10, 11);

  g_assert_null (koyomi_dependency_find_run (others, run, TRUE));

  g_ptr_array_add (others, make_run (100, 109));
  g_ptr_array_add (others, make_run (140, 149));
  g_ptr_array_add (others, make_run (200, 209));
  g_assert_true (koyomi_dependency_find_run (others, run, TRUE) == g_ptr_array_index (others, 1));
  g_assert_true (koyomi_dependency_find_run (others, run, FALSE) == g_ptr_array_index (others, 2));
  g_assert_true (koyomi_dependency_find_run (others, early, TRUE) == g_ptr_array_index (others, 0));

  /* It was moved behind the run, which still waits for it. */
  koyomi_record_set_int (g_ptr_array_index (others, 1), KOYOMI_OCCURRENCE_FIRST_DAY, 190);
  koyomi_record_set_int (g_ptr_array_index (others, 1), KOYOMI_OCCURRENCE_LAST_DAY, 195);
  g_assert_true (koyomi_dependency_find_run (others, run, TRUE) == g_ptr_array_index (others, 1));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/dependency/each-kind-compares-its-ends", test_kinds);
  g_test_add_func ("/model/dependency/actual-days-go-before-planned", test_actual_days);
  g_test_add_func ("/model/dependency/runs-go-together-as-first-planned", test_find_run);

  return g_test_run ();
}
