#pragma once

#include "koyomi-chart-style.h"

G_BEGIN_DECLS

/* Colours and measures of the incident board. Severities are told apart by glyph and word as well as by colour. */

/* How a card says it; the last is for an incident that has no severity yet. */
#define KOYOMI_N_SEVERITY_STYLES 6

typedef struct
{
  KoyomiColour bar;    /* at the left edge of the card */
  KoyomiColour text;   /* of the word, on a card */
} KoyomiSeverityStyle;

/* What a pill on a card says. */
typedef enum
{
  KOYOMI_CARD_TONE_LATE,
  KOYOMI_CARD_TONE_NEAR,
  KOYOMI_CARD_TONE_CALM,
  KOYOMI_CARD_TONE_DRILL,
  KOYOMI_CARD_TONE_DONE,
  KOYOMI_N_CARD_TONES,
} KoyomiCardTone;

typedef struct
{
  KoyomiColour fill;
  KoyomiColour text;
  KoyomiColour edge;
} KoyomiPillStyle;

typedef enum
{
  KOYOMI_BOARD_COLOUR_COLUMN,      /* behind the cards */
  KOYOMI_BOARD_COLOUR_TARGET,      /* behind the cards where one would be dropped */
  KOYOMI_BOARD_COLOUR_CARD,
  KOYOMI_BOARD_COLOUR_CARD_EDGE,
  KOYOMI_BOARD_COLOUR_CARD_DRILL,  /* behind a drill */
  KOYOMI_N_BOARD_COLOURS,
} KoyomiBoardColour;

/* In pixels where texts have their usual size. */
typedef struct
{
  double margin;          /* around the board */
  double gap;             /* between columns */
  double inset;           /* of the cards in a column */
  double card_gap;
  double radius;
  double least_column;
  double strip;           /* a column that is folded up */
  double head;
  double head_margin;     /* above the names of the columns */
  double lane;            /* the heading of a lane */
  double bar;             /* of the severity */
  double padding;
  double line;            /* with the number, and with the team */
  double title_line;
  double text;
  double title;
  double small;
  double pill_height;
  double pill_padding;
  double pill_gap;
  double gap_below_title;
  double hair;
  double outline;
} KoyomiBoardMeasures;

extern const KoyomiBoardMeasures koyomi_board_measures;

const KoyomiSeverityStyle *koyomi_incident_style_get_severity (KoyomiChartPalette  palette,
                                                               int                 severity);
const char                *koyomi_incident_style_get_glyph    (int                 severity);
const KoyomiPillStyle     *koyomi_incident_style_get_pill     (KoyomiChartPalette  palette,
                                                               KoyomiCardTone      tone);
KoyomiColour               koyomi_incident_style_get_colour   (KoyomiChartPalette  palette,
                                                               KoyomiBoardColour   colour);

G_END_DECLS
