#include "koyomi-chart-style.h"

#include <math.h>

const KoyomiChartMeasures koyomi_chart_measures = {
  .margin = 24,
  .title_height = 27,
  .title_size = 17,
  .organisation_size = 10.5,
  .mark_size = 9,
  .mark_padding = 5,
  .approval_width = 46,
  .approval_head = 9,
  .approval_height = 34,
  .remark_height = 13,
  .remark_size = 8.5,
  .quarter_height = 15,
  .month_height = 15,
  .head_size = 9,
  .year_size = 6.5,
  .week_day_width = 5,
  .day_head_width = 14,
  .rail_height = 11,
  .rail_size = 7,
  .strip_padding = 2,
  .strip_lane = 11,
  .strip_size = 7.2,
  .name_width = 262,
  .least_name_width = 190,
  .name_indent = 12,
  .group_indent = 5,
  .cell_padding = 5,
  .legend_height = 15,
  .legend_size = 7.5,
  .legend_gap = 8,
  .swatch_width = 20,
  .swatch_height = 9,
  .footer_height = 12,
  .footer_size = 7,
  .small_size = 5.2,
  .gap = 4,
  .hair = 0.4,
  .thin = 0.7,
  .today_width = 1.1,
  .dash = 2.2,
  .largest_scale = 1.12,
  .paged_scale = 0.88,
  .smallest_scale = 0.82,
  .most_name_width = 0.3,
  .middle = 0.37,
  .line_spacing = 0.84,
  .smallest_text = 3.5,

  .group_height = 13.5,
  .group_size = 8.4,
  .lane = 13,
  .lane_gap = 1.4,
  .row_padding = 1.3,
  .name_size = 8,
  .name_line = 10,
  .pill_size = 6.6,
  .pill_height = 10.4,
  .pill_padding = 5,
  .pill_width = 92,
  .bar_size = 7.6,
  .bar_padding = 3,
  .bar_radius = 2.4,
  .bar_smallest = 7,
  .diamond = 8.6,
  .label_gap = 2.5,
  .label_smallest = 24,
};

const KoyomiTimelineMeasures koyomi_timeline_measures = {
  .unit = 1.5,
  .head_band = 22,
  .head_size = 12,
  .head_padding = 4,
  .strip_lane = 20,
  .strip_padding = 2,
  .strip_size = 11,
  .group_height = 26,
  .band_height = 24,
  .band_gap = 3,
  .band_size = 10.5,
  .row_padding = 4,
  .lane = 22,
  .lane_gap = 3,
  .bar_start = 2,
  .bar_end = 1,
  .bar_smallest = 8,
  .bar_size = 11,
  .bar_plain = 16,
  .bar_days = 6,
  .diamond = 13,
  .diamond_smallest = 9,
  .line = 1,
  .today_width = 2,
  .outline = 2,
  .outline_gap = 1,
  .grip = 5,
};

