#include "koyomi-metric-report-private.h"

#include "koyomi-figure-style.h"
#include "koyomi-objectives.h"

#include <math.h>

/* Cards of the board side by side on a page. */
#define CARDS_ACROSS 4

/* A line of the summary says no more names than these. */
#define MOST_NAMES 5

/* The good first. */
static const KoyomiMetricStatus statuses[KOYOMI_N_METRIC_STATUSES] = {
  KOYOMI_METRIC_ON_TARGET, KOYOMI_METRIC_AT_RISK, KOYOMI_METRIC_OFF_TARGET, KOYOMI_METRIC_UNJUDGED, KOYOMI_METRIC_STALE, KOYOMI_METRIC_NO_DATA,
};

static const char *
get_arrow (const KoyomiMetricResult *result)
{
  return koyomi_trend_get_arrow (result->before, result->value);
}

/* Such as “↑ Better”; "" where there is nothing to compare with. */
static char *
describe_trend (const KoyomiMetricResult *result,
                KoyomiLanguage            language)
{
  if (result->trend == KOYOMI_TREND_NONE)
    return g_strdup ("");

  return g_strjoin (" ", get_arrow (result), koyomi_trend_get_label (result->trend, language), NULL);
}

static void
count_statuses (KoyomiMetricReport *self,
                guint               quarter,
                guint              *counts)
{
  for (guint i = 0; i < KOYOMI_N_METRIC_STATUSES; i++)
    counts[i] = 0;
  for (guint i = 0; i < self->courses->len; i++)
    counts[((KoyomiMetricCourse *) g_ptr_array_index (self->courses, i))->quarters[quarter]->status]++;
}

static guint
count_trend (KoyomiMetricReport *self,
             KoyomiTrend         trend)
{
  guint n = 0;

  for (guint i = 0; i < self->courses->len; i++)
    n += _koyomi_metric_course_get_last (g_ptr_array_index (self->courses, i))->trend == trend;

  return n;
}

static char *
describe_counts (KoyomiMetricReport *self)
{
  g_autoptr(GString) parts = g_string_new (NULL);
  guint counts[KOYOMI_N_METRIC_STATUSES];

  count_statuses (self, KOYOMI_METRIC_REPORT_QUARTERS - 1, counts);
  for (guint i = 0; i < KOYOMI_N_METRIC_STATUSES; i++)
    if (counts[statuses[i]] > 0)
      g_string_append_printf (parts, "%s%s %s %u", parts->len > 0 ? "   " : "", koyomi_metric_status_get_glyph (statuses[i]),
                              koyomi_metric_status_get_label (statuses[i], self->language), counts[statuses[i]]);

  /* Translators: how many metrics there are, and how many stand how */
  return g_strdup_printf (koyomi_ntr (self->language, "%u metric:   %s", "%u metrics:   %s", self->courses->len), self->courses->len,
                          parts->str);
}

/* What is off target or at risk by name, the first few of them. Returns: (nullable): NULL for none */
static char *
list_names (KoyomiMetricReport *self,
            KoyomiMetricStatus  status)
{
  g_autoptr(GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < self->courses->len; i++)
    {
      const KoyomiMetricCourse *course = g_ptr_array_index (self->courses, i);

      if (_koyomi_metric_course_get_last (course)->status != status || n++ >= MOST_NAMES)
        continue;
      g_string_append_printf (names, "%s%s", n > 1 ? self->language == KOYOMI_LANGUAGE_JA ? "、" : ", " : "", koyomi_record_get_title (course->metric));
    }
  if (n == 0)
    return NULL;

  if (n > MOST_NAMES)
    g_string_append_printf (names, koyomi_ntr (self->language, " and %u more", " and %u more", n - MOST_NAMES), n - MOST_NAMES);

  return g_strdup_printf ("%s %s: %s", koyomi_metric_status_get_glyph (status), koyomi_metric_status_get_label (status, self->language), names->str);
}

