#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-history.h"
#include "koyomi-report-error.h"
#include "koyomi-run-csv.h"
#include "koyomi-template.h"
#include "koyomi-test-folder.h"

#include <glib/gstdio.h>
#include <string.h>
#include <xlsxwriter.h>

typedef struct
{
  char          *folder;
  KoyomiSession *session;
  GPtrArray     *runs;      /* in the plan's own language */
} Fixture;

static void
load_runs (Fixture *fixture)
{
  g_clear_pointer (&fixture->runs, g_ptr_array_unref);
  fixture->runs = koyomi_session_list (fixture->session, KOYOMI_TABLE_OCCURRENCE, 0, 0,
                                       koyomi_session_get_own_language (fixture->session), NULL);
}

static void
set_up (Fixture        *fixture,
        KoyomiTemplate  template,
        KoyomiLanguage  language)
{
  static guint n_made;
  KoyomiPlanOptions options = { .template = template, .fiscal_year = 2026, .language = language };
  g_autofree char *name = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->runs = NULL;
  name = g_strdup_printf ("plan-%u", n_made++);
  fixture->folder = koyomi_test_folder_make (name);
  path = g_build_filename (fixture->folder, "plan.koyomi", NULL);
  koyomi_plan_create (path, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->session = koyomi_session_open (path, FALSE, NULL, &error);
  g_assert_no_error (error);
  load_runs (fixture);
}

static void
tear_down (Fixture *fixture)
{
  g_ptr_array_unref (fixture->runs);
  g_assert_finalize_object (fixture->session);
  g_free (fixture->folder);
}

static gint64
get_head (Fixture *fixture)
{
  g_autoptr(KoyomiEntry) head = koyomi_session_get_head (fixture->session, NULL);

  return head->seq;
}

static char *
export (Fixture        *fixture,
        KoyomiLanguage  language)
{
  char *path = g_build_filename (fixture->folder, "runs.csv", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(GFileOutputStream) stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error);
  g_autoptr(KoyomiCalendar) calendar = NULL;

  g_assert_no_error (error);
  calendar = koyomi_session_load_calendar (fixture->session, (KoyomiFiscalYear) { 2026, 4 }, language, FALSE, &error);
  g_assert_no_error (error);
  koyomi_run_csv_write (fixture->session, calendar, G_OUTPUT_STREAM (stream), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, &error);
  g_assert_no_error (error);

  return path;
}

static KoyomiImport *
prepare (Fixture    *fixture,
         const char *path)
{
  g_autoptr(GError) error = NULL;
  KoyomiImport *import = koyomi_import_prepare_runs (fixture->session, path, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return import;
}

static char *
list_notes (KoyomiImport *import)
{
  GString *list = g_string_new (NULL);
  GPtrArray *notes = koyomi_import_get_notes (import);

  for (guint i = 0; i < notes->len; i++)
    {
      KoyomiImportNote *note = g_ptr_array_index (notes, i);

      g_string_append_printf (list, "%u %d %s\n", note->row, note->column, koyomi_import_note_get_nick (note));
    }

  return g_string_free (list, FALSE);
}

static void
assert_unchanged (Fixture    *fixture,
                  const char *path)
{
  g_autoptr(KoyomiImport) import = prepare (fixture, path);
  g_autofree char *notes = list_notes (import);
  g_autoptr(GError) error = NULL;
  gint64 head = get_head (fixture);

  g_assert_cmpstr (notes, ==, "");
  for (guint i = 0; i < koyomi_import_get_items (import)->len; i++)
    {
      KoyomiImportItem *item = g_ptr_array_index (koyomi_import_get_items (import), i);

      for (guint j = 0; j < item->changes->len; j++)
        g_test_message ("row %u: %s -> %s", item->row, g_array_index (item->changes, KoyomiImportChange, j).old_text,
                        g_array_index (item->changes, KoyomiImportChange, j).new_text);
    }
  g_assert_cmpuint (koyomi_import_count (import, KOYOMI_IMPORT_RUN, KOYOMI_IMPORT_SAME), >, 50);
  g_assert_cmpuint (koyomi_import_count (import, KOYOMI_IMPORT_RUN, KOYOMI_IMPORT_CHANGE), ==, 0);
  g_assert_cmpuint (koyomi_import_count (import, KOYOMI_IMPORT_RUN, KOYOMI_IMPORT_ADD), ==, 0);
  g_assert_false (koyomi_import_has_changes (import));
  koyomi_import_apply (import, fixture->session, "Import", &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_head (fixture), ==, head);
}

/* Texts that a spreadsheet takes for something else. */
static const char * const awkward[] = {
  "=1+1", "+81", "-5", "-x", "@home", "'quoted", "''=x", "'=x", "007", "12.50", "2026/11/22", "2026-11-22", "TRUE", "1e5", "50%",
  "1行目\n2行目", "\"a\", \"b\"", "a;b,c", "＝全角", "12:30", "1/2", "(7)", "4-1", "1,200", "¥300",
};

static void
write_awkward_texts (Fixture *fixture)
{
  static const int fields[] = {
    KOYOMI_OCCURRENCE_OWNER, KOYOMI_OCCURRENCE_RESULT, KOYOMI_OCCURRENCE_NOTE, KOYOMI_OCCURRENCE_REASON, KOYOMI_OCCURRENCE_TITLE,
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (fixture->session, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (awkward); i++)
    {
      KoyomiRecord *run = g_ptr_array_index (fixture->runs, i);

      for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
        koyomi_record_set_text (run, fields[j], awkward[(i + j) % G_N_ELEMENTS (awkward)]);
      koyomi_edit_update (edit, run, &error);
      g_assert_no_error (error);
    }
  koyomi_edit_commit (edit, "awkward", &error);
  g_assert_no_error (error);
}

/* @data: a digit each for the template, the plan's language and the export's */
static void
test_unchanged_table_changes_nothing (gconstpointer data)
{
  guint key = GPOINTER_TO_UINT (data);
  Fixture fixture;
  g_autofree char *path = NULL;

  set_up (&fixture, key / 100, key / 10 % 10);
  if (key / 100 == KOYOMI_TEMPLATE_CRIC)
    write_awkward_texts (&fixture);
  path = export (&fixture, key % 10);
  assert_unchanged (&fixture, path);
  tear_down (&fixture);
}

static void
test_another_day_is_no_doubt (void)
{
  Fixture fixture;
  g_autofree char *path = NULL;

  set_up (&fixture, KOYOMI_TEMPLATE_SAMPLE, KOYOMI_LANGUAGE_JA);
  path = export (&fixture, KOYOMI_LANGUAGE_JA);
  koyomi_day_set_today (koyomi_day_new (2027, 2, 1));
  assert_unchanged (&fixture, path);
  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));
  tear_down (&fixture);
}

/* A table of one run: its key and two cells. */
static char *
write_table (Fixture         *fixture,
             const char      *key,
             KoyomiRunColumn  first,
             const char      *first_text,
             KoyomiRunColumn  second,
             const char      *second_text)
{
  char *path = g_build_filename (fixture->folder, "edited.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  text = g_strdup_printf ("%s,%s,%s\n%s,\"%s\",\"%s\"\n", koyomi_run_column_get_label (KOYOMI_RUN_COLUMN_KEY, KOYOMI_LANGUAGE_JA),
                          koyomi_run_column_get_label (first, KOYOMI_LANGUAGE_JA),
                          koyomi_run_column_get_label (second, KOYOMI_LANGUAGE_JA), key, first_text, second_text);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);

  return path;
}

