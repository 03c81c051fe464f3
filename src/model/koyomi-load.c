#include "koyomi-load.h"

#include "koyomi-day.h"

#include <math.h>

/* Of the days from @first_day to @last_day; 0 when they are none. */
static guint
count_working_days (KoyomiWorkCalendar *calendar,
                    guint32             first_day,
                    guint32             last_day)
{
  guint n = 0;

  for (guint32 day = first_day; day <= last_day; day++)
    n += koyomi_work_calendar_is_business_day (calendar, day);

  return n;
}

static void
get_month (const KoyomiLoadYear *self,
           int                   month,
           guint32              *first_day,
           guint32              *last_day)
{
  *first_day = koyomi_fiscal_year_get_month_first (self->year, month);
  *last_day = koyomi_day_get_month_last (*first_day);
}

/* @calendar: must live as long */
void
koyomi_load_year_init (KoyomiLoadYear     *self,
                       KoyomiFiscalYear    year,
                       KoyomiWorkCalendar *calendar)
{
  guint sum = 0;

  self->year = year;
  self->calendar = calendar;
  for (int i = 0; i < 12; i++)
    {
      guint32 first_day, last_day;

      get_month (self, i, &first_day, &last_day);
      self->working_days[i] = count_working_days (calendar, first_day, last_day);
      sum += self->working_days[i];
    }
  self->mean = sum / 12.0;
}

/**
 * koyomi_load_year_spread:
 * @first_day: of a run
 * @last_day: counted in
 * @shares: (out caller-allocates): twelve of them
 *
 * Which share of the run falls on each month of the year: as much on each of its working days, and where it has none on each of its
 * days. What falls on other years is in no month, so that the shares of a run that reaches beyond the year come to less than 1.
 */
void
koyomi_load_year_spread (const KoyomiLoadYear *self,
                         guint32               first_day,
                         guint32               last_day,
                         double               *shares)
{
  guint n_days = count_working_days (self->calendar, first_day, last_day);

  for (int i = 0; i < 12; i++)
    {
      guint32 month_first, month_last;
      guint n_here;

      get_month (self, i, &month_first, &month_last);
      month_first = MAX (month_first, first_day);
      month_last = MIN (month_last, last_day);
      if (month_first > month_last)
        n_here = 0;
      else
        n_here = n_days > 0 ? count_working_days (self->calendar, month_first, month_last) : month_last - month_first + 1;

      shares[i] = (double) n_here / (n_days > 0 ? n_days : last_day - first_day + 1);
    }
}

/**
 * koyomi_load_year_capacity:
 * @capacity: person-days in a month of the usual length; NAN for unknown
 * @active_from: the team's first day; 0 for always
 * @active_to: the last; 0 for ever
 *
 * Returns: the person-days that a team has in the month, which are more in a month of many working days and fewer in one of holidays
 */
double
koyomi_load_year_capacity (const KoyomiLoadYear *self,
                           int                   month,
                           double                capacity,
                           guint32               active_from,
                           guint32               active_to)
{
  guint32 first_day, last_day;

  if (isnan (capacity) || self->mean <= 0)
    return NAN;

  get_month (self, month, &first_day, &last_day);
  first_day = MAX (first_day, active_from);
  if (active_to != KOYOMI_DAY_NONE)
    last_day = MIN (last_day, active_to);

  return capacity * count_working_days (self->calendar, first_day, last_day) / self->mean;
}

double
koyomi_load_cell_get_days (const KoyomiLoadCell *self)
{
  return self->planned + self->routine;
}

/* 1 when the month is full; NAN while the capacity is not known, infinite when there is none but something to do. */
double
koyomi_load_cell_get_share (const KoyomiLoadCell *self)
{
  double days = koyomi_load_cell_get_days (self);

  if (isnan (self->capacity))
    return NAN;

  return days > 0 ? days / self->capacity : 0;
}

/* Over, not full to the last hour: shares come from division. */
gboolean
koyomi_load_cell_is_over (const KoyomiLoadCell *self)
{
  return koyomi_load_cell_get_share (self) > 1 + 1e-9;
}
