#pragma once

#include "koyomi-chart-style.h"
#include "koyomi-metric-status.h"
#include "koyomi-rating-style.h"

G_BEGIN_DECLS

/* Colours and measures of figures. What differs in hue differs in lightness, dash, marker or glyph as well. */

/* Of how a value stands to its limits. */
typedef struct
{
  KoyomiColour strong;   /* lines, columns, glyphs */
  KoyomiColour tint;     /* behind texts */
  KoyomiColour band;     /* behind a line */
  KoyomiColour text;     /* on the tint */
} KoyomiStatusStyle;

/* What is drawn, from the most important on. */
#define KOYOMI_N_TONES 6

typedef struct
{
  KoyomiColour  fill;
  KoyomiColour  line;     /* the same, strong enough for a thin line */
  KoyomiColour  text;     /* on the fill */
  KoyomiMarker  marker;
} KoyomiToneStyle;

/* In pixels where texts have their usual size, or in points on paper. */
typedef struct
{
  double title;
  double text;
  double small;
  double value;              /* of a card */
  double line;               /* of text */
  double title_line;
  double margin;
  double padding;
  double gap;
  double hair;
  double thin;
  double thick;              /* of a line of values */
  double dash;
  double marker;
  double glyph;
  double radius;             /* of a corner */
  double tick_distance;      /* at least, from one tick to the next */
  double column_share;       /* of the width of its slot */
  double most_column;        /* the widest that a column gets */
  double legend_swatch;
  double legend_gap;
  double least_markers;      /* from one point to the next where each has a marker */
  double card_width;
  double card_height;
  double spark_height;
  double pill_height;
  double bullet_row;
  double bullet_bar;
  double bullet_name;        /* at most, of the width */
  double ring;               /* across */
  double ring_width;
  double ring_cell;          /* at least, from ring to ring */
  double grid_row;
  double grid_name;          /* at most, of the width */
  double grid_column;        /* at most */
} KoyomiFigureMeasures;

extern const KoyomiFigureMeasures koyomi_figure_measures;

const KoyomiStatusStyle *koyomi_figure_style_get_status (KoyomiChartPalette  palette,
                                                         KoyomiMetricStatus  status);
const KoyomiToneStyle   *koyomi_figure_style_get_tone   (KoyomiChartPalette  palette,
                                                         guint               tone);

G_END_DECLS
