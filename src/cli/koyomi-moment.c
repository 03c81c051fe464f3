#include "koyomi-moment.h"

#include "koyomi-day.h"
#include "koyomi-history.h"

/* 2026Q2, the second quarter of the fiscal year 2026. */
gboolean
koyomi_quarter_parse (const char *text,
                      gint64     *year,
                      gint64     *quarter)
{
  g_auto(GStrv) parts = g_strsplit_set (text, "qQ", -1);

  return g_strv_length (parts) == 2 && g_ascii_string_to_signed (parts[0], 10, 1980, 2098, year, NULL) &&
         g_ascii_string_to_signed (parts[1], 10, 1, 4, quarter, NULL);
}

/* The plan as it was then. What cannot be found is wrong input, not a wrong file. */
KoyomiSession *
koyomi_shell_open_past (KoyomiShell   *shell,
                        KoyomiSession *session,
                        const char    *when,
                        KoyomiExit    *exit)
{
  g_autoptr(GError) error = NULL;
  gint64 seq = koyomi_session_find_moment (session, when, &error);
  KoyomiSession *past = NULL;

  if (seq >= 0)
    past = koyomi_session_open_as_of (session, seq, NULL, NULL, NULL, &error);

  if (past == NULL)
    *exit = koyomi_shell_fail (shell, seq < 0 ? KOYOMI_EXIT_INPUT_REFUSED : KOYOMI_EXIT_FILE_REFUSED, error);

  return past;
}

/* The quarter, or the month of it, that was asked for; without either the present quarter. */
gboolean
koyomi_report_period_read (KoyomiSession       *session,
                           const char          *quarter,
                           const char          *month,
                           KoyomiReportOptions *options)
{
  guint32 day = koyomi_time_get_day (options->now);
  gint64 year = 0;
  gint64 number = 0;
  g_autofree char *text = month != NULL ? g_strconcat (month, "-01", NULL) : NULL;

  if (quarter != NULL && !koyomi_quarter_parse (quarter, &year, &number))
    return FALSE;
  if (text != NULL && (day = koyomi_day_parse (text, NULL)) == KOYOMI_DAY_NONE)
    return FALSE;

  options->year = koyomi_session_get_fiscal_year (session, day);
  options->quarter = koyomi_fiscal_year_get_quarter (options->year, day);
  options->month = text != NULL ? koyomi_fiscal_year_get_month_index (options->year, day) % 3 + 1 : 0;
  if (quarter != NULL)
    {
      options->year.year = year;
      options->quarter = number;
    }

  return TRUE;
}
