#include "koyomi-day.h"

#include "koyomi-model-error.h"

#include <stdio.h>

static guint32 fixed_today;

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

  g_return_if_fail (self != KOYOMI_DAY_NONE);

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
  int year, month, day;
  int end = 0;
  guint32 self = KOYOMI_DAY_NONE;

  if (g_ascii_isdigit (*text) &&
      ((sscanf (text, "%4d-%2d-%2d%n", &year, &month, &day, &end) == 3 && text[end] == '\0') ||
       (sscanf (text, "%4d/%2d/%2d%n", &year, &month, &day, &end) == 3 && text[end] == '\0')))
    self = koyomi_day_new (year, month, day);

  if (self == KOYOMI_DAY_NONE)
    g_set_error (error, KOYOMI_MODEL_ERROR, KOYOMI_MODEL_ERROR_SYNTAX, "“%s” is not a day such as 2026-11-22", text);

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
  return koyomi_day_add_months (koyomi_day_get_month_first (self), 1) - 1;
}

/* The same day of a month @months later (or earlier), cut to the last day of a shorter month. */
guint32
koyomi_day_add_months (guint32 self,
                       int     months)
{
  GDate date;

  g_return_val_if_fail (self != KOYOMI_DAY_NONE, KOYOMI_DAY_NONE);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, self);
  if (months >= 0)
    g_date_add_months (&date, months);
  else
    g_date_subtract_months (&date, -months);

  return g_date_get_julian (&date);
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

/* Lets the program reckon as if it were another day: what was late on that day, say. %KOYOMI_DAY_NONE goes back to the clock. */
void
koyomi_day_set_today (guint32 today)
{
  fixed_today = today;
}

/* Returns: (transfer full): such as 2026-11-22T09:30:00Z */
char *
koyomi_time_format (gint64 time)
{
  g_autoptr(GDateTime) moment = g_date_time_new_from_unix_utc (time / 1000);

  return moment != NULL ? g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("?");
}
