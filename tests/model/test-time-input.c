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

static void
test_lengths (void)
{
  static const struct
  {
    const char *text;
    gint64      minutes;   /* -1 for what is no length */
  } cases[] = {
    { "90", 90 }, { "0", 0 }, { " 30 min ", 30 }, { "2h", 120 }, { "2 H", 120 }, { "1.5 hours", 90 }, { "1h 30m", 90 }, { "1h30", 90 },
    { "3d", 4320 }, { "3日", 4320 }, { "１日", 1440 }, { "2時間30分", 150 }, { "1 week", 10080 }, { "2週間", 20160 },
    { "", -1 }, { "h", -1 }, { "2x", -1 }, { "-2h", -1 }, { "2h soon", -1 }, { "1.", -1 }, { "2 h h", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (koyomi_length_read_typed (cases[i].text, &error), ==, cases[i].minutes);
      g_assert_true ((error != NULL) == (cases[i].minutes < 0));
    }
}

/* What is shown reads back as the same. */
static void
test_lengths_read_back (void)
{
  static const gint64 lengths[] = { 0, 1, 59, 60, 61, 90, 120, 1440, 1500, 4320, 43200 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *text = koyomi_length_format_typed (lengths[i]);

      g_assert_cmpint (koyomi_length_read_typed (text, NULL), ==, lengths[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/time-input/times-as-people-type-them-are-read", test_reads);
  g_test_add_func ("/model/time-input/what-is-no-time-is-refused", test_refuses);
  g_test_add_func ("/model/time-input/lengths-as-people-type-them", test_lengths);
  g_test_add_func ("/model/time-input/a-length-that-is-shown-reads-back", test_lengths_read_back);

  return g_test_run ();
}
