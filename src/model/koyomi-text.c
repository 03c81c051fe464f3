#include "koyomi-text.h"

#include "koyomi-model-error.h"

#include <string.h>

/* U+FDD0..U+FDEF and the last two of each plane are no characters, and XML 1.0 has no way to write a control character. */
static gboolean
is_forbidden (gunichar c)
{
  return (c < 0x20 && c != '\n') || (c >= 0x7f && c < 0xa0) ||
         (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe || c == 0xfeff;
}

/* Cuts blanks off both ends, also the full-width one that Japanese tables are padded with. */
static void
strip (char *text)
{
  char *first = text;
  char *end = text + strlen (text);

  while (g_unichar_isspace (g_utf8_get_char (first)))
    first = g_utf8_next_char (first);

  while (end > first && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  memmove (text, first, end - first);
  text[end - first] = '\0';
}

/**
 * koyomi_text_clean:
 * @text: what a person, a file or a program gave
 * @length: in bytes, or -1 when @text is terminated
 *
 * The border that every text crosses once on its way into a plan. Line ends become "\n", tabs become spaces, blanks at
 * either end go, the rest is normalized to NFC. Compatibility forms (half-width kana, ① or ㈱) stay as they were typed.
 *
 * Returns: (transfer full): the clean text, or NULL with %KOYOMI_MODEL_ERROR_INVALID when it is no UTF-8, holds a control
 *   character or a non-character, or is longer than %KOYOMI_TEXT_MAX_LENGTH
 */
char *
koyomi_text_clean (const char  *text,
                   gssize       length,
                   GError     **error)
{
  g_autoptr(GString) clean = NULL;
  g_autofree char *normal = NULL;
  const char *bad;

  if (length < 0)
    length = strlen (text);

  if (!g_utf8_validate_len (text, length, &bad))
    {
      g_set_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_INVALID,
                   "the text is not UTF-8 at byte %" G_GSIZE_FORMAT, (gsize) (bad - text) + 1);
      return NULL;
    }

  clean = g_string_sized_new (length);

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r')
        c = p + 1 < text + length && p[1] == '\n' ? 0 : '\n';
      else if (c == '\t')
        c = ' ';

      if (c == 0)
        continue;

      if (is_forbidden (c))
        {
          g_set_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_INVALID,
                       "the text holds the character U+%04X, which cannot be written or shown", c);
          return NULL;
        }

      g_string_append_unichar (clean, c);
    }

  normal = g_utf8_normalize (clean->str, clean->len, G_NORMALIZE_DEFAULT_COMPOSE);
  strip (normal);

  if (g_utf8_strlen (normal, -1) > KOYOMI_TEXT_MAX_LENGTH)
    {
      g_set_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_INVALID,
                   "the text has more than %d characters", KOYOMI_TEXT_MAX_LENGTH);
      return NULL;
    }

  return g_steal_pointer (&normal);
}

/* Returns: whether koyomi_text_clean() would leave @text as it is. */
gboolean
koyomi_text_is_clean (const char *text)
{
  g_autofree char *clean = koyomi_text_clean (text, -1, NULL);

  return clean != NULL && g_str_equal (clean, text);
}

/* @text: (nullable)
 * Returns: whether there is nothing to be seen in it. What is not UTF-8 is not blank: it is refused elsewhere. */
gboolean
koyomi_text_is_blank (const char *text)
{
  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return text == NULL;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;

  return TRUE;
}
