#pragma once

#include "koyomi-figure.h"

G_BEGIN_DECLS

/* One of each figure, with gaps, values below nought and long names, in both languages. */

typedef struct
{
  const char    *name;
  KoyomiFigure *(*create) (KoyomiLanguage language);
  double         width;
  double         height;    /* 0 for what it asks for */
} KoyomiSampleFigure;

extern const KoyomiSampleFigure koyomi_sample_figures[];
extern const guint koyomi_n_sample_figures;

void koyomi_sample_font_use (void);

G_END_DECLS