typedef struct
{
  KoyomiRunColumn  first;
  const char      *first_text;
  KoyomiRunColumn  second;
  const char      *second_text;
  const char      *notes;        /* NULL when all is taken */
  int              field;
  const char      *value;        /* afterwards, in Japanese */
} EditCase;

#define KEEP KOYOMI_RUN_COLUMN_GROUP, ""

static const EditCase edit_cases[] = {
  { KOYOMI_RUN_COLUMN_FIRST_DAY, "2026-04-10", KOYOMI_RUN_COLUMN_LAST_DAY, "2026-04-12", NULL, KOYOMI_OCCURRENCE_LAST_DAY, "2026-04-12" },
  { KOYOMI_RUN_COLUMN_FIRST_DAY, "2026/4/2", KEEP, NULL, KOYOMI_OCCURRENCE_FIRST_DAY, "2026-04-02" },
  { KOYOMI_RUN_COLUMN_FIRST_DAY, "2026年4月3日", KEEP, NULL, KOYOMI_OCCURRENCE_FIRST_DAY, "2026-04-03" },
  { KOYOMI_RUN_COLUMN_FIRST_DAY, "2026-04-10", KEEP, NULL, KOYOMI_OCCURRENCE_ORIGINAL_FIRST, "2026-04-01" },
  { KOYOMI_RUN_COLUMN_FIRST_DAY, "2026-02-30", KEEP, "2 1 day-impossible\n" },
  { KOYOMI_RUN_COLUMN_FIRST_DAY, "来週", KEEP, "2 1 day-impossible\n" },
  { KOYOMI_RUN_COLUMN_FIRST_DAY, "", KEEP, "2 1 day-missing\n" },
  { KOYOMI_RUN_COLUMN_FIRST_DAY, "2026-05-10", KOYOMI_RUN_COLUMN_LAST_DAY, "2026-05-09", "2 2 days-reversed\n" },
  { KOYOMI_RUN_COLUMN_STATUS, "完了", KOYOMI_RUN_COLUMN_ACTUAL_LAST, "2026-04-20", NULL, KOYOMI_OCCURRENCE_PROGRESS, "100" },
  { KOYOMI_RUN_COLUMN_STATUS, "done", KOYOMI_RUN_COLUMN_ACTUAL_LAST, "2026-04-20", NULL, KOYOMI_OCCURRENCE_ACTUAL_FIRST, "2026-04-20" },
  { KOYOMI_RUN_COLUMN_STATUS, "完了", KEEP, "2 -1 status-day-missing\n" },
  { KOYOMI_RUN_COLUMN_STATUS, "完了", KOYOMI_RUN_COLUMN_ACTUAL_LAST, "", "2 2 status-day-missing\n" },
  { KOYOMI_RUN_COLUMN_STATUS, "だいたい", KEEP, "2 1 status-unknown\n" },
  { KOYOMI_RUN_COLUMN_STATUS, "skipped", KOYOMI_RUN_COLUMN_REASON, "", "2 2 reason-missing\n" },
  { KOYOMI_RUN_COLUMN_STATUS, "skipped", KOYOMI_RUN_COLUMN_REASON, "予算なし", NULL, KOYOMI_OCCURRENCE_REASON, "予算なし" },
  { KOYOMI_RUN_COLUMN_STATUS, "doing", KOYOMI_RUN_COLUMN_ACTUAL_FIRST, "2026-04-02", NULL, KOYOMI_OCCURRENCE_ACTUAL_FIRST, "2026-04-02" },
  { KOYOMI_RUN_COLUMN_PROGRESS, "101", KEEP, "2 1 progress-range\n" },
  { KOYOMI_RUN_COLUMN_PROGRESS, "-1", KEEP, "2 1 progress-range\n" },
  { KOYOMI_RUN_COLUMN_PROGRESS, "半分", KEEP, "2 1 progress-range\n" },
  { KOYOMI_RUN_COLUMN_PROGRESS, "nan", KEEP, "2 1 progress-range\n" },
  { KOYOMI_RUN_COLUMN_PROGRESS, "50", KEEP, "2 1 progress-unfit\n" },
  { KOYOMI_RUN_COLUMN_ACTUAL_LAST, "2026-04-20", KEEP, "2 1 status-day-unfit\n" },
  { KOYOMI_RUN_COLUMN_OWNER, "甲野 花子", KEEP, NULL, KOYOMI_OCCURRENCE_OWNER, "甲野 花子" },
  { KOYOMI_RUN_COLUMN_RESULT, "一\n二", KEEP, NULL, KOYOMI_OCCURRENCE_RESULT, "一\n二" },
  { KOYOMI_RUN_COLUMN_NOTE, "'=式", KEEP, NULL, KOYOMI_OCCURRENCE_NOTE, "=式" },
  { KOYOMI_RUN_COLUMN_TITLE, "別の名前", KEEP, NULL, KOYOMI_OCCURRENCE_TITLE, "別の名前" },
  { KOYOMI_RUN_COLUMN_TEAM, "誰か", KEEP, "2 1 not-read\n" },
  { KOYOMI_RUN_COLUMN_FUNCTION, "別の機能", KEEP, "2 1 not-read\n" },
  { KOYOMI_RUN_COLUMN_STATE, "完了", KEEP, "2 1 not-read\n" },
  { KOYOMI_RUN_COLUMN_RULE, "毎日", KEEP, "2 1 not-read\n" },
};

