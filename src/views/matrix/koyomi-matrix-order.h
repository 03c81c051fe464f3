#pragma once

#include "koyomi-matrix-facts.h"

G_BEGIN_DECLS

/* Which functions the matrix shows. */
typedef enum
{
  KOYOMI_MATRIX_SHOW_ALL,
  KOYOMI_MATRIX_SHOW_BREACHES,   /* those that break a rule */
  KOYOMI_MATRIX_SHOW_GAPS,       /* those far below their goal */
  KOYOMI_MATRIX_SHOW_CHANGES,    /* those that are other than in what they are compared with */
} KoyomiMatrixShow;

typedef struct
{
  KoyomiMatrixShow  show;
  gboolean          by_gap;       /* the widest gap first, without groups; else as in the catalogue */
  gboolean          transposed;   /* lines are teams */
  char             *search;       /* "" for none */
  GHashTable       *folded;       /* (element-type gint64): the groups whose lines are not shown */
} KoyomiMatrixOptions;

/* A line of the matrix: a group, or a function or team with its cells. */
typedef struct
{
  KoyomiRecord *group;      /* (nullable): none of a team, or where the widest gap comes first */
  gboolean      is_group;   /* its heading */
  guint         index;      /* else its row in the matrix, or its column where teams are the lines */
} KoyomiMatrixLine;

void    koyomi_matrix_options_init   (KoyomiMatrixOptions        *self);
void    koyomi_matrix_options_clear  (KoyomiMatrixOptions        *self);
void    koyomi_matrix_options_copy   (KoyomiMatrixOptions        *self,
                                      const KoyomiMatrixOptions  *other);
gboolean koyomi_matrix_options_filter (const KoyomiMatrixOptions *self);

GArray *koyomi_matrix_order_list     (const KoyomiMatrixFacts    *facts,
                                      const KoyomiMatrixOptions  *options,
                                      GArray                    **columns) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
