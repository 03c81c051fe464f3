#include "koyomi-metric-row-facts.h"

#include "koyomi-day.h"
#include "koyomi-occurrence.h"

#include <math.h>

struct _KoyomiMetricRowFacts
{
  KoyomiLanguage  language;
  GHashTable     *tables;     /* KoyomiTableId -> GHashTable: its rows by their ids */
};

void
koyomi_metric_row_facts_free (KoyomiMetricRowFacts *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->tables, g_hash_table_unref);
  g_free (self);
}

/* Each table that rows are of is read once, not each row by itself. */
static gboolean
read_table (KoyomiMetricRowFacts  *self,
            KoyomiSession         *session,
            KoyomiTableId          table,
            GError               **error)
{
  GHashTable *rows;

  if (g_hash_table_contains (self->tables, GUINT_TO_POINTER (table)))
    return TRUE;

  if ((rows = koyomi_session_index (session, table, self->language, error)) == NULL)
    return FALSE;

  return g_hash_table_insert (self->tables, GUINT_TO_POINTER (table), rows);
}

KoyomiMetricRowFacts *
koyomi_metric_row_facts_new (KoyomiSession             *session,
                             const KoyomiMetricFigure  *figure,
                             KoyomiLanguage             language,
                             GError                   **error)
{
  g_autoptr(KoyomiMetricRowFacts) self = g_new0 (KoyomiMetricRowFacts, 1);

  self->language = language;
  self->tables = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  for (guint i = 0; figure->rows != NULL && i < figure->rows->len; i++)
    if (!read_table (self, session, g_array_index (figure->rows, KoyomiMetricRow, i).table, error))
      return NULL;

  return g_steal_pointer (&self);
}

/* Returns: (nullable) */
static KoyomiRecord *
find (KoyomiMetricRowFacts  *self,
      const KoyomiMetricRow *row)
{
  GHashTable *rows = g_hash_table_lookup (self->tables, GUINT_TO_POINTER (row->table));

  return rows != NULL ? g_hash_table_lookup (rows, &row->id) : NULL;
}

/* Returns: its title, with its number or code before it */
char *
koyomi_metric_row_facts_name (KoyomiMetricRowFacts  *self,
                              const KoyomiMetricRow *row)
{
  static const int codes[KOYOMI_N_TABLES] = {
    [KOYOMI_TABLE_INCIDENT] = KOYOMI_INCIDENT_NUMBER,
    [KOYOMI_TABLE_FUNCTION] = KOYOMI_FUNCTION_CODE,
    [KOYOMI_TABLE_CONTROL] = KOYOMI_CONTROL_CODE,
    [KOYOMI_TABLE_METRIC] = KOYOMI_METRIC_CODE,
  };
  KoyomiRecord *record = find (self, row);
  const char *title = record != NULL ? koyomi_record_get_title (record) : NULL;
  const char *code = record != NULL && codes[row->table] != 0 ? koyomi_record_get_text (record, codes[row->table]) : "";

  if (title == NULL || *title == '\0')
    return g_strdup (koyomi_tr (self->language, koyomi_dictionary_get_table (row->table)->label));

  return g_strconcat (code, *code != '\0' ? " " : "", title, NULL);
}

static char *
describe_run (KoyomiMetricRowFacts *self,
              KoyomiRecord         *run)
{
  g_autofree char *days = koyomi_day_format_span (koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY),
                                                  koyomi_record_get_day (run, KOYOMI_OCCURRENCE_LAST_DAY), self->language);
  g_autofree char *status = koyomi_record_format (run, KOYOMI_OCCURRENCE_STATUS, self->language);

  return g_strdup_printf ("%s · %s", days, status);
}

static char *
describe_incident (KoyomiMetricRowFacts *self,
                   KoyomiRecord         *incident)
{
  g_autofree char *severity = koyomi_record_format (incident, KOYOMI_INCIDENT_SEVERITY, self->language);
  g_autofree char *state = koyomi_record_format (incident, KOYOMI_INCIDENT_STATE, self->language);
  gint64 at = koyomi_record_get_int (incident, KOYOMI_INCIDENT_DETECTED_AT);
  g_autofree char *found = koyomi_record_is_none (incident, KOYOMI_INCIDENT_DETECTED_AT) ? g_strdup ("–")
                                                                                         : koyomi_day_format (koyomi_time_get_day (at));

  return g_strdup_printf ("%s · %s · %s", severity, state, found);
}

static char *
describe_value (KoyomiMetricRowFacts *self,
                KoyomiRecord         *value)
{
  g_autofree char *month = koyomi_day_format (koyomi_record_get_day (value, KOYOMI_METRIC_VALUE_MONTH));
  const char *by = koyomi_record_get_text (value, KOYOMI_METRIC_VALUE_ENTERED_BY);
  const char *note = koyomi_record_get_text (value, KOYOMI_METRIC_VALUE_NOTE);

  month[7] = '\0';

  return g_strconcat (month, *by != '\0' ? " · " : "", by, *note != '\0' ? " · " : "", note, NULL);
}

