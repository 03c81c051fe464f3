#pragma once

#include "koyomi-occurrence.h"

G_BEGIN_DECLS

/* Every colour and measure of the drawings. Layout and painting hold none of their own. */

typedef enum
{
  KOYOMI_CHART_PALETTE_PRINT,
  KOYOMI_CHART_PALETTE_LIGHT,
  KOYOMI_CHART_PALETTE_DARK,
  KOYOMI_CHART_PALETTE_HIGH_CONTRAST,
  KOYOMI_CHART_PALETTE_HIGH_CONTRAST_DARK,
} KoyomiChartPalette;

#define KOYOMI_N_CHART_PALETTES 5

typedef enum
{
  KOYOMI_CHART_COLOUR_PAPER,
  KOYOMI_CHART_COLOUR_TEXT,
  KOYOMI_CHART_COLOUR_FAINT_TEXT,
  KOYOMI_CHART_COLOUR_HEAD,          /* behind quarters and months */
  KOYOMI_CHART_COLOUR_HEAD_NOW,      /* behind today's quarter */
  KOYOMI_CHART_COLOUR_HEAD_NOW_TEXT,
  KOYOMI_CHART_COLOUR_GROUP,         /* behind the name of a group */
  KOYOMI_CHART_COLOUR_LINE,          /* between rows */
  KOYOMI_CHART_COLOUR_MONTH_LINE,
  KOYOMI_CHART_COLOUR_QUARTER_LINE,
  KOYOMI_CHART_COLOUR_FRAME,
  KOYOMI_CHART_COLOUR_WEEKEND,
  KOYOMI_CHART_COLOUR_HOLIDAY,
  KOYOMI_CHART_COLOUR_PILL,          /* behind the name of a team */
  KOYOMI_CHART_COLOUR_PILL_TEXT,
  KOYOMI_CHART_COLOUR_GHOST,
  KOYOMI_CHART_COLOUR_TODAY,
  KOYOMI_CHART_COLOUR_TODAY_TEXT,
  KOYOMI_CHART_COLOUR_MEETING,
  KOYOMI_CHART_COLOUR_MARK,          /* the classification */
  KOYOMI_CHART_COLOUR_HIGHLIGHT,     /* behind a row that is pointed out */
  KOYOMI_CHART_COLOUR_BASELINE,
  KOYOMI_CHART_COLOUR_SELECTION,     /* around what is selected, drawn, moved or resized */
  KOYOMI_CHART_COLOUR_SELECTION_TEXT,
  KOYOMI_N_CHART_COLOURS,
} KoyomiChartColour;

/* 0xRRGGBB */
typedef guint32 KoyomiColour;

/* How a run of one state looks. States differ in lightness, edge and glyph as well as in hue. */
typedef struct
{
  KoyomiColour  fill;
  KoyomiColour  progress;      /* the part that is done */
  KoyomiColour  edge;
  KoyomiColour  text;
  double        edge_width;
  gboolean      dashed;
} KoyomiStateStyle;

/* In points. Those of the second block are multiplied by the scale of a layout. */
typedef struct
{
  double margin;
  double title_height;
  double title_size;
  double organisation_size;
  double mark_size;
  double mark_padding;
  double approval_width;       /* of a box for a seal or a signature */
  double approval_head;
  double approval_height;      /* with its head */
  double remark_height;        /* of a line that says what is left out */
  double remark_size;
  double quarter_height;
  double month_height;
  double head_size;
  double year_size;
  double week_day_width;       /* of a day, from which on weeks have headings */
  double day_head_width;       /* and days */
  double rail_height;          /* where the label of today stands */
  double rail_size;
  double strip_padding;
  double strip_lane;           /* a line of committee meetings */
  double strip_size;
  double name_width;           /* of the column of names and teams, at most */
  double least_name_width;
  double name_indent;
  double group_indent;
  double cell_padding;
  double legend_height;
  double legend_size;
  double legend_gap;
  double swatch_width;
  double swatch_height;
  double footer_height;
  double footer_size;
  double small_size;
  double gap;                  /* between the blocks of a page */
  double hair;                 /* lines */
  double thin;
  double today_width;
  double dash;
  double largest_scale;        /* of few rows on a large page */
  double paged_scale;          /* at least, where one page does not hold all rows */
  double smallest_scale;       /* at which one page may hold all rows */
  double most_name_width;      /* of the width of the page */
  double middle;               /* of the letters, above the baseline, of their size */
  double line_spacing;
  double smallest_text;

  double group_height;
  double group_size;
  double lane;
  double lane_gap;
  double row_padding;
  double name_size;
  double name_line;            /* height of a line of a name that takes two */
  double pill_size;
  double pill_height;
  double pill_padding;
  double pill_width;           /* at most */
  double bar_size;
  double bar_padding;
  double bar_radius;
  double bar_smallest;         /* width of a bar of a day */
  double diamond;
  double label_gap;
  double label_smallest;       /* room below which no text is begun */
} KoyomiChartMeasures;

extern const KoyomiChartMeasures koyomi_chart_measures;

/* Of the screen, in pixels where texts have their usual size. */
typedef struct
{
  double unit;            /* a point of the measures above */
  double head_band;       /* one of the two of the head */
  double head_size;
  double head_padding;
  double strip_lane;
  double strip_padding;
  double strip_size;
  double group_height;
  double band_height;     /* of a routine */
  double band_gap;
  double band_size;
  double row_padding;
  double lane;
  double lane_gap;
  double bar_start;       /* from the left edge of its first day */
  double bar_end;         /* and to the right edge of its last */
  double bar_smallest;
  double bar_size;
  double bar_plain;       /* a narrower one is a plain rectangle */
  double bar_days;        /* that a bar or a diamond may cover, because a row packs them so */
  double diamond;
  double diamond_smallest;
  double line;
  double today_width;
  double outline;         /* around what is selected */
  double outline_gap;
  double grip;            /* at the ends of a bar, to resize it by */
} KoyomiTimelineMeasures;

extern const KoyomiTimelineMeasures koyomi_timeline_measures;

KoyomiColour            koyomi_chart_style_get_colour (KoyomiChartPalette  palette,
                                                       KoyomiChartColour   colour);
const KoyomiStateStyle *koyomi_chart_style_get_state  (KoyomiChartPalette  palette,
                                                       KoyomiState         state);
const char             *koyomi_chart_style_get_family (void);
gboolean                koyomi_colour_is_readable     (KoyomiColour        text,
                                                       KoyomiColour        ground);
double                  koyomi_colour_get_luminance   (KoyomiColour        self);
double                  koyomi_colour_get_contrast    (KoyomiColour        self,
                                                       KoyomiColour        other);

G_END_DECLS