static const KoyomiColour colours[KOYOMI_N_CHART_PALETTES][KOYOMI_N_CHART_COLOURS] = {
  [KOYOMI_CHART_PALETTE_PRINT] = {
    [KOYOMI_CHART_COLOUR_PAPER] = 0xffffff,
    [KOYOMI_CHART_COLOUR_TEXT] = 0x1c2026,
    [KOYOMI_CHART_COLOUR_FAINT_TEXT] = 0x59616d,
    [KOYOMI_CHART_COLOUR_HEAD] = 0xf2f4f7,
    [KOYOMI_CHART_COLOUR_HEAD_NOW] = 0xd3e3fa,
    [KOYOMI_CHART_COLOUR_HEAD_NOW_TEXT] = 0x0f3f8a,
    [KOYOMI_CHART_COLOUR_GROUP] = 0xe9ecf0,
    [KOYOMI_CHART_COLOUR_LINE] = 0xdcdfe4,
    [KOYOMI_CHART_COLOUR_MONTH_LINE] = 0xcdd2d9,
    [KOYOMI_CHART_COLOUR_QUARTER_LINE] = 0x8d95a1,
    [KOYOMI_CHART_COLOUR_FRAME] = 0x59616d,
    [KOYOMI_CHART_COLOUR_WEEKEND] = 0xf4f5f7,
    [KOYOMI_CHART_COLOUR_HOLIDAY] = 0xfaebe6,
    [KOYOMI_CHART_COLOUR_PILL] = 0xe3e6eb,
    [KOYOMI_CHART_COLOUR_PILL_TEXT] = 0x363d48,
    [KOYOMI_CHART_COLOUR_GHOST] = 0x7a828e,
    [KOYOMI_CHART_COLOUR_TODAY] = 0xc4122f,
    [KOYOMI_CHART_COLOUR_TODAY_TEXT] = 0xffffff,
    [KOYOMI_CHART_COLOUR_MEETING] = 0x3a4350,
    [KOYOMI_CHART_COLOUR_MARK] = 0xa81224,
    [KOYOMI_CHART_COLOUR_HIGHLIGHT] = 0xe8f0fc,
    [KOYOMI_CHART_COLOUR_BASELINE] = 0xd9dde3,
    [KOYOMI_CHART_COLOUR_SELECTION] = 0x1a5fb4,
    [KOYOMI_CHART_COLOUR_SELECTION_TEXT] = 0xffffff,
  },
  [KOYOMI_CHART_PALETTE_LIGHT] = {
    [KOYOMI_CHART_COLOUR_PAPER] = 0xffffff,
    [KOYOMI_CHART_COLOUR_TEXT] = 0x1c2026,
    [KOYOMI_CHART_COLOUR_FAINT_TEXT] = 0x5c636e,
    [KOYOMI_CHART_COLOUR_HEAD] = 0xfafafa,
    [KOYOMI_CHART_COLOUR_HEAD_NOW] = 0xdbe8fb,
    [KOYOMI_CHART_COLOUR_HEAD_NOW_TEXT] = 0x0f3f8a,
    [KOYOMI_CHART_COLOUR_GROUP] = 0xf0f1f3,
    [KOYOMI_CHART_COLOUR_LINE] = 0xe3e5e9,
    [KOYOMI_CHART_COLOUR_MONTH_LINE] = 0xd9dce1,
    [KOYOMI_CHART_COLOUR_QUARTER_LINE] = 0xa9b0ba,
    [KOYOMI_CHART_COLOUR_FRAME] = 0x8d95a1,
    [KOYOMI_CHART_COLOUR_WEEKEND] = 0xf6f7f8,
    [KOYOMI_CHART_COLOUR_HOLIDAY] = 0xfbefeb,
    [KOYOMI_CHART_COLOUR_PILL] = 0xe6e8eb,
    [KOYOMI_CHART_COLOUR_PILL_TEXT] = 0x363d48,
    [KOYOMI_CHART_COLOUR_GHOST] = 0x7a828e,
    [KOYOMI_CHART_COLOUR_TODAY] = 0xc4122f,
    [KOYOMI_CHART_COLOUR_TODAY_TEXT] = 0xffffff,
    [KOYOMI_CHART_COLOUR_MEETING] = 0x3a4350,
    [KOYOMI_CHART_COLOUR_MARK] = 0xa81224,
    [KOYOMI_CHART_COLOUR_HIGHLIGHT] = 0xe8f0fc,
    [KOYOMI_CHART_COLOUR_BASELINE] = 0xd9dde3,
    [KOYOMI_CHART_COLOUR_SELECTION] = 0x1a5fb4,
    [KOYOMI_CHART_COLOUR_SELECTION_TEXT] = 0xffffff,
  },
  [KOYOMI_CHART_PALETTE_DARK] = {
    [KOYOMI_CHART_COLOUR_PAPER] = 0x1e1e20,
    [KOYOMI_CHART_COLOUR_TEXT] = 0xf2f2f4,
    [KOYOMI_CHART_COLOUR_FAINT_TEXT] = 0xb0b4bc,
    [KOYOMI_CHART_COLOUR_HEAD] = 0x2a2a2e,
    [KOYOMI_CHART_COLOUR_HEAD_NOW] = 0x26406b,
    [KOYOMI_CHART_COLOUR_HEAD_NOW_TEXT] = 0xdcebff,
    [KOYOMI_CHART_COLOUR_GROUP] = 0x303036,
    [KOYOMI_CHART_COLOUR_LINE] = 0x38383e,
    [KOYOMI_CHART_COLOUR_MONTH_LINE] = 0x414148,
    [KOYOMI_CHART_COLOUR_QUARTER_LINE] = 0x686872,
    [KOYOMI_CHART_COLOUR_FRAME] = 0x7d7d88,
    [KOYOMI_CHART_COLOUR_WEEKEND] = 0x242427,
    [KOYOMI_CHART_COLOUR_HOLIDAY] = 0x2f2524,
    [KOYOMI_CHART_COLOUR_PILL] = 0x3f3f47,
    [KOYOMI_CHART_COLOUR_PILL_TEXT] = 0xe4e4ea,
    [KOYOMI_CHART_COLOUR_GHOST] = 0x9a9aa6,
    [KOYOMI_CHART_COLOUR_TODAY] = 0xff6b7d,
    [KOYOMI_CHART_COLOUR_TODAY_TEXT] = 0x2b0308,
    [KOYOMI_CHART_COLOUR_MEETING] = 0xc9ced6,
    [KOYOMI_CHART_COLOUR_MARK] = 0xff8b98,
    [KOYOMI_CHART_COLOUR_HIGHLIGHT] = 0x26344a,
    [KOYOMI_CHART_COLOUR_BASELINE] = 0x404049,
    [KOYOMI_CHART_COLOUR_SELECTION] = 0x8ab8ff,
    [KOYOMI_CHART_COLOUR_SELECTION_TEXT] = 0x04152e,
  },
  [KOYOMI_CHART_PALETTE_HIGH_CONTRAST] = {
    [KOYOMI_CHART_COLOUR_PAPER] = 0xffffff,
    [KOYOMI_CHART_COLOUR_TEXT] = 0x000000,
    [KOYOMI_CHART_COLOUR_FAINT_TEXT] = 0x2e2e2e,
    [KOYOMI_CHART_COLOUR_HEAD] = 0xf6f6f6,
    [KOYOMI_CHART_COLOUR_HEAD_NOW] = 0xc6dcff,
    [KOYOMI_CHART_COLOUR_HEAD_NOW_TEXT] = 0x00133d,
    [KOYOMI_CHART_COLOUR_GROUP] = 0xe0e0e0,
    [KOYOMI_CHART_COLOUR_LINE] = 0x8a8a8a,
    [KOYOMI_CHART_COLOUR_MONTH_LINE] = 0x767676,
    [KOYOMI_CHART_COLOUR_QUARTER_LINE] = 0x1a1a1a,
    [KOYOMI_CHART_COLOUR_FRAME] = 0x000000,
    [KOYOMI_CHART_COLOUR_WEEKEND] = 0xf0f0f0,
    [KOYOMI_CHART_COLOUR_HOLIDAY] = 0xf7dcd2,
    [KOYOMI_CHART_COLOUR_PILL] = 0xdadada,
    [KOYOMI_CHART_COLOUR_PILL_TEXT] = 0x000000,
    [KOYOMI_CHART_COLOUR_GHOST] = 0x3a3a3a,
    [KOYOMI_CHART_COLOUR_TODAY] = 0xa3001b,
    [KOYOMI_CHART_COLOUR_TODAY_TEXT] = 0xffffff,
    [KOYOMI_CHART_COLOUR_MEETING] = 0x000000,
    [KOYOMI_CHART_COLOUR_MARK] = 0x8f0014,
    [KOYOMI_CHART_COLOUR_HIGHLIGHT] = 0xd2e4ff,
    [KOYOMI_CHART_COLOUR_BASELINE] = 0x8a8a8a,
    [KOYOMI_CHART_COLOUR_SELECTION] = 0x003c9e,
    [KOYOMI_CHART_COLOUR_SELECTION_TEXT] = 0xffffff,
  },
  [KOYOMI_CHART_PALETTE_HIGH_CONTRAST_DARK] = {
    [KOYOMI_CHART_COLOUR_PAPER] = 0x000000,
    [KOYOMI_CHART_COLOUR_TEXT] = 0xffffff,
    [KOYOMI_CHART_COLOUR_FAINT_TEXT] = 0xdcdcdc,
    [KOYOMI_CHART_COLOUR_HEAD] = 0x141414,
    [KOYOMI_CHART_COLOUR_HEAD_NOW] = 0x123a7d,
    [KOYOMI_CHART_COLOUR_HEAD_NOW_TEXT] = 0xffffff,
    [KOYOMI_CHART_COLOUR_GROUP] = 0x2b2b2b,
    [KOYOMI_CHART_COLOUR_LINE] = 0x8a8a8a,
    [KOYOMI_CHART_COLOUR_MONTH_LINE] = 0x9a9a9a,
    [KOYOMI_CHART_COLOUR_QUARTER_LINE] = 0xf0f0f0,
    [KOYOMI_CHART_COLOUR_FRAME] = 0xffffff,
    [KOYOMI_CHART_COLOUR_WEEKEND] = 0x1a1a1a,
    [KOYOMI_CHART_COLOUR_HOLIDAY] = 0x3d1d12,
    [KOYOMI_CHART_COLOUR_PILL] = 0x3a3a3a,
    [KOYOMI_CHART_COLOUR_PILL_TEXT] = 0xffffff,
    [KOYOMI_CHART_COLOUR_GHOST] = 0xc8c8c8,
    [KOYOMI_CHART_COLOUR_TODAY] = 0xff8796,
    [KOYOMI_CHART_COLOUR_TODAY_TEXT] = 0x000000,
    [KOYOMI_CHART_COLOUR_MEETING] = 0xffffff,
    [KOYOMI_CHART_COLOUR_MARK] = 0xff9aa6,
    [KOYOMI_CHART_COLOUR_HIGHLIGHT] = 0x0f2f63,
    [KOYOMI_CHART_COLOUR_BASELINE] = 0x6a6a6a,
    [KOYOMI_CHART_COLOUR_SELECTION] = 0x9cc6ff,
    [KOYOMI_CHART_COLOUR_SELECTION_TEXT] = 0x000000,
  },
};

