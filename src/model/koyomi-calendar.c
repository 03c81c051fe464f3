#include "koyomi-calendar.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (KoyomiCalendarRow, koyomi_calendar_row, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (KoyomiCalendar, koyomi_calendar, G_TYPE_OBJECT)

/* A run of fewer days takes as much room in its lane as one of these, because a chart draws it wider than its days. A diamond
 * stands in the middle of its days and reaches as far to the left as to the right. */
#define SHORTEST_SPAN 6
#define DIAMOND_REACH 3

static void
clear_bar (gpointer data)
{
  g_clear_pointer (&((KoyomiBar *) data)->title, g_free);
}

static void
clear_band (gpointer data)
{
  g_clear_pointer (&((KoyomiBand *) data)->title, g_free);
}

static void
clear_milestone (gpointer data)
{
  KoyomiMilestone *self = data;

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->committee, g_free);
}

static void
koyomi_calendar_row_finalize (GObject *object)
{
  KoyomiCalendarRow *self = KOYOMI_CALENDAR_ROW (object);

  g_clear_object (&self->group);
  g_clear_object (&self->function);
  g_clear_pointer (&self->team, g_free);
  g_clear_pointer (&self->team_ids, g_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS (self->duties); i++)
    g_clear_pointer (&self->duties[i], g_ptr_array_unref);
  g_clear_pointer (&self->bars, g_array_unref);
  g_clear_pointer (&self->bands, g_array_unref);

  G_OBJECT_CLASS (koyomi_calendar_row_parent_class)->finalize (object);
}

static void
koyomi_calendar_row_class_init (KoyomiCalendarRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = koyomi_calendar_row_finalize;
}

static void
koyomi_calendar_row_init (KoyomiCalendarRow *self)
{
  self->team = g_strdup ("");
  self->team_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < G_N_ELEMENTS (self->duties); i++)
    self->duties[i] = g_ptr_array_new_with_free_func (g_free);
  self->bars = g_array_new (FALSE, TRUE, sizeof (KoyomiBar));
  g_array_set_clear_func (self->bars, clear_bar);
  self->bands = g_array_new (FALSE, TRUE, sizeof (KoyomiBand));
  g_array_set_clear_func (self->bands, clear_band);
  self->n_lanes = 1;
}

/* An empty line. Both records are kept. */
KoyomiCalendarRow *
koyomi_calendar_row_new (KoyomiRecord *group,
                         KoyomiRecord *function)
{
  KoyomiCalendarRow *self = g_object_new (KOYOMI_TYPE_CALENDAR_ROW, NULL);

  self->group = g_object_ref (group);
  self->function = g_object_ref (function);

  return self;
}

/* Returns: (transfer none): a bar to fill in, all else but its title 0; valid until the next one is added */
KoyomiBar *
koyomi_calendar_row_add (KoyomiCalendarRow *self,
                         const char        *title)
{
  KoyomiBar bar = { .title = g_strdup (title) };

  g_return_val_if_fail (KOYOMI_IS_CALENDAR_ROW (self), NULL);

  g_array_append_val (self->bars, bar);

  return &g_array_index (self->bars, KoyomiBar, self->bars->len - 1);
}

/* Returns: (transfer none): the year of a routine duty of which nothing was attested yet; valid until the next one is added */
KoyomiBand *
koyomi_calendar_row_add_band (KoyomiCalendarRow *self,
                              gint64             duty_id,
                              const char        *title)
{
  KoyomiBand band = { .duty_id = duty_id, .title = g_strdup (title) };

  g_return_val_if_fail (KOYOMI_IS_CALENDAR_ROW (self), NULL);

  g_array_append_val (self->bands, band);

  return &g_array_index (self->bands, KoyomiBand, self->bands->len - 1);
}

