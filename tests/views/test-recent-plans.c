#include "koyomi-recent-plans.h"

static void
assert_plans (GSettings  *settings,
              const char *expected)
{
  g_autoptr(GPtrArray) plans = koyomi_recent_plans_list (settings);
  g_autoptr(GString) found = g_string_new (NULL);

  for (guint i = 0; i < plans->len; i++)
    {
      const KoyomiRecentPlan *plan = g_ptr_array_index (plans, i);

      g_assert_cmpint (plan->opened, >, 0);
      g_string_append_printf (found, "%s=%s ", plan->path, plan->organisation);
    }

  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_order (void)
{
  g_autoptr(GSettings) settings = g_settings_new ("app.koyomi.Koyomi");

  g_settings_reset (settings, "recent-plans");
  assert_plans (settings, "");

  koyomi_recent_plans_add (settings, "/a", "Aozora");
  koyomi_recent_plans_add (settings, "/b", "");
  assert_plans (settings, "/b= /a=Aozora ");

  koyomi_recent_plans_add (settings, "/a", "Midori");
  assert_plans (settings, "/a=Midori /b= ");

  koyomi_recent_plans_remove (settings, "/a");
  koyomi_recent_plans_remove (settings, "/c");
  assert_plans (settings, "/b= ");
}

static void
test_ten (void)
{
  g_autoptr(GSettings) settings = g_settings_new ("app.koyomi.Koyomi");
  g_autoptr(GPtrArray) plans = NULL;

  g_settings_reset (settings, "recent-plans");
  for (int i = 0; i < 12; i++)
    {
      g_autofree char *path = g_strdup_printf ("/%d", i);

      koyomi_recent_plans_add (settings, path, "");
    }

  plans = koyomi_recent_plans_list (settings);
  g_assert_cmpuint (plans->len, ==, 10);
  g_assert_cmpstr (((const KoyomiRecentPlan *) g_ptr_array_index (plans, 9))->path, ==, "/2");
}

/* A file may be called by any bytes. */
static void
test_bytes (void)
{
  g_autoptr(GSettings) settings = g_settings_new ("app.koyomi.Koyomi");

  g_settings_reset (settings, "recent-plans");
  koyomi_recent_plans_add (settings, "/\xff\x81.koyomi", "青空食品");
  assert_plans (settings, "/\xff\x81.koyomi=青空食品 ");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/views/recent-plans/opened-last-comes-first-and-once", test_order);
  g_test_add_func ("/views/recent-plans/ten-are-kept", test_ten);
  g_test_add_func ("/views/recent-plans/path-is-kept-byte-for-byte", test_bytes);

  return g_test_run ();
}