static const KoyomiStateStyle print_states[KOYOMI_N_STATES] = {
  [KOYOMI_STATE_PLANNED] = { 0xe8f0fb, 0xc9dcf6, 0x4a7fc4, 0x143a70, 0.7, FALSE },
  [KOYOMI_STATE_DUE_SOON] = { 0xffdf7e, 0xf5bd2e, 0x8a5a00, 0x3a2700, 1.3, FALSE },
  [KOYOMI_STATE_DOING] = { 0x2f6fc9, 0x1b4a91, 0x153c78, 0xffffff, 0.7, FALSE },
  [KOYOMI_STATE_LATE] = { 0xb0142c, 0x7d0a1c, 0x5e0715, 0xffffff, 1.0, FALSE },
  [KOYOMI_STATE_DONE] = { 0x8fd0b0, 0x8fd0b0, 0x2e7d58, 0x0c3322, 0.7, FALSE },
  [KOYOMI_STATE_DONE_LATE] = { 0xa9cf92, 0xa9cf92, 0x9c3a10, 0x2b3310, 1.3, FALSE },
  [KOYOMI_STATE_SKIPPED] = { 0xffffff, 0xf0f1f3, 0x7a828e, 0x565d68, 0.7, TRUE },
  [KOYOMI_STATE_MISSED] = { 0xc5c6cd, 0xb4b5bd, 0x26272d, 0x18191e, 1.3, TRUE },
};

