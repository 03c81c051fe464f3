#include "koyomi-time-input.h"

#include "koyomi-model-error.h"

#include <string.h>

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

/* Returns: the minutes in one of the unit; 0 for what is none */
static gint64
find_unit (const char *unit)
{
  static const struct
  {
    const char *names;
    gint64      minutes;
  } units[] = {
    { " m min mins minute minutes 分 分間 ", 1 },
    { " h hr hrs hour hours 時間 ", 60 },
    { " d day days 日 日間 ", 24 * 60 },
    { " w week weeks 週 週間 ", 7 * 24 * 60 },
  };
  g_autofree char *wanted = g_strdup_printf (" %s ", unit);

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strstr (units[i].names, wanted) != NULL)
      return units[i].minutes;

  return 0;
}

/**
 * koyomi_length_read_typed:
 *
 * Reads 90, 90 min, 2h, 1.5 h, 1h 30m, 3日 and 2時間30分; without a unit it is minutes. Digits may be full width.
 *
 * Returns: the minutes; -1 with %KOYOMI_MODEL_ERROR_SYNTAX when that is no length
 */
gint64
koyomi_length_read_typed (const char  *text,
                          GError     **error)
{
  g_autofree char *narrow = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = narrow != NULL ? g_utf8_strdown (narrow, -1) : g_strdup ("");
  g_autoptr(GRegex) regex = g_regex_new ("\\G\\s*(\\d{1,6}(?:\\.\\d{1,3})?)\\s*([^\\d\\s.]*)\\s*", G_REGEX_OPTIMIZE, G_REGEX_MATCH_DEFAULT, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  double minutes = 0;
  int end = 0;

  for (g_regex_match (regex, folded, G_REGEX_MATCH_DEFAULT, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *number = g_match_info_fetch (match, 1);
      g_autofree char *unit = g_match_info_fetch (match, 2);
      gint64 factor = *unit == '\0' ? 1 : find_unit (unit);

      if (factor == 0)
        break;
      minutes += g_ascii_strtod (number, NULL) * factor;
      g_match_info_fetch_pos (match, 0, NULL, &end);
    }

  if (end > 0 && folded[end] == '\0')
    return (gint64) (minutes + 0.5);

  g_set_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_SYNTAX, "“%s” is not a length such as 2h or 30 min", text);

  return -1;
}

/* As koyomi_length_read_typed() reads it, in the largest unit that needs no fraction: 3 d, 2 h or 90 min. */
char *
koyomi_length_format_typed (gint64 minutes)
{
  if (minutes > 0 && minutes % (24 * 60) == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT " d", minutes / (24 * 60));
  if (minutes > 0 && minutes % 60 == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT " h", minutes / 60);

  return g_strdup_printf ("%" G_GINT64_FORMAT " min", minutes);
}
