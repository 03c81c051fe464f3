#include "koyomi-work-calendar.h"

#include "koyomi-day.h"
#include "koyomi-holidays.h"

#include <string.h>

/* How far the next business day is looked for. */
#define MAX_DISTANCE 400

/* Days that the company has declared off, or working. Ranges of one kind do not overlap here. */
typedef struct
{
  guint32  first_day;
  guint32  last_day;
  char    *name;      /* "" where the company gave none */
} Range;

struct _KoyomiWorkCalendar
{
  GObject  parent_instance;

  GArray  *ranges[2];   /* (element-type Range), by KoyomiDayOffKind, each sorted by day */
};

G_DEFINE_FINAL_TYPE (KoyomiWorkCalendar, koyomi_work_calendar, G_TYPE_OBJECT)

static void
clear_range (gpointer data)
{
  Range *range = data;

  g_free (range->name);
}

static int
compare_ranges (gconstpointer a,
                gconstpointer b)
{
  const Range *x = a;
  const Range *y = b;

  return (x->first_day > y->first_day) - (x->first_day < y->first_day);
}

/* Sorts the ranges and cuts those that overlap: a day belongs to the range that begins first. */
static GArray *
flatten (GArray *ranges)
{
  GArray *flat = g_array_new (FALSE, FALSE, sizeof (Range));
  guint32 covered = 0;

  g_array_set_clear_func (flat, clear_range);
  g_array_sort (ranges, compare_ranges);

  for (guint i = 0; i < ranges->len; i++)
    {
      const Range *range = &g_array_index (ranges, Range, i);
      Range piece = { MAX (range->first_day, covered + 1), range->last_day, NULL };

      if (piece.first_day > piece.last_day)
        continue;

      piece.name = g_strdup (range->name);
      g_array_append_val (flat, piece);
      covered = piece.last_day;
    }

  return flat;
}

static const Range *
find_range (GArray  *ranges,
            guint32  day)
{
  guint low = 0;
  guint high = ranges->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const Range *range = &g_array_index (ranges, Range, middle);

      if (day < range->first_day)
        high = middle;
      else if (day > range->last_day)
        low = middle + 1;
      else
        return range;
    }

  return NULL;
}

static void
koyomi_work_calendar_finalize (GObject *object)
{
  KoyomiWorkCalendar *self = KOYOMI_WORK_CALENDAR (object);

  for (guint kind = 0; kind < G_N_ELEMENTS (self->ranges); kind++)
    g_clear_pointer (&self->ranges[kind], g_array_unref);

  G_OBJECT_CLASS (koyomi_work_calendar_parent_class)->finalize (object);
}

static void
koyomi_work_calendar_class_init (KoyomiWorkCalendarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = koyomi_work_calendar_finalize;
}

static void
koyomi_work_calendar_init (KoyomiWorkCalendar *self)
{
}

/* Names are in the language that the records are in. A row that ends before it begins counts for nothing. */
KoyomiWorkCalendar *
koyomi_work_calendar_new (GPtrArray *days_off)
{
  KoyomiWorkCalendar *self = g_object_new (KOYOMI_TYPE_WORK_CALENDAR, NULL);

  for (guint kind = 0; kind < G_N_ELEMENTS (self->ranges); kind++)
    {
      g_autoptr(GArray) ranges = g_array_new (FALSE, FALSE, sizeof (Range));

      g_array_set_clear_func (ranges, clear_range);

      for (guint i = 0; days_off != NULL && i < days_off->len; i++)
        {
          KoyomiRecord *record = g_ptr_array_index (days_off, i);
          Range range = {
            koyomi_record_get_day (record, KOYOMI_DAY_OFF_FIRST_DAY),
            koyomi_record_get_day (record, KOYOMI_DAY_OFF_LAST_DAY),
            NULL,
          };

          if (koyomi_record_get_int (record, KOYOMI_DAY_OFF_KIND) != kind || range.first_day == KOYOMI_DAY_NONE)
            continue;

          range.name = g_strdup (koyomi_record_get_text (record, KOYOMI_DAY_OFF_NAME));
          g_array_append_val (ranges, range);
        }

      self->ranges[kind] = flatten (ranges);
    }

  return self;
}

