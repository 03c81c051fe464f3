#include "koyomi-committee-report-private.h"

#include "koyomi-day.h"
#include "koyomi-document-parts-private.h"

#include <math.h>
#include <string.h>

const KoyomiReportPart _koyomi_committee_report_parts[KOYOMI_N_COMMITTEE_PARTS] = {
  [KOYOMI_COMMITTEE_SUMMARY] = { "summary", N_("Summary") },
  [KOYOMI_COMMITTEE_PROGRESS] = { "progress", N_("1 Progress against plan") },
  [KOYOMI_COMMITTEE_INCIDENTS] = { "incidents", N_("2 Incidents") },
  [KOYOMI_COMMITTEE_METRICS] = { "metrics", N_("3 KPIs") },
  [KOYOMI_COMMITTEE_FINDINGS] = { "findings", N_("4 Findings") },
  [KOYOMI_COMMITTEE_RISKS] = { "risks", N_("5 Risks") },
  [KOYOMI_COMMITTEE_DECISIONS] = { "decisions", N_("6 Decisions and actions") },
  [KOYOMI_COMMITTEE_COMING] = { "coming", N_("7 Coming up") },
};

static const char * const change_titles[KOYOMI_N_COMMITTEE_CHANGES] = {
  [KOYOMI_COMMITTEE_NEW] = N_("＋ New"),
  [KOYOMI_COMMITTEE_CLOSED] = N_("－ Closed"),
  [KOYOMI_COMMITTEE_MOVED] = N_("△ Moved"),
  [KOYOMI_COMMITTEE_WORSE] = N_("▼ Worse"),
  [KOYOMI_COMMITTEE_BETTER] = N_("▲ Better"),
};

