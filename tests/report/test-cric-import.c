#include "koyomi-cric-import.h"
#include "koyomi-day.h"
#include "koyomi-history.h"
#include "koyomi-report-error.h"
#include "koyomi-template.h"
#include "koyomi-test-folder.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_FUNCTIONS 31
#define N_GROUPS 15
#define N_DUTIES 107
#define N_CELLS 60
#define N_ITEMS 65

typedef struct
{
  char          *folder;
  KoyomiSession *session;
} Fixture;

/* Where tables of the python maker lie: made once for all tests. */
static char *tables;

static char *
find_data (const char *name)
{
  return g_build_filename (g_getenv ("G_TEST_SRCDIR"), "data", name, NULL);
}

/* The CRIC table as it was published. It is not ours to copy: it lies with the collected reference, beside the source. */
static char *
find_source_table (void)
{
  return g_strdup (g_getenv ("KOYOMI_CRIC_TABLE"));
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

  name = g_strdup_printf ("plan-%u", n_made++);
  fixture->folder = koyomi_test_folder_make (name);
  path = g_build_filename (fixture->folder, "plan.koyomi", NULL);
  koyomi_plan_create (path, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->session = koyomi_session_open (path, FALSE, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture)
{
  g_assert_finalize_object (fixture->session);
  g_free (fixture->folder);
}

static gint64
get_head (KoyomiSession *session)
{
  g_autoptr(KoyomiEntry) head = koyomi_session_get_head (session, NULL);

  return head->seq;
}

static KoyomiImport *
prepare (Fixture    *fixture,
         const char *path,
         gboolean    adjusted)
{
  KoyomiCricImportOptions options = { .fiscal_year = 2026, .adjusted_months = adjusted };
  g_autoptr(GError) error = NULL;
  KoyomiImport *import = koyomi_import_prepare_cric (fixture->session, path, &options, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return import;
}

static void
apply (Fixture      *fixture,
       KoyomiImport *import)
{
  g_autoptr(GError) error = NULL;

  koyomi_import_apply (import, fixture->session, "Import", &error);
  g_assert_no_error (error);
}

static void
import_file (Fixture    *fixture,
             const char *path)
{
  g_autoptr(KoyomiImport) import = prepare (fixture, path, FALSE);

  apply (fixture, import);
}

static gint64
count (Fixture       *fixture,
       KoyomiTableId  table)
{
  return koyomi_session_count (fixture->session, table, NULL);
}

static guint
count_all (KoyomiImport       *import,
           KoyomiImportAction  action)
{
  guint n = 0;

  for (guint kind = KOYOMI_IMPORT_GROUP; kind < KOYOMI_N_IMPORT_KINDS; kind++)
    n += koyomi_import_count (import, kind, action);

  return n;
}

static gboolean
count_run (KoyomiRecord  *run,
           gpointer       data,
           GError       **error)
{
  GHashTable *cells = data;
  gint64 function = koyomi_record_get_int (run, KOYOMI_OCCURRENCE_FUNCTION);
  int month;

  koyomi_day_get (koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY), NULL, &month, NULL);
  g_hash_table_add (cells, g_strdup_printf ("%" G_GINT64_FORMAT " %d", function, month));

  return TRUE;
}

static guint
count_cells (Fixture *fixture)
{
  g_autoptr(GHashTable) cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) functions = koyomi_session_list (fixture->session, KOYOMI_TABLE_FUNCTION, 0, 0, KOYOMI_LANGUAGE_JA, NULL);

  for (guint i = 0; i < functions->len; i++)
    koyomi_session_for_each_run (fixture->session, koyomi_record_get_id (g_ptr_array_index (functions, i)),
                                 koyomi_day_new (2026, 4, 1), koyomi_day_new (2027, 3, 31), KOYOMI_LANGUAGE_JA, count_run, cells, NULL);

  return g_hash_table_size (cells);
}

static void
assert_whole_table (Fixture *fixture)
{
  g_assert_cmpint (count (fixture, KOYOMI_TABLE_FUNCTION), ==, N_FUNCTIONS);
  g_assert_cmpint (count (fixture, KOYOMI_TABLE_GROUP), ==, N_GROUPS);
  g_assert_cmpint (count (fixture, KOYOMI_TABLE_DUTY), ==, N_DUTIES);
  g_assert_cmpint (count (fixture, KOYOMI_TABLE_OCCURRENCE), ==, N_ITEMS);
  g_assert_cmpuint (count_cells (fixture), ==, N_CELLS);
}

/* What a template has by function number, and by kind and title, for a comparison with what an import made. */
static char *
describe_plan (KoyomiSession  *session,
               KoyomiLanguage  language)
{
  g_autoptr(KoyomiCalendar) calendar = NULL;
  GString *text = g_string_new (NULL);

  calendar = koyomi_session_load_calendar (session, (KoyomiFiscalYear) { 2026, 4 }, language, TRUE, NULL);
  for (guint i = 0; i < calendar->rows->len; i++)
    {
      KoyomiCalendarRow *row = g_ptr_array_index (calendar->rows, i);

      g_string_append_printf (text, "%s/%s/%s\n", koyomi_record_get_text (row->function, KOYOMI_FUNCTION_CODE),
                              koyomi_record_get_title (row->group), koyomi_record_get_title (row->function));
      for (guint kind = 0; kind < G_N_ELEMENTS (row->duties); kind++)
        for (guint j = 0; j < row->duties[kind]->len; j++)
          g_string_append_printf (text, " %u %s\n", kind, (char *) g_ptr_array_index (row->duties[kind], j));
      for (guint j = 0; j < row->bars->len; j++)
        {
          KoyomiBar *bar = &g_array_index (row->bars, KoyomiBar, j);
          g_autofree char *day = koyomi_day_format (bar->first_day);

          g_string_append_printf (text, " %s %s\n", day, bar->title);
        }
    }

  return g_string_free (text, FALSE);
}

static void
test_empty_plan_gets_everything (gconstpointer data)
{
  KoyomiLanguage language = GPOINTER_TO_UINT (data);
  Fixture fixture, template;
  g_autofree char *path = find_source_table ();

  set_up (&fixture, KOYOMI_TEMPLATE_EMPTY, language);
  set_up (&template, KOYOMI_TEMPLATE_CRIC, language);
  import_file (&fixture, path);
  assert_whole_table (&fixture);

  /* In both languages the same as the plan that the program makes of its own data. */
  for (guint i = 0; i < KOYOMI_N_LANGUAGES; i++)
    {
      g_autofree char *imported = describe_plan (fixture.session, i);
      g_autofree char *made = describe_plan (template.session, i);

      g_assert_cmpstr (imported, ==, made);
    }

  tear_down (&fixture);
  tear_down (&template);
}

static void
test_one_undo_takes_it_back (void)
{
  Fixture fixture;
  g_autoptr(GError) error = NULL;
  g_autofree char *path = find_source_table ();
  gint64 head;

  set_up (&fixture, KOYOMI_TEMPLATE_EMPTY, KOYOMI_LANGUAGE_JA);
  head = get_head (fixture.session);
  import_file (&fixture, path);
  g_assert_cmpint (get_head (fixture.session), ==, head + 1);
  koyomi_session_undo (fixture.session, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (&fixture, KOYOMI_TABLE_FUNCTION), ==, 0);
  g_assert_cmpint (count (&fixture, KOYOMI_TABLE_OCCURRENCE), ==, 0);
  tear_down (&fixture);
}

static void
assert_changes_nothing (Fixture      *fixture,
                        KoyomiImport *import)
{
  gint64 head = get_head (fixture->session);

  g_assert_cmpuint (count_all (import, KOYOMI_IMPORT_ADD), ==, 0);
  g_assert_cmpuint (count_all (import, KOYOMI_IMPORT_CHANGE), ==, 0);
  g_assert_false (koyomi_import_has_changes (import));
  apply (fixture, import);
  g_assert_cmpint (get_head (fixture->session), ==, head);
}

static void
test_template_stays_as_it_is (gconstpointer data)
{
  Fixture fixture;
  g_autofree char *path = find_source_table ();
  g_autoptr(KoyomiImport) import = NULL;

  set_up (&fixture, KOYOMI_TEMPLATE_CRIC, GPOINTER_TO_UINT (data));
  import = prepare (&fixture, path, FALSE);
  g_assert_cmpuint (koyomi_import_count (import, KOYOMI_IMPORT_FUNCTION, KOYOMI_IMPORT_SAME), ==, N_FUNCTIONS);
  g_assert_cmpuint (koyomi_import_count_notes (import, KOYOMI_IMPORT_DOUBT), >, 0);
  assert_changes_nothing (&fixture, import);
  g_assert_finalize_object (g_steal_pointer (&import));
  tear_down (&fixture);
}

static void
test_second_import_changes_nothing (gconstpointer data)
{
  Fixture fixture;
  g_autofree char *path = g_path_is_absolute (data) ? g_strdup (data) : g_build_filename (tables, data, NULL);
  g_autoptr(KoyomiImport) import = NULL;

  set_up (&fixture, KOYOMI_TEMPLATE_EMPTY, KOYOMI_LANGUAGE_EN);
  import_file (&fixture, path);
  import = prepare (&fixture, path, FALSE);
  assert_changes_nothing (&fixture, import);
  tear_down (&fixture);
}

static char *
list_notes (KoyomiImport *import)
{
  GString *list = g_string_new ("row\tcolumn\tnote\tsubject\n");
  GPtrArray *notes = koyomi_import_get_notes (import);

  for (guint i = 0; i < notes->len; i++)
    {
      KoyomiImportNote *note = g_ptr_array_index (notes, i);

      g_string_append_printf (list, "%u\t%d\t%s\t%s\n", note->row, note->column + 1, koyomi_import_note_get_nick (note), note->subject);
    }

  return g_string_free (list, FALSE);
}

static void
test_doubts_are_told_by_row_and_column (void)
{
  Fixture fixture;
  g_autofree char *path = find_source_table ();
  g_autofree char *golden_path = find_data ("cric-doubts.tsv");
  g_autofree char *golden = NULL;
  g_autofree char *list = NULL;
  g_autoptr(KoyomiImport) import = NULL;

  set_up (&fixture, KOYOMI_TEMPLATE_EMPTY, KOYOMI_LANGUAGE_JA);
  import = prepare (&fixture, path, FALSE);
  list = list_notes (import);
  g_assert_true (g_file_get_contents (golden_path, &golden, NULL, NULL));
  g_assert_cmpstr (list, ==, golden);
  tear_down (&fixture);
}

static void
test_notes_speak_both_languages (void)
{
  Fixture fixture;
  g_autofree char *path = find_source_table ();
  g_autoptr(KoyomiImport) import = NULL;
  GPtrArray *notes;

  set_up (&fixture, KOYOMI_TEMPLATE_EMPTY, KOYOMI_LANGUAGE_JA);
  import = prepare (&fixture, path, FALSE);
  notes = koyomi_import_get_notes (import);
  for (guint i = 0; i < notes->len; i++)
    for (guint language = 0; language < KOYOMI_N_LANGUAGES; language++)
      {
        KoyomiImportNote *note = g_ptr_array_index (notes, i);
        g_autofree char *what = koyomi_import_note_describe (note, language);
        g_autofree char *advice = koyomi_import_note_advise (note, language);
        g_autofree char *place = koyomi_import_format_place (import, note->row, note->column, language);

        g_assert_null (strchr (what, '{'));
        g_assert_null (strchr (advice, '{'));
        g_assert_cmpint (strstr (advice, "。") != NULL, ==, language == KOYOMI_LANGUAGE_JA);
        g_assert_true (g_str_has_suffix (place, language == KOYOMI_LANGUAGE_JA ? "列目" : ""));
      }
  tear_down (&fixture);
}

static void
test_encodings_are_read (gconstpointer data)
{
  const char *encoding = data;
  Fixture fixture;
  g_autofree char *source = find_source_table ();
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autofree char *marked = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr(GError) error = NULL;
  gsize length;

  set_up (&fixture, KOYOMI_TEMPLATE_EMPTY, KOYOMI_LANGUAGE_JA);
  g_file_get_contents (source, &text, NULL, &error);
  g_assert_no_error (error);
  marked = strcmp (encoding, "CP932") == 0 ? g_strdup (text) : g_strconcat ("\xef\xbb\xbf", text, NULL);
  bytes = g_convert (marked, -1, encoding, "UTF-8", NULL, &length, &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture.folder, "table.tsv", NULL);
  g_file_set_contents (path, bytes, length, &error);
  g_assert_no_error (error);
  import_file (&fixture, path);
  assert_whole_table (&fixture);
  tear_down (&fixture);
}

static void
test_table_of_others_is_whole (gconstpointer data)
{
  Fixture fixture;
  g_autofree char *path = g_build_filename (tables, data, NULL);

  set_up (&fixture, KOYOMI_TEMPLATE_EMPTY, KOYOMI_LANGUAGE_JA);
  import_file (&fixture, path);
  assert_whole_table (&fixture);
  tear_down (&fixture);
}

static guint
count_of_note (KoyomiImport *import,
               KoyomiNoteId  id)
{
  GPtrArray *notes = koyomi_import_get_notes (import);
  guint n = 0;

  for (guint i = 0; i < notes->len; i++)
    n += ((KoyomiImportNote *) g_ptr_array_index (notes, i))->id == id;

  return n;
}

static void
test_own_calendar_changes_nothing (void)
{
  Fixture fixture;
  g_autofree char *path = g_build_filename (tables, "exported.xlsx", NULL);
  g_autofree char *notes = NULL;
  g_autoptr(KoyomiImport) import = NULL;

  set_up (&fixture, KOYOMI_TEMPLATE_CRIC, KOYOMI_LANGUAGE_JA);
  import = prepare (&fixture, path, FALSE);
  notes = list_notes (import);
  g_assert_null (strstr (notes, "group-"));
  g_assert_null (strstr (notes, "function-blank"));
  assert_changes_nothing (&fixture, import);
  tear_down (&fixture);
}

static void
test_merged_labels_are_no_doubt (void)
{
  Fixture fixture;
  g_autofree char *path = g_build_filename (tables, "cric-merged.xlsx", NULL);
  g_autoptr(KoyomiImport) import = NULL;
  g_autofree char *place = NULL;

  set_up (&fixture, KOYOMI_TEMPLATE_EMPTY, KOYOMI_LANGUAGE_JA);
  import = prepare (&fixture, path, FALSE);
  g_assert_cmpstr (koyomi_import_get_sheet (import), ==, "機能定義");
  g_assert_cmpuint (count_of_note (import, KOYOMI_NOTE_GROUP_MISSING) + count_of_note (import, KOYOMI_NOTE_GROUP_DIFFERS), ==, 0);
  place = koyomi_import_format_place (import, 12, 2, KOYOMI_LANGUAGE_JA);
  g_assert_cmpstr (place, ==, "C12");
  tear_down (&fixture);
}

static void
test_adjusted_months_are_planned (void)
{
  Fixture fixture, template;
  KoyomiPlanOptions options = { .template = KOYOMI_TEMPLATE_CRIC, .fiscal_year = 2026, .adjusted_months = TRUE };
  g_autofree char *path = find_source_table ();
  g_autofree char *plan_path = NULL;
  g_autofree char *imported = NULL;
  g_autofree char *made = NULL;
  g_autoptr(KoyomiImport) import = NULL;
  g_autoptr(KoyomiImport) changing = NULL;
  g_autoptr(KoyomiSession) adjusted = NULL;
  g_autoptr(GError) error = NULL;

  set_up (&fixture, KOYOMI_TEMPLATE_EMPTY, KOYOMI_LANGUAGE_JA);
  import = prepare (&fixture, path, TRUE);
  g_assert_cmpuint (count_of_note (import, KOYOMI_NOTE_MONTH_ADJUSTED), ==, 46);
  apply (&fixture, import);

  plan_path = g_build_filename (fixture.folder, "adjusted.koyomi", NULL);
  koyomi_plan_create (plan_path, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  adjusted = koyomi_session_open (plan_path, FALSE, NULL, &error);
  g_assert_no_error (error);
  imported = describe_plan (fixture.session, KOYOMI_LANGUAGE_JA);
  made = describe_plan (adjusted, KOYOMI_LANGUAGE_JA);
  g_assert_cmpstr (imported, ==, made);

  /* A plan with the source's months follows when it is asked to. */
  set_up (&template, KOYOMI_TEMPLATE_CRIC, KOYOMI_LANGUAGE_JA);
  changing = prepare (&template, path, TRUE);
  apply (&template, changing);
  g_free (imported);
  imported = describe_plan (template.session, KOYOMI_LANGUAGE_JA);
  g_assert_cmpstr (imported, ==, made);
  tear_down (&template);
  tear_down (&fixture);
}

static void
test_decisions_in_the_plan_stand (void)
{
  Fixture fixture;
  KoyomiPlanOptions options = { .template = KOYOMI_TEMPLATE_CRIC, .fiscal_year = 2026, .adjusted_months = TRUE };
  g_autofree char *path = find_source_table ();
  g_autofree char *plan_path = NULL;
  g_autoptr(KoyomiImport) import = NULL;
  g_autoptr(GError) error = NULL;

  set_up (&fixture, KOYOMI_TEMPLATE_EMPTY, KOYOMI_LANGUAGE_JA);
  plan_path = g_build_filename (fixture.folder, "adjusted.koyomi", NULL);
  koyomi_plan_create (plan_path, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_object_unref (fixture.session);
  fixture.session = koyomi_session_open (plan_path, FALSE, NULL, &error);
  g_assert_no_error (error);

  import = prepare (&fixture, path, FALSE);
  assert_changes_nothing (&fixture, import);
  tear_down (&fixture);
}

static void
replace_in_file (const char *from,
                 const char *to,
                 const char *old,
                 const char *new)
{
  g_autofree char *text = NULL;
  g_autoptr(GString) changed = NULL;

  g_assert_true (g_file_get_contents (from, &text, NULL, NULL));
  changed = g_string_new (text);
  g_assert_cmpuint (g_string_replace (changed, old, new, 1), ==, 1);
  g_assert_true (g_file_set_contents (to, changed->str, -1, NULL));
}

static void
test_changed_month_moves_the_run (void)
{
  Fixture fixture;
  g_autofree char *source = find_source_table ();
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr(KoyomiImport) import = NULL;

  set_up (&fixture, KOYOMI_TEMPLATE_CRIC, KOYOMI_LANGUAGE_JA);
  path = g_build_filename (fixture.folder, "changed.tsv", NULL);
  replace_in_file (source, path, "\tIT-BCP訓練\t\t", "\t\tIT-BCP訓練\t");
  import = prepare (&fixture, path, FALSE);
  g_assert_cmpuint (koyomi_import_count (import, KOYOMI_IMPORT_ACTIVITY, KOYOMI_IMPORT_CHANGE), ==, 1);
  g_assert_cmpuint (count_all (import, KOYOMI_IMPORT_ADD), ==, 0);
  apply (&fixture, import);
  g_assert_cmpint (count (&fixture, KOYOMI_TABLE_OCCURRENCE), ==, N_ITEMS);
  text = describe_plan (fixture.session, KOYOMI_LANGUAGE_JA);
  g_assert_nonnull (strstr (text, "2026-11-01 IT-BCP訓練\n"));
  g_assert_null (strstr (text, "2026-10-01 IT-BCP訓練\n"));
  tear_down (&fixture);
}

static void
test_changed_tasks_are_taken (void)
{
  Fixture fixture;
  g_autofree char *source = find_source_table ();
  g_autofree char *path = NULL;
  g_autoptr(KoyomiImport) import = NULL;
  g_autoptr(GPtrArray) functions = NULL;

  set_up (&fixture, KOYOMI_TEMPLATE_CRIC, KOYOMI_LANGUAGE_JA);
  path = g_build_filename (fixture.folder, "changed.tsv", NULL);
  replace_in_file (source, path, "に関する全社統括\t\t", "に関する本社統括\t簿記\t");
  import = prepare (&fixture, path, FALSE);
  g_assert_cmpuint (koyomi_import_count (import, KOYOMI_IMPORT_FUNCTION, KOYOMI_IMPORT_CHANGE), ==, 1);
  apply (&fixture, import);
  functions = koyomi_session_list (fixture.session, KOYOMI_TABLE_FUNCTION, 0, 0, KOYOMI_LANGUAGE_JA, NULL);
  for (guint i = 0; i < functions->len; i++)
    if (strcmp (koyomi_record_get_title (g_ptr_array_index (functions, i)), "サイバーセキュリティ統括") == 0)
      {
        g_assert_cmpstr (koyomi_record_get_text (g_ptr_array_index (functions, i), KOYOMI_FUNCTION_TASKS), ==,
                         "サイバーセキュリティ対策に関する本社統括");
        g_assert_cmpstr (koyomi_record_get_text (g_ptr_array_index (functions, i), KOYOMI_FUNCTION_SKILLS), ==, "簿記");
      }
  tear_down (&fixture);
}

static void
test_company_table_is_read (void)
{
  Fixture fixture;
  g_autofree char *path = g_build_filename (tables, "company.csv", NULL);
  g_autofree char *text = NULL;
  g_autofree char *notes = NULL;
  g_autoptr(KoyomiImport) import = NULL;

  set_up (&fixture, KOYOMI_TEMPLATE_EMPTY, KOYOMI_LANGUAGE_JA);
  import = prepare (&fixture, path, FALSE);
  notes = list_notes (import);
  g_assert_cmpstr (notes, ==,
                   "row\tcolumn\tnote\tsubject\n"
                   "2\t4\tteam-new\t統括室\n"
                   "2\t21\titem-with-blanks\t予算 計画\n"
                   "3\t4\tteam-new\t人事部\n"
                   "3\t17\tmark-unclear\t●\n"
                   "4\t4\tteam-new\t監視センター\n"
                   "5\t3\tfunction-twice\t監視\n");
  apply (&fixture, import);
  text = describe_plan (fixture.session, KOYOMI_LANGUAGE_JA);
  g_assert_cmpstr (text, ==,
                   "1/統括/方針管理\n 0 定例会\n 2 連絡\n 2026-04-01 方針改定\n 2026-04-01 方針発表\n 2027-03-01 予算 計画\n"
                   "2/統括/教育\n 1 教材更新\n 2026-05-01 教育\n 2026-11-01 教育\n"
                   "3/運用/監視\n 0 月次報告\n 2 一次対応\n 2026-07-01 設備点検 (年次)\n"
                   "4/運用/監視\n");
  g_assert_cmpint (count (&fixture, KOYOMI_TABLE_TEAM), ==, 3);
  g_assert_cmpint (count (&fixture, KOYOMI_TABLE_ASSIGNMENT), ==, 4);
  tear_down (&fixture);
}

static void
test_skipped_row_is_left_out (void)
{
  Fixture fixture;
  g_autofree char *path = g_build_filename (tables, "company.csv", NULL);
  g_autoptr(KoyomiImport) import = NULL;

  set_up (&fixture, KOYOMI_TEMPLATE_EMPTY, KOYOMI_LANGUAGE_JA);
  import = prepare (&fixture, path, FALSE);
  /* The first row of a group: the group stays for its other rows. */
  koyomi_import_skip_row (import, 2);
  apply (&fixture, import);
  g_assert_cmpint (count (&fixture, KOYOMI_TABLE_FUNCTION), ==, 3);
  g_assert_cmpint (count (&fixture, KOYOMI_TABLE_GROUP), ==, 2);
  g_assert_cmpint (count (&fixture, KOYOMI_TABLE_OCCURRENCE), ==, 3);
  tear_down (&fixture);
}

/* Whoever looks at a dry run may change their mind. */
static void
test_skipped_row_is_taken_again (void)
{
  Fixture fixture;
  g_autofree char *path = g_build_filename (tables, "company.csv", NULL);
  g_autoptr(KoyomiImport) import = NULL;
  guint n_changes;

  set_up (&fixture, KOYOMI_TEMPLATE_EMPTY, KOYOMI_LANGUAGE_JA);
  import = prepare (&fixture, path, FALSE);
  n_changes = koyomi_import_count_changes (import);
  g_assert_true (koyomi_import_takes_row (import, 2));
  koyomi_import_skip_row (import, 2);
  koyomi_import_skip_row (import, 3);
  g_assert_false (koyomi_import_takes_row (import, 2));
  g_assert_cmpuint (koyomi_import_count_changes (import), <, n_changes);
  koyomi_import_take_row (import, 2);
  koyomi_import_take_row (import, 3);
  koyomi_import_take_row (import, 3);
  g_assert_cmpuint (koyomi_import_count_changes (import), ==, n_changes);
  apply (&fixture, import);
  g_assert_cmpint (count (&fixture, KOYOMI_TABLE_FUNCTION), ==, 4);
  tear_down (&fixture);
}

static void
test_skipped_row_leaves_what_others_need (void)
{
  Fixture fixture;
  g_autofree char *path = find_source_table ();
  g_autoptr(KoyomiImport) import = NULL;

  set_up (&fixture, KOYOMI_TEMPLATE_EMPTY, KOYOMI_LANGUAGE_JA);
  import = prepare (&fixture, path, FALSE);
  /* The first row brings the catalogue and the first group as well. */
  koyomi_import_skip_row (import, 6);
  apply (&fixture, import);
  g_assert_cmpint (count (&fixture, KOYOMI_TABLE_FUNCTION), ==, N_FUNCTIONS - 1);
  g_assert_cmpint (count (&fixture, KOYOMI_TABLE_GROUP), ==, N_GROUPS);
  tear_down (&fixture);
}

static void
test_all_rows_skipped_is_no_edit (void)
{
  Fixture fixture;
  g_autofree char *path = g_build_filename (tables, "company.csv", NULL);
  g_autoptr(KoyomiImport) import = NULL;
  gint64 head;

  set_up (&fixture, KOYOMI_TEMPLATE_EMPTY, KOYOMI_LANGUAGE_JA);
  head = get_head (fixture.session);
  import = prepare (&fixture, path, FALSE);
  for (guint row = 2; row <= 5; row++)
    koyomi_import_skip_row (import, row);
  apply (&fixture, import);
  g_assert_cmpint (get_head (fixture.session), ==, head);
  tear_down (&fixture);
}

static void
test_groups_on_rows_of_their_own_are_read (void)
{
  Fixture fixture;
  g_autofree char *path = g_build_filename (tables, "sections.csv", NULL);
  g_autofree char *text = NULL;
  g_autofree char *notes = NULL;
  g_autoptr(KoyomiImport) import = NULL;

  set_up (&fixture, KOYOMI_TEMPLATE_EMPTY, KOYOMI_LANGUAGE_JA);
  import = prepare (&fixture, path, FALSE);
  notes = list_notes (import);
  g_assert_cmpstr (notes, ==, "row\tcolumn\tnote\tsubject\n6\t2\tfunction-blank\t監視\n");
  apply (&fixture, import);
  text = describe_plan (fixture.session, KOYOMI_LANGUAGE_JA);
  g_assert_cmpstr (text, ==,
                   "/統括/方針管理\n 2026-04-01 方針改定\n"
                   "/運用/監視\n 2026-05-01 点検\n 2026-06-01 点検\n");
  tear_down (&fixture);
}

static void
test_bars_over_months_are_read (void)
{
  Fixture fixture;
  g_autofree char *path = g_build_filename (tables, "bars.xlsx", NULL);
  g_autofree char *text = NULL;

  set_up (&fixture, KOYOMI_TEMPLATE_EMPTY, KOYOMI_LANGUAGE_JA);
  import_file (&fixture, path);
  text = describe_plan (fixture.session, KOYOMI_LANGUAGE_JA);
  g_assert_nonnull (strstr (text, "点検\n 2026-04-01 一斉点検\n 2026-05-01 一斉点検\n 2026-06-01 一斉点検\n"));
  tear_down (&fixture);
}

static void
test_colours_alone_are_a_doubt (void)
{
  Fixture fixture;
  g_autofree char *path = g_build_filename (tables, "colours.xlsx", NULL);
  g_autoptr(KoyomiImport) import = NULL;

  set_up (&fixture, KOYOMI_TEMPLATE_EMPTY, KOYOMI_LANGUAGE_JA);
  import = prepare (&fixture, path, FALSE);
  g_assert_cmpuint (count_of_note (import, KOYOMI_NOTE_MONTHS_EMPTY), ==, 1);
  tear_down (&fixture);
}

static void
test_changed_plan_asks_for_another_dry_run (void)
{
  Fixture fixture;
  g_autofree char *path = find_source_table ();
  g_autofree char *company = g_build_filename (tables, "company.csv", NULL);
  g_autoptr(KoyomiImport) import = NULL;
  g_autoptr(GError) error = NULL;

  set_up (&fixture, KOYOMI_TEMPLATE_EMPTY, KOYOMI_LANGUAGE_JA);
  import = prepare (&fixture, path, FALSE);
  import_file (&fixture, company);
  g_assert_false (koyomi_import_apply (import, fixture.session, "Import", &error));
  g_assert_error (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_INPUT);
  g_assert_cmpint (count (&fixture, KOYOMI_TABLE_FUNCTION), ==, 4);
  tear_down (&fixture);
}

static void
test_next_year_is_filled (void)
{
  Fixture fixture;
  KoyomiCricImportOptions options = { .fiscal_year = 2027 };
  g_autofree char *path = find_source_table ();
  g_autoptr(KoyomiImport) import = NULL;
  g_autoptr(KoyomiImport) again = NULL;
  g_autoptr(GError) error = NULL;

  set_up (&fixture, KOYOMI_TEMPLATE_CRIC, KOYOMI_LANGUAGE_JA);
  import = koyomi_import_prepare_cric (fixture.session, path, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  apply (&fixture, import);
  g_assert_cmpint (count (&fixture, KOYOMI_TABLE_OCCURRENCE), ==, 2 * N_ITEMS);
  again = koyomi_import_prepare_cric (fixture.session, path, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_changes_nothing (&fixture, again);
  tear_down (&fixture);
}

static void
test_hostile_files_are_refused (void)
{
  static const char * const names[] = {
    "binary.csv", "empty.csv", "blank.csv", "headings.csv", "prose.csv", "wide.csv", "long.csv", "picture.xlsx", "missing.csv",
  };
  Fixture fixture;
  gint64 head;

  set_up (&fixture, KOYOMI_TEMPLATE_CRIC, KOYOMI_LANGUAGE_JA);
  head = get_head (fixture.session);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (tables, names[i], NULL);
      g_autoptr(KoyomiImport) import = NULL;
      g_autoptr(GError) error = NULL;

      import = koyomi_import_prepare_cric (fixture.session, path, NULL, NULL, NULL, NULL, &error);
      g_test_message ("%s: %s", names[i], error != NULL ? error->message : "taken");
      g_assert_null (import);
      g_assert_true (error->domain == KOYOMI_REPORT_ERROR);
    }
  g_assert_cmpint (get_head (fixture.session), ==, head);
  tear_down (&fixture);
}

static void
test_cancelled_is_no_import (void)
{
  Fixture fixture;
  g_autofree char *path = find_source_table ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  set_up (&fixture, KOYOMI_TEMPLATE_EMPTY, KOYOMI_LANGUAGE_JA);
  g_cancellable_cancel (cancellable);
  g_assert_null (koyomi_import_prepare_cric (fixture.session, path, NULL, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  tear_down (&fixture);
}

static void
test_office_workbook_is_whole (void)
{
  Fixture fixture;
  g_autofree char *source = find_source_table ();
  g_autofree char *path = NULL;
  g_autofree char *golden_path = find_data ("cric-doubts.tsv");
  g_autofree char *golden = NULL;
  g_autofree char *list = NULL;
  g_autoptr(KoyomiImport) import = NULL;

  set_up (&fixture, KOYOMI_TEMPLATE_EMPTY, KOYOMI_LANGUAGE_JA);
  koyomi_test_convert_by_office (source, fixture.folder, "CSV:9,34,76,1");
  path = g_build_filename (fixture.folder, "cric-function-table.xlsx", NULL);
  import = prepare (&fixture, path, FALSE);
  list = list_notes (import);
  g_assert_true (g_file_get_contents (golden_path, &golden, NULL, NULL));
  g_assert_cmpstr (list, ==, golden);
  apply (&fixture, import);
  assert_whole_table (&fixture);
  tear_down (&fixture);
}

static void
make_tables (void)
{
  g_autofree char *script = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "report", "make-cric-tables.py", NULL);
  const char *argv[] = { "/usr/bin/python3", script, g_getenv ("KOYOMI_CRIC_TABLE"), g_getenv ("KOYOMI_REFERENCE"), NULL, NULL };
  g_autoptr(GError) error = NULL;
  int status;

  tables = koyomi_test_folder_make ("tables");
  argv[4] = tables;
  g_spawn_sync (NULL, (char **) argv, NULL, 0, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *source = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));
  source = find_source_table ();
  if (source == NULL || !g_file_test (source, G_FILE_TEST_EXISTS))
    {
      g_print ("1..0 # SKIP the CRIC table does not lie beside the source\n");
      return 0;
    }

  koyomi_test_folder_start ();
  make_tables ();

  g_test_add_data_func ("/cric-import/empty-plan-gets-everything/ja", GUINT_TO_POINTER (KOYOMI_LANGUAGE_JA),
                        test_empty_plan_gets_everything);
  g_test_add_data_func ("/cric-import/empty-plan-gets-everything/en", GUINT_TO_POINTER (KOYOMI_LANGUAGE_EN),
                        test_empty_plan_gets_everything);
  g_test_add_func ("/cric-import/one-undo-takes-it-back", test_one_undo_takes_it_back);
  g_test_add_data_func ("/cric-import/template-stays-as-it-is/ja", GUINT_TO_POINTER (KOYOMI_LANGUAGE_JA),
                        test_template_stays_as_it_is);
  g_test_add_data_func ("/cric-import/template-stays-as-it-is/en", GUINT_TO_POINTER (KOYOMI_LANGUAGE_EN),
                        test_template_stays_as_it_is);
  g_test_add_data_func ("/cric-import/second-import-changes-nothing/source", source, test_second_import_changes_nothing);
  g_test_add_data_func ("/cric-import/second-import-changes-nothing/lines", "cric-lines.csv", test_second_import_changes_nothing);
  g_test_add_data_func ("/cric-import/second-import-changes-nothing/merged", "cric-merged.xlsx", test_second_import_changes_nothing);
  g_test_add_data_func ("/cric-import/second-import-changes-nothing/company", "company.csv", test_second_import_changes_nothing);
  g_test_add_data_func ("/cric-import/second-import-changes-nothing/english", "english.csv", test_second_import_changes_nothing);
  g_test_add_func ("/cric-import/doubts-are-told-by-row-and-column", test_doubts_are_told_by_row_and_column);
  g_test_add_func ("/cric-import/notes-speak-both-languages", test_notes_speak_both_languages);
  g_test_add_data_func ("/cric-import/encodings-are-read/utf-8-with-mark", "UTF-8", test_encodings_are_read);
  g_test_add_data_func ("/cric-import/encodings-are-read/utf-16le", "UTF-16LE", test_encodings_are_read);
  g_test_add_data_func ("/cric-import/encodings-are-read/utf-16be", "UTF-16BE", test_encodings_are_read);
  g_test_add_data_func ("/cric-import/encodings-are-read/cp932", "CP932", test_encodings_are_read);
  g_test_add_data_func ("/cric-import/table-of-others-is-whole/lines", "cric-lines.csv", test_table_of_others_is_whole);
  g_test_add_data_func ("/cric-import/table-of-others-is-whole/merged", "cric-merged.xlsx", test_table_of_others_is_whole);
  g_test_add_func ("/cric-import/own-calendar-changes-nothing", test_own_calendar_changes_nothing);
  g_test_add_func ("/cric-import/merged-labels-are-no-doubt", test_merged_labels_are_no_doubt);
  g_test_add_func ("/cric-import/adjusted-months-are-planned", test_adjusted_months_are_planned);
  g_test_add_func ("/cric-import/decisions-in-the-plan-stand", test_decisions_in_the_plan_stand);
  g_test_add_func ("/cric-import/changed-month-moves-the-run", test_changed_month_moves_the_run);
  g_test_add_func ("/cric-import/changed-tasks-are-taken", test_changed_tasks_are_taken);
  g_test_add_func ("/cric-import/company-table-is-read", test_company_table_is_read);
  g_test_add_func ("/cric-import/skipped-row-is-left-out", test_skipped_row_is_left_out);
  g_test_add_func ("/cric-import/skipped-row-is-taken-again", test_skipped_row_is_taken_again);
  g_test_add_func ("/cric-import/skipped-row-leaves-what-others-need", test_skipped_row_leaves_what_others_need);
  g_test_add_func ("/cric-import/all-rows-skipped-is-no-edit", test_all_rows_skipped_is_no_edit);
  g_test_add_func ("/cric-import/groups-on-rows-of-their-own-are-read", test_groups_on_rows_of_their_own_are_read);
  g_test_add_func ("/cric-import/bars-over-months-are-read", test_bars_over_months_are_read);
  g_test_add_func ("/cric-import/colours-alone-are-a-doubt", test_colours_alone_are_a_doubt);
  g_test_add_func ("/cric-import/changed-plan-asks-for-another-dry-run", test_changed_plan_asks_for_another_dry_run);
  g_test_add_func ("/cric-import/next-year-is-filled", test_next_year_is_filled);
  g_test_add_func ("/cric-import/hostile-files-are-refused", test_hostile_files_are_refused);
  g_test_add_func ("/cric-import/cancelled-is-no-import", test_cancelled_is_no_import);
  g_test_add_func ("/office/cric-import/workbook-is-whole", test_office_workbook_is_whole);

  result = koyomi_test_folder_finish (g_test_run ());
  g_free (tables);

  return result;
}
