#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-history.h"
#include "koyomi-occurrence.h"
#include "koyomi-session-private.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

#include <string.h>

/* How many functions of @catalogue the cross-walk leads between and @other: those at its end @column. */
#define MAPPED_FUNCTIONS(other, column, catalogue) \
  "SELECT count (DISTINCT w." column ") FROM crosswalk AS w" \
  "  JOIN function AS f ON f.id = w." column " JOIN function_group AS g ON g.id = f.group_id" \
  "  JOIN function AS o ON o.id = w.from_function_id + w.to_function_id - f.id JOIN function_group AS h ON h.id = o.group_id" \
  " WHERE g.catalogue_id = (SELECT id FROM catalogue WHERE code = '" catalogue "')" \
  "   AND h.catalogue_id = (SELECT id FROM catalogue WHERE code = '" other "')"

static KoyomiSession *
make (const char              *name,
      const KoyomiPlanOptions *options)
{
  g_autofree char *folder = koyomi_test_folder_make (name);
  g_autofree char *path = g_build_filename (folder, "plan.koyomi", NULL);
  g_autofree char *names = NULL;
  g_autoptr(GError) error = NULL;
  KoyomiSession *session;

  koyomi_plan_create (path, options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  names = koyomi_test_folder_list (folder);
  g_assert_cmpstr (names, ==, "plan.koyomi ");
  session = koyomi_test_plan_open (path);
  koyomi_test_plan_verify (session);

  return session;
}

static gint64
ask (KoyomiSession *session,
     const char    *sql)
{
  g_autoptr(GError) error = NULL;
  gint64 number;

  koyomi_database_get_number (_koyomi_session_get_store (session)->db, sql, &number, &error);
  g_assert_no_error (error);

  return number;
}

static void
assert_registers (KoyomiSession *session)
{
  g_assert_cmpint (ask (session, "SELECT count (*) FROM plan"), ==, 1);
  g_assert_cmpint (ask (session, "SELECT count (*) FROM control WHERE kind = 'clause'"), ==, 28);
  g_assert_cmpint (ask (session, "SELECT count (*) FROM control WHERE kind = 'annex-a'"), ==, 93);
  g_assert_cmpint (ask (session, "SELECT count (*) FROM metric WHERE code LIKE 'KPI-%'"), ==, 57);
  g_assert_cmpint (ask (session, "SELECT count (*) FROM reporting_clock"), ==, 28);
  g_assert_cmpint (ask (session, "SELECT count (*) FROM reporting_clock WHERE notice <> '' AND items <> ''"), ==, 28);
  g_assert_cmpint (ask (session, "SELECT count (*) FROM reporting_clock WHERE time_zone = 'Asia/Tokyo'"), ==, 12);
  g_assert_cmpint (ask (session, "SELECT count (*) FROM incident_template"), ==, 7);
  g_assert_cmpint (ask (session, "SELECT count (*) FROM incident_template_task"), ==, 81);
}

static void
assert_catalogues (KoyomiSession *session)
{
  static const struct
  {
    const char *catalogue;
    int         n_groups;
    int         n_functions;
  } cases[] = { { "cric", 15, 31 }, { "isogj", 9, 54 }, { "x1060", 9, 64 }, { "own", 0, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *groups = g_strdup_printf ("SELECT count (*) FROM function_group AS g JOIN catalogue AS c ON c.id = g.catalogue_id"
                                                 " WHERE c.code = '%s'", cases[i].catalogue);
      g_autofree char *functions = g_strdup_printf ("SELECT count (*) FROM function AS f JOIN function_group AS g ON g.id = f.group_id"
                                                    " JOIN catalogue AS c ON c.id = g.catalogue_id WHERE c.code = '%s'",
                                                    cases[i].catalogue);

      g_assert_cmpint (ask (session, groups), ==, cases[i].n_groups);
      g_assert_cmpint (ask (session, functions), ==, cases[i].n_functions);
    }
}

static void
test_cric (void)
{
  for (int adjusted = 0; adjusted < 2; adjusted++)
    for (int language = 0; language < KOYOMI_N_LANGUAGES; language++)
      {
        KoyomiPlanOptions options = { .template = KOYOMI_TEMPLATE_CRIC, .fiscal_year = 2026, .adjusted_months = adjusted,
                                      .language = language, .organisation = "架空電機" };
        g_autofree char *name = g_strdup_printf ("cric-%d-%d", adjusted, language);
        KoyomiSession *session = make (name, &options);

        assert_registers (session);
        assert_catalogues (session);
        g_assert_cmpint (koyomi_session_get_own_language (session), ==, language);
        g_assert_cmpstr (koyomi_record_get_title (koyomi_session_get_plan (session)), ==, "架空電機");
        g_assert_cmpint (ask (session, "SELECT count (*) FROM occurrence"), ==, 65);
        if (!adjusted)
          g_assert_cmpint (ask (session, "SELECT count (*) FROM (SELECT DISTINCT function_id, first_day FROM occurrence)"), ==, 60);
        g_assert_cmpint (ask (session, "SELECT count (*) FROM occurrence WHERE status <> 'planned'"), ==, 0);
        g_assert_cmpint (ask (session, "SELECT min (first_day) FROM occurrence"), >=, koyomi_day_new (2026, 4, 1));
        g_assert_cmpint (ask (session, "SELECT max (last_day) FROM occurrence"), <=, koyomi_day_new (2027, 3, 31));
        g_assert_cmpint (ask (session, "SELECT count (DISTINCT function_id) FROM assignment"), ==, 31);
        g_assert_cmpint (ask (session, MAPPED_FUNCTIONS ("isogj", "from_function_id", "cric")), ==, 25);
        g_assert_cmpint (ask (session, MAPPED_FUNCTIONS ("cric", "to_function_id", "isogj")), ==, 53);
        g_assert_cmpint (ask (session, MAPPED_FUNCTIONS ("x1060", "from_function_id", "isogj")), ==, 54);
        g_assert_finalize_object (session);
      }
}

static void
test_empty (void)
{
  KoyomiPlanOptions options = { .template = KOYOMI_TEMPLATE_EMPTY, .fiscal_year = 2027, .start_month = 1 };
  KoyomiSession *session = make ("empty", &options);

  assert_registers (session);
  g_assert_cmpint (ask (session, "SELECT count (*) FROM function"), ==, 0);
  g_assert_cmpint (ask (session, "SELECT count (*) FROM incident_template_task WHERE function_id IS NOT NULL"), ==, 0);
  g_assert_cmpint (ask (session, "SELECT count (*) FROM occurrence"), ==, 0);
  g_assert_cmpint (ask (session, "SELECT fiscal_start_month FROM plan"), ==, 1);
  g_assert_finalize_object (session);
}

/* No translated field that has a text lacks it in the other language. */
static void
assert_both_languages (KoyomiSession *session)
{
  for (int id = 0; id < KOYOMI_N_TABLES; id++)
    {
      const KoyomiTable *table = koyomi_dictionary_get_table (id);

      for (guint i = 0; i < table->n_fields; i++)
        {
          g_autofree char *missing = NULL;
          g_autofree char *alone = NULL;

          if (!(table->fields[i].flags & KOYOMI_FIELD_TRANSLATED))
            continue;

          missing = g_strdup_printf ("SELECT count (*) FROM %s AS t WHERE %s <> '' AND NOT EXISTS (SELECT 1 FROM translation"
                                     " WHERE entity = '%s' AND row_id = t.id AND field = '%s' AND text <> '')",
                                     table->name, table->fields[i].name, table->name, table->fields[i].name);
          alone = g_strdup_printf ("SELECT count (*) FROM translation WHERE entity = '%s' AND field = '%s' AND (text = '' OR NOT EXISTS"
                                   " (SELECT 1 FROM %s WHERE id = row_id AND %s <> ''))",
                                   table->name, table->fields[i].name, table->name, table->fields[i].name);
          if (ask (session, missing) != 0 || ask (session, alone) != 0)
            g_error ("%s.%s: %d without, %d alone", table->name, table->fields[i].name,
                     (int) ask (session, missing), (int) ask (session, alone));
        }
    }
}

/* Told in SQL: what no plan may hold at its today. */
static void
assert_consistent (KoyomiSession *session,
                   guint32        today)
{
  static const char * const never[] = {
    "SELECT count (*) FROM meeting WHERE status = 'held' AND day >= %1$u",
    "SELECT count (*) FROM meeting WHERE status = 'planned' AND day < %1$u",
    "SELECT count (*) FROM meeting WHERE day >= %1$u AND minutes <> ''",
    "SELECT count (*) FROM agenda_item AS a JOIN meeting AS m ON m.id = a.meeting_id WHERE m.day >= %1$u AND a.minutes <> ''",
    "SELECT count (*) FROM decision AS d JOIN meeting AS m ON m.id = d.meeting_id WHERE m.day >= %1$u",
    "SELECT count (*) FROM review_input AS r JOIN meeting AS m ON m.id = r.meeting_id WHERE m.day >= %1$u",
    "SELECT count (*) FROM proof AS p JOIN occurrence AS o ON o.id = p.occurrence_id WHERE o.status <> 'done'",
    "SELECT count (*) FROM occurrence WHERE actual_first > %1$u OR actual_last > %1$u OR actual_last < actual_first",
    "SELECT count (*) FROM occurrence WHERE status = 'done' AND (actual_last IS NULL OR progress <> 100)",
    "SELECT count (*) FROM occurrence WHERE status = 'doing' AND (actual_first IS NULL OR actual_last IS NOT NULL)",
    "SELECT count (*) FROM occurrence WHERE status IN ('skipped', 'missed') AND reason = ''",
    "SELECT count (*) FROM incident WHERE occurred_at > detected_at OR detected_at > acknowledged_at"
    " OR acknowledged_at > contained_at OR contained_at > eradicated_at OR eradicated_at > recovered_at OR recovered_at > closed_at",
    "SELECT count (*) FROM incident_event AS e JOIN incident AS i ON i.id = e.incident_id WHERE e.at > i.closed_at",
    "SELECT count (*) FROM plan WHERE created_day <> %1$u",
  };

  for (guint i = 0; i < G_N_ELEMENTS (never); i++)
    {
      g_auto(GStrv) parts = g_strsplit (never[i], "%1$u", -1);
      g_autofree char *day = g_strdup_printf ("%u", today);
      g_autofree char *sql = g_strjoinv (day, parts);

      if (ask (session, sql) != 0)
        g_error ("today %u: %d rows: %s", today, (int) ask (session, sql), sql);
    }
}

static void
assert_rich (KoyomiSession *session,
             guint32        today)
{
  g_autofree char *late = g_strdup_printf ("SELECT count (*) FROM occurrence WHERE status IN ('planned', 'doing') AND last_day < %u", today);

  g_assert_cmpint (ask (session, late), >, 0);
  /* Nothing is merely planned on the last day of the year. */
  g_assert_cmpint (ask (session, "SELECT count (DISTINCT status) FROM occurrence WHERE status <> 'planned'"), ==, 4);
  g_assert_cmpint (ask (session, "SELECT count (*) FROM occurrence WHERE first_day <> original_first"), >, 0);
  g_assert_cmpint (ask (session, "SELECT count (*) FROM proof WHERE occurrence_id IS NOT NULL"), >, 20);
  g_assert_cmpint (ask (session, "SELECT count (*) FROM review_input"), ==, 3);
}

static void
test_sample (void)
{
  static const struct
  {
    int      year, month, day;
    int      start_month;
    gboolean inside;   /* so far into the year that every kind of run is there */
  } cases[] = {
    { 2026, 4, 1, 4, FALSE },
    { 2026, 5, 6, 4, FALSE },
    { 2026, 11, 22, 4, TRUE },
    { 2027, 3, 31, 4, TRUE },
    { 2026, 11, 22, 1, FALSE },
    { 2028, 2, 29, 4, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int language = 0; language < KOYOMI_N_LANGUAGES; language++)
      {
        KoyomiPlanOptions options = { .template = KOYOMI_TEMPLATE_SAMPLE, .start_month = cases[i].start_month, .language = language };
        guint32 today = koyomi_day_new (cases[i].year, cases[i].month, cases[i].day);
        g_autofree char *name = g_strdup_printf ("sample-%u-%d", i, language);
        KoyomiSession *session;

        g_test_message ("%d-%d-%d", cases[i].year, cases[i].month, cases[i].day);
        koyomi_day_set_today (today);
        session = make (name, &options);
        assert_registers (session);
        assert_catalogues (session);
        assert_both_languages (session);
        assert_consistent (session, today);
        if (cases[i].inside)
          assert_rich (session, today);
        g_assert_cmpint (ask (session, "SELECT count (*) FROM incident"), >=, 12);
        g_assert_cmpint (ask (session, "SELECT count (*) FROM incident WHERE kind = 'drill'"), ==, 1);
        g_assert_cmpint (ask (session, "SELECT count (*) FROM report_issue"), ==, 3);
        g_assert_finalize_object (session);
      }
  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));
}

static void
test_other_name (void)
{
  KoyomiPlanOptions options = { .template = KOYOMI_TEMPLATE_SAMPLE, .language = KOYOMI_LANGUAGE_JA, .organisation = "架空電機" };
  KoyomiSession *session = make ("other-name", &options);
  g_autoptr(KoyomiRecord) plan = koyomi_session_dup_plan (session, KOYOMI_LANGUAGE_EN, NULL);

  g_assert_cmpstr (koyomi_record_get_title (plan), ==, "架空電機");
  g_assert_cmpint (ask (session, "SELECT count (*) FROM translation WHERE entity = 'plan' AND field = 'classification'"), ==, 1);
  g_assert_cmpint (ask (session, "SELECT count (*) FROM translation WHERE entity = 'plan' AND field = 'organisation'"), ==, 0);
  g_assert_finalize_object (session);
}

static void
test_existing (void)
{
  KoyomiPlanOptions options = { .template = KOYOMI_TEMPLATE_EMPTY };
  g_autofree char *folder = koyomi_test_folder_make ("existing");
  g_autofree char *path = g_build_filename (folder, "plan.koyomi", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *names = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "mine", 4, NULL));
  g_assert_false (koyomi_plan_create (path, &options, NULL, NULL, NULL, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, "mine");
  names = koyomi_test_folder_list (folder);
  g_assert_cmpstr (names, ==, "plan.koyomi ");
}

static void
test_failure (void)
{
  KoyomiPlanOptions bad = { .template = KOYOMI_TEMPLATE_SAMPLE, .organisation = "\xff" };
  KoyomiPlanOptions options = { .template = KOYOMI_TEMPLATE_EMPTY };
  g_autofree char *folder = koyomi_test_folder_make ("failure");
  g_autofree char *path = g_build_filename (folder, "plan.koyomi", NULL);
  g_autofree char *below = g_build_filename (folder, "missing", "plan.koyomi", NULL);
  g_autofree char *names = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_assert_false (koyomi_plan_create (path, &bad, NULL, NULL, NULL, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_false (koyomi_plan_create (path, &options, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (koyomi_plan_create (below, &options, NULL, NULL, NULL, &error));
  g_assert_nonnull (error);
  names = koyomi_test_folder_list (folder);
  g_assert_cmpstr (names, ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  g_test_add_func ("/session/template/cric-has-the-whole-table", test_cric);
  g_test_add_func ("/session/template/empty-has-the-registers", test_empty);
  g_test_add_func ("/session/template/sample-is-whole-on-any-day", test_sample);
  g_test_add_func ("/session/template/sample-under-another-name", test_other_name);
  g_test_add_func ("/session/template/file-that-is-there-stays", test_existing);
  g_test_add_func ("/session/template/failure-leaves-nothing", test_failure);

  return koyomi_test_folder_finish (g_test_run ());
}