/* The first run of the template: April, planned, nothing done yet. */
static KoyomiRecord *
get_april_run (Fixture *fixture)
{
  KoyomiRecord *run = g_ptr_array_index (fixture->runs, 0);

  g_assert_cmpuint (koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY), ==, koyomi_day_new (2026, 4, 1));

  return run;
}

static void
assert_edit (Fixture        *fixture,
             const EditCase *edit,
             const char     *key)
{
  g_autofree char *path = write_table (fixture, key, edit->first, edit->first_text, edit->second, edit->second_text);
  g_autoptr(KoyomiImport) import = prepare (fixture, path);
  g_autofree char *notes = list_notes (import);
  g_autofree char *value = NULL;
  g_autoptr(GError) error = NULL;
  gint64 head = get_head (fixture);

  g_test_message ("%s: %s", koyomi_run_column_get_label (edit->first, KOYOMI_LANGUAGE_EN), edit->first_text);
  g_assert_cmpstr (notes, ==, edit->notes != NULL ? edit->notes : "");
  if (edit->notes != NULL)
    {
      g_assert_false (koyomi_import_has_changes (import));
      return;
    }

  koyomi_import_apply (import, fixture->session, "Import", &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_head (fixture), ==, head + 1);
  load_runs (fixture);
  value = koyomi_record_format (get_april_run (fixture), edit->field, KOYOMI_LANGUAGE_JA);
  g_assert_cmpstr (value, ==, edit->value);
}

