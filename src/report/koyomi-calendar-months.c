#include "koyomi-calendar-months-private.h"

#include "koyomi-day.h"

#include <string.h>

/* The first day of each month, and the one after the year. */
typedef struct
{
  guint32 days[KOYOMI_MONTHS + 1];
} Months;

static void
init_months (Months           *self,
             KoyomiFiscalYear  year)
{
  for (guint i = 0; i <= KOYOMI_MONTHS; i++)
    self->days[i] = koyomi_fiscal_year_get_month_first (year, i);
}

/* A day before the year counts as its first, one after it as its last. */
static guint
get_month (const Months *months,
           guint32       day)
{
  guint month = 0;

  while (month + 1 < KOYOMI_MONTHS && months->days[month + 1] <= day)
    month++;

  return month;
}

static gboolean
touches_year (const Months *months,
              guint32       first_day,
              guint32       last_day)
{
  return first_day < months->days[KOYOMI_MONTHS] && last_day >= months->days[0];
}

static void
add_span (GArray          *spans,
          const KoyomiBar *bar,
          const Months    *months,
          gboolean         is_ghost)
{
  KoyomiMonthSpan span = { .bar = bar, .is_ghost = is_ghost };

  span.first = get_month (months, is_ghost ? bar->original_first : bar->first_day);
  span.last = get_month (months, is_ghost ? bar->original_last : bar->last_day);
  g_array_append_val (spans, span);
}

/* A run that was moved within its months leaves nothing behind. */
static gboolean
has_ghost (const KoyomiBar *bar,
           const Months    *months)
{
  if (bar->original_first == KOYOMI_DAY_NONE || !touches_year (months, bar->original_first, bar->original_last) ||
      (bar->original_first == bar->first_day && bar->original_last == bar->last_day))
    return FALSE;

  return get_month (months, bar->original_first) != get_month (months, bar->first_day) ||
         get_month (months, bar->original_last) != get_month (months, bar->last_day);
}

/* Runs come before ghosts, which may take what is left; else by month, the longer first. g_array_sort() keeps the order of days. */
static int
compare_to_place (gconstpointer a,
                  gconstpointer b)
{
  const KoyomiMonthSpan *left = a;
  const KoyomiMonthSpan *right = b;

  if (left->is_ghost != right->is_ghost)
    return left->is_ghost ? 1 : -1;
  if (left->first != right->first)
    return left->first < right->first ? -1 : 1;
  if (left->last != right->last)
    return left->last > right->last ? -1 : 1;

  return 0;
}

static int
compare_to_write (gconstpointer a,
                  gconstpointer b)
{
  const KoyomiMonthSpan *left = a;
  const KoyomiMonthSpan *right = b;

  if (left->lane != right->lane)
    return left->lane < right->lane ? -1 : 1;

  return left->first < right->first ? -1 : 1;
}

/* Gives each span the first lane with room, or @limit when there is none. Returns: whether every run got one */
static gboolean
place (KoyomiMonthLanes *self,
       guint             limit)
{
  guint taken[KOYOMI_MOST_LANES] = { 0 };   /* a bit a month */
  gboolean all = TRUE;

  self->n_lanes = 1;
  for (guint i = 0; i < self->spans->len; i++)
    {
      KoyomiMonthSpan *span = &g_array_index (self->spans, KoyomiMonthSpan, i);
      guint months = (2u << span->last) - (1u << span->first);

      for (span->lane = 0; span->lane < limit; span->lane++)
        if ((taken[span->lane] & months) == 0)
          break;

      if (span->lane < limit)
        {
          taken[span->lane] |= months;
          self->n_lanes = MAX (self->n_lanes, span->lane + 1);
        }
      else
        all = all && span->is_ghost;
    }

  return all;
}

static void
count_more (KoyomiMonthLanes *self)
{
  for (guint i = 0; i < self->spans->len; i++)
    {
      const KoyomiMonthSpan *span = &g_array_index (self->spans, KoyomiMonthSpan, i);

      if (span->is_ghost || span->lane < KOYOMI_MOST_LANES - 1)
        continue;

      for (guint month = span->first; month <= span->last; month++)
        {
          KoyomiState *worst = &self->worst[month];

          if (self->n_more[month] == 0 || koyomi_state_get_priority (span->bar->state) > koyomi_state_get_priority (*worst))
            *worst = span->bar->state;
          self->n_more[month]++;
        }
    }
}

static void
drop_unplaced (KoyomiMonthLanes *self)
{
  guint kept = 0;

  for (guint i = 0; i < self->spans->len; i++)
    {
      KoyomiMonthSpan *span = &g_array_index (self->spans, KoyomiMonthSpan, i);

      if (span->lane < (self->has_more ? KOYOMI_MOST_LANES - 1 : KOYOMI_MOST_LANES))
        g_array_index (self->spans, KoyomiMonthSpan, kept++) = *span;
    }

  g_array_set_size (self->spans, kept);
}

/**
 * _koyomi_month_lanes_init:
 * @row: with its bars in their order; they must outlive the lanes
 *
 * The same bars always get the same lanes.
 */
void
_koyomi_month_lanes_init (KoyomiMonthLanes  *self,
                          KoyomiCalendarRow *row,
                          KoyomiFiscalYear   year)
{
  Months months;

  memset (self, 0, sizeof *self);
  init_months (&months, year);
  self->spans = g_array_new (FALSE, FALSE, sizeof (KoyomiMonthSpan));

  for (guint i = 0; i < row->bars->len; i++)
    {
      const KoyomiBar *bar = &g_array_index (row->bars, KoyomiBar, i);

      if (!touches_year (&months, bar->first_day, bar->last_day))
        continue;

      add_span (self->spans, bar, &months, FALSE);
      if (has_ghost (bar, &months))
        add_span (self->spans, bar, &months, TRUE);
    }

  g_array_sort (self->spans, compare_to_place);
  if (!place (self, KOYOMI_MOST_LANES))
    {
      place (self, KOYOMI_MOST_LANES - 1);
      self->has_more = TRUE;
      self->n_lanes = KOYOMI_MOST_LANES;
      count_more (self);
    }

  drop_unplaced (self);
  g_array_sort (self->spans, compare_to_write);
}

void
_koyomi_month_lanes_clear (KoyomiMonthLanes *self)
{
  g_clear_pointer (&self->spans, g_array_unref);
}
