#include "koyomi-shell.h"

#include "koyomi-auditor.h"
#include "koyomi-day.h"
#include "koyomi-report-error.h"

#include <stdio.h>
#include <string.h>

#define OPTION_INDENT 2
#define OPTION_WIDTH 34

static const GOptionEntry common_options[] = {
  { "language", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Language of what is written, and of messages: ja or en"), "ja|en" },
  { "today", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Reckon what is overdue as of this day"), N_("DAY") },
  { "help", 'h', 0, G_OPTION_ARG_NONE, NULL, N_("Show this help"), NULL },
  { NULL }
};

/* Texts are UTF-8 whatever the environment says: a plan's words are not to become question marks on a server without a locale. */
void
koyomi_print (const char *format,
              ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  fputs (text, stdout);
}

/* How many columns of a terminal @text takes: Japanese letters take two. */
guint
koyomi_text_get_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}

/* @text on one line, filled up to @width columns and two more. */
void
koyomi_print_column (const char *text,
                     guint       width)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n", ' ');
  guint taken = koyomi_text_get_width (line);

  koyomi_print ("%s%*s", line, (int) (width > taken ? width - taken : 0) + 2, "");
}

static void
print_option (KoyomiShell        *self,
              const GOptionEntry *option)
{
  g_autofree char *name = NULL;
  const char *argument = option->arg_description != NULL ? koyomi_tr (self->language, option->arg_description) : NULL;

  name = g_strdup_printf ("%*s%s%c%s--%s%s%s", OPTION_INDENT, "", option->short_name != 0 ? "-" : " ",
                          option->short_name != 0 ? option->short_name : ' ', option->short_name != 0 ? ", " : "  ",
                          option->long_name, argument != NULL ? " " : "", argument != NULL ? argument : "");
  koyomi_print_column (name, OPTION_WIDTH);
  koyomi_print ("%s\n", koyomi_tr (self->language, option->description));
}

static void
show_command_help (KoyomiShell         *self,
                   const KoyomiCommand *command,
                   const GOptionEntry  *options)
{
  koyomi_print ("%s\n", koyomi_tr (self->language, N_("Usage:")));
  koyomi_print ("  koyomi-cli %s %s\n\n%s\n\n%s\n", command->name, command->arguments,
                koyomi_tr (self->language, command->summary), koyomi_tr (self->language, N_("Options:")));

  for (guint i = 0; options != NULL && options[i].long_name != NULL; i++)
    print_option (self, &options[i]);
  for (guint i = 0; common_options[i].long_name != NULL; i++)
    print_option (self, &common_options[i]);

  if (command->details != NULL)
    koyomi_print ("\n%s\n", koyomi_tr (self->language, command->details));
  if (command->list != NULL)
    command->list (self->language);
}

static guint
get_name_width (void)
{
  guint width = 0;

  for (guint i = 0; koyomi_command_get (i) != NULL; i++)
    width = MAX (width, strlen (koyomi_command_get (i)->name));

  return width;
}

/* The help of the program as a whole. */
void
koyomi_shell_show_help (KoyomiShell *self)
{
  guint width = get_name_width ();

  koyomi_print ("%s\n  koyomi-cli %s\n\n%s\n", koyomi_tr (self->language, N_("Usage:")),
                koyomi_tr (self->language, N_("COMMAND [ARGUMENT …] [OPTION …]")), koyomi_tr (self->language, N_("Commands:")));

  for (guint i = 0; koyomi_command_get (i) != NULL; i++)
    {
      const KoyomiCommand *command = koyomi_command_get (i);

      koyomi_print ("  ");
      koyomi_print_column (command->name, width);
      koyomi_print ("%s\n", koyomi_tr (self->language, command->summary));
    }

  koyomi_print ("\n%s\n", koyomi_tr (self->language, N_("“koyomi-cli COMMAND --help” shows the options of a command.")));
  koyomi_print ("%s\n", koyomi_tr (self->language, N_("Exit codes: 0 done, 1 the thing asked about is not so, 2 wrong usage, "
                                                      "3 file refused, 4 input refused, 5 output failed.")));
}

/* One line on standard error. */
void
koyomi_shell_say (KoyomiShell *self,
                  const char  *message)
{
  fprintf (stderr, "koyomi-cli: %s\n", message);
}

KoyomiExit
koyomi_shell_misuse (KoyomiShell *self,
                     const char  *message)
{
  koyomi_shell_say (self, message);
  fprintf (stderr, "  %s\n", koyomi_tr (self->language, N_("“koyomi-cli --help” shows what can be given.")));

  return KOYOMI_EXIT_USAGE;
}

/* Says what went wrong, with the file and the cause that @error names, and what to do now. What an error tells beyond its kind is in
 * English, as in a log; so for a Japanese reader the sentence comes first and the particulars after it. */
KoyomiExit
koyomi_shell_fail (KoyomiShell  *self,
                   KoyomiExit    exit,
                   const GError *error)
{
  g_autofree char *message = NULL;
  const char *advice = NULL;

  if (error->domain == KOYOMI_PLAN_ERROR)
    advice = koyomi_plan_error_get_advice (error->code, self->language);
  else if (error->domain == KOYOMI_REPORT_ERROR)
    advice = koyomi_report_error_get_advice (error->code, self->language);

  if (error->domain == KOYOMI_PLAN_ERROR && self->path != NULL && strstr (error->message, self->path) == NULL)
    message = g_strdup_printf ("%s: %s", self->path, error->message);
  else
    message = g_strdup (error->message);

  if (advice == NULL)
    koyomi_shell_say (self, message);
  else if (self->language == KOYOMI_LANGUAGE_EN)
    fprintf (stderr, "koyomi-cli: %s\n  %s\n", message, advice);
  else
    fprintf (stderr, "koyomi-cli: %s\n  %s\n", advice, message);

  return exit;
}

