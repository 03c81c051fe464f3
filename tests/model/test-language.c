#include "koyomi-language.h"

static void
test_lookup (void)
{
  g_assert_cmpstr (koyomi_tr (KOYOMI_LANGUAGE_JA, "Monday"), ==, "月曜日");
  g_assert_cmpstr (koyomi_tr (KOYOMI_LANGUAGE_JA, "Jan"), ==, "1月");
  g_assert_cmpstr (koyomi_tr (KOYOMI_LANGUAGE_JA, "on the last %s"), ==, "最終%s");
  g_assert_cmpstr (koyomi_tr (KOYOMI_LANGUAGE_EN, "Monday"), ==, "Monday");
}

static void
test_missing (void)
{
  static const char *text = "No catalogue holds this sentence";

  g_assert_true (koyomi_tr (KOYOMI_LANGUAGE_JA, text) == text);
  g_assert_true (koyomi_tr (KOYOMI_LANGUAGE_EN, text) == text);
  g_assert_cmpstr (koyomi_tr (KOYOMI_LANGUAGE_JA, ""), ==, "");
  g_assert_cmpstr (koyomi_tr (KOYOMI_LANGUAGE_JA, "\x01"), ==, "\x01");
  g_assert_cmpstr (koyomi_tr (KOYOMI_LANGUAGE_JA, "\xf4\x8f\xbf\xbf"), ==, "\xf4\x8f\xbf\xbf");
}

static void
test_plural (void)
{
  g_assert_cmpstr (koyomi_ntr (KOYOMI_LANGUAGE_EN, ", %d time", ", %d times", 1), ==, ", %d time");
  g_assert_cmpstr (koyomi_ntr (KOYOMI_LANGUAGE_EN, ", %d time", ", %d times", 0), ==, ", %d times");
  g_assert_cmpstr (koyomi_ntr (KOYOMI_LANGUAGE_EN, ", %d time", ", %d times", 2), ==, ", %d times");
  g_assert_cmpstr (koyomi_ntr (KOYOMI_LANGUAGE_JA, ", %d time", ", %d times", 1), ==, "、全%d回");
  g_assert_cmpstr (koyomi_ntr (KOYOMI_LANGUAGE_JA, ", %d time", ", %d times", 2), ==, "、全%d回");
  g_assert_cmpstr (koyomi_ntr (KOYOMI_LANGUAGE_JA, "%d no such", "%d none such", 1), ==, "%d no such");
  g_assert_cmpstr (koyomi_ntr (KOYOMI_LANGUAGE_JA, "%d no such", "%d none such", 3), ==, "%d none such");
}

static void
test_context (void)
{
  g_assert_cmpstr (koyomi_trc (KOYOMI_LANGUAGE_JA, "list", ", "), ==, "・");
  g_assert_cmpstr (koyomi_trc (KOYOMI_LANGUAGE_JA, "month and day", " "), ==, "の");
  g_assert_cmpstr (koyomi_trc (KOYOMI_LANGUAGE_JA, "completion and day", " "), ==, "の月の");
  g_assert_cmpstr (koyomi_trc (KOYOMI_LANGUAGE_JA, "no such context", " "), ==, " ");
  g_assert_cmpstr (koyomi_trc (KOYOMI_LANGUAGE_EN, "list", ", "), ==, ", ");
}

static void
test_codes (void)
{
  KoyomiLanguage language = KOYOMI_LANGUAGE_EN;

  g_assert_true (koyomi_language_from_code ("ja", &language));
  g_assert_cmpint (language, ==, KOYOMI_LANGUAGE_JA);
  g_assert_true (koyomi_language_from_code ("en", &language));
  g_assert_cmpint (language, ==, KOYOMI_LANGUAGE_EN);
  g_assert_false (koyomi_language_from_code ("JA", &language));
  g_assert_false (koyomi_language_from_code ("", &language));
  g_assert_false (koyomi_language_from_code (NULL, &language));
  g_assert_cmpint (language, ==, KOYOMI_LANGUAGE_EN);

  for (int i = 0; i < KOYOMI_N_LANGUAGES; i++)
    {
      g_assert_true (koyomi_language_from_code (koyomi_language_get_code (i), &language));
      g_assert_cmpint (language, ==, i);
    }
}

static void
test_locale (void)
{
  if (g_test_subprocess ())
    {
      g_setenv ("LANGUAGE", "", TRUE);
      g_setenv ("LC_ALL", "ja_JP.UTF-8", TRUE);
      g_assert_cmpint (koyomi_language_from_locale (), ==, KOYOMI_LANGUAGE_JA);

      g_setenv ("LC_ALL", "fr_FR.UTF-8", TRUE);
      g_assert_cmpint (koyomi_language_from_locale (), ==, KOYOMI_LANGUAGE_EN);

      g_setenv ("LC_ALL", "C.UTF-8", TRUE);
      g_assert_cmpint (koyomi_language_from_locale (), ==, KOYOMI_LANGUAGE_EN);
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/language/a-text-has-its-japanese", test_lookup);
  g_test_add_func ("/model/language/a-text-without-japanese-stays", test_missing);
  g_test_add_func ("/model/language/numbers-choose-the-form", test_plural);
  g_test_add_func ("/model/language/context-tells-texts-apart", test_context);
  g_test_add_func ("/model/language/codes", test_codes);
  g_test_add_func ("/model/language/locale-chooses", test_locale);

  return g_test_run ();
}
