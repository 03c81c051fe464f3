#include "koyomi-figure-style.h"

#include <math.h>

typedef struct
{
  double l, a, b;
} Lab;

/* How colours look to eyes without one kind of cones (Machado, Oliveira and Fernandes 2009, severity 1), and to all. */
static const double eyes[][9] = {
  { 1, 0, 0, 0, 1, 0, 0, 0, 1 },
  { 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998 },
  { 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881 },
  { 1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900 },
};

static double
linearize (guint channel)
{
  double value = (channel & 0xff) / 255.0;

  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
bend (double value)
{
  return value > 0.008856 ? cbrt (value) : 7.787 * value + 16.0 / 116;
}

static Lab
see (KoyomiColour  colour,
     const double *eye)
{
  double rgb[] = { linearize (colour >> 16), linearize (colour >> 8), linearize (colour) };
  double seen[3];
  double x, y, z;

  for (guint i = 0; i < 3; i++)
    seen[i] = CLAMP (eye[3 * i] * rgb[0] + eye[3 * i + 1] * rgb[1] + eye[3 * i + 2] * rgb[2], 0, 1);
  x = bend ((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.9505);
  y = bend (0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
  z = bend ((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.089);

  return (Lab) { 116 * y - 16, 500 * (x - y), 200 * (y - z) };
}

/* For the eye that tells them apart worst. */
static double
get_distance (KoyomiColour one,
              KoyomiColour other)
{
  double least = INFINITY;

  for (guint i = 0; i < G_N_ELEMENTS (eyes); i++)
    {
      Lab a = see (one, eyes[i]), b = see (other, eyes[i]);

      least = MIN (least, sqrt ((a.l - b.l) * (a.l - b.l) + (a.a - b.a) * (a.a - b.a) + (a.b - b.b) * (a.b - b.b)));
    }

  return least;
}

static void
test_tones (void)
{
  for (guint palette = 0; palette < KOYOMI_N_CHART_PALETTES; palette++)
    for (guint i = 0; i < KOYOMI_N_TONES; i++)
      for (guint j = 0; j < i; j++)
        {
          const KoyomiToneStyle *a = koyomi_figure_style_get_tone (palette, i), *b = koyomi_figure_style_get_tone (palette, j);

          g_test_message ("palette %u, tones %u and %u: %.1f", palette, i, j, get_distance (a->fill, b->fill));
          g_assert_cmpfloat (get_distance (a->fill, b->fill), >=, 12);
        }
}

static void
test_statuses (void)
{
  for (guint palette = 0; palette < KOYOMI_N_CHART_PALETTES; palette++)
    for (guint i = KOYOMI_METRIC_ON_TARGET; i <= KOYOMI_METRIC_OFF_TARGET; i++)
      for (guint j = KOYOMI_METRIC_ON_TARGET; j < i; j++)
        {
          const KoyomiStatusStyle *a = koyomi_figure_style_get_status (palette, i), *b = koyomi_figure_style_get_status (palette, j);

          g_test_message ("palette %u, statuses %u and %u: %.1f, tints %.1f", palette, i, j, get_distance (a->strong, b->strong),
                          get_distance (a->tint, b->tint));
          g_assert_cmpfloat (get_distance (a->strong, b->strong), >=, 12);
          g_assert_cmpfloat (get_distance (a->tint, b->tint), >=, 5);
        }
}

/* Texts on their grounds; lines and glyphs, which are larger, with WCAG's 3. */
static void
test_contrast (void)
{
  for (guint palette = 0; palette < KOYOMI_N_CHART_PALETTES; palette++)
    {
      KoyomiColour paper = koyomi_chart_style_get_colour (palette, KOYOMI_CHART_COLOUR_PAPER);

      for (guint i = 0; i < KOYOMI_N_METRIC_STATUSES; i++)
        {
          const KoyomiStatusStyle *style = koyomi_figure_style_get_status (palette, i);

          g_test_message ("palette %u, status %u: text %.2f, glyph %.2f and %.2f", palette, i,
                          koyomi_colour_get_contrast (style->text, style->tint), koyomi_colour_get_contrast (style->strong, paper),
                          koyomi_colour_get_contrast (style->strong, style->band));
          g_assert_true (koyomi_colour_is_readable (style->text, style->tint));
          g_assert_true (koyomi_colour_is_readable (koyomi_chart_style_get_colour (palette, KOYOMI_CHART_COLOUR_TEXT), style->band));
          g_assert_cmpfloat (koyomi_colour_get_contrast (style->strong, paper), >=, 3);
        }
      for (guint i = 0; i < KOYOMI_N_TONES; i++)
        {
          const KoyomiToneStyle *style = koyomi_figure_style_get_tone (palette, i);

          g_assert_true (koyomi_colour_is_readable (style->text, style->fill));
          g_assert_cmpfloat (koyomi_colour_get_contrast (style->line, paper), >=, 3);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/figure-style/tones-stay-apart-for-all-eyes", test_tones);
  g_test_add_func ("/chart/figure-style/statuses-stay-apart-for-all-eyes", test_statuses);
  g_test_add_func ("/chart/figure-style/texts-and-lines-are-seen", test_contrast);

  return g_test_run ();
}
