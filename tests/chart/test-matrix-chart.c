#include "koyomi-matrix-chart.h"

#include <string.h>

static void
test_readable (void)
{
  for (int palette = 0; palette < KOYOMI_N_CHART_PALETTES; palette++)
    {
      const KoyomiBreachStyle *breach = koyomi_matrix_style_get_breach (palette);
      const KoyomiChangeStyle *change = koyomi_matrix_style_get_change (palette);
      KoyomiColour paper = koyomi_chart_style_get_colour (palette, KOYOMI_CHART_COLOUR_PAPER);
      KoyomiColour chosen = koyomi_chart_style_get_colour (palette, KOYOMI_CHART_COLOUR_HIGHLIGHT);

      g_assert_true (koyomi_colour_is_readable (breach->text, breach->pill));
      g_assert_true (koyomi_colour_is_readable (change->removed, paper));
      g_assert_true (koyomi_colour_is_readable (paper, change->added));
      g_assert_true (koyomi_colour_is_readable (change->added, change->added_ground));
      for (guint letter = 0; letter < KOYOMI_N_LETTER_STYLES; letter++)
        {
          const KoyomiLetterStyle *style = koyomi_matrix_style_get_letter (palette, letter);

          g_assert_true (koyomi_colour_is_readable (style->text, style->fill));
          g_assert_true (koyomi_colour_is_readable (style->edge, paper));
          g_assert_true (koyomi_colour_is_readable (style->edge, breach->ground));
          g_assert_true (koyomi_colour_is_readable (style->edge, chosen));
        }
    }
}

static void
test_places (void)
{
  g_autoptr(KoyomiMatrixChart) chart = koyomi_matrix_chart_new (KOYOMI_LANGUAGE_EN);
  KoyomiRect cell = { 100, 50, koyomi_matrix_measures.column, koyomi_matrix_measures.row };

  for (guint n = 1; n <= 20; n++)
    {
      KoyomiRect chips[64];
      guint indices[64];
      guint placed = koyomi_matrix_chart_place_letters (chart, (G_GUINT64_CONSTANT (1) << n) - 1, cell, chips, indices, 64);

      g_assert_cmpuint (placed, ==, MIN (n, placed));
      g_assert_cmpuint (placed, >=, MIN (n, KOYOMI_N_COMMON_LETTERS));
      for (guint i = 0; i < placed; i++)
        {
          g_assert_cmpuint (indices[i], ==, i);
          g_assert_cmpfloat (chips[i].x, >=, cell.x);
          g_assert_cmpfloat (chips[i].x + chips[i].width, <=, cell.x + cell.width);
          g_assert_cmpfloat (chips[i].y + chips[i].height, <=, cell.y + cell.height);
          g_assert_true (i == 0 || chips[i].x >= chips[i - 1].x + chips[i - 1].width);
        }
    }
}

static cairo_surface_t *
paint (const KoyomiMatrixChart *chart,
       KoyomiLetters            letters,
       KoyomiLetters            mapped)
{
  g_autoptr(KoyomiAlphabet) alphabet = koyomi_alphabet_new (NULL);
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 68, 25);
  cairo_t *cr = cairo_create (picture);

  koyomi_matrix_chart_paint_ground (chart, KOYOMI_MATRIX_GROUND_PLAIN, (KoyomiRect) { 0, 0, 68, 25 }, cr);
  koyomi_matrix_chart_paint_cell (chart, alphabet, letters, mapped, (KoyomiRect) { 0, 0, 68, 25 }, cr);
  cairo_destroy (cr);
  cairo_surface_flush (picture);

  return picture;
}

/* Returns: a cell beside how it was, in shades of grey */
static cairo_surface_t *
paint_change (const KoyomiMatrixChart *chart,
              KoyomiLetters            before,
              KoyomiLetters            after)
{
  g_autoptr(KoyomiAlphabet) alphabet = koyomi_alphabet_new (NULL);
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 68, 25);
  cairo_t *cr = cairo_create (picture);

  koyomi_matrix_chart_paint_ground (chart, KOYOMI_MATRIX_GROUND_PLAIN, (KoyomiRect) { 0, 0, 68, 25 }, cr);
  koyomi_matrix_chart_paint_change (chart, alphabet, before, after, (KoyomiRect) { 0, 0, 68, 25 }, cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_HSL_SATURATION);
  cairo_set_source_rgb (cr, 0.5, 0.5, 0.5);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (picture);

  return picture;
}

