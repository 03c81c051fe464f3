#pragma once

#include "koyomi-calendar.h"
#include "koyomi-chart-text.h"

G_BEGIN_DECLS

/* Where everything of an annual calendar stands, page by page, in points (or pixels of the screen). It needs no surface; painting,
 * picking and dragging all read it. It holds the calendar, which must not change meanwhile. For one thread. */

typedef struct
{
  double x;
  double y;
  double width;    /* 0 where there is nothing */
  double height;
} KoyomiRect;

/* A line of a page: the head of a group, or the row of a function. */
typedef struct
{
  KoyomiRecord      *group;
  KoyomiCalendarRow *row;         /* NULL in the head of a group */
  gboolean           continued;   /* a head that stood on the page before */
  gboolean           two_lines;   /* the name takes two */
  double             y;
  double             height;
  double             pill_width;
  double             lane;        /* from one lane to the next */
} KoyomiCalendarLine;

/* A run as drawn. */
typedef struct
{
  const KoyomiBar   *bar;
  KoyomiCalendarRow *row;
  gboolean           diamond;
  gboolean           cut_start;   /* goes on before the first day */
  gboolean           cut_end;     /* goes on after the last */
  KoyomiRect         rect;        /* empty when the run is on other days */
  KoyomiRect         ghost;       /* where a moved run stood */
  KoyomiRect         baseline;    /* where it stood in the baseline, if elsewhere; only on the screen */
  KoyomiRect         label;
  gboolean           inside;      /* the label begins on the bar */
  gboolean           spills;      /* and runs on beyond its end */
  gboolean           beside;      /* where the title begins */
  KoyomiLabel        text;        /* of the label; its title is the bar's own or "" */
  double             text_size;
} KoyomiCalendarBox;

/* One of the headings above the days, such as a month. */
typedef struct
{
  guint32     first_day;
  gboolean    is_now;
  char       *text;      /* "" where there is no room for it */
  char       *year;      /* that stands beside it, in small; else "" */
  KoyomiRect  rect;
} KoyomiCalendarHead;

/* A committee's meeting in the strip above the rows. */
typedef struct
{
  const KoyomiMilestone *milestone;
  guint                  lane;
  KoyomiRect             rect;
  KoyomiRect             label;     /* only where lanes are mixed */
} KoyomiCalendarMeeting;

typedef enum
{
  KOYOMI_LEGEND_STATE,
  KOYOMI_LEGEND_PROGRESS,
  KOYOMI_LEGEND_GHOST,
  KOYOMI_LEGEND_DIAMOND,
  KOYOMI_LEGEND_HELD,
  KOYOMI_LEGEND_PLANNED,
  KOYOMI_LEGEND_REPORT,
  KOYOMI_LEGEND_DRILL,
  KOYOMI_LEGEND_DEADLINE,
  KOYOMI_LEGEND_CANCELLED,
  KOYOMI_LEGEND_HOLIDAY,
  KOYOMI_LEGEND_BASELINE,
} KoyomiLegendKind;

typedef struct
{
  KoyomiLegendKind  kind;
  KoyomiState       state;
  char             *text;
  KoyomiRect        swatch;
  KoyomiRect        label;
} KoyomiLegendItem;

typedef struct
{
  GArray *lines;    /* (element-type KoyomiCalendarLine) */
  GArray *boxes;    /* (element-type KoyomiCalendarBox) */
  double  bottom;   /* of the last line */
} KoyomiCalendarPage;

typedef struct
{
  KoyomiCalendar  *calendar;
  guint32          first_day;    /* the days that stand here: all that the calendar shows, or a part of them */
  guint32          last_day;
  KoyomiChartText *text;
  GPtrArray       *pages;        /* (element-type KoyomiCalendarPage) */
  guint            first_number; /* of its pages among those of all parts, from 0 */
  guint            n_numbers;    /* of the pages of all parts */
  GArray          *upper_heads;  /* (element-type KoyomiCalendarHead): quarters, or months */
  GArray          *lower_heads;  /* likewise: months, weeks or days */
  GArray          *meetings;     /* (element-type KoyomiCalendarMeeting) */
  GPtrArray       *committees;   /* (element-type utf8): the names of the strip's lanes; empty where they are mixed */
  GArray          *legend;       /* (element-type KoyomiLegendItem) */
  double           scale;
  double           width;
  double           height;       /* of a page */
  double           name_left;
  double           left;         /* where the days begin */
  double           right;        /* and end */
  double           title_y;
  double           remark_y;
  double           remark_height; /* 0 without a remark */
  double           quarter_y;
  double           month_y;
  double           rail_y;
  double           strip_y;
  double           body_y;
  double           footer_y;
  gboolean         has_today;
} KoyomiCalendarLayout;

KoyomiCalendarLayout    *koyomi_calendar_layout_new         (KoyomiCalendar       *calendar,
                                                             double                width,
                                                             double                height) G_GNUC_WARN_UNUSED_RESULT;
KoyomiCalendarLayout    *koyomi_calendar_layout_new_part    (KoyomiCalendar       *calendar,
                                                             guint32               first_day,
                                                             guint32               last_day,
                                                             double                width,
                                                             double                height) G_GNUC_WARN_UNUSED_RESULT;
void                     koyomi_calendar_layout_free        (KoyomiCalendarLayout *self);

double                   koyomi_calendar_layout_day_to_x    (KoyomiCalendarLayout *self,
                                                             guint32               day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiCalendarLayout, koyomi_calendar_layout_free)

G_END_DECLS