static int
compare_bars (gconstpointer a,
              gconstpointer b)
{
  const KoyomiBar *left = a;
  const KoyomiBar *right = b;

  if (left->first_day != right->first_day)
    return left->first_day < right->first_day ? -1 : 1;
  if (left->last_day != right->last_day)
    return left->last_day > right->last_day ? -1 : 1;
  if (left->occurrence_id != right->occurrence_id)
    return left->occurrence_id < right->occurrence_id ? -1 : 1;

  return g_strcmp0 (left->title, right->title);
}

/* The days that a bar keeps free of others in its lane. */
static void
get_span (const KoyomiBar *bar,
          guint32         *first_day,
          guint32         *last_day)
{
  guint32 middle = bar->first_day + (bar->last_day - bar->first_day) / 2;

  if (bar->kind == KOYOMI_ACTIVITY_KIND_TASK)
    {
      *first_day = bar->first_day;
      *last_day = MAX (bar->last_day, bar->first_day + SHORTEST_SPAN - 1);
    }
  else
    {
      *first_day = MIN (bar->first_day, middle - DIAMOND_REACH);
      *last_day = MAX (bar->last_day, middle + DIAMOND_REACH);
    }
}

/**
 * koyomi_calendar_row_pack:
 *
 * Sorts the bars by their first day, the longer one first, and gives each the lowest lane that is free, so that no two bars of a
 * lane share a day. The same bars always get the same lanes, in whatever order they were added. Where a moved run stood before
 * takes no lane.
 */
