#include "koyomi-day.h"
#include "koyomi-test-matrix.h"

/* Two catalogues, and a third that only the second leads to. */
static const char plan[] =
  "team CISO\n"
  "team SO own 2026-10-01 -\n"
  "team OLD own - 2026-09-30\n"
  "team SOC outsourced\n"
  "team IDLE own - 2026-03-31\n"
  "person Hanako SO\n"
  "person Ken SO\n"
  "function cric 1\n"
  "function cric 2\n"
  "function cric 3 retired\n"
  "function cric 4 retired\n"
  "function isogj A-1\n"
  "function isogj A-2\n"
  "function isogj B-1\n"
  "function isogj B-2\n"
  "function x1060 A-3\n"
  "map cric:1 isogj:A-1\n"
  "map cric:1 isogj:B-1\n"
  "map cric:2 isogj:B-1\n"
  "map isogj:A-1 x1060:A-3\n"
  "assign cric:1 CISO A\n"
  "assign cric:1 OLD R - 2026-09-30\n"
  "assign cric:1 SO R 2026-10-01 - Hanako Ken\n"
  "assign cric:1 SO C 2026-10-01 -\n"
  "assign cric:2 SOC R\n"
  "assign cric:4 SOC ZI\n"
  "assign isogj:B-1 SOC S\n";

