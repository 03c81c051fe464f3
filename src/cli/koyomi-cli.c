#include "koyomi-commands.h"

#include "koyomi-day.h"

#include <stdio.h>
#include <string.h>

static const KoyomiCommand commands[] = {
  { "new", "PLAN [OPTION …]", N_("Make a new plan"),
    N_("Templates: cric has the 31 functions of the CRIC table with their year, sample is a fictional company in the middle of its "
       "year, empty has no functions yet. Months: source are those of the CRIC table, adjusted puts checks on quarter ends and "
       "next year's planning before the year ends."),
    koyomi_command_new },
  { "info", "PLAN [OPTION …]", N_("Show what a plan holds: fiscal years, counts, head of the change log, size, version"), NULL,
    koyomi_command_info },
  { "list", "PLAN WHAT [OPTION …]", N_("List functions, teams, activities, occurrences, duties, holidays and more"),
    NULL,
    koyomi_command_list, koyomi_lists_print },
  { "lint", "PLAN [OPTION …]", N_("Name what an auditor would stumble over; ends with 1 when there is something"),
    N_("“koyomi-cli list PLAN rules” shows the rules. What was accepted for a while is shown with its reason and is no fault until it ends."),
    koyomi_command_lint },
  { "kpi", "PLAN [OPTION …]", N_("Tell the metrics of a quarter: value, how it stands to its limits, what became of it since the quarter before"),
    N_("Figures of a closed quarter stay as they were closed; what they would be now stands beside them."),
    koyomi_command_kpi },
  { "search", "PLAN WORDS [OPTION …]", N_("Find rows of the plan by number, title and notes, in both languages; ends with 1 when there are none"),
    N_("Several words are given as one argument, and all have to occur. Large and small, full and half width, katakana and hiragana are the same."),
    koyomi_command_search },
  { "import", "PLAN FILE [OPTION …]", N_("Read a table of functions and months, a list of runs, or a matrix into a plan"),
    N_("FILE is a TSV, CSV or xlsx file. cric is the layout of the CRIC table: group, function, tasks, skill set, monthly, routine, "
       "at incident, twelve months. csv is the list of runs as export writes it. matrix is the matrix as export writes it, "
       "as xlsx or csv. Of a table with a column a team only letters are read: people, deputies, days and notes stay as they are; a "
       "csv with a row an assignment has these as well. Functions, teams and assignments that the file lacks stay as they are; a "
       "cell without letters takes the assignment away. What the import did is one edit: undo takes it back."),
    koyomi_command_import },
  { "export", "PLAN --report REPORT --format FORMAT -o FILE [OPTION …]",
    N_("Write the annual calendar, the matrix of functions and teams, incidents or metrics to a file"),
    N_("WHEN is a bookmark, a day such as 2026-04-20, a time such as “2026-04-20 09:30”, or an entry of the change log such as #12."),
    koyomi_command_export },
  { "report", "PLAN REPORT --quarter QUARTER -o FILE [OPTION …]", N_("Write a report on a quarter or a month as a workbook or as pages"),
    N_("WHEN is a bookmark, a day such as 2026-04-20, a time such as “2026-04-20 09:30”, or an entry of the change log such as #12."),
    koyomi_command_report, koyomi_reports_print },
  { "reissue", "PLAN NUMBER -o FILE", N_("Write a report again as it was given out; ends with 1 when the file is not the same"),
    N_("“koyomi-cli report --issue” notes that a report was given out and tells its number, “koyomi-cli list PLAN reports” lists what was."),
    koyomi_command_reissue },
  { "pack", "PLAN --quarter QUARTER -o FILE [OPTION …]", N_("Write what an auditor is given of a quarter: reports, lists, an index, and the SHA-256 of each"),
    N_("FILE is a folder to make, or ends in .zip. An earlier pack is replaced; a folder with anything else in it is left alone."),
    koyomi_command_pack },
  { "verify-pack", "FILE", N_("Check an audit pack: name what is missing, changed or not in its list; ends with 1 when there is something"), NULL,
    koyomi_command_verify_pack },
  { "narrative", "PLAN REPORT SECTION [OPTION …]", N_("Show or write what a section of a report says of a quarter or a month"), NULL,
    koyomi_command_narrative, koyomi_report_sections_print },
  { "log", "PLAN [OPTION …]", N_("Show the change log: who, when, what, each field old → new"), NULL, koyomi_command_log },
  { "undo", "PLAN", N_("Take the last edit back"), NULL, koyomi_command_undo },
  { "redo", "PLAN", N_("Bring back what undo took back"), NULL, koyomi_command_redo },
  { "bookmark", "PLAN NAME", N_("Give the plan as it now stands a name, to come back to it"), NULL, koyomi_command_bookmark },
  { "snapshot", "PLAN NAME", N_("Keep the plan as it now stands under a name, and tell the hash by which it is known again"),
    N_("“koyomi-cli log PLAN --from NAME” shows what has changed since."), koyomi_command_snapshot },
  { "evidence", "PLAN [OPTION …]", N_("Compare the files of the evidence with their SHA-256; ends with 1 when one is not as it was"),
    N_("A place that is no full path is looked for beside the plan."), koyomi_command_evidence },
  { "verify", "PLAN [--head HASH]", N_("Check the plan for damage, edits from outside and changes to its log"),
    N_("HASH is the head of the change log as an earlier report printed it, or at least its first 16 digits. Without it, a log whose "
       "last entries were cut off looks whole."),
    koyomi_command_verify },
  { "backup", "PLAN FILE", N_("Write a verified copy of the plan"), NULL, koyomi_command_backup },
};

