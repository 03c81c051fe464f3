#include "koyomi-timeline-private.h"

#include "koyomi-day.h"

#include <math.h>

#define T (&koyomi_timeline_measures)

/* Weeks and days that are as wide have lines between them. */
#define WEEK_WIDTH 40
#define DAY_WIDTH 30

/* The weekends of a whole year would be a pattern of stripes. */
#define WEEKEND_WIDTH 4

static void
trace_days_off (KoyomiTimeline *self,
                KoyomiBrush    *brush,
                gboolean        weekend,
                double          height)
{
  GArray *days_off = self->ground->days_off;
  guint32 first_day = koyomi_time_scale_get_first_visible (&self->time);
  guint32 last_day = koyomi_time_scale_get_last_visible (&self->time);

  for (guint i = 0; i < days_off->len; i++)
    {
      const KoyomiDaysOff *off = &g_array_index (days_off, KoyomiDaysOff, i);
      double x = _koyomi_timeline_get_x (self, off->first_day);

      if (off->weekend == weekend && off->last_day >= first_day && off->first_day <= last_day)
        cairo_rectangle (brush->cr, x, 0, _koyomi_timeline_get_x (self, off->last_day + 1) - x, height);
    }
}

static void
trace_months (KoyomiTimeline *self,
              KoyomiBrush    *brush,
              gboolean        quarters,
              double          height)
{
  double line = _koyomi_timeline_get_size (self, T->line);

  for (int i = 1; i < 12; i++)
    {
      double x = _koyomi_timeline_get_x (self, koyomi_fiscal_year_get_month_first (self->calendar->year, i));

      if ((i % 3 == 0) == quarters && x > -line && x < self->time.width)
        cairo_rectangle (brush->cr, x, 0, line, height);
    }
}

/* Lines between weeks, or between days where these are wide. */
static void
trace_weeks (KoyomiTimeline *self,
             KoyomiBrush    *brush,
             double          height)
{
  gboolean days = self->time.day_width >= DAY_WIDTH * self->scale;
  guint32 last_day = koyomi_time_scale_get_last_visible (&self->time);
  double line = _koyomi_timeline_get_size (self, T->line);

  if (7 * self->time.day_width < WEEK_WIDTH * self->scale)
    return;

  for (guint32 day = koyomi_time_scale_get_first_visible (&self->time); day <= last_day; day++)
    if (days || koyomi_day_get_weekday (day) == 1)
      cairo_rectangle (brush->cr, _koyomi_timeline_get_x (self, day), 0, line, height);
}

/* All on whole pixels and each kind at once. */
static void
draw_ground (KoyomiTimeline *self,
             KoyomiBrush    *brush,
             double          height)
{
  _koyomi_brush_fill_rect (brush, 0, 0, ceil (self->time.width), height, KOYOMI_CHART_COLOUR_PAPER);
  if (self->time.day_width >= WEEKEND_WIDTH)
    trace_days_off (self, brush, TRUE, height);
  _koyomi_brush_set_colour (brush, KOYOMI_CHART_COLOUR_WEEKEND);
  cairo_fill (brush->cr);
  trace_days_off (self, brush, FALSE, height);
  _koyomi_brush_set_colour (brush, KOYOMI_CHART_COLOUR_HOLIDAY);
  cairo_fill (brush->cr);

  trace_weeks (self, brush, height);
  _koyomi_brush_set_colour (brush, KOYOMI_CHART_COLOUR_LINE);
  cairo_fill (brush->cr);
  trace_months (self, brush, FALSE, height);
  _koyomi_brush_set_colour (brush, KOYOMI_CHART_COLOUR_MONTH_LINE);
  cairo_fill (brush->cr);
  trace_months (self, brush, TRUE, height);
  _koyomi_brush_set_colour (brush, KOYOMI_CHART_COLOUR_QUARTER_LINE);
  cairo_fill (brush->cr);
}

static gboolean
is_drawn (KoyomiTimeline *self)
{
  const KoyomiTimelineGround *ground = self->ground;

  return ground->strip != NULL && ground->palette == self->palette && ground->scale == self->scale &&
         ground->time.first_day == self->time.first_day && ground->time.last_day == self->time.last_day &&
         ground->time.width == self->time.width && ground->time.day_width == self->time.day_width &&
         ground->time.offset == self->time.offset;
}

/* The same for all rows until the view changes, so it is drawn once, a pixel high. */
static void
ensure_strip (KoyomiTimeline *self)
{
  KoyomiTimelineGround *ground = self->ground;
  cairo_surface_t *surface;
  KoyomiBrush brush;

  if (is_drawn (self))
    return;

  g_clear_pointer (&ground->strip, cairo_pattern_destroy);
  ground->palette = self->palette;
  ground->scale = self->scale;
  ground->time = self->time;

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (self->time.width), 1);
  brush = _koyomi_timeline_get_brush (self, cairo_create (surface));
  draw_ground (self, &brush, 1);
  cairo_destroy (brush.cr);

  ground->strip = cairo_pattern_create_for_surface (surface);
  cairo_pattern_set_extend (ground->strip, CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter (ground->strip, CAIRO_FILTER_NEAREST);
  cairo_surface_destroy (surface);
}

/* Paper with days off and the lines of the calendar. */
void
_koyomi_timeline_paint_ground (KoyomiTimeline *self,
                               KoyomiBrush    *brush,
                               double          height)
{
  ensure_strip (self);
  cairo_set_source (brush->cr, self->ground->strip);
  cairo_rectangle (brush->cr, 0, 0, ceil (self->time.width), height);
  cairo_fill (brush->cr);
}

void
_koyomi_timeline_paint_today (KoyomiTimeline *self,
                              KoyomiBrush    *brush,
                              double          top,
                              double          bottom)
{
  double width = _koyomi_timeline_get_size (self, T->today_width);
  double x = _koyomi_timeline_get_today (self);

  if (x > -width && x < self->time.width)
    _koyomi_brush_fill_rect (brush, x, top, width, bottom - top, KOYOMI_CHART_COLOUR_TODAY);
}
