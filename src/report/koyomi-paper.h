#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sheets of paper, on their side. */
typedef enum
{
  KOYOMI_PAPER_A3,
  KOYOMI_PAPER_A4,
} KoyomiPaper;

#define KOYOMI_N_PAPERS 2

void koyomi_paper_get_size (KoyomiPaper  self,
                            double      *width,
                            double      *height);

G_END_DECLS