static const KoyomiStateStyle dark_states[KOYOMI_N_STATES] = {
  [KOYOMI_STATE_PLANNED] = { 0x24344d, 0x2f476b, 0x6b9be0, 0xdce9fc, 0.7, FALSE },
  [KOYOMI_STATE_DUE_SOON] = { 0xe8b93a, 0xd09c12, 0xffe9a8, 0x2b1d00, 1.3, FALSE },
  [KOYOMI_STATE_DOING] = { 0x6fa8f5, 0x4f8de6, 0xc4dcff, 0x04152e, 0.7, FALSE },
  [KOYOMI_STATE_LATE] = { 0xc92840, 0xa3152b, 0xff9aa8, 0xffffff, 1.0, FALSE },
  [KOYOMI_STATE_DONE] = { 0x2a6a4c, 0x2a6a4c, 0x6bc79c, 0xf0fff7, 0.7, FALSE },
  [KOYOMI_STATE_DONE_LATE] = { 0x4d6130, 0x4d6130, 0xff9f6b, 0xfbfff0, 1.3, FALSE },
  [KOYOMI_STATE_SKIPPED] = { 0x1e1e20, 0x2a2a2e, 0x8a8a96, 0xb9b9c4, 0.7, TRUE },
  [KOYOMI_STATE_MISSED] = { 0x585862, 0x4b4b54, 0xf0f0f4, 0xffffff, 1.3, TRUE },
};

