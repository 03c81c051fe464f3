#include "koyomi-report-period.h"

#include "koyomi-day.h"

/* That of today. */
KoyomiReportPeriod
koyomi_report_period_get_present (KoyomiSession *session)
{
  KoyomiFiscalYear year = koyomi_session_get_fiscal_year (session, koyomi_day_today ());

  return (KoyomiReportPeriod) { year.year * 4 + koyomi_fiscal_year_get_quarter (year, koyomi_day_today ()) - 1, 0 };
}

KoyomiFiscalYear
koyomi_report_period_get_year (KoyomiReportPeriod  self,
                               KoyomiSession      *session)
{
  KoyomiFiscalYear year = koyomi_session_get_fiscal_year (session, koyomi_day_today ());

  year.year = self.quarter / 4;

  return year;
}

static guint32
get_first_day (KoyomiReportPeriod  self,
               KoyomiSession      *session)
{
  return koyomi_fiscal_year_get_month_first (koyomi_report_period_get_year (self, session), self.quarter % 4 * 3 + MAX (self.month - 1, 0));
}

/* Returns: (transfer full): as much of it as such a report tells of */
char *
koyomi_report_period_format (KoyomiReportPeriod      self,
                             const KoyomiReportKind *kind,
                             KoyomiSession          *session,
                             KoyomiLanguage          language)
{
  KoyomiFiscalYear year = koyomi_report_period_get_year (self, session);
  g_autofree char *year_name = koyomi_fiscal_year_format (year, language);
  g_autofree char *quarter_name = NULL;

  if (self.month != 0)
    return koyomi_month_format (get_first_day (self, session), language);
  if (kind->span == KOYOMI_REPORT_SPAN_YEAR)
    return g_steal_pointer (&year_name);

  quarter_name = koyomi_fiscal_year_format_quarter (year, self.quarter % 4 + 1, language);

  return g_strdup_printf ("%s %s", year_name, quarter_name);
}

/* A year can be told before it has begun: that is what its plan is for. The quarter that is shown stays what it is. */
static guint
list_years (KoyomiReportPeriod  shown,
            KoyomiReportPeriod  present,
            KoyomiReportPeriod *periods)
{
  int last = (present.quarter - KOYOMI_REPORT_QUARTERS + 1) / 4;
  guint n = 0;

  for (int year = present.quarter / 4 + 1; year >= last; year--)
    periods[n++] = (KoyomiReportPeriod) { year * 4 + shown.quarter % 4, 0 };

  return n;
}

/**
 * koyomi_report_period_list:
 * @shown: what is chosen so far
 * @periods: (out): those that are offered for such a report, room for %KOYOMI_MOST_REPORT_PERIODS
 *
 * Returns: how many they are
 */
guint
koyomi_report_period_list (KoyomiReportPeriod      shown,
                           const KoyomiReportKind *kind,
                           KoyomiSession          *session,
                           KoyomiReportPeriod     *periods)
{
  KoyomiReportPeriod present = koyomi_report_period_get_present (session);
  guint n = 0;

  if (kind->span == KOYOMI_REPORT_SPAN_MOMENT)
    {
      periods[0] = shown;
      return 1;
    }
  if (kind->span == KOYOMI_REPORT_SPAN_YEAR)
    return list_years (shown, present, periods);

  for (int i = 0; i < KOYOMI_REPORT_QUARTERS; i++)
    {
      periods[n++] = (KoyomiReportPeriod) { present.quarter - i, 0 };
      for (int month = 3; kind->has_months && month > 0; month--)
        if (get_first_day ((KoyomiReportPeriod) { present.quarter - i, month }, session) <= koyomi_day_today ())
          periods[n++] = (KoyomiReportPeriod) { present.quarter - i, month };
    }

  return n;
}
