#include "koyomi-metric-report-private.h"

#include "koyomi-board-tiles.h"
#include "koyomi-day.h"

#include <math.h>
#include <string.h>

static void
free_course (gpointer data)
{
  KoyomiMetricCourse *course = data;

  for (guint i = 0; i < KOYOMI_METRIC_REPORT_QUARTERS; i++)
    g_clear_pointer (&course->quarters[i], koyomi_metric_result_free);
  g_free (course);
}

void
_koyomi_metric_report_free (KoyomiMetricReport *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->document, _koyomi_document_free);
  g_clear_pointer (&self->incidents, koyomi_incident_board_free);
  g_clear_pointer (&self->tiles, g_ptr_array_unref);
  g_clear_pointer (&self->courses, g_ptr_array_unref);
  g_clear_pointer (&self->limits, g_ptr_array_unref);
  g_clear_pointer (&self->book, koyomi_metric_book_free);
  g_free (self);
}

/* What it is in the quarter that was asked for. */
const KoyomiMetricResult *
_koyomi_metric_course_get_last (const KoyomiMetricCourse *self)
{
  return self->quarters[KOYOMI_METRIC_REPORT_QUARTERS - 1];
}

char *
_koyomi_metric_course_format (const KoyomiMetricCourse *self,
                              double                    value,
                              KoyomiLanguage            language)
{
  return koyomi_metric_format_value (value, self->unit, language);
}

const char *
_koyomi_metric_course_get_code (const KoyomiMetricCourse *self)
{
  return koyomi_record_get_text (self->metric, KOYOMI_METRIC_CODE);
}

/* What was said of the quarter; "" when nothing was. */
const char *
_koyomi_metric_course_get_comment (const KoyomiMetricCourse *self)
{
  KoyomiRecord *comment = _koyomi_metric_course_get_last (self)->comment;

  return comment != NULL ? koyomi_record_get_text (comment, KOYOMI_METRIC_COMMENT_TEXT) : "";
}

/* Returns: (transfer none) (nullable) */
KoyomiMetricCourse *
_koyomi_metric_report_find (KoyomiMetricReport *self,
                            const char         *code)
{
  for (guint i = 0; i < self->courses->len; i++)
    if (strcmp (_koyomi_metric_course_get_code (g_ptr_array_index (self->courses, i)), code) == 0)
      return g_ptr_array_index (self->courses, i);

  return NULL;
}

static guint32
get_month (const KoyomiMetricReport *self,
           guint                     index)
{
  return koyomi_day_add_months (self->first_day, (int) index - (KOYOMI_METRIC_REPORT_MONTHS - 3));
}

/* The quarter that is @index from the first that is told; its first day. */
static guint32
get_quarter (const KoyomiMetricReport *self,
             guint                     index,
             KoyomiFiscalYear         *year,
             int                      *quarter)
{
  guint32 day = koyomi_day_add_months (self->first_day, 3 * ((int) index - (KOYOMI_METRIC_REPORT_QUARTERS - 1)));

  *year = koyomi_fiscal_year_of_day (day, self->year.start_month);
  *quarter = koyomi_fiscal_year_get_quarter (*year, day);

  return day;
}

static void
name_times (KoyomiMetricReport *self)
{
  for (guint i = 0; i < KOYOMI_METRIC_REPORT_QUARTERS; i++)
    {
      KoyomiFiscalYear year;
      int quarter;
      g_autofree char *year_name = (get_quarter (self, i, &year, &quarter), koyomi_fiscal_year_format (year, self->language));
      g_autofree char *quarter_name = koyomi_fiscal_year_format_quarter (year, quarter, self->language);
      g_autofree char *name = g_strjoin ("\n", year_name, quarter_name, NULL);

      self->quarters[i] = g_intern_string (name);
    }

  for (guint i = 0; i < KOYOMI_METRIC_REPORT_MONTHS; i++)
    {
      g_autofree char *day = koyomi_day_format (get_month (self, i));

      day[strlen ("2026-04")] = '\0';
      self->months[i] = g_intern_string (day);
    }
}

