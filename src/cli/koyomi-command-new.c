#include "koyomi-commands.h"

#include "koyomi-template.h"

#include <string.h>

typedef struct
{
  char *template;
  char *fiscal_year;
  char *start_month;
  char *months;
  char *organisation;
} Options;

static void
clear_options (Options *self)
{
  g_free (self->template);
  g_free (self->fiscal_year);
  g_free (self->start_month);
  g_free (self->months);
  g_free (self->organisation);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
read_number (const char *text,
             int         low,
             int         high,
             int        *number)
{
  gint64 value;

  if (text == NULL)
    return TRUE;

  if (!g_ascii_string_to_signed (text, 10, low, high, &value, NULL))
    return FALSE;

  *number = value;

  return TRUE;
}

static const char *
read_options (const Options     *options,
              KoyomiPlanOptions *plan)
{
  if (options->template != NULL && !koyomi_template_from_nick (options->template, &plan->template))
    return N_("--template wants cric, empty or sample");

  if (!read_number (options->fiscal_year, 1980, 2098, &plan->fiscal_year))
    return N_("--fiscal-year wants a year from 1980 to 2098");

  if (!read_number (options->start_month, 1, 12, &plan->start_month))
    return N_("--start-month wants a month from 1 to 12");

  if (options->months != NULL && strcmp (options->months, "source") != 0 && strcmp (options->months, "adjusted") != 0)
    return N_("--months wants source or adjusted");

  if (options->organisation != NULL && !g_utf8_validate (options->organisation, -1, NULL))
    return N_("--organisation wants a text in UTF-8");

  plan->adjusted_months = g_strcmp0 (options->months, "adjusted") == 0;
  plan->organisation = options->organisation;

  return NULL;
}

KoyomiExit
koyomi_command_new (KoyomiShell  *shell,
                    int           argc,
                    char        **argv)
{
  g_auto(Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "template", 0, 0, G_OPTION_ARG_FILENAME, &options.template, N_("What the plan begins with (cric)"), "cric|empty|sample" },
    { "fiscal-year", 0, 0, G_OPTION_ARG_FILENAME, &options.fiscal_year, N_("The plan's first year (the present one)"), N_("YEAR") },
    { "start-month", 0, 0, G_OPTION_ARG_FILENAME, &options.start_month, N_("First month of the fiscal year (4)"), "1-12" },
    { "months", 0, 0, G_OPTION_ARG_FILENAME, &options.months, N_("Which months the CRIC items stand in (source)"), "source|adjusted" },
    { "organisation", 0, 0, G_OPTION_ARG_FILENAME, &options.organisation, N_("Name of the company"), N_("NAME") },
    { NULL }
  };
  KoyomiPlanOptions plan = { .template = KOYOMI_TEMPLATE_CRIC, .language = shell->language };
  g_autoptr(GError) error = NULL;
  const char *misuse;
  KoyomiExit exit;

  if (!koyomi_shell_parse (shell, "new", entries, 1, &argc, &argv, &exit))
    return exit;

  if ((misuse = read_options (&options, &plan)) != NULL)
    return koyomi_shell_misuse (shell, koyomi_tr (shell->language, misuse));

  if (!koyomi_plan_create (argv[1], &plan, NULL, NULL, NULL, &error))
    {
      if (g_error_matches (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT))
        return koyomi_shell_fail (shell, KOYOMI_EXIT_INPUT_REFUSED, error);

      return koyomi_shell_fail (shell, g_error_matches (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_EXISTS)
                                         ? KOYOMI_EXIT_FILE_REFUSED : KOYOMI_EXIT_OUTPUT_FAILED, error);
    }

  /* Translators: the name of a file */
  koyomi_print (koyomi_tr (shell->language, N_("Made %s\n")), argv[1]);

  return KOYOMI_EXIT_DONE;
}
