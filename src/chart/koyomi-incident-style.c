#include "koyomi-incident-style.h"

const KoyomiBoardMeasures koyomi_board_measures = {
  .margin = 10,
  .gap = 7,
  .inset = 6,
  .card_gap = 7,
  .radius = 7,
  .least_column = 148,
  .strip = 34,
  .head = 42,
  .head_margin = 8,
  .lane = 28,
  .bar = 5,
  .padding = 8,
  .line = 16,
  .title_line = 18,
  .text = 12,
  .title = 13,
  .small = 11,
  .pill_height = 18,
  .pill_padding = 8,
  .pill_gap = 3,
  .gap_below_title = 3,
  .hair = 1,
  .outline = 2,
};

static const KoyomiSeverityStyle light_severities[KOYOMI_N_SEVERITY_STYLES] = {
  { 0xc01c28, 0xb0142c }, { 0xff7800, 0xb34700 }, { 0xe5a50a, 0x805600 }, { 0x5e88c4, 0x2c5a9a }, { 0xa5a9b0, 0x5c636e },
  { 0xd3d6da, 0x5c636e },
};

static const KoyomiSeverityStyle dark_severities[KOYOMI_N_SEVERITY_STYLES] = {
  { 0xff6b78, 0xffa0a9 }, { 0xff9a4d, 0xffb57a }, { 0xe8b93e, 0xf6d67a }, { 0x7aa7e8, 0xa9c8f5 }, { 0x8a8d96, 0xb8bcc4 },
  { 0x55565e, 0xb8bcc4 },
};

static const KoyomiSeverityStyle contrast_severities[KOYOMI_N_SEVERITY_STYLES] = {
  { 0x8f0014, 0x8f0014 }, { 0x8a3200, 0x7a2c00 }, { 0x6b4a00, 0x5a3e00 }, { 0x003c9e, 0x003c9e }, { 0x3a3a3a, 0x000000 },
  { 0x767676, 0x000000 },
};

static const KoyomiSeverityStyle contrast_dark_severities[KOYOMI_N_SEVERITY_STYLES] = {
  { 0xff8796, 0xffb3bb }, { 0xffa866, 0xffc799 }, { 0xffd257, 0xffe08f }, { 0x9cc6ff, 0xc4ddff }, { 0xdcdcdc, 0xffffff },
  { 0x9a9a9a, 0xffffff },
};

static const KoyomiPillStyle light_pills[KOYOMI_N_CARD_TONES] = {
  [KOYOMI_CARD_TONE_LATE] = { 0xc01c28, 0xffffff, 0xc01c28 },
  [KOYOMI_CARD_TONE_NEAR] = { 0xfbd5d8, 0x8f0f22, 0xf0a8ae },
  [KOYOMI_CARD_TONE_CALM] = { 0xfaf0c0, 0x5f4400, 0xe2cf7a },
  [KOYOMI_CARD_TONE_DRILL] = { 0xe9dcf3, 0x4f2a74, 0xc9aee0 },
  [KOYOMI_CARD_TONE_DONE] = { 0xd3efdf, 0x0f5132, 0x9fd6b8 },
};

static const KoyomiPillStyle dark_pills[KOYOMI_N_CARD_TONES] = {
  [KOYOMI_CARD_TONE_LATE] = { 0xff8f9b, 0x2b0308, 0xff8f9b },
  [KOYOMI_CARD_TONE_NEAR] = { 0x6b1a26, 0xffd5d9, 0x9a3341 },
  [KOYOMI_CARD_TONE_CALM] = { 0x4a3d10, 0xf6e7a8, 0x7a6a2a },
  [KOYOMI_CARD_TONE_DRILL] = { 0x46305e, 0xe6d3fa, 0x6d4f8c },
  [KOYOMI_CARD_TONE_DONE] = { 0x1f4a37, 0xc9f2dc, 0x37735a },
};

