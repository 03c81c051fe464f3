#include "koyomi-card-chart.h"

static KoyomiCardFace
make_face (const char *title,
           guint       n_pills)
{
  KoyomiCardFace face = { "2026-027", 0, "S1 Crisis", title, .n_pills = n_pills, .team = "CSIRT", .foot = "7/12  3 d" };

  for (guint i = 0; i < n_pills; i++)
    face.pills[i] = (KoyomiCardPill) { "APPI · 1 d 6 h left", i % KOYOMI_N_CARD_TONES };

  return face;
}

/* What is reckoned from letters is what the shaped text takes: else a title is cut off, or leaves a hole. */
static void
test_lines (void)
{
  static const struct
  {
    KoyomiLanguage  language;
    const char     *title;
  } cases[] = {
    { KOYOMI_LANGUAGE_EN, "VPN" },
    { KOYOMI_LANGUAGE_EN, "Personal data in a public bucket" },
    { KOYOMI_LANGUAGE_EN, "Ransomware drill Q2" },
    { KOYOMI_LANGUAGE_JA, "社用スマートフォンの紛失" },
    { KOYOMI_LANGUAGE_JA, "Webショップへのパスワードリスト攻撃" },
    { KOYOMI_LANGUAGE_JA, "訓練" },
    { KOYOMI_LANGUAGE_EN, "Customer data open to the public in cloud storage" },
    { KOYOMI_LANGUAGE_JA, "クラウドストレージの顧客情報が公開状態" },
  };
  const KoyomiBoardMeasures *measures = &koyomi_board_measures;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (double width = 130; width < 420; width += 7)
      {
        g_autoptr(KoyomiCardChart) chart = koyomi_card_chart_new (cases[i].language);
        KoyomiCardFace face = make_face (cases[i].title, 0);
        KoyomiCardFace single = make_face ("x", 0);
        double shaped = koyomi_chart_text_get_width (chart->text, cases[i].title, measures->title, KOYOMI_CHART_TEXT_BOLD);
        double room = width - measures->bar - 2 * measures->padding;
        double more = koyomi_card_chart_get_height (chart, &face, width) - koyomi_card_chart_get_height (chart, &single, width);

        double lines = more / measures->title_line + 1;

        g_assert_true (lines == 1 || lines == 2 || lines == 3);
        if (shaped > room * 2)
          g_assert_cmpfloat (lines, ==, 3);
        if (shaped > room)
          g_assert_cmpfloat (more, >, 0);
        if (shaped < room * 0.92)
          g_assert_cmpfloat (more, ==, 0);
      }
}

/* Pills stand side by side where there is room, else below each other. */
static void
test_pills (void)
{
  g_autoptr(KoyomiCardChart) chart = koyomi_card_chart_new (KOYOMI_LANGUAGE_EN);
  KoyomiCardFace none = make_face ("VPN", 0);
  KoyomiCardFace one = make_face ("VPN", 1);
  KoyomiCardFace two = make_face ("VPN", 2);

  g_assert_cmpfloat (koyomi_card_chart_get_height (chart, &none, 170), <, koyomi_card_chart_get_height (chart, &one, 170));
  g_assert_cmpfloat (koyomi_card_chart_get_height (chart, &one, 170), <, koyomi_card_chart_get_height (chart, &two, 170));
  g_assert_cmpfloat (koyomi_card_chart_get_height (chart, &one, 420), ==, koyomi_card_chart_get_height (chart, &two, 420));
  chart->scale = 2;
  g_assert_cmpfloat (koyomi_card_chart_get_height (chart, &two, 340), >, 150);
}

/* Each word can be read on its ground, in each palette. */
static void
test_contrast (void)
{
  for (KoyomiChartPalette palette = 0; palette < KOYOMI_N_CHART_PALETTES; palette++)
    {
      KoyomiColour card = koyomi_incident_style_get_colour (palette, KOYOMI_BOARD_COLOUR_CARD);
      KoyomiColour drill = koyomi_incident_style_get_colour (palette, KOYOMI_BOARD_COLOUR_CARD_DRILL);
      KoyomiColour column = koyomi_incident_style_get_colour (palette, KOYOMI_BOARD_COLOUR_COLUMN);
      KoyomiColour target = koyomi_incident_style_get_colour (palette, KOYOMI_BOARD_COLOUR_TARGET);
      KoyomiColour faint = koyomi_chart_style_get_colour (palette, KOYOMI_CHART_COLOUR_FAINT_TEXT);

      for (int severity = -1; severity < KOYOMI_N_SEVERITY_STYLES - 1; severity++)
        {
          g_assert_true (koyomi_colour_is_readable (koyomi_incident_style_get_severity (palette, severity)->text, card));
          g_assert_true (koyomi_colour_is_readable (koyomi_incident_style_get_severity (palette, severity)->text, drill));
        }
      for (KoyomiCardTone tone = 0; tone < KOYOMI_N_CARD_TONES; tone++)
        g_assert_true (koyomi_colour_is_readable (koyomi_incident_style_get_pill (palette, tone)->text,
                                                  koyomi_incident_style_get_pill (palette, tone)->fill));
      g_assert_true (koyomi_colour_is_readable (faint, card));
      g_assert_true (koyomi_colour_is_readable (faint, drill));
      g_assert_true (koyomi_colour_is_readable (faint, column));
      g_assert_true (koyomi_colour_is_readable (koyomi_chart_style_get_colour (palette, KOYOMI_CHART_COLOUR_TEXT), target));
    }
}

/* What @x, @y shows, 0xRRGGBB. */
static KoyomiColour
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  const guint32 *row;

  cairo_surface_flush (surface);
  row = (const guint32 *) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface));

  return row[x] & 0xffffff;
}

static void
test_paint (void)
{
  g_autoptr(KoyomiCardChart) chart = koyomi_card_chart_new (KOYOMI_LANGUAGE_EN);
  KoyomiCardFace face = make_face ("Personal data in a public bucket", 2);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 200, 160);
  cairo_t *cr = cairo_create (surface);

  for (KoyomiChartPalette palette = 0; palette < KOYOMI_N_CHART_PALETTES; palette++)
    {
      KoyomiRect rect = { 10, 10, 170, 0 };

      chart->palette = palette;
      rect.height = koyomi_card_chart_get_height (chart, &face, rect.width);
      koyomi_card_chart_paint_column (chart, FALSE, (KoyomiRect) { 0, 0, 200, 160 }, cr);
      koyomi_card_chart_paint (chart, &face, 0, rect, cr);
      g_assert_cmphex (get_pixel (surface, 12, 60), ==, koyomi_incident_style_get_severity (palette, 0)->bar);
      g_assert_cmphex (get_pixel (surface, 177, 14), ==, koyomi_incident_style_get_colour (palette, KOYOMI_BOARD_COLOUR_CARD));
      g_assert_cmphex (get_pixel (surface, 190, 80), ==, koyomi_incident_style_get_colour (palette, KOYOMI_BOARD_COLOUR_COLUMN));
      koyomi_card_chart_paint (chart, &face, KOYOMI_CARD_SELECTED, rect, cr);
      g_assert_cmphex (get_pixel (surface, 100, 10), ==, koyomi_chart_style_get_colour (palette, KOYOMI_CHART_COLOUR_SELECTION));
    }
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/card/title-has-the-lines-it-needs", test_lines);
  g_test_add_func ("/chart/card/pills-wrap", test_pills);
  g_test_add_func ("/chart/card/words-can-be-read", test_contrast);
  g_test_add_func ("/chart/card/bar-ground-and-outline", test_paint);

  return g_test_run ();
}
