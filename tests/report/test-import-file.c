#include "koyomi-day.h"
#include "koyomi-export.h"
#include "koyomi-import-file.h"
#include "koyomi-report-error.h"
#include "koyomi-template.h"
#include "koyomi-test-folder.h"

#include <string.h>

typedef struct
{
  char          *folder;
  KoyomiSession *session;
} Fixture;

static const char functions[] = "機能群,機能,業務,4月,10月\nその他,架空の点検,見る,点検,点検\n";

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  static guint n_made;
  KoyomiPlanOptions options = { .template = KOYOMI_TEMPLATE_SAMPLE, .fiscal_year = 2026, .language = KOYOMI_LANGUAGE_JA };
  g_autofree char *name = g_strdup_printf ("plan-%u", n_made++);
  g_autofree char *path = NULL;
  GError *error = NULL;

  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));
  self->folder = koyomi_test_folder_make (name);
  path = g_build_filename (self->folder, "plan.koyomi", NULL);
  koyomi_plan_create (path, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  self->session = koyomi_session_open (path, FALSE, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_finalize_object (self->session);
  g_free (self->folder);
}

static char *
write_table (Fixture    *self,
             const char *text)
{
  char *path = g_build_filename (self->folder, "table.csv", NULL);
  GError *error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);

  return path;
}

static char *
export (Fixture            *self,
        KoyomiExportFormat  format)
{
  KoyomiExportOptions options = { .year = { 2026, 4 }, .language = KOYOMI_LANGUAGE_JA };
  char *path = g_build_filename (self->folder, "export", NULL);
  GError *error = NULL;

  koyomi_annual_calendar_export (self->session, &options, format, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return path;
}

static void
test_functions (Fixture       *self,
                gconstpointer  data)
{
  g_autofree char *path = write_table (self, functions);
  KoyomiImportOptions options = { 0 };
  KoyomiTableContent content;
  GError *error = NULL;
  g_autoptr(KoyomiImport) import = koyomi_import_prepare (self->session, path, &options, &content, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (content, ==, KOYOMI_TABLE_CONTENT_FUNCTIONS);
  g_assert_cmpuint (koyomi_import_count (import, KOYOMI_IMPORT_FUNCTION, KOYOMI_IMPORT_ADD), ==, 1);
}

/* Of an exported workbook, the list of runs is read and not the sheet for people before it. */
static void
test_runs (Fixture       *self,
           gconstpointer  data)
{
  static const KoyomiExportFormat formats[] = { KOYOMI_EXPORT_FORMAT_CSV, KOYOMI_EXPORT_FORMAT_XLSX };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = export (self, formats[i]);
      KoyomiImportOptions options = { 0 };
      KoyomiTableContent content;
      GError *error = NULL;
      g_autoptr(KoyomiImport) import = koyomi_import_prepare (self->session, path, &options, &content, NULL, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpint (content, ==, KOYOMI_TABLE_CONTENT_RUNS);
      g_assert_false (koyomi_import_has_changes (import));
      g_assert_cmpuint (koyomi_import_count (import, KOYOMI_IMPORT_RUN, KOYOMI_IMPORT_SAME), >, 100);
    }
}

/* Who says what a file holds, or which sheet to read, is not overruled. */
static void
test_told (Fixture       *self,
           gconstpointer  data)
{
  const KoyomiImportOptions cases[] = {
    { .content = KOYOMI_TABLE_CONTENT_FUNCTIONS, .sheet = "活動一覧" },
    { .content = KOYOMI_TABLE_CONTENT_RUNS, .sheet = "年間カレンダー" },
    { .content = KOYOMI_TABLE_CONTENT_UNKNOWN, .sheet = "凡例とデータ品質" },
  };
  g_autofree char *path = export (self, KOYOMI_EXPORT_FORMAT_XLSX);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KoyomiTableContent content;
      g_autoptr(GError) error = NULL;

      g_assert_null (koyomi_import_prepare (self->session, path, &cases[i], &content, NULL, NULL, NULL, &error));
      g_assert_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_INPUT);
    }
}

/* Both ways of reading say what they miss. */
static void
test_neither (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *path = write_table (self, "a,b\n1,2\n");
  KoyomiImportOptions options = { 0 };
  KoyomiTableContent content;
  g_autoptr(GError) error = NULL;

  g_assert_null (koyomi_import_prepare (self->session, path, &options, &content, NULL, NULL, NULL, &error));
  g_assert_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, "table of runs"));
  g_assert_nonnull (strstr (error->message, "column of functions"));
}

#define ADD(path, func) g_test_add ("/report/import-file/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  ADD ("finds-functions-by-their-headings", test_functions);
  ADD ("finds-runs-by-their-headings", test_runs);
  ADD ("reads-what-it-is-told-to", test_told);
  ADD ("names-both-when-it-is-neither", test_neither);

  return koyomi_test_folder_finish (g_test_run ());
}