static void
clear_report (KoyomiCommitteeReport *self)
{
  g_clear_pointer (&self->metrics, _koyomi_metric_report_free);
  g_clear_pointer (&self->silent, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KoyomiCommitteeReport, clear_report)

gboolean
_koyomi_committee_report_has_day (const KoyomiCommitteeReport *self,
                                  guint32                      day)
{
  return day >= self->first_day && day <= self->last_day;
}

/* In the period that follows. */
gboolean
_koyomi_committee_report_is_coming (const KoyomiCommitteeReport *self,
                                    guint32                      day)
{
  return day > self->last_day && day <= self->next_last;
}

static void
tell_quarter (const KoyomiMetricCourse *course,
              KoyomiCommitteeValue     *value)
{
  const KoyomiMetricResult *result = _koyomi_metric_course_get_last (course);

  *value = (KoyomiCommitteeValue) {
    result->value, result->before, result->limits.target, result->status, course->quarters[KOYOMI_METRIC_REPORT_QUARTERS - 2]->status, result->trend,
  };
}

/* As the month is, in the book and on the screen the same. */
static void
tell_month (const KoyomiMetricCourse *course,
            guint                     month,
            KoyomiCommitteeValue     *value)
{
  const KoyomiMetricLimits *limits = &course->limits[month];
  KoyomiDirection direction = koyomi_record_get_int (course->metric, KOYOMI_METRIC_DIRECTION);
  double before = course->months[month - 1];

  *value = (KoyomiCommitteeValue) {
    course->months[month], before, limits->target, koyomi_metric_limits_judge (limits, direction, course->months[month]),
    koyomi_metric_limits_judge (&course->limits[month - 1], direction, before),
    koyomi_metric_limits_compare (limits, direction, before, course->months[month]),
  };
}

void
_koyomi_committee_report_tell (const KoyomiCommitteeReport *self,
                               const KoyomiMetricCourse    *course,
                               KoyomiCommitteeValue        *value)
{
  if (self->month < 0)
    tell_quarter (course, value);
  else
    tell_month (course, self->month, value);
}

/* Asks the book of metrics, as the first page of the plan does. @before: of the period before */
gboolean
_koyomi_committee_report_reckon (KoyomiCommitteeReport  *self,
                                 KoyomiComputation       computation,
                                 gboolean                before,
                                 KoyomiMetricFigure     *figure,
                                 GError                **error)
{
  guint32 first_day = before ? self->before_first : self->first_day;
  guint32 last_day = before ? self->first_day - 1 : self->last_day;
  KoyomiFiscalYear year = koyomi_fiscal_year_of_day (first_day, self->metrics->year.start_month);

  if (self->month >= 0)
    return koyomi_metric_book_compute_formula (self->metrics->book, computation, first_day, last_day, FALSE, figure, error);

  return koyomi_metric_book_tell_formula (self->metrics->book, computation, year, koyomi_fiscal_year_get_quarter (year, first_day), FALSE, figure,
                                          error);
}

/* Returns: (nullable): the metric with the formula, where the plan has one */
KoyomiMetricCourse *
_koyomi_committee_report_find_course (KoyomiCommitteeReport *self,
                                      KoyomiComputation      computation)
{
  for (guint i = 0; i < self->metrics->courses->len; i++)
    {
      KoyomiMetricCourse *course = g_ptr_array_index (self->metrics->courses, i);
      KoyomiComputation found;

      if (koyomi_metric_find_computation (course->metric, &found) && found == computation)
        return course;
    }

  return NULL;
}

/* @title, @empty: English. Its columns' labels are translated here. */
KoyomiDocumentTable *
_koyomi_committee_report_add_table (KoyomiCommitteeReport      *self,
                                    const char                 *title,
                                    const KoyomiDocumentColumn *columns,
                                    guint                       n_columns,
                                    const char                 *empty)
{
  KoyomiDocumentTable *table = _koyomi_metric_report_add_table (self->metrics, title);

  table->empty = g_strdup (koyomi_tr (self->language, empty));
  _koyomi_metric_report_add_columns (self->metrics, table, columns, n_columns);

  return table;
}

/* The cell that was added last, if anything is to be marked. */
void
_koyomi_committee_report_mark (KoyomiCommitteeReport *self,
                               KoyomiDocumentRow     *row,
                               KoyomiDocumentMark     mark)
{
  if (self->has_marks && mark != KOYOMI_DOCUMENT_SAME)
    _koyomi_document_mark (row, mark);
}

/* @what: English */
void
_koyomi_committee_report_note_change (KoyomiCommitteeReport *self,
                                      KoyomiCommitteeChange  change,
                                      const char            *what,
                                      const char            *number,
                                      const char            *title,
                                      const char            *before,
                                      const char            *now)
{
  g_autofree char *order = g_strdup_printf ("%u", change);
  KoyomiDocumentRow *row = _koyomi_document_add_row (self->changes, order, self->changes->rows->len);

  self->n_changes[change]++;
  _koyomi_document_add_text (row, koyomi_tr (self->language, change_titles[change]));
  _koyomi_document_add_text (row, koyomi_tr (self->language, what));
  _koyomi_document_add_text (row, number);
  _koyomi_document_add_text (row, title);
  _koyomi_document_add_text (row, before);
  _koyomi_document_add_text (row, now);
}

/* Of something that is due on another day than it was. */
void
_koyomi_committee_report_note_days (KoyomiCommitteeReport *self,
                                    const char            *what,
                                    const char            *number,
                                    const char            *title,
                                    guint32                before,
                                    guint32                now)
{
  g_autofree char *old_day = before != KOYOMI_DAY_NONE ? koyomi_day_format (before) : g_strdup ("");
  g_autofree char *new_day = now != KOYOMI_DAY_NONE ? koyomi_day_format (now) : g_strdup ("");

  _koyomi_committee_report_note_change (self, KOYOMI_COMMITTEE_MOVED, what, number, title, old_day, new_day);
}

static gboolean
add_narrative (KoyomiCommitteeReport  *self,
               KoyomiCommitteePart     part,
               GError                **error)
{
  return _koyomi_document_add_comments (self->document, self->report, &_koyomi_committee_report_parts[part], self->first_day, self->before_first,
                                        self->silent, error);
}

/* A sheet for a section, with what it comes to. @told: (out): whose text is to be set, in a sentence or two */
gboolean
_koyomi_committee_report_begin (KoyomiCommitteeReport  *self,
                                KoyomiCommitteePart     part,
                                KoyomiDocumentTable   **told,
                                GError                **error)
{
  const char *title = koyomi_tr (self->language, _koyomi_committee_report_parts[part].title);

  _koyomi_document_add_sheet (self->document, title);
  *told = _koyomi_document_add_text_section (self->document, title, "");

  return add_narrative (self, part, error);
}

static gboolean
add_summary (KoyomiCommitteeReport  *self,
             GError                **error)
{
  _koyomi_document_add_sheet (self->document, koyomi_tr (self->language, _koyomi_committee_report_parts[KOYOMI_COMMITTEE_SUMMARY].title));

  if (!_koyomi_committee_report_add_tiles (self, error))
    return FALSE;

  self->told = _koyomi_document_add_text_section (self->document, koyomi_tr (self->language, N_("In short")), "");

  return add_narrative (self, KOYOMI_COMMITTEE_SUMMARY, error);
}

static void
add_changes (KoyomiCommitteeReport *self)
{
  static const KoyomiDocumentColumn columns[] = {
    { N_("Sign"), 2 }, { N_("Kind"), 3 }, { N_("Number"), 2 }, { N_("Title"), 9 }, { N_("Before"), 4 }, { N_("Now"), 4 },
  };

  _koyomi_document_add_sheet (self->document, koyomi_tr (self->language, N_("Changes")));
  self->changes = _koyomi_committee_report_add_table (self, N_("Changes"), columns, G_N_ELEMENTS (columns), N_("Nothing to report."));
}

static int
compare_changes (gconstpointer a,
                 gconstpointer b)
{
  const KoyomiDocumentRow *first = *(KoyomiDocumentRow * const *) a;
  const KoyomiDocumentRow *second = *(KoyomiDocumentRow * const *) b;

  return *first->key - *second->key;
}

/* The summary has how much has changed, and what each section comes to. */
static void
tell_summary (KoyomiCommitteeReport *self)
{
  GString *text = g_string_new (koyomi_tr (self->language, N_("Since the period before:")));

  for (guint i = 0; i < KOYOMI_N_COMMITTEE_CHANGES; i++)
    g_string_append_printf (text, "  %s %u", koyomi_tr (self->language, change_titles[i]), self->n_changes[i]);
  g_ptr_array_sort (self->changes->rows, compare_changes);
  for (guint part = KOYOMI_COMMITTEE_PROGRESS; part < KOYOMI_N_COMMITTEE_PARTS; part++)
    for (guint i = 0; i < self->document->tables->len; i++)
      {
        const KoyomiDocumentTable *table = g_ptr_array_index (self->document->tables, i);
        const char *title = koyomi_tr (self->language, _koyomi_committee_report_parts[part].title);

        if (strcmp (table->title, title) == 0)
          g_string_append_printf (text, "\n%s: %s", title, table->text);
      }
  g_free (self->told->text);
  self->told->text = g_string_free (text, FALSE);
}

static gboolean
add_quality (KoyomiCommitteeReport  *self,
             GError                **error)
{
  KoyomiDocumentTable *counts = _koyomi_metric_report_add_quality (self->metrics, FALSE, error);

  if (counts == NULL)
    return FALSE;

  _koyomi_metric_report_add_silent (self->metrics, counts, self->silent);

  return TRUE;
}

static void
set_titles (KoyomiCommitteeReport *self)
{
  KoyomiDocument *document = self->document;
  g_autofree char *first = koyomi_day_format (self->first_day);
  g_autofree char *last = koyomi_day_format (self->last_day);

  document->title = g_strdup (koyomi_tr (self->language, N_("Report to the risk committee")));
  document->period = self->month < 0 ? g_strdelimit (g_strdup (self->metrics->quarters[KOYOMI_METRIC_REPORT_QUARTERS - 1]), "\n", ' ')
                                     : g_strdup (self->metrics->months[self->month]);
  document->subject = g_strdup_printf (koyomi_tr (self->language, N_("%s (%s to %s)")), document->period, first, last);
  g_free (document->number);
  document->number = self->month < 0 ? g_strdup_printf ("RC-%04dQ%d", self->metrics->year.year, self->metrics->quarter)
                                     : g_strconcat ("RC-", self->metrics->months[self->month], NULL);
  document->is_landscape = TRUE;
  document->has_approvals = TRUE;
  if (self->has_marks)
    g_ptr_array_add (document->remarks, g_strdup (koyomi_tr (self->language, N_("Marks: ＋ new, △ changed since the period before. "
                                                                                  "States are those of the moment shown below."))));
}

static gboolean
fill (KoyomiCommitteeReport  *self,
      GError                **error)
{
  static gboolean (*const parts[]) (KoyomiCommitteeReport *, GError **) = {
    _koyomi_committee_report_add_progress, _koyomi_committee_report_add_incidents, _koyomi_committee_report_add_metrics,
    _koyomi_committee_report_add_findings, _koyomi_committee_report_add_risks, _koyomi_committee_report_add_decisions,
    _koyomi_committee_report_add_coming,
  };

  set_titles (self);
  if (!add_summary (self, error))
    return FALSE;

  add_changes (self);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!parts[i] (self, error))
      return FALSE;

  tell_summary (self);
  _koyomi_committee_report_add_charts (self);
  if (!add_quality (self, error))
    return FALSE;

  _koyomi_metric_report_add_about (self->metrics);

  return TRUE;
}