static void
test_cells_are_judged_one_by_one (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (edit_cases); i++)
    {
      Fixture fixture;
      g_autofree char *key = NULL;
      g_autofree char *path = NULL;
      g_autoptr(KoyomiImport) again = NULL;

      set_up (&fixture, KOYOMI_TEMPLATE_CRIC, KOYOMI_LANGUAGE_JA);
      key = g_strdup_printf ("R%" G_GINT64_FORMAT, koyomi_record_get_id (get_april_run (&fixture)));
      if (edit_cases[i].notes == NULL && (edit_cases[i].first == KOYOMI_RUN_COLUMN_FIRST_DAY))
        {
          /* Other runs begin in April too: only this one is looked at. */
          gint64 id = koyomi_record_get_id (get_april_run (&fixture));
          g_autoptr(KoyomiImport) import = NULL;
          g_autoptr(KoyomiRecord) run = NULL;
          g_autofree char *value = NULL;

          path = write_table (&fixture, key, edit_cases[i].first, edit_cases[i].first_text, edit_cases[i].second, edit_cases[i].second_text);
          import = prepare (&fixture, path);
          g_assert_true (koyomi_import_apply (import, fixture.session, "Import", NULL));
          run = koyomi_session_get (fixture.session, KOYOMI_TABLE_OCCURRENCE, id, KOYOMI_LANGUAGE_JA, NULL);
          value = koyomi_record_format (run, edit_cases[i].field, KOYOMI_LANGUAGE_JA);
          g_assert_cmpstr (value, ==, edit_cases[i].value);
        }
      else
        {
          assert_edit (&fixture, &edit_cases[i], key);
          path = g_build_filename (fixture.folder, "edited.csv", NULL);
        }

      /* What was taken once is the same when it comes again. */
      again = prepare (&fixture, path);
      g_assert_false (koyomi_import_has_changes (again));
      g_clear_object (&again);
      tear_down (&fixture);
    }
}

