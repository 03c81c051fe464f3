#include "koyomi-metric-report-private.h"

#include "koyomi-day.h"
#include "koyomi-document-parts-private.h"
#include "koyomi-incident-statistics-private.h"
#include "koyomi-metric-close.h"

#include <math.h>
#include <string.h>

/* A workbook with more rows can hardly be opened. */
#define MOST_ROWS 100000

/* Whether a metric belongs into a list of what is to be known of the figures. */
typedef gboolean (*Chooser) (const KoyomiMetricCourse *course);

/* What a list says of a metric. */
typedef char *(*Describer) (KoyomiMetricReport       *self,
                            const KoyomiMetricCourse *course);

static gboolean
is_missing (const KoyomiMetricCourse *course)
{
  return _koyomi_metric_course_get_last (course)->status == KOYOMI_METRIC_NO_DATA;
}

static gboolean
is_stale (const KoyomiMetricCourse *course)
{
  return _koyomi_metric_course_get_last (course)->status == KOYOMI_METRIC_STALE;
}

static gboolean
is_restated (const KoyomiMetricCourse *course)
{
  return _koyomi_metric_course_get_last (course)->is_restated;
}

static gboolean
has_excluded (const KoyomiMetricCourse *course)
{
  return _koyomi_metric_course_get_last (course)->figure.n_excluded > 0;
}

static gboolean
is_unjudged (const KoyomiMetricCourse *course)
{
  return _koyomi_metric_course_get_last (course)->status == KOYOMI_METRIC_UNJUDGED;
}

static char *
describe_source (KoyomiMetricReport       *self,
                 const KoyomiMetricCourse *course)
{
  g_autofree char *kind = koyomi_record_format (course->metric, KOYOMI_METRIC_KIND, self->language);
  g_autofree char *by = koyomi_record_format (course->metric, KOYOMI_METRIC_MEASURED_BY, self->language);

  return g_strjoin (*by != '\0' ? ", " : "", kind, by, NULL);
}

static char *
describe_restatement (KoyomiMetricReport       *self,
                      const KoyomiMetricCourse *course)
{
  const KoyomiMetricResult *result = _koyomi_metric_course_get_last (course);
  g_autofree char *closed = _koyomi_metric_course_format (course, result->value, self->language);
  g_autofree char *now = _koyomi_metric_course_format (course, result->figure.value, self->language);

  /* Translators: the figure of a closed quarter, and what it would be now */
  return g_strdup_printf (koyomi_tr (self->language, N_("As closed %s, as the plan now stands %s")), closed, now);
}

static char *
describe_excluded (KoyomiMetricReport       *self,
                   const KoyomiMetricCourse *course)
{
  const KoyomiMetricFigure *figure = &_koyomi_metric_course_get_last (course)->figure;

  /* Translators: on how many things a figure stands, and how many lack what the formula needs */
  return g_strdup_printf (koyomi_tr (self->language, N_("Stands on %u; %u lack what the formula needs")), figure->n_samples, figure->n_excluded);
}

static const struct
{
  const char *title;
  const char *note;
  Chooser     choose;
  Describer   describe;
} lists[] = {
  { N_("Missing"), N_("There is no value for the quarter. It is shown as a gap, never as nought."), is_missing, describe_source },
  { N_("Out of date"), N_("The last value is older than its frequency and the days of grace allow."), is_stale, describe_source },
  { N_("Restated"), N_("Closed figures that the plan tells otherwise now."), is_restated, describe_restatement },
  { N_("Rest on a part"), N_("Some of what should be counted lacks a time or a value."), has_excluded, describe_excluded },
  { N_("No limit set"), N_("No limits hold for the quarter."), is_unjudged, describe_source },
};

/* Returns: (transfer full): which they are, where each has its code in the first column */
static char *
join_codes (KoyomiMetricReport        *self,
            const KoyomiDocumentTable *table)
{
  g_autoptr(GPtrArray) codes = g_ptr_array_new ();

  for (guint i = 0; i < table->rows->len; i++)
    g_ptr_array_add (codes, g_array_index (((KoyomiDocumentRow *) g_ptr_array_index (table->rows, i))->cells, KoyomiDocumentCell, 0).text);

  return _koyomi_document_join (self->document, codes);
}

/* How many a list has, and which. */
static void
add_count (KoyomiMetricReport        *self,
           KoyomiDocumentTable       *counts,
           const KoyomiDocumentTable *table)
{
  KoyomiDocumentRow *row = _koyomi_document_add_row (counts, table->title, 0);

  _koyomi_document_add_label (row, table->title);
  _koyomi_document_add_number (row, table->rows->len);
  _koyomi_document_take_text (row, join_codes (self, table));
  _koyomi_document_add_text (row, table->note);
}

