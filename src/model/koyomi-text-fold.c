#include "koyomi-text-fold.h"

#include <string.h>

#define KATAKANA_FIRST 0x30a1        /* ァ */
#define KATAKANA_LAST 0x30f6         /* ヶ */
#define KATAKANA_VOICED_FIRST 0x30f7 /* ヷ, which hiragana writes in two characters */
#define KATAKANA_VOICED_LAST 0x30fa  /* ヺ */
#define KATAKANA_REPEAT 0x30fd       /* ヽ */
#define KATAKANA_REPEAT_VOICED 0x30fe
#define HIRAGANA_DISTANCE 0x60
#define VOICED_MARK 0x3099

static gboolean
is_ascii (const char *text)
{
  while (*text != '\0' && (guchar) *text < 0x80)
    text++;

  return *text == '\0';
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
  else
    g_string_append_unichar (text, c);
}

/**
 * koyomi_text_fold:
 * @text: valid UTF-8
 *
 * Brings what a person takes for the same into one form: large and small letters, full and half width, katakana and hiragana, and
 * compatibility forms such as ㈱ and ①. Only for comparing; nobody is shown it.
 *
 * Returns: (transfer full): the folded text; "" when @text is no UTF-8
 */
char *
koyomi_text_fold (const char *text)
{
  g_autofree char *wide = NULL;
  g_autofree char *lower = NULL;
  g_autofree char *normal = NULL;
  g_autoptr(GString) folded = NULL;

  if (is_ascii (text))
    return g_ascii_strdown (text, -1);

  if ((wide = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE)) == NULL)
    return g_strdup ("");

  lower = g_utf8_casefold (wide, -1);
  normal = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL_COMPOSE);

  folded = g_string_sized_new (strlen (normal));
  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p))
    append_hiragana (folded, g_utf8_get_char (p));

  return g_string_free (g_steal_pointer (&folded), FALSE);
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
