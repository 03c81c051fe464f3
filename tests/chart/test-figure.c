#include "koyomi-sample-figures.h"

#include "koyomi-burn-up.h"
#include "koyomi-metric-card.h"
#include "koyomi-pareto.h"
#include "koyomi-ring-chart.h"

#include <math.h>
#include <string.h>

static const double scales[] = { 1, 1.5, 0.7 };

/* What is drawn of a figure in ink, beyond its edges as well. */
static cairo_surface_t *
record (KoyomiFigure *figure)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  koyomi_figure_paint (figure, -1, KOYOMI_CHART_PALETTE_LIGHT, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);

  return surface;
}

/* Nothing is drawn beyond the edges and no text is cut, in both languages, narrow and wide, with large and small texts. */
static void
test_edges (void)
{
  for (guint i = 0; i < koyomi_n_sample_figures * KOYOMI_N_LANGUAGES * G_N_ELEMENTS (scales); i++)
    {
      const KoyomiSampleFigure *sample = &koyomi_sample_figures[i % koyomi_n_sample_figures];
      KoyomiLanguage language = i / koyomi_n_sample_figures % KOYOMI_N_LANGUAGES;
      double scale = scales[i / koyomi_n_sample_figures / KOYOMI_N_LANGUAGES];
      g_autoptr(KoyomiFigure) figure = sample->create (language);
      double height = koyomi_figure_measure (figure, sample->width, scale);
      cairo_surface_t *surface;
      double x, y, width, ink;

      koyomi_figure_place (figure, sample->width, height, scale);
      surface = record (figure);
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &ink);
      g_test_message ("%s, %s, %.1f: %.0f x %.0f at %.0f, %.0f of %.0f x %.0f", sample->name, koyomi_language_get_code (language), scale, width,
                      ink, x, y, sample->width, height);
      g_assert_cmpfloat (x, >=, -1);
      g_assert_cmpfloat (y, >=, -1);
      g_assert_cmpfloat (x + width, <=, sample->width + 1);
      g_assert_cmpfloat (y + ink, <=, height + 1);
      g_assert_false (koyomi_figure_is_cut (figure));
      cairo_surface_destroy (surface);
    }
}

