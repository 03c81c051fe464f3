#include "koyomi-commands.h"

#include "koyomi-history.h"

static KoyomiExit
take_back (KoyomiShell  *shell,
           gboolean      redo,
           int           argc,
           char        **argv)
{
  g_autoptr(KoyomiSession) session = NULL;
  g_autoptr(KoyomiEntry) entry = NULL;
  g_autoptr(GError) error = NULL;
  KoyomiExit exit;

  if (!koyomi_shell_parse (shell, redo ? "redo" : "undo", NULL, 1, &argc, &argv, &exit) ||
      (session = koyomi_shell_open (shell, argv[1], TRUE, &exit)) == NULL)
    return exit;

  entry = redo ? koyomi_session_get_redoable (session, &error) : koyomi_session_get_undoable (session, &error);
  if (entry == NULL || !(redo ? koyomi_session_redo (session, &error) : koyomi_session_undo (session, &error)))
    return koyomi_shell_fail (shell, g_error_matches (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOTHING) ||
                                     g_error_matches (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONFLICT)
                                       ? KOYOMI_EXIT_NOT_SO : KOYOMI_EXIT_OUTPUT_FAILED, error);

  koyomi_print (redo ? koyomi_tr (shell->language, N_("Redone: %s\n")) : koyomi_tr (shell->language, N_("Undone: %s\n")), entry->label);

  return koyomi_shell_end_edit (shell, session);
}

KoyomiExit
koyomi_command_undo (KoyomiShell  *shell,
                     int           argc,
                     char        **argv)
{
  return take_back (shell, FALSE, argc, argv);
}

KoyomiExit
koyomi_command_redo (KoyomiShell  *shell,
                     int           argc,
                     char        **argv)
{
  return take_back (shell, TRUE, argc, argv);
}

/* Names the plan as it stands. @with_hash: tells the entry and its hash as well, by which the state can be known again */
static KoyomiExit
add_bookmark (KoyomiShell  *shell,
              const char   *command,
              gboolean      with_hash,
              int           argc,
              char        **argv)
{
  g_autoptr(KoyomiSession) session = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiEntry) head = NULL;
  g_autofree char *label = NULL;
  g_autofree char *hash = NULL;
  KoyomiExit exit;

  if (!koyomi_shell_parse (shell, command, NULL, 2, &argc, &argv, &exit))
    return exit;

  if (!g_utf8_validate (argv[2], -1, NULL))
    return koyomi_shell_misuse (shell, koyomi_tr (shell->language, N_("the name must be a text in UTF-8")));

  if ((session = koyomi_shell_open (shell, argv[1], TRUE, &exit)) == NULL)
    return exit;

  if ((head = koyomi_session_get_head (session, &error)) == NULL)
    return koyomi_shell_fail (shell, KOYOMI_EXIT_FILE_REFUSED, error);

  /* Translators: the label of the edit that makes a bookmark; its name */
  label = g_strdup_printf (koyomi_tr (shell->language, N_("Bookmark “%s”")), argv[2]);
  if (!koyomi_session_add_bookmark (session, argv[2], label, &error))
    return koyomi_shell_fail (shell, g_error_matches (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_EXISTS) ||
                                     g_error_matches (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT)
                                       ? KOYOMI_EXIT_INPUT_REFUSED : KOYOMI_EXIT_OUTPUT_FAILED, error);

  koyomi_print ("%s\n", label);
  hash = koyomi_entry_dup_hash (head);
  if (with_hash)
    koyomi_print ("#%" G_GINT64_FORMAT " %s\n", head->seq, hash);

  return koyomi_shell_end_edit (shell, session);
}

KoyomiExit
koyomi_command_bookmark (KoyomiShell  *shell,
                         int           argc,
                         char        **argv)
{
  return add_bookmark (shell, "bookmark", FALSE, argc, argv);
}

KoyomiExit
koyomi_command_snapshot (KoyomiShell  *shell,
                         int           argc,
                         char        **argv)
{
  return add_bookmark (shell, "snapshot", TRUE, argc, argv);
}

static gboolean
is_verdict (const GError *error)
{
  return g_error_matches (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CORRUPT) ||
         g_error_matches (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_BROKEN_CHAIN) ||
         g_error_matches (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONFLICT);
}

KoyomiExit
koyomi_command_verify (KoyomiShell  *shell,
                       int           argc,
                       char        **argv)
{
  g_autofree char *head = NULL;
  const GOptionEntry entries[] = {
    { "head", 0, 0, G_OPTION_ARG_FILENAME, &head, N_("A head of the change log that a report printed"), N_("HASH") },
    { NULL }
  };
  g_autoptr(KoyomiSession) session = NULL;
  g_autoptr(KoyomiEntry) last = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *hash = NULL;
  gint64 bad_seq;
  KoyomiExit exit;

  if (!koyomi_shell_parse (shell, "verify", entries, 1, &argc, &argv, &exit) ||
      (session = koyomi_shell_open (shell, argv[1], FALSE, &exit)) == NULL)
    return exit;

  if (!koyomi_session_verify (session, head, NULL, NULL, NULL, &bad_seq, &error) ||
      (last = koyomi_session_get_head (session, &error)) == NULL)
    {
      g_prefix_error (&error, "%s: ", argv[1]);
      if (bad_seq > 0)
        {
          g_autofree char *message = NULL;

          /* Translators: the number of an entry of the change log */
          message = g_strdup_printf (koyomi_tr (shell->language, N_("The first entry that is not as it was written: #%d")),
                                     (int) bad_seq);
          koyomi_shell_say (shell, message);
        }

      return koyomi_shell_fail (shell, is_verdict (error) ? KOYOMI_EXIT_NOT_SO : KOYOMI_EXIT_FILE_REFUSED, error);
    }

  hash = koyomi_entry_dup_hash (last);
  /* Translators: a number of entries, and a hash in hexadecimal */
  koyomi_print (koyomi_tr (shell->language, N_("All is well: %d entries, head %s\n")), (int) last->seq, hash);

  return KOYOMI_EXIT_DONE;
}

KoyomiExit
koyomi_command_backup (KoyomiShell  *shell,
                       int           argc,
                       char        **argv)
{
  g_autoptr(KoyomiSession) session = NULL;
  g_autoptr(GError) error = NULL;
  KoyomiExit exit;

  if (!koyomi_shell_parse (shell, "backup", NULL, 2, &argc, &argv, &exit) ||
      (session = koyomi_shell_open (shell, argv[1], FALSE, &exit)) == NULL)
    return exit;

  if (!koyomi_session_write_backup (session, argv[2], NULL, NULL, NULL, &error))
    return koyomi_shell_fail (shell, KOYOMI_EXIT_OUTPUT_FAILED, error);

  koyomi_print (koyomi_tr (shell->language, N_("Copied to %s\n")), argv[2]);

  return KOYOMI_EXIT_DONE;
}
