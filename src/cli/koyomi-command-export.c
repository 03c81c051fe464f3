#include "koyomi-commands.h"

#include "koyomi-day.h"
#include "koyomi-export.h"
#include "koyomi-history.h"

#include <string.h>

typedef struct
{
  char *report;
  char *format;
  char *output;
  char *fiscal_year;
  char *as_of;
} Options;

static void
clear_options (Options *self)
{
  g_free (self->report);
  g_free (self->format);
  g_free (self->output);
  g_free (self->fiscal_year);
  g_free (self->as_of);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static const char *
read_options (const Options       *options,
              KoyomiExportFormat  *format,
              gint64              *year)
{
  if (options->report == NULL || strcmp (options->report, "annual-calendar") != 0)
    return N_("--report wants annual-calendar");

  if (options->output == NULL || *options->output == '\0')
    return N_("-o wants the file to write");

  if (options->format != NULL ? !koyomi_export_format_from_nick (options->format, format)
                              : !koyomi_export_format_from_path (options->output, format))
    return N_("--format wants xlsx, pdf, png, csv or ics");

  if (options->fiscal_year != NULL && !g_ascii_string_to_signed (options->fiscal_year, 10, 1980, 2098, year, NULL))
    return N_("--fiscal-year wants a year from 1980 to 2098");

  return NULL;
}

/* The plan as it was then. What cannot be found is wrong input, not a wrong file. */
static KoyomiSession *
open_past (KoyomiShell    *shell,
           KoyomiSession  *session,
           const char     *when,
           KoyomiExit     *exit)
{
  g_autoptr(GError) error = NULL;
  gint64 seq = koyomi_session_find_moment (session, when, &error);
  KoyomiSession *past = NULL;

  if (seq >= 0)
    past = koyomi_session_open_as_of (session, seq, NULL, NULL, NULL, &error);

  if (past == NULL)
    *exit = koyomi_shell_fail (shell, seq < 0 ? KOYOMI_EXIT_INPUT_REFUSED : KOYOMI_EXIT_FILE_REFUSED, error);

  return past;
}

KoyomiExit
koyomi_command_export (KoyomiShell  *shell,
                       int           argc,
                       char        **argv)
{
  g_auto(Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "report", 0, 0, G_OPTION_ARG_FILENAME, &options.report, N_("Which report"), "annual-calendar" },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &options.format, N_("File format (by the name of the file)"), "xlsx|pdf|png|csv|ics" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("The file to write"), N_("FILE") },
    { "fiscal-year", 0, 0, G_OPTION_ARG_FILENAME, &options.fiscal_year, N_("Which fiscal year (the present one)"), N_("YEAR") },
    { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &options.as_of, N_("The plan as it was then"), N_("WHEN") },
    { NULL }
  };
  g_autoptr(KoyomiSession) session = NULL;
  g_autoptr(KoyomiSession) past = NULL;
  g_autoptr(GError) error = NULL;
  KoyomiExportOptions wanted = { 0 };
  KoyomiExportFormat format;
  gint64 asked_year = 0;
  const char *misuse;
  KoyomiExit exit;

  if (!koyomi_shell_parse (shell, "export", entries, 1, &argc, &argv, &exit))
    return exit;

  if ((misuse = read_options (&options, &format, &asked_year)) != NULL)
    return koyomi_shell_misuse (shell, koyomi_tr (shell->language, misuse));

  if ((session = koyomi_shell_open (shell, argv[1], FALSE, &exit)) == NULL ||
      (options.as_of != NULL && (past = open_past (shell, session, options.as_of, &exit)) == NULL))
    return exit;

  wanted.year = koyomi_session_get_fiscal_year (past != NULL ? past : session, koyomi_day_today ());
  if (asked_year != 0)
    wanted.year.year = asked_year;
  wanted.language = shell->language_given ? shell->language : koyomi_session_get_own_language (session);

  if (!koyomi_annual_calendar_export (past != NULL ? past : session, &wanted, format, options.output, koyomi_shell_progress, shell,
                                      koyomi_shell_get_cancellable (), &error))
    return koyomi_shell_fail (shell, KOYOMI_EXIT_OUTPUT_FAILED, error);

  koyomi_print (koyomi_tr (shell->language, N_("Written to %s\n")), options.output);

  return KOYOMI_EXIT_DONE;
}
