#include "koyomi-text-fold.h"

#include <string.h>

#define KATAKANA_FIRST 0x30a1        /* ァ */
#define KATAKANA_LAST 0x30f6         /* ヶ */
#define KATAKANA_VOICED_FIRST 0x30f7 /* ヷ, which hiragana writes in two characters */
#define KATAKANA_VOICED_LAST 0x30fa  /* ヺ */
#define KATAKANA_REPEAT 0x30fd       /* ヽ */
#define KATAKANA_REPEAT_VOICED 0x30fe
#define HIRAGANA_DISTANCE 0x60
#define HIRAGANA_FIRST 0x3041        /* ぁ */
#define HIRAGANA_LAST 0x3096         /* ゖ */
#define HIRAGANA_REPEAT 0x309d       /* ゝ */
#define HIRAGANA_REPEAT_VOICED 0x309e
#define VOICED_MARK 0x3099
#define HALF_VOICED_MARK 0x309a
#define NARROW_VOICED_MARK 0xff9e
#define NARROW_HALF_VOICED_MARK 0xff9f
#define LONG_VOWEL 0x30fc            /* ー */
#define DASH_FIRST 0x2010
#define DASH_LAST 0x2015
#define MINUS_SIGN 0x2212

static gboolean
is_ascii (const char *text)
{
  while (*text != '\0' && (guchar) *text < 0x80)
    text++;

  return *text == '\0';
}

static gboolean
is_kana (gunichar c)
{
  return (c >= HIRAGANA_FIRST && c <= HIRAGANA_LAST) || c == HIRAGANA_REPEAT || c == HIRAGANA_REPEAT_VOICED ||
         (c >= KATAKANA_FIRST && c <= KATAKANA_VOICED_LAST) || c == KATAKANA_REPEAT || c == KATAKANA_REPEAT_VOICED ||
         c == VOICED_MARK || c == HALF_VOICED_MARK;
}

static void
append_hiragana (GString  *text,
                 gunichar  c)
{
  static const gunichar unvoiced[] = { 0x308f, 0x3090, 0x3091, 0x3092 };   /* わゐゑを */

  if (c >= KATAKANA_VOICED_FIRST && c <= KATAKANA_VOICED_LAST)
    {
      g_string_append_unichar (text, unvoiced[c - KATAKANA_VOICED_FIRST]);
      g_string_append_unichar (text, VOICED_MARK);
    }
  else if ((c >= KATAKANA_FIRST && c <= KATAKANA_LAST) || c == KATAKANA_REPEAT || c == KATAKANA_REPEAT_VOICED)
    g_string_append_unichar (text, c - HIRAGANA_DISTANCE);
  else if ((c >= DASH_FIRST && c <= DASH_LAST) || c == MINUS_SIGN)
    g_string_append_c (text, '-');
  else
    g_string_append_unichar (text, c);
}

/* Takes the marks of long vowels from @p on, and returns what comes behind them. Some write one at the end of a word that others leave
 * out: サーバー, サーバ. Where there is no vowel it is a dash that was typed as kana: KPIー03. */
static const char *
append_long_vowel (GString    *text,
                   const char *p,
                   gunichar    before)
{
  guint n_marks = 0;
  gboolean is_inside;

  for (; g_utf8_get_char (p) == LONG_VOWEL; p = g_utf8_next_char (p))
    n_marks++;

  is_inside = is_kana (g_utf8_get_char (p));
  for (guint i = 0; i < n_marks; i++)
    if (!is_kana (before))
      g_string_append_c (text, '-');
    else if (is_inside)
      g_string_append_unichar (text, LONG_VOWEL);

  return p;
}

/* Notes in @offsets, where there are any, for each byte of the folded text which byte of @normal it comes from. */
static char *
fold_normal (const char *normal,
             GArray     *offsets)
{
  GString *folded = g_string_sized_new (strlen (normal));
  gunichar before = 0;

  for (const char *p = normal; *p != '\0';)
    {
      gunichar c = g_utf8_get_char (p);
      guint offset = p - normal;

      if (c == LONG_VOWEL)
        p = append_long_vowel (folded, p, before);
      else
        {
          append_hiragana (folded, c);
          p = g_utf8_next_char (p);
        }
      before = c;

      while (offsets != NULL && offsets->len < folded->len)
        g_array_append_val (offsets, offset);
    }

  return g_string_free (folded, FALSE);
}

