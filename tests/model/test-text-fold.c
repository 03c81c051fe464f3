#include "koyomi-text-fold.h"

static void
test_same (void)
{
  static const struct
  {
    const char *text;
    const char *folded;
  } cases[] = {
    { "", "" },
    { "Audit PLAN 2026", "audit plan 2026" },
    { "ＩＳＭＳ　内部監査", "isms 内部監査" },
    { "かな", "かな" },
    { "カナ", "かな" },
    { "ｶﾅ", "かな" },
    { "ガッコウ", "がっこう" },
    { "ｶﾞｯｺｳ", "がっこう" },
    { "か\xe3\x82\x99っこう", "がっこう" },
    { "ﾊﾟｯﾁ", "ぱっち" },
    { "ヴァーチャル", "ゔぁーちゃる" },
    { "ｻｰﾊﾞｰ", "さーばー" },
    { "ヽヾ", "ゝゞ" },
    { "ヷ", "わ\xe3\x82\x99" },
    { "ヵヶ", "ゕゖ" },
    { "㈱", "(株)" },
    { "①", "1" },
    { "ﬁ", "fi" },
    { "Straße", "strasse" },
    { "É", "é" },
    { "E\xcc\x81", "é" },
    { "ΑΣ", "ας" },
    { "🗓𠮷野家", "🗓𠮷野家" },
    { "髙﨑", "髙﨑" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = koyomi_text_fold (cases[i].text);
      g_autofree char *expected = koyomi_text_fold (cases[i].folded);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (folded, ==, expected);
      g_assert_true (g_utf8_validate (folded, -1, NULL));
    }
}

static void
test_kana (void)
{
  g_autofree char *folded = koyomi_text_fold ("ァアカガンヴヶー・");
  g_autofree char *nothing = koyomi_text_fold ("\xff");

  g_assert_cmpstr (folded, ==, "ぁあかがんゔゖー・");
  g_assert_cmpstr (nothing, ==, "");
}

/* Folded once or twice is the same, in Latin, Greek, Cyrillic and the scripts of East Asia. */
static void
test_stable (void)
{
  static const gunichar ranges[][2] = { { 0x1, 0x52f }, { 0x2000, 0x9fff }, { 0xf900, 0xffff }, { 0x20000, 0x2ffff } };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    for (gunichar c = ranges[i][0]; c <= ranges[i][1]; c++)
      {
        char text[8] = "";
        g_autofree char *once = NULL;
        g_autofree char *twice = NULL;

        if (!g_unichar_validate (c))
          continue;

        g_unichar_to_utf8 (c, text);
        once = koyomi_text_fold (text);
        twice = koyomi_text_fold (once);
        g_assert_cmpstr (twice, ==, once);
      }
}

static void
test_matches (void)
{
  static const struct
  {
    const char *text;
    const char *query;
    gboolean    matches;
  } cases[] = {
    { "ISMS内部監査", "", TRUE },
    { "ISMS内部監査", "　 ", TRUE },
    { "", "x", FALSE },
    { "ISMS内部監査", "監査", TRUE },
    { "ISMS内部監査", "監査 isms", TRUE },
    { "ISMS内部監査", "監査　ｉｓｍｓ", TRUE },
    { "ISMS内部監査", "監査\nisms", TRUE },
    { "ISMS内部監査", "監査 外部", FALSE },
    { "月例パッチの適用", "ぱっち", TRUE },
    { "月例パッチの適用", "ﾊﾟｯﾁ 月例", TRUE },
    { "月例パッチの適用", "ハッチ", FALSE },
    { "Monthly patching", "PATCH month", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = koyomi_text_fold (cases[i].text);
      g_autofree char *query = koyomi_text_fold (cases[i].query);
      g_autofree char *missing = NULL;

      g_test_message ("“%s” in “%s”", cases[i].query, cases[i].text);
      missing = koyomi_text_find_missing (text, query);
      g_assert_true (koyomi_text_matches (text, query) == cases[i].matches);
      g_assert_true ((*missing == '\0') == cases[i].matches);
      g_assert_true (koyomi_text_matches (query, missing));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/text-fold/what-looks-the-same-is-the-same", test_same);
  g_test_add_func ("/model/text-fold/katakana-becomes-hiragana", test_kana);
  g_test_add_func ("/model/text-fold/folding-twice-changes-nothing", test_stable);
  g_test_add_func ("/model/text-fold/every-word-of-a-query-occurs", test_matches);

  return g_test_run ();
}
