#pragma once

#include <pango/pangocairo.h>

#include "koyomi-language.h"

G_BEGIN_DECLS

typedef enum
{
  KOYOMI_CHART_TEXT_BOLD = 1 << 0,
  KOYOMI_CHART_TEXT_TWO_LINES = 1 << 1,   /* before it is cut off with an ellipsis; else one */
  KOYOMI_CHART_TEXT_CENTRED = 1 << 2,
  KOYOMI_CHART_TEXT_WRAPPED = 1 << 3,     /* on as many lines as it takes, never cut */
  KOYOMI_CHART_TEXT_RIGHT = 1 << 4,
  KOYOMI_CHART_TEXT_THREE_LINES = 1 << 5, /* likewise */
} KoyomiChartTextFlags;

/* What stands on a run. None of the three is owned. */
typedef struct
{
  const char *glyph;   /* of the state; "" or a constant */
  const char *blank;   /* behind it; "" or a constant */
  const char *title;
} KoyomiLabel;

/* Shapes texts for a layout and keeps some thousand of the last ones, because a picture is painted far more often than it
 * changes. Sizes are absolute and metrics unhinted: a text breaks at the same letter on screen, on paper and in a file. For one
 * thread. */
typedef struct _KoyomiChartText KoyomiChartText;

KoyomiChartText *koyomi_chart_text_new       (KoyomiLanguage        language) G_GNUC_WARN_UNUSED_RESULT;
void             koyomi_chart_text_free      (KoyomiChartText      *self);
PangoLayout     *koyomi_chart_text_get       (KoyomiChartText      *self,
                                              const char           *text,
                                              double                size,
                                              double                width,
                                              KoyomiChartTextFlags  flags);
PangoLayout     *koyomi_chart_text_get_label (KoyomiChartText      *self,
                                              KoyomiLabel           label,
                                              double                size,
                                              double                width,
                                              KoyomiChartTextFlags  flags);
double           koyomi_chart_text_get_width (KoyomiChartText      *self,
                                              const char           *text,
                                              double                size,
                                              KoyomiChartTextFlags  flags);
double           koyomi_chart_text_measure   (KoyomiChartText      *self,
                                              KoyomiLabel           label,
                                              double                size);
double           koyomi_chart_text_wrap      (KoyomiChartText      *self,
                                              const char           *text,
                                              double                size,
                                              double                width,
                                              KoyomiChartTextFlags  flags);
gboolean         koyomi_chart_text_has_room  (KoyomiChartText      *self,
                                              const char           *text,
                                              double                size,
                                              double                width,
                                              KoyomiChartTextFlags  flags);
gboolean         koyomi_chart_text_has_cut   (KoyomiChartText      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiChartText, koyomi_chart_text_free)

G_END_DECLS