static KoyomiDocumentTable *
add_list (KoyomiMetricReport *self,
          const char         *title,
          const char         *note,
          const char         *name)
{
  KoyomiDocumentTable *table = _koyomi_metric_report_add_table (self, title);

  table->note = g_strdup (koyomi_tr (self->language, note));
  table->empty = g_strdup (koyomi_tr (self->language, N_("Nothing to report.")));
  _koyomi_document_add_column (table, koyomi_tr (self->language, N_("Code")), 3);
  _koyomi_document_add_column (table, koyomi_tr (self->language, name), 9);
  _koyomi_document_add_column (table, koyomi_tr (self->language, N_("Note")), 12);

  return table;
}

static KoyomiDocumentTable *
add_metrics (KoyomiMetricReport *self,
             guint               index)
{
  KoyomiDocumentTable *table = add_list (self, lists[index].title, lists[index].note, N_("Metric"));

  for (guint i = 0; i < self->courses->len; i++)
    {
      const KoyomiMetricCourse *course = g_ptr_array_index (self->courses, i);
      KoyomiDocumentRow *row;

      if (!lists[index].choose (course))
        continue;

      row = _koyomi_document_add_row (table, "metric", koyomi_record_get_id (course->metric));
      _koyomi_document_add_text (row, _koyomi_metric_course_get_code (course));
      _koyomi_document_add_text (row, koyomi_record_get_title (course->metric));
      _koyomi_document_take_text (row, lists[index].describe (self, course));
    }

  return table;
}

/* Figures of incidents stand on these times. */
static KoyomiDocumentTable *
add_estimates (KoyomiMetricReport *self)
{
  KoyomiDocumentTable *table = add_list (self, N_("Estimated times"), N_("Times of incidents of the quarter that nobody knows for sure."), N_("Incident"));

  for (guint i = 0; i < koyomi_incident_board_get_n_cards (self->incidents); i++)
    {
      const KoyomiIncidentCard *card = koyomi_incident_board_get_card (self->incidents, i);
      guint32 day = card->since != 0 ? koyomi_time_get_day (card->since) : KOYOMI_DAY_NONE;
      g_autofree char *times = _koyomi_incident_list_name_times (&card->times, KOYOMI_CERTAINTY_ESTIMATED, self->language);
      KoyomiDocumentRow *row;

      if (!koyomi_incident_card_counts (card) || day < self->first_day || day > self->last_day || *times == '\0')
        continue;

      row = _koyomi_document_add_row (table, "incident", card->id);
      _koyomi_document_add_text (row, card->number);
      _koyomi_document_add_text (row, card->title);
      _koyomi_document_add_text (row, times);
    }

  return table;
}

static KoyomiMetricCourse *
find_course (KoyomiMetricReport *self,
             gint64              metric)
{
  for (guint i = 0; i < self->courses->len; i++)
    {
      KoyomiMetricCourse *course = g_ptr_array_index (self->courses, i);

      if (koyomi_record_get_id (course->metric) == metric)
        return course;
    }

  return NULL;
}

static void
add_correction (KoyomiMetricReport       *self,
                KoyomiDocumentTable      *table,
                const KoyomiMetricCourse *course,
                KoyomiRecord             *value)
{
  KoyomiDocumentRow *row = _koyomi_document_add_row (table, "value", koyomi_record_get_id (value));
  g_autofree char *month = koyomi_day_format (koyomi_record_get_day (value, KOYOMI_METRIC_VALUE_MONTH));
  g_autofree char *before = _koyomi_metric_course_format (course, koyomi_record_get_real (value, KOYOMI_METRIC_VALUE_VALUE), self->language);
  g_autofree char *at = koyomi_time_format_local (koyomi_record_get_int (value, KOYOMI_METRIC_VALUE_SUPERSEDED_AT));

  month[strlen ("2026-04")] = '\0';
  _koyomi_document_add_text (row, _koyomi_metric_course_get_code (course));
  _koyomi_document_add_text (row, koyomi_record_get_title (course->metric));
  /* Translators: a month, the value that was entered first, and when it was corrected */
  _koyomi_document_take_text (row, g_strdup_printf (koyomi_tr (self->language, N_("%s: %s until it was corrected at %s")), month, before, at));
}

