#include "koyomi-calendar-layout-private.h"

#include "koyomi-chart-style.h"
#include "koyomi-day.h"

#define M (&koyomi_chart_measures)

/* What a heading stands for. */
typedef enum
{
  UNIT_QUARTER,
  UNIT_MONTH,
  UNIT_WEEK,
  UNIT_DAY,
} Unit;

/* The two lines of headings, by the least width of a day. */
static const struct
{
  Unit upper;
  Unit lower;
} pairs[] = {
  { UNIT_QUARTER, UNIT_MONTH },
  { UNIT_MONTH, UNIT_WEEK },
  { UNIT_MONTH, UNIT_DAY },
};

static guint
choose_pair (KoyomiCalendarLayout *self)
{
  double day_width = koyomi_calendar_layout_day_to_x (self, self->first_day + 1) - self->left;

  return day_width >= M->day_head_width ? 2 : day_width >= M->week_day_width ? 1 : 0;
}

/* The last day of the unit that @day is in. */
static guint32
find_end (KoyomiCalendarLayout *self,
          Unit                  unit,
          guint32               day)
{
  int month = koyomi_fiscal_year_get_month_index (self->calendar->year, day);

  switch (unit)
    {
    case UNIT_QUARTER:
      return koyomi_fiscal_year_get_month_first (self->calendar->year, month - month % 3 + 3) - 1;
    case UNIT_MONTH:
      return koyomi_fiscal_year_get_month_first (self->calendar->year, month + 1) - 1;
    case UNIT_WEEK:
      return day + 7 - koyomi_day_get_weekday (day);
    case UNIT_DAY:
    default:
      return day;
    }
}

static char *
format_quarter (KoyomiCalendarLayout *self,
                guint32               day,
                gboolean              is_now)
{
  KoyomiCalendar *calendar = self->calendar;
  g_autofree char *name = koyomi_fiscal_year_format_quarter (calendar->year, koyomi_fiscal_year_get_quarter (calendar->year, day),
                                                             calendar->language);

  if (!is_now)
    return g_steal_pointer (&name);

  /* Translators: %s is a quarter of a fiscal year */
  return g_strdup_printf (koyomi_tr (calendar->language, "%s (current)"), name);
}

/* @with_year: else the year stands beside it where it begins */
static char *
format_month (KoyomiCalendarLayout *self,
              guint32               day,
              gboolean              with_year)
{
  KoyomiCalendar *calendar = self->calendar;
  int index = koyomi_fiscal_year_get_month_index (calendar->year, day);

  return with_year ? koyomi_month_format (day, calendar->language)
                   : koyomi_fiscal_year_format_month (calendar->year, index, calendar->language);
}

static char *
format_head (KoyomiCalendarLayout *self,
             Unit                  unit,
             gboolean              is_upper,
             guint32               day,
             gboolean              is_now)
{
  int month, number;

  koyomi_day_get (day, NULL, &month, &number);

  switch (unit)
    {
    case UNIT_QUARTER:
      return format_quarter (self, day, is_now);
    case UNIT_MONTH:
      return format_month (self, day, is_upper);
    case UNIT_WEEK:
      return g_strdup_printf ("%d/%d", month, number);
    case UNIT_DAY:
    default:
      return g_strdup_printf ("%d", number);
    }
}

/* Beside the first month and each January. */
static char *
format_year (KoyomiCalendarLayout *self,
             Unit                  unit,
             gboolean              is_upper,
             guint32               day)
{
  int year, month;

  koyomi_day_get (day, &year, &month, NULL);
  if (unit != UNIT_MONTH || is_upper || (day != self->first_day && month != 1))
    return g_strdup ("");

  return g_strdup_printf ("%d", year);
}

/* A text that does not fit would be cut to nothing but dots. */
static void
drop_wide_text (KoyomiCalendarLayout *self,
                KoyomiCalendarHead   *head,
                KoyomiChartTextFlags  flags)
{
  if (koyomi_chart_text_get_width (self->text, head->text, M->head_size, flags) <= head->rect.width)
    return;

  g_free (head->text);
  head->text = g_strdup ("");
}

static void
add_heads (KoyomiCalendarLayout *self,
           Unit                  unit,
           gboolean              is_upper)
{
  double y = is_upper ? self->quarter_y : self->month_y;
  double height = is_upper ? M->quarter_height : M->month_height;

  for (guint32 day = self->first_day; day <= self->last_day;)
    {
      guint32 end = MIN (find_end (self, unit, day), self->last_day);
      double x = koyomi_calendar_layout_day_to_x (self, day);
      KoyomiCalendarHead head = { .first_day = day };

      head.is_now = is_upper && self->calendar->today >= day && self->calendar->today <= end;
      head.rect = (KoyomiRect) { x, y, koyomi_calendar_layout_day_to_x (self, end + 1) - x, height };
      head.text = format_head (self, unit, is_upper, day, head.is_now);
      head.year = format_year (self, unit, is_upper, day);
      drop_wide_text (self, &head, is_upper ? KOYOMI_CHART_TEXT_BOLD : 0);
      g_array_append_val (is_upper ? self->upper_heads : self->lower_heads, head);
      day = end + 1;
    }
}

/* Quarters and months; of a few months with its weeks or days. */
void
_koyomi_calendar_layout_make_heads (KoyomiCalendarLayout *self)
{
  guint pair = choose_pair (self);

  g_array_set_size (self->upper_heads, 0);
  g_array_set_size (self->lower_heads, 0);
  add_heads (self, pairs[pair].upper, TRUE);
  add_heads (self, pairs[pair].lower, FALSE);
}
