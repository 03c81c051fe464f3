#include "koyomi-number-input.h"

#include "koyomi-model-error.h"

#include <math.h>

static void
test_reads (void)
{
  static const struct
  {
    const char *text;
    double      number;
  } cases[] = {
    { "0", 0 },
    { "1200000", 1200000 },
    { "1,200,000", 1200000 },
    { " -3 ", -3 },
    { "+3", 3 },
    { "0.5", 0.5 },
    { ".5", 0.5 },
    { "12.", 12 },
    { "１，２００", 1200 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      double number;

      g_assert_true (koyomi_number_read_typed (cases[i].text, &number, &error));
      g_assert_no_error (error);
      g_assert_cmpfloat (number, ==, cases[i].number);
    }
}

static void
test_nothing (void)
{
  double number = 1;

  g_assert_true (koyomi_number_read_typed (" ", &number, NULL));
  g_assert_true (isnan (number));
}

static void
test_refuses (void)
{
  static const char *cases[] = { "x", "1x", "--1", "1e5", "nan", "inf", "0x10", "1.2.3", ".", "-", "1234567890123456" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      double number;

      g_assert_false (koyomi_number_read_typed (cases[i], &number, &error));
      g_assert_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_SYNTAX);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/number-input/typed-numbers-are-read", test_reads);
  g_test_add_func ("/model/number-input/nothing-is-no-number", test_nothing);
  g_test_add_func ("/model/number-input/anything-else-is-refused", test_refuses);

  return g_test_run ();
}