static const KoyomiPillStyle contrast_pills[KOYOMI_N_CARD_TONES] = {
  [KOYOMI_CARD_TONE_LATE] = { 0x8f0014, 0xffffff, 0x8f0014 },
  [KOYOMI_CARD_TONE_NEAR] = { 0xffdede, 0x5a000c, 0x8f0014 },
  [KOYOMI_CARD_TONE_CALM] = { 0xfdf0bd, 0x000000, 0x5a4a00 },
  [KOYOMI_CARD_TONE_DRILL] = { 0xeadcf7, 0x000000, 0x3d0066 },
  [KOYOMI_CARD_TONE_DONE] = { 0xc6f2d8, 0x000000, 0x005c34 },
};

static const KoyomiPillStyle contrast_dark_pills[KOYOMI_N_CARD_TONES] = {
  [KOYOMI_CARD_TONE_LATE] = { 0xff8796, 0x000000, 0xff8796 },
  [KOYOMI_CARD_TONE_NEAR] = { 0x4a0010, 0xffffff, 0xff8796 },
  [KOYOMI_CARD_TONE_CALM] = { 0x3a3000, 0xffffff, 0xd8c15a },
  [KOYOMI_CARD_TONE_DRILL] = { 0x2c0050, 0xffffff, 0xe0b8ff },
  [KOYOMI_CARD_TONE_DONE] = { 0x003d22, 0xffffff, 0x8ff0bf },
};

static const KoyomiColour colours[KOYOMI_N_CHART_PALETTES][KOYOMI_N_BOARD_COLOURS] = {
  [KOYOMI_CHART_PALETTE_PRINT] = { 0xf1f2f4, 0xdbe7f8, 0xffffff, 0xd8dbe0, 0xfbf8fe },
  [KOYOMI_CHART_PALETTE_LIGHT] = { 0xf1f1f2, 0xdbe7f8, 0xffffff, 0xd8dbe0, 0xfbf8fe },
  [KOYOMI_CHART_PALETTE_DARK] = { 0x2c2c30, 0x24405f, 0x3a3a40, 0x4c4c54, 0x3b3445 },
  [KOYOMI_CHART_PALETTE_HIGH_CONTRAST] = { 0xf0f0f0, 0xcfe2ff, 0xffffff, 0x000000, 0xffffff },
  [KOYOMI_CHART_PALETTE_HIGH_CONTRAST_DARK] = { 0x1a1a1a, 0x0f2f63, 0x000000, 0xffffff, 0x000000 },
};

/* @severity: a KoyomiSeverity, or -1 for none */
const KoyomiSeverityStyle *
koyomi_incident_style_get_severity (KoyomiChartPalette palette,
                                    int                severity)
{
  static const KoyomiSeverityStyle * const styles[KOYOMI_N_CHART_PALETTES] = {
    light_severities, light_severities, dark_severities, contrast_severities, contrast_dark_severities,
  };
  guint index = severity < 0 || severity >= KOYOMI_N_SEVERITY_STYLES ? KOYOMI_N_SEVERITY_STYLES - 1 : severity;

  g_return_val_if_fail ((guint) palette < KOYOMI_N_CHART_PALETTES, NULL);

  return &styles[palette][index];
}

/* From the worst to none; likewise. */
const char *
koyomi_incident_style_get_glyph (int severity)
{
  static const char * const glyphs[KOYOMI_N_SEVERITY_STYLES] = { "▲", "◆", "■", "●", "○", "−" };

  return glyphs[severity < 0 || severity >= KOYOMI_N_SEVERITY_STYLES ? KOYOMI_N_SEVERITY_STYLES - 1 : severity];
}

const KoyomiPillStyle *
koyomi_incident_style_get_pill (KoyomiChartPalette palette,
                                KoyomiCardTone     tone)
{
  static const KoyomiPillStyle * const styles[KOYOMI_N_CHART_PALETTES] = {
    light_pills, light_pills, dark_pills, contrast_pills, contrast_dark_pills,
  };

  g_return_val_if_fail ((guint) palette < KOYOMI_N_CHART_PALETTES && (guint) tone < KOYOMI_N_CARD_TONES, NULL);

  return &styles[palette][tone];
}

KoyomiColour
koyomi_incident_style_get_colour (KoyomiChartPalette palette,
                                  KoyomiBoardColour  colour)
{
  g_return_val_if_fail ((guint) palette < KOYOMI_N_CHART_PALETTES && (guint) colour < KOYOMI_N_BOARD_COLOURS, 0);

  return colours[palette][colour];
}
