#include "koyomi-objectives.h"

#include "koyomi-day.h"

#include <math.h>

void
koyomi_objective_result_free (KoyomiObjectiveResult *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->objective);
  g_clear_object (&self->metric);
  g_free (self);
}

static KoyomiRecord *
find_metric (KoyomiMetricBook *book,
             gint64            id)
{
  GPtrArray *metrics = koyomi_metric_book_get_metrics (book);

  for (guint i = 0; i < metrics->len; i++)
    if (koyomi_record_get_id (g_ptr_array_index (metrics, i)) == id)
      return g_ptr_array_index (metrics, i);

  return NULL;
}

/* Takes the value of the quarter that @day is in, or that of the quarter before while there is none. */
static gboolean
take_value (KoyomiObjectiveResult  *self,
            KoyomiSession          *session,
            KoyomiMetricBook       *book,
            guint32                 day,
            GError                **error)
{
  KoyomiFiscalYear year = koyomi_session_get_fiscal_year (session, day);
  int quarter = koyomi_fiscal_year_get_quarter (year, day);
  g_autoptr(KoyomiMetricResult) result = koyomi_metric_book_tell (book, self->metric, year, quarter, FALSE, error);
  guint32 day_before = koyomi_fiscal_year_get_month_first (year, (quarter - 1) * 3) - 1;

  if (result == NULL)
    return FALSE;

  if (isnan (result->value) && !isnan (result->before))
    {
      year = koyomi_session_get_fiscal_year (session, day_before);
      quarter = koyomi_fiscal_year_get_quarter (year, day_before);
    }
  self->year = year;
  self->quarter = quarter;
  self->value = isnan (result->value) ? result->before : result->value;

  return TRUE;
}

/**
 * koyomi_session_load_objectives:
 * @book: the metrics of the session on @today
 *
 * Returns: (transfer full) (element-type KoyomiObjectiveResult): the plan's objectives; one whose day has passed is judged by what its metric
 *   was then
 */
GPtrArray *
koyomi_session_load_objectives (KoyomiSession     *session,
                                KoyomiMetricBook  *book,
                                guint32            today,
                                KoyomiLanguage     language,
                                GError           **error)
{
  g_autoptr(GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_objective_result_free);
  g_autoptr(GPtrArray) objectives = koyomi_session_list (session, KOYOMI_TABLE_OBJECTIVE, 0, 0, language, error);

  for (guint i = 0; objectives != NULL && i < objectives->len; i++)
    {
      KoyomiRecord *objective = g_ptr_array_index (objectives, i);
      KoyomiRecord *metric = find_metric (book, koyomi_record_get_int (objective, KOYOMI_OBJECTIVE_METRIC));
      KoyomiObjectiveResult *result;

      if (metric == NULL)
        continue;

      result = g_new0 (KoyomiObjectiveResult, 1);
      result->objective = g_object_ref (objective);
      result->metric = g_object_ref (metric);
      g_ptr_array_add (results, result);
      if (!take_value (result, session, book, MIN (today, koyomi_record_get_day (objective, KOYOMI_OBJECTIVE_DUE_DAY)), error))
        return NULL;

      result->state = koyomi_objective_judge (objective, koyomi_record_get_int (metric, KOYOMI_METRIC_DIRECTION), result->value, today);
    }

  return objectives != NULL ? g_steal_pointer (&results) : NULL;
}
