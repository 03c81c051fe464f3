#include "koyomi-commands.h"

#include "koyomi-day.h"
#include "koyomi-json.h"
#include "koyomi-metric-book.h"

#include <math.h>
#include <string.h>

typedef struct
{
  KoyomiSession    *session;
  KoyomiMetricBook *book;
  KoyomiFiscalYear  year;
  int               quarter;
  KoyomiLanguage    language;
  const char       *only;      /* (nullable): the code of the metric whose rows are told as well */
  GPtrArray        *results;   /* (element-type KoyomiMetricResult) */
} Kpi;

static void
clear_kpi (Kpi *self)
{
  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_clear_pointer (&self->book, koyomi_metric_book_free);
  g_clear_object (&self->session);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Kpi, clear_kpi)

/* "2026Q2" */
static gboolean
parse_quarter (const char *text,
               int        *year,
               int        *quarter)
{
  if (strlen (text) != 6 || g_ascii_toupper (text[4]) != 'Q' || text[5] < '1' || text[5] > '4')
    return FALSE;

  *year = 0;
  for (int i = 0; i < 4; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *year = *year * 10 + (text[i] - '0');
    }
  *quarter = text[5] - '0';

  return *year >= 1900;
}

static guint32
get_first_day (Kpi *self)
{
  return koyomi_fiscal_year_get_month_first (self->year, (self->quarter - 1) * 3);
}

static gboolean
load (Kpi     *self,
      GError **error)
{
  GPtrArray *metrics;

  if ((self->book = koyomi_session_load_metrics (self->session, koyomi_day_today (), self->language, error)) == NULL)
    return FALSE;

  self->results = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_metric_result_free);
  metrics = koyomi_metric_book_get_metrics (self->book);
  for (guint i = 0; i < metrics->len; i++)
    {
      KoyomiRecord *metric = g_ptr_array_index (metrics, i);
      KoyomiMetricResult *result;

      if (koyomi_metric_is_retired (metric, get_first_day (self)) ||
          (self->only != NULL && strcmp (self->only, koyomi_record_get_text (metric, KOYOMI_METRIC_CODE)) != 0))
        continue;

      if ((result = koyomi_metric_book_tell (self->book, metric, self->year, self->quarter, self->only != NULL, error)) == NULL)
        return FALSE;
      g_ptr_array_add (self->results, result);
    }

  return TRUE;
}

/* Returns: (transfer full) (nullable) (element-type KoyomiMetricPart): NULL unless it is a composite score */
static GArray *
list_parts (Kpi                *self,
            KoyomiMetricResult *result)
{
  guint32 last_day = koyomi_day_add_months (get_first_day (self), 3) - 1;

  if (!koyomi_metric_is_composite (result->metric))
    return NULL;

  return koyomi_metric_book_list_parts (self->book, result->metric, get_first_day (self), last_day, NULL);
}

static char *
format_value (Kpi                *self,
              KoyomiMetricResult *result,
              double              value)
{
  return koyomi_metric_format_value (value, koyomi_record_get_int (result->metric, KOYOMI_METRIC_UNIT), self->language);
}

static void
print_part (Kpi                    *self,
            const KoyomiMetricPart *part)
{
  g_autofree char *value = koyomi_metric_format_value (part->value, koyomi_record_get_int (part->metric, KOYOMI_METRIC_UNIT), self->language);
  g_autofree char *points = koyomi_metric_format_value (part->points, KOYOMI_UNIT_POINTS, self->language);

  koyomi_print ("  %s %s: ", koyomi_metric_status_get_glyph (part->status), koyomi_record_get_title (part->metric));
  /* Translators: a part of a composite score: its value, the points it has for that, and how much it weighs */
  koyomi_print (koyomi_tr (self->language, N_("%1$s, %2$s points, weight %3$d")), value, points, part->weight);
  koyomi_print ("\n");
}

static void
print_rows (Kpi                *self,
            KoyomiMetricResult *result)
{
  g_autoptr(GArray) parts = list_parts (self, result);

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    print_part (self, &g_array_index (parts, KoyomiMetricPart, i));
  if (parts != NULL)
    return;

  for (guint i = 0; i < result->figure.rows->len; i++)
    {
      const KoyomiMetricRow *row = &g_array_index (result->figure.rows, KoyomiMetricRow, i);
      g_autoptr(KoyomiRecord) record = row->id != 0 ? koyomi_session_get (self->session, row->table, row->id, self->language, NULL) : NULL;
      const char *title = record != NULL ? koyomi_record_get_title (record) : NULL;

      koyomi_print ("  %s %s\n", row->counts ? "●" : "○",
                    title != NULL && *title != '\0' ? title : koyomi_tr (self->language, koyomi_dictionary_get_table (row->table)->label));
    }
}

