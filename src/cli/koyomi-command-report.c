#include "koyomi-commands.h"

#include "koyomi-history.h"
#include "koyomi-issued-report.h"
#include "koyomi-moment.h"
#include "koyomi-report-subject.h"

typedef struct
{
  char *format;
  char *output;
  char *quarter;
  char *month;
  char *as_of;
  char *compare;
  char *page;
  char *edition;
  char *auditor;
  char *watermark;
  char *subject;
  gboolean issue;
} Options;

/* What was asked for, once it is known to make sense. */
typedef struct
{
  const KoyomiReportKind *kind;
  KoyomiExportFormat      format;
  gint64                  page;
} Wanted;

static void
clear_options (Options *self)
{
  g_free (self->format);
  g_free (self->output);
  g_free (self->quarter);
  g_free (self->month);
  g_free (self->as_of);
  g_free (self->compare);
  g_free (self->page);
  g_free (self->edition);
  g_free (self->auditor);
  g_free (self->watermark);
  g_free (self->subject);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

void
koyomi_reports_print (KoyomiLanguage language)
{
  const KoyomiReportKind *kind;

  koyomi_print ("\n%s\n", koyomi_tr (language, N_("REPORT is one of:")));
  for (guint i = 0; (kind = koyomi_report_kind_get (i)) != NULL; i++)
    koyomi_print ("  %-15s  %s\n", kind->id, koyomi_tr (language, kind->name));
}

/* Returns: (transfer full): as they are written on the command line */
static char *
join_kinds (void)
{
  const KoyomiReportKind *kind;
  GString *ids = g_string_new (NULL);

  for (guint i = 0; (kind = koyomi_report_kind_get (i)) != NULL; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", kind->id);

  return g_string_free (ids, FALSE);
}

static KoyomiExit
refuse_kind (KoyomiShell *shell)
{
  g_autofree char *ids = join_kinds ();
  /* Translators: the reports there are, such as “committee, kpi” */
  g_autofree char *sentence = g_strdup_printf (koyomi_tr (shell->language, N_("REPORT wants one of: %s")), ids);

  return koyomi_shell_misuse (shell, sentence);
}

static const char *
read_options (const Options *options,
              Wanted        *wanted)
{
  if (options->output == NULL || *options->output == '\0')
    return N_("-o wants the file to write");

  if (!(options->format != NULL ? koyomi_export_format_from_nick (options->format, &wanted->format)
                                : koyomi_export_format_from_path (options->output, &wanted->format)) ||
      !koyomi_report_knows (wanted->format))
    return N_("--format wants xlsx, pdf or png");

  if (options->compare != NULL && !wanted->kind->can_compare)
    return N_("--compare is not for this report: it marks no changes");

  if (options->month != NULL && (options->quarter != NULL || !wanted->kind->has_months))
    return N_("--month is for the report committee, in place of --quarter");

  if ((options->subject != NULL) != (wanted->kind->subject != KOYOMI_REPORT_SUBJECT_NONE))
    return N_("--subject wants the number of what the reports incident and drill are about, and is for these alone");

  if (options->page != NULL && wanted->format != KOYOMI_EXPORT_FORMAT_PNG)
    return N_("--page is for png");

  if (options->page != NULL && !g_ascii_string_to_signed (options->page, 10, 1, 10000, &wanted->page, NULL))
    return N_("--page wants a number from 1");

  if (options->edition != NULL && !options->issue)
    return N_("--edition is for --issue");

  if (options->issue && (options->compare != NULL || !koyomi_issued_report_knows (wanted->format)))
    return N_("--issue is for a workbook or a PDF, without --compare");

  if (options->issue && (options->auditor != NULL || options->watermark != NULL))
    return N_("--issue is without --auditor and --watermark");

  return NULL;
}

static gboolean
write_report (KoyomiShell                *shell,
              KoyomiSession              *session,
              KoyomiSession              *before,
              const KoyomiReportOptions  *report_options,
              const Wanted               *wanted,
              const char                 *path,
              GError                    **error)
{
  g_autoptr(KoyomiReport) report = koyomi_report_new (session, wanted->kind, report_options, error);

  return report != NULL && (before == NULL || koyomi_report_compare (report, before, error)) &&
         koyomi_report_write (report, wanted->format, wanted->page - 1, path, koyomi_shell_progress, shell, koyomi_shell_get_cancellable (), error);
}

/* Wrong input is told apart from a file that cannot be written. */
static KoyomiExit
choose_exit (const GError *error)
{
  if (g_error_matches (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND))
    return KOYOMI_EXIT_INPUT_REFUSED;

  return error->domain == KOYOMI_PLAN_ERROR ? KOYOMI_EXIT_FILE_REFUSED : KOYOMI_EXIT_OUTPUT_FAILED;
}

/* Writes the report and notes that it was given out. @seq: the entry of the change log that it shows, -1 for the last one */
static KoyomiExit
issue_report (KoyomiShell               *shell,
              KoyomiSession             *session,
              gint64                     seq,
              const Options             *options,
              const KoyomiReportOptions *report_options,
              const Wanted              *wanted)
{
  KoyomiReportOrder order = { wanted->kind, *report_options, wanted->format, seq, options->edition != NULL ? options->edition : "" };
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiRecord) issue = koyomi_issued_report_write (session, &order, options->output, koyomi_shell_progress, shell,
                                                              koyomi_shell_get_cancellable (), &error);

  if (issue == NULL)
    return koyomi_shell_fail (shell, choose_exit (error), error);

  koyomi_print ("%" G_GINT64_FORMAT "  %s\n", koyomi_record_get_id (issue), koyomi_record_get_text (issue, KOYOMI_REPORT_ISSUE_SHA256));

  return koyomi_shell_end_edit (shell, session);
}

KoyomiExit
koyomi_command_report (KoyomiShell  *shell,
                       int           argc,
                       char        **argv)
{
  g_auto(Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "quarter", 0, 0, G_OPTION_ARG_FILENAME, &options.quarter, N_("Which quarter of which fiscal year (the present one)"), "2026Q2" },
    { "month", 0, 0, G_OPTION_ARG_FILENAME, &options.month, N_("A month in place of a quarter"), "2026-05" },
    { "subject", 0, 0, G_OPTION_ARG_FILENAME, &options.subject, N_("The incident or the drill with this number"), "2026-027" },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &options.format, N_("File format (by the name of the file)"), "xlsx|pdf|png" },
    { "page", 0, 0, G_OPTION_ARG_FILENAME, &options.page, N_("The page that a picture is of (the first)"), N_("NUMBER") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("The file to write"), N_("FILE") },
    { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &options.as_of, N_("The plan as it was then"), N_("WHEN") },
    { "compare", 0, 0, G_OPTION_ARG_FILENAME, &options.compare, N_("Mark what is otherwise than in the plan as it was then"), N_("WHEN") },
    { "auditor", 0, 0, G_OPTION_ARG_FILENAME, &options.auditor, N_("As an auditor of that name is shown the plan: without drafts, pages marked"), N_("NAME") },
    { "watermark", 0, 0, G_OPTION_ARG_FILENAME, &options.watermark, N_("What is printed pale across every page"), N_("TEXT") },
    { "issue", 0, 0, G_OPTION_ARG_NONE, &options.issue, N_("Note in the plan that the report was given out, with the SHA-256 of its file"), NULL },
    { "edition", 0, 0, G_OPTION_ARG_FILENAME, &options.edition, N_("Which edition is given out"), N_("EDITION") },
    { NULL }
  };
  g_autoptr(KoyomiSession) session = NULL;
  g_autoptr(KoyomiSession) past = NULL;
  g_autoptr(KoyomiSession) before = NULL;
  g_autoptr(GError) error = NULL;
  KoyomiReportOptions report = { 0 };
  Wanted wanted = { .page = 1 };
  const char *misuse;
  KoyomiExit exit;

  if (!koyomi_shell_parse (shell, "report", entries, 2, &argc, &argv, &exit))
    return exit;

  if ((wanted.kind = koyomi_report_kind_find (argv[2])) == NULL)
    return refuse_kind (shell);

  if ((misuse = read_options (&options, &wanted)) != NULL)
    return koyomi_shell_misuse (shell, koyomi_tr (shell->language, misuse));

  session = options.issue ? koyomi_shell_open (shell, argv[1], TRUE, &exit) :
            koyomi_shell_open_marked (shell, argv[1], options.auditor, options.watermark, &exit);
  if (session == NULL ||
      (options.as_of != NULL && (past = koyomi_shell_open_past (shell, session, options.as_of, &exit)) == NULL) ||
      (options.compare != NULL && (before = koyomi_shell_open_past (shell, session, options.compare, &exit)) == NULL))
    return exit;

  report.language = shell->language_given ? shell->language : koyomi_session_get_own_language (session);
  if ((report.now = koyomi_session_get_shown_moment (past != NULL ? past : session, &error)) == 0)
    return koyomi_shell_fail (shell, KOYOMI_EXIT_FILE_REFUSED, error);

  if (!koyomi_report_period_read (session, options.quarter, options.month, &report))
    return koyomi_shell_misuse (shell, koyomi_tr (shell->language, N_("--quarter wants a quarter such as 2026Q2, --month a month such as 2026-05")));

  if (options.subject != NULL &&
      (report.subject = koyomi_report_find_subject (past != NULL ? past : session, wanted.kind, options.subject, &error)) == 0)
    return koyomi_shell_fail (shell, choose_exit (error), error);

  if (options.issue)
    return issue_report (shell, session, options.as_of != NULL ? koyomi_session_find_moment (session, options.as_of, NULL) : -1, &options,
                         &report, &wanted);

  if (!write_report (shell, past != NULL ? past : session, before, &report, &wanted, options.output, &error))
    return koyomi_shell_fail (shell, choose_exit (error), error);

  return KOYOMI_EXIT_DONE;
}