static void
append_line (GString *text,
             char    *line)
{
  if (line != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
  g_free (line);
}

/* Returns: (transfer full): how many stand how, and how many moved */
static char *
count_metrics (KoyomiMetricReport *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  append_line (text, describe_counts (self));
  /* Translators: how many metrics became better and how many worse */
  append_line (text, g_strdup_printf (koyomi_tr (self->language, N_("Against the quarter before: better %u, worse %u, unchanged %u")),
                                      count_trend (self, KOYOMI_TREND_BETTER), count_trend (self, KOYOMI_TREND_WORSE),
                                      count_trend (self, KOYOMI_TREND_SAME)));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_narrative (KoyomiMetricReport *self)
{
  g_autofree char *counts = count_metrics (self);
  g_autoptr(GString) text = g_string_new (counts);

  append_line (text, list_names (self, KOYOMI_METRIC_OFF_TARGET));
  append_line (text, list_names (self, KOYOMI_METRIC_AT_RISK));
  _koyomi_document_add_text_section (self->document, koyomi_tr (self->language, N_("Summary")), text->str);
}

static void
add_cards (KoyomiMetricReport *self)
{
  KoyomiDocumentTable *section = _koyomi_metric_report_add_table (self, N_("What the board looks at"));

  section->n_across = CARDS_ACROSS;
  if (self->tiles->len == 0)
    section->empty = g_strdup (koyomi_tr (self->language, N_("There are no metrics")));
  for (guint i = 0; i < self->tiles->len; i++)
    _koyomi_document_take_figure (section, _koyomi_metric_report_new_card (self, g_ptr_array_index (self->tiles, i)));
}

static void
add_tile (KoyomiMetricReport       *self,
          KoyomiDocumentTable      *table,
          const KoyomiMetricCourse *course)
{
  const KoyomiMetricResult *result = _koyomi_metric_course_get_last (course);
  KoyomiDocumentRow *row = _koyomi_document_add_row (table, "tile", koyomi_record_get_id (course->metric));

  _koyomi_document_add_label (row, _koyomi_metric_course_get_code (course));
  _koyomi_document_add_label (row, koyomi_record_get_title (course->metric));
  _koyomi_metric_report_add_value (self, row, course, result->value);
  _koyomi_document_take_text (row, koyomi_record_format (course->metric, KOYOMI_METRIC_UNIT, self->language));
  _koyomi_document_take_status (row, result->status, g_strdup (koyomi_metric_status_get_label (result->status, self->language)));
  _koyomi_document_take_text (row, describe_trend (result, self->language));
  _koyomi_metric_report_add_value (self, row, course, result->limits.target);
  _koyomi_document_add_text (row, _koyomi_metric_course_get_comment (course));
}

/* The tiles in cells; pages have cards. */
static void
add_tiles (KoyomiMetricReport *self)
{
  static const KoyomiDocumentColumn columns[] = {
    { N_("Code"), 2 }, { N_("Metric"), 6 }, { N_("Value"), 2 }, { N_("Unit"), 2 }, { N_("Status"), 3 }, { N_("Trend"), 2 }, { N_("Target"), 2 },
    { N_("Comment"), 5 },
  };

  KoyomiDocumentTable *table = _koyomi_metric_report_add_table (self, N_("What the board looks at"));

  table->is_book_only = TRUE;
  _koyomi_metric_report_add_columns (self, table, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->tiles->len; i++)
    add_tile (self, table, g_ptr_array_index (self->tiles, i));
}

static void
add_quarter_columns (KoyomiMetricReport  *self,
                     KoyomiDocumentTable *table)
{
  for (guint i = 0; i < KOYOMI_METRIC_REPORT_QUARTERS; i++)
    _koyomi_document_add_column (table, self->quarters[i], 3);
}

/* How many metrics stood how, a column a quarter. */
static void
add_counts (KoyomiMetricReport *self)
{
  KoyomiDocumentTable *table = _koyomi_metric_report_add_table (self, N_("Metrics by status"));
  KoyomiDocumentChart *chart = _koyomi_document_add_row_chart (table, table->title, table, 0, 1, KOYOMI_METRIC_REPORT_QUARTERS);
  guint counts[KOYOMI_METRIC_REPORT_QUARTERS][KOYOMI_N_METRIC_STATUSES];

  chart->is_whole = TRUE;
  table->is_list = TRUE;
  table->has_pages = TRUE;
  _koyomi_document_add_column (table, koyomi_tr (self->language, N_("Status")), 9);
  add_quarter_columns (self, table);
  for (guint i = 0; i < KOYOMI_METRIC_REPORT_QUARTERS; i++)
    count_statuses (self, i, counts[i]);
  for (guint place = 0; place < KOYOMI_N_METRIC_STATUSES; place++)
    {
      KoyomiMetricStatus status = statuses[place];
      KoyomiDocumentRow *row = _koyomi_document_add_row (table, "status", status);

      _koyomi_document_take_status (row, status, g_strdup (koyomi_metric_status_get_label (status, self->language)));
      for (guint i = 0; i < KOYOMI_METRIC_REPORT_QUARTERS; i++)
        _koyomi_document_add_number (row, counts[i][status]);
      _koyomi_document_add_series (chart, place, KOYOMI_DOCUMENT_LOOK_STACK,
                                   koyomi_figure_style_get_status (KOYOMI_CHART_PALETTE_PRINT, status)->strong);
    }
}

static void
add_status (KoyomiMetricReport       *self,
            KoyomiDocumentRow        *row,
            const KoyomiMetricCourse *course,
            const KoyomiMetricResult *result)
{
  gboolean has_value = !isnan (result->value);
  g_autofree char *value = has_value ? _koyomi_metric_course_format (course, result->value, self->language)
                                     : g_strdup (koyomi_metric_status_get_label (result->status, self->language));

  _koyomi_document_take_status (row, result->status, g_strjoin ("", value, result->is_restated ? "*" : "", NULL));
}

static void
add_grid (KoyomiMetricReport *self)
{
  KoyomiDocumentTable *table;

  _koyomi_document_add_sheet (self->document, koyomi_tr (self->language, N_("Status by quarter")));
  table = _koyomi_metric_report_add_table (self, N_("Status by quarter"));
  table->is_list = TRUE;
  table->has_pages = TRUE;
  table->n_names = 2;
  table->note = g_strdup (koyomi_tr (self->language, N_("Figures of closed quarters stay as they were closed. * The plan tells another figure now; "
                                                        "both stand on the sheet of metrics and under data quality.")));
  _koyomi_document_add_column (table, koyomi_tr (self->language, N_("Code")), 2);
  _koyomi_document_add_column (table, koyomi_tr (self->language, N_("Metric")), 7);
  add_quarter_columns (self, table);
  for (guint i = 0; i < self->courses->len; i++)
    {
      const KoyomiMetricCourse *course = g_ptr_array_index (self->courses, i);
      KoyomiDocumentRow *row = _koyomi_document_add_row (table, "metric", koyomi_record_get_id (course->metric));

      _koyomi_document_add_label (row, _koyomi_metric_course_get_code (course));
      _koyomi_document_add_label (row, koyomi_record_get_title (course->metric));
      for (guint j = 0; j < KOYOMI_METRIC_REPORT_QUARTERS; j++)
        add_status (self, row, course, course->quarters[j]);
    }
}

void
_koyomi_metric_report_add_summary (KoyomiMetricReport *self)
{
  _koyomi_document_add_sheet (self->document, koyomi_tr (self->language, N_("Summary")));
  add_narrative (self);
  add_cards (self);
  add_tiles (self);
  _koyomi_document_add_sheet (self->document, koyomi_tr (self->language, N_("Metrics by status")));
  add_counts (self);
  add_grid (self);
}

/* What fits on a page: how many stand how, and the cards. */
void
_koyomi_metric_report_add_board (KoyomiMetricReport *self)
{
  g_autofree char *counts = count_metrics (self);

  _koyomi_document_add_sheet (self->document, koyomi_tr (self->language, N_("Summary")));
  _koyomi_document_add_text_section (self->document, koyomi_tr (self->language, N_("Summary")), counts);
  add_cards (self);
  add_tiles (self);
}

static void
add_limits (KoyomiMetricReport       *self,
            KoyomiDocumentRow        *row,
            const KoyomiMetricCourse *course)
{
  const KoyomiMetricLimits *limits = &_koyomi_metric_course_get_last (course)->limits;

  _koyomi_metric_report_add_value (self, row, course, limits->target);
  _koyomi_metric_report_add_value (self, row, course, limits->warning);
  _koyomi_metric_report_add_value (self, row, course, limits->target_low);
  _koyomi_metric_report_add_value (self, row, course, limits->warning_low);
}

/* What was closed and what the plan tells now, both. */
static void
add_close (KoyomiMetricReport       *self,
           KoyomiDocumentRow        *row,
           const KoyomiMetricCourse *course)
{
  const KoyomiMetricResult *result = _koyomi_metric_course_get_last (course);

  _koyomi_metric_report_add_value (self, row, course, result->close != NULL ? result->value : NAN);
  _koyomi_metric_report_add_value (self, row, course, result->figure.value);
  _koyomi_document_add_text (row, result->is_restated ? koyomi_tr (self->language, N_("Restated")) : "");
  _koyomi_document_add_number (row, result->figure.numerator);
  _koyomi_document_add_number (row, result->figure.denominator);
  _koyomi_document_add_number (row, result->figure.n_samples);
  _koyomi_document_add_number (row, result->figure.n_excluded);
  _koyomi_document_add_text (row, _koyomi_metric_course_get_comment (course));
}

static void
add_metric (KoyomiMetricReport       *self,
            KoyomiDocumentTable      *table,
            const KoyomiMetricCourse *course)
{
  const KoyomiMetricResult *result = _koyomi_metric_course_get_last (course);
  KoyomiDocumentRow *row = _koyomi_document_add_row (table, "metric", koyomi_record_get_id (course->metric));

  _koyomi_document_add_text (row, _koyomi_metric_course_get_code (course));
  _koyomi_document_add_text (row, koyomi_record_get_title (course->metric));
  _koyomi_document_take_text (row, koyomi_record_format (course->metric, KOYOMI_METRIC_UNIT, self->language));
  _koyomi_document_take_text (row, koyomi_record_format (course->metric, KOYOMI_METRIC_DIRECTION, self->language));
  add_limits (self, row, course);
  _koyomi_metric_report_add_value (self, row, course, result->value);
  _koyomi_document_take_status (row, result->status, g_strdup (koyomi_metric_status_get_label (result->status, self->language)));
  _koyomi_metric_report_add_value (self, row, course, result->before);
  _koyomi_metric_report_add_value (self, row, course, result->value - result->before);
  _koyomi_document_take_text (row, describe_trend (result, self->language));
  for (guint i = 0; i < KOYOMI_METRIC_REPORT_QUARTERS; i++)
    _koyomi_metric_report_add_value (self, row, course, course->quarters[i]->value);
  for (guint i = 0; i < KOYOMI_METRIC_REPORT_MONTHS; i++)
    _koyomi_metric_report_add_value (self, row, course, course->months[i]);
  add_close (self, row, course);
}

/* A row a metric, with all that is known of it in numbers. */
void
_koyomi_metric_report_add_metrics (KoyomiMetricReport *self)
{
  static const KoyomiDocumentColumn first[] = {
    { N_("Code"), 2 }, { N_("Metric"), 7 }, { N_("Unit"), 2 }, { N_("Direction"), 3 }, { N_("Target"), 2 }, { N_("Warning"), 2 },
    { N_("Lower target"), 2 }, { N_("Lower warning"), 2 }, { N_("Value"), 2 }, { N_("Status"), 3 }, { N_("Quarter before"), 2 },
    { N_("Change"), 2 }, { N_("Trend"), 3 },
  };
  static const KoyomiDocumentColumn last[] = {
    { N_("As closed"), 2 }, { N_("As the plan now stands"), 3 }, { N_("Restated"), 2 }, { N_("Numerator"), 2 }, { N_("Denominator"), 3 },
    { N_("Stands on"), 2 }, { N_("Excluded"), 2 }, { N_("Comment"), 9 },
  };

  KoyomiDocumentTable *table;

  _koyomi_document_add_sheet (self->document, koyomi_tr (self->language, N_("Metrics")));
  table = _koyomi_metric_report_add_table (self, N_("Metrics"));
  table->is_list = TRUE;
  table->n_names = 2;
  self->document->text_list = table;
  table->empty = g_strdup (koyomi_tr (self->language, N_("There are no metrics")));
  _koyomi_metric_report_add_columns (self, table, first, G_N_ELEMENTS (first));
  for (guint i = 0; i < KOYOMI_METRIC_REPORT_QUARTERS; i++)
    _koyomi_document_add_column (table, self->quarters[i], 2);
  for (guint i = 0; i < KOYOMI_METRIC_REPORT_MONTHS; i++)
    _koyomi_document_add_column (table, self->months[i], 2);
  _koyomi_metric_report_add_columns (self, table, last, G_N_ELEMENTS (last));
  for (guint i = 0; i < self->courses->len; i++)
    add_metric (self, table, g_ptr_array_index (self->courses, i));
}

/* Returns: (nullable): a row of limits in words: from when on, and each that is set */
static char *
describe_limit (KoyomiMetricReport       *self,
                const KoyomiMetricCourse *course,
                KoyomiRecord             *limit)
{
  static const int fields[] = {
    KOYOMI_METRIC_LIMIT_TARGET, KOYOMI_METRIC_LIMIT_WARNING, KOYOMI_METRIC_LIMIT_TARGET_LOW, KOYOMI_METRIC_LIMIT_WARNING_LOW,
  };

  const KoyomiTable *table = koyomi_dictionary_get_table (KOYOMI_TABLE_METRIC_LIMIT);
  g_autofree char *day = koyomi_record_format (limit, KOYOMI_METRIC_LIMIT_FROM_DAY, self->language);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      double value = koyomi_record_get_real (limit, fields[i]);
      g_autofree char *told = _koyomi_metric_course_format (course, value, self->language);

      if (!isnan (value))
        g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "", koyomi_tr (self->language, table->fields[KOYOMI_FIELD_INDEX (fields[i])].label), told);
    }

  /* Translators: the day from which limits hold, and which */
  return g_strdup_printf (koyomi_tr (self->language, N_("From %s: %s")), day, text->str);
}