static gboolean
is_same (cairo_surface_t *a,
         cairo_surface_t *b)
{
  return memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b), 25 * cairo_image_surface_get_stride (a)) == 0;
}

static void
test_cells_differ (void)
{
  static const KoyomiLetters cells[][2] = {
    { 0, 0 }, { KOYOMI_LETTERS_R, 0 }, { 0, KOYOMI_LETTERS_R }, { KOYOMI_LETTERS_A, 0 }, { KOYOMI_LETTERS_R | KOYOMI_LETTERS_A, 0 },
    { KOYOMI_LETTERS_C, 0 }, { 0, KOYOMI_LETTERS_C }, { KOYOMI_LETTERS_I, 0 }, { KOYOMI_LETTERS_S, 0 },
  };
  g_autoptr(KoyomiMatrixChart) chart = koyomi_matrix_chart_new (KOYOMI_LANGUAGE_EN);
  cairo_surface_t *pictures[G_N_ELEMENTS (cells)];

  for (int palette = 0; palette < KOYOMI_N_CHART_PALETTES; palette++)
    {
      chart->palette = palette;
      for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
        {
          pictures[i] = paint (chart, cells[i][0], cells[i][1]);
          for (guint j = 0; j < i; j++)
            g_assert_false (is_same (pictures[i], pictures[j]));
        }
      for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
        cairo_surface_destroy (pictures[i]);
    }
}

/* What came and what went is told apart without colours. */
static void
test_changes_differ (void)
{
  static const KoyomiLetters cells[][2] = {
    { 0, KOYOMI_LETTERS_R }, { KOYOMI_LETTERS_R, 0 }, { KOYOMI_LETTERS_R, KOYOMI_LETTERS_A }, { KOYOMI_LETTERS_A, KOYOMI_LETTERS_R },
    { KOYOMI_LETTERS_A, KOYOMI_LETTERS_R | KOYOMI_LETTERS_A }, { KOYOMI_LETTERS_R | KOYOMI_LETTERS_A, KOYOMI_LETTERS_A },
  };
  g_autoptr(KoyomiMatrixChart) chart = koyomi_matrix_chart_new (KOYOMI_LANGUAGE_EN);
  cairo_surface_t *pictures[G_N_ELEMENTS (cells)];

  for (int palette = 0; palette < KOYOMI_N_CHART_PALETTES; palette++)
    {
      chart->palette = palette;
      for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
        {
          pictures[i] = paint_change (chart, cells[i][0], cells[i][1]);
          for (guint j = 0; j < i; j++)
            g_assert_false (is_same (pictures[i], pictures[j]));
        }
      for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
        cairo_surface_destroy (pictures[i]);
    }
}

static void
test_levels (void)
{
  const struct
  {
    KoyomiMaturityScore  score;
    const char          *text;
  } cases[] = {
    { { 2, 4, 2, TRUE, TRUE }, "2 → 4" },
    { { 1, 3, 2, FALSE, TRUE }, "? → 3" },
    { { 3, 3, 0, TRUE, FALSE }, "3 → ?" },
    { { KOYOMI_LEVEL_NOT_DONE, KOYOMI_LEVEL_NOT_DONE, 0, TRUE, TRUE }, "– → –" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = koyomi_maturity_score_format (&cases[i].score);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/matrix-chart/letters-can-be-read-in-all-palettes", test_readable);
  g_test_add_func ("/chart/matrix-chart/letters-stand-side-by-side-in-their-cell", test_places);
  g_test_add_func ("/chart/matrix-chart/cells-look-different", test_cells_differ);
  g_test_add_func ("/chart/matrix-chart/changes-look-different-without-colours", test_changes_differ);
  g_test_add_func ("/chart/matrix-chart/levels-are-told-in-figures", test_levels);

  return g_test_run ();
}
