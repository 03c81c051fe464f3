#include "koyomi-day.h"
#include "koyomi-export-matrix.h"
#include "koyomi-history.h"
#include "koyomi-import-file.h"
#include "koyomi-report-error.h"
#include "koyomi-test-export.h"
#include "koyomi-test-folder.h"


typedef KoyomiTestExport Fixture;

static const KoyomiExportFormat formats[] = { KOYOMI_EXPORT_FORMAT_XLSX, KOYOMI_EXPORT_FORMAT_PDF, KOYOMI_EXPORT_FORMAT_CSV };

static gboolean
export (Fixture             *fixture,
        KoyomiExportFormat   format,
        const char          *catalogue,
        KoyomiProgressFunc   progress,
        GCancellable        *cancellable,
        GError             **error)
{
  KoyomiMatrixExportOptions options = { .catalogue = catalogue, .day = koyomi_day_today (), .language = KOYOMI_LANGUAGE_EN };

  return koyomi_matrix_export (fixture->session, &options, format, fixture->target, progress, cancellable, cancellable, error);
}

static void
test_private (Fixture       *fixture,
              gconstpointer  data)
{
  static const char * const beginnings[] = { "PK", "%PDF-", "\xef\xbb\xbf" };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      GError *error = NULL;

      export (fixture, formats[i], NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      koyomi_test_export_assert_private (fixture, beginnings[i]);
    }
}

