#include "koyomi-refusal.h"

#include "koyomi-session.h"
#include "koyomi-test-folder.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static char *
explain (const char     *path,
         KoyomiLanguage  language)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiSession) session = koyomi_session_open (path, FALSE, NULL, &error);

  g_assert_null (session);
  g_assert_nonnull (error);

  return koyomi_refusal_explain (path, error, language);
}

static void
assert_explained (const char *path,
                  const char *english)
{
  g_autofree char *text = explain (path, KOYOMI_LANGUAGE_EN);
  g_autofree char *japanese = explain (path, KOYOMI_LANGUAGE_JA);

  g_assert_nonnull (strstr (text, english));
  g_assert_cmpstr (japanese, !=, "");
  g_assert_cmpstr (japanese, !=, text);
}

static void
test_kinds (void)
{
  g_autofree char *folder = koyomi_test_folder_make ("refusal");
  g_autofree char *empty = g_build_filename (folder, "empty.koyomi", NULL);
  g_autofree char *other = g_build_filename (folder, "other.koyomi", NULL);
  g_autofree char *pipe = g_build_filename (folder, "pipe.koyomi", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing.koyomi", NULL);

  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  g_assert_true (g_file_set_contents (other, "some text", -1, NULL));
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);

  assert_explained (folder, "folder");
  assert_explained (empty, "empty");
  assert_explained (other, "not a Koyomi plan");
  assert_explained (pipe, "ordinary");
  assert_explained (missing, "no such file");
}

static void
test_codes (void)
{
  for (int code = KOYOMI_PLAN_ERROR_FAILED; code <= KOYOMI_PLAN_ERROR_NOTHING; code++)
    {
      g_autoptr(GError) error = g_error_new_literal (KOYOMI_PLAN_ERROR, code, "detail");
      g_autofree char *text = koyomi_refusal_explain ("/nowhere/plan.koyomi", error, KOYOMI_LANGUAGE_EN);

      /* What is no plan is looked at once more, and this file is not there. */
      g_assert_true (code == KOYOMI_PLAN_ERROR_NOT_A_PLAN || *text != '\0');
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  g_test_add_func ("/views/refusal/kind-of-file-is-told", test_kinds);
  g_test_add_func ("/views/refusal/every-code-has-words", test_codes);

  return koyomi_test_folder_finish (g_test_run ());
}
