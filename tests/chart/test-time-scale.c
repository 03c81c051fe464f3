#include "koyomi-day.h"
#include "koyomi-fiscal-year.h"
#include "koyomi-time-scale.h"

#include <math.h>

#define WIDTH 820

static KoyomiTimeScale
make_scale (int    year,
            double width)
{
  KoyomiFiscalYear fiscal_year = { year, 4 };
  KoyomiTimeScale scale;

  koyomi_time_scale_init (&scale, koyomi_fiscal_year_get_first_day (fiscal_year), koyomi_fiscal_year_get_last_day (fiscal_year));
  koyomi_time_scale_set_width (&scale, width);

  return scale;
}

static void
assert_valid (const KoyomiTimeScale *scale)
{
  double days = scale->last_day - scale->first_day + 1;

  g_assert_cmpfloat (scale->day_width, >=, scale->width / days - 1e-9);
  g_assert_cmpfloat (scale->day_width, <=, MAX (scale->width / 7, 12) + 1e-9);
  g_assert_cmpfloat (scale->offset, >=, 0);
  g_assert_cmpfloat (scale->offset, <=, MAX (koyomi_time_scale_get_extent (scale) - scale->width, 0) + 1e-6);
  g_assert_cmpuint (koyomi_time_scale_get_first_visible (scale), >=, scale->first_day);
  g_assert_cmpuint (koyomi_time_scale_get_last_visible (scale), <=, scale->last_day);
  g_assert_true (scale->fits == (fabs (koyomi_time_scale_get_extent (scale) - scale->width) < 1e-6));
}

