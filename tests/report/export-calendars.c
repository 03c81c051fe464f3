#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-export.h"
#include "koyomi-template.h"

#include <locale.h>
#include <stdlib.h>

/* Makes plans and exports their annual calendars into a folder, for programs that read them: export-calendars FOLDER. */

#define YEAR 2026

static const char formula_title[] = "=1+1";

static void
refuse (const GError *error)
{
  g_printerr ("%s\n", error->message);
  exit (1);
}

static KoyomiSession *
make_plan (const char     *folder,
           const char     *name,
           KoyomiTemplate  template,
           gboolean        adjusted)
{
  g_autofree char *file = g_strdup_printf ("%s.koyomi", name);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  KoyomiPlanOptions options = {
    .template = template, .fiscal_year = YEAR, .adjusted_months = adjusted, .language = KOYOMI_LANGUAGE_JA,
    .organisation = template == KOYOMI_TEMPLATE_SAMPLE ? NULL : "架空商事株式会社",
  };
  GError *error = NULL;
  KoyomiSession *session;

  if (!koyomi_plan_create (path, &options, NULL, NULL, NULL, &error) ||
      (session = koyomi_session_open (path, FALSE, NULL, &error)) == NULL)
    {
      refuse (error);
      return NULL;
    }

  return session;
}

static void
export (KoyomiSession *session,
        const char    *folder,
        const char    *name)
{
  for (KoyomiLanguage language = 0; language < KOYOMI_N_LANGUAGES; language++)
    for (KoyomiExportFormat format = 0; koyomi_calendar_export_knows (format); format++)
      {
        g_autofree char *file = g_strdup_printf ("%s-%s.%s", name, koyomi_language_get_code (language),
                                                 koyomi_export_format_get_nick (format));
        g_autofree char *path = g_build_filename (folder, file, NULL);
        KoyomiExportOptions options = { .year = { YEAR, 4 }, .language = language };
        GError *error = NULL;

        if (format != KOYOMI_EXPORT_FORMAT_PNG && format != KOYOMI_EXPORT_FORMAT_PDF &&
            !koyomi_annual_calendar_export (session, &options, format, path, NULL, NULL, NULL, &error))
          refuse (error);
      }
}

static KoyomiRecord *
add_activity (KoyomiEdit *edit,
              gint64      function,
              const char *title,
              const char *rule,
              int         kind)
{
  KoyomiRecord *activity = koyomi_record_new (KOYOMI_TABLE_ACTIVITY);
  KoyomiFiscalYear year = { YEAR, 4 };
  GError *error = NULL;

  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FUNCTION, function);
  koyomi_record_set_text (activity, KOYOMI_ACTIVITY_TITLE, title);
  koyomi_record_set_text (activity, KOYOMI_ACTIVITY_RULE, rule);
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_KIND, kind);
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FIRST_DAY, koyomi_fiscal_year_get_first_day (year));
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_DURATION, 1);
  if (!koyomi_edit_insert (edit, activity, &error) ||
      koyomi_edit_add_runs (edit, activity, koyomi_fiscal_year_get_first_day (year), koyomi_fiscal_year_get_last_day (year), &error) < 0)
    refuse (error);

  return activity;
}

/* Titles that a spreadsheet could take for something else, a function with more than fits, a run over the whole year, one moved. */
static void
make_dense (KoyomiSession *session)
{
  GError *error = NULL;
  KoyomiFiscalYear year = { YEAR, 4 };
  g_autoptr(KoyomiCalendar) calendar = koyomi_session_load_calendar (session, year, KOYOMI_LANGUAGE_JA, FALSE, &error);
  gint64 first = koyomi_record_get_id (KOYOMI_CALENDAR_ROW (g_ptr_array_index (calendar->rows, 0))->function);
  gint64 second = koyomi_record_get_id (KOYOMI_CALENDAR_ROW (g_ptr_array_index (calendar->rows, 1))->function);
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, &error);
  g_autoptr(KoyomiRecord) moved = NULL;
  g_autoptr(GPtrArray) runs = NULL;

  g_object_unref (add_activity (edit, first, formula_title, "months=5 span=month", KOYOMI_ACTIVITY_KIND_TASK));
  g_object_unref (add_activity (edit, first, "'quoted, \"title\" & <tag> _x0041_", "months=6 span=month", KOYOMI_ACTIVITY_KIND_TASK));
  g_object_unref (add_activity (edit, first, "週次の脆弱性情報の確認と関係部署への展開", "every=week on=tue", KOYOMI_ACTIVITY_KIND_TASK));
  for (guint i = 0; i < 15; i++)
    {
      g_autofree char *title = g_strdup_printf ("月例点検 その%u", i + 1);

      g_object_unref (add_activity (edit, second, title, "every=month day=10", i % 4 == 0 ? KOYOMI_ACTIVITY_KIND_MEETING :
                                    KOYOMI_ACTIVITY_KIND_TASK));
    }

  moved = add_activity (edit, first, "移された作業", "months=7 day=15", KOYOMI_ACTIVITY_KIND_TASK);
  if (!koyomi_edit_commit (edit, "dense", &error))
    refuse (error);

  runs = koyomi_session_list (session, KOYOMI_TABLE_OCCURRENCE, KOYOMI_OCCURRENCE_ACTIVITY, koyomi_record_get_id (moved),
                              KOYOMI_LANGUAGE_JA, &error);
  g_clear_pointer (&edit, koyomi_edit_free);
  edit = koyomi_session_begin_edit (session, &error);
  if (!koyomi_occurrence_move (g_ptr_array_index (runs, 0), koyomi_day_new (YEAR, 8, 20), koyomi_day_new (YEAR, 10, 9), &error) ||
      !koyomi_edit_update (edit, g_ptr_array_index (runs, 0), &error) || !koyomi_edit_commit (edit, "move", &error))
    refuse (error);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char     *name;
    KoyomiTemplate  template;
    gboolean        adjusted;
    gboolean        dense;
  } plans[] = {
    { "cric", KOYOMI_TEMPLATE_CRIC },
    { "adjusted", KOYOMI_TEMPLATE_CRIC, TRUE },
    { "sample", KOYOMI_TEMPLATE_SAMPLE },
    { "dense", KOYOMI_TEMPLATE_CRIC, FALSE, TRUE },
    { "empty", KOYOMI_TEMPLATE_EMPTY },
  };

  setlocale (LC_ALL, "");
  if (argc != 2)
    return 2;

  koyomi_day_set_today (koyomi_day_new (YEAR, 11, 22));
  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      g_autoptr(KoyomiSession) session = make_plan (argv[1], plans[i].name, plans[i].template, plans[i].adjusted);

      if (plans[i].dense)
        make_dense (session);
      export (session, argv[1], plans[i].name);
    }

  return 0;
}
