#pragma once

#include "koyomi-record.h"

G_BEGIN_DECLS

/* How well a function is done, from 1 to 5, by those inside the company and by those outside. The scores and means are the program's
 * own method, see koyomi-maturity.c; whatever shows them should say so. */

#define KOYOMI_N_EXECUTIONS 2

#define KOYOMI_LEVEL_UNKNOWN (-1)
#define KOYOMI_LEVEL_NOT_DONE 0    /* it was decided not to do it */
#define KOYOMI_LEVEL_LOWEST 1
#define KOYOMI_LEVEL_HIGHEST 5

/* What was said of one way of doing it. */
typedef struct
{
  int as_is;
  int to_be;
} KoyomiMaturityLevels;

/* What follows for the function. */
typedef struct
{
  int      as_is;      /* 1 to 5, or %KOYOMI_LEVEL_NOT_DONE */
  int      to_be;      /* likewise; as it is, where no goal is set */
  int      gap;        /* how far the goal lies above, never less than 0 */
  gboolean is_known;   /* else somebody has to assess it; it counts as 1 until then */
  gboolean has_goal;
} KoyomiMaturityScore;

/* The mean over functions. One that is not to be done is left out, on the side on which that was decided. */
typedef struct
{
  guint n_functions;
  guint n_as_is;       /* of them those in the mean */
  guint n_to_be;
  guint n_unknown;     /* of them those that count as 1 because nobody knows */
  guint sum_as_is;
  guint sum_to_be;
} KoyomiMaturityMean;

KoyomiMaturityLevels  koyomi_maturity_read_levels       (KoyomiRecord               *record);
KoyomiMaturityScore   koyomi_maturity_score             (const KoyomiMaturityLevels *levels);

void                  koyomi_maturity_mean_add          (KoyomiMaturityMean         *self,
                                                         const KoyomiMaturityScore  *score);
double                koyomi_maturity_mean_get_as_is    (const KoyomiMaturityMean   *self);
double                koyomi_maturity_mean_get_to_be    (const KoyomiMaturityMean   *self);
gboolean              koyomi_maturity_mean_is_known     (const KoyomiMaturityMean   *self);

KoyomiRecord         *koyomi_maturity_find              (GPtrArray                  *records,
                                                         gint64                      function,
                                                         KoyomiExecution             mode,
                                                         guint32                     day);

const char           *koyomi_maturity_get_wording       (KoyomiExecution             mode,
                                                         int                         level,
                                                         KoyomiLanguage              language);
const char           *koyomi_maturity_get_method        (KoyomiLanguage              language);

G_END_DECLS