static void
print_result (Kpi                *self,
              KoyomiMetricResult *result,
              guint               code_width,
              guint               name_width,
              guint               status_width)
{
  g_autofree char *value = format_value (self, result, result->value);
  g_autofree char *now = format_value (self, result, result->figure.value);

  koyomi_print_column (koyomi_record_get_text (result->metric, KOYOMI_METRIC_CODE), code_width);
  koyomi_print_column (koyomi_record_get_title (result->metric), name_width);
  koyomi_print ("%s ", koyomi_metric_status_get_glyph (result->status));
  koyomi_print_column (koyomi_metric_status_get_label (result->status, self->language), status_width);
  koyomi_print ("%s %s", value, koyomi_trend_get_arrow (result->before, result->value));
  if (result->is_restated)
    /* Translators: behind the figure of a closed quarter; what it would be now */
    koyomi_print (koyomi_tr (self->language, N_(" (restated: %s)")), now);
  koyomi_print ("\n");
}

static void
print_text (Kpi *self)
{
  g_autofree char *year = koyomi_fiscal_year_format (self->year, self->language);
  g_autofree char *quarter = koyomi_fiscal_year_format_quarter (self->year, self->quarter, self->language);
  guint code_width = 0;
  guint name_width = 0;
  guint status_width = 0;

  for (guint i = 0; i < self->results->len; i++)
    {
      KoyomiMetricResult *result = g_ptr_array_index (self->results, i);

      code_width = MAX (code_width, koyomi_text_get_width (koyomi_record_get_text (result->metric, KOYOMI_METRIC_CODE)));
      name_width = MAX (name_width, koyomi_text_get_width (koyomi_record_get_title (result->metric)));
      status_width = MAX (status_width, koyomi_text_get_width (koyomi_metric_status_get_label (result->status, self->language)));
    }

  koyomi_print ("%s %s\n", year, quarter);
  for (guint i = 0; i < self->results->len; i++)
    {
      KoyomiMetricResult *result = g_ptr_array_index (self->results, i);

      print_result (self, result, code_width, name_width, status_width);
      if (self->only != NULL)
        {
          koyomi_print ("%s\n", koyomi_record_get_text (result->metric, KOYOMI_METRIC_FORMULA));
          print_rows (self, result);
        }
    }
}

