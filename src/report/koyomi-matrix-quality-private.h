#pragma once

#include "koyomi-matrix-report-private.h"

G_BEGIN_DECLS

/* What a matrix leaves to be asked, beside the breaches of rules. */
typedef enum
{
  KOYOMI_MATRIX_DOUBT_UNASSIGNED,        /* functions that no team has anything to do with */
  KOYOMI_MATRIX_DOUBT_MAPPED_ONLY,       /* of which only the counterparts in other catalogues are assigned */
  KOYOMI_MATRIX_DOUBT_WITHOUT_PERSON,    /* cells with R or A in which nobody is named */
  KOYOMI_MATRIX_DOUBT_INACTIVE_TEAM,
  KOYOMI_MATRIX_DOUBT_WITHOUT_LEVEL,
  KOYOMI_MATRIX_DOUBT_WITHOUT_GOAL,
  KOYOMI_MATRIX_DOUBT_WITHOUT_ASSESSOR,
  KOYOMI_MATRIX_DOUBT_WITHOUT_EVIDENCE,
  KOYOMI_MATRIX_DOUBT_WITHOUT_CAPACITY,
  KOYOMI_MATRIX_DOUBT_WITHOUT_EFFORT,    /* runs that nobody has estimated */
  KOYOMI_N_MATRIX_DOUBTS,
} KoyomiMatrixDoubt;

const char *_koyomi_matrix_doubt_get_label (KoyomiMatrixDoubt         self,
                                            KoyomiLanguage            language);
guint       _koyomi_matrix_doubt_count     (KoyomiMatrixDoubt         self,
                                            const KoyomiMatrixReport *report,
                                            char                    **examples);

G_END_DECLS
