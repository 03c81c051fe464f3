#pragma once

#include "koyomi-calendar-layout.h"
#include "koyomi-incident-style.h"

G_BEGIN_DECLS

#define KOYOMI_CARD_MOST_PILLS 4

typedef struct
{
  const char     *text;
  KoyomiCardTone  tone;
} KoyomiCardPill;

/* What stands on a card. Borrows everything. */
typedef struct
{
  const char     *number;
  int             severity;        /* a KoyomiSeverity, or -1 */
  const char     *severity_name;
  const char     *title;
  KoyomiCardPill  pills[KOYOMI_CARD_MOST_PILLS];
  guint           n_pills;
  const char     *team;
  const char     *foot;            /* at the right of it: tasks and age */
  gboolean        is_drill;
} KoyomiCardFace;

/* What surrounds a card. */
typedef enum
{
  KOYOMI_CARD_SELECTED = 1 << 0,
  KOYOMI_CARD_LIFTED = 1 << 1,     /* it is being dragged */
} KoyomiCardFlags;

/* Measures and draws the cards of the incident board, and what lies behind them. */
typedef struct
{
  KoyomiChartText    *text;
  KoyomiChartPalette  palette;
  double              scale;         /* of the measures */
  double              advances[128]; /* of the letters of a title at scale 1, to measure thousands of titles without shaping them */
  double              wide;          /* of a wide letter */
} KoyomiCardChart;

KoyomiCardChart *koyomi_card_chart_new          (KoyomiLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
void             koyomi_card_chart_free         (KoyomiCardChart        *self);

double           koyomi_card_chart_get_size     (const KoyomiCardChart  *self,
                                                 double                  measure);
double           koyomi_card_chart_get_height   (const KoyomiCardChart  *self,
                                                 const KoyomiCardFace   *face,
                                                 double                  width);
void             koyomi_card_chart_paint        (const KoyomiCardChart  *self,
                                                 const KoyomiCardFace   *face,
                                                 KoyomiCardFlags         flags,
                                                 KoyomiRect              rect,
                                                 cairo_t                *cr);
void             koyomi_card_chart_paint_column (const KoyomiCardChart  *self,
                                                 gboolean                is_target,
                                                 KoyomiRect              rect,
                                                 cairo_t                *cr);
void             koyomi_card_chart_paint_text   (const KoyomiCardChart  *self,
                                                 const char             *text,
                                                 KoyomiChartTextFlags    flags,
                                                 gboolean                faint,
                                                 KoyomiRect              rect,
                                                 cairo_t                *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiCardChart, koyomi_card_chart_free)

G_END_DECLS