static void
add_rows (JsonBuilder  *builder,
          const GArray *rows)
{
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    {
      const KoyomiMetricRow *row = &g_array_index (rows, KoyomiMetricRow, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, row->id);

      json_builder_begin_object (builder);
      koyomi_json_add_text (builder, "table", koyomi_dictionary_get_table (row->table)->name);
      koyomi_json_add_text (builder, "id", id);
      json_builder_set_member_name (builder, "counts");
      json_builder_add_boolean_value (builder, row->counts);
      koyomi_json_add_real (builder, "amount", row->amount);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_word (JsonBuilder  *builder,
          const char   *name,
          KoyomiRecord *metric,
          int           field)
{
  const KoyomiField *described = &koyomi_dictionary_get_table (KOYOMI_TABLE_METRIC)->fields[KOYOMI_FIELD_INDEX (field)];

  koyomi_json_add_text (builder, name, described->words[koyomi_record_get_int (metric, field)].nick);
}

static void
add_limits (JsonBuilder              *builder,
            const KoyomiMetricLimits *limits)
{
  koyomi_json_add_real (builder, "target", limits->target);
  koyomi_json_add_real (builder, "warning", limits->warning);
  koyomi_json_add_real (builder, "target_low", limits->target_low);
  koyomi_json_add_real (builder, "warning_low", limits->warning_low);
}

static void
add_parts (JsonBuilder  *builder,
           const GArray *parts)
{
  json_builder_set_member_name (builder, "parts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < parts->len; i++)
    {
      const KoyomiMetricPart *part = &g_array_index (parts, KoyomiMetricPart, i);

      json_builder_begin_object (builder);
      koyomi_json_add_text (builder, "code", koyomi_record_get_text (part->metric, KOYOMI_METRIC_CODE));
      koyomi_json_add_text (builder, "name", koyomi_record_get_title (part->metric));
      koyomi_json_add_int (builder, "weight", part->weight);
      koyomi_json_add_real (builder, "value", part->value);
      koyomi_json_add_text (builder, "status", koyomi_metric_status_get_nick (part->status));
      koyomi_json_add_real (builder, "points", part->points);
      koyomi_json_add_real (builder, "share", part->share);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_result (Kpi                *self,
            JsonBuilder        *builder,
            KoyomiMetricResult *result)
{
  g_autoptr(GArray) parts = list_parts (self, result);

  json_builder_begin_object (builder);
  koyomi_json_add_text (builder, "code", koyomi_record_get_text (result->metric, KOYOMI_METRIC_CODE));
  koyomi_json_add_text (builder, "name", koyomi_record_get_title (result->metric));
  koyomi_json_add_text (builder, "formula", koyomi_record_get_text (result->metric, KOYOMI_METRIC_FORMULA));
  add_word (builder, "kind", result->metric, KOYOMI_METRIC_KIND);
  add_word (builder, "unit", result->metric, KOYOMI_METRIC_UNIT);
  add_word (builder, "direction", result->metric, KOYOMI_METRIC_DIRECTION);
  koyomi_json_add_real (builder, "value", result->value);
  koyomi_json_add_real (builder, "before", result->before);
  koyomi_json_add_text (builder, "status", koyomi_metric_status_get_nick (result->status));
  koyomi_json_add_text (builder, "trend", koyomi_trend_get_nick (result->trend));
  add_limits (builder, &result->limits);
  json_builder_set_member_name (builder, "closed");
  json_builder_add_boolean_value (builder, result->close != NULL);
  json_builder_set_member_name (builder, "restated");
  json_builder_add_boolean_value (builder, result->is_restated);
  koyomi_json_add_real (builder, "value_now", result->figure.value);
  koyomi_json_add_real (builder, "numerator", result->figure.numerator);
  koyomi_json_add_real (builder, "denominator", result->figure.denominator);
  koyomi_json_add_int (builder, "samples", result->figure.n_samples);
  koyomi_json_add_int (builder, "excluded", result->figure.n_excluded);
  koyomi_json_add_text (builder, "comment", result->comment != NULL ? koyomi_record_get_text (result->comment, KOYOMI_METRIC_COMMENT_TEXT) : "");
  if (result->figure.rows != NULL)
    add_rows (builder, result->figure.rows);
  if (parts != NULL)
    add_parts (builder, parts);
  json_builder_end_object (builder);
}

static void
print_json (Kpi *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autofree char *quarter = g_strdup_printf ("%dQ%d", self->year.year, self->quarter);
  g_autofree char *first = koyomi_day_format (get_first_day (self));
  g_autofree char *last = koyomi_day_format (koyomi_day_add_months (get_first_day (self), 3) - 1);

  json_builder_begin_object (builder);
  koyomi_json_add_text (builder, "quarter", quarter);
  koyomi_json_add_text (builder, "first_day", first);
  koyomi_json_add_text (builder, "last_day", last);
  json_builder_set_member_name (builder, "metrics");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->results->len; i++)
    add_result (self, builder, g_ptr_array_index (self->results, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  koyomi_json_print (builder);
}

KoyomiExit
koyomi_command_kpi (KoyomiShell  *shell,
                    int           argc,
                    char        **argv)
{
  gboolean json = FALSE;
  g_autofree char *quarter = NULL;
  g_autofree char *metric = NULL;
  const GOptionEntry entries[] = {
    { "quarter", 0, 0, G_OPTION_ARG_FILENAME, &quarter, N_("The quarter of a fiscal year (default: that of today)"), "2026Q2" },
    { "metric", 0, 0, G_OPTION_ARG_FILENAME, &metric, N_("Only this metric, with the rows that make its figure"), N_("CODE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON, with limits and what the figures stand on"), NULL },
    { NULL }
  };
  g_auto(Kpi) kpi = { .language = shell->language };
  g_autoptr(GError) error = NULL;
  int year = 0;
  KoyomiExit exit;

  if (!koyomi_shell_parse (shell, "kpi", entries, 1, &argc, &argv, &exit))
    return exit;

  if (quarter != NULL && !parse_quarter (quarter, &year, &kpi.quarter))
    return koyomi_shell_misuse (shell, koyomi_tr (shell->language, N_("--quarter wants a quarter such as 2026Q2")));

  if ((kpi.session = koyomi_shell_open (shell, argv[1], FALSE, &exit)) == NULL)
    return exit;

  kpi.only = metric;
  kpi.year = koyomi_session_get_fiscal_year (kpi.session, koyomi_day_today ());
  if (quarter != NULL)
    kpi.year.year = year;
  else
    kpi.quarter = koyomi_fiscal_year_get_quarter (kpi.year, koyomi_day_today ());

  if (!load (&kpi, &error))
    return koyomi_shell_fail (shell, KOYOMI_EXIT_FILE_REFUSED, error);
  if (metric != NULL && kpi.results->len == 0)
    {
      g_set_error (&error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND, "there is no metric “%s” in that quarter", metric);

      return koyomi_shell_fail (shell, KOYOMI_EXIT_INPUT_REFUSED, error);
    }

  if (json)
    print_json (&kpi);
  else
    print_text (&kpi);

  return KOYOMI_EXIT_DONE;
}
