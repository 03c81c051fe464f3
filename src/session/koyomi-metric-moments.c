#include "koyomi-metric-moments-private.h"

#include "koyomi-day.h"
#include "koyomi-drill-coverage.h"
#include "koyomi-maturity-table.h"
#include "koyomi-metric-status.h"
#include "koyomi-rule-check.h"
#include "koyomi-rule-facts-private.h"

#include <string.h>

/* The catalogue of the roles that are assessed. */
#define ASSESSED_CATALOGUE "isogj"

struct _KoyomiMetricMoments
{
  KoyomiSession   *session;
  GPtrArray       *metrics;      /* (element-type KoyomiRecord) */
  GPtrArray       *values;       /* (element-type KoyomiRecord): those that hold */
  GHashTable      *moments;      /* day -> KoyomiMetricMoment */
  KoyomiRuleFacts *rule_facts;   /* (nullable): with the runs of rule_year */
  int              rule_year;
};

KoyomiMetricMoments *
_koyomi_metric_moments_new (KoyomiSession *session,
                            GPtrArray     *metrics,
                            GPtrArray     *values)
{
  KoyomiMetricMoments *self = g_new0 (KoyomiMetricMoments, 1);

  self->session = g_object_ref (session);
  self->metrics = g_ptr_array_ref (metrics);
  self->values = g_ptr_array_ref (values);
  self->moments = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) koyomi_metric_moment_free);

  return self;
}

void
_koyomi_metric_moments_free (KoyomiMetricMoments *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->rule_facts, koyomi_rule_facts_free);
  g_hash_table_unref (self->moments);
  g_ptr_array_unref (self->values);
  g_ptr_array_unref (self->metrics);
  g_object_unref (self->session);
  g_free (self);
}

/**
 * _koyomi_metric_find_last:
 * @value: (out) (optional) (transfer none): the value of the last month from @first_day to @last_day that has one
 *
 * Returns: that month, or KOYOMI_DAY_NONE
 */
guint32
_koyomi_metric_find_last (GPtrArray     *values,
                          gint64         metric,
                          guint32        first_day,
                          guint32        last_day,
                          KoyomiRecord **value)
{
  guint32 last = KOYOMI_DAY_NONE;

  for (guint i = 0; i < values->len; i++)
    {
      KoyomiRecord *record = g_ptr_array_index (values, i);
      guint32 month = koyomi_record_get_day (record, KOYOMI_METRIC_VALUE_MONTH);

      if (koyomi_record_get_int (record, KOYOMI_METRIC_VALUE_METRIC) != metric || month < first_day || month > last_day || month < last)
        continue;

      last = month;
      if (value != NULL)
        *value = record;
    }

  return last;
}

static KoyomiRecord *
look_up (GHashTable   *records,
         KoyomiRecord *from,
         int           field)
{
  gint64 id = koyomi_record_get_int (from, field);

  return g_hash_table_lookup (records, &id);
}

/* Returns: (element-type gint64 KoyomiRecord): borrowed */
static GHashTable *
index_records (GPtrArray *records)
{
  GHashTable *index = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < records->len; i++)
    {
      gint64 id = koyomi_record_get_id (g_ptr_array_index (records, i));

      g_hash_table_insert (index, g_memdup2 (&id, sizeof id), g_ptr_array_index (records, i));
    }

  return index;
}

/* Of the functions in use, those of a catalogue of which one at least has an activity. */
static void
add_planned (KoyomiMetricMoments *self,
             KoyomiMetricMoment  *moment)
{
  g_autoptr(GHashTable) functions = index_records (self->rule_facts->functions);
  g_autoptr(GHashTable) groups = index_records (self->rule_facts->groups);
  g_autoptr(GHashTable) catalogues = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < self->rule_facts->activities->len; i++)
    {
      KoyomiRecord *function = look_up (functions, g_ptr_array_index (self->rule_facts->activities, i), KOYOMI_ACTIVITY_FUNCTION);
      gint64 catalogue = koyomi_record_get_int (look_up (groups, function, KOYOMI_FUNCTION_GROUP), KOYOMI_GROUP_CATALOGUE);

      g_hash_table_add (catalogues, g_memdup2 (&catalogue, sizeof catalogue));
    }

  for (guint i = 0; i < moment->functions->len; i++)
    {
      gint64 id = g_array_index (moment->functions, gint64, i);
      KoyomiRecord *group = look_up (groups, g_hash_table_lookup (functions, &id), KOYOMI_FUNCTION_GROUP);
      gint64 catalogue = koyomi_record_get_int (group, KOYOMI_GROUP_CATALOGUE);

      if (g_hash_table_contains (catalogues, &catalogue))
        g_array_append_val (moment->planned, id);
    }
}