static void
write_text (Fixture     *fixture,
            const char  *text,
            char       **path)
{
  g_autoptr(GError) error = NULL;

  *path = g_build_filename (fixture->folder, "table.csv", NULL);
  g_file_set_contents (*path, text, -1, &error);
  g_assert_no_error (error);
}

static void
test_keys_are_checked (void)
{
  static const struct
  {
    const char *key;
    const char *note;
  } cases[] = {
    { "R12345", "key-unknown" },
    { "12345", "key-unknown" },
    { "abc", "key-unknown" },
    { "4.52E+17", "key-rounded" },
    { "-5", "key-unknown" },
  };
  Fixture fixture;

  set_up (&fixture, KOYOMI_TEMPLATE_CRIC, KOYOMI_LANGUAGE_JA);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = write_table (&fixture, cases[i].key, KOYOMI_RUN_COLUMN_OWNER, "乙川", KEEP);
      g_autofree char *expected = g_strdup_printf ("2 0 %s\n", cases[i].note);
      g_autofree char *notes = NULL;
      g_autoptr(KoyomiImport) import = prepare (&fixture, path);
      g_autoptr(GError) error = NULL;

      notes = list_notes (import);
      g_assert_cmpstr (notes, ==, expected);
      g_assert_false (koyomi_import_apply (import, fixture.session, "Import", &error));
      g_assert_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_INPUT);
      koyomi_import_skip_row (import, 2);
      g_assert_true (koyomi_import_apply (import, fixture.session, "Import", NULL));
    }
  tear_down (&fixture);
}

static void
test_rows_after_an_error_are_listed (void)
{
  Fixture fixture;
  g_autofree char *text = NULL;
  g_autofree char *path = NULL;
  g_autofree char *notes = NULL;
  g_autoptr(KoyomiImport) import = NULL;
  gint64 a, b;

  set_up (&fixture, KOYOMI_TEMPLATE_CRIC, KOYOMI_LANGUAGE_JA);
  a = koyomi_record_get_id (g_ptr_array_index (fixture.runs, 0));
  b = koyomi_record_get_id (g_ptr_array_index (fixture.runs, 1));
  text = g_strdup_printf ("Key,Progress,First day,Colour,Owner\nR%" G_GINT64_FORMAT ",200,x,red,A\nR%" G_GINT64_FORMAT ",0,,red,B\n"
                          "R%" G_GINT64_FORMAT ",0,2026-04-01,red,B\nR%" G_GINT64_FORMAT ",0,2026-04-01,,C\n", a, b, b, b);
  write_text (&fixture, text, &path);
  import = prepare (&fixture, path);
  notes = list_notes (import);
  g_assert_cmpstr (notes, ==, "1 3 heading-unknown\n2 1 progress-range\n2 2 day-impossible\n3 2 day-missing\n4 0 key-twice\n5 0 key-twice\n");
  tear_down (&fixture);
}

