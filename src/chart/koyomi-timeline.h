#pragma once

#include "koyomi-calendar-layout.h"
#include "koyomi-chart-style.h"
#include "koyomi-time-scale.h"

G_BEGIN_DECLS

/* Where the runs of a calendar stand on the screen: rows that are placed and painted one by one, in pixels of a canvas whose left
 * edge is that of the view. For one thread. */

/* The days off and the lanes of meetings, worked out once for a calendar. */
typedef struct _KoyomiTimelineGround KoyomiTimelineGround;

typedef struct
{
  KoyomiCalendar       *calendar;     /* NULL until it is set */
  KoyomiTimeScale       time;
  double                scale;        /* 1 for texts at 100 % */
  KoyomiChartPalette    palette;
  KoyomiChartText      *text;
  GHashTable           *baseline;     /* (nullable) (element-type gint64 KoyomiBaselineDays): by the id of an occurrence; owned */
  GPtrArray            *committees;   /* (element-type utf8): the names of the strip's lanes; empty where they are mixed */
  KoyomiTimelineGround *ground;
} KoyomiTimeline;

/* Until when a report to an authority must be made: a mark at the lower edge of the meetings' strip. */
typedef struct
{
  guint32    day;
  gboolean   is_late;
  KoyomiRect rect;      /* its width is 0 where it is out of sight */
} KoyomiClockMark;

KoyomiTimeline *koyomi_timeline_new              (KoyomiLanguage           language) G_GNUC_WARN_UNUSED_RESULT;
void            koyomi_timeline_free             (KoyomiTimeline          *self);
void            koyomi_timeline_set_calendar     (KoyomiTimeline          *self,
                                                  KoyomiCalendar          *calendar);
void            koyomi_timeline_set_baseline     (KoyomiTimeline          *self,
                                                  GHashTable              *baseline);

double          koyomi_timeline_get_row_height   (KoyomiTimeline          *self,
                                                  guint                    n_lanes);
double          koyomi_timeline_get_band_height  (KoyomiTimeline          *self);
double          koyomi_timeline_get_group_height (KoyomiTimeline          *self);
double          koyomi_timeline_get_head_height  (KoyomiTimeline          *self);
double          koyomi_timeline_get_strip_height (KoyomiTimeline          *self);
double          koyomi_timeline_get_due_height   (KoyomiTimeline          *self);

void            koyomi_timeline_place_row        (KoyomiTimeline          *self,
                                                  KoyomiCalendarRow       *row,
                                                  GArray                  *boxes);
void            koyomi_timeline_place_meetings   (KoyomiTimeline          *self,
                                                  GArray                  *meetings);
void            koyomi_timeline_place_clocks     (KoyomiTimeline          *self,
                                                  GArray                  *marks);
gboolean        koyomi_timeline_pick_edge        (const KoyomiCalendarBox *box,
                                                  double                   x,
                                                  int                     *edge);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiTimeline, koyomi_timeline_free)

G_END_DECLS
