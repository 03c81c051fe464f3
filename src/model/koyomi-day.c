#include "koyomi-day.h"

#include "koyomi-model-error.h"

static guint32 fixed_today;

/* Reads from @min to @max digits and moves behind them.
 * Returns: their value, or -1 when there are fewer. */
static int
read_digits (const char **text,
             int          min,
             int          max)
{
  int value = 0;
  int n;

  for (n = 0; n < max && g_ascii_isdigit (**text); n++, (*text)++)
    value = value * 10 + g_ascii_digit_value (**text);

  return n >= min ? value : -1;
}

static gboolean
read_letter (const char **text,
             char         letter)
{
  if (**text != letter)
    return FALSE;

  (*text)++;

  return TRUE;
}

/* Returns: the day that @text begins with, moved behind it, or %KOYOMI_DAY_NONE. */
static guint32
read_day (const char **text)
{
  int year, month, day;
  char separator;

  if ((year = read_digits (text, 4, 4)) < 0)
    return KOYOMI_DAY_NONE;

  separator = **text == '/' ? '/' : '-';

  if (!read_letter (text, separator) || (month = read_digits (text, 1, 2)) < 0 ||
      !read_letter (text, separator) || (day = read_digits (text, 1, 2)) < 0)
    return KOYOMI_DAY_NONE;

  return koyomi_day_new (year, month, day);
}

/* Returns: the minutes after midnight that @text begins with, the seconds in @second, or -1. */
static int
read_clock (const char **text,
            double      *second)
{
  int hour, minute;
  int whole = 0;
  int fraction = 0;
  const char *begin;

  if ((hour = read_digits (text, 2, 2)) < 0 || hour > 23 ||
      !read_letter (text, ':') || (minute = read_digits (text, 2, 2)) < 0 || minute > 59)
    return -1;

  if (read_letter (text, ':') && ((whole = read_digits (text, 2, 2)) < 0 || whole > 59))
    return -1;

  begin = *text;
  if (read_letter (text, '.'))
    {
      fraction = read_digits (text, 1, 3);
      if (fraction < 0)
        return -1;

      for (int n = *text - begin; n < 4; n++)
        fraction *= 10;
    }

  *second = whole + fraction / 1000.0;

  return hour * 60 + minute;
}

/* Returns: (transfer full) (nullable): the zone that the whole of @text names; the machine's for "". */
static GTimeZone *
read_zone (const char *text)
{
  const char *end = text;

  if (*text == '\0')
    return g_time_zone_new_local ();

  if (g_str_equal (text, "Z"))
    return g_time_zone_new_utc ();

  if ((read_letter (&end, '+') || read_letter (&end, '-')) && read_digits (&end, 2, 2) >= 0 &&
      (read_letter (&end, ':') || *end != '\0') && read_digits (&end, 2, 2) >= 0 && *end == '\0')
    return g_time_zone_new_identifier (text);

  return NULL;
}

/* Returns: the day, or %KOYOMI_DAY_NONE when there is no such day. */
guint32
koyomi_day_new (int year,
                int month,
                int day)
{
  GDate date;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31 || !g_date_valid_dmy (day, month, year))
    return KOYOMI_DAY_NONE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);

  return g_date_get_julian (&date);
}

/* Any of the three may be NULL. */
void
koyomi_day_get (guint32  self,
                int     *year,
                int     *month,
                int     *day)
{
  GDate date;

  g_return_if_fail (self != KOYOMI_DAY_NONE && self <= KOYOMI_DAY_LAST);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, self);

  if (year != NULL)
    *year = g_date_get_year (&date);
  if (month != NULL)
    *month = g_date_get_month (&date);
  if (day != NULL)
    *day = g_date_get_day (&date);
}

/* Reads 2026-11-22, also with slashes or without leading zeros, and nothing else.
 * Returns: the day, or %KOYOMI_DAY_NONE with %KOYOMI_MODEL_ERROR_SYNTAX. */
guint32
koyomi_day_parse (const char  *text,
                  GError     **error)
{
  const char *end = text;
  guint32 self = read_day (&end);

  if (self == KOYOMI_DAY_NONE || *end != '\0')
    {
      g_set_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_SYNTAX, "“%s” is not a day such as 2026-11-22", text);
      return KOYOMI_DAY_NONE;
    }

  return self;
}