static gboolean
add_breaches (KoyomiMetricMoments  *self,
              KoyomiMetricMoment   *moment,
              GError              **error)
{
  int year = koyomi_session_get_fiscal_year (self->session, moment->day).year;

  if (self->rule_facts == NULL || self->rule_year != year)
    {
      g_clear_pointer (&self->rule_facts, koyomi_rule_facts_free);
      self->rule_facts = _koyomi_session_load_rule_facts (self->session, moment->day, KOYOMI_LANGUAGE_EN, error);
      self->rule_year = year;
    }
  if (self->rule_facts == NULL)
    return FALSE;

  g_ptr_array_unref (moment->breaches);
  moment->breaches = koyomi_rules_check (self->rule_facts, moment->day, KOYOMI_LANGUAGE_EN);
  g_array_unref (moment->functions);
  moment->functions = koyomi_rules_list_functions (self->rule_facts);
  add_planned (self, moment);

  return TRUE;
}

static gboolean
add_maturity (KoyomiMetricMoments  *self,
              KoyomiMetricMoment   *moment,
              GError              **error)
{
  g_autoptr(KoyomiMaturityTable) table = NULL;
  gint64 catalogue = 0;

  for (guint i = 0; i < self->rule_facts->catalogues->len; i++)
    if (strcmp (koyomi_record_get_text (g_ptr_array_index (self->rule_facts->catalogues, i), KOYOMI_CATALOGUE_CODE), ASSESSED_CATALOGUE) == 0)
      catalogue = koyomi_record_get_id (g_ptr_array_index (self->rule_facts->catalogues, i));

  if (catalogue == 0)
    return TRUE;

  if ((table = koyomi_session_load_maturity (self->session, catalogue, moment->day, KOYOMI_LANGUAGE_EN, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const KoyomiMaturityRow *row = g_ptr_array_index (table->rows, i);
      KoyomiMaturityFact fact = { koyomi_record_get_id (row->function), row->score };

      g_array_append_val (moment->maturity, fact);
    }

  return TRUE;
}

static gboolean
add_drill_coverage (KoyomiMetricMoments  *self,
                    KoyomiMetricMoment   *moment,
                    GError              **error)
{
  g_autoptr(KoyomiDrillCoverage) coverage = koyomi_session_load_drill_coverage (self->session, moment->day, KOYOMI_LANGUAGE_EN, error);

  for (guint i = 0; coverage != NULL && i < coverage->rows->len; i++)
    {
      const KoyomiDrillCoverageRow *row = g_ptr_array_index (coverage->rows, i);
      KoyomiShareFact fact = { row->team, row->is_covered };

      g_array_append_val (moment->drill_coverage, fact);
    }

  return coverage != NULL;
}

static void
add_fresh (KoyomiMetricMoments *self,
           KoyomiMetricMoment  *moment)
{
  int start_month = koyomi_session_get_fiscal_year (self->session, moment->day).start_month;

  for (guint i = 0; i < self->metrics->len; i++)
    {
      KoyomiRecord *metric = g_ptr_array_index (self->metrics, i);
      KoyomiShareFact fact = { .id = koyomi_record_get_id (metric) };
      guint32 month;

      if (koyomi_record_get_int (metric, KOYOMI_METRIC_KIND) != KOYOMI_METRIC_KIND_ENTERED || koyomi_metric_is_retired (metric, moment->day))
        continue;

      month = _koyomi_metric_find_last (self->values, fact.id, KOYOMI_DAY_NONE, moment->day, NULL);
      fact.holds = month != KOYOMI_DAY_NONE && !koyomi_metric_is_stale (metric, month, start_month, moment->day);
      g_array_append_val (moment->fresh, fact);
    }
}

/* Returns: (transfer none) */
const KoyomiMetricMoment *
_koyomi_metric_moments_get (KoyomiMetricMoments  *self,
                            guint32               day,
                            GError              **error)
{
  KoyomiMetricMoment *known = g_hash_table_lookup (self->moments, GUINT_TO_POINTER (day));
  g_autoptr(KoyomiMetricMoment) moment = NULL;

  if (known != NULL)
    return known;

  moment = koyomi_metric_moment_new (day);
  if (!add_breaches (self, moment, error) || !add_maturity (self, moment, error) || !add_drill_coverage (self, moment, error))
    return NULL;

  add_fresh (self, moment);
  known = g_steal_pointer (&moment);
  g_hash_table_insert (self->moments, GUINT_TO_POINTER (day), known);

  return known;
}
