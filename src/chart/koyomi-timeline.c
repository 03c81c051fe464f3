#include "koyomi-timeline-private.h"

#include "koyomi-calendar-layout-private.h"
#include "koyomi-day.h"

#include <math.h>

#define T (&koyomi_timeline_measures)

/* More committees than this share so many lanes. */
#define MOST_LANES 3

/* Days between two meetings of one lane. */
#define LANE_DAYS 7

/**
 * koyomi_timeline_new:
 *
 * It shows nothing until it has a calendar. Its scale and its palette are the caller's to set, at any time.
 */
KoyomiTimeline *
koyomi_timeline_new (KoyomiLanguage language)
{
  KoyomiTimeline *self = g_new0 (KoyomiTimeline, 1);

  self->scale = 1;
  self->palette = KOYOMI_CHART_PALETTE_LIGHT;
  self->text = koyomi_chart_text_new (language);
  self->committees = g_ptr_array_new_with_free_func (g_free);
  self->ground = g_new0 (KoyomiTimelineGround, 1);
  self->ground->days_off = g_array_new (FALSE, FALSE, sizeof (KoyomiDaysOff));
  self->ground->lanes = g_array_new (FALSE, TRUE, sizeof (guint));
  self->ground->ends = g_array_new (FALSE, TRUE, sizeof (double));
  koyomi_time_scale_init (&self->time, 1, 365);

  return self;
}

void
koyomi_timeline_free (KoyomiTimeline *self)
{
  g_clear_object (&self->calendar);
  g_clear_pointer (&self->baseline, g_hash_table_unref);
  g_ptr_array_unref (self->committees);
  g_array_unref (self->ground->days_off);
  g_array_unref (self->ground->lanes);
  g_array_unref (self->ground->ends);
  g_clear_pointer (&self->ground->strip, cairo_pattern_destroy);
  g_free (self->ground);
  koyomi_chart_text_free (self->text);
  g_free (self);
}

static void
find_days_off (KoyomiTimeline *self)
{
  KoyomiWorkCalendar *work = self->calendar->work_calendar;
  GArray *days_off = self->ground->days_off;

  g_array_set_size (days_off, 0);
  for (guint32 day = self->time.first_day; day <= self->time.last_day; day++)
    {
      KoyomiDaysOff off = { day, day, koyomi_day_get_weekday (day) >= 6 };
      KoyomiDaysOff *last = days_off->len > 0 ? &g_array_index (days_off, KoyomiDaysOff, days_off->len - 1) : NULL;

      if (work != NULL ? koyomi_work_calendar_is_business_day (work, day) : !off.weekend)
        continue;
      else if (last != NULL && last->last_day == day - 1 && last->weekend == off.weekend)
        last->last_day = day;
      else
        g_array_append_val (days_off, off);
    }
}

/* The first lane that has been free for some days; else the one that has waited longest. */
static guint
find_lane (const guint32 *ends,
           guint32        day)
{
  guint lane = 0;

  for (guint i = 1; i < MOST_LANES && ends[lane] + LANE_DAYS > day; i++)
    if (ends[i] < ends[lane])
      lane = i;

  return lane;
}

/* A lane for each committee, and where there are too many, any that is free. They stay whatever part of the year is shown. */
static void
find_lanes (KoyomiTimeline *self)
{
  GArray *milestones = self->calendar->milestones;
  guint32 ends[MOST_LANES] = { 0 };
  KoyomiTimelineGround *ground = self->ground;

  ground->n_lanes = 0;
  g_array_set_size (ground->lanes, milestones->len);
  g_ptr_array_set_size (self->committees, 0);

  for (guint i = 0; i < milestones->len; i++)
    {
      const char *name = _koyomi_calendar_layout_get_committee (&g_array_index (milestones, KoyomiMilestone, i));
      guint *lane = &g_array_index (ground->lanes, guint, i);

      if (!g_ptr_array_find_with_equal_func (self->committees, name, g_str_equal, lane))
        {
          *lane = self->committees->len;
          g_ptr_array_add (self->committees, g_strdup (name));
        }
    }

  if (self->committees->len > MOST_LANES)
    g_ptr_array_set_size (self->committees, 0);

  for (guint i = 0; i < milestones->len; i++)
    {
      guint32 day = g_array_index (milestones, KoyomiMilestone, i).day;
      guint *lane = &g_array_index (ground->lanes, guint, i);

      if (self->committees->len == 0)
        *lane = find_lane (ends, day);
      ends[*lane] = day;
      ground->n_lanes = MAX (ground->n_lanes, *lane + 1);
    }
}

