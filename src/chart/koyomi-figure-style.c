#include "koyomi-figure-style.h"

const KoyomiFigureMeasures koyomi_figure_measures = {
  .title = 13.5,
  .text = 12,
  .small = 10.5,
  .value = 25,
  .line = 15,
  .title_line = 24,
  .margin = 10,
  .padding = 6,
  .gap = 4,
  .hair = 1,
  .thin = 1.3,
  .thick = 2.4,
  .dash = 4,
  .marker = 7,
  .glyph = 11,
  .radius = 8,
  .tick_distance = 28,
  .column_share = 0.62,
  .most_column = 44,
  .legend_swatch = 22,
  .legend_gap = 18,
  .least_markers = 18,
  .card_width = 320,
  .card_height = 176,
  .spark_height = 62,
  .pill_height = 20,
  .bullet_row = 40,
  .bullet_bar = 20,
  .bullet_name = 0.34,
  .ring = 76,
  .ring_width = 11,
  .ring_cell = 106,
  .grid_row = 30,
  .grid_name = 0.4,
  .grid_column = 120,
};

static const KoyomiStatusStyle light_statuses[KOYOMI_N_METRIC_STATUSES] = {
  [KOYOMI_METRIC_NO_DATA] = { 0x868e9a, 0xf0f1f3, 0xffffff, 0x59616d },
  [KOYOMI_METRIC_UNJUDGED] = { 0x868e9a, 0xf0f1f3, 0xffffff, 0x59616d },
  [KOYOMI_METRIC_ON_TARGET] = { 0x1f8a5b, 0xd5f0e2, 0xeef9f3, 0x0c4a30 },
  [KOYOMI_METRIC_AT_RISK] = { 0xb87d00, 0xfcecb8, 0xfff8e2, 0x5a3f00 },
  [KOYOMI_METRIC_OFF_TARGET] = { 0xa8122a, 0xf6c3c8, 0xfdeced, 0x6a0616 },
  [KOYOMI_METRIC_STALE] = { 0x6a7280, 0xdfe2e7, 0xffffff, 0x363d48 },
};

static const KoyomiStatusStyle dark_statuses[KOYOMI_N_METRIC_STATUSES] = {
  [KOYOMI_METRIC_NO_DATA] = { 0x8a8a96, 0x2a2a2e, 0x1e1e20, 0xb0b4bc },
  [KOYOMI_METRIC_UNJUDGED] = { 0x8a8a96, 0x2a2a2e, 0x1e1e20, 0xb0b4bc },
  [KOYOMI_METRIC_ON_TARGET] = { 0x2fa370, 0x17412d, 0x1a2b23, 0xc9f5df },
  [KOYOMI_METRIC_AT_RISK] = { 0xf2c64e, 0x5c4508, 0x2f2816, 0xffeec0 },
  [KOYOMI_METRIC_OFF_TARGET] = { 0xff8494, 0x7a1526, 0x351c20, 0xffe3e6 },
  [KOYOMI_METRIC_STALE] = { 0xa8adb8, 0x44444c, 0x1e1e20, 0xe4e4ea },
};

static const KoyomiStatusStyle contrast_statuses[KOYOMI_N_METRIC_STATUSES] = {
  [KOYOMI_METRIC_NO_DATA] = { 0x4a4a4a, 0xf6f6f6, 0xffffff, 0x000000 },
  [KOYOMI_METRIC_UNJUDGED] = { 0x4a4a4a, 0xf6f6f6, 0xffffff, 0x000000 },
  [KOYOMI_METRIC_ON_TARGET] = { 0x00613a, 0xcdf2de, 0xe6f8ef, 0x000000 },
  [KOYOMI_METRIC_AT_RISK] = { 0x9a6400, 0xffe28a, 0xfff4cf, 0x000000 },
  [KOYOMI_METRIC_OFF_TARGET] = { 0x8f0014, 0xf7b2b9, 0xfde2e4, 0x000000 },
  [KOYOMI_METRIC_STALE] = { 0x3a3a3a, 0xd6d6d6, 0xffffff, 0x000000 },
};

static const KoyomiStatusStyle contrast_dark_statuses[KOYOMI_N_METRIC_STATUSES] = {
  [KOYOMI_METRIC_NO_DATA] = { 0xb4b4b4, 0x141414, 0x000000, 0xffffff },
  [KOYOMI_METRIC_UNJUDGED] = { 0xb4b4b4, 0x141414, 0x000000, 0xffffff },
  [KOYOMI_METRIC_ON_TARGET] = { 0x28a670, 0x0b4a2d, 0x06281a, 0xffffff },
  [KOYOMI_METRIC_AT_RISK] = { 0xffd23f, 0x6a4a00, 0x2e2200, 0xffffff },
  [KOYOMI_METRIC_OFF_TARGET] = { 0xff8f9d, 0x8f0a1e, 0x3a060e, 0xffffff },
  [KOYOMI_METRIC_STALE] = { 0xdcdcdc, 0x4a4a4a, 0x000000, 0xffffff },
};

