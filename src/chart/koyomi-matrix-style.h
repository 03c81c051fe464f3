#pragma once

#include "koyomi-chart-style.h"

G_BEGIN_DECLS

/* Colours and measures of the matrix of functions and teams. Letters are told apart without their colours, by being letters. */

typedef enum
{
  KOYOMI_LETTER_STYLE_R,
  KOYOMI_LETTER_STYLE_A,
  KOYOMI_LETTER_STYLE_C,
  KOYOMI_LETTER_STYLE_I,
  KOYOMI_LETTER_STYLE_S,
  KOYOMI_LETTER_STYLE_OWN,   /* a letter of the organisation's own */
  KOYOMI_N_LETTER_STYLES,
} KoyomiLetterKind;

typedef struct
{
  KoyomiColour fill;
  KoyomiColour text;
  KoyomiColour edge;   /* also the text of one that is hollow, on paper */
} KoyomiLetterStyle;

/* A row that breaks a rule, and the pill in it that says which. */
typedef struct
{
  KoyomiColour ground;
  KoyomiColour pill;
  KoyomiColour text;   /* of the pill */
} KoyomiBreachStyle;

/* A cell that is compared with how it was. Added and removed letters are told apart by their signs and edges as well. */
typedef struct
{
  KoyomiColour added_ground;
  KoyomiColour removed_ground;
  KoyomiColour changed_ground;   /* of a cell that has won and lost letters */
  KoyomiColour added;
  KoyomiColour removed;
} KoyomiChangeStyle;

/* In pixels where texts have their usual size, or in points on paper. */
typedef struct
{
  double row;
  double group;
  double head;
  double foot;
  double column;
  double side;          /* the column at the right, with the levels */
  double padding;
  double text;
  double small;
  double chip_width;
  double chip_height;
  double chip_gap;
  double chip_radius;
  double chip_line;
  double sign_width;    /* a chip at least so wide has a sign before its letter */
  double change_line;   /* around an added letter, through a removed one */
  double dot;
  double levels;        /* height of the boxes */
  double pill_height;
  double pill_padding;
  double hair;
  double outline;       /* around what is selected */
  double handle;        /* at its corner */
} KoyomiMatrixMeasures;

extern const KoyomiMatrixMeasures koyomi_matrix_measures;

const KoyomiLetterStyle *koyomi_matrix_style_get_letter (KoyomiChartPalette  palette,
                                                         guint               letter);
const KoyomiBreachStyle *koyomi_matrix_style_get_breach (KoyomiChartPalette  palette);
const KoyomiChangeStyle *koyomi_matrix_style_get_change (KoyomiChartPalette  palette);
gboolean                 koyomi_matrix_style_has_edges  (KoyomiChartPalette  palette);

G_END_DECLS
