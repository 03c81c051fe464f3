#include "koyomi-commands.h"

#include "koyomi-issued-report.h"

KoyomiExit
koyomi_command_reissue (KoyomiShell  *shell,
                        int           argc,
                        char        **argv)
{
  g_autofree char *output = NULL;
  g_autofree char *sha256 = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The file to write"), N_("FILE") },
    { NULL }
  };
  g_autoptr(KoyomiSession) session = NULL;
  g_autoptr(KoyomiRecord) issue = NULL;
  g_autoptr(GError) error = NULL;
  gint64 number;
  KoyomiExit exit;

  if (!koyomi_shell_parse (shell, "reissue", entries, 2, &argc, &argv, &exit))
    return exit;
  if (!g_ascii_string_to_signed (argv[2], 10, 1, G_MAXINT64, &number, NULL))
    return koyomi_shell_misuse (shell, koyomi_tr (shell->language, N_("NUMBER wants the number of an issued report")));
  if (output == NULL || *output == '\0')
    return koyomi_shell_misuse (shell, koyomi_tr (shell->language, N_("-o wants the file to write")));

  if ((session = koyomi_shell_open (shell, argv[1], FALSE, &exit)) == NULL)
    return exit;
  if ((issue = koyomi_session_get (session, KOYOMI_TABLE_REPORT_ISSUE, number, shell->language, &error)) == NULL)
    return koyomi_shell_fail (shell, KOYOMI_EXIT_INPUT_REFUSED, error);
  if (!koyomi_issued_report_write_again (session, issue, output, &sha256, koyomi_shell_progress, shell, koyomi_shell_get_cancellable (), &error))
    return koyomi_shell_fail (shell, error->domain == KOYOMI_PLAN_ERROR ? KOYOMI_EXIT_INPUT_REFUSED : KOYOMI_EXIT_OUTPUT_FAILED, error);

  if (g_str_equal (sha256, koyomi_record_get_text (issue, KOYOMI_REPORT_ISSUE_SHA256)))
    return KOYOMI_EXIT_DONE;

  koyomi_shell_say (shell, koyomi_tr (shell->language, N_("The file differs from the one that was issued: it was written by another version of Koyomi.")));

  return KOYOMI_EXIT_NOT_SO;
}
