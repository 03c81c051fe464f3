#include "koyomi-timeline-paint.h"

#include "koyomi-timeline-private.h"

void
koyomi_timeline_paint_head (KoyomiTimeline *self,
                            cairo_t        *cr)
{
  KoyomiBrush brush = _koyomi_timeline_get_brush (self, cr);

  _koyomi_brush_fill_rect (&brush, 0, 0, self->time.width, koyomi_timeline_get_head_height (self), KOYOMI_CHART_COLOUR_HEAD);
}
void
koyomi_timeline_paint_strip (KoyomiTimeline *self,
                             GArray         *meetings,
                             cairo_t        *cr)
{
}