static void
test_rows_without_a_key_are_new_runs (void)
{
  Fixture fixture;
  g_autofree char *path = NULL;
  g_autofree char *notes = NULL;
  g_autoptr(KoyomiImport) import = NULL;
  g_autoptr(KoyomiImport) again = NULL;
  g_autoptr(GError) error = NULL;
  gint64 n_runs, n_activities;

  set_up (&fixture, KOYOMI_TEMPLATE_CRIC, KOYOMI_LANGUAGE_JA);
  n_runs = koyomi_session_count (fixture.session, KOYOMI_TABLE_OCCURRENCE, NULL);
  n_activities = koyomi_session_count (fixture.session, KOYOMI_TABLE_ACTIVITY, NULL);
  write_text (&fixture,
              "番号,機能,活動,開始日,終了日,状況,完了日,進捗\n"
              "8,情報セキュリティマネジメント,臨時点検,2026-06-10,2026-06-12,,,\n"
              "8,情報セキュリティマネジメント,臨時点検,2026-07-10,,,,\n"
              "8,情報セキュリティマネジメント,ISMS内部監査,2026-10-05,,done,2026-10-06,\n"
              ",ない機能,何か,2026-10-05,,,,\n"
              "8,情報セキュリティマネジメント,,2026-10-05,,,,\n"
              "8,情報セキュリティマネジメント,何か,,,,,\n",
              &path);
  {
    /* The headings as they are called in the catalogue. */
    g_autofree char *text = NULL;
    g_autoptr(GString) table = NULL;
    static const KoyomiRunColumn columns[] = {
      KOYOMI_RUN_COLUMN_FUNCTION_CODE, KOYOMI_RUN_COLUMN_FUNCTION, KOYOMI_RUN_COLUMN_TITLE, KOYOMI_RUN_COLUMN_FIRST_DAY,
      KOYOMI_RUN_COLUMN_LAST_DAY, KOYOMI_RUN_COLUMN_STATUS, KOYOMI_RUN_COLUMN_ACTUAL_LAST, KOYOMI_RUN_COLUMN_PROGRESS,
    };

    table = g_string_new (NULL);
    for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
      g_string_append_printf (table, "%s%s", i > 0 ? "," : "", koyomi_run_column_get_label (columns[i], KOYOMI_LANGUAGE_JA));
    g_file_get_contents (path, &text, NULL, &error);
    g_assert_no_error (error);
    g_string_append (table, strchr (text, '\n'));
    g_file_set_contents (path, table->str, -1, &error);
    g_assert_no_error (error);
  }

  import = prepare (&fixture, path);
  notes = list_notes (import);
  g_assert_cmpstr (notes, ==, "5 1 function-not-found\n6 2 title-missing\n7 3 day-missing\n");
  for (guint row = 5; row <= 7; row++)
    koyomi_import_skip_row (import, row);
  koyomi_import_apply (import, fixture.session, "Import", &error);
  g_assert_no_error (error);
  g_assert_cmpint (koyomi_session_count (fixture.session, KOYOMI_TABLE_OCCURRENCE, NULL), ==, n_runs + 3);
  g_assert_cmpint (koyomi_session_count (fixture.session, KOYOMI_TABLE_ACTIVITY, NULL), ==, n_activities + 1);

  /* Once more, they are the runs that are there. */
  again = prepare (&fixture, path);
  g_assert_false (koyomi_import_has_changes (again));
  tear_down (&fixture);
}

static void
test_skipping_the_first_row_keeps_its_activity (void)
{
  Fixture fixture;
  g_autofree char *path = NULL;
  g_autoptr(KoyomiImport) import = NULL;
  g_autoptr(GError) error = NULL;

  set_up (&fixture, KOYOMI_TEMPLATE_CRIC, KOYOMI_LANGUAGE_EN);
  write_text (&fixture, "Function,Activity,First day\nCSIRT,Extra drill,2026-06-10\nCSIRT,Extra drill,2026-07-10\n", &path);
  import = prepare (&fixture, path);
  koyomi_import_skip_row (import, 2);
  koyomi_import_apply (import, fixture.session, "Import", &error);
  g_assert_no_error (error);
  g_assert_cmpint (koyomi_session_count (fixture.session, KOYOMI_TABLE_OCCURRENCE, NULL), ==, 66);
  tear_down (&fixture);
}

