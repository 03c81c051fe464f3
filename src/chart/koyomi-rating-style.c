#include "koyomi-rating-style.h"

#include <math.h>

/* Shares of a capacity up to which the load is low, and medium. */
#define LOW_SHARE 0.5
#define MEDIUM_SHARE 0.8

const KoyomiRatingMeasures koyomi_rating_measures = {
  .text = 12,
  .small = 10.5,
  .text_line = 15,
  .small_line = 15,
  .margin = 6,
  .label_gap = 9,
  .label_distance = 4,
  .label_width = 0.38,
  .legend_line = 22,
  .legend_gap = 18,
  .legend_swatch = 30,
  .marker = 7,
  .least_radius = 48,
  .heat_row = 24,
  .heat_column = 40,
  .heat_most_column = 76,
  .heat_name = 90,
  .heat_most_name = 0.4,
  .heat_gap = 2,
  .heat_radius = 4,
  .padding = 6,
  .hair = 1,
  .level_gap = 0.3,
  .level_radius = 0.2,
  .level_edge = 0.11,
};

static const KoyomiSeriesStyle light_series[KOYOMI_N_SERIES] = {
  [KOYOMI_SERIES_BEFORE] = { 0x6a7280, 0, 1.5, 1.5, 3, KOYOMI_MARKER_TRIANGLE },
  [KOYOMI_SERIES_GOAL] = { 0xb25000, 0, 2, 6, 4, KOYOMI_MARKER_SQUARE },
  [KOYOMI_SERIES_NOW] = { 0x1a5fb4, 0.16, 2.4, 0, 0, KOYOMI_MARKER_DISC },
};

static const KoyomiSeriesStyle dark_series[KOYOMI_N_SERIES] = {
  [KOYOMI_SERIES_BEFORE] = { 0xa8adb8, 0, 1.5, 1.5, 3, KOYOMI_MARKER_TRIANGLE },
  [KOYOMI_SERIES_GOAL] = { 0xffb454, 0, 2, 6, 4, KOYOMI_MARKER_SQUARE },
  [KOYOMI_SERIES_NOW] = { 0x78aeff, 0.22, 2.4, 0, 0, KOYOMI_MARKER_DISC },
};

static const KoyomiSeriesStyle contrast_series[KOYOMI_N_SERIES] = {
  [KOYOMI_SERIES_BEFORE] = { 0x3a3a3a, 0, 2, 1.5, 3, KOYOMI_MARKER_TRIANGLE },
  [KOYOMI_SERIES_GOAL] = { 0x7a3600, 0, 2.5, 6, 4, KOYOMI_MARKER_SQUARE },
  [KOYOMI_SERIES_NOW] = { 0x003c9e, 0.2, 3, 0, 0, KOYOMI_MARKER_DISC },
};

static const KoyomiSeriesStyle contrast_dark_series[KOYOMI_N_SERIES] = {
  [KOYOMI_SERIES_BEFORE] = { 0xdcdcdc, 0, 2, 1.5, 3, KOYOMI_MARKER_TRIANGLE },
  [KOYOMI_SERIES_GOAL] = { 0xffc266, 0, 2.5, 6, 4, KOYOMI_MARKER_SQUARE },
  [KOYOMI_SERIES_NOW] = { 0x9cc6ff, 0.3, 3, 0, 0, KOYOMI_MARKER_DISC },
};

static const KoyomiHeatStyle light_heats[KOYOMI_N_HEATS] = {
  [KOYOMI_HEAT_UNKNOWN] = { 0xffffff, 0x8d95a1, 0x59616d },
  [KOYOMI_HEAT_NONE] = { 0xf2f4f6, 0xd3d8de, 0x59616d },
  [KOYOMI_HEAT_LOW] = { 0xfdf3cf, 0xd9c16a, 0x4a3a00 },
  [KOYOMI_HEAT_MEDIUM] = { 0xf8c565, 0xb07d14, 0x3d2a00 },
  [KOYOMI_HEAT_HIGH] = { 0xf2a25c, 0xae5a10, 0x331700 },
  [KOYOMI_HEAT_OVER] = { 0xb0142c, 0x6d0616, 0xffffff },
};

static const KoyomiHeatStyle dark_heats[KOYOMI_N_HEATS] = {
  [KOYOMI_HEAT_UNKNOWN] = { 0x1e1e20, 0x7d7d88, 0xb0b4bc },
  [KOYOMI_HEAT_NONE] = { 0x2a2a2e, 0x44444c, 0xb0b4bc },
  [KOYOMI_HEAT_LOW] = { 0x3d3516, 0x7a6a2a, 0xf6e7a8 },
  [KOYOMI_HEAT_MEDIUM] = { 0x6b4c08, 0xb58a2a, 0xffeec4 },
  [KOYOMI_HEAT_HIGH] = { 0xc0762a, 0xffc58a, 0x1f0e00 },
  [KOYOMI_HEAT_OVER] = { 0xff8f9b, 0xffd5d9, 0x2b0308 },
};

static const KoyomiHeatStyle contrast_heats[KOYOMI_N_HEATS] = {
  [KOYOMI_HEAT_UNKNOWN] = { 0xffffff, 0x000000, 0x000000 },
  [KOYOMI_HEAT_NONE] = { 0xf6f6f6, 0x767676, 0x000000 },
  [KOYOMI_HEAT_LOW] = { 0xfdf0bd, 0x5a4a00, 0x000000 },
  [KOYOMI_HEAT_MEDIUM] = { 0xfbcb66, 0x5a3a00, 0x000000 },
  [KOYOMI_HEAT_HIGH] = { 0xf09440, 0x4a2000, 0x000000 },
  [KOYOMI_HEAT_OVER] = { 0x8f0014, 0x000000, 0xffffff },
};

