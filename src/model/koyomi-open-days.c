#include "koyomi-open-days.h"

#include "koyomi-day.h"
#include "koyomi-holidays.h"

/* How far the next open day is looked for. */
#define MAX_DISTANCE 400

#define SATURDAY 6

/* The federal holidays of the United States, 5 U.S.C. 6103. */
static const struct
{
  int month;
  int day;       /* 0: the @nth @weekday, -1 for the last */
  int weekday;   /* ISO: 1 is Monday */
  int nth;
} federal_holidays[] = {
  { .month = 1, .day = 1 },
  { .month = 1, .weekday = 1, .nth = 3 },
  { .month = 2, .weekday = 1, .nth = 3 },
  { .month = 5, .weekday = 1, .nth = -1 },
  { .month = 6, .day = 19 },
  { .month = 7, .day = 4 },
  { .month = 9, .weekday = 1, .nth = 1 },
  { .month = 10, .weekday = 1, .nth = 2 },
  { .month = 11, .day = 11 },
  { .month = 11, .weekday = 4, .nth = 4 },
  { .month = 12, .day = 25 },
};

/* Whose days a duty goes by: “US-NY” is of the USA. What is of no country, such as a rule of the company, goes by the company's. */
KoyomiOpenDays
koyomi_open_days_of (const char *jurisdiction)
{
  static const struct
  {
    const char     *code;
    KoyomiOpenDays  days;
  } codes[] = {
    { "JP", KOYOMI_OPEN_DAYS_JAPAN },
    { "EU", KOYOMI_OPEN_DAYS_EU },
    { "US", KOYOMI_OPEN_DAYS_USA },
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_str_has_prefix (jurisdiction, codes[i].code) && (jurisdiction[2] == '\0' || jurisdiction[2] == '-'))
      return codes[i].days;

  return KOYOMI_OPEN_DAYS_COMPANY;
}

static gboolean
is_year_end (guint32 day)
{
  int year, month, day_of_month;

  koyomi_day_get (day, &year, &month, &day_of_month);

  return (month == 12 && day_of_month >= 29) || (month == 1 && day_of_month <= 3);
}

static gboolean
is_common_bank_holiday (guint32 day)
{
  int year, month, day_of_month;

  koyomi_day_get (day, &year, &month, &day_of_month);

  return (month == 1 && day_of_month == 1) || (month == 12 && day_of_month == 25);
}

static gboolean
is_federal_date (guint32 day)
{
  int year, month, day_of_month;

  koyomi_day_get (day, &year, &month, &day_of_month);

  for (guint i = 0; i < G_N_ELEMENTS (federal_holidays); i++)
    {
      if (federal_holidays[i].month != month)
        continue;

      if (federal_holidays[i].day != 0)
        {
          if (federal_holidays[i].day == day_of_month)
            return TRUE;
        }
      else if (koyomi_day_get_weekday (day) == federal_holidays[i].weekday &&
               (federal_holidays[i].nth < 0 ? day + 7 > koyomi_day_get_month_last (day)
                                            : (day_of_month + 6) / 7 == federal_holidays[i].nth))
        return TRUE;
    }

  return FALSE;
}

/* One on a Saturday is kept on the Friday before, one on a Sunday on the Monday after. */
static gboolean
is_federal_holiday (guint32 day)
{
  int weekday = koyomi_day_get_weekday (day);

  return is_federal_date (day) || (weekday == 5 && is_federal_date (day + 1)) || (weekday == 1 && is_federal_date (day - 1));
}

/* @company is asked for the company's own days only. */
gboolean
koyomi_open_days_contain (KoyomiOpenDays      self,
                          KoyomiWorkCalendar *company,
                          guint32             day)
{
  gboolean weekend = koyomi_day_get_weekday (day) >= SATURDAY;

  switch (self)
    {
    case KOYOMI_OPEN_DAYS_JAPAN:
      return !weekend && !koyomi_holidays_contains (day) && !is_year_end (day);

    case KOYOMI_OPEN_DAYS_EU:
      return !weekend && !is_common_bank_holiday (day);

    case KOYOMI_OPEN_DAYS_USA:
      return !weekend && !is_federal_holiday (day);

    case KOYOMI_OPEN_DAYS_COMPANY:
    default:
      return koyomi_work_calendar_is_business_day (company, day);
    }
}

/* The open day on or after @day; %KOYOMI_DAY_NONE when there is none within 400 days. */
guint32
koyomi_open_days_get_next (KoyomiOpenDays      self,
                           KoyomiWorkCalendar *company,
                           guint32             day)
{
  for (guint32 next = day; next < KOYOMI_DAY_LAST && next - day <= MAX_DISTANCE; next++)
    if (koyomi_open_days_contain (self, company, next))
      return next;

  return KOYOMI_DAY_NONE;
}

/* The @n-th open day after @day, which itself does not count. */
guint32
koyomi_open_days_add (KoyomiOpenDays      self,
                      KoyomiWorkCalendar *company,
                      guint32             day,
                      guint               n)
{
  for (guint i = 0; i < n && day != KOYOMI_DAY_NONE; i++)
    day = koyomi_open_days_get_next (self, company, day + 1);

  return day;
}