/* Values that were entered for the quarter and corrected later. Returns: NULL with an error */
static KoyomiDocumentTable *
add_corrections (KoyomiMetricReport  *self,
                 GError             **error)
{
  g_autoptr(GPtrArray) values = koyomi_session_list (self->session, KOYOMI_TABLE_METRIC_VALUE, 0, 0, self->language, error);
  KoyomiDocumentTable *table;

  if (values == NULL)
    return NULL;

  table = add_list (self, N_("Corrected values"), N_("Values of the quarter that were entered otherwise at first."), N_("Metric"));
  for (guint i = 0; i < values->len; i++)
    {
      KoyomiRecord *value = g_ptr_array_index (values, i);
      guint32 month = koyomi_record_get_day (value, KOYOMI_METRIC_VALUE_MONTH);
      const KoyomiMetricCourse *course = find_course (self, koyomi_record_get_int (value, KOYOMI_METRIC_VALUE_METRIC));

      if (course != NULL && month >= self->first_day && month <= self->last_day &&
          !koyomi_record_is_none (value, KOYOMI_METRIC_VALUE_SUPERSEDED_AT))
        add_correction (self, table, course, value);
    }

  return table;
}

/* What there is to know of the figures before one believes them: first how much, then each.
 *
 * @is_whole: else pages have the first alone
 *
 * Returns: (transfer none): the table that tells how much; NULL with an error */
KoyomiDocumentTable *
_koyomi_metric_report_add_quality (KoyomiMetricReport  *self,
                                   gboolean             is_whole,
                                   GError             **error)
{
  static const KoyomiDocumentColumn columns[] = { { N_("What"), 4 }, { N_("How many"), 2 }, { N_("Which"), 8 }, { N_("Note"), 10 } };

  KoyomiDocumentTable *counts;
  KoyomiDocumentTable *tables[G_N_ELEMENTS (lists) + 2];

  _koyomi_document_add_sheet (self->document, koyomi_tr (self->language, N_("Data quality")));
  counts = _koyomi_metric_report_add_table (self, N_("Data quality"));
  _koyomi_metric_report_add_columns (self, counts, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    tables[i] = add_metrics (self, i);
  tables[G_N_ELEMENTS (lists)] = add_estimates (self);
  if ((tables[G_N_ELEMENTS (lists) + 1] = add_corrections (self, error)) == NULL)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      add_count (self, counts, tables[i]);
      tables[i]->is_book_only = !is_whole;
    }
  _koyomi_document_hide_empty (self->document);

  return counts;
}

/* @sections: (element-type utf8): of which nobody has written; that is as much a gap as a missing value */
void
_koyomi_metric_report_add_silent (KoyomiMetricReport  *self,
                                  KoyomiDocumentTable *counts,
                                  GPtrArray           *sections)
{
  KoyomiDocumentRow *row = _koyomi_document_add_row (counts, "sections", 0);

  _koyomi_document_add_label (row, koyomi_tr (self->language, N_("Sections without a comment")));
  _koyomi_document_add_number (row, sections->len);
  _koyomi_document_take_text (row, _koyomi_document_join (self->document, sections));
  _koyomi_document_add_text (row, koyomi_tr (self->language, N_("Nobody has written of them.")));
}

/* The records of a table, read once however many metrics stand on them. */
static GHashTable *
get_records (KoyomiMetricReport  *self,
             GHashTable          *tables,
             KoyomiTableId        table,
             GError             **error)
{
  GHashTable *records = g_hash_table_lookup (tables, GUINT_TO_POINTER (table));

  if (records == NULL && (records = koyomi_session_index (self->session, table, self->language, error)) != NULL)
    g_hash_table_insert (tables, GUINT_TO_POINTER (table), records);

  return records;
}

/* A run without a title of its own is called after its activity. */
static const char *
name_record (KoyomiMetricReport  *self,
             GHashTable          *tables,
             KoyomiRecord        *record,
             GError             **error)
{
  const char *title = record != NULL ? koyomi_record_get_title (record) : NULL;
  GHashTable *activities;
  gint64 id;

  if (record == NULL || (title != NULL && *title != '\0') ||
      koyomi_record_get_table (record) != koyomi_dictionary_get_table (KOYOMI_TABLE_OCCURRENCE))
    return title != NULL ? title : "";

  id = koyomi_record_get_int (record, KOYOMI_OCCURRENCE_ACTIVITY);
  if ((activities = get_records (self, tables, KOYOMI_TABLE_ACTIVITY, error)) == NULL)
    return NULL;

  record = g_hash_table_lookup (activities, &id);

  return record != NULL ? koyomi_record_get_title (record) : "";
}

/* Where it happened in time, if the table says. */
static guint32
find_day (const KoyomiMetricRow *row,
          KoyomiRecord          *record)
{
  if (record == NULL)
    return KOYOMI_DAY_NONE;

  if (row->table == KOYOMI_TABLE_OCCURRENCE)
    return koyomi_record_get_day (record, KOYOMI_OCCURRENCE_FIRST_DAY);

  return row->table == KOYOMI_TABLE_METRIC_VALUE ? koyomi_record_get_day (record, KOYOMI_METRIC_VALUE_MONTH) : KOYOMI_DAY_NONE;
}