static void
test_other_tables_are_refused (void)
{
  static const char * const contents[] = { "", "a,b\n1,2\n", "機能,業務\n点検,見る\n", "\x01\x02\x03", "PK\x03\x04zzzz" };
  Fixture fixture;

  set_up (&fixture, KOYOMI_TEMPLATE_EMPTY, KOYOMI_LANGUAGE_JA);
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autofree char *path = NULL;
      g_autoptr(GError) error = NULL;

      write_text (&fixture, contents[i], &path);
      g_assert_null (koyomi_import_prepare_runs (fixture.session, path, NULL, NULL, NULL, NULL, &error));
      g_assert_true (error->domain == KOYOMI_REPORT_ERROR);
    }
  tear_down (&fixture);
}

static KoyomiRecord *
find_run_in_progress (Fixture *fixture)
{
  for (guint i = 0; i < fixture->runs->len; i++)
    if (koyomi_record_get_int (g_ptr_array_index (fixture->runs, i), KOYOMI_OCCURRENCE_STATUS) == KOYOMI_STATUS_DOING)
      return g_ptr_array_index (fixture->runs, i);

  g_assert_not_reached ();
}

static void
test_percentages_of_a_workbook_are_read (void)
{
  static const struct
  {
    double      value;
    const char *progress;
  } cases[] = { { 0.35, "35" }, { 1.0, "100" }, { 0.0, "0" }, { 45.0, "45" } };

  Fixture fixture;
  gint64 id;
  g_autofree char *key = NULL;

  set_up (&fixture, KOYOMI_TEMPLATE_SAMPLE, KOYOMI_LANGUAGE_JA);
  id = koyomi_record_get_id (find_run_in_progress (&fixture));
  key = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (fixture.folder, "percent.xlsx", NULL);
      lxw_workbook *book = workbook_new (path);
      lxw_worksheet *sheet = workbook_add_worksheet (book, NULL);
      g_autoptr(KoyomiImport) import = NULL;
      g_autoptr(KoyomiRecord) run = NULL;
      g_autofree char *progress = NULL;

      worksheet_write_string (sheet, 0, 0, "Key", NULL);
      worksheet_write_string (sheet, 0, 1, "Progress", NULL);
      worksheet_write_string (sheet, 1, 0, key, NULL);
      worksheet_write_number (sheet, 1, 1, cases[i].value, NULL);
      g_assert_cmpint (workbook_close (book), ==, LXW_NO_ERROR);

      import = prepare (&fixture, path);
      g_assert_true (koyomi_import_apply (import, fixture.session, "Import", NULL));
      run = koyomi_session_get (fixture.session, KOYOMI_TABLE_OCCURRENCE, id, KOYOMI_LANGUAGE_JA, NULL);
      progress = koyomi_record_format (run, KOYOMI_OCCURRENCE_PROGRESS, KOYOMI_LANGUAGE_JA);
      g_assert_cmpstr (progress, ==, cases[i].progress);
    }
  tear_down (&fixture);
}

