#include "koyomi-model-error.h"
#include "koyomi-text.h"

#include <string.h>

static void
test_cleans (void)
{
  static const struct
  {
    const char *text;
    const char *clean;
  } cases[] = {
    { "", "" },
    { "   ", "" },
    { "\n\t \r\n", "" },
    { "監査", "監査" },
    { "  監査 計画  ", "監査 計画" },
    { "　監査　計画 　", "監査　計画" },
    { "a\tb", "a b" },
    { "a\r\nb\rc\nd", "a\nb\nc\nd" },
    { "a\r\r\nb", "a\n\nb" },
    { "か\xe3\x82\x99", "が" },
    { "e\xcc\x81", "é" },
    { "ｶﾞ①㈱Ａ", "ｶﾞ①㈱Ａ" },
    { "=1+1", "=1+1" },
    { "𠮷野家🗓", "𠮷野家🗓" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *clean = koyomi_text_clean (cases[i].text, -1, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (clean, ==, cases[i].clean);
      g_assert_true (koyomi_text_is_clean (clean));
      g_assert_true (koyomi_text_is_clean (cases[i].text) == (strcmp (cases[i].text, cases[i].clean) == 0));
    }
}

static void
test_refuses (void)
{
  static const struct
  {
    const char *text;
    gssize      length;
  } cases[] = {
    { "\xff", -1 },
    { "abc\xe3\x81", -1 },
    { "\xed\xa0\x80", -1 },
    { "\xc0\xaf", -1 },
    { "a\0b", 3 },
    { "\x01", -1 },
    { "\x1b[31m", -1 },
    { "\x7f", -1 },
    { "\xc2\x85", -1 },
    { "\xef\xb7\x90", -1 },
    { "\xef\xbf\xbe", -1 },
    { "\xef\xbf\xbf", -1 },
    { "\xf0\x9f\xbf\xbe", -1 },
    { "\xef\xbb\xbf監査", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (koyomi_text_clean (cases[i].text, cases[i].length, &error));
      g_assert_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_INVALID);
    }
}

static void
test_length_is_heeded (void)
{
  g_autofree char *part = koyomi_text_clean ("監査計画", strlen ("監査"), NULL);
  g_autofree char *before_line_feed = koyomi_text_clean ("a\r\nb", 2, NULL);
  g_autofree char *nothing = koyomi_text_clean ("abc", 0, NULL);

  g_assert_cmpstr (part, ==, "監査");
  g_assert_cmpstr (before_line_feed, ==, "a");
  g_assert_cmpstr (nothing, ==, "");
}

static void
test_longest (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *clean = NULL;
  g_autoptr(GError) error = NULL;

  for (int i = 0; i < KOYOMI_TEXT_MAX_LENGTH; i++)
    g_string_append (text, "暦");

  clean = koyomi_text_clean (text->str, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (clean, ==, text->str);

  g_string_append_c (text, 'x');
  g_assert_null (koyomi_text_clean (text->str, -1, &error));
  g_assert_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_INVALID);
}

/* Whatever bytes come in: refused, or clean for good. */
static void
test_random_bytes (void)
{
  for (int i = 0; i < 20000; i++)
    {
      guint8 bytes[12];
      gsize length = g_test_rand_int_range (0, sizeof bytes + 1);
      g_autofree char *clean = NULL;

      for (gsize n = 0; n < length; n++)
        bytes[n] = g_test_rand_bit () ? g_test_rand_int_range (0, 256) : g_test_rand_int_range (32, 127);

      clean = koyomi_text_clean ((const char *) bytes, length, NULL);
      g_assert_true (clean == NULL || (g_utf8_validate (clean, -1, NULL) && koyomi_text_is_clean (clean)));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/text/clean-brings-texts-into-one-form", test_cleans);
  g_test_add_func ("/model/text/clean-refuses-what-cannot-be-written", test_refuses);
  g_test_add_func ("/model/text/clean-heeds-the-length", test_length_is_heeded);
  g_test_add_func ("/model/text/longest-text", test_longest);
  g_test_add_func ("/model/text/random-bytes-are-refused-or-clean", test_random_bytes);

  return g_test_run ();
}