/* All limits with the days from which they hold: quarters before keep theirs. */
static char *
list_limits (KoyomiMetricReport       *self,
             const KoyomiMetricCourse *course)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->limits->len; i++)
    {
      KoyomiRecord *limit = g_ptr_array_index (self->limits, i);

      if (koyomi_record_get_int (limit, KOYOMI_METRIC_LIMIT_METRIC) == koyomi_record_get_id (course->metric))
        append_line (text, describe_limit (self, course, limit));
    }

  if (text->len == 0)
    g_string_append (text, koyomi_tr (self->language, N_("Not set")));

  return g_string_free (text, FALSE);
}

/* What nobody wrote down is said to be so; of the frequency it is what then holds. */
static char *
describe_field (KoyomiMetricReport       *self,
                const KoyomiMetricCourse *course,
                int                       field)
{
  const KoyomiField *described = &koyomi_dictionary_get_table (KOYOMI_TABLE_METRIC)->fields[KOYOMI_FIELD_INDEX (field)];
  g_autofree char *text = NULL;

  if (field == KOYOMI_METRIC_FREQUENCY)
    return g_strdup (koyomi_tr (self->language, described->words[koyomi_metric_get_frequency (course->metric)].label));

  text = koyomi_record_format (course->metric, field, self->language);

  return *text != '\0' ? g_steal_pointer (&text) : g_strdup (koyomi_tr (self->language, N_("Not set")));
}