static const KoyomiHeatStyle contrast_dark_heats[KOYOMI_N_HEATS] = {
  [KOYOMI_HEAT_UNKNOWN] = { 0x000000, 0xffffff, 0xffffff },
  [KOYOMI_HEAT_NONE] = { 0x141414, 0x9a9a9a, 0xffffff },
  [KOYOMI_HEAT_LOW] = { 0x3a3000, 0xd8c15a, 0xffffff },
  [KOYOMI_HEAT_MEDIUM] = { 0x6a4600, 0xffc44a, 0xffffff },
  [KOYOMI_HEAT_HIGH] = { 0xc87a24, 0xffffff, 0x000000 },
  [KOYOMI_HEAT_OVER] = { 0xff8796, 0xffffff, 0x000000 },
};

static const KoyomiHeatStyle light_boxes[KOYOMI_N_LEVEL_BOXES] = {
  [KOYOMI_LEVEL_BOX_REACHED] = { 0x2e8b5e, 0x1f6b46, 0xffffff },
  [KOYOMI_LEVEL_BOX_GOAL] = { 0xffffff, 0xb87400, 0x59616d },
  [KOYOMI_LEVEL_BOX_REST] = { 0xe9ecf0, 0xe9ecf0, 0x59616d },
};

static const KoyomiHeatStyle dark_boxes[KOYOMI_N_LEVEL_BOXES] = {
  [KOYOMI_LEVEL_BOX_REACHED] = { 0x57c48d, 0x9ae6bf, 0x04231a },
  [KOYOMI_LEVEL_BOX_GOAL] = { 0x1e1e20, 0xe8b04a, 0xb0b4bc },
  [KOYOMI_LEVEL_BOX_REST] = { 0x3a3a40, 0x3a3a40, 0xb0b4bc },
};

static const KoyomiHeatStyle contrast_boxes[KOYOMI_N_LEVEL_BOXES] = {
  [KOYOMI_LEVEL_BOX_REACHED] = { 0x005c34, 0x000000, 0xffffff },
  [KOYOMI_LEVEL_BOX_GOAL] = { 0xffffff, 0x000000, 0x000000 },
  [KOYOMI_LEVEL_BOX_REST] = { 0xdadada, 0xdadada, 0x000000 },
};

static const KoyomiHeatStyle contrast_dark_boxes[KOYOMI_N_LEVEL_BOXES] = {
  [KOYOMI_LEVEL_BOX_REACHED] = { 0x8ff0bf, 0xffffff, 0x000000 },
  [KOYOMI_LEVEL_BOX_GOAL] = { 0x000000, 0xffffff, 0xffffff },
  [KOYOMI_LEVEL_BOX_REST] = { 0x4a4a4a, 0x4a4a4a, 0xffffff },
};

const KoyomiSeriesStyle *
koyomi_rating_style_get_series (KoyomiChartPalette palette,
                                KoyomiSeries       series)
{
  static const KoyomiSeriesStyle * const styles[KOYOMI_N_CHART_PALETTES] = {
    light_series, light_series, dark_series, contrast_series, contrast_dark_series,
  };

  g_return_val_if_fail (palette < KOYOMI_N_CHART_PALETTES && series < KOYOMI_N_SERIES, NULL);

  return &styles[palette][series];
}

const KoyomiHeatStyle *
koyomi_rating_style_get_heat (KoyomiChartPalette palette,
                              KoyomiHeat         heat)
{
  static const KoyomiHeatStyle * const styles[KOYOMI_N_CHART_PALETTES] = {
    light_heats, light_heats, dark_heats, contrast_heats, contrast_dark_heats,
  };

  g_return_val_if_fail (palette < KOYOMI_N_CHART_PALETTES && heat < KOYOMI_N_HEATS, NULL);

  return &styles[palette][heat];
}

const KoyomiHeatStyle *
koyomi_rating_style_get_box (KoyomiChartPalette palette,
                             KoyomiLevelBox     box)
{
  static const KoyomiHeatStyle * const styles[KOYOMI_N_CHART_PALETTES] = {
    light_boxes, light_boxes, dark_boxes, contrast_boxes, contrast_dark_boxes,
  };

  g_return_val_if_fail (palette < KOYOMI_N_CHART_PALETTES && box < KOYOMI_N_LEVEL_BOXES, NULL);

  return &styles[palette][box];
}

/* Of a gap of maturity: the widest lacks four levels or all five. */
KoyomiHeat
koyomi_heat_of_gap (int gap)
{
  return gap <= 0 ? KOYOMI_HEAT_NONE : MIN (KOYOMI_HEAT_NONE + gap, KOYOMI_HEAT_OVER);
}

/* Of a load: 1 is all of the capacity; NAN where that is not known. */
KoyomiHeat
koyomi_heat_of_share (double share)
{
  if (isnan (share))
    return KOYOMI_HEAT_UNKNOWN;

  if (share > 1 + 1e-9)
    return KOYOMI_HEAT_OVER;

  return share <= 0 ? KOYOMI_HEAT_NONE
                    : share <= LOW_SHARE ? KOYOMI_HEAT_LOW : share <= MEDIUM_SHARE ? KOYOMI_HEAT_MEDIUM : KOYOMI_HEAT_HIGH;
}
