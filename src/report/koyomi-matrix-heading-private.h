#pragma once

#include "koyomi-language.h"

G_BEGIN_DECLS

/* The headings by which a table of the matrix is read back: those of the table with one row an assignment come first, in their order. */
typedef enum
{
  KOYOMI_MATRIX_HEADING_CATALOGUE,
  KOYOMI_MATRIX_HEADING_GROUP_CODE,
  KOYOMI_MATRIX_HEADING_GROUP,
  KOYOMI_MATRIX_HEADING_CODE,
  KOYOMI_MATRIX_HEADING_FUNCTION,
  KOYOMI_MATRIX_HEADING_TEAM_CODE,
  KOYOMI_MATRIX_HEADING_TEAM,
  KOYOMI_MATRIX_HEADING_LETTERS,
  KOYOMI_MATRIX_HEADING_PERSON,
  KOYOMI_MATRIX_HEADING_DEPUTY,
  KOYOMI_MATRIX_HEADING_FROM,
  KOYOMI_MATRIX_HEADING_TO,
  KOYOMI_MATRIX_HEADING_NOTE,
  KOYOMI_MATRIX_HEADING_KEY,
  KOYOMI_N_ASSIGNMENT_COLUMNS,
  KOYOMI_MATRIX_HEADING_DAY = KOYOMI_N_ASSIGNMENT_COLUMNS,   /* of the matrix */
  KOYOMI_MATRIX_HEADING_N_R,                                 /* what its foot begins with */
  KOYOMI_MATRIX_HEADING_N_A,
  KOYOMI_MATRIX_HEADING_AS_IS,                               /* shown only, as those that follow */
  KOYOMI_MATRIX_HEADING_TO_BE,
  KOYOMI_MATRIX_HEADING_GAP,
  KOYOMI_MATRIX_HEADING_BREACHES,
  KOYOMI_N_MATRIX_HEADINGS,
} KoyomiMatrixHeading;

/* Before the key of an assignment, so that a spreadsheet does not round it. */
#define KOYOMI_ASSIGNMENT_KEY_PREFIX "Z"

const char *_koyomi_matrix_heading_get_label (KoyomiMatrixHeading  self,
                                              KoyomiLanguage       language);
int         _koyomi_matrix_heading_find      (const char          *text);

G_END_DECLS
