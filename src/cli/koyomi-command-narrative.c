#include "koyomi-commands.h"

#include "koyomi-day.h"
#include "koyomi-moment.h"
#include "koyomi-narrative.h"

#include <string.h>

typedef struct
{
  char *quarter;
  char *month;
  char *text;
} Options;

static void
clear_options (Options *self)
{
  g_free (self->quarter);
  g_free (self->month);
  g_free (self->text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static const KoyomiReportPart *
find_part (const KoyomiReportKind *kind,
           const char             *id)
{
  for (guint i = 0; i < kind->n_parts; i++)
    if (strcmp (kind->parts[i].id, id) == 0)
      return &kind->parts[i];

  return NULL;
}

void
koyomi_report_sections_print (KoyomiLanguage language)
{
  const KoyomiReportKind *kind;

  koyomi_print ("\n%s\n", koyomi_tr (language, N_("SECTION, by REPORT, is one of:")));
  for (guint i = 0; (kind = koyomi_report_kind_get (i)) != NULL; i++)
    {
      if (kind->n_parts > 0)
        koyomi_print ("  %-10s ", kind->id);
      for (guint j = 0; j < kind->n_parts; j++)
        koyomi_print ("%s %s", j > 0 ? "," : "", kind->parts[j].id);
      if (kind->n_parts > 0)
        koyomi_print ("\n");
    }
}

static gboolean
show (KoyomiSession               *session,
      const KoyomiNarrativePlace  *place,
      KoyomiLanguage               language,
      GError                     **error)
{
  g_autoptr(KoyomiRecord) narrative = NULL;

  if (!koyomi_session_find_narrative (session, place, language, &narrative, error))
    return FALSE;

  if (narrative != NULL)
    koyomi_print ("%s\n", koyomi_record_get_text (narrative, KOYOMI_NARRATIVE_TEXT));

  return TRUE;
}

KoyomiExit
koyomi_command_narrative (KoyomiShell  *shell,
                          int           argc,
                          char        **argv)
{
  g_auto(Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "quarter", 0, 0, G_OPTION_ARG_FILENAME, &options.quarter, N_("Which quarter of which fiscal year (the present one)"), "2026Q2" },
    { "month", 0, 0, G_OPTION_ARG_FILENAME, &options.month, N_("A month in place of a quarter"), "2026-05" },
    { "text", 0, 0, G_OPTION_ARG_FILENAME, &options.text, N_("Write this; an empty text takes away what was written"), N_("TEXT") },
    { NULL }
  };
  g_autoptr(KoyomiSession) session = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = NULL;
  const KoyomiReportKind *kind;
  const KoyomiReportPart *part;
  KoyomiReportOptions report = { .now = koyomi_time_now () };
  KoyomiNarrativePlace place;
  KoyomiExit exit;

  if (!koyomi_shell_parse (shell, "narrative", entries, 3, &argc, &argv, &exit))
    return exit;

  if ((kind = koyomi_report_kind_find (argv[2])) == NULL || (part = find_part (kind, argv[3])) == NULL)
    return koyomi_shell_misuse (shell, koyomi_tr (shell->language, N_("there is no such section of that report")));

  if ((session = koyomi_shell_open (shell, argv[1], options.text != NULL, &exit)) == NULL)
    return exit;

  if (!koyomi_report_period_read (session, options.quarter, options.month, &report))
    return koyomi_shell_misuse (shell, koyomi_tr (shell->language, N_("--quarter wants a quarter such as 2026Q2, --month a month such as 2026-05")));

  report.language = shell->language_given ? shell->language : koyomi_session_get_own_language (session);
  name = koyomi_report_dup_narrative (kind, &report, &place.day);
  place.report = name;
  place.section = part->id;
  if (options.text == NULL)
    return show (session, &place, report.language, &error) ? KOYOMI_EXIT_DONE : koyomi_shell_fail (shell, KOYOMI_EXIT_FILE_REFUSED, error);

  if (!koyomi_session_write_narrative (session, &place, koyomi_tr (report.language, part->title), options.text, report.language, &error))
    return koyomi_shell_fail (shell, KOYOMI_EXIT_FILE_REFUSED, error);

  return koyomi_shell_end_edit (shell, session);
}
