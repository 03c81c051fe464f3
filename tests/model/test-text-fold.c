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
    { "サーバー", "サーバ" },
    { "サーバー室", "サーバ室" },
    { "ファイアウォール", "ふぁいあうぉーる" },
    { "ＫＰＩー０３", "KPI-03" },
    { "2026‐027", "2026-027" },
    { "2026−027", "2026—027" },
    { "Ａ．５．２４", "a.5.24" },
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
  g_autofree char *folded = koyomi_text_fold ("ァアカガンヴーヶ・");
  g_autofree char *nothing = koyomi_text_fold ("\xff");

  g_assert_cmpstr (folded, ==, "ぁあかがんゔーゖ・");
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

/* Of a long vowel only the last mark may be missing. */
static void
test_apart (void)
{
  static const char * const cases[][2] = {
    { "ビル", "ビール" }, { "か", "が" }, { "は", "ぱ" }, { "つ", "っ" }, { "1-2", "12" }, { "e", "é" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *one = koyomi_text_fold (cases[i][0]);
      g_autofree char *other = koyomi_text_fold (cases[i][1]);

      g_assert_cmpstr (one, !=, other);
    }
}

/* The parts that are found are put in brackets. */
static char *
mark (const char *text,
      GArray     *parts)
{
  GString *marked = g_string_new (NULL);
  guint end = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      const KoyomiTextPart *part = &g_array_index (parts, KoyomiTextPart, i);

      g_string_append_len (marked, text + end, part->start - end);
      g_string_append_printf (marked, "[%.*s]", (int) (part->end - part->start), text + part->start);
      end = part->end;
    }
  g_string_append (marked, text + end);

  return g_string_free (marked, FALSE);
}

static void
test_parts (void)
{
  static const struct
  {
    const char *text;
    const char *query;
    const char *marked;
  } cases[] = {
    { "Monthly Patching", "patch", "Monthly [Patch]ing" },
    { "Monthly Patching", "", "Monthly Patching" },
    { "Monthly Patching", "x", "Monthly Patching" },
    { "Monthly Patching", "patch mon", "[Mon]thly [Patch]ing" },
    { "Monthly Patching", "month nth", "[Month]ly Patching" },
    { "abab", "ab", "[abab]" },
    { "月例パッチの適用", "ﾊﾟｯﾁ", "月例[パッチ]の適用" },
    { "ﾊﾟｯﾁの適用", "ぱっち", "[ﾊﾟｯﾁ]の適用" },
    { "サーバー室の点検", "さーば 点検", "[サーバー]室の[点検]" },
    { "サーバー", "サー", "[サ]ーバー" },
    { "例題㈱の監査", "株 監査", "例題[㈱]の[監査]" },
    { "か\xe3\x82\x99っこう", "がっ", "[か\xe3\x82\x99っ]こう" },
    { "ＫＰＩー０３", "kpi-03", "[ＫＰＩー０３]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *query = koyomi_text_fold (cases[i].query);
      g_autoptr(GArray) parts = koyomi_text_find_parts (cases[i].text, query);
      g_autofree char *marked = mark (cases[i].text, parts);

      g_assert_cmpstr (marked, ==, cases[i].marked);
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
  g_test_add_func ("/model/text-fold/what-differs-stays-apart", test_apart);
  g_test_add_func ("/model/text-fold/what-was-found-is-marked", test_parts);

  return g_test_run ();
}
