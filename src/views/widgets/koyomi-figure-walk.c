#include "koyomi-figure-walk.h"

#include <stdlib.h>

static const KoyomiFigureRegion *
get (KoyomiFigure *figure,
     int           index)
{
  return koyomi_figure_get_region (figure, index);
}

/* Whether all regions are of one series, or all of one column. */
static gboolean
is_single (KoyomiFigure *figure,
           gboolean      by_series)
{
  for (guint i = 1; i < koyomi_figure_get_n_regions (figure); i++)
    if (by_series ? get (figure, i)->series != get (figure, 0)->series : get (figure, i)->column != get (figure, 0)->column)
      return FALSE;

  return TRUE;
}

/* The next column of the same series in a direction. Gaps are stepped over. */
static int
find_column (KoyomiFigure *figure,
             int           from,
             int           direction)
{
  int found = from, nearest = G_MAXINT;

  for (guint i = 0; i < koyomi_figure_get_n_regions (figure); i++)
    {
      int distance = ((int) get (figure, i)->column - (int) get (figure, from)->column) * direction;

      if (get (figure, i)->series != get (figure, from)->series || distance <= 0 || distance >= nearest)
        continue;

      nearest = distance;
      found = i;
    }

  return found;
}

/* The next series in a direction, there the column that is nearest. */
static int
find_series (KoyomiFigure *figure,
             int           from,
             int           direction)
{
  int found = from, nearest = G_MAXINT, beside = G_MAXINT;

  for (guint i = 0; i < koyomi_figure_get_n_regions (figure); i++)
    {
      int distance = ((int) get (figure, i)->series - (int) get (figure, from)->series) * direction;
      int aside = abs ((int) get (figure, i)->column - (int) get (figure, from)->column);

      if (distance <= 0 || distance > nearest || (distance == nearest && aside >= beside))
        continue;

      nearest = distance;
      beside = aside;
      found = i;
    }

  return found;
}

static int
find_end (KoyomiFigure *figure,
          int           from,
          int           direction)
{
  int at = from, next;

  while ((next = find_column (figure, at, direction)) != at)
    at = next;

  return at;
}

/**
 * koyomi_figure_walk:
 * @from: a region; -1 for none yet
 *
 * Left and right go along the columns of a series, up and down from series to series; where there is one only, both go along the other.
 *
 * Returns: the region where the step leads, @from at an end; -1 of a figure without any
 */
int
koyomi_figure_walk (KoyomiFigure     *figure,
                    int               from,
                    KoyomiFigureStep  step)
{
  gboolean is_vertical = step == KOYOMI_FIGURE_STEP_UP || step == KOYOMI_FIGURE_STEP_DOWN;
  int direction = step == KOYOMI_FIGURE_STEP_LEFT || step == KOYOMI_FIGURE_STEP_UP || step == KOYOMI_FIGURE_STEP_ROW_START ? -1 : 1;
  int n_regions = koyomi_figure_get_n_regions (figure);

  if (n_regions == 0)
    return -1;
  if (from < 0 || from >= n_regions)
    return 0;

  if (is_single (figure, FALSE))
    is_vertical = TRUE;
  else if (is_single (figure, TRUE))
    is_vertical = FALSE;
  if (step == KOYOMI_FIGURE_STEP_ROW_START || step == KOYOMI_FIGURE_STEP_ROW_END)
    return is_vertical ? (direction < 0 ? 0 : n_regions - 1) : find_end (figure, from, direction);

  return is_vertical ? find_series (figure, from, direction) : find_column (figure, from, direction);
}

/* Where the keyboard comes in: at what is newest, of a list at its head. Returns: -1 of a figure without regions */
int
koyomi_figure_walk_in (KoyomiFigure *figure)
{
  if (koyomi_figure_get_n_regions (figure) == 0)
    return -1;

  return is_single (figure, FALSE) ? 0 : find_end (figure, 0, 1);
}
