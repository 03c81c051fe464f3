#include "koyomi-day.h"
#include "koyomi-letter-block.h"
#include "koyomi-test-matrix.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *written;   /* NULL where there is a fault */
    guint       row;
    guint       column;
    const char *fault;
  } cases[] = {
    { "R", "R\n" },
    { "R\n", "R\n" },
    { "R\r\n", "R\n" },
    { "R\tA\n\tC\n", "R\tA\n\tC\n" },
    { "R\tA\r\n\tC\r\n", "R\tA\n\tC\n" },
    { "R\tA\rC\tI", "R\tA\nC\tI\n" },
    { "ar\t-\t s ", "RA\t\tS\n" },
    { "\"R\"\t\"A\"\n", "R\tA\n" },
    { "\"R\nA\"\tC\n", "RA\tC\n" },
    { "\"R\tA\"\tC\n", "RA\tC\n" },
    /* A short row, and empty cells and rows that are meant. */
    { "R\tA\tC\nI\n", "R\tA\tC\nI\t\t\n" },
    { "R\t\n", "R\t\n" },
    { "R\n\nA\n", "R\n\nA\n" },
    { "\t\n\t\n", "\t\n\t\n" },
    { "\n", "\n" },
    { "Q", NULL, 1, 1, "Q" },
    { "R\tA\nC\tX1\n", NULL, 2, 2, "X1" },
    { "R\n\"A\"\"\"\n", NULL, 2, 1, "A\"" },
    { "R\t責任\tX", NULL, 1, 2, "責任" },
    { "サイバーセキュリティ統括室が説明責任を負い、情報システム部が実施する", NULL, 1, 1, "サイバーセキュリティ統括室が説明責任を負い、情報システム部が" },
    { "", NULL, 0, 0, "" },
    { "\xff\xfe", NULL, 0, 0, "" },
  };
  g_autoptr(KoyomiAlphabet) alphabet = koyomi_alphabet_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(KoyomiLetterFault) fault = NULL;
      g_autoptr(KoyomiLetterBlock) block = koyomi_letter_block_parse (alphabet, cases[i].text, &fault);
      g_autofree char *written = NULL;

      g_test_message ("case %u", i);
      if (cases[i].written == NULL)
        {
          g_assert_null (block);
          g_assert_cmpuint (fault->row, ==, cases[i].row);
          g_assert_cmpuint (fault->column, ==, cases[i].column);
          g_assert_cmpstr (fault->text, ==, cases[i].fault);
          continue;
        }

      g_assert_null (fault);
      g_assert_nonnull (block);
      written = koyomi_letter_block_format (block, alphabet);
      g_assert_cmpstr (written, ==, cases[i].written);
    }
}

static void
test_sentences (void)
{
  g_autoptr(KoyomiAlphabet) alphabet = koyomi_alphabet_new (NULL);
  g_autoptr(KoyomiLetterFault) fault = NULL;
  g_autofree char *english = NULL;
  g_autofree char *japanese = NULL;

  g_assert_null (koyomi_letter_block_parse (alphabet, "R\tQ\n", &fault));
  english = koyomi_letter_fault_describe (fault, KOYOMI_LANGUAGE_EN);
  japanese = koyomi_letter_fault_describe (fault, KOYOMI_LANGUAGE_JA);
  g_assert_cmpstr (english, ==, "Row 1, column 2 holds “Q”, which is no letter of this plan. Nothing was pasted.");
  g_assert_cmpstr (japanese, ==, "1行目2列目の「Q」はこの計画の役割の文字ではありません。何も貼り付けませんでした。");
}

static GArray *
list_keys (KoyomiTableId       table,
           const char * const *names)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; names[i] != NULL; i++)
    {
      gint64 key = koyomi_test_matrix_get_key (table, names[i]);

      g_array_append_val (keys, key);
    }

  return keys;
}

/* What is copied from a matrix comes back as the same cells, as it stands and turned. */
static void
test_copy (void)
{
  static const char lines[] =
    "team X\nteam Y\nfunction cric 1\nfunction cric 2\nfunction cric 3\n"
    "assign cric:1 X R\nassign cric:1 Y A\nassign cric:3 X CI\n";
  static const char * const names[] = { "cric:3", "cric:1", NULL };
  static const char * const team_names[] = { "X", "Y", NULL };
  g_autoptr(KoyomiMatrix) matrix = koyomi_test_matrix_new (lines, "cric", koyomi_day_new (2026, 10, 1));
  g_autoptr(GArray) functions = list_keys (KOYOMI_TABLE_FUNCTION, names);
  g_autoptr(GArray) teams = list_keys (KOYOMI_TABLE_TEAM, team_names);

  for (int transposed = 0; transposed < 2; transposed++)
    {
      g_autoptr(KoyomiLetterBlock) block = koyomi_letter_block_copy (matrix, functions, teams, transposed);
      g_autofree char *text = koyomi_letter_block_format (block, koyomi_matrix_get_alphabet (matrix));
      g_autoptr(GArray) changes = koyomi_letter_block_list_changes (block, functions, teams, transposed);

      g_assert_cmpstr (text, ==, transposed ? "CI\tR\n\tA\n" : "CI\t\nR\tA\n");
      for (guint i = 0; i < changes->len; i++)
        {
          KoyomiCellChange *change = &g_array_index (changes, KoyomiCellChange, i);
          const KoyomiMatrixCell *cell = koyomi_matrix_get_cell (matrix, koyomi_matrix_find_row (matrix, change->function),
                                                                 koyomi_matrix_find_column (matrix, change->team));

          g_assert_cmpuint (change->letters, ==, cell != NULL ? cell->letters : 0);
        }
    }
}

static void
test_repeats (void)
{
  static const char * const names[] = { "cric:1", "cric:2", "cric:3", NULL };
  static const char * const team_names[] = { "X", "Y", NULL };
  g_autoptr(KoyomiAlphabet) alphabet = koyomi_alphabet_new (NULL);
  g_autoptr(KoyomiLetterBlock) block = koyomi_letter_block_parse (alphabet, "R\nA\n", NULL);
  g_autoptr(GArray) functions = list_keys (KOYOMI_TABLE_FUNCTION, names);
  g_autoptr(GArray) teams = list_keys (KOYOMI_TABLE_TEAM, team_names);
  g_autoptr(GArray) changes = koyomi_letter_block_list_changes (block, functions, teams, FALSE);
  static const KoyomiLetters expected[] = { KOYOMI_LETTERS_R, KOYOMI_LETTERS_R, KOYOMI_LETTERS_A, KOYOMI_LETTERS_A, KOYOMI_LETTERS_R,
                                            KOYOMI_LETTERS_R };

  g_assert_cmpuint (changes->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < changes->len; i++)
    g_assert_cmpuint (g_array_index (changes, KoyomiCellChange, i).letters, ==, expected[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/letter-block/parse", test_parse);
  g_test_add_func ("/model/letter-block/fault-in-words", test_sentences);
  g_test_add_func ("/model/letter-block/copied-cells-come-back", test_copy);
  g_test_add_func ("/model/letter-block/small-block-fills", test_repeats);

  return g_test_run ();
}
