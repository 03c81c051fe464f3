#include "koyomi-day.h"
#include "koyomi-matrix-difference.h"
#include "koyomi-test-matrix.h"

static KoyomiMatrix *
make_matrix (const char *lines,
             guint32     day)
{
  g_autofree char *text = g_strdelimit (g_strdup (lines), ";", '\n');

  return koyomi_test_matrix_new (text, "cric", day);
}

static char *
join_sentences (GPtrArray      *changes,
                KoyomiLanguage  language)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const KoyomiMatrixChange *change = g_ptr_array_index (changes, i);
      g_autofree char *sentence = koyomi_matrix_change_explain (change, language);

      g_string_append (text, i > 0 ? " / " : "");
      if (change->function != NULL)
        g_string_append_printf (text, "%s %s: ", koyomi_record_get_text (change->function, KOYOMI_FUNCTION_CODE),
                                koyomi_record_get_title (change->function));
      g_string_append (text, sentence);
    }

  return g_string_free (text, FALSE);
}

static void
check_case (char **cells)
{
  g_autoptr(KoyomiMatrix) before = make_matrix (cells[1], koyomi_day_new (2026, 9, 30));
  g_autoptr(KoyomiMatrix) after = make_matrix (cells[2], koyomi_day_new (2026, 10, 1));
  g_autoptr(GPtrArray) changes = koyomi_matrix_compare (before, after);
  g_autofree char *sentences = join_sentences (changes, KOYOMI_LANGUAGE_EN);
  g_autofree char *summary = koyomi_matrix_changes_summarise (changes, KOYOMI_LANGUAGE_EN);
  g_autofree char *summary_ja = koyomi_matrix_changes_summarise (changes, KOYOMI_LANGUAGE_JA);

  g_test_message ("%s", cells[0]);
  g_assert_cmpstr (sentences, ==, cells[3]);
  g_assert_cmpstr (summary, ==, cells[4]);
  g_assert_cmpstr (summary_ja, ==, cells[5]);
}

static void
test_table (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "matrix-changes.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  guint n_cases = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, 6);
      check_case (cells);
      n_cases++;
    }
  g_assert_cmpuint (n_cases, ==, 18);
}

static void
test_japanese (void)
{
  static const char expected[] =
    "Vは新しい委託先です / 1 cric:1: AがXからVに移りました / 1 cric:1: RがXからYに移りました / 1 cric:1: YにCが付きました / "
    "1 cric:1: XのIがなくなりました";
  g_autoptr(KoyomiMatrix) before = make_matrix ("team X;team Y;function cric 1;assign cric:1 X ARI", koyomi_day_new (2026, 9, 30));
  g_autoptr(KoyomiMatrix) after = make_matrix ("team X;team Y;team V outsourced;function cric 1;assign cric:1 V A;assign cric:1 Y RC",
                                               koyomi_day_new (2026, 9, 30));
  g_autoptr(GPtrArray) changes = koyomi_matrix_compare (before, after);
  g_autofree char *sentences = join_sentences (changes, KOYOMI_LANGUAGE_JA);

  g_assert_cmpstr (sentences, ==, expected);
  g_assert_cmpuint (koyomi_matrix_changes_count (changes, KOYOMI_MATRIX_CHANGE_MOVED, NULL), ==, 2);
  g_assert_cmpuint (koyomi_matrix_changes_count (changes, KOYOMI_MATRIX_CHANGE_MOVED, "A"), ==, 1);
}

/* What stood in a cell before is told in the letters of the later matrix, which may have others of its own. */
static void
test_cells (void)
{
  g_autoptr(KoyomiMatrix) before = make_matrix ("letter Q;letter P;team X;team Y;function cric 1;function cric 2;function cric 3;"
                                                "assign cric:1 X AP;assign cric:2 Y RQ", koyomi_day_new (2026, 9, 30));
  g_autoptr(KoyomiMatrix) after = make_matrix ("letter P;team X;team Y;team V outsourced;function cric 1;function cric 2;function cric 3;"
                                               "assign cric:1 X RP;assign cric:2 Y R", koyomi_day_new (2026, 9, 30));
  g_autoptr(KoyomiMatrixDifference) difference = koyomi_matrix_difference_new (before, after);
  g_autofree char *cell = koyomi_matrix_difference_describe_cell (difference, 0, 0, KOYOMI_LANGUAGE_EN);
  g_autofree char *same = koyomi_matrix_difference_describe_cell (difference, 2, 0, KOYOMI_LANGUAGE_EN);
  g_autofree char *format = koyomi_matrix_difference_format_cell (difference, FALSE, koyomi_matrix_get_row (before, 1)->function,
                                                                  koyomi_matrix_get_column (before, 1)->team);

  g_assert_cmpstr (cell, ==, "1 cric:1, X: Responsible, P; added: Responsible; removed: Accountable");
  g_assert_cmpstr (same, ==, "3 cric:3, X: no part in it");
  g_assert_cmpstr (format, ==, "RQ");
  g_assert_true (koyomi_matrix_difference_has_cell (difference, 1, 1));
  g_assert_false (koyomi_matrix_difference_has_cell (difference, 1, 0));
  g_assert_true (koyomi_matrix_difference_has_row (difference, 1));
  g_assert_false (koyomi_matrix_difference_has_row (difference, 2));
  g_assert_cmpint (koyomi_matrix_difference_get_column (difference, 2), ==, KOYOMI_MATRIX_CHANGE_OUTSOURCER_ADDED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/matrix-change/table-of-cases", test_table);
  g_test_add_func ("/model/matrix-change/in-japanese", test_japanese);
  g_test_add_func ("/model/matrix-change/cell-by-cell", test_cells);

  return g_test_run ();
}
