#include "koyomi-maturity.h"

#include "koyomi-day.h"
#include "koyomi-reference.h"

#include <math.h>
#include <string.h>

/* The self-check sheet of the ISOG-J textbook says that the higher level counts where a role is both insourced and outsourced, and
 * that an unknown level counts as 1. How the sheet averages is not published, so the rest is the program's own method:
 *
 * - a way of doing it that was decided against does not count; a function with both ways decided against is left out of means;
 * - nothing said is unknown. A way without a goal is to stay as it is;
 * - the mean of a group and that of the whole are means over functions, each of the same weight;
 * - the gap is what the goal lies above the present level; what is not done yet but has a goal lacks all of it. */

static int
read_level (KoyomiRecord *record,
            int           field)
{
  return koyomi_record_is_none (record, field) ? KOYOMI_LEVEL_UNKNOWN : (int) koyomi_record_get_int (record, field);
}

/* @record: (nullable): a row of the table of maturity; NULL when nothing was said */
KoyomiMaturityLevels
koyomi_maturity_read_levels (KoyomiRecord *record)
{
  KoyomiMaturityLevels levels = { KOYOMI_LEVEL_UNKNOWN, KOYOMI_LEVEL_UNKNOWN };

  if (record != NULL)
    {
      levels.as_is = read_level (record, KOYOMI_MATURITY_AS_IS);
      levels.to_be = read_level (record, KOYOMI_MATURITY_TO_BE);
    }

  return levels;
}

static int
count_level (int level)
{
  return level == KOYOMI_LEVEL_UNKNOWN ? KOYOMI_LEVEL_LOWEST : level;
}

/* @levels: %KOYOMI_N_EXECUTIONS of them, by KoyomiExecution */
KoyomiMaturityScore
koyomi_maturity_score (const KoyomiMaturityLevels *levels)
{
  KoyomiMaturityScore score = { 0 };

  for (guint i = 0; i < KOYOMI_N_EXECUTIONS; i++)
    {
      int goal = levels[i].to_be == KOYOMI_LEVEL_UNKNOWN ? levels[i].as_is : levels[i].to_be;

      score.as_is = MAX (score.as_is, count_level (levels[i].as_is));
      score.to_be = MAX (score.to_be, count_level (goal));
      score.is_known |= levels[i].as_is >= KOYOMI_LEVEL_LOWEST;
      score.has_goal |= levels[i].to_be != KOYOMI_LEVEL_UNKNOWN;
    }

  /* That it is not done is known as well. */
  score.is_known |= score.as_is == KOYOMI_LEVEL_NOT_DONE;
  score.gap = MAX (score.to_be - score.as_is, 0);

  return score;
}

void
koyomi_maturity_mean_add (KoyomiMaturityMean        *self,
                          const KoyomiMaturityScore *score)
{
  self->n_functions++;
  self->n_as_is += score->as_is != KOYOMI_LEVEL_NOT_DONE;
  self->n_to_be += score->to_be != KOYOMI_LEVEL_NOT_DONE;
  self->n_unknown += !score->is_known;
  self->sum_as_is += score->as_is;
  self->sum_to_be += score->to_be;
}

/* NAN when there is nothing to take the mean of. */
double
koyomi_maturity_mean_get_as_is (const KoyomiMaturityMean *self)
{
  return self->n_as_is > 0 ? (double) self->sum_as_is / self->n_as_is : NAN;
}

/* Likewise of the goals. */
double
koyomi_maturity_mean_get_to_be (const KoyomiMaturityMean *self)
{
  return self->n_to_be > 0 ? (double) self->sum_to_be / self->n_to_be : NAN;
}

/* Whether anything was assessed of what is in the mean. What is all unknown has a mean of 1, which says nothing. */
gboolean
koyomi_maturity_mean_is_known (const KoyomiMaturityMean *self)
{
  return self->n_as_is > self->n_unknown;
}

/**
 * koyomi_maturity_find:
 * @records: (element-type KoyomiRecord): rows of the table of maturity, of any functions
 *
 * Returns: (transfer none) (nullable): the newest assessment of the function on or before @day. One without a day is older than all;
 *   of two of one day it is the one that comes later in the list.
 */
KoyomiRecord *
koyomi_maturity_find (GPtrArray       *records,
                      gint64           function,
                      KoyomiExecution  mode,
                      guint32          day)
{
  KoyomiRecord *newest = NULL;
  guint32 newest_day = KOYOMI_DAY_NONE;

  for (guint i = 0; i < records->len; i++)
    {
      KoyomiRecord *record = g_ptr_array_index (records, i);
      guint32 assessed = koyomi_record_get_day (record, KOYOMI_MATURITY_ASSESSED_DAY);

      if (koyomi_record_get_int (record, KOYOMI_MATURITY_FUNCTION) != function ||
          koyomi_record_get_int (record, KOYOMI_MATURITY_MODE) != (gint64) mode ||
          assessed > day || (newest != NULL && assessed < newest_day))
        continue;

      newest = record;
      newest_day = assessed;
    }

  return newest;
}

/* What a level means, in words. */
const char *
koyomi_maturity_get_wording (KoyomiExecution mode,
                             int             level,
                             KoyomiLanguage  language)
{
  const KoyomiReference *levels = koyomi_reference_get ("reference/maturity_levels");
  const char *nick = mode == KOYOMI_EXECUTION_INSOURCE ? "insource" : "outsource";

  if (level == KOYOMI_LEVEL_UNKNOWN)
    return koyomi_tr (language, N_("Not known; counts as 1"));

  for (guint i = 0; i < koyomi_reference_get_n_rows (levels); i++)
    {
      const char *cell = koyomi_reference_get_text (levels, i, "mode");

      if (koyomi_reference_get_int (levels, i, "points") == level && (strcmp (cell, nick) == 0 || strcmp (cell, "either") == 0))
        return koyomi_reference_get_localized (levels, i, "label", language);
    }

  g_return_val_if_reached ("");
}

/* How scores and means come about, in a sentence or two. */
const char *
koyomi_maturity_get_method (KoyomiLanguage language)
{
  return koyomi_tr (language, N_("The higher level of in-house and outsourced execution counts; an unknown level counts as 1; what is "
                                 "decided not to be done is left out. Means are taken over functions: this is Koyomi's own method."));
}
