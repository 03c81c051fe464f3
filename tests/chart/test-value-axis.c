#include "koyomi-value-axis.h"

#include <math.h>

static void
test_ticks (void)
{
  static const struct
  {
    double   lowest, highest;
    guint    most;
    gboolean is_whole;
    double   low, step, high;
  } cases[] = {
    { 0, 97, 5, TRUE, 0, 20, 100 },
    { 0, 100, 5, TRUE, 0, 20, 100 },
    { 0, 101, 5, TRUE, 0, 25, 125 },
    { 71, 97, 4, FALSE, 70, 10, 100 },
    { 0, 3, 8, TRUE, 0, 1, 3 },
    { 0, 0.4, 4, FALSE, 0, 0.1, 0.4 },
    { 0, 0.4, 4, TRUE, 0, 1, 1 },
    { -9.5, 12.5, 6, FALSE, -10, 5, 15 },
    { -4, -1, 4, TRUE, -4, 1, -1 },
    { 0, 0, 5, TRUE, 0, 1, 1 },
    { 5, 5, 5, FALSE, 5, 1, 6 },
    { 0, 123456, 6, TRUE, 0, 25000, 125000 },
    { NAN, NAN, 5, FALSE, 0, 0.2, 1 },
    { 0, INFINITY, 5, FALSE, 0, 0.2, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KoyomiValueAxis axis = koyomi_value_axis_create (cases[i].lowest, cases[i].highest, cases[i].most, cases[i].is_whole);

      g_test_message ("%g to %g: from %g by %g to %g", cases[i].lowest, cases[i].highest, axis.low, axis.step,
                      koyomi_value_axis_get_high (&axis));
      g_assert_cmpfloat_with_epsilon (axis.low, cases[i].low, 1e-9);
      g_assert_cmpfloat_with_epsilon (axis.step, cases[i].step, 1e-9);
      g_assert_cmpfloat_with_epsilon (koyomi_value_axis_get_high (&axis), cases[i].high, 1e-9);
    }
}

/* Whatever the values: they lie between the ticks, of which there are not too many. */
static void
test_range (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      double power = pow (10, g_test_rand_int_range (-3, 9));
      double low = g_test_rand_double_range (-1, 1) * power, high = low + g_test_rand_double_range (0, 2) * power;
      guint most = g_test_rand_int_range (2, 9);
      KoyomiValueAxis axis = koyomi_value_axis_create (low, high, most, i % 2);

      g_assert_cmpfloat (axis.low, <=, low + 1e-6 * power);
      g_assert_cmpfloat (koyomi_value_axis_get_high (&axis), >=, high - 1e-6 * power);
      g_assert_cmpuint (axis.n_steps, <=, most);
      g_assert_cmpfloat (koyomi_value_axis_place (&axis, low), >=, -1e-6);
      g_assert_cmpfloat (koyomi_value_axis_place (&axis, high), <=, 1 + 1e-6);
    }
}

static void
test_format (void)
{
  static const struct
  {
    double      value;
    guint       decimals;
    const char *unit;
    const char *text;
  } cases[] = {
    { 82, 0, "%", "82%" }, { 6.5, 1, "h", "6.5\u00a0h" }, { 6.5, 1, "時間", "6.5時間" }, { 6.0, 1, "時間", "6時間" },
    { 1234567, 0, "", "1,234,567" }, { 123, 0, "件", "123件" }, { 1000.25, 2, "", "1,000.25" }, { 100, 2, "", "100" },
    { -3.2, 1, "%", "−3.2%" }, { -0.04, 1, "%", "0%" }, { 0.05, 2, "", "0.05" }, { -1234, 0, "", "−1,234" }, { NAN, 1, "%", "–" },
    { INFINITY, 0, "", "–" }, { 1200, 0, "", "1,200" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = koyomi_value_format (cases[i].value, cases[i].decimals, cases[i].unit);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/value-axis/ticks-are-round", test_ticks);
  g_test_add_func ("/chart/value-axis/values-lie-between-the-ticks", test_range);
  g_test_add_func ("/chart/value-axis/numbers-are-written", test_format);

  return g_test_run ();
}