const KoyomiCommand *
koyomi_command_get (guint index)
{
  return index < G_N_ELEMENTS (commands) ? &commands[index] : NULL;
}

const KoyomiCommand *
koyomi_command_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];

  return NULL;
}

/* Takes "--@name VALUE" or "--@name=VALUE" out of the arguments. Returns FALSE when the value is missing. */
static gboolean
take_option (int         *argc,
             char       **argv,
             const char  *name,
             const char **value)
{
  gsize length = strlen (name);

  for (int i = 1; i < *argc && strcmp (argv[i], "--") != 0; i++)
    {
      int n_taken;

      if (strncmp (argv[i], "--", 2) != 0 || strncmp (argv[i] + 2, name, length) != 0)
        continue;

      if (argv[i][length + 2] == '=')
        {
          *value = argv[i] + length + 3;
          n_taken = 1;
        }
      else if (argv[i][length + 2] == '\0')
        {
          if (i + 1 >= *argc)
            return FALSE;

          *value = argv[i + 1];
          n_taken = 2;
        }
      else
        continue;

      memmove (&argv[i], &argv[i + n_taken], sizeof (char *) * (*argc - i - n_taken + 1));
      *argc -= n_taken;
      i--;
    }

  return TRUE;
}

/* The options that every command has, wherever they stand. */
static gboolean
take_common_options (KoyomiShell *shell,
                     int         *argc,
                     char       **argv,
                     KoyomiExit  *exit)
{
  const char *language = NULL;
  const char *today = NULL;
  g_autoptr(GError) error = NULL;

  shell->language = koyomi_language_from_locale ();
  if (!take_option (argc, argv, "language", &language) ||
      (language != NULL && !koyomi_language_from_code (language, &shell->language)))
    {
      *exit = koyomi_shell_misuse (shell, koyomi_tr (shell->language, N_("--language wants ja or en")));
      return FALSE;
    }

  shell->language_given = language != NULL;
  if (!take_option (argc, argv, "today", &today) ||
      (today != NULL && koyomi_day_parse (today, &error) == KOYOMI_DAY_NONE))
    {
      *exit = koyomi_shell_misuse (shell, koyomi_tr (shell->language, N_("--today wants a day such as 2026-11-22")));
      return FALSE;
    }

  if (today != NULL)
    koyomi_day_set_today (koyomi_day_parse (today, NULL));

  return TRUE;
}

int
main (int    argc,
      char **argv)
{
  KoyomiShell shell = { 0 };
  KoyomiExit exit;
  const KoyomiCommand *command;

  if (!take_common_options (&shell, &argc, argv, &exit))
    return exit;

  if (argc < 2)
    return koyomi_shell_misuse (&shell, koyomi_tr (shell.language, N_("a command is missing")));

  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0 || strcmp (argv[1], "help") == 0)
    {
      koyomi_shell_show_help (&shell);
      return KOYOMI_EXIT_DONE;
    }

  if (strcmp (argv[1], "--version") == 0)
    {
      koyomi_print ("Koyomi %s\n", KOYOMI_VERSION);
      return KOYOMI_EXIT_DONE;
    }

  if ((command = koyomi_command_find (argv[1])) == NULL)
    {
      g_autofree char *message = g_strdup_printf (koyomi_tr (shell.language, N_("there is no command “%s”")), argv[1]);

      return koyomi_shell_misuse (&shell, message);
    }

  exit = command->run (&shell, argc - 1, argv + 1);
  if (fflush (stdout) != 0 || ferror (stdout))
    {
      koyomi_shell_say (&shell, koyomi_tr (shell.language, N_("standard output cannot be written")));
      return KOYOMI_EXIT_OUTPUT_FAILED;
    }

  return exit;
}