/* Also one with a 29 February. */
static void
test_year_fits (void)
{
  static const double widths[] = { 320, 564, 820, 1071.5, 2560 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    for (int year = 2026; year <= 2027; year++)
      {
        KoyomiTimeScale scale = make_scale (year, widths[i]);
        double days = year == 2027 ? 366 : 365;

        assert_valid (&scale);
        g_assert_true (scale.fits);
        g_assert_cmpint (koyomi_time_scale_get_zoom (&scale), ==, KOYOMI_ZOOM_YEAR);
        g_assert_cmpfloat_with_epsilon (scale.day_width, widths[i] / days, 1e-9);
        g_assert_cmpfloat_with_epsilon (koyomi_time_scale_day_to_x (&scale, scale.last_day + 1), widths[i], 1e-6);
        g_assert_cmpuint (koyomi_time_scale_get_first_visible (&scale), ==, scale.first_day);
        g_assert_cmpuint (koyomi_time_scale_get_last_visible (&scale), ==, scale.last_day);

        koyomi_time_scale_pan (&scale, 100);
        g_assert_cmpfloat (scale.offset, ==, 0);
        koyomi_time_scale_set_width (&scale, 400);
        g_assert_cmpfloat_with_epsilon (koyomi_time_scale_get_extent (&scale), 400, 1e-6);
      }
}

static void
test_days (void)
{
  for (int year = 2026; year <= 2027; year++)
    for (KoyomiZoom zoom = KOYOMI_ZOOM_YEAR; zoom <= KOYOMI_ZOOM_WEEK; zoom++)
      {
        KoyomiTimeScale scale = make_scale (year, WIDTH);

        koyomi_time_scale_set_zoom (&scale, zoom, koyomi_day_new (2028, 2, 29));
        for (guint32 day = scale.first_day; day <= scale.last_day; day++)
          {
            double x = koyomi_time_scale_day_to_x (&scale, day);
            double end = koyomi_time_scale_day_to_x (&scale, day + 1);

            g_assert_cmpfloat_with_epsilon (end - x, scale.day_width, 1e-6);
            g_assert_cmpuint (koyomi_time_scale_x_to_day (&scale, x), ==, day);
            g_assert_cmpuint (koyomi_time_scale_x_to_day (&scale, end - 1e-3), ==, day);
          }

        g_assert_cmpuint (koyomi_time_scale_x_to_day (&scale, -1e6), ==, scale.first_day);
        g_assert_cmpuint (koyomi_time_scale_x_to_day (&scale, 1e6), ==, scale.last_day);
      }
}

/* Away from the ends of the year the date under the pointer stays within a pixel; near them the year's end stays at the view's. */
static void
test_pointer (void)
{
  static const double factors[] = { 1.01, 1.1, 1.25, 2, 5, 40, 0.99, 0.9, 0.8, 0.5, 0.2, 0.01 };
  static const double positions[] = { 0, 1, 100.5, 273, 410, 700, 819 };
  static const guint32 days[] = { 0, 1, 40, 182, 300, 364 };

  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    for (guint j = 0; j < G_N_ELEMENTS (positions); j++)
      for (guint k = 0; k < G_N_ELEMENTS (days); k++)
        for (KoyomiZoom zoom = KOYOMI_ZOOM_YEAR; zoom <= KOYOMI_ZOOM_WEEK; zoom++)
          {
            KoyomiTimeScale scale = make_scale (2026, WIDTH);
            double date, room;

            koyomi_time_scale_set_zoom (&scale, zoom, scale.first_day + days[k]);
            date = scale.first_day + (positions[j] + scale.offset) / scale.day_width;
            koyomi_time_scale_zoom_by (&scale, factors[i], positions[j]);
            assert_valid (&scale);

            room = koyomi_time_scale_get_extent (&scale) - WIDTH - scale.offset;
            if (scale.offset > 0 && room > 1e-6)
              g_assert_cmpfloat_with_epsilon (koyomi_time_scale_day_to_x (&scale, date), positions[j], 1);
            if (factors[i] > 1)
              g_assert_cmpfloat_with_epsilon (koyomi_time_scale_day_to_x (&scale, date), positions[j], 1);
          }
}

/* In many small steps as of a wheel, too. */
static void
test_wheel (void)
{
  KoyomiTimeScale scale = make_scale (2026, WIDTH);
  double date = scale.first_day + 300 / scale.day_width;

  for (guint i = 0; i < 200; i++)
    {
      koyomi_time_scale_zoom_by (&scale, 1.03, 300);
      g_assert_cmpfloat_with_epsilon (koyomi_time_scale_day_to_x (&scale, date), 300, 1);
    }
  g_assert_cmpfloat_with_epsilon (scale.day_width, WIDTH / 7.0, 1e-9);

  for (guint i = 0; i < 200; i++)
    koyomi_time_scale_zoom_by (&scale, 1 / 1.03, 300);
  g_assert_true (scale.fits);
  g_assert_cmpfloat_with_epsilon (koyomi_time_scale_day_to_x (&scale, date), 300, 1);
}

static void
test_levels (void)
{
  static const double days[KOYOMI_N_ZOOMS] = { 365, 182.5, 91.25, 31, 7 };

  for (KoyomiZoom zoom = KOYOMI_ZOOM_YEAR; zoom <= KOYOMI_ZOOM_WEEK; zoom++)
    {
      KoyomiTimeScale scale = make_scale (2026, WIDTH);
      guint32 day = koyomi_day_new (2026, 8, 20);
      double x = koyomi_time_scale_day_to_x (&scale, day + 0.5);

      koyomi_time_scale_set_zoom (&scale, zoom, day);
      assert_valid (&scale);
      g_assert_cmpint (koyomi_time_scale_get_zoom (&scale), ==, zoom);
      g_assert_cmpfloat_with_epsilon (scale.width / scale.day_width, days[zoom], 1e-6);
      g_assert_cmpfloat_with_epsilon (koyomi_time_scale_day_to_x (&scale, day + 0.5), x, 1);
    }
}

/* A day that is out of sight comes to the middle. */
static void
test_far_day (void)
{
  KoyomiTimeScale scale = make_scale (2026, WIDTH);
  guint32 day = koyomi_day_new (2026, 12, 1);

  koyomi_time_scale_set_zoom (&scale, KOYOMI_ZOOM_MONTH, scale.first_day);
  g_assert_cmpfloat (koyomi_time_scale_day_to_x (&scale, day), >, WIDTH);
  koyomi_time_scale_set_zoom (&scale, KOYOMI_ZOOM_WEEK, day);
  g_assert_cmpfloat_with_epsilon (koyomi_time_scale_day_to_x (&scale, day + 0.5), WIDTH / 2.0, 1);
}

static void
test_pan (void)
{
  KoyomiTimeScale scale = make_scale (2026, WIDTH);

  koyomi_time_scale_set_zoom (&scale, KOYOMI_ZOOM_MONTH, scale.first_day + 100);
  koyomi_time_scale_pan (&scale, -1e9);
  g_assert_cmpfloat (scale.offset, ==, 0);
  g_assert_cmpuint (koyomi_time_scale_get_first_visible (&scale), ==, scale.first_day);
  koyomi_time_scale_pan (&scale, 123.25);
  g_assert_cmpfloat (scale.offset, ==, 123.25);
  koyomi_time_scale_pan (&scale, 1e9);
  g_assert_cmpfloat_with_epsilon (scale.offset, koyomi_time_scale_get_extent (&scale) - WIDTH, 1e-6);
  g_assert_cmpuint (koyomi_time_scale_get_last_visible (&scale), ==, scale.last_day);
  assert_valid (&scale);
}

static void
test_width (void)
{
  KoyomiTimeScale scale = make_scale (2026, WIDTH);
  guint32 left;

  koyomi_time_scale_set_zoom (&scale, KOYOMI_ZOOM_QUARTER, scale.first_day + 150);
  left = koyomi_time_scale_get_first_visible (&scale);

  for (double width = 300; width < 2600; width += 250)
    {
      koyomi_time_scale_set_width (&scale, width);
      assert_valid (&scale);
      g_assert_cmpint (koyomi_time_scale_get_zoom (&scale), ==, KOYOMI_ZOOM_QUARTER);
      g_assert_cmpuint (koyomi_time_scale_get_first_visible (&scale), ==, left);
    }

  /* A view before it has its size, and one narrower than a week of the narrowest days. */
  koyomi_time_scale_set_width (&scale, 0);
  assert_valid (&scale);
  koyomi_time_scale_set_width (&scale, 60);
  koyomi_time_scale_set_zoom (&scale, KOYOMI_ZOOM_WEEK, left);
  koyomi_time_scale_zoom_by (&scale, 100, 30);
  g_assert_cmpfloat (scale.day_width, ==, 12);
  assert_valid (&scale);
}

static void
test_show (void)
{
  KoyomiTimeScale scale = make_scale (2026, WIDTH);
  guint32 first = scale.first_day;
  double offset;

  koyomi_time_scale_set_zoom (&scale, KOYOMI_ZOOM_MONTH, first);
  koyomi_time_scale_pan (&scale, -1e9);

  koyomi_time_scale_show (&scale, first + 3, first + 9);
  g_assert_cmpfloat (scale.offset, ==, 0);
  koyomi_time_scale_show (&scale, first + 40, first + 49);
  g_assert_cmpfloat_with_epsilon (koyomi_time_scale_day_to_x (&scale, first + 50), WIDTH, 1e-6);
  offset = scale.offset;
  koyomi_time_scale_show (&scale, first + 45, first + 46);
  g_assert_cmpfloat (scale.offset, ==, offset);
  koyomi_time_scale_show (&scale, first + 5, first + 8);
  g_assert_cmpfloat_with_epsilon (koyomi_time_scale_day_to_x (&scale, first + 5), 0, 1e-6);
  koyomi_time_scale_show (&scale, first + 60, first + 200);
  g_assert_cmpfloat_with_epsilon (koyomi_time_scale_day_to_x (&scale, first + 60), 0, 1e-6);
  koyomi_time_scale_show (&scale, scale.last_day, scale.last_day + 50);
  assert_valid (&scale);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/time-scale/year-fits-the-width", test_year_fits);
  g_test_add_func ("/chart/time-scale/day-and-x-are-inverse", test_days);
  g_test_add_func ("/chart/time-scale/zoom-keeps-the-date-under-the-pointer", test_pointer);
  g_test_add_func ("/chart/time-scale/small-steps-lead-to-the-ends-and-back", test_wheel);
  g_test_add_func ("/chart/time-scale/levels-show-their-days-where-they-were", test_levels);
  g_test_add_func ("/chart/time-scale/day-out-of-sight-comes-to-the-middle", test_far_day);
  g_test_add_func ("/chart/time-scale/pan-stops-at-the-ends", test_pan);
  g_test_add_func ("/chart/time-scale/width-keeps-level-and-first-day", test_width);
  g_test_add_func ("/chart/time-scale/show-pans-least", test_show);

  return g_test_run ();
}
