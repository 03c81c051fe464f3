#include "koyomi-cell-text-private.h"

#include <glib.h>

/* Of a cell of ten digits, in lines of ten points. */
static double
count_lines (const char *text)
{
  return _koyomi_cell_text_get_height (text, 10, 10, KOYOMI_LANGUAGE_EN) / _koyomi_cell_text_get_height ("a", 10, 10, KOYOMI_LANGUAGE_EN);
}

/* What a cell takes has room, and no more lines than it has. */
static void
test_lines (void)
{
  g_assert_cmpfloat (count_lines ("Due days"), ==, 1);
  g_assert_cmpfloat (count_lines ("Due, lilt"), ==, 1);
  g_assert_cmpfloat (count_lines ("WWWW WWWW"), >, 1.5);
  g_assert_cmpfloat (count_lines ("Due days and more of them"), >, 2);
}

/* A wide character makes its own line higher, not those above and below. */
static void
test_wide_line (void)
{
  double line = _koyomi_cell_text_get_height ("a", 10, 100, KOYOMI_LANGUAGE_EN);
  double wide = _koyomi_cell_text_get_height ("暦", 10, 100, KOYOMI_LANGUAGE_EN) - line;
  double more = _koyomi_cell_text_get_height ("a\nb\nc\nd", 10, 100, KOYOMI_LANGUAGE_EN);

  g_assert_cmpfloat (wide, >, 0);
  g_assert_cmpfloat_with_epsilon (_koyomi_cell_text_get_height ("a\n暦\nc\nd", 10, 100, KOYOMI_LANGUAGE_EN), more + wide, 0.001);
}

/* Japanese letters are as wide as they are high. */
static void
test_japanese (void)
{
  double line = _koyomi_cell_text_get_height ("暦", 10, 10, KOYOMI_LANGUAGE_JA);

  g_assert_cmpfloat (_koyomi_cell_text_get_height ("計画表", 10, 10, KOYOMI_LANGUAGE_JA), ==, line);
  g_assert_cmpfloat (_koyomi_cell_text_get_height ("計画表計画表", 10, 10, KOYOMI_LANGUAGE_JA), >, line * 1.5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/cell-text/lines-are-as-many-as-letters-need", test_lines);
  g_test_add_func ("/report/cell-text/wide-letters-raise-their-line-only", test_wide_line);
  g_test_add_func ("/report/cell-text/japanese-letters-are-square", test_japanese);

  return g_test_run ();
}