gboolean
koyomi_work_calendar_is_business_day (KoyomiWorkCalendar *self,
                                      guint32             day)
{
  g_return_val_if_fail (KOYOMI_IS_WORK_CALENDAR (self), FALSE);

  if (find_range (self->ranges[KOYOMI_DAY_OFF_KIND_WORKING], day) != NULL)
    return TRUE;

  return koyomi_day_get_weekday (day) <= 5 && !koyomi_holidays_contains (day) &&
         find_range (self->ranges[KOYOMI_DAY_OFF_KIND_OFF], day) == NULL;
}

/**
 * koyomi_work_calendar_get_name:
 *
 * What the company calls the day, whether it declared it off or working; else the public holiday's name.
 *
 * Returns: (nullable): the name, valid as long as the calendar; NULL for an ordinary day or weekend
 */
const char *
koyomi_work_calendar_get_name (KoyomiWorkCalendar *self,
                               guint32             day,
                               KoyomiLanguage      language)
{
  const Range *off, *working;
  const char *holiday;

  g_return_val_if_fail (KOYOMI_IS_WORK_CALENDAR (self), NULL);

  working = find_range (self->ranges[KOYOMI_DAY_OFF_KIND_WORKING], day);
  if (working != NULL && *working->name != '\0')
    return working->name;

  off = find_range (self->ranges[KOYOMI_DAY_OFF_KIND_OFF], day);
  if (off != NULL && *off->name != '\0')
    return off->name;

  if ((holiday = koyomi_holidays_get_name (day, language)) != NULL)
    return holiday;

  if (working != NULL)
    return koyomi_tr (language, N_("Working day"));

  return off != NULL ? koyomi_tr (language, N_("Day off")) : NULL;
}

/* The business day on or after @day; %KOYOMI_DAY_NONE when there is none within 400 days. */
guint32
koyomi_work_calendar_get_next (KoyomiWorkCalendar *self,
                               guint32             day)
{
  g_return_val_if_fail (KOYOMI_IS_WORK_CALENDAR (self), KOYOMI_DAY_NONE);
  g_return_val_if_fail (day != KOYOMI_DAY_NONE, KOYOMI_DAY_NONE);

  for (guint32 next = day; next <= KOYOMI_DAY_LAST && next - day <= MAX_DISTANCE; next++)
    if (koyomi_work_calendar_is_business_day (self, next))
      return next;

  return KOYOMI_DAY_NONE;
}

/* The business day on or before @day; %KOYOMI_DAY_NONE when there is none within 400 days. */
guint32
koyomi_work_calendar_get_previous (KoyomiWorkCalendar *self,
                                   guint32             day)
{
  g_return_val_if_fail (KOYOMI_IS_WORK_CALENDAR (self), KOYOMI_DAY_NONE);
  g_return_val_if_fail (day != KOYOMI_DAY_NONE, KOYOMI_DAY_NONE);

  for (guint32 previous = day; previous != KOYOMI_DAY_NONE && day - previous <= MAX_DISTANCE; previous--)
    if (koyomi_work_calendar_is_business_day (self, previous))
      return previous;

  return KOYOMI_DAY_NONE;
}

/* The @n-th business day from @first_day to @last_day, counted from the end when @n is negative; %KOYOMI_DAY_NONE when
 * there are fewer. */
guint32
koyomi_work_calendar_get_nth (KoyomiWorkCalendar *self,
                              guint32             first_day,
                              guint32             last_day,
                              int                 n)
{
  int step = n < 0 ? -1 : 1;
  int left = ABS (n);

  g_return_val_if_fail (KOYOMI_IS_WORK_CALENDAR (self), KOYOMI_DAY_NONE);
  g_return_val_if_fail (first_day != KOYOMI_DAY_NONE, KOYOMI_DAY_NONE);

  if (n == 0)
    return KOYOMI_DAY_NONE;

  for (guint32 day = n > 0 ? first_day : last_day; day >= first_day && day <= last_day; day += step)
    if (koyomi_work_calendar_is_business_day (self, day) && --left == 0)
      return day;

  return KOYOMI_DAY_NONE;
}