static const KoyomiStatusStyle * const statuses[KOYOMI_N_CHART_PALETTES] = {
  [KOYOMI_CHART_PALETTE_PRINT] = light_statuses,
  [KOYOMI_CHART_PALETTE_LIGHT] = light_statuses,
  [KOYOMI_CHART_PALETTE_DARK] = dark_statuses,
  [KOYOMI_CHART_PALETTE_HIGH_CONTRAST] = contrast_statuses,
  [KOYOMI_CHART_PALETTE_HIGH_CONTRAST_DARK] = contrast_dark_statuses,
};

/* Neighbours lie far apart in lightness, since columns stand on one another in this order. */
static const KoyomiToneStyle light_tones[KOYOMI_N_TONES] = {
  { 0x1a5fb4, 0x1a5fb4, 0xffffff, KOYOMI_MARKER_DISC },
  { 0xf0a830, 0xb26a00, 0x2b1d00, KOYOMI_MARKER_SQUARE },
  { 0x0b6e5c, 0x0b6e5c, 0xffffff, KOYOMI_MARKER_TRIANGLE },
  { 0x9cc8f0, 0x3f82c0, 0x0a2540, KOYOMI_MARKER_DISC },
  { 0x7a2a6a, 0x7a2a6a, 0xffffff, KOYOMI_MARKER_SQUARE },
  { 0xc3c8d0, 0x6a7280, 0x1c2026, KOYOMI_MARKER_TRIANGLE },
};

static const KoyomiToneStyle dark_tones[KOYOMI_N_TONES] = {
  { 0x6ea8f7, 0x6ea8f7, 0x04152e, KOYOMI_MARKER_DISC },
  { 0xa35f00, 0xf0a94a, 0xffffff, KOYOMI_MARKER_SQUARE },
  { 0x6fdcc0, 0x6fdcc0, 0x04231a, KOYOMI_MARKER_TRIANGLE },
  { 0x2c5590, 0x5f94dc, 0xffffff, KOYOMI_MARKER_DISC },
  { 0xe7a6d8, 0xe7a6d8, 0x2b0a24, KOYOMI_MARKER_SQUARE },
  { 0x5c606a, 0xa8adb8, 0xffffff, KOYOMI_MARKER_TRIANGLE },
};

static const KoyomiToneStyle contrast_tones[KOYOMI_N_TONES] = {
  { 0x003c9e, 0x003c9e, 0xffffff, KOYOMI_MARKER_DISC },
  { 0xf5b52e, 0x9a5a00, 0x000000, KOYOMI_MARKER_SQUARE },
  { 0x00523f, 0x00523f, 0xffffff, KOYOMI_MARKER_TRIANGLE },
  { 0x8fc1ff, 0x2a6fc0, 0x000000, KOYOMI_MARKER_DISC },
  { 0x5c0a4c, 0x5c0a4c, 0xffffff, KOYOMI_MARKER_SQUARE },
  { 0xb4b4b4, 0x5a5a5a, 0x000000, KOYOMI_MARKER_TRIANGLE },
};

static const KoyomiToneStyle contrast_dark_tones[KOYOMI_N_TONES] = {
  { 0x9cc6ff, 0x9cc6ff, 0x000000, KOYOMI_MARKER_DISC },
  { 0xb06a00, 0xffb454, 0x000000, KOYOMI_MARKER_SQUARE },
  { 0x8ff0d4, 0x8ff0d4, 0x000000, KOYOMI_MARKER_TRIANGLE },
  { 0x2f62b0, 0x6ea0ea, 0xffffff, KOYOMI_MARKER_DISC },
  { 0xff66c4, 0xff66c4, 0x000000, KOYOMI_MARKER_SQUARE },
  { 0x6a6a6a, 0xc8c8c8, 0xffffff, KOYOMI_MARKER_TRIANGLE },
};

static const KoyomiToneStyle * const tones[KOYOMI_N_CHART_PALETTES] = {
  [KOYOMI_CHART_PALETTE_PRINT] = light_tones,
  [KOYOMI_CHART_PALETTE_LIGHT] = light_tones,
  [KOYOMI_CHART_PALETTE_DARK] = dark_tones,
  [KOYOMI_CHART_PALETTE_HIGH_CONTRAST] = contrast_tones,
  [KOYOMI_CHART_PALETTE_HIGH_CONTRAST_DARK] = contrast_dark_tones,
};

const KoyomiStatusStyle *
koyomi_figure_style_get_status (KoyomiChartPalette palette,
                                KoyomiMetricStatus status)
{
  g_return_val_if_fail ((guint) palette < KOYOMI_N_CHART_PALETTES && (guint) status < KOYOMI_N_METRIC_STATUSES, NULL);

  return &statuses[palette][status];
}

/* @tone: after the last the first comes again */
const KoyomiToneStyle *
koyomi_figure_style_get_tone (KoyomiChartPalette palette,
                              guint              tone)
{
  g_return_val_if_fail ((guint) palette < KOYOMI_N_CHART_PALETTES, NULL);

  return &tones[palette][tone % KOYOMI_N_TONES];
}
