#include "koyomi-matrix-style.h"

const KoyomiMatrixMeasures koyomi_matrix_measures = {
  .row = 25,
  .group = 26,
  .head = 62,
  .foot = 34,
  .column = 68,
  .side = 142,
  .padding = 6,
  .text = 12,
  .small = 10.5,
  .chip_width = 24,
  .chip_height = 19,
  .chip_gap = 2,
  .chip_radius = 4,
  .chip_line = 1.2,
  .sign_width = 20,
  .change_line = 2,
  .dot = 2,
  .levels = 13,
  .pill_height = 17,
  .pill_padding = 7,
  .hair = 1,
  .outline = 2,
  .handle = 7,
};

static const KoyomiLetterStyle light_letters[KOYOMI_N_LETTER_STYLES] = {
  [KOYOMI_LETTER_STYLE_R] = { 0x1c6ad0, 0xffffff, 0x1a5fb4 },
  [KOYOMI_LETTER_STYLE_A] = { 0x613583, 0xffffff, 0x613583 },
  [KOYOMI_LETTER_STYLE_C] = { 0xd3e4fa, 0x1a4f95, 0x1a5fb4 },
  [KOYOMI_LETTER_STYLE_I] = { 0xe8e9ec, 0x444a53, 0x5c636e },
  [KOYOMI_LETTER_STYLE_S] = { 0xd3efdf, 0x0f5132, 0x1f6b46 },
  [KOYOMI_LETTER_STYLE_OWN] = { 0xfbe6c8, 0x6b3d00, 0x8a5200 },
};

static const KoyomiLetterStyle dark_letters[KOYOMI_N_LETTER_STYLES] = {
  [KOYOMI_LETTER_STYLE_R] = { 0x62a0ea, 0x04152e, 0x8ab8ff },
  [KOYOMI_LETTER_STYLE_A] = { 0xc6a2e8, 0x23073f, 0xd0b0f0 },
  [KOYOMI_LETTER_STYLE_C] = { 0x24405f, 0xcfe4ff, 0x9cc6ff },
  [KOYOMI_LETTER_STYLE_I] = { 0x44444c, 0xe4e4ea, 0xb0b4bc },
  [KOYOMI_LETTER_STYLE_S] = { 0x1f4a37, 0xc9f2dc, 0x8ff0bf },
  [KOYOMI_LETTER_STYLE_OWN] = { 0x573a10, 0xffe7c2, 0xffc66d },
};

static const KoyomiLetterStyle contrast_letters[KOYOMI_N_LETTER_STYLES] = {
  [KOYOMI_LETTER_STYLE_R] = { 0x003c9e, 0xffffff, 0x003c9e },
  [KOYOMI_LETTER_STYLE_A] = { 0x3d0066, 0xffffff, 0x3d0066 },
  [KOYOMI_LETTER_STYLE_C] = { 0xcfe2ff, 0x000000, 0x003c9e },
  [KOYOMI_LETTER_STYLE_I] = { 0xe6e6e6, 0x000000, 0x3a3a3a },
  [KOYOMI_LETTER_STYLE_S] = { 0xc6f2d8, 0x000000, 0x005c34 },
  [KOYOMI_LETTER_STYLE_OWN] = { 0xffe2b0, 0x000000, 0x7a3600 },
};

static const KoyomiLetterStyle contrast_dark_letters[KOYOMI_N_LETTER_STYLES] = {
  [KOYOMI_LETTER_STYLE_R] = { 0x9cc6ff, 0x000000, 0x9cc6ff },
  [KOYOMI_LETTER_STYLE_A] = { 0xe0b8ff, 0x000000, 0xe0b8ff },
  [KOYOMI_LETTER_STYLE_C] = { 0x0f2f63, 0xffffff, 0x9cc6ff },
  [KOYOMI_LETTER_STYLE_I] = { 0x2b2b2b, 0xffffff, 0xdcdcdc },
  [KOYOMI_LETTER_STYLE_S] = { 0x003d22, 0xffffff, 0x8ff0bf },
  [KOYOMI_LETTER_STYLE_OWN] = { 0x4a2c00, 0xffffff, 0xffc266 },
};

static const KoyomiBreachStyle breaches[KOYOMI_N_CHART_PALETTES] = {
  [KOYOMI_CHART_PALETTE_PRINT] = { 0xfdecec, 0xfbd5d8, 0x8f0f22 },
  [KOYOMI_CHART_PALETTE_LIGHT] = { 0xfdecec, 0xfbd5d8, 0x8f0f22 },
  [KOYOMI_CHART_PALETTE_DARK] = { 0x3d1f22, 0x6b1a26, 0xffd5d9 },
  [KOYOMI_CHART_PALETTE_HIGH_CONTRAST] = { 0xffdede, 0x8f0014, 0xffffff },
  [KOYOMI_CHART_PALETTE_HIGH_CONTRAST_DARK] = { 0x4a0010, 0xff8796, 0x000000 },
};

static const KoyomiChangeStyle changes[KOYOMI_N_CHART_PALETTES] = {
  [KOYOMI_CHART_PALETTE_PRINT] = { 0xdff5e5, 0xfde3e0, 0xfff0cc, 0x14692f, 0xa51d16 },
  [KOYOMI_CHART_PALETTE_LIGHT] = { 0xdff5e5, 0xfde3e0, 0xfff0cc, 0x14692f, 0xa51d16 },
  [KOYOMI_CHART_PALETTE_DARK] = { 0x16381f, 0x47211e, 0x403510, 0x7ce19b, 0xffa69e },
  [KOYOMI_CHART_PALETTE_HIGH_CONTRAST] = { 0xccf5d8, 0xffd6d0, 0xffecb0, 0x005c1f, 0x8f0000 },
  [KOYOMI_CHART_PALETTE_HIGH_CONTRAST_DARK] = { 0x003d14, 0x520000, 0x3f3200, 0x7dff9f, 0xffb0a8 },
};

/* @letter: its place in the alphabet */
const KoyomiLetterStyle *
koyomi_matrix_style_get_letter (KoyomiChartPalette palette,
                                guint              letter)
{
  /* In the order of the letters that all plans have. */
  static const KoyomiLetterStyle * const styles[KOYOMI_N_CHART_PALETTES] = {
    light_letters, light_letters, dark_letters, contrast_letters, contrast_dark_letters,
  };

  g_return_val_if_fail ((guint) palette < KOYOMI_N_CHART_PALETTES, NULL);

  return &styles[palette][MIN (letter, KOYOMI_LETTER_STYLE_OWN)];
}

const KoyomiBreachStyle *
koyomi_matrix_style_get_breach (KoyomiChartPalette palette)
{
  g_return_val_if_fail ((guint) palette < KOYOMI_N_CHART_PALETTES, NULL);

  return &breaches[palette];
}

const KoyomiChangeStyle *
koyomi_matrix_style_get_change (KoyomiChartPalette palette)
{
  g_return_val_if_fail ((guint) palette < KOYOMI_N_CHART_PALETTES, NULL);

  return &changes[palette];
}

/* Whether chips have an edge, so that pale ones stand out. */
gboolean
koyomi_matrix_style_has_edges (KoyomiChartPalette palette)
{
  return palette == KOYOMI_CHART_PALETTE_HIGH_CONTRAST || palette == KOYOMI_CHART_PALETTE_HIGH_CONTRAST_DARK;
}