static void
test_full_disk_is_told (void)
{
  Fixture fixture;
  g_autoptr(GFile) file = g_file_new_for_path ("/dev/full");
  g_autoptr(GFileIOStream) stream = NULL;
  g_autoptr(KoyomiCalendar) calendar = NULL;
  g_autoptr(GError) error = NULL;

  set_up (&fixture, KOYOMI_TEMPLATE_CRIC, KOYOMI_LANGUAGE_JA);
  calendar = koyomi_session_load_calendar (fixture.session, (KoyomiFiscalYear) { 2026, 4 }, KOYOMI_LANGUAGE_JA, FALSE, NULL);
  stream = g_file_open_readwrite (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (koyomi_run_csv_write (fixture.session, calendar, g_io_stream_get_output_stream (G_IO_STREAM (stream)),
                                        NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  tear_down (&fixture);
}

static void
assert_real_days (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiTableFile) file = koyomi_table_file_open (path, NULL, NULL, NULL, &error);
  g_autoptr(KoyomiSheet) sheet = NULL;

  g_assert_no_error (error);
  sheet = koyomi_table_file_load_sheet (file, 0, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (koyomi_sheet_get_cell (sheet, 2, KOYOMI_RUN_COLUMN_FIRST_DAY)->kind, ==, KOYOMI_SHEET_CELL_DAY);
}

static void
test_office_round_trip_changes_nothing (gconstpointer data)
{
  Fixture fixture;
  g_autofree char *csv = NULL;
  g_autofree char *path = NULL;

  set_up (&fixture, GPOINTER_TO_UINT (data), KOYOMI_LANGUAGE_JA);
  if (GPOINTER_TO_UINT (data) == KOYOMI_TEMPLATE_CRIC)
    write_awkward_texts (&fixture);
  csv = export (&fixture, KOYOMI_LANGUAGE_JA);
  koyomi_test_convert_by_office (csv, fixture.folder, "CSV:44,34,76,1,,0,false,true");
  path = g_build_filename (fixture.folder, "runs.xlsx", NULL);
  assert_real_days (path);
  assert_unchanged (&fixture, path);
  tear_down (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));
  koyomi_test_folder_start ();

  for (guint template = 0; template < 3; template++)
    for (guint plan = 0; plan < KOYOMI_N_LANGUAGES; plan++)
      for (guint table = 0; table < KOYOMI_N_LANGUAGES; table++)
        {
          g_autofree char *path = g_strdup_printf ("/run-csv/unchanged-table-changes-nothing/%s-plan-%s-table-%s",
                                                   template == KOYOMI_TEMPLATE_CRIC ? "awkward" : "sample",
                                                   koyomi_language_get_code (plan), koyomi_language_get_code (table));

          if (template != KOYOMI_TEMPLATE_EMPTY)
            g_test_add_data_func (path, GUINT_TO_POINTER (template * 100 + plan * 10 + table), test_unchanged_table_changes_nothing);
        }
  g_test_add_func ("/run-csv/another-day-is-no-doubt", test_another_day_is_no_doubt);
  g_test_add_func ("/run-csv/cells-are-judged-one-by-one", test_cells_are_judged_one_by_one);
  g_test_add_func ("/run-csv/keys-are-checked", test_keys_are_checked);
  g_test_add_func ("/run-csv/rows-after-an-error-are-listed", test_rows_after_an_error_are_listed);
  g_test_add_func ("/run-csv/rows-without-a-key-are-new-runs", test_rows_without_a_key_are_new_runs);
  g_test_add_func ("/run-csv/skipping-the-first-row-keeps-its-activity", test_skipping_the_first_row_keeps_its_activity);
  g_test_add_func ("/run-csv/other-tables-are-refused", test_other_tables_are_refused);
  g_test_add_func ("/run-csv/percentages-of-a-workbook-are-read", test_percentages_of_a_workbook_are_read);
  g_test_add_func ("/run-csv/full-disk-is-told", test_full_disk_is_told);
  g_test_add_data_func ("/office/run-csv/round-trip-changes-nothing/awkward", GUINT_TO_POINTER (KOYOMI_TEMPLATE_CRIC),
                        test_office_round_trip_changes_nothing);
  g_test_add_data_func ("/office/run-csv/round-trip-changes-nothing/sample", GUINT_TO_POINTER (KOYOMI_TEMPLATE_SAMPLE),
                        test_office_round_trip_changes_nothing);

  return koyomi_test_folder_finish (g_test_run ());
}
