#pragma once

#include "koyomi-figure.h"

G_BEGIN_DECLS

/* How the arrow keys go through the regions of a figure. */
typedef enum
{
  KOYOMI_FIGURE_STEP_LEFT,
  KOYOMI_FIGURE_STEP_RIGHT,
  KOYOMI_FIGURE_STEP_UP,
  KOYOMI_FIGURE_STEP_DOWN,
  KOYOMI_FIGURE_STEP_ROW_START,
  KOYOMI_FIGURE_STEP_ROW_END,
} KoyomiFigureStep;

int koyomi_figure_walk    (KoyomiFigure     *figure,
                           int               from,
                           KoyomiFigureStep  step);
int koyomi_figure_walk_in (KoyomiFigure     *figure);

G_END_DECLS
