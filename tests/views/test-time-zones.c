#include "koyomi-time-zones.h"

static void
test_list (void)
{
  g_auto(GStrv) zones = koyomi_time_zones_list ();

  g_assert_true (g_strv_contains ((const char * const *) zones, "Asia/Tokyo"));
  g_assert_true (g_strv_contains ((const char * const *) zones, "UTC"));

  for (guint i = 0; zones[i] != NULL; i++)
    {
      g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (zones[i]);

      g_assert_nonnull (zone);
    }
}

static void
test_names (void)
{
  static const struct
  {
    const char *zone;
    const char *name;
  } cases[] = {
    { "Asia/Tokyo", "Tokyo (Asia)" },
    { "America/New_York", "New York (America)" },
    { "America/Argentina/Buenos_Aires", "Buenos Aires (America/Argentina)" },
    { "UTC", "UTC" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = koyomi_time_zone_name (cases[i].zone);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/views/time-zones/each-is-known-to-the-machine", test_list);
  g_test_add_func ("/views/time-zones/place-comes-first", test_names);

  return g_test_run ();
}
