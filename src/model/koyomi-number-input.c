#include "koyomi-number-input.h"

#include "koyomi-model-error.h"

#include <math.h>

/**
 * koyomi_number_read_typed:
 * @number: (out): NAN when nothing is typed
 *
 * Reads 1200000, 1,200,000, -3, +3 and 0.5; digits may be full width.
 *
 * Returns: FALSE with %KOYOMI_MODEL_ERROR_SYNTAX when that is no number
 */
gboolean
koyomi_number_read_typed (const char  *text,
                          double      *number,
                          GError     **error)
{
  g_autofree char *narrow = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_auto(GStrv) parts = g_strsplit_set (narrow != NULL ? narrow : "?", ", \t\n", -1);
  g_autofree char *plain = g_strjoinv ("", parts);

  *number = NAN;
  if (*plain == '\0')
    return TRUE;

  if (!g_regex_match_simple ("^[-+]?(\\d{1,15}(\\.\\d{0,6})?|\\.\\d{1,6})$", plain, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT))
    {
      g_set_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_SYNTAX, "“%s” is not a number", text);
      return FALSE;
    }

  *number = g_ascii_strtod (plain, NULL);

  return TRUE;
}
