#include "koyomi-composite-edit.h"

#include "koyomi-day.h"
#include "koyomi-edit-label-private.h"
#include "koyomi-edit.h"
#include "koyomi-metric-book.h"
#include "koyomi-metric-definition.h"
#include "koyomi-row-order.h"
#include "koyomi-session-private.h"

#include <math.h>

/* What a new score is aimed at, until somebody says otherwise. */
#define TARGET 80.0
#define WARNING 60.0

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  gint64 first = koyomi_record_get_int (*(KoyomiRecord * const *) a, KOYOMI_METRIC_POSITION);
  gint64 second = koyomi_record_get_int (*(KoyomiRecord * const *) b, KOYOMI_METRIC_POSITION);

  return (first > second) - (first < second);
}

static gboolean
can_be_part (KoyomiRecord *metric,
             GPtrArray    *limits,
             guint32       today)
{
  KoyomiMetricLimits found;

  return !koyomi_metric_is_retired (metric, today) && !koyomi_metric_is_composite (metric) &&
         koyomi_metric_limits_find (&found, limits, koyomi_record_get_id (metric), today) &&
         !isnan (koyomi_metric_limits_score (&found, koyomi_record_get_int (metric, KOYOMI_METRIC_DIRECTION), 0));
}

/* Returns: (transfer full) (element-type KoyomiRecord): the metrics in use that something is aimed at with, and that therefore give points; no
 *   score is part of another */
GPtrArray *
koyomi_session_list_scored_metrics (KoyomiSession   *session,
                                    guint32          today,
                                    KoyomiLanguage   language,
                                    GError         **error)
{
  g_autoptr(GPtrArray) metrics = koyomi_session_list (session, KOYOMI_TABLE_METRIC, 0, 0, language, error);
  g_autoptr(GPtrArray) limits = metrics != NULL ? koyomi_session_list (session, KOYOMI_TABLE_METRIC_LIMIT, 0, 0, language, error) : NULL;

  if (limits == NULL)
    return NULL;

  for (guint i = metrics->len; i > 0; i--)
    if (!can_be_part (g_ptr_array_index (metrics, i - 1), limits, today))
      g_ptr_array_remove_index (metrics, i - 1);
  g_ptr_array_sort (metrics, compare_positions);

  return g_steal_pointer (&metrics);
}

static GPtrArray *
list_parts (KoyomiSession  *session,
            gint64          composite,
            GError        **error)
{
  return koyomi_session_list (session, KOYOMI_TABLE_METRIC_PART, KOYOMI_METRIC_PART_METRIC, composite,
                              koyomi_session_get_own_language (session), error);
}

/* Returns: (transfer full) (element-type KoyomiMetricWeight): of its parts */
GArray *
koyomi_session_list_metric_weights (KoyomiSession  *session,
                                    gint64          composite,
                                    GError        **error)
{
  g_autoptr(GPtrArray) parts = list_parts (session, composite, error);
  GArray *weights = parts != NULL ? g_array_new (FALSE, FALSE, sizeof (KoyomiMetricWeight)) : NULL;

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      KoyomiRecord *part = g_ptr_array_index (parts, i);
      KoyomiMetricWeight weight = { koyomi_record_get_int (part, KOYOMI_METRIC_PART_PART), koyomi_record_get_int (part, KOYOMI_METRIC_PART_WEIGHT) };

      g_array_append_val (weights, weight);
    }

  return weights;
}

static gboolean
check_weight (KoyomiSession             *session,
              const KoyomiMetricWeight  *weight,
              GError                   **error)
{
  g_autoptr(KoyomiRecord) metric = koyomi_session_get (session, KOYOMI_TABLE_METRIC, weight->metric, koyomi_session_get_own_language (session),
                                                       error);

  if (metric == NULL)
    return FALSE;
  if (!koyomi_metric_is_composite (metric) && weight->weight >= 1 && weight->weight <= KOYOMI_MOST_METRIC_WEIGHT)
    return TRUE;

  g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "“%s” cannot be a part with the weight %d", koyomi_record_get_title (metric),
               weight->weight);

  return FALSE;
}