static void
cancel (double   fraction,
        gpointer data)
{
  if (fraction > 0.5)
    g_cancellable_cancel (data);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  GError *error = NULL;

  g_assert_false (export (fixture, KOYOMI_EXPORT_FORMAT_XLSX, NULL, cancel, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  koyomi_test_export_assert_untouched (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_assert_false (export (fixture, formats[i], NULL, NULL, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&error);
      koyomi_test_export_assert_untouched (fixture);
    }
}

static void
test_no_catalogue (Fixture       *fixture,
                   gconstpointer  data)
{
  GError *error = NULL;

  g_assert_false (export (fixture, KOYOMI_EXPORT_FORMAT_CSV, "other", NULL, NULL, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND);
  g_clear_error (&error);
  koyomi_test_export_assert_untouched (fixture);
}

/* Whatever the catalogue and the language, what went out comes back as it was, found by its headings. */
static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char * const catalogues[] = { "cric", "isogj", "x1060", "own" };

  for (guint i = 0; i < G_N_ELEMENTS (catalogues) * G_N_ELEMENTS (formats); i++)
    {
      KoyomiExportFormat format = formats[i % G_N_ELEMENTS (formats)];
      KoyomiImportOptions options = { 0 };
      KoyomiTableContent content;
      g_autoptr(KoyomiImport) import = NULL;
      GError *error = NULL;

      if (format == KOYOMI_EXPORT_FORMAT_PDF)
        continue;

      export (fixture, format, catalogues[i / G_N_ELEMENTS (formats)], NULL, NULL, &error);
      g_assert_no_error (error);
      import = koyomi_import_prepare (fixture->session, fixture->target, &options, &content, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (content, ==, KOYOMI_TABLE_CONTENT_MATRIX);
      g_assert_false (koyomi_import_has_changes (import));
      g_assert_cmpuint (koyomi_import_get_notes (import)->len, ==, 0);
    }
}

/* Each fault has a sentence and an advice in both languages. */
/* Returns: (transfer full): the assignments of the team with that code to “Overall policy management”, as “letters first–last” */
static char *
list_cell (KoyomiSession *session,
           const char    *team_name)
{
  g_autoptr(GPtrArray) assignments = koyomi_session_list (session, KOYOMI_TABLE_ASSIGNMENT, 0, 0, KOYOMI_LANGUAGE_EN, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < assignments->len; i++)
    {
      KoyomiRecord *assignment = g_ptr_array_index (assignments, i);
      g_autoptr(KoyomiRecord) function = koyomi_session_get (session, KOYOMI_TABLE_FUNCTION,
                                                             koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_FUNCTION),
                                                             KOYOMI_LANGUAGE_EN, NULL);
      g_autoptr(KoyomiRecord) team = koyomi_session_get (session, KOYOMI_TABLE_TEAM,
                                                         koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_TEAM),
                                                         KOYOMI_LANGUAGE_EN, NULL);
      g_autofree char *from = koyomi_record_format (assignment, KOYOMI_ASSIGNMENT_FROM_DAY, KOYOMI_LANGUAGE_EN);
      g_autofree char *to = koyomi_record_format (assignment, KOYOMI_ASSIGNMENT_TO_DAY, KOYOMI_LANGUAGE_EN);

      if (g_str_equal (koyomi_record_get_title (function), "Overall policy management") &&
          g_str_equal (koyomi_record_get_title (team), team_name))
        g_string_append_printf (text, "%s%s %s/%s", text->len > 0 ? ", " : "",
                                koyomi_record_get_text (assignment, KOYOMI_ASSIGNMENT_LETTERS), from, to);
    }

  return g_string_free (text, FALSE);
}

static KoyomiImport *
prepare_by_hand (Fixture  *fixture,
                 gboolean  begins)
{
  const KoyomiImportOptions options = { .day = koyomi_day_new (2027, 4, 1), .begins = begins };
  g_autofree char *path = g_build_filename (fixture->folder, "hand.csv", NULL);
  KoyomiTableContent content;
  KoyomiImport *import;
  GError *error = NULL;

  g_file_set_contents (path, "Function,CISO,CSIRT,Help desk\nOverall policy management,,\"R,C\",I\n", -1, &error);
  g_assert_no_error (error);
  import = koyomi_import_prepare (fixture->session, path, &options, &content, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (content, ==, KOYOMI_TABLE_CONTENT_MATRIX);
  g_assert_cmpuint (koyomi_import_get_day (import), ==, options.day);

  return import;
}

static void
assert_cell (Fixture    *fixture,
             const char *team,
             const char *wanted)
{
  g_autofree char *cell = list_cell (fixture->session, team);

  g_assert_cmpstr (cell, ==, wanted);
}

/* A table made by hand. Each letter that comes, goes or changes is told apart; the last change is as old as the plan. */
static void
test_in_place (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(KoyomiImport) import = prepare_by_hand (fixture, FALSE);
  g_autofree char *summary = koyomi_import_summarize (import, KOYOMI_LANGUAGE_EN);
  GError *error = NULL;

  g_assert_cmpstr (summary, ==, "Assignment: 1 to add, 1 to change, 1 to remove, 0 the same, 0 left out\nDoubts: 0, errors: 0");
  g_assert_cmpuint (koyomi_import_count_changes (import), ==, 3);
  g_assert_cmpstr (((KoyomiImportItem *) g_ptr_array_index (koyomi_import_get_items (import), 0))->name, ==,
                   "A-1 Overall policy management · CISO");
  assert_cell (fixture, "CISO", "A /");
  koyomi_import_apply (import, fixture->session, "Import", &error);
  g_assert_no_error (error);
  assert_cell (fixture, "CISO", "");
  assert_cell (fixture, "CSIRT", "RC /");
  assert_cell (fixture, "Help desk", "I /");
}

/* What holds until the day stays in the plan, and one undo takes all of it back. */
static void
test_from_day (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(KoyomiImport) import = prepare_by_hand (fixture, TRUE);
  GError *error = NULL;

  koyomi_import_apply (import, fixture->session, "Import", &error);
  g_assert_no_error (error);
  assert_cell (fixture, "CISO", "A /2027-03-31");
  assert_cell (fixture, "CSIRT", "C /2027-03-31, RC 2027-04-01/");
  assert_cell (fixture, "Help desk", "I 2027-04-01/");

  koyomi_session_undo (fixture->session, &error);
  g_assert_no_error (error);
  assert_cell (fixture, "CISO", "A /");
  assert_cell (fixture, "CSIRT", "C /");
  assert_cell (fixture, "Help desk", "");
}

static void
test_notes (void)
{
  for (guint id = KOYOMI_NOTE_CATALOGUE_UNKNOWN; id < KOYOMI_N_NOTES; id++)
    {
      g_autoptr(GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      KoyomiImportNote *note = koyomi_import_note_new (id, 1, 1, "X", "Y", NULL);

      for (guint language = 0; language < KOYOMI_N_LANGUAGES; language++)
        {
          g_hash_table_add (texts, koyomi_import_note_describe (note, language));
          g_hash_table_add (texts, koyomi_import_note_advise (note, language));
        }
      g_assert_cmpuint (g_hash_table_size (texts), ==, 4);
      g_assert_cmpint (koyomi_import_note_get_severity (note), ==, KOYOMI_IMPORT_ERROR);
      koyomi_import_note_free (note);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();
  g_test_add ("/report/matrix/export/is-whole-and-private", Fixture, NULL, koyomi_test_export_set_up, test_private, koyomi_test_export_tear_down);
  g_test_add ("/report/matrix/export/cancelled-leaves-the-old-file", Fixture, NULL, koyomi_test_export_set_up, test_cancelled, koyomi_test_export_tear_down);
  g_test_add ("/report/matrix/export/without-the-catalogue-leaves-the-old-file", Fixture, NULL, koyomi_test_export_set_up, test_no_catalogue, koyomi_test_export_tear_down);
  g_test_add ("/report/matrix/import/what-went-out-comes-back", Fixture, NULL, koyomi_test_export_set_up, test_round_trip, koyomi_test_export_tear_down);
  g_test_add ("/report/matrix/import/corrects-what-holds", Fixture, NULL, koyomi_test_export_set_up, test_in_place, koyomi_test_export_tear_down);
  g_test_add ("/report/matrix/import/begins-on-the-day", Fixture, NULL, koyomi_test_export_set_up, test_from_day, koyomi_test_export_tear_down);
  g_test_add_func ("/report/matrix/import/faults-have-words", test_notes);

  return koyomi_test_folder_finish (g_test_run ());
}