static gboolean
check_number_of_arguments (KoyomiShell         *self,
                           const KoyomiCommand *command,
                           int                  n_given,
                           int                  n_wanted,
                           KoyomiExit          *exit)
{
  g_autofree char *message = NULL;

  if (n_given == n_wanted)
    return TRUE;

  /* Translators: the name of a command and its arguments */
  message = g_strdup_printf (koyomi_tr (self->language, N_("%s wants: %s")), command->name, command->arguments);
  *exit = koyomi_shell_misuse (self, message);

  return FALSE;
}

static gboolean
wants_help (int    argc,
            char **argv)
{
  for (int i = 1; i < argc && strcmp (argv[i], "--") != 0; i++)
    if (strcmp (argv[i], "--help") == 0 || strcmp (argv[i], "-h") == 0)
      return TRUE;

  return FALSE;
}

/**
 * koyomi_shell_parse:
 * @options: of the command, ended by a NULL name; what they take is text as it was given (%G_OPTION_ARG_FILENAME)
 * @n_arguments: how many the command wants beside its options; @argv holds the command's name and them afterwards
 *
 * Returns: FALSE with @exit when there is nothing more to do: help was shown, or the words were wrong
 */
gboolean
koyomi_shell_parse (KoyomiShell         *self,
                    const char          *command_name,
                    const GOptionEntry  *options,
                    int                  n_arguments,
                    int                 *argc,
                    char              ***argv,
                    KoyomiExit          *exit)
{
  const KoyomiCommand *command = koyomi_command_find (command_name);
  g_autoptr(GOptionContext) context = g_option_context_new (NULL);
  g_autoptr(GError) error = NULL;

  if (wants_help (*argc, *argv))
    {
      show_command_help (self, command, options);
      *exit = KOYOMI_EXIT_DONE;
      return FALSE;
    }

  g_option_context_set_help_enabled (context, FALSE);
  if (options != NULL)
    g_option_context_add_main_entries (context, options, NULL);

  if (!g_option_context_parse (context, argc, argv, &error))
    {
      *exit = koyomi_shell_misuse (self, error->message);
      return FALSE;
    }

  if (!check_number_of_arguments (self, command, *argc - 1, n_arguments, exit))
    return FALSE;

  self->path = (*argv)[1];

  return TRUE;
}

/**
 * koyomi_shell_open:
 * @to_write: refuse a plan that can only be read
 *
 * Returns: the plan, or NULL with @exit, when the reason has been told
 */
KoyomiSession *
koyomi_shell_open (KoyomiShell *self,
                   const char  *path,
                   gboolean     to_write,
                   KoyomiExit  *exit)
{
  g_autoptr(KoyomiSession) session = NULL;
  g_autoptr(GError) error = NULL;

  session = koyomi_session_open (path, !to_write, NULL, &error);
  if (session != NULL && !koyomi_session_was_checked (session) && !koyomi_session_check (session, &error))
    g_clear_object (&session);
  if (session != NULL && to_write && koyomi_session_is_read_only (session))
    {
      g_autofree char *why = koyomi_session_explain_read_only (session, self->language);
      g_autofree char *message = g_strdup_printf ("%s: %s", path, why);

      koyomi_shell_say (self, message);
      *exit = KOYOMI_EXIT_FILE_REFUSED;
      return NULL;
    }

  if (session == NULL)
    *exit = koyomi_shell_fail (self, KOYOMI_EXIT_FILE_REFUSED, error);

  return g_steal_pointer (&session);
}

static KoyomiSession *
open_for_auditor (KoyomiShell *self,
                  const char  *path,
                  const char  *auditor,
                  KoyomiExit  *exit)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiSession) session = koyomi_session_open_for_auditor (path, auditor, NULL, &error);

  if (session != NULL && !koyomi_session_was_checked (session) && !koyomi_session_check (session, &error))
    g_clear_object (&session);
  if (session == NULL)
    *exit = koyomi_shell_fail (self, KOYOMI_EXIT_FILE_REFUSED, error);

  return g_steal_pointer (&session);
}

/**
 * koyomi_shell_open_marked:
 * @auditor: (nullable): a name, which may be "", when the plan is shown to an auditor
 * @watermark: (nullable): what every page bears; NULL for what suits whom it is shown to
 *
 * As koyomi_shell_open(), to read and to write files from.
 */
KoyomiSession *
koyomi_shell_open_marked (KoyomiShell *self,
                          const char  *path,
                          const char  *auditor,
                          const char  *watermark,
                          KoyomiExit  *exit)
{
  g_autoptr(KoyomiSession) session = NULL;

  if ((session = auditor != NULL ? open_for_auditor (self, path, auditor, exit) : koyomi_shell_open (self, path, FALSE, exit)) == NULL)
    return NULL;

  if (watermark != NULL)
    koyomi_session_set_watermark (session, watermark);

  return g_steal_pointer (&session);
}

/* Once an edit is done: tells when the day's copy could not be made. */
KoyomiExit
koyomi_shell_end_edit (KoyomiShell   *self,
                       KoyomiSession *session)
{
  const GError *error = koyomi_session_get_backup_error (session);

  if (error != NULL)
    {
      g_autofree char *message = NULL;

      /* Translators: why today's backup could not be made */
      message = g_strdup_printf (koyomi_tr (self->language, N_("The change was saved, but today's backup could not be made: %s")),
                                 error->message);
      koyomi_shell_say (self, message);
    }

  return KOYOMI_EXIT_DONE;
}
