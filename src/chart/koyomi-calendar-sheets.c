#include "koyomi-calendar-sheets.h"

#include "koyomi-calendar-paint.h"

struct _KoyomiCalendarSheets
{
  GPtrArray *layouts;   /* (element-type KoyomiCalendarLayout), from the first days to the last */
  guint      n_pages;
};

/* The first day of a part; parts hold whole months, about as many each. */
static guint32
find_part (KoyomiCalendar *calendar,
           guint           part,
           guint           n_parts)
{
  int first = koyomi_fiscal_year_get_month_index (calendar->year, calendar->first_day);
  int last = koyomi_fiscal_year_get_month_index (calendar->year, calendar->last_day);

  if (part == 0)
    return calendar->first_day;
  if (part == n_parts)
    return calendar->last_day + 1;

  return koyomi_fiscal_year_get_month_first (calendar->year, first + (last - first + 1) * part / n_parts);
}

static guint
limit_parts (KoyomiCalendar *calendar,
             guint           n_across)
{
  guint n_months = koyomi_fiscal_year_get_month_index (calendar->year, calendar->last_day) -
                   koyomi_fiscal_year_get_month_index (calendar->year, calendar->first_day) + 1;

  return CLAMP (n_across, 1, n_months);
}

static void
number_pages (KoyomiCalendarSheets *self)
{
  for (guint i = 0; i < self->layouts->len; i++)
    {
      KoyomiCalendarLayout *layout = g_ptr_array_index (self->layouts, i);

      layout->first_number = self->n_pages;
      self->n_pages += layout->pages->len;
    }

  for (guint i = 0; i < self->layouts->len; i++)
    ((KoyomiCalendarLayout *) g_ptr_array_index (self->layouts, i))->n_numbers = self->n_pages;
}

/**
 * koyomi_calendar_sheets_new:
 * @width: of a sheet, in points
 * @n_across: how many sheets its days take, when they are so many months
 */
KoyomiCalendarSheets *
koyomi_calendar_sheets_new (KoyomiCalendar *calendar,
                            double          width,
                            double          height,
                            guint           n_across)
{
  KoyomiCalendarSheets *self;
  guint n_parts;

  g_return_val_if_fail (KOYOMI_IS_CALENDAR (calendar), NULL);

  self = g_new0 (KoyomiCalendarSheets, 1);
  self->layouts = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_calendar_layout_free);
  n_parts = limit_parts (calendar, n_across);
  for (guint i = 0; i < n_parts; i++)
    g_ptr_array_add (self->layouts, koyomi_calendar_layout_new_part (calendar, find_part (calendar, i, n_parts),
                                                                     find_part (calendar, i + 1, n_parts) - 1, width, height));
  number_pages (self);

  return self;
}

void
koyomi_calendar_sheets_free (KoyomiCalendarSheets *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->layouts);
  g_free (self);
}

guint
koyomi_calendar_sheets_get_n_pages (const KoyomiCalendarSheets *self)
{
  return self->n_pages;
}

/**
 * koyomi_calendar_sheets_find_layout:
 * @number: (out): which of its pages it is
 *
 * Returns: (transfer none): the layout that @page belongs to
 */
KoyomiCalendarLayout *
koyomi_calendar_sheets_find_layout (const KoyomiCalendarSheets *self,
                                    guint                       page,
                                    guint                      *number)
{
  KoyomiCalendarLayout *layout = NULL;

  g_return_val_if_fail (page < self->n_pages, NULL);

  for (guint i = 0; i < self->layouts->len; i++)
    {
      layout = g_ptr_array_index (self->layouts, i);
      if (page < layout->first_number + layout->pages->len)
        break;
    }
  *number = page - layout->first_number;

  return layout;
}

/* As koyomi_calendar_paint_page(). */
void
koyomi_calendar_sheets_paint (const KoyomiCalendarSheets *self,
                              guint                       page,
                              KoyomiChartPalette          palette,
                              cairo_t                    *cr)
{
  guint number = 0;
  KoyomiCalendarLayout *layout = koyomi_calendar_sheets_find_layout (self, page, &number);

  koyomi_calendar_paint_page (layout, number, palette, cr);
}
