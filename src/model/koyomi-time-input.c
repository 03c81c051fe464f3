#include "koyomi-time-input.h"

#include "koyomi-model-error.h"

/**
 * koyomi_time_read_typed:
 *
 * Reads 9:05, 09:05, 0905, 9時5分, 9時 and 9; digits and colons may be full width.
 *
 * Returns: the minutes since midnight; -1 with %KOYOMI_MODEL_ERROR_SYNTAX when that is no time of a day
 */
int
koyomi_time_read_typed (const char  *text,
                        GError     **error)
{
  g_autofree char *narrow = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autoptr(GRegex) regex = g_regex_new ("^\\s*(\\d{1,2})(?:\\s*(?::|時)?\\s*(?:(\\d{2})|(?<=[:時])(\\d))?\\s*分?)?\\s*$", G_REGEX_OPTIMIZE,
                                         G_REGEX_MATCH_DEFAULT, NULL);
  g_autoptr(GMatchInfo) match = NULL;

  if (narrow != NULL && g_regex_match (regex, narrow, G_REGEX_MATCH_DEFAULT, &match))
    {
      g_autofree char *hour = g_match_info_fetch (match, 1);
      g_autofree char *two = g_match_info_fetch (match, 2);
      g_autofree char *one = g_match_info_fetch (match, 3);
      gint64 hours = g_ascii_strtoll (hour, NULL, 10);
      gint64 minutes = g_ascii_strtoll (two != NULL && *two != '\0' ? two : one != NULL ? one : "", NULL, 10);

      if (hours < 24 && minutes < 60)
        return hours * 60 + minutes;
    }

  g_set_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_SYNTAX, "“%s” is not a time of day such as 9:05", text);

  return -1;
}
