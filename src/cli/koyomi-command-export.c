#include "koyomi-commands.h"

#include "koyomi-day.h"
#include "koyomi-export-incident.h"
#include "koyomi-export-matrix.h"
#include "koyomi-export-metric.h"
#include "koyomi-history.h"
#include "koyomi-moment.h"

#include <string.h>

typedef struct
{
  char *report;
  char *format;
  char *output;
  char *fiscal_year;
  char *as_of;
  char *auditor;
  char *watermark;
  char *catalogue;
  char *day;
  char *id;
  char *quarter;
  char *metric;
  gboolean wide;
} Options;

typedef enum
{
  REPORT_CALENDAR,
  REPORT_MATRIX,
  REPORT_INCIDENT,
  REPORT_INCIDENTS,
  REPORT_METRICS,
  N_REPORTS,
} Report;

static const char * const reports[N_REPORTS] = {
  [REPORT_CALENDAR] = "annual-calendar",
  [REPORT_MATRIX] = "matrix",
  [REPORT_INCIDENT] = "incident",
  [REPORT_INCIDENTS] = "incidents",
  [REPORT_METRICS] = "kpi",
};

/* What was asked for, once it is known to make sense. */
typedef struct
{
  Report              report;
  KoyomiExportFormat  format;
  gint64              year;      /* 0 for the present one */
  guint32             day;
  gint64              quarter;   /* of the year; 0 for the present one, or for none */
} Wanted;

