#include "koyomi-commands.h"

#include "koyomi-audit-pack.h"
#include "koyomi-history.h"
#include "koyomi-moment.h"
#include "koyomi-report-error.h"

static KoyomiExit
write_pack (KoyomiShell   *shell,
            KoyomiSession *session,
            const char    *quarter,
            const char    *output)
{
  g_autoptr(GError) error = NULL;
  KoyomiReportOptions options = { 0 };

  options.language = shell->language_given ? shell->language : koyomi_session_get_own_language (session);
  if ((options.now = koyomi_session_get_shown_moment (session, &error)) == 0)
    return koyomi_shell_fail (shell, KOYOMI_EXIT_FILE_REFUSED, error);

  if (!koyomi_report_period_read (session, quarter, NULL, &options))
    return koyomi_shell_misuse (shell, koyomi_tr (shell->language, N_("--quarter wants a quarter such as 2026Q2")));

  if (!koyomi_audit_pack_write (session, &options, output, koyomi_shell_progress, shell, koyomi_shell_get_cancellable (), &error))
    return koyomi_shell_fail (shell, error->domain == KOYOMI_PLAN_ERROR ? KOYOMI_EXIT_FILE_REFUSED : KOYOMI_EXIT_OUTPUT_FAILED, error);

  return KOYOMI_EXIT_DONE;
}

KoyomiExit
koyomi_command_pack (KoyomiShell  *shell,
                     int           argc,
                     char        **argv)
{
  g_autofree char *quarter = NULL;
  g_autofree char *output = NULL;
  g_autofree char *as_of = NULL;
  g_autofree char *auditor = NULL;
  g_autofree char *watermark = NULL;
  const GOptionEntry entries[] = {
    { "quarter", 0, 0, G_OPTION_ARG_FILENAME, &quarter, N_("Which quarter of which fiscal year (the present one)"), "2026Q2" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The folder to make, or a file whose name ends in .zip"), N_("FILE") },
    { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &as_of, N_("The plan as it was then"), N_("WHEN") },
    { "auditor", 0, 0, G_OPTION_ARG_FILENAME, &auditor, N_("As an auditor of that name is shown the plan: without drafts, pages marked"), N_("NAME") },
    { "watermark", 0, 0, G_OPTION_ARG_FILENAME, &watermark, N_("What is printed pale across every page"), N_("TEXT") },
    { NULL }
  };
  g_autoptr(KoyomiSession) session = NULL;
  g_autoptr(KoyomiSession) past = NULL;
  KoyomiExit exit;

  if (!koyomi_shell_parse (shell, "pack", entries, 1, &argc, &argv, &exit))
    return exit;
  if (output == NULL || *output == '\0')
    return koyomi_shell_misuse (shell, koyomi_tr (shell->language, N_("-o wants the folder to make, or a file whose name ends in .zip")));

  if ((session = koyomi_shell_open_marked (shell, argv[1], auditor, watermark, &exit)) == NULL ||
      (as_of != NULL && (past = koyomi_shell_open_past (shell, session, as_of, &exit)) == NULL))
    return exit;

  return write_pack (shell, past != NULL ? past : session, quarter, output);
}

static void
print_names (const char *word,
             GPtrArray  *names)
{
  for (guint i = 0; i < names->len; i++)
    koyomi_print ("%s: %s\n", word, (const char *) g_ptr_array_index (names, i));
}

KoyomiExit
koyomi_command_verify_pack (KoyomiShell  *shell,
                            int           argc,
                            char        **argv)
{
  const GOptionEntry entries[] = { { NULL } };
  g_autoptr(KoyomiPackCheck) check = NULL;
  g_autoptr(GError) error = NULL;
  KoyomiExit exit;

  if (!koyomi_shell_parse (shell, "verify-pack", entries, 1, &argc, &argv, &exit))
    return exit;

  if ((check = koyomi_pack_check (argv[1], koyomi_shell_get_cancellable (), &error)) == NULL)
    return koyomi_shell_fail (shell, KOYOMI_EXIT_INPUT_REFUSED, error);

  print_names (koyomi_trc (shell->language, "file", "Missing"), check->missing);
  print_names (koyomi_tr (shell->language, N_("Changed")), check->changed);
  print_names (koyomi_tr (shell->language, N_("Not in the list")), check->extra);
  if (!koyomi_pack_check_is_good (check))
    return KOYOMI_EXIT_NOT_SO;

  koyomi_print (koyomi_ntr (shell->language, "%u file is as it was written.\n", "All %u files are as they were written.\n", check->n_files),
                check->n_files);

  return KOYOMI_EXIT_DONE;
}
