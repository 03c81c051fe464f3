#include "koyomi-fiscal-year.h"

#include "koyomi-day.h"

static const char *month_labels[] = {
  N_("Jan"),
  N_("Feb"),
  N_("Mar"),
  N_("Apr"),
  N_("May"),
  N_("Jun"),
  N_("Jul"),
  N_("Aug"),
  N_("Sep"),
  N_("Oct"),
  N_("Nov"),
  N_("Dec"),
};

/* The fiscal year that @day lies in, when years begin in @start_month. */
KoyomiFiscalYear
koyomi_fiscal_year_of_day (guint32 day,
                           int     start_month)
{
  KoyomiFiscalYear self = { 0, start_month };
  int month;

  g_return_val_if_fail (start_month >= 1 && start_month <= 12, self);

  koyomi_day_get (day, &self.year, &month, NULL);
  if (month < start_month)
    self.year--;

  return self;
}

guint32
koyomi_fiscal_year_get_first_day (KoyomiFiscalYear self)
{
  return koyomi_day_new (self.year, self.start_month, 1);
}

guint32
koyomi_fiscal_year_get_last_day (KoyomiFiscalYear self)
{
  return koyomi_day_get_month_last (koyomi_fiscal_year_get_month_first (self, 11));
}

/* The first day of the month @index, from 0; 12 is the first day after the year. */
guint32
koyomi_fiscal_year_get_month_first (KoyomiFiscalYear self,
                                    int              index)
{
  int month;

  g_return_val_if_fail (index >= 0 && index <= 12, KOYOMI_DAY_NONE);

  month = self.start_month - 1 + index;

  return koyomi_day_new (self.year + month / 12, month % 12 + 1, 1);
}

/* Returns: 0 to 11, or -1 for a day outside the year. */
int
koyomi_fiscal_year_get_month_index (KoyomiFiscalYear self,
                                    guint32          day)
{
  int year, month, index;

  koyomi_day_get (day, &year, &month, NULL);
  index = (year - self.year) * 12 + month - self.start_month;

  return index >= 0 && index < 12 ? index : -1;
}

/* Returns: 1 to 4, or 0 for a day outside the year. */
int
koyomi_fiscal_year_get_quarter (KoyomiFiscalYear self,
                                guint32          day)
{
  int index = koyomi_fiscal_year_get_month_index (self, day);

  return index >= 0 ? index / 3 + 1 : 0;
}

/* Returns: (transfer full): 2026年度 or FY2026 */
char *
koyomi_fiscal_year_format (KoyomiFiscalYear self,
                           KoyomiLanguage   language)
{
  /* Translators: a fiscal year by the calendar year it begins in */
  return g_strdup_printf (koyomi_tr (language, N_("FY%d")), self.year);
}

/* Returns: (transfer full): 第1四半期 or Q1 */
char *
koyomi_fiscal_year_format_quarter (KoyomiFiscalYear self,
                                   int              quarter,
                                   KoyomiLanguage   language)
{
  /* Translators: a quarter of the fiscal year, 1 to 4 */
  return g_strdup_printf (koyomi_tr (language, N_("Q%d")), quarter);
}

/* @index: from 0, the first month of the fiscal year
 * Returns: (transfer full): 4月 or Apr */
char *
koyomi_fiscal_year_format_month (KoyomiFiscalYear self,
                                 int              index,
                                 KoyomiLanguage   language)
{
  g_return_val_if_fail (index >= 0 && index < 12, NULL);

  return g_strdup (koyomi_tr (language, month_labels[(self.start_month - 1 + index) % 12]));
}

/* Returns: (transfer full): the month that the day is in, such as Jun 2026 or 2026年6月 */
char *
koyomi_month_format (guint32        day,
                     KoyomiLanguage language)
{
  int year, month, day_of_month;

  koyomi_day_get (day, &year, &month, &day_of_month);

  /* Translators: the name of a month and its year, such as Oct 2026 */
  return g_strdup_printf (koyomi_tr (language, N_("%s %d")), koyomi_tr (language, month_labels[month - 1]), year);
}