static gboolean
load_months (KoyomiMetricReport  *self,
             KoyomiMetricCourse  *course,
             GError             **error)
{
  for (guint i = 0; i < KOYOMI_METRIC_REPORT_MONTHS; i++)
    {
      guint32 first_day = get_month (self, i);
      guint32 last_day = koyomi_day_get_month_last (first_day);
      g_auto(KoyomiMetricFigure) figure = { 0 };

      course->months[i] = NAN;
      koyomi_metric_limits_find (&course->limits[i], self->limits, koyomi_record_get_id (course->metric), last_day);
      if (first_day > self->today)
        continue;

      if (!koyomi_metric_book_compute (self->book, course->metric, first_day, last_day, FALSE, &figure, error))
        return FALSE;
      course->months[i] = figure.value;
    }

  return TRUE;
}

static gboolean
load_quarters (KoyomiMetricReport  *self,
               KoyomiMetricCourse  *course,
               GError             **error)
{
  for (guint i = 0; i < KOYOMI_METRIC_REPORT_QUARTERS; i++)
    {
      KoyomiFiscalYear year;
      int quarter;

      get_quarter (self, i, &year, &quarter);
      course->quarters[i] = koyomi_metric_book_tell (self->book, course->metric, year, quarter, i == KOYOMI_METRIC_REPORT_QUARTERS - 1, error);
      if (course->quarters[i] == NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
load_courses (KoyomiMetricReport  *self,
              GError             **error)
{
  GPtrArray *metrics = koyomi_metric_book_get_metrics (self->book);

  for (guint i = 0; i < metrics->len; i++)
    {
      KoyomiRecord *metric = g_ptr_array_index (metrics, i);
      KoyomiMetricCourse *course;

      if (koyomi_metric_is_retired (metric, self->first_day))
        continue;

      course = g_new0 (KoyomiMetricCourse, 1);
      course->metric = metric;
      course->unit = koyomi_record_get_int (metric, KOYOMI_METRIC_UNIT);
      course->decimals = course->unit == KOYOMI_UNIT_COUNT ? 0 : course->unit == KOYOMI_UNIT_POINTS ? 2 : 1;
      g_ptr_array_add (self->courses, course);
      if (!load_quarters (self, course, error) || !load_months (self, course, error))
        return FALSE;
    }

  return TRUE;
}

/* Of a plan whose board page nobody has chosen tiles for, those that the window proposes. */
static GArray *
list_tiles (KoyomiMetricReport  *self,
            GError             **error)
{
  g_autoptr(GArray) tiles = koyomi_session_list_board_tiles (self->session, error);

  if (tiles == NULL || tiles->len > 0)
    return g_steal_pointer (&tiles);

  return koyomi_session_propose_board_tiles (self->session, self->today, error);
}

static gboolean
load_tiles (KoyomiMetricReport  *self,
            GError             **error)
{
  g_autoptr(GArray) tiles = list_tiles (self, error);

  if (tiles == NULL)
    return FALSE;

  for (guint i = 0; i < tiles->len; i++)
    for (guint j = 0; j < self->courses->len; j++)
      {
        KoyomiMetricCourse *course = g_ptr_array_index (self->courses, j);

        if (koyomi_record_get_id (course->metric) == g_array_index (tiles, gint64, i))
          g_ptr_array_add (self->tiles, course);
      }

  return TRUE;
}

/**
 * _koyomi_metric_report_load:
 * @quarter: 1 to 4
 * @now: the moment that is shown; what comes later is not told
 */
KoyomiMetricReport *
_koyomi_metric_report_load (KoyomiSession     *session,
                            KoyomiFiscalYear   year,
                            int                quarter,
                            gint64             now,
                            KoyomiLanguage     language,
                            GError           **error)
{
  g_autoptr(KoyomiMetricReport) self = g_new0 (KoyomiMetricReport, 1);

  self->session = session;
  self->language = language;
  self->year = year;
  self->quarter = quarter;
  self->first_day = koyomi_fiscal_year_get_month_first (year, (quarter - 1) * 3);
  self->last_day = koyomi_day_add_months (self->first_day, 3) - 1;
  self->now = now;
  self->today = koyomi_time_get_day (now);
  self->courses = g_ptr_array_new_with_free_func (free_course);
  self->tiles = g_ptr_array_new ();
  name_times (self);
  if ((self->book = koyomi_session_load_metrics (session, self->today, language, error)) == NULL ||
      (self->limits = koyomi_session_list (session, KOYOMI_TABLE_METRIC_LIMIT, 0, 0, language, error)) == NULL ||
      (self->incidents = koyomi_session_load_incident_board (session, now, language, error)) == NULL ||
      !load_courses (self, error) || !load_tiles (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

static void
set_titles (KoyomiMetricReport *self,
            const char         *title,
            const char         *series)
{
  KoyomiDocument *document = self->document;
  g_autofree char *first = koyomi_day_format (self->first_day);
  g_autofree char *last = koyomi_day_format (self->last_day);

  document->title = g_strdup (koyomi_tr (self->language, title));
  document->period = g_strdelimit (g_strdup (self->quarters[KOYOMI_METRIC_REPORT_QUARTERS - 1]), "\n", ' ');
  document->subject = g_strdup_printf (koyomi_tr (self->language, N_("%s (%s to %s)")), document->period, first, last);
  g_free (document->number);
  document->number = g_strdup_printf ("%s-%04dQ%d", series, self->year.year, self->quarter);
  document->is_landscape = TRUE;
}

/* Makes the document: the sheets of a workbook, or pages. */
gboolean
_koyomi_metric_report_fill (KoyomiMetricReport  *self,
                            GError             **error)
{
  if ((self->document = _koyomi_document_new (self->session, self->first_day, self->language, error)) == NULL)
    return FALSE;

  set_titles (self, N_("Information security metrics"), "KPI");
  self->document->has_approvals = TRUE;
  _koyomi_metric_report_add_summary (self);
  _koyomi_metric_report_add_metrics (self);
  _koyomi_metric_report_add_charts (self);
  if (!_koyomi_metric_report_add_maturity (self, error))
    return FALSE;

  _koyomi_metric_report_add_causes (self);
  if (!_koyomi_metric_report_add_objectives (self, error) || !_koyomi_metric_report_add_scores (self, error))
    return FALSE;

  _koyomi_metric_report_add_definitions (self);
  if (_koyomi_metric_report_add_quality (self, TRUE, error) == NULL || !_koyomi_metric_report_add_rows (self, error))
    return FALSE;

  _koyomi_metric_report_add_about (self);

  return TRUE;
}

/* Makes the document of a page for the board: nothing but its tiles; the workbook tells as well what to know of the figures. */
gboolean
_koyomi_metric_report_fill_board (KoyomiMetricReport  *self,
                                  GError             **error)
{
  KoyomiDocumentTable *counts;

  if ((self->document = _koyomi_document_new (self->session, self->first_day, self->language, error)) == NULL)
    return FALSE;

  set_titles (self, N_("Page for the board"), "BD");
  _koyomi_metric_report_add_board (self);
  if ((counts = _koyomi_metric_report_add_quality (self, FALSE, error)) == NULL)
    return FALSE;

  counts->is_book_only = TRUE;
  _koyomi_metric_report_add_about (self)->is_book_only = TRUE;

  return TRUE;
}

/* On the sheet that was added last. */
KoyomiDocumentTable *
_koyomi_metric_report_add_table (KoyomiMetricReport *self,
                                 const char         *title)
{
  return _koyomi_document_add_table (self->document, koyomi_tr (self->language, title));
}

/* Their labels are translated here. */
void
_koyomi_metric_report_add_columns (KoyomiMetricReport         *self,
                                   KoyomiDocumentTable        *table,
                                   const KoyomiDocumentColumn *columns,
                                   guint                       n_columns)
{
  _koyomi_document_add_columns (self->document, table, columns, n_columns);
}

/* Empty where there is none: a chart over it then has a gap. */
void
_koyomi_metric_report_add_value (KoyomiMetricReport       *self,
                                 KoyomiDocumentRow        *row,
                                 const KoyomiMetricCourse *course,
                                 double                    value)
{
  _koyomi_document_take_value (row, value, course->decimals,
                               isnan (value) ? g_strdup ("") : _koyomi_metric_course_format (course, value, self->language));
}