/* Returns: what else is to be said of it; "" for nothing */
char *
koyomi_metric_row_facts_detail (KoyomiMetricRowFacts  *self,
                                const KoyomiMetricRow *row)
{
  KoyomiRecord *record = find (self, row);

  if (record == NULL)
    return g_strdup ("");
  if (row->table == KOYOMI_TABLE_OCCURRENCE)
    return describe_run (self, record);
  if (row->table == KOYOMI_TABLE_INCIDENT)
    return describe_incident (self, record);
  if (row->table == KOYOMI_TABLE_METRIC_VALUE)
    return describe_value (self, record);
  if (row->table == KOYOMI_TABLE_FINDING)
    return koyomi_record_format (record, KOYOMI_FINDING_STATUS, self->language);

  return g_strdup ("");
}

KoyomiMetricLink
koyomi_metric_row_facts_get_link (KoyomiMetricRowFacts  *self,
                                  const KoyomiMetricRow *row)
{
  KoyomiRecord *record = find (self, row);

  if (record == NULL)
    return (KoyomiMetricLink) { row->table, 0 };

  if (row->table == KOYOMI_TABLE_INCIDENT_REPORT)
    return (KoyomiMetricLink) { KOYOMI_TABLE_INCIDENT, koyomi_record_get_int (record, KOYOMI_INCIDENT_REPORT_INCIDENT) };

  return (KoyomiMetricLink) { row->table, row->id };
}

static guint
count (const KoyomiMetricFigure *figure)
{
  guint n = 0;

  for (guint i = 0; figure->rows != NULL && i < figure->rows->len; i++)
    n += g_array_index (figure->rows, KoyomiMetricRow, i).counts;

  return n;
}

static double
sum (const KoyomiMetricFigure *figure)
{
  double total = 0;

  for (guint i = 0; figure->rows != NULL && i < figure->rows->len; i++)
    total += g_array_index (figure->rows, KoyomiMetricRow, i).amount;

  return total;
}

static char *
explain_sum (const KoyomiMetricFigure *figure,
             KoyomiAggregate           aggregate,
             KoyomiUnit                unit,
             KoyomiLanguage            language)
{
  guint n = figure->rows != NULL ? figure->rows->len : 0;
  g_autofree char *value = koyomi_metric_format_value (figure->value, unit, language);
  g_autofree char *total = koyomi_metric_format_value (sum (figure), unit, language);

  switch (aggregate)
    {
    case KOYOMI_AGGREGATE_RATE:
      /* Translators: how many rows count, of how many, and what share that is */
      return g_strdup_printf (koyomi_tr (language, N_("%1$u of %2$u = %3$s")), count (figure), n, value);
    case KOYOMI_AGGREGATE_MEAN:
      /* Translators: a sum, of how many rows, and their mean */
      return g_strdup_printf (koyomi_ntr (language, "Sum %1$s of %2$u row = mean %3$s", "Sum %1$s of %2$u rows = mean %3$s", n), total, n, value);
    case KOYOMI_AGGREGATE_MEDIAN:
      /* Translators: of how many rows, their median */
      return g_strdup_printf (koyomi_ntr (language, "The median of %1$u row = %2$s", "The median of %1$u rows = %2$s", n), n, value);
    case KOYOMI_AGGREGATE_COUNT:
    default:
      return g_strdup_printf (koyomi_ntr (language, "%1$u row = %2$s", "%1$u rows = %2$s", count (figure)), count (figure), value);
    }
}

/**
 * koyomi_metric_figure_explain:
 * @figure: with its rows
 *
 * Returns: how the rows make the number
 */
char *
koyomi_metric_figure_explain (const KoyomiMetricFigure *figure,
                              KoyomiRecord             *metric,
                              KoyomiLanguage            language)
{
  KoyomiUnit unit = koyomi_record_get_int (metric, KOYOMI_METRIC_UNIT);
  KoyomiComputation computation;
  g_autofree char *text = NULL;
  g_autofree char *excluded = NULL;

  if (isnan (figure->value))
    return koyomi_metric_is_composite (metric) ? koyomi_metric_figure_explain_score (figure, language)
                                               : g_strdup (koyomi_tr (language, N_("No data for this time")));
  if (koyomi_metric_is_composite (metric))
    {
      g_autofree char *score = koyomi_metric_format_value (figure->value, unit, language);

      /* Translators: how many parts a composite score has, and the score */
      return g_strdup_printf (koyomi_ntr (language, "The share of %1$u part = %2$s", "The shares of %1$u parts = %2$s", figure->n_samples),
                              figure->n_samples, score);
    }
  if (!koyomi_metric_find_computation (metric, &computation))
    {
      g_autofree char *value = koyomi_metric_format_value (figure->value, unit, language);

      /* Translators: a value that was entered by hand */
      return g_strdup_printf (koyomi_tr (language, N_("The last value entered = %s")), value);
    }

  text = explain_sum (figure, koyomi_computation_get_aggregate (computation), unit, language);
  if (figure->n_excluded == 0)
    return g_steal_pointer (&text);

  excluded = g_strdup_printf (koyomi_ntr (language, "%u left out, which lacks what the formula needs",
                                          "%u left out, which lack what the formula needs", figure->n_excluded), figure->n_excluded);

  return g_strdup_printf ("%s · %s", text, excluded);
}
