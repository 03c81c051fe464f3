#include "koyomi-day-input.h"

#include "koyomi-day.h"
#include "koyomi-model-error.h"

typedef guint32 (*Reading) (GMatchInfo *match,
                            guint32     reference);

static int
fetch_number (GMatchInfo *match,
              const char *name)
{
  g_autofree char *text = g_match_info_fetch_named (match, name);

  return text != NULL ? (int) g_ascii_strtoll (text, NULL, 10) : 0;
}

static guint32
read_date (GMatchInfo *match,
           guint32     reference)
{
  return koyomi_day_new (fetch_number (match, "year"), fetch_number (match, "month"), fetch_number (match, "day"));
}

/* The one of the three years around the reference in which the day is nearest to it. */
static guint32
read_month_and_day (GMatchInfo *match,
                    guint32     reference)
{
  guint32 nearest = KOYOMI_DAY_NONE;
  int year;

  koyomi_day_get (reference, &year, NULL, NULL);
  for (int i = year - 1; i <= year + 1; i++)
    {
      guint32 day = koyomi_day_new (i, fetch_number (match, "month"), fetch_number (match, "day"));

      if (day != KOYOMI_DAY_NONE &&
          (nearest == KOYOMI_DAY_NONE || ABS ((gint64) day - reference) < ABS ((gint64) nearest - reference)))
        nearest = day;
    }

  return nearest;
}

static guint32
read_day_of_month (GMatchInfo *match,
                   guint32     reference)
{
  int year, month;

  koyomi_day_get (reference, &year, &month, NULL);

  return koyomi_day_new (year, month, fetch_number (match, "day"));
}

static guint32
read_shift (GMatchInfo *match,
            guint32     reference)
{
  g_autofree char *sign = g_match_info_fetch_named (match, "sign");
  g_autofree char *weeks = g_match_info_fetch_named (match, "weeks");
  g_autofree char *months = g_match_info_fetch_named (match, "months");
  int n = fetch_number (match, "n") * (*sign == '-' ? -1 : 1);
  gint64 day;

  if (months != NULL && *months != '\0')
    return koyomi_day_add_months (reference, n);

  day = reference + (gint64) n * (weeks != NULL && *weeks != '\0' ? 7 : 1);

  return day > KOYOMI_DAY_NONE && day <= KOYOMI_DAY_LAST ? (guint32) day : KOYOMI_DAY_NONE;
}

static guint32
read_today (GMatchInfo *match,
            guint32     reference)
{
  return koyomi_day_today ();
}

static const struct
{
  const char *pattern;
  Reading     reading;
} readings[] = {
  { "^(?<year>\\d{4}) ?[-/.年] ?(?<month>\\d{1,2}) ?[-/.月] ?(?<day>\\d{1,2}) ?日?$", read_date },
  { "^(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})$", read_date },
  { "^(?<month>\\d{1,2}) ?[-/.月] ?(?<day>\\d{1,2}) ?日?$", read_month_and_day },
  { "^(?<day>\\d{1,2}) ?日?$", read_day_of_month },
  { "^(?<sign>[-+]) ?(?<n>\\d{1,4}) ?(?:d|days?|日間?|(?<weeks>w|weeks?|週間?)|(?<months>m|months?|[かカヶケ箇]?月))?$", read_shift },
  { "^(?:today|今日|本日|きょう)$", read_today },
};

/* Full-width digits and signs are what an input method leaves behind. */
static char *
normalise (const char *text)
{
  g_autofree char *narrow = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *lower = g_utf8_strdown (narrow != NULL ? narrow : "", -1);
  g_auto(GStrv) parts = g_strsplit (lower, "\xe2\x88\x92", -1);   /* the sign for minus */

  return g_strstrip (g_strjoinv ("-", parts));
}

/**
 * koyomi_day_read_typed:
 * @reference: the day that is shown; what leaves something open is near it, and +14 is reckoned from it
 *
 * Reads 2026-09-01, 2026/9/1, 20260901 and 2026年9月1日; 9/1 and 9月1日, of the year in which it is nearest to @reference; 15, of the
 * same month; +14, -7, +2w and +1m; today. Digits may be full width.
 *
 * Returns: the day, or %KOYOMI_DAY_NONE with %KOYOMI_MODEL_ERROR_SYNTAX
 */
guint32
koyomi_day_read_typed (const char  *text,
                       guint32      reference,
                       GError     **error)
{
  g_autofree char *typed = normalise (text);

  g_return_val_if_fail (reference != KOYOMI_DAY_NONE && reference <= KOYOMI_DAY_LAST, KOYOMI_DAY_NONE);

  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_autoptr(GRegex) regex = g_regex_new (readings[i].pattern, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
      g_autoptr(GMatchInfo) match = NULL;
      guint32 day;

      if (g_regex_match (regex, typed, G_REGEX_MATCH_DEFAULT, &match) &&
          (day = readings[i].reading (match, reference)) != KOYOMI_DAY_NONE)
        return day;
    }

  g_set_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_SYNTAX, "“%s” is not a day such as 2026-09-01, 9/1 or +14", text);

  return KOYOMI_DAY_NONE;
}