/* In its unit; of a count or a rate each row is one. */
static gboolean
has_amounts (KoyomiRecord *metric)
{
  KoyomiComputation computation;

  return !koyomi_metric_find_computation (metric, &computation) ||
         koyomi_computation_get_aggregate (computation) == KOYOMI_AGGREGATE_MEAN ||
         koyomi_computation_get_aggregate (computation) == KOYOMI_AGGREGATE_MEDIAN;
}

static gboolean
add_row (KoyomiMetricReport        *self,
         KoyomiDocumentTable       *table,
         GHashTable                *tables,
         const KoyomiMetricCourse  *course,
         const KoyomiMetricRow     *row,
         GError                   **error)
{
  GHashTable *records = row->id != 0 ? get_records (self, tables, row->table, error) : NULL;
  KoyomiRecord *record = records != NULL ? g_hash_table_lookup (records, &row->id) : NULL;
  const char *name = row->id == 0 ? "" : records != NULL ? name_record (self, tables, record, error) : NULL;
  KoyomiDocumentRow *told;

  if (name == NULL)
    return FALSE;

  told = _koyomi_document_add_row (table, "row", table->rows->len);
  _koyomi_document_add_text (told, _koyomi_metric_course_get_code (course));
  _koyomi_document_add_text (told, koyomi_record_get_title (course->metric));
  _koyomi_document_add_text (told, koyomi_tr (self->language, row->counts ? N_("Yes") : N_("No")));
  _koyomi_document_add_text (told, koyomi_tr (self->language, koyomi_dictionary_get_table (row->table)->label));
  _koyomi_document_add_text (told, name);
  _koyomi_document_add_day (told, find_day (row, record));
  if (has_amounts (course->metric))
    _koyomi_document_take_value (told, row->amount, course->decimals, koyomi_metric_format_value (row->amount, course->unit, self->language));
  else
    _koyomi_document_add_number (told, row->amount);
  _koyomi_document_take_text (told, row->id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, row->id) : g_strdup (""));

  return TRUE;
}

static gboolean
add_course (KoyomiMetricReport        *self,
            KoyomiDocumentTable       *table,
            GHashTable                *tables,
            const KoyomiMetricCourse  *course,
            GError                   **error)
{
  const GArray *rows = _koyomi_metric_course_get_last (course)->figure.rows;

  for (guint i = 0; rows != NULL && i < rows->len && table->rows->len < MOST_ROWS; i++)
    if (!add_row (self, table, tables, course, &g_array_index (rows, KoyomiMetricRow, i), error))
      return FALSE;

  return TRUE;
}

/* What makes each figure of the quarter, as the plan now stands: who counts the rows finds the number. */
gboolean
_koyomi_metric_report_add_rows (KoyomiMetricReport  *self,
                                GError             **error)
{
  static const KoyomiDocumentColumn columns[] = {
    { N_("Code"), 2 }, { N_("Metric"), 8 }, { N_("Counts"), 2 }, { N_("Kind"), 3 }, { N_("Title"), 12 }, { N_("Date"), 3 }, { N_("Value"), 2 },
    { N_("Key"), 5 },
  };

  g_autoptr(GHashTable) tables = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  KoyomiDocumentTable *table;

  _koyomi_document_add_sheet (self->document, koyomi_tr (self->language, N_("Rows")));
  table = _koyomi_metric_report_add_table (self, N_("Rows"));
  table->is_list = TRUE;
  table->n_names = 2;
  table->empty = g_strdup (koyomi_tr (self->language, N_("No figure of the quarter stands on rows.")));
  _koyomi_metric_report_add_columns (self, table, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->courses->len; i++)
    if (!add_course (self, table, tables, g_ptr_array_index (self->courses, i), error))
      return FALSE;
  if (table->rows->len == MOST_ROWS)
    /* Translators: a number of rows */
    g_ptr_array_add (self->document->remarks, g_strdup_printf (koyomi_tr (self->language, N_("Only the first %d rows that make the figures are listed.")),
                                                               MOST_ROWS));

  return TRUE;
}

/* By which the book is filed, and found again in the plan. */
KoyomiDocumentTable *
_koyomi_metric_report_add_about (KoyomiMetricReport *self)
{
  KoyomiDocumentTable *table = _koyomi_document_add_about (self->document);

  _koyomi_document_add_fact (self->document, table, N_("Quarter"),
                             koyomi_tr (self->language, koyomi_session_is_quarter_closed (self->session, self->year, self->quarter)
                                                        ? N_("Closed: its figures stay as they are") : N_("Open: its figures still change")));

  return table;
}