/* What ISO/IEC 27001, 9.1 wants to be said of each. */
void
_koyomi_metric_report_add_definitions (KoyomiMetricReport *self)
{
  static const KoyomiDocumentColumn columns[] = {
    { N_("Code"), 3 }, { N_("What is measured"), 6 }, { N_("How it is measured"), 9 }, { N_("Unit"), 3 }, { N_("Direction"), 4 },
    { N_("Limits"), 8 }, { N_("Frequency"), 5 }, { N_("When measured"), 5 }, { N_("By whom measured"), 5 }, { N_("When analysed"), 5 },
    { N_("By whom analysed"), 5 }, { N_("Data"), 4 }, { N_("Source"), 9 },
  };
  static const int fields[] = {
    KOYOMI_METRIC_FORMULA, KOYOMI_METRIC_UNIT, KOYOMI_METRIC_DIRECTION, -1, KOYOMI_METRIC_FREQUENCY, KOYOMI_METRIC_MEASURED_WHEN,
    KOYOMI_METRIC_MEASURED_BY, KOYOMI_METRIC_ANALYSED_WHEN, KOYOMI_METRIC_ANALYSED_BY, KOYOMI_METRIC_DATA, KOYOMI_METRIC_SOURCE,
  };

  KoyomiDocumentTable *table;

  _koyomi_document_add_sheet (self->document, koyomi_tr (self->language, N_("Definitions")));
  table = _koyomi_metric_report_add_table (self, N_("Definitions"));
  table->is_list = TRUE;
  table->has_pages = TRUE;
  table->n_names = 2;
  _koyomi_metric_report_add_columns (self, table, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->courses->len; i++)
    {
      const KoyomiMetricCourse *course = g_ptr_array_index (self->courses, i);
      KoyomiDocumentRow *row = _koyomi_document_add_row (table, "definition", koyomi_record_get_id (course->metric));

      _koyomi_document_add_text (row, _koyomi_metric_course_get_code (course));
      _koyomi_document_add_text (row, koyomi_record_get_title (course->metric));
      for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
        _koyomi_document_take_text (row, fields[j] < 0 ? list_limits (self, course) : describe_field (self, course, fields[j]));
    }
}