/* Another year is shown as wide as the one before. */
static void
set_year (KoyomiTimeline *self)
{
  guint32 first_day = koyomi_fiscal_year_get_first_day (self->calendar->year);
  guint32 last_day = koyomi_fiscal_year_get_last_day (self->calendar->year);
  KoyomiTimeScale before = self->time;

  if (first_day == before.first_day && last_day == before.last_day)
    return;

  koyomi_time_scale_init (&self->time, first_day, last_day);
  koyomi_time_scale_set_width (&self->time, before.width);
  if (!before.fits)
    koyomi_time_scale_zoom_by (&self->time, before.day_width / self->time.day_width, 0);
  koyomi_time_scale_pan (&self->time, before.offset);
}

/**
 * koyomi_timeline_set_calendar:
 * @calendar: kept; it must not change afterwards but for its rows
 *
 * What part of the year is shown stays, also where it is another year.
 */
void
koyomi_timeline_set_calendar (KoyomiTimeline *self,
                              KoyomiCalendar *calendar)
{
  g_return_if_fail (KOYOMI_IS_CALENDAR (calendar));

  if (self->calendar == NULL || self->calendar->language != calendar->language)
    {
      koyomi_chart_text_free (self->text);
      self->text = koyomi_chart_text_new (calendar->language);
    }

  g_set_object (&self->calendar, calendar);
  set_year (self);
  find_days_off (self);
  find_lanes (self);
  g_clear_pointer (&self->ground->strip, cairo_pattern_destroy);
}

/* @baseline: (nullable) (element-type gint64 KoyomiBaselineDays): made with g_int64_hash(), by the ids of occurrences; kept */
void
koyomi_timeline_set_baseline (KoyomiTimeline *self,
                              GHashTable     *baseline)
{
  if (baseline != NULL)
    g_hash_table_ref (baseline);
  g_clear_pointer (&self->baseline, g_hash_table_unref);
  self->baseline = baseline;
}

/* Whole pixels, so that what stands below is as sharp. */
double
_koyomi_timeline_get_size (KoyomiTimeline *self,
                           double          measure)
{
  return MAX (floor (measure * self->scale + 0.5), 1);
}

/* The left edge of the day on a whole pixel. The pixels between two days are the same wherever the view stands. */
double
_koyomi_timeline_get_x (KoyomiTimeline *self,
                        guint32         day)
{
  return floor (((double) day - self->time.first_day) * self->time.day_width + 0.5) - floor (self->time.offset + 0.5);
}

/* The left edge of today's line; below 0 where it is out of sight. */
double
_koyomi_timeline_get_today (KoyomiTimeline *self)
{
  guint32 today = self->calendar->today;
  double width = _koyomi_timeline_get_size (self, T->today_width);

  if (today < self->time.first_day || today > self->time.last_day)
    return -width;

  return floor ((_koyomi_timeline_get_x (self, today) + _koyomi_timeline_get_x (self, today + 1) - width) / 2);
}

KoyomiBrush
_koyomi_timeline_get_brush (KoyomiTimeline *self,
                            cairo_t        *cr)
{
  return (KoyomiBrush) { self->text, self->palette, cr, T->unit * self->scale, TRUE };
}

double
koyomi_timeline_get_row_height (KoyomiTimeline *self,
                                guint           n_lanes)
{
  return 2 * _koyomi_timeline_get_size (self, T->row_padding) + n_lanes * _koyomi_timeline_get_size (self, T->lane)
         - _koyomi_timeline_get_size (self, T->lane_gap);
}

/* Of a routine. */
double
koyomi_timeline_get_band_height (KoyomiTimeline *self)
{
  return _koyomi_timeline_get_size (self, T->band_height);
}

double
koyomi_timeline_get_group_height (KoyomiTimeline *self)
{
  return _koyomi_timeline_get_size (self, T->group_height);
}

