#include "koyomi-import-key-private.h"

#include <string.h>

static gboolean
is_gap (gunichar c)
{
  return g_unichar_isspace (c) || c == '|';
}

static GString *
fold (const char *text,
      gboolean    with_blanks)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (normal != NULL ? normal : "", -1);
  GString *result = g_string_sized_new (strlen (folded));
  gboolean gap = FALSE;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_gap (c))
        {
          gap = result->len > 0;
          continue;
        }

      if (gap && with_blanks)
        g_string_append_c (result, ' ');
      gap = FALSE;
      g_string_append_unichar (result, c);
    }

  return result;
}

/* Two texts are the same to a person when their keys are: width and case of letters, blanks and line ends do not count. */
char *
_koyomi_import_make_key (const char *text)
{
  return g_string_free (fold (text, FALSE), FALSE);
}

/* As the key, but with one blank wherever there are blanks, line ends or bars. */
char *
_koyomi_import_join_blanks (const char *text)
{
  return g_string_free (fold (text, TRUE), FALSE);
}

gboolean
_koyomi_import_is_japanese (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    switch (g_unichar_get_script (g_utf8_get_char (text)))
      {
      case G_UNICODE_SCRIPT_HAN:
      case G_UNICODE_SCRIPT_HIRAGANA:
      case G_UNICODE_SCRIPT_KATAKANA:
        return TRUE;
      default:
        break;
      }

  return FALSE;
}