static void
clear_options (Options *self)
{
  g_free (self->report);
  g_free (self->format);
  g_free (self->output);
  g_free (self->fiscal_year);
  g_free (self->as_of);
  g_free (self->auditor);
  g_free (self->watermark);
  g_free (self->catalogue);
  g_free (self->day);
  g_free (self->id);
  g_free (self->quarter);
  g_free (self->metric);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static const char *
read_matrix_options (const Options *options,
                     Wanted        *wanted)
{
  if (!koyomi_matrix_export_knows (wanted->format))
    return N_("The matrix can be written as xlsx, pdf or csv");

  if (options->fiscal_year != NULL)
    return N_("The matrix is of a day: use --day, not --fiscal-year");

  if (options->catalogue != NULL && !g_strv_contains ((const char *[]) { "cric", "isogj", "x1060", "own", NULL }, options->catalogue))
    return N_("--catalogue wants cric, isogj, x1060 or own");

  if (options->day != NULL && (wanted->day = koyomi_day_parse (options->day, NULL)) == KOYOMI_DAY_NONE)
    return N_("--day wants a day such as 2026-04-20");

  if (options->wide && wanted->format != KOYOMI_EXPORT_FORMAT_CSV)
    return N_("--wide is for csv");

  return NULL;
}

static const char *
read_incident_options (const Options *options,
                       Wanted        *wanted)
{
  if (!koyomi_incident_export_knows (wanted->format))
    return N_("Incidents can be written as xlsx, pdf or csv");

  if (options->fiscal_year != NULL || options->catalogue != NULL || options->day != NULL || options->wide)
    return N_("--fiscal-year, --catalogue, --day and --wide are not for incidents");

  if (wanted->report == REPORT_INCIDENT)
    return options->quarter != NULL ? N_("--quarter is for the report incidents") :
           options->id == NULL ? N_("--id wants the number of an incident such as 2026-027") : NULL;

  if (options->quarter != NULL && !koyomi_quarter_parse (options->quarter, &wanted->year, &wanted->quarter))
    return N_("--quarter wants a quarter of a fiscal year such as 2026Q2");

  return NULL;
}

static const char *
read_metric_options (const Options *options,
                     Wanted        *wanted)
{
  if (!koyomi_metric_export_knows (wanted->format))
    return N_("Metrics can be written as xlsx, pdf, png, svg or csv");

  if (options->fiscal_year != NULL || options->catalogue != NULL || options->day != NULL || options->wide)
    return N_("--fiscal-year, --catalogue, --day and --wide are not for metrics");

  if (options->metric != NULL && wanted->format != KOYOMI_EXPORT_FORMAT_PNG && wanted->format != KOYOMI_EXPORT_FORMAT_SVG)
    return N_("--metric is for png and svg");

  if (options->quarter != NULL && !koyomi_quarter_parse (options->quarter, &wanted->year, &wanted->quarter))
    return N_("--quarter wants a quarter of a fiscal year such as 2026Q2");

  return NULL;
}

static gboolean
find_report (const char *name,
             Report     *report)
{
  for (guint i = 0; i < N_REPORTS; i++)
    if (g_strcmp0 (name, reports[i]) == 0)
      {
        *report = i;
        return TRUE;
      }

  return FALSE;
}

static const char *
read_options (const Options *options,
              Wanted        *wanted)
{
  if (!find_report (options->report, &wanted->report))
    return N_("--report wants annual-calendar, matrix, incident, incidents or kpi");

  if (options->output == NULL || *options->output == '\0')
    return N_("-o wants the file to write");

  if (options->format != NULL ? !koyomi_export_format_from_nick (options->format, &wanted->format)
                              : !koyomi_export_format_from_path (options->output, &wanted->format))
    return N_("--format wants xlsx, pdf, png, svg, csv or ics");

  if (options->id != NULL && wanted->report != REPORT_INCIDENT)
    return N_("--id is for the report incident");

  if (options->metric != NULL && wanted->report != REPORT_METRICS)
    return N_("--metric is for the report kpi");

  if (wanted->report == REPORT_METRICS)
    return read_metric_options (options, wanted);

  if (wanted->report == REPORT_INCIDENT || wanted->report == REPORT_INCIDENTS)
    return read_incident_options (options, wanted);

  if (options->quarter != NULL)
    return N_("--quarter is for the reports incidents and kpi");

  if (wanted->report == REPORT_MATRIX)
    return read_matrix_options (options, wanted);

  if (options->fiscal_year != NULL && !g_ascii_string_to_signed (options->fiscal_year, 10, 1980, 2098, &wanted->year, NULL))
    return N_("--fiscal-year wants a year from 1980 to 2098");

  if (!koyomi_calendar_export_knows (wanted->format))
    return N_("The calendar can be written as xlsx, pdf, png, csv or ics");

  if (options->catalogue != NULL || options->day != NULL || options->wide)
    return N_("--catalogue, --day and --wide are for the matrix");

  return NULL;
}

static gboolean
export_calendar (KoyomiShell    *shell,
                 KoyomiSession  *session,
                 KoyomiLanguage  language,
                 const Options  *options,
                 const Wanted   *wanted,
                 GError        **error)
{
  KoyomiExportOptions export = { .year = koyomi_session_get_fiscal_year (session, koyomi_day_today ()), .language = language };

  if (wanted->year != 0)
    export.year.year = wanted->year;

  return koyomi_annual_calendar_export (session, &export, wanted->format, options->output, koyomi_shell_progress, shell,
                                        koyomi_shell_get_cancellable (), error);
}

static gboolean
export_matrix (KoyomiShell    *shell,
               KoyomiSession  *session,
               KoyomiLanguage  language,
               const Options  *options,
               const Wanted   *wanted,
               GError        **error)
{
  KoyomiMatrixExportOptions export = {
    .catalogue = options->catalogue, .day = wanted->day, .language = language, .paper = KOYOMI_PAPER_A3, .is_wide = options->wide,
  };

  return koyomi_matrix_export (session, &export, wanted->format, options->output, koyomi_shell_progress, shell,
                               koyomi_shell_get_cancellable (), error);
}

static gboolean
export_incidents (KoyomiShell    *shell,
                  KoyomiSession  *session,
                  KoyomiLanguage  language,
                  const Options  *options,
                  const Wanted   *wanted,
                  GError        **error)
{
  KoyomiIncidentExportOptions export = { .language = language, .quarter = wanted->quarter };

  if ((export.now = koyomi_session_get_shown_moment (session, error)) == 0 ||
      (options->id != NULL && (export.incident = koyomi_incident_export_find (session, options->id, error)) == 0))
    return FALSE;

  export.year = koyomi_session_get_fiscal_year (session, koyomi_time_get_day (export.now));
  if (wanted->year != 0)
    export.year.year = wanted->year;
  else if (wanted->format != KOYOMI_EXPORT_FORMAT_CSV)
    export.quarter = koyomi_fiscal_year_get_quarter (export.year, koyomi_time_get_day (export.now));

  return koyomi_incident_export (session, &export, wanted->format, options->output, koyomi_shell_progress, shell,
                                 koyomi_shell_get_cancellable (), error);
}

static gboolean
export_metrics (KoyomiShell    *shell,
                KoyomiSession  *session,
                KoyomiLanguage  language,
                const Options  *options,
                const Wanted   *wanted,
                GError        **error)
{
  KoyomiMetricExportOptions export = { .language = language, .quarter = wanted->quarter, .metric = options->metric };

  if ((export.now = koyomi_session_get_shown_moment (session, error)) == 0)
    return FALSE;

  export.year = koyomi_session_get_fiscal_year (session, koyomi_time_get_day (export.now));
  if (wanted->year != 0)
    export.year.year = wanted->year;
  else
    export.quarter = koyomi_fiscal_year_get_quarter (export.year, koyomi_time_get_day (export.now));

  return koyomi_metric_export (session, &export, wanted->format, options->output, koyomi_shell_progress, shell,
                               koyomi_shell_get_cancellable (), error);
}

KoyomiExit
koyomi_command_export (KoyomiShell  *shell,
                       int           argc,
                       char        **argv)
{
  static gboolean (*const exporters[N_REPORTS]) (KoyomiShell *, KoyomiSession *, KoyomiLanguage, const Options *, const Wanted *,
                                                 GError **) = {
    [REPORT_CALENDAR] = export_calendar,
    [REPORT_MATRIX] = export_matrix,
    [REPORT_INCIDENT] = export_incidents,
    [REPORT_INCIDENTS] = export_incidents,
    [REPORT_METRICS] = export_metrics,
  };

  g_auto(Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "report", 0, 0, G_OPTION_ARG_FILENAME, &options.report, N_("Which report"), "annual-calendar|matrix|incident|incidents|kpi" },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &options.format, N_("File format (by the name of the file)"), "xlsx|pdf|png|svg|csv|ics" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("The file to write"), N_("FILE") },
    { "fiscal-year", 0, 0, G_OPTION_ARG_FILENAME, &options.fiscal_year, N_("Which fiscal year (the present one)"), N_("YEAR") },
    { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &options.as_of, N_("The plan as it was then"), N_("WHEN") },
    { "auditor", 0, 0, G_OPTION_ARG_FILENAME, &options.auditor, N_("As an auditor of that name is shown the plan: without drafts, pages marked"), N_("NAME") },
    { "watermark", 0, 0, G_OPTION_ARG_FILENAME, &options.watermark, N_("What is printed pale across every page"), N_("TEXT") },
    { "catalogue", 0, 0, G_OPTION_ARG_FILENAME, &options.catalogue,
      N_("The matrix of this catalogue's functions (the first in which a team is assigned)"), "cric|isogj|x1060|own" },
    { "day", 0, 0, G_OPTION_ARG_FILENAME, &options.day, N_("The matrix as it is on this day (today)"), N_("DAY") },
    { "id", 0, 0, G_OPTION_ARG_FILENAME, &options.id, N_("The incident with this number; as csv its timeline"), N_("NUMBER") },
    { "quarter", 0, 0, G_OPTION_ARG_FILENAME, &options.quarter,
      N_("The incidents or the metrics of this quarter (the present one; incidents as csv all)"), N_("QUARTER") },
    { "metric", 0, 0, G_OPTION_ARG_FILENAME, &options.metric, N_("A picture of this metric, not of the board page"), N_("CODE") },
    { "wide", 0, 0, G_OPTION_ARG_NONE, &options.wide, N_("The matrix as csv with a column a team, not a row an assignment"), NULL },
    { NULL }
  };
  g_autoptr(KoyomiSession) session = NULL;
  g_autoptr(KoyomiSession) past = NULL;
  g_autoptr(GError) error = NULL;
  Wanted wanted = { 0 };
  KoyomiLanguage language;
  const char *misuse;
  KoyomiExit exit;

  if (!koyomi_shell_parse (shell, "export", entries, 1, &argc, &argv, &exit))
    return exit;

  wanted.day = koyomi_day_today ();
  if ((misuse = read_options (&options, &wanted)) != NULL)
    return koyomi_shell_misuse (shell, koyomi_tr (shell->language, misuse));

  if ((session = koyomi_shell_open_marked (shell, argv[1], options.auditor, options.watermark, &exit)) == NULL ||
      (options.as_of != NULL && (past = koyomi_shell_open_past (shell, session, options.as_of, &exit)) == NULL))
    return exit;

  language = shell->language_given ? shell->language : koyomi_session_get_own_language (session);
  if (!exporters[wanted.report] (shell, past != NULL ? past : session, language, &options, &wanted, &error))
    return koyomi_shell_fail (shell, g_error_matches (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND) ? KOYOMI_EXIT_INPUT_REFUSED
                                                                                                           : KOYOMI_EXIT_OUTPUT_FAILED, error);

  koyomi_print (koyomi_tr (shell->language, N_("Written to %s\n")), options.output);

  return KOYOMI_EXIT_DONE;
}
