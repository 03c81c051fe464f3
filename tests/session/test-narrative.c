#include "koyomi-day.h"
#include "koyomi-history.h"
#include "koyomi-narrative.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

#define EN KOYOMI_LANGUAGE_EN
#define JA KOYOMI_LANGUAGE_JA

static KoyomiSession *
open_plan (const char *name)
{
  g_autofree char *folder = koyomi_test_folder_make (name);
  g_autofree char *path = g_build_filename (folder, "plan.koyomi", NULL);

  koyomi_test_plan_make (path, KOYOMI_TEMPLATE_EMPTY, JA);

  return koyomi_test_plan_open (path);
}

static KoyomiNarrativePlace
get_place (const char *section,
           int         month)
{
  return (KoyomiNarrativePlace) { "committee", section, koyomi_day_new (2026, month, 1) };
}

static void
write_text (KoyomiSession  *session,
            const char     *section,
            int             month,
            const char     *text,
            KoyomiLanguage  language)
{
  KoyomiNarrativePlace place = get_place (section, month);
  GError *error = NULL;

  koyomi_session_write_narrative (session, &place, "Incidents", text, language, &error);
  g_assert_no_error (error);
}

static void
assert_text (KoyomiSession *session,
             const char    *section,
             int            month,
             KoyomiLanguage language,
             const char    *text)
{
  KoyomiNarrativePlace place = get_place (section, month);
  g_autoptr(KoyomiRecord) narrative = NULL;
  GError *error = NULL;

  koyomi_session_find_narrative (session, &place, language, &narrative, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (narrative != NULL ? koyomi_record_get_text (narrative, KOYOMI_NARRATIVE_TEXT) : NULL, ==, text);
}

static void
test_places (void)
{
  KoyomiSession *session = open_plan ("narrative-places");

  assert_text (session, "incidents", 7, JA, NULL);
  write_text (session, "incidents", 7, "二件", JA);
  write_text (session, "incidents", 4, "一件", JA);
  write_text (session, "metrics", 7, "改善", JA);
  assert_text (session, "incidents", 7, JA, "二件");
  assert_text (session, "incidents", 4, JA, "一件");
  assert_text (session, "metrics", 7, JA, "改善");
  assert_text (session, "progress", 7, JA, NULL);
  g_assert_finalize_object (session);
}

static void
test_last_counts (void)
{
  KoyomiSession *session = open_plan ("narrative-last");
  g_autoptr(KoyomiEntry) before = NULL;
  g_autoptr(KoyomiEntry) after = NULL;

  write_text (session, "incidents", 7, "一件", JA);
  write_text (session, "incidents", 7, "二件", JA);
  assert_text (session, "incidents", 7, JA, "二件");
  g_assert_cmpint (koyomi_session_count (session, KOYOMI_TABLE_NARRATIVE, NULL), ==, 2);
  before = koyomi_session_get_head (session, NULL);
  write_text (session, "incidents", 7, "二件", JA);
  after = koyomi_session_get_head (session, NULL);
  g_assert_cmpint (before->seq, ==, after->seq);
  write_text (session, "incidents", 7, "", JA);
  assert_text (session, "incidents", 7, JA, NULL);
  g_assert_finalize_object (session);
}

static void
test_languages (void)
{
  KoyomiSession *session = open_plan ("narrative-languages");

  write_text (session, "incidents", 7, "一件", JA);
  write_text (session, "incidents", 7, "One", EN);
  assert_text (session, "incidents", 7, JA, "一件");
  assert_text (session, "incidents", 7, EN, "One");
  write_text (session, "incidents", 7, "二件", JA);
  assert_text (session, "incidents", 7, EN, "二件");
  g_assert_finalize_object (session);
}

static void
test_undo (void)
{
  KoyomiSession *session = open_plan ("narrative-undo");
  g_autoptr(KoyomiEntry) head = NULL;
  GError *error = NULL;

  write_text (session, "incidents", 7, "一件", JA);
  write_text (session, "incidents", 7, "One", EN);
  head = koyomi_session_get_head (session, NULL);
  g_assert_cmpstr (head->label, ==, "Write the text of “Incidents” from 2026-07-01");
  koyomi_session_undo (session, &error);
  g_assert_no_error (error);
  assert_text (session, "incidents", 7, EN, "一件");
  koyomi_session_undo (session, &error);
  g_assert_no_error (error);
  assert_text (session, "incidents", 7, JA, NULL);
  g_assert_finalize_object (session);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  g_test_add_func ("/session/narrative/each-section-and-quarter-has-its-own", test_places);
  g_test_add_func ("/session/narrative/the-last-text-counts", test_last_counts);
  g_test_add_func ("/session/narrative/each-language-has-its-own", test_languages);
  g_test_add_func ("/session/narrative/is-one-step-to-undo", test_undo);

  return koyomi_test_folder_finish (g_test_run ());
}
