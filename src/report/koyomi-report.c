#include "koyomi-report.h"

#include "koyomi-applicability-report-private.h"
#include "koyomi-audit-report-private.h"
#include "koyomi-capa-report-private.h"
#include "koyomi-committee-report-private.h"
#include "koyomi-day.h"
#include "koyomi-document-export-private.h"
#include "koyomi-document-pdf-private.h"
#include "koyomi-export-private.h"
#include "koyomi-history.h"
#include "koyomi-incident-report-private.h"
#include "koyomi-incident-statistics-private.h"
#include "koyomi-picture-private.h"
#include "koyomi-report-face-private.h"
#include "koyomi-review-report-private.h"

#include <string.h>

/* How far the work is when the report is made. */
#define MADE 0.5

typedef KoyomiDocument *(*CreateFunc) (KoyomiSession              *session,
                                       const KoyomiReportOptions  *options,
                                       GError                    **error);

/* A document, or whatever else has pages: one of the two is there. */
typedef struct
{
  KoyomiReportKind        kind;
  CreateFunc              create;
  const KoyomiReportFace *face;
} Kind;

struct _KoyomiReport
{
  const Kind          *kind;
  KoyomiReportOptions  options;
  KoyomiSession       *session;    /* not owned */
  gpointer             body;       /* of the face */
  guint                n_pages;    /* of it */
  char                *number;     /* of it as a document */
  KoyomiDocument      *document;
  KoyomiDocumentPages *pages;      /* (nullable): laid out when they are asked for */
};

typedef struct
{
  KoyomiReport *report;
  guint         page;
  GCancellable *cancellable;
} Picture;

static KoyomiDocument *
create_metrics (KoyomiSession              *session,
                const KoyomiReportOptions  *options,
                GError                    **error)
{
  g_autoptr(KoyomiMetricReport) report = _koyomi_metric_report_load (session, options->year, options->quarter, options->now, options->language,
                                                                     error);

  return report != NULL && _koyomi_metric_report_fill (report, error) ? g_steal_pointer (&report->document) : NULL;
}

static KoyomiDocument *
create_board (KoyomiSession              *session,
              const KoyomiReportOptions  *options,
              GError                    **error)
{
  g_autoptr(KoyomiMetricReport) report = _koyomi_metric_report_load (session, options->year, options->quarter, options->now, options->language,
                                                                     error);

  return report != NULL && _koyomi_metric_report_fill_board (report, error) ? g_steal_pointer (&report->document) : NULL;
}

static KoyomiDocument *
create_incidents (KoyomiSession              *session,
                  const KoyomiReportOptions  *options,
                  GError                    **error)
{
  return _koyomi_incident_statistics_new (session, options->year, options->quarter, options->now, options->language, error);
}

/* Also of a drill. */
static KoyomiDocument *
create_incident (KoyomiSession              *session,
                 const KoyomiReportOptions  *options,
                 GError                    **error)
{
  return _koyomi_incident_report_new (session, options->subject, options->now, options->language, error);
}

/* In the order in which they are listed. */
static const Kind kinds[] = {
  { { "committee", N_("Report to the risk committee"), N_("Progress, incidents, KPIs, findings, risks, decisions"),
      _koyomi_committee_report_parts, KOYOMI_N_COMMITTEE_PARTS, .has_months = TRUE, .can_compare = TRUE }, _koyomi_committee_report_new },
  { { "kpi", N_("Information security metrics"), N_("Status, course, maturity, objectives, definitions"), .can_compare = TRUE }, create_metrics },
  { { "board", N_("Page for the board"), N_("The KPIs that the board looks at, on a page"), .can_compare = TRUE, .is_part = TRUE }, create_board },
  { { "audit", N_("ISMS audit report"), N_("Programme, audits, findings, evidence, readiness, change log"),
      _koyomi_audit_report_parts, KOYOMI_N_AUDIT_PARTS, .can_compare = TRUE }, _koyomi_audit_report_new },
  { { "programme", N_("Audit programme"), N_("What is audited in three years, and what is left out"),
      _koyomi_programme_report_parts, KOYOMI_N_SECTION_PARTS, .can_compare = TRUE, .is_part = TRUE }, _koyomi_programme_report_new },
  { { "evidence", N_("Evidence register"), N_("Evidence by clause and control, what is missing or old"),
      _koyomi_evidence_report_parts, KOYOMI_N_SECTION_PARTS, .can_compare = TRUE, .is_part = TRUE }, _koyomi_evidence_report_new },
  { { "capa", N_("Findings and corrective actions"), N_("Causes, actions, due days, ageing, effect, what was opened again"),
      _koyomi_capa_report_parts, KOYOMI_N_CAPA_PARTS, .can_compare = TRUE }, _koyomi_capa_report_new },
  { { "soa", N_("Statement of applicability"), N_("Controls: applicable or not and why, status, functions, activities, evidence"),
      _koyomi_applicability_report_parts, KOYOMI_N_APPLICABILITY_PARTS, .can_compare = TRUE }, _koyomi_applicability_report_new },
  { { "review", N_("Management review"), N_("Inputs as the plan itself tells them, decisions, actions"),
      _koyomi_review_report_parts, KOYOMI_N_REVIEW_PARTS, .can_compare = TRUE }, _koyomi_review_report_new },
  { { "incidents", N_("Incident statistics"), N_("Numbers, severity, classes, teams, how long it took"), .can_compare = TRUE },
    create_incidents },
  { { "incident", N_("Incident report"), N_("One incident: facts, times, reports, timeline, tasks, evidence, lessons"),
      .span = KOYOMI_REPORT_SPAN_MOMENT, .subject = KOYOMI_REPORT_SUBJECT_INCIDENT }, create_incident },
  { { "drill", N_("Drill report"), N_("One drill: scenario, teams, measured times, verdict, what to improve"),
      .span = KOYOMI_REPORT_SPAN_MOMENT, .subject = KOYOMI_REPORT_SUBJECT_DRILL }, create_incident },
  { { "annual-calendar", N_("Annual calendar"), N_("A year of activities by function, with routine duties and meetings"),
      .span = KOYOMI_REPORT_SPAN_YEAR }, .face = &_koyomi_report_calendar },
  { { "matrix", N_("Functions and teams"), N_("Who does what, maturity and sourcing, load, breaches of rules"),
      .span = KOYOMI_REPORT_SPAN_MOMENT }, .face = &_koyomi_report_matrix },
};

