#pragma once

#include "koyomi-chart-style.h"
#include "koyomi-letters.h"

G_BEGIN_DECLS

/* How a cell with letters looks. What differs in hue differs in lightness, weight or edge as well, and the letter itself is there. */
typedef struct
{
  KoyomiColour fill;
  KoyomiColour edge;
  KoyomiColour text;
  gboolean     is_bold;
  gboolean     is_dashed;   /* its edge */
} KoyomiLetterStyle;

const KoyomiLetterStyle *koyomi_letter_style_get   (KoyomiChartPalette  palette,
                                                    guint               letter);
guint                    koyomi_letter_style_rank  (guint               index);
int                      koyomi_letters_get_leading (KoyomiLetters      letters);

G_END_DECLS