/* Returns: (transfer full): such as 2026-11-22 */
char *
koyomi_day_format (guint32 self)
{
  int year, month, day;

  koyomi_day_get (self, &year, &month, &day);

  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/* Returns: (transfer full): such as 2026-11-22 – 2026-11-30, or the one day */
char *
koyomi_day_format_span (guint32        first_day,
                        guint32        last_day,
                        KoyomiLanguage language)
{
  g_autofree char *first = koyomi_day_format (first_day);
  g_autofree char *last = koyomi_day_format (last_day);

  if (first_day == last_day)
    return g_steal_pointer (&first);

  /* Translators: from one day to another */
  return g_strdup_printf (koyomi_trc (language, "days", "%s – %s"), first, last);
}

/* Returns: 1 for Monday to 7 for Sunday. */
int
koyomi_day_get_weekday (guint32 self)
{
  return (self - 1) % 7 + 1;
}

guint32
koyomi_day_get_month_first (guint32 self)
{
  int year, month;

  koyomi_day_get (self, &year, &month, NULL);

  return koyomi_day_new (year, month, 1);
}

guint32
koyomi_day_get_month_last (guint32 self)
{
  int year, month;

  koyomi_day_get (self, &year, &month, NULL);

  return koyomi_day_new (year, month, g_date_get_days_in_month (month, year));
}

/* The same day of a month @months later (or earlier), cut to the last day of a shorter month.
 * Returns: the day, or %KOYOMI_DAY_NONE outside the years 1 to 9999. */
guint32
koyomi_day_add_months (guint32 self,
                       int     months)
{
  int year, month, day;
  gint64 index;

  g_return_val_if_fail (self != KOYOMI_DAY_NONE, KOYOMI_DAY_NONE);

  koyomi_day_get (self, &year, &month, &day);
  index = (gint64) year * 12 + month - 1 + months;
  if (index < 12 || index >= 10000 * 12)
    return KOYOMI_DAY_NONE;

  year = index / 12;
  month = index % 12 + 1;

  return koyomi_day_new (year, month, MIN (day, g_date_get_days_in_month (month, year)));
}

/* The day by the clock and zone of the machine, or the one that koyomi_day_set_today() has fixed. */
guint32
koyomi_day_today (void)
{
  g_autoptr(GDateTime) now = NULL;

  if (fixed_today != KOYOMI_DAY_NONE)
    return fixed_today;

  now = g_date_time_new_now_local ();

  return koyomi_day_new (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

/* Lets the program reckon as if it were another day: what was late on that day, say. %KOYOMI_DAY_NONE goes back to
 * the clock. */
void
koyomi_day_set_today (guint32 today)
{
  fixed_today = today;
}

/* When the day begins in the zone of the machine. */
gint64
koyomi_day_get_start (guint32 self)
{
  g_autoptr(GDateTime) start = NULL;
  int year, month, day;

  g_return_val_if_fail (self != KOYOMI_DAY_NONE, 0);

  koyomi_day_get (self, &year, &month, &day);
  start = g_date_time_new_local (year, month, day, 0, 0, 0.0);

  return start != NULL ? g_date_time_to_unix (start) * 1000 : 0;
}

/* The day of a time in the zone of the machine. */
guint32
koyomi_time_get_day (gint64 time)
{
  g_autoptr(GDateTime) moment = g_date_time_new_from_unix_local (time / 1000);

  return moment == NULL ? KOYOMI_DAY_NONE
                        : koyomi_day_new (g_date_time_get_year (moment), g_date_time_get_month (moment),
                                          g_date_time_get_day_of_month (moment));
}

/* The time by the clock of the machine. When koyomi_day_set_today() has fixed the day, it is this time on that day. */
gint64
koyomi_time_now (void)
{
  gint64 now = g_get_real_time () / 1000;

  if (fixed_today == KOYOMI_DAY_NONE)
    return now;

  return koyomi_day_get_start (fixed_today) + now - koyomi_day_get_start (koyomi_time_get_day (now));
}

/* Returns: (transfer full): such as 2026-11-22T09:30:00Z */
char *
koyomi_time_format (gint64 time)
{
  g_autoptr(GDateTime) moment = g_date_time_new_from_unix_utc (time / 1000);

  return moment != NULL ? g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("?");
}

/* Returns: (transfer full): by the clock of the machine, such as 2026-11-22 18:30; "" for 0, which is no time */
char *
koyomi_time_format_local (gint64 time)
{
  g_autoptr(GDateTime) moment = g_date_time_new_from_unix_local (time / 1000);

  return time != 0 && moment != NULL ? g_date_time_format (moment, "%Y-%m-%d %H:%M") : g_strdup ("");
}

/**
 * koyomi_time_parse:
 *
 * Reads 2026-11-22T09:30:00Z, also with a blank for the T, without seconds, with milliseconds, with an offset such as
 * +09:00, or with no zone at all: then it is the clock of the machine.
 *
 * Returns: the time, or 0 with %KOYOMI_MODEL_ERROR_SYNTAX, or with %KOYOMI_MODEL_ERROR_RANGE when it is not after
 *   1970 began
 */
gint64
koyomi_time_parse (const char  *text,
                   GError     **error)
{
  const char *end = text;
  guint32 day = read_day (&end);
  g_autoptr(GTimeZone) zone = NULL;
  g_autoptr(GDateTime) moment = NULL;
  int year, month, day_of_month;
  double second = 0;
  int minute = -1;
  gint64 time;

  if (day != KOYOMI_DAY_NONE && (read_letter (&end, 'T') || read_letter (&end, ' ')) &&
      (minute = read_clock (&end, &second)) >= 0 && (zone = read_zone (end)) != NULL)
    {
      koyomi_day_get (day, &year, &month, &day_of_month);
      moment = g_date_time_new (zone, year, month, day_of_month, minute / 60, minute % 60, second);
    }

  if (moment == NULL)
    {
      g_set_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_SYNTAX,
                   "“%s” is not a time such as 2026-11-22T09:30:00Z or 2026-11-22 09:30", text);
      return 0;
    }

  time = g_date_time_to_unix (moment) * 1000 + (g_date_time_get_microsecond (moment) + 500) / 1000;
  if (time <= 0)
    {
      g_set_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_RANGE, "the time %s is not after 1970 began", text);
      return 0;
    }

  return time;
}