/* Returns: (nullable): wide and narrow, large and small letters as one; NULL when @text is no UTF-8 */
static char *
normalize (const char *text,
           gssize      length)
{
  g_autofree char *wide = g_utf8_normalize (text, length, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *lower = NULL;

  if (wide == NULL)
    return NULL;

  lower = g_utf8_casefold (wide, -1);

  return g_utf8_normalize (lower, -1, G_NORMALIZE_ALL_COMPOSE);
}

/**
 * koyomi_text_fold:
 * @text: valid UTF-8
 *
 * Brings what a person takes for the same into one form: large and small letters, full and half width, katakana and hiragana, the
 * mark of a long vowel at the end of a word or none, all kinds of dashes, and compatibility forms such as ㈱ and ①. Only for comparing;
 * nobody is shown it.
 *
 * Returns: (transfer full): the folded text; "" when @text is no UTF-8
 */
char *
koyomi_text_fold (const char *text)
{
  g_autofree char *normal = NULL;

  if (is_ascii (text))
    return g_ascii_strdown (text, -1);

  if ((normal = normalize (text, -1)) == NULL)
    return g_strdup ("");

  return fold_normal (normal, NULL);
}

/* A letter and the marks on it, which fold together. */
static const char *
find_next_letter (const char *p)
{
  gunichar c;

  do
    {
      p = g_utf8_next_char (p);
      c = g_utf8_get_char (p);
    }
  while (c != 0 && (g_unichar_ismark (c) || c == NARROW_VOICED_MARK || c == NARROW_HALF_VOICED_MARK));

  return p;
}

/* @letters: the offset in @text that each byte of the normal text comes from, and behind the last one its length */
static char *
normalize_letters (const char *text,
                   GArray     *letters)
{
  GString *normal = g_string_new (NULL);
  guint end = strlen (text);

  for (const char *p = text; *p != '\0';)
    {
      const char *next = find_next_letter (p);
      g_autofree char *letter = normalize (p, next - p);
      guint offset = p - text;

      g_string_append (normal, letter != NULL ? letter : "");
      while (letters->len < normal->len)
        g_array_append_val (letters, offset);
      p = next;
    }
  g_array_append_val (letters, end);

  return g_string_free (normal, FALSE);
}

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  const KoyomiTextPart *one = a;
  const KoyomiTextPart *other = b;

  return one->start != other->start ? (one->start < other->start ? -1 : 1) : 0;
}

static void
join_parts (GArray *parts)
{
  g_array_sort (parts, compare_parts);
  for (guint i = 1; i < parts->len;)
    {
      KoyomiTextPart *before = &g_array_index (parts, KoyomiTextPart, i - 1);
      KoyomiTextPart *part = &g_array_index (parts, KoyomiTextPart, i);

      if (part->start > before->end)
        {
          i++;
          continue;
        }
      before->end = MAX (before->end, part->end);
      g_array_remove_index (parts, i);
    }
}

/**
 * koyomi_text_find_parts:
 * @text: as people read it
 * @folded_query: by koyomi_text_fold()
 *
 * Returns: (transfer full) (element-type KoyomiTextPart): where the words of the query stand in the text, in order and apart from each other
 */
GArray *
koyomi_text_find_parts (const char *text,
                        const char *folded_query)
{
  g_auto(GStrv) words = g_strsplit_set (folded_query, " \n", -1);
  g_autoptr(GArray) letters = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GArray) offsets = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *normal = normalize_letters (text, letters);
  g_autofree char *folded = fold_normal (normal, offsets);
  guint end = strlen (normal);
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (KoyomiTextPart));

  g_array_append_val (offsets, end);
  for (guint i = 0; words[i] != NULL; i++)
    for (const char *p = folded; *words[i] != '\0' && (p = strstr (p, words[i])) != NULL; p += strlen (words[i]))
      {
        guint first = g_array_index (offsets, guint, p - folded);
        guint behind = g_array_index (offsets, guint, p - folded + strlen (words[i]));
        KoyomiTextPart part = { .start = g_array_index (letters, guint, first), .end = g_array_index (letters, guint, behind) };

        /* Of a letter such as ㈱ a part is the whole. */
        if (part.end <= part.start)
          part.end = find_next_letter (text + part.start) - text;
        g_array_append_val (parts, part);
      }
  join_parts (parts);

  return parts;
}

/* Returns: whether every word of the query, in whatever order, occurs in the text. Words are parted by blanks; both have been
 * through koyomi_text_fold(). A query without a word matches everything. */
gboolean
koyomi_text_matches (const char *folded_text,
                     const char *folded_query)
{
  g_auto(GStrv) words = g_strsplit_set (folded_query, " \n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded_text, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

/* Returns: (transfer full): the words of the query that do not occur in the text, for another text to be asked for them */
char *
koyomi_text_find_missing (const char *folded_text,
                          const char *folded_query)
{
  g_auto(GStrv) words = g_strsplit_set (folded_query, " \n", -1);
  g_autoptr(GString) missing = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded_text, words[i]) == NULL)
      g_string_append_printf (missing, "%s%s", missing->len > 0 ? " " : "", words[i]);

  return g_string_free (g_steal_pointer (&missing), FALSE);
}
