#include "koyomi-time-input.h"

#include "koyomi-model-error.h"

static void
test_reads (void)
{
  static const struct
  {
    const char *text;
    int         minutes;
  } cases[] = {
    { "9:05", 545 }, { "09:05", 545 }, { "0905", 545 }, { " 9:05 ", 545 }, { "9:5", 545 }, { "９：０５", 545 }, { "9時5分", 545 },
    { "9時05分", 545 }, { "9時", 540 }, { "9", 540 }, { "905", 545 }, { "0:00", 0 }, { "0000", 0 }, { "23:59", 1439 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (koyomi_time_read_typed (cases[i].text, &error), ==, cases[i].minutes);
      g_assert_no_error (error);
    }
}

static void
test_refuses (void)
{
  static const char * const cases[] = { "", "24:00", "9:60", "noon", "9:05:00", "-1", "9.5", "12345" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", cases[i]);
      g_assert_cmpint (koyomi_time_read_typed (cases[i], &error), ==, -1);
      g_assert_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_SYNTAX);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/time-input/times-as-people-type-them-are-read", test_reads);
  g_test_add_func ("/model/time-input/what-is-no-time-is-refused", test_refuses);

  return g_test_run ();
}