static void
add_objective (KoyomiMetricReport          *self,
               KoyomiDocumentTable         *table,
               const KoyomiObjectiveResult *result)
{
  KoyomiRecord *objective = result->objective;
  KoyomiDocumentRow *row = _koyomi_document_add_row (table, "objective", koyomi_record_get_id (objective));
  KoyomiUnit unit = koyomi_record_get_int (result->metric, KOYOMI_METRIC_UNIT);
  g_autofree char *quarter = koyomi_fiscal_year_format_quarter (result->year, result->quarter, self->language);
  g_autofree char *value = koyomi_metric_format_value (result->value, unit, self->language);

  _koyomi_document_add_text (row, koyomi_record_get_text (objective, KOYOMI_OBJECTIVE_NUMBER));
  _koyomi_document_add_text (row, koyomi_record_get_title (objective));
  _koyomi_document_add_text (row, koyomi_record_get_title (result->metric));
  _koyomi_document_take_text (row, koyomi_metric_format_value (koyomi_record_get_real (objective, KOYOMI_OBJECTIVE_TARGET), unit, self->language));
  _koyomi_document_add_day (row, koyomi_record_get_day (objective, KOYOMI_OBJECTIVE_DUE_DAY));
  _koyomi_document_take_text (row, g_strjoin ("\n", value, quarter, NULL));
  _koyomi_document_add_text (row, koyomi_objective_state_get_label (result->state, self->language));
  _koyomi_document_add_text (row, koyomi_record_get_text (objective, KOYOMI_OBJECTIVE_OWNER));
  _koyomi_document_add_text (row, koyomi_record_get_text (objective, KOYOMI_OBJECTIVE_NOTE));
}

gboolean
_koyomi_metric_report_add_objectives (KoyomiMetricReport  *self,
                                      GError             **error)
{
  static const KoyomiDocumentColumn columns[] = {
    { N_("Number"), 2 }, { N_("Objective"), 5 }, { N_("Metric"), 4 }, { N_("Target"), 2 }, { N_("Due"), 2 }, { N_("Value"), 2 }, { N_("State"), 2 },
    { N_("Owner"), 2 }, { N_("Note"), 3 },
  };

  g_autoptr(GPtrArray) objectives = koyomi_session_load_objectives (self->session, self->book, self->today, self->language, error);
  KoyomiDocumentTable *table;

  if (objectives == NULL)
    return FALSE;

  _koyomi_document_add_sheet (self->document, koyomi_tr (self->language, N_("Objectives")));
  table = _koyomi_metric_report_add_table (self, N_("Objectives of information security"));
  table->empty = g_strdup (koyomi_tr (self->language, N_("No objectives are set in this plan.")));
  _koyomi_metric_report_add_columns (self, table, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < objectives->len; i++)
    add_objective (self, table, g_ptr_array_index (objectives, i));

  return TRUE;
}
