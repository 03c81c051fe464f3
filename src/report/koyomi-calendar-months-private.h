#pragma once

#include "koyomi-calendar.h"

G_BEGIN_DECLS

/* The lanes of a function in a sheet whose columns are months: a run takes the months it touches, and no two share a cell. */

#define KOYOMI_MONTHS 12

/* What does not fit into so many is counted in the last of them. */
#define KOYOMI_MOST_LANES 12

typedef struct
{
  const KoyomiBar *bar;
  guint            lane;
  guint            first;      /* month of the fiscal year, from 0 */
  guint            last;
  gboolean         is_ghost;   /* where the run stood before it was moved */
} KoyomiMonthSpan;

typedef struct
{
  GArray      *spans;                    /* (element-type KoyomiMonthSpan), by lane and month */
  guint        n_lanes;                  /* at least 1 */
  gboolean     has_more;                 /* the last lane counts */
  guint        n_more[KOYOMI_MONTHS];
  KoyomiState  worst[KOYOMI_MONTHS];     /* among those counted */
} KoyomiMonthLanes;

void _koyomi_month_lanes_init  (KoyomiMonthLanes  *self,
                                KoyomiCalendarRow *row,
                                KoyomiFiscalYear   year);
void _koyomi_month_lanes_clear (KoyomiMonthLanes  *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KoyomiMonthLanes, _koyomi_month_lanes_clear)

G_END_DECLS
