#pragma once

#include "koyomi-calendar-layout.h"
#include "koyomi-rating-style.h"

G_BEGIN_DECLS

/* A level as five boxes in a row: those that are reached, those up to the goal, and the rest. */

#define KOYOMI_N_LEVELS 5

double          koyomi_level_boxes_get_width (double                height);
void            koyomi_level_boxes_place     (KoyomiRect            rect,
                                              KoyomiRect           *boxes);
KoyomiLevelBox  koyomi_level_boxes_get_kind  (guint                 box,
                                              int                   as_is,
                                              int                   to_be);
void            koyomi_level_boxes_paint     (KoyomiRect            rect,
                                              int                   as_is,
                                              int                   to_be,
                                              KoyomiChartPalette    palette,
                                              cairo_t              *cr);

G_END_DECLS
