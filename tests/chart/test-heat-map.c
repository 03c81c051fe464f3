#include "koyomi-heat-layout.h"
#include "koyomi-level-boxes.h"

#include <string.h>

#define N_COLUMNS 12

static KoyomiHeatMap *
make_map (KoyomiLanguage language,
          guint          n_rows)
{
  static const char * const texts[KOYOMI_N_HEATS] = { "?", "0", "1.5", "11.5", "13.6", "14.2 ▲" };
  KoyomiHeatMap *map = koyomi_heat_map_new (language, language == KOYOMI_LANGUAGE_JA ? "担当" : "Team");

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_autofree char *name = g_strdup_printf (language == KOYOMI_LANGUAGE_JA ? "%u月" : "M%u", i + 1);

      koyomi_heat_map_add_column (map, name);
    }
  for (guint i = 0; i < n_rows; i++)
    {
      guint row = koyomi_heat_map_add_row (map, language == KOYOMI_LANGUAGE_JA ? "サイバーセキュリティ統括室"
                                                                               : "Kakuu Security Watch (outsourced SOC)", i % 7 == 0);

      for (guint column = 0; column < N_COLUMNS && i % 7 != 0; column++)
        koyomi_heat_map_set_cell (map, row, column, texts[(i + column) % KOYOMI_N_HEATS], (i + column) % KOYOMI_N_HEATS);
    }

  return map;
}

/* Names and cells keep to the width, side by side, however narrow that is; texts of cells fit where there is room for names. */
static void
test_layout (void)
{
  static const double widths[] = { 300, 640, 900, 1600 };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (widths); i++)
    {
      g_autoptr(KoyomiHeatMap) map = make_map (i % 2, 16);
      g_autoptr(KoyomiHeatLayout) layout = koyomi_heat_layout_new (map, widths[i / 2], 1);
      KoyomiRect last = koyomi_heat_layout_get_cell (layout, 15, N_COLUMNS - 1);

      g_assert_cmpfloat (last.x + last.width, <=, widths[i / 2]);
      g_assert_cmpfloat (last.y + last.height, <=, layout->height);
      for (guint column = 0; column < N_COLUMNS; column++)
        {
          KoyomiRect cell = koyomi_heat_layout_get_cell (layout, 3, column);
          KoyomiRect head = koyomi_heat_layout_get_head (layout, column);
          KoyomiRect name = koyomi_heat_layout_get_name (layout, 3);

          g_assert_cmpfloat (cell.x, >=, name.x + name.width);
          g_assert_cmpfloat (cell.x, >=, head.x);
          g_assert_cmpfloat (cell.x + cell.width, <=, head.x + head.width);
          if (column > 0)
            {
              KoyomiRect before = koyomi_heat_layout_get_cell (layout, 3, column - 1);

              g_assert_cmpfloat (cell.x, >=, before.x + before.width);
            }
          if (widths[i / 2] >= 900)
            g_assert_cmpfloat (cell.width, >=, koyomi_chart_text_get_width (layout->text, "14.2 ▲", 12, KOYOMI_CHART_TEXT_BOLD));
        }
    }
}

static KoyomiColour
get_pixel (cairo_surface_t *surface,
           double           x,
           double           y)
{
  guint32 pixel;

  cairo_surface_flush (surface);
  memcpy (&pixel, cairo_image_surface_get_data (surface) + (int) y * cairo_image_surface_get_stride (surface) + (int) x * 4, sizeof pixel);

  return pixel & 0xffffff;
}

/* Each cell has the ground of its heat; a cell without text is left out. */
static void
test_paint (void)
{
  g_autoptr(KoyomiHeatMap) map = make_map (KOYOMI_LANGUAGE_JA, 16);
  g_autoptr(KoyomiHeatLayout) layout = koyomi_heat_layout_new (map, 900, 1);

  koyomi_heat_map_set_cell (map, 2, 3, "", KOYOMI_HEAT_OVER);
  for (guint palette = 0; palette < KOYOMI_N_CHART_PALETTES; palette++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 900, 480);
      cairo_t *cr = cairo_create (surface);

      koyomi_heat_layout_paint_head (layout, palette, cr);
      koyomi_heat_layout_paint_rows (layout, 0, 16, palette, cr);
      for (guint column = 0; column < N_COLUMNS; column++)
        {
          KoyomiRect cell = koyomi_heat_layout_get_cell (layout, 1, column);

          g_assert_cmphex (get_pixel (surface, cell.x + 5, cell.y + cell.height / 2), ==,
                           koyomi_rating_style_get_heat (palette, (1 + column) % KOYOMI_N_HEATS)->fill);
        }
      g_assert_cmphex (get_pixel (surface, koyomi_heat_layout_get_cell (layout, 2, 3).x + 5,
                                  koyomi_heat_layout_get_cell (layout, 2, 3).y + 10), ==, 0);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

static void
test_levels (void)
{
  static const struct
  {
    int         as_is;
    int         to_be;
    const char *boxes;
  } cases[] = {
    { 3, 4, "###o." }, { 0, 3, "ooo.." }, { 5, 5, "#####" }, { 4, 2, "####." }, { 0, 0, "....." }, { -1, 0, "....." }, { 1, 5, "#oooo" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint box = 0; box < KOYOMI_N_LEVELS; box++)
      g_assert_cmpint ("#o."[koyomi_level_boxes_get_kind (box, cases[i].as_is, cases[i].to_be)], ==, cases[i].boxes[box]);
}

/* Squares within the room, one beside the other. */
static void
test_level_boxes (void)
{
  static const KoyomiRect rects[] = { { 10, 20, 100, 12 }, { 0, 0, 40, 30 }, { 5, 5, 300, 8 } };

  for (guint i = 0; i < G_N_ELEMENTS (rects); i++)
    {
      KoyomiRect boxes[KOYOMI_N_LEVELS];

      koyomi_level_boxes_place (rects[i], boxes);
      for (guint j = 0; j < KOYOMI_N_LEVELS; j++)
        {
          g_assert_cmpfloat (boxes[j].width, ==, boxes[j].height);
          g_assert_cmpfloat (boxes[j].x, >=, j == 0 ? rects[i].x : boxes[j - 1].x + boxes[j - 1].width);
          g_assert_cmpfloat (boxes[j].y, >=, rects[i].y);
          g_assert_cmpfloat (boxes[j].y + boxes[j].height, <=, rects[i].y + rects[i].height + 1e-9);
        }
      g_assert_cmpfloat (boxes[4].x + boxes[4].width, <=, rects[i].x + rects[i].width + 1e-9);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/heat-map/cells-stand-side-by-side", test_layout);
  g_test_add_func ("/chart/heat-map/cells-have-the-ground-of-their-heat", test_paint);
  g_test_add_func ("/chart/level-boxes/reached-goal-and-rest", test_levels);
  g_test_add_func ("/chart/level-boxes/squares-in-the-room", test_level_boxes);

  return g_test_run ();
}