static gboolean
check_weights (KoyomiSession  *session,
               const GArray   *weights,
               GError        **error)
{
  if (weights->len < KOYOMI_FEWEST_METRIC_PARTS)
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "a composite score has %d parts at least", KOYOMI_FEWEST_METRIC_PARTS);
      return FALSE;
    }

  for (guint i = 0; i < weights->len; i++)
    if (!check_weight (session, &g_array_index (weights, KoyomiMetricWeight, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
add_parts (KoyomiEdit    *edit,
           gint64         composite,
           const GArray  *weights,
           GError       **error)
{
  for (guint i = 0; i < weights->len; i++)
    {
      const KoyomiMetricWeight *weight = &g_array_index (weights, KoyomiMetricWeight, i);
      g_autoptr(KoyomiRecord) part = koyomi_record_new (KOYOMI_TABLE_METRIC_PART);

      koyomi_record_set_int (part, KOYOMI_METRIC_PART_METRIC, composite);
      koyomi_record_set_int (part, KOYOMI_METRIC_PART_PART, weight->metric);
      koyomi_record_set_int (part, KOYOMI_METRIC_PART_WEIGHT, weight->weight);
      if (!koyomi_edit_insert (edit, part, error))
        return FALSE;
    }

  return TRUE;
}

/* How a score is made is the same for all, and is said in both languages. */
static gboolean
describe (KoyomiEdit     *edit,
          KoyomiRecord   *metric,
          KoyomiLanguage  own,
          GError        **error)
{
  static const struct
  {
    int         field;
    const char *text;
  } texts[] = {
    { KOYOMI_METRIC_FORMULA, N_("Weighted mean of the points of its parts. A part has 100 points where its target is met, 50 at its warning level, "
                                "and 0 as far again beyond it. No score is told while a part is out of date or has no data.") },
    { KOYOMI_METRIC_DATA, N_("The KPIs of this plan that are its parts, with their limits") },
  };
  KoyomiLanguage other = own == KOYOMI_LANGUAGE_JA ? KOYOMI_LANGUAGE_EN : KOYOMI_LANGUAGE_JA;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    koyomi_record_set_text (metric, texts[i].field, koyomi_tr (own, texts[i].text));
  if (!koyomi_edit_insert (edit, metric, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!koyomi_edit_translate (edit, texts[i].field, koyomi_record_get_id (metric), koyomi_tr (other, texts[i].text), error))
      return FALSE;

  return TRUE;
}

static gboolean
add_limit (KoyomiEdit    *edit,
           gint64         metric,
           guint32        from,
           GError       **error)
{
  g_autoptr(KoyomiRecord) limit = koyomi_record_new (KOYOMI_TABLE_METRIC_LIMIT);

  koyomi_record_set_int (limit, KOYOMI_METRIC_LIMIT_METRIC, metric);
  koyomi_record_set_int (limit, KOYOMI_METRIC_LIMIT_FROM_DAY, from);
  koyomi_record_set_real (limit, KOYOMI_METRIC_LIMIT_TARGET, TARGET);
  koyomi_record_set_real (limit, KOYOMI_METRIC_LIMIT_WARNING, WARNING);

  return koyomi_edit_insert (edit, limit, error);
}

/**
 * koyomi_session_add_composite:
 * @weights: (element-type KoyomiMetricWeight): at least %KOYOMI_FEWEST_METRIC_PARTS, each metric once
 *
 * Adds a score behind the other metrics, aimed at 80 points from the first day of this fiscal year on. %KOYOMI_PLAN_ERROR_EXISTS for a code that
 * another metric has, %KOYOMI_PLAN_ERROR_CONSTRAINT for parts that cannot be.
 *
 * Returns: its key, or 0 on error
 */
gint64
koyomi_session_add_composite (KoyomiSession   *session,
                              const char      *name,
                              const char      *code,
                              const GArray    *weights,
                              KoyomiLanguage   language,
                              GError         **error)
{
  guint32 from = koyomi_fiscal_year_get_first_day (koyomi_session_get_fiscal_year (session, koyomi_day_today ()));
  g_autoptr(KoyomiRecord) metric = koyomi_record_new (KOYOMI_TABLE_METRIC);
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autofree char *label = NULL;

  if (!koyomi_session_check_metric_code (session, code, error) || !check_weights (session, weights, error))
    return 0;

  koyomi_record_set_text (metric, KOYOMI_METRIC_NAME, name);
  koyomi_record_set_text (metric, KOYOMI_METRIC_CODE, code);
  koyomi_record_set_int (metric, KOYOMI_METRIC_KIND, KOYOMI_METRIC_KIND_COMPUTED);
  koyomi_record_set_text (metric, KOYOMI_METRIC_COMPUTATION, KOYOMI_METRIC_COMPOSITE);
  koyomi_record_set_int (metric, KOYOMI_METRIC_UNIT, KOYOMI_UNIT_POINTS);
  koyomi_record_set_int (metric, KOYOMI_METRIC_DIRECTION, KOYOMI_DIRECTION_UP);
  koyomi_record_set_int (metric, KOYOMI_METRIC_POSITION, koyomi_session_find_last_position (session, KOYOMI_TABLE_METRIC, 0, 0, NULL) + 1);

  if ((edit = koyomi_session_begin_edit (session, error)) == NULL ||
      !describe (edit, metric, koyomi_session_get_own_language (session), error) ||
      !add_limit (edit, koyomi_record_get_id (metric), from, error) ||
      !add_parts (edit, koyomi_record_get_id (metric), weights, error))
    return 0;

  /* Translators: the label of the edit that adds a composite score, which is named */
  label = g_strdup_printf (koyomi_tr (language, N_("Add the score “%s”")), name);

  return koyomi_edit_commit (edit, label, error) ? koyomi_record_get_id (metric) : 0;
}

static gboolean
is_same (const GArray *a,
         const GArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const KoyomiMetricWeight *first = &g_array_index (a, KoyomiMetricWeight, i);
      const KoyomiMetricWeight *second = &g_array_index (b, KoyomiMetricWeight, i);

      if (first->metric != second->metric || first->weight != second->weight)
        return FALSE;
    }

  return TRUE;
}

static gboolean
remove_parts (KoyomiSession  *session,
              KoyomiEdit     *edit,
              gint64          composite,
              GError        **error)
{
  g_autoptr(GPtrArray) parts = list_parts (session, composite, error);

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    if (!koyomi_edit_delete (edit, KOYOMI_TABLE_METRIC_PART, koyomi_record_get_id (g_ptr_array_index (parts, i)), error))
      return FALSE;

  return parts != NULL;
}

/**
 * koyomi_session_set_metric_weights:
 * @weights: (element-type KoyomiMetricWeight): as for koyomi_session_add_composite()
 *
 * One edit, which is none when nothing differs. %KOYOMI_PLAN_ERROR_CONSTRAINT for parts that cannot be.
 */
gboolean
koyomi_session_set_metric_weights (KoyomiSession   *session,
                                   gint64           composite,
                                   const GArray    *weights,
                                   KoyomiLanguage   language,
                                   GError         **error)
{
  g_autoptr(GArray) before = koyomi_session_list_metric_weights (session, composite, error);
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  if (before == NULL || !check_weights (session, weights, error))
    return FALSE;
  if (is_same (before, weights))
    return TRUE;

  if ((edit = koyomi_session_begin_edit (session, error)) == NULL || !remove_parts (session, edit, composite, error) ||
      !add_parts (edit, composite, weights, error))
    return FALSE;

  name = _koyomi_label_name_row (session, KOYOMI_TABLE_METRIC, composite, language);
  /* Translators: the label of the edit that changes the parts or weights of a composite score, which is named in quotation marks */
  label = g_strdup_printf (koyomi_tr (language, N_("Weigh the parts of %s")), name);

  return koyomi_edit_commit (edit, label, error);
}
