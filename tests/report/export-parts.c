#include "koyomi-day.h"
#include "koyomi-export.h"
#include "koyomi-template.h"

#include <locale.h>
#include <stdlib.h>

/* Exports parts of the sample company's year into a folder, for programs that read them: export-parts FOLDER. */

static const struct
{
  const char     *name;
  const char     *filter;       /* the team that is looked for stands as %s */
  KoyomiGrouping  grouping;
  int             months[2];    /* of 2026 and on, counted from January; 0 for the whole year */
  KoyomiPaper     paper;
  guint           n_across;
} parts[] = {
  { "whole", "", KOYOMI_GROUPING_FUNCTION_GROUP, { 0, 0 }, KOYOMI_PAPER_A3, 0 },
  { "tiled", "", KOYOMI_GROUPING_FUNCTION_GROUP, { 0, 0 }, KOYOMI_PAPER_A4, 4 },
  { "late", "state=late", KOYOMI_GROUPING_FUNCTION_GROUP, { 0, 0 }, KOYOMI_PAPER_A3, 1 },
  { "team", "team=%s", KOYOMI_GROUPING_STATE, { 10, 12 }, KOYOMI_PAPER_A4, 1 },
  { "month", "", KOYOMI_GROUPING_TEAM, { 11, 11 }, KOYOMI_PAPER_A4, 1 },
  { "none", "search=存在しない", KOYOMI_GROUPING_TEAM, { 0, 0 }, KOYOMI_PAPER_A4, 2 },
};

static void
refuse (const GError *error)
{
  g_printerr ("%s\n", error->message);
  exit (1);
}

static KoyomiSession *
make_plan (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "plan.koyomi", NULL);
  KoyomiPlanOptions options = { .template = KOYOMI_TEMPLATE_SAMPLE, .fiscal_year = 2026, .language = KOYOMI_LANGUAGE_JA };
  GError *error = NULL;
  KoyomiSession *session = NULL;

  if (!koyomi_plan_create (path, &options, NULL, NULL, NULL, &error) ||
      (session = koyomi_session_open (path, FALSE, NULL, &error)) == NULL)
    refuse (error);

  return session;
}

/* The team with the code ISM, by its key. */
static char *
find_team (KoyomiSession *session)
{
  g_autoptr(GPtrArray) teams = koyomi_session_list (session, KOYOMI_TABLE_TEAM, 0, 0, KOYOMI_LANGUAGE_JA, NULL);

  for (guint i = 0; i < teams->len; i++)
    if (g_str_equal (koyomi_record_get_text (g_ptr_array_index (teams, i), KOYOMI_TEAM_CODE), "ISM"))
      return g_strdup_printf ("%" G_GINT64_FORMAT, koyomi_record_get_id (g_ptr_array_index (teams, i)));

  g_assert_not_reached ();
}

static void
export (KoyomiSession  *session,
        const char     *folder,
        guint           part,
        KoyomiLanguage  language,
        const char     *team)
{
  g_auto(GStrv) pieces = g_strsplit (parts[part].filter, "%s", 2);
  g_autofree char *text = g_strjoinv (team, pieces);
  g_autoptr(KoyomiCalendarFilter) filter = koyomi_calendar_filter_parse (text);
  KoyomiExportOptions options = {
    .year = { 2026, 4 }, .language = language, .filter = filter, .grouping = parts[part].grouping,
    .paper = parts[part].paper, .n_across = parts[part].n_across,
  };

  if (parts[part].months[0] > 0)
    {
      options.first_day = koyomi_day_new (2026, parts[part].months[0], 1);
      options.last_day = koyomi_day_get_month_last (koyomi_day_new (2026, parts[part].months[1], 1));
    }

  for (KoyomiExportFormat format = 0; koyomi_calendar_export_knows (format); format++)
    {
      g_autofree char *file = g_strdup_printf ("%s-%s.%s", parts[part].name, koyomi_language_get_code (language),
                                               koyomi_export_format_get_nick (format));
      g_autofree char *path = g_build_filename (folder, file, NULL);
      GError *error = NULL;

      if (!koyomi_annual_calendar_export (session, &options, format, path, NULL, NULL, NULL, &error))
        refuse (error);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(KoyomiSession) session = NULL;
  g_autofree char *team = NULL;

  setlocale (LC_ALL, "");
  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));
  session = make_plan (argv[1]);
  team = find_team (session);
  for (guint part = 0; part < G_N_ELEMENTS (parts); part++)
    for (KoyomiLanguage language = 0; language < KOYOMI_N_LANGUAGES; language++)
      export (session, argv[1], part, language, team);

  return 0;
}