static void
set_period (KoyomiCommitteeReport     *self,
            const KoyomiReportOptions *options)
{
  int n_months = options->month == 0 ? 3 : 1;

  self->month_of_quarter = options->month;
  self->month = options->month == 0 ? -1 : KOYOMI_METRIC_REPORT_MONTHS - 3 + options->month - 1;
  self->report = options->month == 0 ? "committee" : "committee-monthly";
  self->first_day = koyomi_day_add_months (self->metrics->first_day, MAX (options->month - 1, 0));
  self->last_day = koyomi_day_add_months (self->first_day, n_months) - 1;
  self->before_first = koyomi_day_add_months (self->first_day, -n_months);
  self->next_last = koyomi_day_add_months (self->first_day, 2 * n_months) - 1;
}

/* The report on a quarter or a month: what was planned, what happened, how the figures stand, and what is to be decided. */
KoyomiDocument *
_koyomi_committee_report_new (KoyomiSession              *session,
                              const KoyomiReportOptions  *options,
                              GError                    **error)
{
  g_auto(KoyomiCommitteeReport) self = { .session = session, .language = options->language, .has_marks = TRUE };

  self.metrics = _koyomi_metric_report_load (session, options->year, options->quarter, options->now, options->language, error);
  if (self.metrics == NULL)
    return NULL;

  self.silent = g_ptr_array_new ();
  self.today = self.metrics->today;
  set_period (&self, options);
  if ((self.metrics->document = _koyomi_document_new (session, self.first_day, self.language, error)) == NULL)
    return NULL;

  self.document = self.metrics->document;

  return fill (&self, error) ? g_steal_pointer (&self.metrics->document) : NULL;
}