/* Returns: (nullable): NULL after the last one */
const KoyomiReportKind *
koyomi_report_kind_get (guint index)
{
  return index < G_N_ELEMENTS (kinds) ? &kinds[index].kind : NULL;
}

/* Returns: (nullable): NULL when there is no such report */
const KoyomiReportKind *
koyomi_report_kind_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].kind.id, id) == 0)
      return &kinds[i].kind;

  return NULL;
}

/* Whether reports can be written in that form. */
gboolean
koyomi_report_knows (KoyomiExportFormat format)
{
  return format == KOYOMI_EXPORT_FORMAT_XLSX || format == KOYOMI_EXPORT_FORMAT_PDF || format == KOYOMI_EXPORT_FORMAT_PNG;
}

/**
 * koyomi_report_dup_narrative:
 * @day: (out): the first one of what the report tells
 *
 * Returns: under which name the narratives of such a report are kept: those of a month beside those of the quarter that begins with it
 */
char *
koyomi_report_dup_narrative (const KoyomiReportKind     *kind,
                             const KoyomiReportOptions  *options,
                             guint32                    *day)
{
  *day = koyomi_fiscal_year_get_month_first (options->year, (options->quarter - 1) * 3 + MAX (options->month - 1, 0));

  return options->month == 0 ? g_strdup (kind->id) : g_strconcat (kind->id, "-monthly", NULL);
}

/* The days of which it tells, the last one counted in; of a moment its day. */
void
koyomi_report_get_period (const KoyomiReportKind    *kind,
                          const KoyomiReportOptions *options,
                          guint32                   *first_day,
                          guint32                   *last_day)
{
  int first = (options->quarter - 1) * 3 + MAX (options->month - 1, 0);
  int end = first + (options->month > 0 ? 1 : 3);

  if (kind->span == KOYOMI_REPORT_SPAN_MOMENT)
    {
      *first_day = *last_day = koyomi_time_get_day (options->now);
      return;
    }
  if (kind->span == KOYOMI_REPORT_SPAN_YEAR)
    first = 0, end = 12;

  *first_day = koyomi_fiscal_year_get_month_first (options->year, first);
  *last_day = end < 12 ? koyomi_fiscal_year_get_month_first (options->year, end) - 1 : koyomi_fiscal_year_get_last_day (options->year);
}

static gboolean
load (KoyomiReport  *self,
      GError       **error)
{
  if (self->kind->face != NULL)
    {
      self->number = self->kind->face->dup_number (&self->options);
      self->body = self->kind->face->load (self->session, &self->options, &self->n_pages, error);

      return self->body != NULL;
    }

  return (self->document = self->kind->create (self->session, &self->options, error)) != NULL;
}

/* Returns: NULL with a %KOYOMI_PLAN_ERROR */
KoyomiReport *
koyomi_report_new (KoyomiSession              *session,
                   const KoyomiReportKind     *kind,
                   const KoyomiReportOptions  *options,
                   GError                    **error)
{
  g_autoptr(KoyomiReport) self = NULL;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), NULL);
  g_return_val_if_fail (options->quarter >= 1 && options->quarter <= 4, NULL);
  g_return_val_if_fail ((kind->subject != KOYOMI_REPORT_SUBJECT_NONE) == (options->subject != 0), NULL);
  g_return_val_if_fail (options->month >= 0 && options->month <= (kind->has_months ? 3 : 0), NULL);

  self = g_new0 (KoyomiReport, 1);
  self->kind = (const Kind *) kind;
  self->options = *options;
  self->session = session;

  return load (self, error) ? g_steal_pointer (&self) : NULL;
}

