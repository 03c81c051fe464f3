#include "koyomi-timeline-paint.h"

#include "koyomi-legend-paint-private.h"
#include "koyomi-run-paint-private.h"
#include "koyomi-timeline-private.h"

void
koyomi_timeline_paint_row (KoyomiTimeline *self,
                           GArray         *boxes,
                           double          height,
                           gboolean        highlighted,
                           cairo_t        *cr)
{
  KoyomiBrush brush = _koyomi_timeline_get_brush (self, cr);

  _koyomi_brush_fill_rect (&brush, 0, 0, self->time.width, height, KOYOMI_CHART_COLOUR_PAPER);
  for (guint i = 0; i < boxes->len; i++)
    _koyomi_run_paint_shape (&brush, &g_array_index (boxes, KoyomiCalendarBox, i));
  for (guint i = 0; i < boxes->len; i++)
    _koyomi_run_paint_label (&brush, &g_array_index (boxes, KoyomiCalendarBox, i));
}

void
koyomi_timeline_paint_group (KoyomiTimeline *self,
                             double          height,
                             cairo_t        *cr)
{
}

void
koyomi_timeline_paint_band (KoyomiTimeline   *self,
                            const KoyomiBand *band,
                            double            height,
                            cairo_t          *cr)
{
}

void
koyomi_timeline_paint_swatch (KoyomiTimeline   *self,
                              KoyomiLegendKind  kind,
                              KoyomiState       state,
                              KoyomiRect        rect,
                              cairo_t          *cr)
{
  KoyomiBrush brush = _koyomi_timeline_get_brush (self, cr);

  _koyomi_legend_paint_swatch (&brush, kind, state, rect);
}

void
koyomi_timeline_paint_outline (KoyomiTimeline          *self,
                               const KoyomiCalendarBox *box,
                               gboolean                 selected,
                               gboolean                 focused,
                               cairo_t                 *cr)
{
}

void
koyomi_timeline_paint_drag (KoyomiTimeline *self,
                            KoyomiRect      rect,
                            const char     *text,
                            cairo_t        *cr)
{
}
