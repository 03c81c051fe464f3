#include "koyomi-time-scale.h"

#include <math.h>

/* A year is shown in so many pixels until the view is as wide as it will be. */
#define FIRST_WIDTH 800

/* A day may always grow to so many, however narrow the view. */
#define LEAST_DAY_WIDTH 12

static double
count_days (const KoyomiTimeScale *self)
{
  return self->last_day - self->first_day + 1;
}

/* Days that a view shows at that level. */
static double
get_days (const KoyomiTimeScale *self,
          KoyomiZoom             zoom)
{
  switch (zoom)
    {
    case KOYOMI_ZOOM_HALF:
      return count_days (self) / 2;
    case KOYOMI_ZOOM_QUARTER:
      return count_days (self) / 4;
    case KOYOMI_ZOOM_MONTH:
      return 31;
    case KOYOMI_ZOOM_WEEK:
      return 7;
    case KOYOMI_ZOOM_YEAR:
    default:
      return count_days (self);
    }
}

static void
set_day_width (KoyomiTimeScale *self,
               double           day_width)
{
  double least = self->width / count_days (self);
  double most = MAX (MAX (self->width / get_days (self, KOYOMI_ZOOM_WEEK), LEAST_DAY_WIDTH), least);

  self->fits = day_width <= least * (1 + 1e-9);
  self->day_width = CLAMP (day_width, least, most);
}

static void
set_offset (KoyomiTimeScale *self,
            double           offset)
{
  double most = MAX (koyomi_time_scale_get_extent (self) - self->width, 0);

  self->offset = self->fits ? 0 : CLAMP (offset, 0, most);
}

/* The whole span from @first_day to @last_day in a view of a middling width. */
void
koyomi_time_scale_init (KoyomiTimeScale *self,
                        guint32          first_day,
                        guint32          last_day)
{
  g_return_if_fail (last_day >= first_day);

  *self = (KoyomiTimeScale) { .first_day = first_day, .last_day = last_day, .width = FIRST_WIDTH };
  set_day_width (self, 0);
}

/* Shows as many days as before, from the same one on. */
void
koyomi_time_scale_set_width (KoyomiTimeScale *self,
                             double           width)
{
  double left = self->offset / self->day_width;
  double day_width;

  width = MAX (width, 1);
  day_width = self->fits ? 0 : self->day_width * width / self->width;
  self->width = width;
  set_day_width (self, day_width);
  set_offset (self, left * self->day_width);
}

/**
 * koyomi_time_scale_set_zoom:
 * @day: stays where it stands in the view; one that is out of sight comes to its middle
 */
void
koyomi_time_scale_set_zoom (KoyomiTimeScale *self,
                            KoyomiZoom       zoom,
                            guint32          day)
{
  double middle = CLAMP (day, self->first_day, self->last_day) + 0.5;
  double x = koyomi_time_scale_day_to_x (self, middle);

  if (x < 0 || x > self->width)
    x = self->width / 2;

  set_day_width (self, zoom == KOYOMI_ZOOM_YEAR ? 0 : self->width / get_days (self, zoom));
  set_offset (self, (middle - self->first_day) * self->day_width - x);
}

/* The level nearest to what is shown. */
KoyomiZoom
koyomi_time_scale_get_zoom (const KoyomiTimeScale *self)
{
  double days = log (self->width / self->day_width);
  KoyomiZoom nearest = KOYOMI_ZOOM_YEAR;

  for (KoyomiZoom zoom = KOYOMI_ZOOM_HALF; zoom <= KOYOMI_ZOOM_WEEK; zoom++)
    if (fabs (log (get_days (self, zoom)) - days) < fabs (log (get_days (self, nearest)) - days))
      nearest = zoom;

  return nearest;
}

/* What stands at @x stays there, as far as the ends of the span allow. */
void
koyomi_time_scale_zoom_by (KoyomiTimeScale *self,
                           double           factor,
                           double           x)
{
  double days = (x + self->offset) / self->day_width;

  g_return_if_fail (factor > 0);

  set_day_width (self, self->day_width * factor);
  set_offset (self, days * self->day_width - x);
}

/* @pixels: above 0 shows later days */
void
koyomi_time_scale_pan (KoyomiTimeScale *self,
                       double           pixels)
{
  set_offset (self, self->offset + pixels);
}

/* Pans as little as brings these days into view; of more days than that shows, the first ones. */
void
koyomi_time_scale_show (KoyomiTimeScale *self,
                        guint32          first_day,
                        guint32          last_day)
{
  double left = koyomi_time_scale_day_to_x (self, first_day);
  double right = koyomi_time_scale_day_to_x (self, (double) last_day + 1);

  if (left < 0 || right - left > self->width)
    koyomi_time_scale_pan (self, left);
  else if (right > self->width)
    koyomi_time_scale_pan (self, right - self->width);
}

/* The left edge of the day, in the view. Half a day more is its middle. */
double
koyomi_time_scale_day_to_x (const KoyomiTimeScale *self,
                            double                 day)
{
  return (day - self->first_day) * self->day_width - self->offset;
}

/* The day that @x lies in; left and right of the span its first and its last. */
guint32
koyomi_time_scale_x_to_day (const KoyomiTimeScale *self,
                            double                 x)
{
  double days = floor ((x + self->offset) / self->day_width + 1e-9);

  return self->first_day + (guint32) CLAMP (days, 0, count_days (self) - 1);
}

/* The width of the whole span, of which the view shows its own width from the offset on. */
double
koyomi_time_scale_get_extent (const KoyomiTimeScale *self)
{
  return count_days (self) * self->day_width;
}

guint32
koyomi_time_scale_get_first_visible (const KoyomiTimeScale *self)
{
  return koyomi_time_scale_x_to_day (self, 0);
}

/* The last day of which the view shows more than its edge. */
guint32
koyomi_time_scale_get_last_visible (const KoyomiTimeScale *self)
{
  return koyomi_time_scale_x_to_day (self, self->width - 1e-3);
}
