#include "koyomi-paper.h"

#define POINTS_A_MILLIMETRE (72 / 25.4)

/* In points. */
void
koyomi_paper_get_size (KoyomiPaper  self,
                       double      *width,
                       double      *height)
{
  static const int sizes[KOYOMI_N_PAPERS][2] = {
    [KOYOMI_PAPER_A3] = { 420, 297 },
    [KOYOMI_PAPER_A4] = { 297, 210 },
  };

  g_return_if_fail ((guint) self < KOYOMI_N_PAPERS);

  *width = sizes[self][0] * POINTS_A_MILLIMETRE;
  *height = sizes[self][1] * POINTS_A_MILLIMETRE;
}
