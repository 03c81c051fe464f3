#include "koyomi-history.h"
#include "koyomi-saved-filters.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

static char *
describe (KoyomiSession *session)
{
  g_autoptr(GPtrArray) filters = koyomi_session_list_saved_filters (session);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < filters->len; i++)
    {
      KoyomiSavedFilter *filter = g_ptr_array_index (filters, i);

      g_string_append_printf (text, "%s(%s)%s;", filter->name, koyomi_grouping_get_nick (filter->grouping), filter->filter);
    }

  return g_string_free (text, FALSE);
}

static void
assert_saved (KoyomiSession *session,
              const char    *expected)
{
  g_autofree char *text = describe (session);

  g_assert_cmpstr (text, ==, expected);
}

static void
save (KoyomiSession  *session,
      const char     *name,
      const char     *filter,
      KoyomiGrouping  grouping)
{
  g_autoptr(GError) error = NULL;

  koyomi_session_save_filter (session, name, filter, grouping, &error);
  g_assert_no_error (error);
}

static KoyomiSession *
make_session (const char *name)
{
  g_autofree char *folder = koyomi_test_folder_make (name);
  g_autofree char *path = g_build_filename (folder, "plan.koyomi", NULL);

  koyomi_test_plan_make (path, KOYOMI_TEMPLATE_EMPTY, KOYOMI_LANGUAGE_JA);

  return koyomi_test_plan_open (path);
}

static void
test_keeps (void)
{
  KoyomiSession *session = make_session ("keeps");
  g_autofree char *path = g_strdup (koyomi_session_get_path (session));
  g_autoptr(KoyomiEntry) head = NULL;
  g_autoptr(GError) error = NULL;

  assert_saved (session, "");
  save (session, "遅れと今週", "state=late due=week", KOYOMI_GROUPING_TEAM);
  save (session, " 監査 \n", "search=内部\t監査", KOYOMI_GROUPING_FUNCTION_GROUP);
  save (session, "遅れと今週", "state=late", KOYOMI_GROUPING_STATE);
  save (session, "すべて", "", KOYOMI_GROUPING_FUNCTION_GROUP);
  assert_saved (session, "遅れと今週(state)state=late;監査(function-group)search=内部 監査;すべて(function-group);");

  g_assert_finalize_object (session);
  session = koyomi_test_plan_open (path);
  assert_saved (session, "遅れと今週(state)state=late;監査(function-group)search=内部 監査;すべて(function-group);");

  g_assert_true (koyomi_session_remove_saved_filter (session, "監査", NULL));
  assert_saved (session, "遅れと今週(state)state=late;すべて(function-group);");
  g_assert_false (koyomi_session_remove_saved_filter (session, "監査", &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND);

  head = koyomi_session_get_head (session, NULL);
  g_assert_cmpint (head->seq, ==, 1);
  g_assert_finalize_object (session);
}

static void
test_refuses (void)
{
  KoyomiSession *session = make_session ("refuses");
  static const char * const names[] = { "", " \t", "\x01", "\xff" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (koyomi_session_save_filter (session, names[i], "", KOYOMI_GROUPING_TEAM, &error));
      g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
    }
  assert_saved (session, "");

  /* Lines of somebody else's. */
  g_assert_true (koyomi_session_set_setting (session, "calendar-filters", "\n\t\nteam\nteam\t\tx\ncolour\ta\tb\nteam\ta\tb\tc\n", NULL));
  assert_saved (session, "a(team)b\tc;");
  g_assert_finalize_object (session);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  g_test_add_func ("/session/saved-filters/are-kept-in-the-plan", test_keeps);
  g_test_add_func ("/session/saved-filters/need-a-name", test_refuses);

  return koyomi_test_folder_finish (g_test_run ());
}
