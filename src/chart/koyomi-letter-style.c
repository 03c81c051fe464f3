#include "koyomi-letter-style.h"

/* The common letters in the order R A C I S, and one for all others. */
#define N_LOOKS (KOYOMI_N_COMMON_LETTERS + 1)

static const KoyomiLetterStyle light[N_LOOKS] = {
  { 0x1f66c8, 0x17509e, 0xffffff, TRUE, FALSE },
  { 0x5b2c83, 0x431f63, 0xffffff, TRUE, FALSE },
  { 0xd6e6fb, 0x7fa6d9, 0x164a8f, FALSE, FALSE },
  { 0xededed, 0xb4b4b4, 0x4a4f57, FALSE, FALSE },
  { 0xffffff, 0x2e7d57, 0x1f6b46, FALSE, TRUE },
  { 0xfdf3cf, 0xb98a1e, 0x4a3a00, FALSE, TRUE },
};

static const KoyomiLetterStyle dark[N_LOOKS] = {
  { 0x3d84e6, 0x9cc4ff, 0x001530, TRUE, FALSE },
  { 0xc29bef, 0xe6d3ff, 0x1f0a38, TRUE, FALSE },
  { 0x1d3557, 0x5b87c2, 0xcfe2ff, FALSE, FALSE },
  { 0x38383d, 0x6d6d76, 0xcfd2d8, FALSE, FALSE },
  { 0x1e1e20, 0x57c48d, 0x9ae6bf, FALSE, TRUE },
  { 0x3d3516, 0xc7a94a, 0xf6e7a8, FALSE, TRUE },
};

static const KoyomiLetterStyle contrast[N_LOOKS] = {
  { 0x003c9e, 0x000000, 0xffffff, TRUE, FALSE },
  { 0x3d0a66, 0x000000, 0xffffff, TRUE, FALSE },
  { 0xdceaff, 0x000000, 0x000000, FALSE, FALSE },
  { 0xf0f0f0, 0x000000, 0x000000, FALSE, FALSE },
  { 0xffffff, 0x000000, 0x000000, FALSE, TRUE },
  { 0xfdf0bd, 0x000000, 0x000000, FALSE, TRUE },
};

static const KoyomiLetterStyle contrast_dark[N_LOOKS] = {
  { 0x9cc6ff, 0xffffff, 0x000000, TRUE, FALSE },
  { 0xe0c2ff, 0xffffff, 0x000000, TRUE, FALSE },
  { 0x12294a, 0xffffff, 0xffffff, FALSE, FALSE },
  { 0x2a2a2e, 0xffffff, 0xffffff, FALSE, FALSE },
  { 0x000000, 0xffffff, 0xffffff, FALSE, TRUE },
  { 0x3a3000, 0xffffff, 0xffffff, FALSE, TRUE },
};

/* The letters in the order in which they decide about a cell that has several. */
static const guint ranks[KOYOMI_N_COMMON_LETTERS] = { 1, 0, 4, 2, 3 };

/* @letter: its place in the alphabet */
const KoyomiLetterStyle *
koyomi_letter_style_get (KoyomiChartPalette palette,
                         guint              letter)
{
  static const KoyomiLetterStyle * const styles[KOYOMI_N_CHART_PALETTES] = { light, light, dark, contrast, contrast_dark };

  return &styles[palette][MIN (letter, KOYOMI_N_COMMON_LETTERS)];
}

/* Returns: the place in the alphabet of the letter that comes at @index when those that matter most come first: A R S C I, then the
 *   organisation's own */
guint
koyomi_letter_style_rank (guint index)
{
  return index < KOYOMI_N_COMMON_LETTERS ? ranks[index] : index;
}

/* Returns: the place in the alphabet of the letter that a cell with @letters takes its looks from; -1 without letters */
int
koyomi_letters_get_leading (KoyomiLetters letters)
{
  for (guint i = 0; i < 64; i++)
    if (letters & G_GUINT64_CONSTANT (1) << koyomi_letter_style_rank (i))
      return koyomi_letter_style_rank (i);

  return -1;
}
