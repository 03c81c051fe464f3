#include "koyomi-text-encoding-private.h"

#include <string.h>

/* What decides between two encodings stands in the first lines as well as in the last. */
#define SAMPLE_SIZE 65536

static gboolean
starts_with (const char *bytes,
             gsize       length,
             const char *start,
             gsize       start_length)
{
  return length >= start_length && memcmp (bytes, start, start_length) == 0;
}

/* In UTF-16, tabs, line ends and digits have a NUL on one side. Japanese has few on the other (U+3000). */
static KoyomiTextEncoding
detect_utf16 (const char *bytes,
              gsize       length)
{
  gsize n_even = 0;
  gsize n_odd = 0;

  for (gsize i = 0; i + 1 < MIN (length, SAMPLE_SIZE); i += 2)
    {
      n_even += bytes[i] == '\0';
      n_odd += bytes[i + 1] == '\0';
    }

  if (length % 2 == 0 && n_odd > 0 && n_even * 4 <= n_odd)
    return KOYOMI_TEXT_ENCODING_UTF_16LE;
  else if (length % 2 == 0 && n_even > 0 && n_odd * 4 <= n_even)
    return KOYOMI_TEXT_ENCODING_UTF_16BE;

  return KOYOMI_TEXT_ENCODING_UNKNOWN;
}

/* Text in CP932 is hardly ever right as UTF-8 by chance, and a UTF-8 text with a few wrong bytes must not be read as CP932
 * that makes no sense. */
static KoyomiTextEncoding
detect_bytes (const char *bytes,
              gsize       length)
{
  const char *end = bytes + length;
  gsize n_good = 0;
  gsize n_bad = 0;

  for (const char *p = bytes; p < end;)
    {
      gunichar c;

      if ((*p & 0x80) == 0)
        {
          p++;
          continue;
        }

      c = g_utf8_get_char_validated (p, end - p);
      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          n_bad++;
          p++;
        }
      else
        {
          n_good++;
          p = g_utf8_next_char (p);
        }
    }

  return n_good >= n_bad * 2 ? KOYOMI_TEXT_ENCODING_UTF_8 : KOYOMI_TEXT_ENCODING_CP932;
}

/* Returns: %KOYOMI_TEXT_ENCODING_UNKNOWN when @bytes are no text */
KoyomiTextEncoding
_koyomi_text_encoding_detect (const char *bytes,
                              gsize       length)
{
  if (starts_with (bytes, length, "\xef\xbb\xbf", 3))
    return KOYOMI_TEXT_ENCODING_UTF_8;
  else if (starts_with (bytes, length, "\xff\xfe", 2))
    return KOYOMI_TEXT_ENCODING_UTF_16LE;
  else if (starts_with (bytes, length, "\xfe\xff", 2))
    return KOYOMI_TEXT_ENCODING_UTF_16BE;
  else if (memchr (bytes, '\0', length) != NULL)
    return detect_utf16 (bytes, length);

  return detect_bytes (bytes, length);
}

static char *
decode_utf8 (const char *bytes,
             gsize       length,
             gsize      *decoded,
             gboolean   *complete)
{
  const char *end;

  if (starts_with (bytes, length, "\xef\xbb\xbf", 3))
    {
      bytes += 3;
      length -= 3;
    }

  *complete = g_utf8_validate_len (bytes, length, &end);
  *decoded = end - bytes;

  return g_strndup (bytes, *decoded);
}

/**
 * _koyomi_text_encoding_decode:
 * @decoded: (out): length of the result, which has no byte order mark
 * @complete: (out): FALSE when the result ends where @bytes stop making sense
 */
char *
_koyomi_text_encoding_decode (KoyomiTextEncoding  self,
                              const char         *bytes,
                              gsize               length,
                              gsize              *decoded,
                              gboolean           *complete)
{
  static const char * const names[] = {
    [KOYOMI_TEXT_ENCODING_UTF_16LE] = "UTF-16LE",
    [KOYOMI_TEXT_ENCODING_UTF_16BE] = "UTF-16BE",
    [KOYOMI_TEXT_ENCODING_CP932] = "CP932",
  };

  gsize used = 0;
  char *text;

  if (self == KOYOMI_TEXT_ENCODING_UTF_8)
    return decode_utf8 (bytes, length, decoded, complete);

  if ((self == KOYOMI_TEXT_ENCODING_UTF_16LE && starts_with (bytes, length, "\xff\xfe", 2)) ||
      (self == KOYOMI_TEXT_ENCODING_UTF_16BE && starts_with (bytes, length, "\xfe\xff", 2)))
    {
      bytes += 2;
      length -= 2;
    }

  text = g_convert (bytes, length, "UTF-8", names[self], &used, decoded, NULL);
  *complete = text != NULL && used == length;
  if (text == NULL)
    text = g_convert (bytes, used, "UTF-8", names[self], NULL, decoded, NULL);
  if (text == NULL)
    {
      *decoded = 0;
      text = g_strdup ("");
    }

  return text;
}
