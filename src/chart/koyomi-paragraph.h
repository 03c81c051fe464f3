#pragma once

#include "koyomi-chart-style.h"
#include "koyomi-chart-text.h"

G_BEGIN_DECLS

/* A text on a page, in as many lines as it takes. Lines are as high as their size says, whatever letters stand in them, so that a text
 * can be broken between two pages anywhere. */
typedef struct
{
  const char           *text;
  double                size;
  double                width;
  KoyomiChartTextFlags  flags;
  KoyomiColour          colour;
} KoyomiParagraph;

double koyomi_paragraph_get_line    (double                 size);
guint  koyomi_paragraph_count_lines (const KoyomiParagraph *self,
                                     KoyomiChartText       *texts);
void   koyomi_paragraph_paint       (const KoyomiParagraph *self,
                                     KoyomiChartText       *texts,
                                     guint                  first_line,
                                     guint                  n_lines,
                                     double                 x,
                                     double                 y,
                                     cairo_t               *cr);

G_END_DECLS