/* However small the room is, painting goes on. */
static void
test_small (void)
{
  static const double sizes[][2] = { { 1, 1 }, { 40, 30 }, { 120, 80 }, { 3000, 20 }, { 30, 2000 } };

  for (guint i = 0; i < koyomi_n_sample_figures * G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(KoyomiFigure) figure = koyomi_sample_figures[i % koyomi_n_sample_figures].create (i % 2);
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 200, 200);
      cairo_t *cr = cairo_create (surface);

      koyomi_figure_place (figure, sizes[i / koyomi_n_sample_figures][0], sizes[i / koyomi_n_sample_figures][1], 1);
      koyomi_figure_paint (figure, 0, KOYOMI_CHART_PALETTE_DARK, cr);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

/* Where there is no room, it is told. */
static void
test_cut (void)
{
  for (guint i = 0; i < koyomi_n_sample_figures; i++)
    {
      g_autoptr(KoyomiFigure) figure = koyomi_sample_figures[i].create (KOYOMI_LANGUAGE_JA);
      cairo_surface_t *surface;

      koyomi_figure_place (figure, 24, 300, 1);
      surface = record (figure);
      if (g_str_equal (koyomi_sample_figures[i].name, "grid"))
        g_assert_true (koyomi_figure_is_cut (figure));
      cairo_surface_destroy (surface);
    }
}

/* Each region is found at its middle, unless another one of the same place lies over it, or it has no height; each tells something. */
static void
test_pick (void)
{
  for (guint i = 0; i < koyomi_n_sample_figures; i++)
    {
      const KoyomiSampleFigure *sample = &koyomi_sample_figures[i];
      g_autoptr(KoyomiFigure) figure = sample->create (KOYOMI_LANGUAGE_EN);
      guint n_found = 0, n_regions;

      koyomi_figure_place (figure, sample->width, koyomi_figure_measure (figure, sample->width, 1), 1);
      n_regions = koyomi_figure_get_n_regions (figure);
      for (guint j = 0; j < n_regions; j++)
        {
          const KoyomiFigureRegion *region = koyomi_figure_get_region (figure, j);
          double x = region->rect.x + region->rect.width / 2, y = region->rect.y + region->rect.height / 2;
          int picked = koyomi_figure_pick (figure, x, y);

          g_assert_cmpuint (strlen (region->text), >, 2);
          g_assert_cmpint (picked, >=, 0);
          g_assert_cmpuint (koyomi_figure_get_region (figure, picked)->column, ==, region->column);
          n_found += picked == (int) j || region->rect.height == 0;
        }
      g_test_message ("%s: %u of %u", sample->name, n_found, n_regions);
      g_assert_cmpuint (10 * n_found, >=, 8 * n_regions);
      g_assert_cmpint (koyomi_figure_pick (figure, -50, -50), ==, -1);
    }
}

static void
test_read_out (void)
{
  static const struct
  {
    const char *figure;
    guint       region;
    const char *text;
  } cases[] = {
    { "line", 1, "May 2026, Mean time: 21.5\u00a0hours (At risk)" },
    { "changes", 0, "CISO office, FY2026: 12.5\u00a0points" },
    { "pareto", 3, "Known vulnerability not patched, Cumulative share: 66%" },
    { "rings", 1, "Q2, 11 of 19: 58%" },
    { "ninety-days", 0, "Activity, Internal audit: 2026-08-15 – 2026-08-20" },
    { "ninety-days", 26, "Oct: 2 more activities" },
    { "bullets", 5, "Phishing tests reported: – (No data)" },
    { "grid", 0, "Plan completion, Q1: 95% (On target)" },
    { "card", 0, "2026-04, Plan completion: 94%" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases) * koyomi_n_sample_figures; i++)
    {
      const KoyomiSampleFigure *sample = &koyomi_sample_figures[i % koyomi_n_sample_figures];
      g_autoptr(KoyomiFigure) figure = NULL;

      if (!g_str_equal (sample->name, cases[i / koyomi_n_sample_figures].figure))
        continue;

      figure = sample->create (KOYOMI_LANGUAGE_EN);
      koyomi_figure_place (figure, sample->width, 400, 1);
      g_assert_cmpstr (koyomi_figure_get_region (figure, cases[i / koyomi_n_sample_figures].region)->text, ==,
                       cases[i / koyomi_n_sample_figures].text);
    }
}

/* The twin of each has as many texts in each row as there are headings, and as many values as can be pointed at. */
static void
test_tables (void)
{
  for (guint i = 0; i < koyomi_n_sample_figures * KOYOMI_N_LANGUAGES; i++)
    {
      g_autoptr(KoyomiFigure) figure = koyomi_sample_figures[i / KOYOMI_N_LANGUAGES].create (i % KOYOMI_N_LANGUAGES);
      g_autoptr(KoyomiChartTable) table = koyomi_figure_create_table (figure);

      g_assert_cmpstr (table->title, ==, koyomi_figure_get_title (figure));
      g_assert_cmpuint (table->headings->len, >=, 2);
      g_assert_cmpuint (table->rows->len, >=, 1);
      for (guint j = 0; j < table->rows->len; j++)
        {
          g_assert_cmpuint (((GPtrArray *) g_ptr_array_index (table->rows, j))->len, ==, table->headings->len);
          g_assert_cmpstr (koyomi_chart_table_get (table, j, 0), !=, "");
        }
    }
}

static void
test_clipboard (void)
{
  g_autoptr(KoyomiChartTable) table = koyomi_chart_table_new ("Title");
  g_autofree char *text = NULL;

  koyomi_chart_table_add_heading (table, "");
  koyomi_chart_table_add_heading (table, "Load");
  koyomi_chart_table_set (table, koyomi_chart_table_add_row (table), 0, "May\t2026\n");
  koyomi_chart_table_set (table, 0, 1, "82%");
  koyomi_chart_table_add_row (table);

  text = koyomi_chart_table_dup_text (table);
  g_assert_cmpstr (text, ==, "\tLoad\nMay 2026 \t82%\n\t\n");
}

static void
test_pareto (void)
{
  static const KoyomiCause causes[] = { { "a", 1 }, { "b", 5 }, { "c", 1 }, { "d", 3 } };
  static const char * const expected[][3] = { { "b", "5", "50%" }, { "d", "3", "80%" }, { "a", "1", "90%" }, { "c", "1", "100%" } };
  KoyomiFigure *figure = koyomi_pareto_new (KOYOMI_LANGUAGE_EN, "Causes", "Incidents", causes, G_N_ELEMENTS (causes));
  g_autoptr(KoyomiChartTable) table = koyomi_figure_create_table (figure);

  for (guint i = 0; i < 3 * G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (koyomi_chart_table_get (table, i / 3, i % 3), ==, expected[i / 3][i % 3]);
  g_assert_finalize_object (figure);
}

/* Counted to the end of each week; what is done after today is not known. */
static void
test_burn_up (void)
{
  g_autoptr(GArray) due = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr(GArray) done = g_array_new (FALSE, FALSE, sizeof (guint32));
  static const guint32 due_days[] = { 1003, 1006, 1007, 1020 };
  static const guint32 done_days[] = { 1006, 1009 };
  static const char * const expected[][2] = { { "1", "2" }, { "2", "3" }, { "–", "4" }, { "–", "4" } };
  KoyomiFigure *figure;
  g_autoptr(KoyomiChartTable) table = NULL;

  g_array_append_vals (due, due_days, G_N_ELEMENTS (due_days));
  g_array_append_vals (done, done_days, G_N_ELEMENTS (done_days));
  figure = koyomi_burn_up_new (KOYOMI_LANGUAGE_EN, "Plan", 1000, 1022, 1010, due, done, NULL);
  table = koyomi_figure_create_table (figure);
  g_assert_cmpuint (table->rows->len, ==, 4);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (koyomi_chart_table_get (table, i / 2, 1 + i % 2), ==, expected[i / 2][i % 2]);
  g_assert_finalize_object (figure);
}

/* Nothing is rounded up to all, nor down to nothing. */
static void
test_rings (void)
{
  static const struct
  {
    double      part, whole;
    const char *share;
  } cases[] = {
    { 999, 1000, "99%" }, { 1, 1000, "1%" }, { 0, 9, "0%" }, { 9, 9, "100%" }, { 0, 0, "–" }, { 11, 19, "58%" },
  };
  KoyomiFigure *figure = koyomi_ring_chart_new (KOYOMI_LANGUAGE_EN, "Plan");
  g_autoptr(KoyomiChartTable) table = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    koyomi_ring_chart_add (KOYOMI_RING_CHART (figure), "Q", cases[i].part, cases[i].whole, FALSE);
  table = koyomi_figure_create_table (figure);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (koyomi_chart_table_get (table, i, 3), ==, cases[i].share);
  g_assert_finalize_object (figure);
}

/* A missing value has no region and leaves the pixels of a line alone. */
static void
test_gap (void)
{
  static const double values[] = { 5, NAN, 5 };
  KoyomiFigure *figure = koyomi_plot_new (KOYOMI_LANGUAGE_EN, "", "", 0);
  const KoyomiFigureRegion *first, *last;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 300, 200);
  cairo_t *cr = cairo_create (surface);
  guint32 pixel;

  for (guint i = 0; i < 3; i++)
    koyomi_plot_add_column (KOYOMI_PLOT (figure), "x", "x");
  koyomi_plot_add_series (KOYOMI_PLOT (figure), "Load", KOYOMI_PLOT_LINE, 0);
  for (guint i = 0; i < 3; i++)
    koyomi_plot_set_value (KOYOMI_PLOT (figure), 0, i, values[i]);
  koyomi_figure_place (figure, 300, 200, 1);
  g_assert_cmpuint (koyomi_figure_get_n_regions (figure), ==, 2);
  first = koyomi_figure_get_region (figure, 0);
  last = koyomi_figure_get_region (figure, 1);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  koyomi_figure_paint (figure, -1, KOYOMI_CHART_PALETTE_LIGHT, cr);
  cairo_surface_flush (surface);
  for (int side = 0; side < 2; side++)
    {
      double x = side == 0 ? (first->rect.x + last->rect.x + first->rect.width) / 2 : first->rect.x + first->rect.width / 2;
      double y = first->rect.y + first->rect.height / 2;

      memcpy (&pixel, cairo_image_surface_get_data (surface) + (int) y * cairo_image_surface_get_stride (surface) + (int) x * 4, sizeof pixel);
      if (side == 1)
        g_assert_cmphex (pixel & 0xffffff, ==, koyomi_figure_style_get_tone (KOYOMI_CHART_PALETTE_LIGHT, 0)->line);
      else
        g_assert_cmphex (pixel & 0xffffff, !=, koyomi_figure_style_get_tone (KOYOMI_CHART_PALETTE_LIGHT, 0)->line);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_assert_finalize_object (figure);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_sample_font_use ();

  g_test_add_func ("/chart/figure/nothing-lies-beyond-the-edges", test_edges);
  g_test_add_func ("/chart/figure/small-rooms-do-no-harm", test_small);
  g_test_add_func ("/chart/figure/cut-text-is-told", test_cut);
  g_test_add_func ("/chart/figure/region-is-picked", test_pick);
  g_test_add_func ("/chart/figure/region-is-read-out", test_read_out);
  g_test_add_func ("/chart/figure/table-tells-the-same", test_tables);
  g_test_add_func ("/chart/figure/table-goes-to-the-clipboard", test_clipboard);
  g_test_add_func ("/chart/figure/pareto-begins-with-the-most-frequent", test_pareto);
  g_test_add_func ("/chart/figure/burn-up-counts-by-week", test_burn_up);
  g_test_add_func ("/chart/figure/ring-rounds-to-neither-end", test_rings);
  g_test_add_func ("/chart/figure/gap-stays-a-gap", test_gap);

  return g_test_run ();
}