double
koyomi_timeline_get_head_height (KoyomiTimeline *self)
{
  return 2 * _koyomi_timeline_get_size (self, T->head_band) + _koyomi_timeline_get_size (self, T->line);
}

/* 0 without meetings. The same whatever part of the year is shown. */
double
koyomi_timeline_get_strip_height (KoyomiTimeline *self)
{
  guint n_lanes = self->ground->n_lanes;

  return n_lanes == 0 ? 0 : n_lanes * _koyomi_timeline_get_size (self, T->strip_lane)
                            + 2 * _koyomi_timeline_get_size (self, T->strip_padding);
}

/* Of the line below the strip, for what is due. */
double
koyomi_timeline_get_due_height (KoyomiTimeline *self)
{
  return _koyomi_timeline_get_size (self, T->strip_lane);
}

/* A title stands to the right of its diamond if there is room for all of it before the next one. */
static void
label_meetings (KoyomiTimeline *self,
                GArray         *meetings)
{
  double gap = _koyomi_timeline_get_size (self, koyomi_chart_measures.label_gap * T->unit);
  double ends[MOST_LANES];

  for (guint i = 0; i < MOST_LANES; i++)
    ends[i] = self->time.width;

  for (guint i = meetings->len; i > 0; i--)
    {
      KoyomiCalendarMeeting *meeting = &g_array_index (meetings, KoyomiCalendarMeeting, i - 1);
      double x = meeting->rect.x + meeting->rect.width + gap;
      double width = ends[meeting->lane] - gap - x;

      if (width > 0 && koyomi_chart_text_get_width (self->text, meeting->milestone->title, T->strip_size * self->scale, 0) <= width)
        meeting->label = (KoyomiRect) { x, meeting->rect.y, width, meeting->rect.height };
      ends[meeting->lane] = meeting->rect.x;
    }
}

/* @meetings: (element-type KoyomiCalendarMeeting): emptied, then filled with those in sight, in pixels of the strip */
void
koyomi_timeline_place_meetings (KoyomiTimeline *self,
                                GArray         *meetings)
{
  double size = _koyomi_timeline_get_size (self, T->diamond);
  double lane = _koyomi_timeline_get_size (self, T->strip_lane);
  double padding = _koyomi_timeline_get_size (self, T->strip_padding);

  g_array_set_size (meetings, 0);
  for (guint i = 0; self->calendar != NULL && i < self->calendar->milestones->len; i++)
    {
      KoyomiCalendarMeeting meeting = { &g_array_index (self->calendar->milestones, KoyomiMilestone, i) };
      guint32 day = meeting.milestone->day;
      double x = floor ((_koyomi_timeline_get_x (self, day) + _koyomi_timeline_get_x (self, day + 1) - size) / 2);

      if (day < self->time.first_day || day > self->time.last_day || x + size <= 0 || x >= self->time.width)
        continue;

      meeting.lane = g_array_index (self->ground->lanes, guint, i);
      meeting.rect = (KoyomiRect) { x, padding + meeting.lane * lane + floor ((lane - size) / 2), size, size };
      g_array_append_val (meetings, meeting);
    }

  label_meetings (self, meetings);
}

/* Several of one day stand side by side, in pixels of the line of what is due. @marks: (element-type KoyomiClockMark): by day */
void
koyomi_timeline_place_clocks (KoyomiTimeline *self,
                              GArray         *marks)
{
  double size = _koyomi_timeline_get_size (self, T->diamond);
  double y = floor ((koyomi_timeline_get_due_height (self) - size) / 2);
  double shift = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      KoyomiClockMark *mark = &g_array_index (marks, KoyomiClockMark, i);
      double x = floor ((_koyomi_timeline_get_x (self, mark->day) + _koyomi_timeline_get_x (self, mark->day + 1) - size) / 2);

      shift = i > 0 && mark[-1].day == mark->day ? shift + size : 0;
      x += shift;
      mark->rect = (KoyomiRect) { x, y, size, size };
      if (self->calendar == NULL || mark->day < self->time.first_day || mark->day > self->time.last_day || x + size <= 0 ||
          x >= self->time.width)
        mark->rect.width = 0;
    }
}
