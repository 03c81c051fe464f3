#include "koyomi-sample-figures.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <string.h>

/* A pixel differs when a channel does by more than this, and so few may: another Cairo draws edges a little differently. */
#define MOST_CHANNEL 40
#define MOST_SHARE 0.0005

typedef struct
{
  const KoyomiSampleFigure *figure;
  const char               *suffix;
  KoyomiLanguage            language;
  KoyomiChartPalette        palette;
  double                    zoom;
} Picture;

static const Picture looks[] = {
  { NULL, "en-light", KOYOMI_LANGUAGE_EN, KOYOMI_CHART_PALETTE_LIGHT, 1 },
  { NULL, "ja-print", KOYOMI_LANGUAGE_JA, KOYOMI_CHART_PALETTE_PRINT, 1 },
  { NULL, "ja-dark-2x", KOYOMI_LANGUAGE_JA, KOYOMI_CHART_PALETTE_DARK, 2 },
};

static double
place (const KoyomiSampleFigure *sample,
       KoyomiFigure             *figure)
{
  double height = sample->height > 0 ? sample->height : koyomi_figure_measure (figure, sample->width, 1);

  koyomi_figure_place (figure, sample->width, height, 1);

  return height;
}

static void
paint (KoyomiFigure    *figure,
       const Picture   *picture,
       cairo_surface_t *surface)
{
  KoyomiColour paper = koyomi_chart_style_get_colour (picture->palette, KOYOMI_CHART_COLOUR_PAPER);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, (paper >> 16 & 0xff) / 255.0, (paper >> 8 & 0xff) / 255.0, (paper & 0xff) / 255.0);
  cairo_paint (cr);
  cairo_scale (cr, picture->zoom, picture->zoom);
  koyomi_figure_paint (figure, -1, picture->palette, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
}

static cairo_surface_t *
draw (const Picture *picture)
{
  g_autoptr(KoyomiFigure) figure = picture->figure->create (picture->language);
  double height = place (picture->figure, figure);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, picture->figure->width * picture->zoom,
                                                         height * picture->zoom);

  paint (figure, picture, surface);
  cairo_surface_flush (surface);

  return surface;
}

static guint
count_differences (cairo_surface_t *surface,
                   cairo_surface_t *expected)
{
  int width = cairo_image_surface_get_width (expected), height = cairo_image_surface_get_height (expected);
  guint n = 0;

  for (int i = 0; i < width * height; i++)
    {
      const guchar *a = cairo_image_surface_get_data (surface) + i / width * cairo_image_surface_get_stride (surface) + i % width * 4;
      const guchar *b = cairo_image_surface_get_data (expected) + i / width * cairo_image_surface_get_stride (expected) + i % width * 4;

      n += ABS (a[0] - b[0]) > MOST_CHANNEL || ABS (a[1] - b[1]) > MOST_CHANNEL || ABS (a[2] - b[2]) > MOST_CHANNEL;
    }

  return n;
}

static gboolean
is_as_expected (cairo_surface_t *surface,
                cairo_surface_t *expected)
{
  guint n_pixels = cairo_image_surface_get_width (surface) * cairo_image_surface_get_height (surface);
  guint n_differences;

  g_assert_cmpint (cairo_surface_status (expected), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, cairo_image_surface_get_width (expected));
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, cairo_image_surface_get_height (expected));
  n_differences = count_differences (surface, expected);
  g_test_message ("%u of %u pixels differ", n_differences, n_pixels);

  return n_differences <= MOST_SHARE * n_pixels;
}

/* With KOYOMI_TEST_UPDATE the pictures are made anew: look at each. Else what differs is left in the build folder. */
static void
test_picture (gconstpointer data)
{
  const Picture *picture = data;
  g_autofree char *name = g_strdup_printf ("%s-%s.png", picture->figure->name, picture->suffix);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "charts", name, NULL);
  g_autofree char *made = g_test_build_filename (G_TEST_BUILT, name, NULL);
  cairo_surface_t *surface = draw (picture);

  if (g_getenv ("KOYOMI_TEST_UPDATE") != NULL)
    g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  else
    {
      cairo_surface_t *expected = cairo_image_surface_create_from_png (path);

      if (!is_as_expected (surface, expected))
        {
          cairo_surface_write_to_png (surface, made);
          g_test_message ("see %s", made);
          g_test_fail ();
        }
      cairo_surface_destroy (expected);
    }
  cairo_surface_destroy (surface);
}

static cairo_status_t
append (void          *data,
        const guchar  *bytes,
        guint          n_bytes)
{
  g_byte_array_append (data, bytes, n_bytes);

  return CAIRO_STATUS_SUCCESS;
}

/* A file has the figure as shapes and letters, not as a picture. */
static void
check_file (KoyomiFigure    *figure,
            GByteArray      *bytes,
            cairo_surface_t *surface,
            const char      *forbidden)
{
  Picture picture = { .palette = KOYOMI_CHART_PALETTE_PRINT, .zoom = 1 };

  paint (figure, &picture, surface);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  g_assert_cmpuint (bytes->len, >, 1000);
  g_assert_null (g_strstr_len ((const char *) bytes->data, bytes->len, forbidden));
}

static void
test_files (void)
{
  for (guint i = 0; i < koyomi_n_sample_figures; i++)
    {
      const KoyomiSampleFigure *sample = &koyomi_sample_figures[i];
      g_autoptr(KoyomiFigure) figure = sample->create (KOYOMI_LANGUAGE_JA);
      double height = place (sample, figure);
      g_autoptr(GByteArray) pdf = g_byte_array_new ();
      g_autoptr(GByteArray) svg = g_byte_array_new ();

      check_file (figure, pdf, cairo_pdf_surface_create_for_stream (append, pdf, sample->width, height), "/Subtype /Image");
      check_file (figure, svg, cairo_svg_surface_create_for_stream (append, svg, sample->width, height), "<image");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_sample_font_use ();

  for (guint i = 0; i < koyomi_n_sample_figures * G_N_ELEMENTS (looks); i++)
    {
      Picture *picture = g_memdup2 (&looks[i % G_N_ELEMENTS (looks)], sizeof *picture);
      g_autofree char *path = NULL;

      picture->figure = &koyomi_sample_figures[i / G_N_ELEMENTS (looks)];
      path = g_strdup_printf ("/chart/figure-pictures/%s/%s", picture->figure->name, picture->suffix);
      g_test_add_data_func_full (path, picture, test_picture, g_free);
    }
  g_test_add_func ("/chart/figure-pictures/files-have-shapes", test_files);

  return g_test_run ();
}