static void
test_shown (void)
{
  static const struct
  {
    const char *catalogue;
    int         month, day;
    const char *shown;
  } cases[] = {
    /* Nobody has the retired 3, somebody 4; OLD is gone by then. */
    { "cric", 10, 1, "CISO SO SOC\n1: A RCpdt (S)\n2: . . R(S)\n4: . . IZ" },
    { "cric", 9, 30, "CISO OLD SOC\n1: A Rt (S)\n2: . . R(S)\n4: . . IZ" },
    { "isogj", 10, 1, "CISO SO SOC\nA-1: (A) (RC) .\nA-2: . . .\nB-1: (A) (RC) S(R)\nB-2: . . ." },
    /* Over ISOG-J's list. */
    { "x1060", 9, 30, "CISO OLD SOC\nA-3: (A) (R) ." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(KoyomiMatrix) matrix = koyomi_test_matrix_new (plan, cases[i].catalogue,
                                                               koyomi_day_new (2026, cases[i].month, cases[i].day));
      g_autofree char *shown = koyomi_test_matrix_print (matrix);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static void
test_counts (void)
{
  g_autoptr(KoyomiMatrix) matrix = koyomi_test_matrix_new (plan, "cric", koyomi_day_new (2026, 10, 1));
  const KoyomiMatrixRow *row = koyomi_matrix_get_row (matrix, 0);
  const KoyomiMatrixColumn *office = koyomi_matrix_get_column (matrix, 1);
  const KoyomiMatrixColumn *outsourcer = koyomi_matrix_get_column (matrix, 2);

  g_assert_cmpuint (row->n_accountable, ==, 1);
  g_assert_cmpuint (row->n_responsible, ==, 1);
  g_assert_true (row->begins_group);
  g_assert_false (row->is_mapped);
  g_assert_cmpuint (row->counterparts->len, ==, 3);
  g_assert_cmpuint (office->people->len, ==, 2);
  g_assert_cmpuint (office->n_responsible, ==, 1);
  g_assert_cmpuint (office->n_accountable, ==, 0);
  /* The mapped S of another catalogue is not counted, nor is an R there. */
  g_assert_cmpuint (outsourcer->n_responsible, ==, 1);
}

/* What a team has of a retired function is shown and not counted, as the rules do not count it. */
static void
test_retired_function (void)
{
  static const char lines[] = "team A\nfunction cric 1\nfunction cric 2 retired\nassign cric:1 A RA\nassign cric:2 A RA\n";
  g_autoptr(KoyomiMatrix) matrix = koyomi_test_matrix_new (lines, "cric", koyomi_day_new (2026, 4, 1));

  g_assert_cmpuint (koyomi_matrix_get_n_rows (matrix), ==, 2);
  g_assert_cmpuint (koyomi_matrix_get_row (matrix, 1)->n_accountable, ==, 1);
  g_assert_cmpuint (koyomi_matrix_get_column (matrix, 0)->n_responsible, ==, 1);
  g_assert_cmpuint (koyomi_matrix_get_column (matrix, 0)->n_accountable, ==, 1);
}

/* A team whose time is over is still shown where somebody forgot to take it out. */
static void
test_inactive_team (void)
{
  static const char lines[] = "team A\nteam GONE own - 2026-03-31\nfunction cric 1\nassign cric:1 GONE R\n";
  g_autoptr(KoyomiMatrix) matrix = koyomi_test_matrix_new (lines, "cric", koyomi_day_new (2026, 4, 1));

  g_assert_cmpuint (koyomi_matrix_get_n_columns (matrix), ==, 2);
  g_assert_true (koyomi_matrix_get_column (matrix, 0)->is_active);
  g_assert_false (koyomi_matrix_get_column (matrix, 1)->is_active);
}

static void
assert_codes (GPtrArray  *functions,
              const char *expected)
{
  g_autoptr(GString) codes = g_string_new (NULL);

  for (guint i = 0; i < functions->len; i++)
    g_string_append_printf (codes, "%s ", koyomi_record_get_text (g_ptr_array_index (functions, i), KOYOMI_FUNCTION_CODE));
  g_assert_cmpstr (codes->str, ==, expected);
}

static void
test_unmapped (void)
{
  static const struct
  {
    const char *shown;
    const char *other;
    const char *codes;
  } cases[] = {
    { "isogj", "cric", "" },
    { "cric", "isogj", "A-2 B-2 " },
    { "x1060", "isogj", "A-2 B-1 B-2 " },
    { "x1060", "cric", "2 " },
    { "cric", "x1060", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(KoyomiMatrix) matrix = koyomi_test_matrix_new (plan, cases[i].shown, koyomi_day_new (2026, 10, 1));
      g_autoptr(GPtrArray) unmapped = koyomi_matrix_list_unmapped (matrix, koyomi_test_matrix_get_key (KOYOMI_TABLE_CATALOGUE,
                                                                                                       cases[i].other));

      g_test_message ("%s in %s", cases[i].other, cases[i].shown);
      assert_codes (unmapped, cases[i].codes);
    }
}

static void
test_places (void)
{
  g_autoptr(KoyomiMatrix) matrix = koyomi_test_matrix_new (plan, "isogj", koyomi_day_new (2026, 10, 1));

  g_assert_cmpint (koyomi_matrix_find_row (matrix, koyomi_test_matrix_get_key (KOYOMI_TABLE_FUNCTION, "isogj:B-1")), ==, 2);
  g_assert_cmpint (koyomi_matrix_find_row (matrix, koyomi_test_matrix_get_key (KOYOMI_TABLE_FUNCTION, "cric:1")), ==, -1);
  g_assert_cmpint (koyomi_matrix_find_column (matrix, koyomi_test_matrix_get_key (KOYOMI_TABLE_TEAM, "SOC")), ==, 2);
  g_assert_cmpint (koyomi_matrix_find_column (matrix, koyomi_test_matrix_get_key (KOYOMI_TABLE_TEAM, "IDLE")), ==, -1);
  g_assert_true (koyomi_matrix_get_row (matrix, 2)->begins_group);
  g_assert_false (koyomi_matrix_get_row (matrix, 3)->begins_group);
  g_assert_true (koyomi_matrix_get_row (matrix, 0)->is_mapped);
  g_assert_false (koyomi_matrix_get_row (matrix, 2)->is_mapped);
}

static void
test_words (void)
{
  g_autoptr(KoyomiMatrix) matrix = koyomi_test_matrix_new (plan, "cric", koyomi_day_new (2026, 10, 1));
  g_autofree char *named = koyomi_matrix_describe_cell (matrix, 0, 1, KOYOMI_LANGUAGE_EN);
  g_autofree char *mapped = koyomi_matrix_describe_cell (matrix, 0, 2, KOYOMI_LANGUAGE_JA);
  g_autofree char *empty = koyomi_matrix_describe_cell (matrix, 1, 0, KOYOMI_LANGUAGE_EN);

  g_assert_cmpstr (named, ==, "1 cric:1, SO: Responsible, Consulted, Person: Hanako, Deputy: Ken");
  g_assert_cmpstr (mapped, ==, "1 cric:1, SOC: 支援 (他のカタログから)");
  g_assert_cmpstr (empty, ==, "2 cric:2, CISO: no part in it");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/matrix/shows-what-holds-on-the-day", test_shown);
  g_test_add_func ("/model/matrix/counts-its-own-letters-only", test_counts);
  g_test_add_func ("/model/matrix/shows-an-inactive-team-that-is-assigned", test_inactive_team);
  g_test_add_func ("/model/matrix/retired-function-is-not-counted", test_retired_function);
  g_test_add_func ("/model/matrix/tells-what-is-not-mapped", test_unmapped);
  g_test_add_func ("/model/matrix/finds-rows-and-columns", test_places);
  g_test_add_func ("/model/matrix/cells-in-words", test_words);

  return g_test_run ();
}
