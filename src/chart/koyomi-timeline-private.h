#pragma once

#include "koyomi-brush-private.h"
#include "koyomi-timeline.h"

G_BEGIN_DECLS

/* Neighbouring days on which nobody works, all weekends or all holidays. */
typedef struct
{
  guint32  first_day;
  guint32  last_day;
  gboolean weekend;
} KoyomiDaysOff;

struct _KoyomiTimelineGround
{
  GArray             *days_off;   /* (element-type KoyomiDaysOff) */
  GArray             *lanes;      /* (element-type guint): of the meetings' strip, for each milestone of the calendar */
  guint               n_lanes;
  GArray             *ends;       /* (element-type double): for the labels of a row that is placed */
  cairo_pattern_t    *strip;      /* what stands behind every row, of one height; NULL until it is drawn */
  KoyomiTimeScale     time;       /* and for what it was drawn */
  KoyomiChartPalette  palette;
  double              scale;
};

double      _koyomi_timeline_get_size     (KoyomiTimeline *self,
                                           double          measure);
double      _koyomi_timeline_get_x        (KoyomiTimeline *self,
                                           guint32         day);
double      _koyomi_timeline_get_today    (KoyomiTimeline *self);
KoyomiBrush _koyomi_timeline_get_brush    (KoyomiTimeline *self,
                                           cairo_t        *cr);

void        _koyomi_timeline_paint_ground (KoyomiTimeline *self,
                                           KoyomiBrush    *brush,
                                           double          height);
void        _koyomi_timeline_paint_today  (KoyomiTimeline *self,
                                           KoyomiBrush    *brush,
                                           double          top,
                                           double          bottom);
void        _koyomi_timeline_paint_shapes (KoyomiBrush    *brush,
                                           GArray         *boxes);
void        _koyomi_timeline_paint_labels (KoyomiBrush    *brush,
                                           GArray         *boxes);

G_END_DECLS