static const KoyomiStateStyle bright_states[KOYOMI_N_STATES] = {
  [KOYOMI_STATE_PLANNED] = { 0xffffff, 0xd6e4fa, 0x0b3d91, 0x00133d, 1.3, FALSE },
  [KOYOMI_STATE_DUE_SOON] = { 0xffcf33, 0xf0b400, 0x000000, 0x000000, 1.3, FALSE },
  [KOYOMI_STATE_DOING] = { 0x0b4db5, 0x002f7a, 0x000000, 0xffffff, 0.7, FALSE },
  [KOYOMI_STATE_LATE] = { 0x8f0018, 0x5c0010, 0x000000, 0xffffff, 1.3, FALSE },
  [KOYOMI_STATE_DONE] = { 0x7fd1a6, 0x7fd1a6, 0x00391f, 0x000000, 0.7, FALSE },
  [KOYOMI_STATE_DONE_LATE] = { 0x8cbc62, 0x8cbc62, 0x7a2300, 0x000000, 1.3, FALSE },
  [KOYOMI_STATE_SKIPPED] = { 0xffffff, 0xf0f0f0, 0x000000, 0x000000, 0.7, TRUE },
  [KOYOMI_STATE_MISSED] = { 0xb4b4b4, 0xa6a6a6, 0x000000, 0x000000, 1.3, TRUE },
};

static const KoyomiStateStyle black_states[KOYOMI_N_STATES] = {
  [KOYOMI_STATE_PLANNED] = { 0x000000, 0x14305e, 0xa8ccff, 0xffffff, 1.3, FALSE },
  [KOYOMI_STATE_DUE_SOON] = { 0xffd23f, 0xe0b000, 0xffffff, 0x000000, 1.3, FALSE },
  [KOYOMI_STATE_DOING] = { 0x8fc1ff, 0x5e9ef2, 0xffffff, 0x000000, 0.7, FALSE },
  [KOYOMI_STATE_LATE] = { 0xa0001b, 0x6e0012, 0xffffff, 0xffffff, 1.3, FALSE },
  [KOYOMI_STATE_DONE] = { 0x0f5c38, 0x0f5c38, 0x8ff0c0, 0xffffff, 0.7, FALSE },
  [KOYOMI_STATE_DONE_LATE] = { 0x4a6e18, 0x4a6e18, 0xffb27a, 0xffffff, 1.3, FALSE },
  [KOYOMI_STATE_SKIPPED] = { 0x000000, 0x1c1c1c, 0xffffff, 0xffffff, 0.7, TRUE },
  [KOYOMI_STATE_MISSED] = { 0x4d4d4d, 0x404040, 0xffffff, 0xffffff, 1.3, TRUE },
};

static const KoyomiStateStyle * const states[KOYOMI_N_CHART_PALETTES] = {
  [KOYOMI_CHART_PALETTE_PRINT] = print_states,
  [KOYOMI_CHART_PALETTE_LIGHT] = print_states,
  [KOYOMI_CHART_PALETTE_DARK] = dark_states,
  [KOYOMI_CHART_PALETTE_HIGH_CONTRAST] = bright_states,
  [KOYOMI_CHART_PALETTE_HIGH_CONTRAST_DARK] = black_states,
};

KoyomiColour
koyomi_chart_style_get_colour (KoyomiChartPalette palette,
                               KoyomiChartColour  colour)
{
  g_return_val_if_fail ((guint) palette < KOYOMI_N_CHART_PALETTES && (guint) colour < KOYOMI_N_CHART_COLOURS, 0);

  return colours[palette][colour];
}

const KoyomiStateStyle *
koyomi_chart_style_get_state (KoyomiChartPalette palette,
                              KoyomiState        state)
{
  g_return_val_if_fail ((guint) palette < KOYOMI_N_CHART_PALETTES && (guint) state < KOYOMI_N_STATES, NULL);

  return &states[palette][state];
}

/* The chain of families for every text. A Japanese one comes first, so that Han characters have their Japanese forms in an English
 * calendar too. */
const char *
koyomi_chart_style_get_family (void)
{
  return "Noto Sans CJK JP, Noto Sans JP, Yu Gothic, Hiragino Sans, IPAexGothic, Sans";
}

static double
linearize (guint32 channel)
{
  double value = (channel & 0xff) / 255.0;

  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

/* Relative luminance as WCAG defines it, 0 to 1: what is left of a colour in grey. */
double
koyomi_colour_get_luminance (KoyomiColour self)
{
  return 0.2126 * linearize (self >> 16) + 0.7152 * linearize (self >> 8) + 0.0722 * linearize (self);
}

/* 1 to 21 */
double
koyomi_colour_get_contrast (KoyomiColour self,
                            KoyomiColour other)
{
  double a = koyomi_colour_get_luminance (self);
  double b = koyomi_colour_get_luminance (other);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

/* Whether a text of the one colour can be read on the other: WCAG's 4.5. */
gboolean
koyomi_colour_is_readable (KoyomiColour text,
                           KoyomiColour ground)
{
  return koyomi_colour_get_contrast (text, ground) >= 4.5;
}