void
koyomi_calendar_row_pack (KoyomiCalendarRow *self)
{
  g_autoptr(GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_return_if_fail (KOYOMI_IS_CALENDAR_ROW (self));

  g_array_sort (self->bars, compare_bars);

  for (guint i = 0; i < self->bars->len; i++)
    {
      KoyomiBar *bar = &g_array_index (self->bars, KoyomiBar, i);
      guint32 first_day, last_day;

      get_span (bar, &first_day, &last_day);
      for (bar->lane = 0; bar->lane < ends->len; bar->lane++)
        if (g_array_index (ends, guint32, bar->lane) < first_day)
          break;

      if (bar->lane == ends->len)
        g_array_append_val (ends, last_day);
      else
        g_array_index (ends, guint32, bar->lane) = last_day;
    }

  self->n_lanes = MAX (ends->len, 1);
}

static void
koyomi_calendar_finalize (GObject *object)
{
  KoyomiCalendar *self = KOYOMI_CALENDAR (object);

  g_clear_pointer (&self->organisation, g_free);
  g_clear_pointer (&self->classification, g_free);
  g_clear_pointer (&self->watermark, g_free);
  g_clear_pointer (&self->remark, g_free);
  g_clear_pointer (&self->as_of, g_free);
  g_clear_pointer (&self->journal_head, g_free);
  g_clear_object (&self->work_calendar);
  g_clear_pointer (&self->teams, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->milestones, g_array_unref);

  G_OBJECT_CLASS (koyomi_calendar_parent_class)->finalize (object);
}

static void
koyomi_calendar_class_init (KoyomiCalendarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = koyomi_calendar_finalize;
}

static void
koyomi_calendar_init (KoyomiCalendar *self)
{
  self->organisation = g_strdup ("");
  self->classification = g_strdup ("");
  self->watermark = g_strdup ("");
  self->remark = g_strdup ("");
  self->as_of = g_strdup ("");
  self->journal_head = g_strdup ("");
  self->teams = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->milestones = g_array_new (FALSE, TRUE, sizeof (KoyomiMilestone));
  g_array_set_clear_func (self->milestones, clear_milestone);
}

/* Returns: the number of the document, such as AC-2026 */
char *
koyomi_calendar_dup_number (KoyomiFiscalYear year)
{
  return g_strdup_printf ("AC-%04d", year.year);
}

/* A calendar without rows, texts or a today; its texts are "" and its work calendar NULL until they are set. */
KoyomiCalendar *
koyomi_calendar_new (KoyomiFiscalYear year,
                     KoyomiLanguage   language)
{
  KoyomiCalendar *self = g_object_new (KOYOMI_TYPE_CALENDAR, NULL);

  self->year = year;
  self->language = language;
  self->first_day = koyomi_fiscal_year_get_first_day (year);
  self->last_day = koyomi_fiscal_year_get_last_day (year);

  return self;
}

static void
count_row (KoyomiCalendar    *self,
           KoyomiCalendarRow *row)
{
  for (guint i = 0; i < row->bars->len; i++)
    self->counts[g_array_index (row->bars, KoyomiBar, i).state]++;
}

/**
 * koyomi_calendar_take_row:
 * @row: (transfer full): with all its bars
 *
 * Adds the row at the end, packs its bars into lanes, and counts them by state: a moved run once, where it stands now.
 */
void
koyomi_calendar_take_row (KoyomiCalendar    *self,
                          KoyomiCalendarRow *row)
{
  g_return_if_fail (KOYOMI_IS_CALENDAR (self));
  g_return_if_fail (KOYOMI_IS_CALENDAR_ROW (row));

  koyomi_calendar_row_pack (row);
  count_row (self, row);
  g_ptr_array_add (self->rows, row);
}

static void
drop_bars (KoyomiCalendarRow *row,
           guint32            first_day,
           guint32            last_day)
{
  guint kept = 0;

  for (guint i = 0; i < row->bars->len; i++)
    {
      KoyomiBar bar = g_array_index (row->bars, KoyomiBar, i);

      if (bar.last_day < first_day || bar.first_day > last_day)
        continue;

      g_array_index (row->bars, KoyomiBar, i) = g_array_index (row->bars, KoyomiBar, kept);
      g_array_index (row->bars, KoyomiBar, kept++) = bar;
    }

  g_array_set_size (row->bars, kept);
}

/**
 * koyomi_calendar_narrow:
 * @first_day: days beyond the year are cut off
 *
 * Shows only these days from now on. Runs that do not touch them are gone, the others are packed and counted anew; rows stay.
 */
void
koyomi_calendar_narrow (KoyomiCalendar *self,
                        guint32         first_day,
                        guint32         last_day)
{
  g_return_if_fail (KOYOMI_IS_CALENDAR (self));
  g_return_if_fail (first_day <= last_day && first_day <= self->last_day && last_day >= self->first_day);

  self->first_day = MAX (first_day, self->first_day);
  self->last_day = MIN (last_day, self->last_day);
  memset (self->counts, 0, sizeof self->counts);

  for (guint i = 0; i < self->rows->len; i++)
    {
      KoyomiCalendarRow *row = g_ptr_array_index (self->rows, i);

      drop_bars (row, self->first_day, self->last_day);
      koyomi_calendar_row_pack (row);
      count_row (self, row);
    }
}

/**
 * koyomi_calendar_add_milestone:
 *
 * Keeps the milestones in the order of their days; those of one day in the order they came.
 *
 * Returns: (transfer none): the milestone, whose committee can be filled in; valid until the next one is added
 */
KoyomiMilestone *
koyomi_calendar_add_milestone (KoyomiCalendar      *self,
                               gint64               meeting_id,
                               const char          *title,
                               guint32              day,
                               KoyomiMeetingStatus  status)
{
  KoyomiMilestone milestone = { .meeting_id = meeting_id, .day = day, .status = status };
  guint place;

  g_return_val_if_fail (KOYOMI_IS_CALENDAR (self), NULL);

  for (place = self->milestones->len; place > 0; place--)
    if (g_array_index (self->milestones, KoyomiMilestone, place - 1).day <= day)
      break;

  milestone.title = g_strdup (title);
  milestone.committee = g_strdup ("");
  g_array_insert_val (self->milestones, place, milestone);

  return &g_array_index (self->milestones, KoyomiMilestone, place);
}
