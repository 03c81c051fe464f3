#include "koyomi-sourcing.h"

/* What each pattern does in-house, by area. */
static void
test_recommends (void)
{
  static const char * const expected[KOYOMI_N_SOURCING_PATTERNS] = { "-IOOO", "-IIOO", "-IIIO", "-IIII" };

  for (guint pattern = 0; pattern < KOYOMI_N_SOURCING_PATTERNS; pattern++)
    for (guint area = KOYOMI_AREA_NONE; area <= KOYOMI_AREA_IV; area++)
      {
        KoyomiSourcing sourcing = koyomi_sourcing_recommend (pattern, area);

        g_assert_cmpint ("-IO"[sourcing], ==, expected[pattern][area]);
      }
}

static void
test_compares (void)
{
  static const struct
  {
    KoyomiSourcing recommended;
    KoyomiSourcing actual;
    gboolean       met;
  } cases[] = {
    { KOYOMI_SOURCING_INSOURCE, KOYOMI_SOURCING_INSOURCE, TRUE },
    { KOYOMI_SOURCING_INSOURCE, KOYOMI_SOURCING_OUTSOURCE, FALSE },
    { KOYOMI_SOURCING_INSOURCE, KOYOMI_SOURCING_INSOURCE | KOYOMI_SOURCING_OUTSOURCE, TRUE },
    { KOYOMI_SOURCING_OUTSOURCE, KOYOMI_SOURCING_INSOURCE, FALSE },
    { KOYOMI_SOURCING_OUTSOURCE, KOYOMI_SOURCING_OUTSOURCE, TRUE },
    { KOYOMI_SOURCING_OUTSOURCE, KOYOMI_SOURCING_INSOURCE | KOYOMI_SOURCING_OUTSOURCE, TRUE },
    { KOYOMI_SOURCING_INSOURCE, 0, TRUE },
    { 0, KOYOMI_SOURCING_OUTSOURCE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (koyomi_sourcing_is_met (cases[i].recommended, cases[i].actual), ==, cases[i].met);

  g_assert_cmpint (koyomi_sourcing_of_team (KOYOMI_TEAM_KIND_OWN), ==, KOYOMI_SOURCING_INSOURCE);
  g_assert_cmpint (koyomi_sourcing_of_team (KOYOMI_TEAM_KIND_GROUP), ==, KOYOMI_SOURCING_INSOURCE);
  g_assert_cmpint (koyomi_sourcing_of_team (KOYOMI_TEAM_KIND_OUTSOURCED), ==, KOYOMI_SOURCING_OUTSOURCE);
}

/* The words of the plan's field are in the order of the patterns. */
static void
test_names (void)
{
  static const char *const names[] = { "Minimum insourcing", "Hybrid", "Minimum outsourcing", "Full insourcing" };

  for (guint i = 0; i < KOYOMI_N_SOURCING_PATTERNS; i++)
    g_assert_cmpstr (koyomi_sourcing_pattern_get_label (i, KOYOMI_LANGUAGE_EN), ==, names[i]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/sourcing/patterns-recommend-by-area", test_recommends);
  g_test_add_func ("/model/sourcing/recommended-must-be-among-actual", test_compares);
  g_test_add_func ("/model/sourcing/patterns-have-their-names", test_names);

  return g_test_run ();
}