void
koyomi_report_free (KoyomiReport *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->pages, _koyomi_document_pages_free);
  g_clear_pointer (&self->document, _koyomi_document_free);
  if (self->body != NULL)
    self->kind->face->free (self->body);
  g_free (self->number);
  g_free (self);
}

/* Marks what is otherwise than in the same report of the plan @before; says so where there was no such plan. Only where the kind can be compared.
 * @before: (nullable) */
gboolean
koyomi_report_compare (KoyomiReport   *self,
                       KoyomiSession  *before,
                       GError        **error)
{
  g_autoptr(KoyomiDocument) document = NULL;

  g_return_val_if_fail (self->kind->kind.can_compare && self->pages == NULL, FALSE);

  if (before == NULL)
    {
      g_ptr_array_add (self->document->remarks, g_strdup (koyomi_tr (self->options.language,
                                                                     N_("Compared with nothing: the plan was not kept yet at that time."))));
      return TRUE;
    }

  if ((document = self->kind->create (before, &self->options, error)) == NULL)
    return FALSE;

  _koyomi_document_compare (self->document, document);
  /* Translators: a moment of the plan */
  g_ptr_array_add (self->document->remarks, g_strdup_printf (koyomi_tr (self->options.language,
                                                             N_("Compared with the plan as of %s: ＋ new, △ changed, － no longer so.")),
                                                             document->facts->as_of));

  return TRUE;
}

/* Returns: the number of the document; "" for none, as of one incident, which has a number of its own */
const char *
koyomi_report_get_number (KoyomiReport *self)
{
  return self->document != NULL ? self->document->number : self->number;
}

static KoyomiDocumentPages *
get_pages (KoyomiReport *self)
{
  if (self->pages == NULL)
    self->pages = _koyomi_document_pages_new (self->document);

  return self->pages;
}

guint
koyomi_report_get_n_pages (KoyomiReport *self)
{
  return self->body != NULL ? self->n_pages : _koyomi_document_pages_get_n (get_pages (self));
}

/* In points. */
void
koyomi_report_get_page_size (KoyomiReport *self,
                             double       *width,
                             double       *height)
{
  if (self->body != NULL)
    koyomi_paper_get_size (self->kind->face->paper, width, height);
  else if (self->document->is_landscape)
    koyomi_paper_get_size (KOYOMI_PAPER_A4, width, height);
  else
    koyomi_paper_get_size (KOYOMI_PAPER_A4, height, width);
}

/* @page: from 0. In points, on what is white. */
void
koyomi_report_paint_page (KoyomiReport *self,
                          guint         page,
                          cairo_t      *cr)
{
  g_return_if_fail (page < koyomi_report_get_n_pages (self));

  if (self->body != NULL)
    self->kind->face->paint_page (self->body, page, cr);
  else
    _koyomi_document_pages_paint (get_pages (self), page, cr);
}

static void
paint_picture (cairo_t  *cr,
               gpointer  data)
{
  const Picture *self = data;

  koyomi_report_paint_page (self->report, self->page, cr);
}

static gboolean
write_picture (KoyomiOutputFile  *file,
               gpointer           data,
               GError           **error)
{
  Picture *self = data;
  double width, height;

  koyomi_report_get_page_size (self->report, &width, &height);

  return _koyomi_picture_write (KOYOMI_PICTURE_PNG, width, height, self->report->kind->kind.name, paint_picture, self,
                                koyomi_output_file_get_stream (file), self->cancellable, error);
}

/**
 * koyomi_report_write:
 * @page: of a picture, from 0; other forms have all
 * @path: the file to write; one that is there is replaced once the new one is whole
 *
 * Returns: FALSE with a %KOYOMI_REPORT_ERROR, %KOYOMI_PLAN_ERROR_NOT_FOUND when there is no such page, or %G_IO_ERROR_CANCELLED
 */
gboolean
koyomi_report_write (KoyomiReport        *self,
                     KoyomiExportFormat   format,
                     guint                page,
                     const char          *path,
                     KoyomiProgressFunc   progress,
                     gpointer             progress_data,
                     GCancellable        *cancellable,
                     GError             **error)
{
  Picture picture = { self, page, cancellable };
  g_autoptr(KoyomiOutputFile) file = NULL;

  g_return_val_if_fail (koyomi_report_knows (format), FALSE);

  if (format == KOYOMI_EXPORT_FORMAT_PNG && page >= koyomi_report_get_n_pages (self))
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND, "the report has %u pages", koyomi_report_get_n_pages (self));
      return FALSE;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  if (self->body != NULL && format != KOYOMI_EXPORT_FORMAT_PNG)
    return self->kind->face->write (self->session, &self->options, format, path, progress, progress_data, cancellable, error);

  if ((file = koyomi_output_file_new (path, error)) == NULL)
    return FALSE;

  if (progress != NULL)
    progress (MADE, progress_data);
  if (format == KOYOMI_EXPORT_FORMAT_PNG)
    return _koyomi_export_write (file, path, write_picture, &picture, cancellable, error);

  return _koyomi_document_export (self->document, format, file, path, progress, progress_data, cancellable, error);
}
