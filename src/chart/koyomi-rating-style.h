#pragma once

#include "koyomi-chart-style.h"

G_BEGIN_DECLS

/* Colours and measures of radars, heat maps and levels. What differs in hue differs in dash, marker, lightness or text as well. */

/* What a radar shows, in the order in which it is painted. */
typedef enum
{
  KOYOMI_SERIES_BEFORE,
  KOYOMI_SERIES_GOAL,
  KOYOMI_SERIES_NOW,
} KoyomiSeries;

#define KOYOMI_N_SERIES 3

typedef enum
{
  KOYOMI_MARKER_DISC,
  KOYOMI_MARKER_SQUARE,     /* hollow */
  KOYOMI_MARKER_TRIANGLE,   /* hollow */
} KoyomiMarker;

typedef struct
{
  KoyomiColour  line;
  double        opacity;   /* of what it encloses */
  double        width;     /* of the line, in units of the measures */
  double        dash;      /* 0 for a line without gaps */
  double        gap;
  KoyomiMarker  marker;
} KoyomiSeriesStyle;

/* How much of something there is, from nothing to too much. */
typedef enum
{
  KOYOMI_HEAT_UNKNOWN,
  KOYOMI_HEAT_NONE,
  KOYOMI_HEAT_LOW,
  KOYOMI_HEAT_MEDIUM,
  KOYOMI_HEAT_HIGH,
  KOYOMI_HEAT_OVER,
} KoyomiHeat;

#define KOYOMI_N_HEATS 6

typedef struct
{
  KoyomiColour fill;
  KoyomiColour edge;
  KoyomiColour text;
} KoyomiHeatStyle;

/* One of the boxes in which a level is drawn. */
typedef enum
{
  KOYOMI_LEVEL_BOX_REACHED,
  KOYOMI_LEVEL_BOX_GOAL,     /* still to be reached */
  KOYOMI_LEVEL_BOX_REST,
  KOYOMI_N_LEVEL_BOXES,
} KoyomiLevelBox;

/* In pixels where texts have their usual size, or in points on paper. */
typedef struct
{
  double text;
  double small;             /* of levels and values */
  double text_line;
  double small_line;
  double margin;
  double label_gap;         /* from the tip of an axis to its label */
  double label_distance;    /* at least, from one label to the next */
  double label_width;       /* at most, of the width of the radar */
  double legend_line;
  double legend_gap;
  double legend_swatch;
  double marker;
  double least_radius;      /* with which names are shown */
  double heat_row;
  double heat_column;       /* at least */
  double heat_most_column;
  double heat_name;         /* at least */
  double heat_most_name;    /* of the width */
  double heat_gap;          /* between cells */
  double heat_radius;
  double padding;
  double hair;
  double level_gap;         /* of the side of a box */
  double level_radius;
  double level_edge;
} KoyomiRatingMeasures;

extern const KoyomiRatingMeasures koyomi_rating_measures;

const KoyomiSeriesStyle *koyomi_rating_style_get_series (KoyomiChartPalette  palette,
                                                         KoyomiSeries        series);
const KoyomiHeatStyle   *koyomi_rating_style_get_heat   (KoyomiChartPalette  palette,
                                                         KoyomiHeat          heat);
const KoyomiHeatStyle   *koyomi_rating_style_get_box    (KoyomiChartPalette  palette,
                                                         KoyomiLevelBox      box);
KoyomiHeat               koyomi_heat_of_gap             (int                 gap);
KoyomiHeat               koyomi_heat_of_share           (double              share);

G_END_DECLS
