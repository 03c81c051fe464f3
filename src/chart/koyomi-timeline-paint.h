#pragma once

#include "koyomi-timeline.h"

G_BEGIN_DECLS

/* Each paints one canvas of the screen, its upper left corner at the origin of @cr and one unit a pixel. Without a calendar there is
 * nothing to paint. */
void koyomi_timeline_paint_head    (KoyomiTimeline          *self,
                                    cairo_t                 *cr);
void koyomi_timeline_paint_strip   (KoyomiTimeline          *self,
                                    GArray                  *meetings,
                                    cairo_t                 *cr);
void koyomi_timeline_paint_due     (KoyomiTimeline          *self,
                                    GArray                  *marks,
                                    cairo_t                 *cr);
void koyomi_timeline_paint_row     (KoyomiTimeline          *self,
                                    GArray                  *boxes,
                                    double                   height,
                                    gboolean                 highlighted,
                                    cairo_t                 *cr);
void koyomi_timeline_paint_group   (KoyomiTimeline          *self,
                                    double                   height,
                                    cairo_t                 *cr);
void koyomi_timeline_paint_band    (KoyomiTimeline          *self,
                                    const KoyomiBand        *band,
                                    double                   height,
                                    cairo_t                 *cr);

/* These add to what is there. */
void koyomi_timeline_paint_swatch  (KoyomiTimeline          *self,
                                    KoyomiLegendKind         kind,
                                    KoyomiState              state,
                                    KoyomiRect               rect,
                                    cairo_t                 *cr);
void koyomi_timeline_paint_outline (KoyomiTimeline          *self,
                                    const KoyomiCalendarBox *box,
                                    gboolean                 selected,
                                    gboolean                 focused,
                                    cairo_t                 *cr);
void koyomi_timeline_paint_drag    (KoyomiTimeline          *self,
                                    KoyomiRect               rect,
                                    const char              *text,
                                    cairo_t                 *cr);

G_END_DECLS
