#include "koyomi-radar-figure.h"
#include "koyomi-radar-layout.h"
#include "koyomi-reference.h"

#include <math.h>
#include <string.h>

/* The nine categories of the roles, or as many other axes. */
static KoyomiRadar *
make_radar (KoyomiLanguage language,
            guint          n_axes)
{
  const KoyomiReference *categories = koyomi_reference_get ("reference/categories_isogj");
  KoyomiRadar *radar = koyomi_radar_new (language);

  for (guint i = 0; i < n_axes; i++)
    {
      guint row = i % koyomi_reference_get_n_rows (categories);

      koyomi_radar_add_axis (radar, koyomi_reference_get_text (categories, row, "code"),
                             koyomi_reference_get_localized (categories, row, "name", language),
                             1 + i % 4, 5 - i % 3, 0.5 + i % 3);
    }

  return radar;
}

static const KoyomiRadarSpoke *
get_spoke (const KoyomiRadarLayout *layout,
           guint                    index)
{
  return &g_array_index (layout->spokes, KoyomiRadarSpoke, index);
}

static gboolean
overlap (KoyomiRect a,
         KoyomiRect b)
{
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

static void
assert_within (const KoyomiRadarLayout *layout,
               KoyomiRect               rect)
{
  g_assert_cmpfloat (rect.x, >=, -0.01);
  g_assert_cmpfloat (rect.y, >=, -0.01);
  g_assert_cmpfloat (rect.x + rect.width, <=, layout->width + 0.01);
  g_assert_cmpfloat (rect.y + rect.height, <=, layout->height + 0.01);
}

/* Whether a corner of the rectangle or the middle of an edge lies within the outermost ring. */
static gboolean
touches_ring (const KoyomiRadarLayout *layout,
              KoyomiRect               rect)
{
  for (int i = 0; i <= 2; i++)
    for (int j = 0; j <= 2; j++)
      if (hypot (rect.x + i * rect.width / 2 - layout->centre.x, rect.y + j * rect.height / 2 - layout->centre.y) <
          layout->radius * cos (G_PI / MAX (layout->spokes->len, 3)))
        return TRUE;

  return FALSE;
}

static void
check_layout (const KoyomiRadarLayout *layout)
{
  for (guint i = 0; i < layout->spokes->len; i++)
    {
      KoyomiRect label = get_spoke (layout, i)->label;

      assert_within (layout, label);
      g_assert_false (touches_ring (layout, label));
      for (guint j = 0; j < i; j++)
        g_assert_false (overlap (label, get_spoke (layout, j)->label));
      for (guint j = 0; j < layout->legend->len; j++)
        g_assert_false (overlap (label, g_array_index (layout->legend, KoyomiRadarLegend, j).label));
    }

  for (guint i = 0; i < layout->legend->len; i++)
    assert_within (layout, g_array_index (layout->legend, KoyomiRadarLegend, i).swatch);
}

/* In both languages, from a narrow panel to a whole page, with texts up to twice their size. */
static void
test_labels (void)
{
  static const struct
  {
    double width, height, scale;
    gboolean has_names;
  } sizes[] = {
    { 320, 300, 1, FALSE },
    { 400, 360, 1, FALSE },
    { 480, 400, 1, TRUE },
    { 640, 480, 1, TRUE },
    { 900, 640, 1, TRUE },
    { 1000, 420, 1, TRUE },
    { 1280, 960, 2, TRUE },
    { 700, 520, 2, FALSE },
    { 380, 300, 0.7, TRUE },
    { 200, 160, 1, FALSE },
  };

  for (guint language = 0; language < KOYOMI_N_LANGUAGES; language++)
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      {
        g_autoptr(KoyomiRadar) radar = make_radar (language, 9);
        g_autoptr(KoyomiRadarLayout) layout = koyomi_radar_layout_new (radar, sizes[i].width, sizes[i].height, sizes[i].scale);

        g_test_message ("%s %.0f x %.0f at %.1f: radius %.0f, names %d", koyomi_language_get_code (language), sizes[i].width,
                        sizes[i].height, sizes[i].scale, layout->radius, layout->has_names);
        check_layout (layout);
        g_assert_true (layout->has_names || !sizes[i].has_names);
        g_assert_cmpfloat (layout->radius, >=, 0.18 * MIN (sizes[i].width, sizes[i].height));
      }
}

/* As many axes as there are groups, even one or none. */
static void
test_counts (void)
{
  static const guint counts[] = { 0, 1, 2, 3, 4, 6, 15 };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (counts); i++)
    {
      g_autoptr(KoyomiRadar) radar = make_radar (i % 2, counts[i / 2]);
      g_autoptr(KoyomiRadarLayout) layout = koyomi_radar_layout_new (radar, 720, 560, 1);
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 720, 560);
      cairo_t *cr = cairo_create (surface);

      g_assert_cmpuint (layout->spokes->len, ==, counts[i / 2]);
      check_layout (layout);
      koyomi_radar_paint (layout, KOYOMI_CHART_PALETTE_LIGHT, cr);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

/* The first axis points up, the others follow clockwise, and a level lies as far out as it is high. */
static void
test_points (void)
{
  g_autoptr(KoyomiRadar) radar = koyomi_radar_new (KOYOMI_LANGUAGE_EN);
  g_autoptr(KoyomiRadarLayout) layout = NULL;

  koyomi_radar_add_axis (radar, "A", "first", 2.5, 5, NAN);
  koyomi_radar_add_axis (radar, "B", "second", 5, NAN, 0);
  koyomi_radar_add_axis (radar, "C", "third", NAN, 1, NAN);
  koyomi_radar_add_axis (radar, "", "fourth", 0, 7, NAN);
  layout = koyomi_radar_layout_new (radar, 600, 500, 1);

  g_assert_cmpfloat_with_epsilon (get_spoke (layout, 0)->tip.x, layout->centre.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (get_spoke (layout, 0)->tip.y, layout->centre.y - layout->radius, 1e-6);
  g_assert_cmpfloat_with_epsilon (get_spoke (layout, 0)->points[KOYOMI_SERIES_NOW].y, layout->centre.y - layout->radius / 2, 1e-6);
  g_assert_cmpfloat_with_epsilon (get_spoke (layout, 1)->points[KOYOMI_SERIES_NOW].x, layout->centre.x + layout->radius, 1e-6);
  g_assert_cmpfloat_with_epsilon (get_spoke (layout, 2)->points[KOYOMI_SERIES_GOAL].y, layout->centre.y + layout->radius / 5, 1e-6);
  g_assert_cmpfloat_with_epsilon (get_spoke (layout, 3)->points[KOYOMI_SERIES_GOAL].x, layout->centre.x - layout->radius, 1e-6);
  g_assert_false (get_spoke (layout, 2)->has_point[KOYOMI_SERIES_NOW]);
  g_assert_true (get_spoke (layout, 1)->has_point[KOYOMI_SERIES_BEFORE]);
  g_assert_cmpstr (get_spoke (layout, 0)->value, ==, "2.5 → 5.0");
  g_assert_cmpstr (get_spoke (layout, 1)->value, ==, "5.0");
  g_assert_cmpstr (get_spoke (layout, 2)->value, ==, "–");
  g_assert_cmpstr (get_spoke (layout, 0)->name, ==, "A first");
  g_assert_cmpstr (get_spoke (layout, 3)->name, ==, "fourth");
}

/* The legend names what there is, and nothing else. */
static void
test_legend (void)
{
  g_autoptr(KoyomiRadar) radar = koyomi_radar_new (KOYOMI_LANGUAGE_EN);
  g_autoptr(KoyomiRadarLayout) layout = NULL;

  koyomi_radar_add_axis (radar, "A", "first", 2.5, 5, NAN);
  koyomi_radar_add_axis (radar, "B", "second", 5, NAN, NAN);
  layout = koyomi_radar_layout_new (radar, 600, 500, 1);
  g_assert_cmpuint (layout->legend->len, ==, 2);
  g_assert_cmpint (g_array_index (layout->legend, KoyomiRadarLegend, 0).series, ==, KOYOMI_SERIES_NOW);
  g_assert_cmpint (g_array_index (layout->legend, KoyomiRadarLegend, 1).series, ==, KOYOMI_SERIES_GOAL);
}

static void
test_pick (void)
{
  g_autoptr(KoyomiRadar) radar = make_radar (KOYOMI_LANGUAGE_JA, 9);
  g_autoptr(KoyomiRadarLayout) layout = koyomi_radar_layout_new (radar, 800, 600, 1);

  for (guint i = 0; i < 9; i++)
    {
      KoyomiPoint point = koyomi_radar_layout_place (layout, i, 4);
      KoyomiRect label = get_spoke (layout, i)->label;

      g_assert_cmpint (koyomi_radar_layout_pick (layout, point.x, point.y), ==, i);
      g_assert_cmpint (koyomi_radar_layout_pick (layout, label.x + label.width / 2, label.y + label.height / 2), ==, i);
    }
  g_assert_cmpint (koyomi_radar_layout_pick (layout, 1, 1), ==, -1);
}

/* Series are told apart by dash and marker, not by colour alone, and can be seen on their ground; texts can be read. */
static void
test_styles (void)
{
  for (guint palette = 0; palette < KOYOMI_N_CHART_PALETTES; palette++)
    {
      KoyomiColour paper = koyomi_chart_style_get_colour (palette, KOYOMI_CHART_COLOUR_PAPER);

      for (guint i = 0; i < KOYOMI_N_SERIES; i++)
        {
          const KoyomiSeriesStyle *style = koyomi_rating_style_get_series (palette, i);

          g_assert_cmpfloat (koyomi_colour_get_contrast (style->line, paper), >=, 3);
          for (guint j = 0; j < i; j++)
            {
              const KoyomiSeriesStyle *other = koyomi_rating_style_get_series (palette, j);

              g_assert_cmpfloat (style->dash, !=, other->dash);
              g_assert_cmpint (style->marker, !=, other->marker);
            }
        }

      for (guint i = 0; i < KOYOMI_N_HEATS; i++)
        {
          const KoyomiHeatStyle *style = koyomi_rating_style_get_heat (palette, i);

          g_assert_true (koyomi_colour_is_readable (style->text, style->fill));
        }
      for (guint i = KOYOMI_HEAT_LOW; i < KOYOMI_HEAT_OVER; i++)
        g_assert_cmpfloat (koyomi_colour_get_contrast (koyomi_rating_style_get_heat (palette, i)->fill,
                                                       koyomi_rating_style_get_heat (palette, i + 1)->fill), >=, 1.15);
      g_assert_cmpfloat (koyomi_colour_get_contrast (koyomi_rating_style_get_box (palette, KOYOMI_LEVEL_BOX_REACHED)->fill, paper), >=, 3);
      g_assert_cmpfloat (koyomi_colour_get_contrast (koyomi_rating_style_get_box (palette, KOYOMI_LEVEL_BOX_GOAL)->edge, paper), >=, 3);
    }
}

static void
test_heats (void)
{
  g_assert_cmpint (koyomi_heat_of_gap (0), ==, KOYOMI_HEAT_NONE);
  g_assert_cmpint (koyomi_heat_of_gap (1), ==, KOYOMI_HEAT_LOW);
  g_assert_cmpint (koyomi_heat_of_gap (3), ==, KOYOMI_HEAT_HIGH);
  g_assert_cmpint (koyomi_heat_of_gap (4), ==, KOYOMI_HEAT_OVER);
  g_assert_cmpint (koyomi_heat_of_gap (5), ==, KOYOMI_HEAT_OVER);
  g_assert_cmpint (koyomi_heat_of_share (NAN), ==, KOYOMI_HEAT_UNKNOWN);
  g_assert_cmpint (koyomi_heat_of_share (0), ==, KOYOMI_HEAT_NONE);
  g_assert_cmpint (koyomi_heat_of_share (0.5), ==, KOYOMI_HEAT_LOW);
  g_assert_cmpint (koyomi_heat_of_share (0.8), ==, KOYOMI_HEAT_MEDIUM);
  g_assert_cmpint (koyomi_heat_of_share (1), ==, KOYOMI_HEAT_HIGH);
  g_assert_cmpint (koyomi_heat_of_share (1.01), ==, KOYOMI_HEAT_OVER);
  g_assert_cmpint (koyomi_heat_of_share (INFINITY), ==, KOYOMI_HEAT_OVER);
}

/* The goal's marker is seen where it stands, in the colour of the goal. */
static void
test_paint (void)
{
  g_autoptr(KoyomiRadar) radar = make_radar (KOYOMI_LANGUAGE_JA, 9);
  g_autoptr(KoyomiRadarLayout) layout = koyomi_radar_layout_new (radar, 800, 600, 1);

  for (guint palette = 0; palette < KOYOMI_N_CHART_PALETTES; palette++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 800, 600);
      cairo_t *cr = cairo_create (surface);
      KoyomiPoint point = get_spoke (layout, 4)->points[KOYOMI_SERIES_NOW];
      guint32 pixel;

      koyomi_radar_paint (layout, palette, cr);
      cairo_surface_flush (surface);
      memcpy (&pixel, cairo_image_surface_get_data (surface) + (int) point.y * cairo_image_surface_get_stride (surface) +
              (int) point.x * 4, sizeof pixel);
      g_assert_cmphex (pixel & 0xffffff, ==, koyomi_rating_style_get_series (palette, KOYOMI_SERIES_NOW)->line);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

static KoyomiFigure *
make_figure (void)
{
  KoyomiRadar *radar = koyomi_radar_new (KOYOMI_LANGUAGE_EN);

  koyomi_radar_add_axis (radar, "A", "Operations", 2.5, 4, NAN);
  koyomi_radar_add_axis (radar, "", "Response", 3, NAN, 1);
  koyomi_radar_add_axis (radar, "C", "Risk", NAN, NAN, NAN);

  return koyomi_radar_figure_new ("Maturity", radar);
}

/* An axis is read out with what is known of it, and is meant wherever its name is the nearest. */
static void
test_axes_are_read_out (void)
{
  static const char * const texts[] = { "A Operations, Now: 2.5, Goal: 4", "Response, Now: 3, A year ago: 1", "C Risk" };
  g_autoptr(KoyomiFigure) figure = make_figure ();

  koyomi_figure_place (figure, 400, koyomi_figure_measure (figure, 400, 1), 1);
  g_assert_cmpuint (koyomi_figure_get_n_regions (figure), ==, G_N_ELEMENTS (texts));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const KoyomiFigureRegion *region = koyomi_figure_get_region (figure, i);

      g_assert_cmpstr (region->text, ==, texts[i]);
      g_assert_cmpint (koyomi_figure_pick (figure, region->rect.x + 1, region->rect.y + 1), ==, i);
      g_assert_cmpint (koyomi_figure_pick (figure, region->rect.x + region->rect.width / 2, CLAMP (region->rect.y + 40, 80, 300)), ==, i);
    }
}

static void
test_table (void)
{
  g_autoptr(KoyomiFigure) figure = make_figure ();
  g_autoptr(KoyomiChartTable) table = koyomi_figure_create_table (figure);

  g_assert_cmpstr (koyomi_chart_table_get (table, 0, 0), ==, "A Operations");
  g_assert_cmpstr (koyomi_chart_table_get (table, 1, 0), ==, "Response");
  g_assert_cmpstr (koyomi_chart_table_get (table, 0, 1 + KOYOMI_SERIES_NOW), ==, "2.5");
  g_assert_cmpstr (koyomi_chart_table_get (table, 0, 1 + KOYOMI_SERIES_BEFORE), ==, "–");
  g_assert_cmpstr (koyomi_chart_table_get (table, 1, 1 + KOYOMI_SERIES_GOAL), ==, "–");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/radar/labels-do-not-overlap", test_labels);
  g_test_add_func ("/chart/radar/any-number-of-axes", test_counts);
  g_test_add_func ("/chart/radar/levels-lie-on-their-axes", test_points);
  g_test_add_func ("/chart/radar/legend-names-what-there-is", test_legend);
  g_test_add_func ("/chart/radar/axis-is-picked", test_pick);
  g_test_add_func ("/chart/radar/paints-in-every-palette", test_paint);
  g_test_add_func ("/chart/rating-style/differs-by-more-than-hue", test_styles);
  g_test_add_func ("/chart/rating-style/heat-by-amount", test_heats);
  g_test_add_func ("/chart/radar/table-tells-the-same", test_table);
  g_test_add_func ("/chart/radar/axes-are-read-out", test_axes_are_read_out);

  return g_test_run ();
}
