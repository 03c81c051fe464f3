#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-history.h"
#include "koyomi-run-edit.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

#include <string.h>

#define JA KOYOMI_LANGUAGE_JA
#define EN KOYOMI_LANGUAGE_EN

/* A plan in Japanese with a monthly activity of three days, made on 2026-04-01. */
typedef struct
{
  KoyomiSession *session;
  gint64         functions[2];
  gint64         team;
  gint64         monthly;
  gint64         runs[12];
  char          *at_first;
} Fixture;

static guint32
day (const char *text)
{
  return koyomi_day_parse (text, NULL);
}

static void
commit (KoyomiEdit *edit)
{
  g_autoptr(GError) error = NULL;

  koyomi_edit_commit (edit, "準備", &error);
  g_assert_no_error (error);
  koyomi_edit_free (edit);
}

static GPtrArray *
list_runs (Fixture *self,
           gint64   activity)
{
  return koyomi_session_list (self->session, KOYOMI_TABLE_OCCURRENCE, KOYOMI_OCCURRENCE_ACTIVITY, activity, JA, NULL);
}

static void
make_monthly (Fixture *self)
{
  g_autoptr(KoyomiRecord) activity = koyomi_record_new (KOYOMI_TABLE_ACTIVITY);
  g_autoptr(GPtrArray) runs = NULL;
  KoyomiEdit *edit = koyomi_session_begin_edit (self->session, NULL);

  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FUNCTION, self->functions[0]);
  koyomi_record_set_text (activity, KOYOMI_ACTIVITY_TITLE, "内部監査");
  koyomi_record_set_text (activity, KOYOMI_ACTIVITY_RULE, "every=month day=1");
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FIRST_DAY, day ("2026-04-01"));
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_DURATION, 3);
  koyomi_record_set_text (activity, KOYOMI_ACTIVITY_CLAUSE, "9.2");
  koyomi_record_set_real (activity, KOYOMI_ACTIVITY_EFFORT, 1.5);
  g_assert_true (koyomi_edit_insert (edit, activity, NULL));
  self->monthly = koyomi_record_get_id (activity);
  g_assert_true (koyomi_edit_translate (edit, KOYOMI_ACTIVITY_TITLE, self->monthly, "Internal audit", NULL));
  g_assert_cmpint (koyomi_edit_add_runs (edit, activity, day ("2026-04-01"), day ("2027-03-31"), NULL), ==, 12);
  commit (edit);

  runs = list_runs (self, self->monthly);
  for (guint i = 0; i < 12; i++)
    self->runs[i] = koyomi_record_get_id (g_ptr_array_index (runs, i));
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  static int number = 0;
  g_autofree char *name = g_strdup_printf ("%d", number++);
  g_autofree char *folder = koyomi_test_folder_make (name);
  g_autofree char *path = g_build_filename (folder, "plan.koyomi", NULL);
  g_autoptr(GPtrArray) functions = NULL;
  g_autoptr(GPtrArray) teams = NULL;

  koyomi_day_set_today (day ("2026-06-15"));
  koyomi_test_plan_make (path, KOYOMI_TEMPLATE_SAMPLE, JA);
  self->session = koyomi_test_plan_open (path);
  functions = koyomi_session_list (self->session, KOYOMI_TABLE_FUNCTION, 0, 0, JA, NULL);
  teams = koyomi_session_list (self->session, KOYOMI_TABLE_TEAM, 0, 0, JA, NULL);
  for (guint i = 0; i < 2; i++)
    self->functions[i] = koyomi_record_get_id (g_ptr_array_index (functions, i));
  self->team = koyomi_record_get_id (g_ptr_array_index (teams, 0));
  make_monthly (self);
  self->at_first = koyomi_test_content_hash (self->session);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  koyomi_test_plan_verify (self->session);
  g_assert_finalize_object (self->session);
  g_free (self->at_first);
}

static KoyomiRecord *
get (Fixture        *self,
     KoyomiTableId   table,
     gint64          id,
     KoyomiLanguage  language)
{
  g_autoptr(GError) error = NULL;
  KoyomiRecord *record = koyomi_session_get (self->session, table, id, language, &error);

  g_assert_no_error (error);

  return record;
}

static void
assert_days (Fixture    *self,
             gint64      id,
             const char *first,
             const char *last,
             const char *original)
{
  g_autoptr(KoyomiRecord) run = get (self, KOYOMI_TABLE_OCCURRENCE, id, JA);
  g_autofree char *first_day = koyomi_record_format (run, KOYOMI_OCCURRENCE_FIRST_DAY, EN);
  g_autofree char *last_day = koyomi_record_format (run, KOYOMI_OCCURRENCE_LAST_DAY, EN);
  g_autofree char *original_first = koyomi_record_format (run, KOYOMI_OCCURRENCE_ORIGINAL_FIRST, EN);

  g_assert_cmpstr (first_day, ==, first);
  g_assert_cmpstr (last_day, ==, last);
  g_assert_cmpstr (original_first, ==, original);
}

static void
assert_unchanged (Fixture *self)
{
  g_autofree char *hash = koyomi_test_content_hash (self->session);

  g_assert_cmpstr (hash, ==, self->at_first);
}

/* The last edit is called that, and one undo takes all of it back. */
static void
assert_one_step (Fixture    *self,
                 const char *label)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiEntry) entry = koyomi_session_get_undoable (self->session, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (entry->label, ==, label);
  koyomi_session_undo (self->session, &error);
  g_assert_no_error (error);
  assert_unchanged (self);
}

/* Ends every claim that something is refused. */
static void
assert_refused (Fixture         *self,
                KoyomiPlanError  code,
                GError         **error)
{
  g_assert_error (*error, KOYOMI_PLAN_ERROR, (int) code);
  g_clear_error (error);
  assert_unchanged (self);
}

static void
test_move (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (koyomi_runs_move (self->session, &self->runs[3], 1, 14, JA, &error));
  assert_days (self, self->runs[3], "2026-07-15", "2026-07-17", "2026-07-01");
  assert_one_step (self, "「内部監査」を2026-07-01から2026-07-15へ移動");

  g_assert_true (koyomi_runs_move (self->session, &self->runs[3], 1, -1, EN, &error));
  assert_days (self, self->runs[3], "2026-06-30", "2026-07-02", "2026-07-01");
  assert_one_step (self, "Move “Internal audit” from 2026-07-01 to 2026-06-30");

  g_assert_true (koyomi_runs_move (self->session, &self->runs[3], 3, 14, EN, &error));
  assert_days (self, self->runs[5], "2026-09-15", "2026-09-17", "2026-09-01");
  assert_one_step (self, "Move 3 runs by 14 days");

  g_assert_true (koyomi_runs_move (self->session, &self->runs[3], 3, -1, EN, &error));
  assert_one_step (self, "Move 3 runs 1 day earlier");
  g_assert_true (koyomi_runs_move (self->session, &self->runs[3], 3, 14, JA, &error));
  assert_one_step (self, "実施回3件を14日後へ移動");
  g_assert_true (koyomi_runs_move (self->session, &self->runs[3], 3, -14, JA, &error));
  assert_one_step (self, "実施回3件を14日前へ移動");
}

static void
test_move_corners (Fixture       *self,
                   gconstpointer  data)
{
  gint64 twice[] = { self->runs[3], self->runs[4], self->runs[3] };
  gint64 stray[] = { self->runs[3], 12345 };
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiEntry) before = koyomi_session_get_head (self->session, NULL);
  g_autoptr(KoyomiEntry) after = NULL;

  g_assert_false (koyomi_runs_move (self->session, stray, 2, 1, EN, &error));
  assert_refused (self, KOYOMI_PLAN_ERROR_NOT_FOUND, &error);
  g_assert_false (koyomi_runs_move (self->session, self->runs, 12, G_MAXINT, EN, &error));
  assert_refused (self, KOYOMI_PLAN_ERROR_CONSTRAINT, &error);
  g_assert_true (koyomi_runs_move (self->session, self->runs, 12, 0, EN, &error));
  g_assert_true (koyomi_runs_move (self->session, NULL, 0, 5, EN, &error));
  after = koyomi_session_get_head (self->session, NULL);
  g_assert_cmpint (after->seq, ==, before->seq);

  g_assert_true (koyomi_runs_move (self->session, twice, 3, 2, EN, &error));
  assert_days (self, self->runs[3], "2026-07-03", "2026-07-05", "2026-07-01");
  assert_one_step (self, "Move 2 runs by 2 days");
}

static void
test_resize (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (koyomi_runs_resize (self->session, &self->runs[0], 1, -1, 2, EN, &error));
  assert_days (self, self->runs[0], "2026-03-31", "2026-04-05", "2026-04-01");
  assert_one_step (self, "Change the days of “Internal audit” to 2026-03-31 – 2026-04-05");

  g_assert_true (koyomi_runs_resize (self->session, &self->runs[0], 2, 0, -9, EN, &error));
  assert_days (self, self->runs[0], "2026-04-01", "2026-04-01", "2026-04-01");
  assert_days (self, self->runs[1], "2026-05-01", "2026-05-01", "2026-05-01");
  assert_one_step (self, "Change the days of 2 runs");

  g_assert_true (koyomi_runs_resize (self->session, &self->runs[0], 1, 9, 0, JA, &error));
  assert_days (self, self->runs[0], "2026-04-03", "2026-04-03", "2026-04-01");
  assert_one_step (self, "「内部監査」の期間を2026-04-03に変更");
}

static void
test_set_days (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (koyomi_run_set_days (self->session, self->runs[0], day ("2026-04-10"), day ("2026-04-12"), EN, &error));
  assert_one_step (self, "Move “Internal audit” from 2026-04-01 to 2026-04-10");
  g_assert_true (koyomi_run_set_days (self->session, self->runs[0], day ("2026-04-10"), day ("2026-04-10"), JA, &error));
  assert_days (self, self->runs[0], "2026-04-10", "2026-04-10", "2026-04-01");
  assert_one_step (self, "「内部監査」の期間を2026-04-10に変更");

  g_assert_false (koyomi_run_set_days (self->session, self->runs[0], day ("2026-04-10"), day ("2026-04-09"), EN, &error));
  g_assert_true (g_str_has_prefix (error->message, "“Internal audit” of 2026-04-01: "));
  assert_refused (self, KOYOMI_PLAN_ERROR_CONSTRAINT, &error);
  g_assert_false (koyomi_run_set_days (self->session, self->runs[0], 0, 0, EN, &error));
  assert_refused (self, KOYOMI_PLAN_ERROR_CONSTRAINT, &error);
  g_assert_false (koyomi_run_set_days (self->session, self->runs[0], 1, G_MAXUINT32, EN, &error));
  assert_refused (self, KOYOMI_PLAN_ERROR_CONSTRAINT, &error);
}

static void
test_status (Fixture       *self,
             gconstpointer  data)
{
  static const struct
  {
    KoyomiStatus  status;
    const char   *day;
    const char   *reason;
    const char   *en;
    const char   *ja;
  } cases[] = {
    { KOYOMI_STATUS_DOING, "2026-06-15", NULL, "Begin 3 runs", "実施回3件に着手" },
    { KOYOMI_STATUS_DONE, "2026-06-15", NULL, "Mark 3 runs as done", "実施回3件を完了にする" },
    { KOYOMI_STATUS_SKIPPED, "2026-06-15", "設備更新", "Skip 3 runs", "実施回3件を見送り" },
    { KOYOMI_STATUS_MISSED, "2026-06-15", "人員不足", "Mark 3 runs as missed", "実施回3件を未実施にする" },
    { KOYOMI_STATUS_DONE, NULL, NULL, NULL, NULL },
    { KOYOMI_STATUS_SKIPPED, NULL, NULL, NULL, NULL },
    { KOYOMI_STATUS_SKIPPED, NULL, "　 ", NULL, NULL },
    { KOYOMI_STATUS_MISSED, NULL, "", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int language = 0; language < KOYOMI_N_LANGUAGES; language++)
      {
        g_autoptr(GError) error = NULL;
        guint32 when = cases[i].day != NULL ? day (cases[i].day) : KOYOMI_DAY_NONE;
        gboolean done = koyomi_runs_set_status (self->session, self->runs, 3, cases[i].status, when, cases[i].reason, language, &error);

        g_assert_true (done == (cases[i].en != NULL));
        if (done)
          assert_one_step (self, language == JA ? cases[i].ja : cases[i].en);
        else
          assert_refused (self, KOYOMI_PLAN_ERROR_CONSTRAINT, &error);
      }
}

static void
assert_reason (Fixture    *self,
               const char *ja,
               const char *en)
{
  g_autoptr(KoyomiRecord) own = get (self, KOYOMI_TABLE_OCCURRENCE, self->runs[0], JA);
  g_autoptr(KoyomiRecord) other = get (self, KOYOMI_TABLE_OCCURRENCE, self->runs[0], EN);

  g_assert_cmpstr (koyomi_record_get_text (own, KOYOMI_OCCURRENCE_REASON), ==, ja);
  g_assert_cmpstr (koyomi_record_get_text (other, KOYOMI_OCCURRENCE_REASON), ==, en);
}

/* A reason is never told in one language while the other says something else or nothing. */
static void
test_reason (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(KoyomiRecord) run = NULL;

  g_assert_true (koyomi_runs_set_status (self->session, self->runs, 1, KOYOMI_STATUS_SKIPPED, 0, "New equipment", EN, NULL));
  assert_reason (self, "New equipment", "New equipment");

  run = get (self, KOYOMI_TABLE_OCCURRENCE, self->runs[0], EN);
  koyomi_record_set_text (run, KOYOMI_OCCURRENCE_REASON, "The equipment was new");
  g_assert_true (koyomi_session_save (self->session, run, EN, NULL));
  assert_reason (self, "New equipment", "The equipment was new");

  g_assert_true (koyomi_runs_set_status (self->session, self->runs, 1, KOYOMI_STATUS_MISSED, 0, "人員不足", JA, NULL));
  assert_reason (self, "人員不足", "人員不足");
  g_assert_true (koyomi_runs_set_status (self->session, self->runs, 1, KOYOMI_STATUS_PLANNED, 0, NULL, JA, NULL));
  assert_reason (self, "", "");
}

static void
test_progress (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(KoyomiRecord) run = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (koyomi_runs_set_progress (self->session, self->runs, 2, 100, EN, &error));
  run = get (self, KOYOMI_TABLE_OCCURRENCE, self->runs[1], JA);
  g_assert_cmpint (koyomi_record_get_int (run, KOYOMI_OCCURRENCE_STATUS), ==, KOYOMI_STATUS_DOING);
  g_assert_cmpint (koyomi_record_get_int (run, KOYOMI_OCCURRENCE_PROGRESS), ==, 100);
  g_assert_cmpuint (koyomi_record_get_day (run, KOYOMI_OCCURRENCE_ACTUAL_FIRST), ==, day ("2026-06-15"));
  assert_one_step (self, "Set the progress of 2 runs to 100 %");
  g_assert_true (koyomi_runs_set_progress (self->session, self->runs, 1, 40, JA, &error));
  assert_one_step (self, "「内部監査」の進捗を40%に変更");

  g_assert_false (koyomi_runs_set_progress (self->session, self->runs, 2, 101, EN, &error));
  assert_refused (self, KOYOMI_PLAN_ERROR_CONSTRAINT, &error);
}

static void
test_assign (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(KoyomiRecord) team = get (self, KOYOMI_TABLE_TEAM, self->team, EN);
  g_autofree char *label = g_strdup_printf ("Assign 2 runs to “%s”", koyomi_record_get_title (team));
  g_autoptr(KoyomiRecord) run = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (koyomi_runs_assign (self->session, self->runs, 2, self->team, EN, &error));
  run = get (self, KOYOMI_TABLE_OCCURRENCE, self->runs[1], JA);
  g_assert_cmpint (koyomi_record_get_int (run, KOYOMI_OCCURRENCE_TEAM), ==, self->team);
  assert_one_step (self, label);

  g_assert_false (koyomi_runs_assign (self->session, self->runs, 2, 12345, EN, &error));
  assert_refused (self, KOYOMI_PLAN_ERROR_CONSTRAINT, &error);

  g_assert_true (koyomi_runs_assign (self->session, self->runs, 1, self->team, JA, &error));
  g_free (self->at_first);
  self->at_first = koyomi_test_content_hash (self->session);
  g_assert_true (koyomi_runs_assign (self->session, self->runs, 1, 0, JA, &error));
  assert_one_step (self, "「内部監査」を通常の担当に戻す");
}

static int
make_runs_again (Fixture *self,
                 gint64   activity)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (self->session, NULL);
  g_autoptr(KoyomiRecord) record = get (self, KOYOMI_TABLE_ACTIVITY, activity, JA);

  return koyomi_edit_add_runs (edit, record, day ("2026-04-01"), day ("2027-03-31"), NULL);
}

static void
test_delete (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) left = NULL;
  g_autoptr(KoyomiRecord) activity = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (koyomi_runs_delete (self->session, &self->runs[3], 1, JA, &error));
  assert_one_step (self, "「内部監査」（2026-07-01）を削除");

  g_assert_true (koyomi_runs_move (self->session, &self->runs[3], 1, 40, EN, &error));
  g_assert_true (koyomi_runs_delete (self->session, &self->runs[3], 2, EN, &error));
  left = list_runs (self, self->monthly);
  activity = get (self, KOYOMI_TABLE_ACTIVITY, self->monthly, JA);
  g_assert_cmpuint (left->len, ==, 10);
  g_assert_cmpstr (koyomi_record_get_text (activity, KOYOMI_ACTIVITY_RULE), ==, "every=month day=1 except=2026-07-01,2026-08-01");
  g_assert_cmpint (make_runs_again (self, self->monthly), ==, 0);

  /* All of them: the rule is left, and makes next year's. */
  g_assert_true (koyomi_runs_delete (self->session, self->runs, 3, EN, &error));
  g_assert_true (koyomi_runs_delete (self->session, self->runs + 5, 7, EN, &error));
  g_assert_cmpint (make_runs_again (self, self->monthly), ==, 0);
  for (int i = 0; i < 3; i++)
    g_assert_true (koyomi_session_undo (self->session, &error));
  assert_one_step (self, "Move “Internal audit” from 2026-07-01 to 2026-08-10");
}

static void
test_delete_once (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr(KoyomiRecord) run = NULL;
  g_autoptr(KoyomiRecord) second = koyomi_record_new (KOYOMI_TABLE_OCCURRENCE);
  g_autoptr(KoyomiRecord) activity = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id = koyomi_test_run_add (self->session, self->functions[0], "標的型メール訓練", KOYOMI_ACTIVITY_KIND_TASK,
                                   day ("2026-05-10"), day ("2026-05-12"), JA, &error);
  gint64 second_id;

  g_assert_no_error (error);
  run = get (self, KOYOMI_TABLE_OCCURRENCE, id, JA);
  g_assert_true (koyomi_runs_delete (self->session, &id, 1, JA, &error));
  g_assert_null (koyomi_session_get (self->session, KOYOMI_TABLE_ACTIVITY, koyomi_record_get_int (run, KOYOMI_OCCURRENCE_ACTIVITY),
                                     JA, NULL));
  g_assert_true (koyomi_session_undo (self->session, &error));

  /* With another run beside it the activity stays, and does not make the deleted one again. */
  for (guint i = 1; i < koyomi_record_get_table (run)->n_fields; i++)
    if (koyomi_record_get_table (run)->fields[i].type < KOYOMI_FIELD_TEXT)
      koyomi_record_set_int (second, KOYOMI_TABLE_OCCURRENCE << 8 | i, koyomi_record_get_int (run, KOYOMI_TABLE_OCCURRENCE << 8 | i));
  koyomi_record_set_int (second, KOYOMI_OCCURRENCE_SLOT_DAY, day ("2026-09-10"));
  second_id = koyomi_session_add (self->session, second, JA, &error);
  g_assert_no_error (error);
  g_assert_true (koyomi_session_remove (self->session, KOYOMI_TABLE_OCCURRENCE, id, JA, &error));
  activity = get (self, KOYOMI_TABLE_ACTIVITY, koyomi_record_get_int (run, KOYOMI_OCCURRENCE_ACTIVITY), JA);
  g_assert_cmpuint (koyomi_record_get_day (activity, KOYOMI_ACTIVITY_FIRST_DAY), ==, day ("2026-09-10"));
  g_assert_cmpint (make_runs_again (self, koyomi_record_get_id (activity)), ==, 0);
  g_assert_true (koyomi_runs_delete (self->session, &second_id, 1, JA, &error));
  for (int i = 0; i < 4; i++)
    g_assert_true (koyomi_session_undo (self->session, &error));
  assert_unchanged (self);
}

static void
assert_copy (Fixture        *self,
             gint64          id,
             gint64          function,
             const char     *ja,
             const char     *en)
{
  g_autoptr(KoyomiRecord) run = get (self, KOYOMI_TABLE_OCCURRENCE, id, JA);
  gint64 activity_id = koyomi_record_get_int (run, KOYOMI_OCCURRENCE_ACTIVITY);
  g_autoptr(KoyomiRecord) activity = get (self, KOYOMI_TABLE_ACTIVITY, activity_id, JA);
  g_autoptr(KoyomiRecord) translated = get (self, KOYOMI_TABLE_ACTIVITY, activity_id, EN);

  g_assert_cmpint (activity_id, !=, self->monthly);
  g_assert_cmpint (koyomi_record_get_int (run, KOYOMI_OCCURRENCE_STATUS), ==, KOYOMI_STATUS_PLANNED);
  g_assert_cmpint (koyomi_record_get_int (run, KOYOMI_OCCURRENCE_FUNCTION), ==, function);
  g_assert_false (koyomi_occurrence_is_moved (run));
  g_assert_cmpstr (koyomi_record_get_title (activity), ==, ja);
  g_assert_cmpstr (koyomi_record_get_title (translated), ==, en);
  g_assert_cmpstr (koyomi_record_get_text (activity, KOYOMI_ACTIVITY_RULE), ==, "");
  g_assert_cmpstr (koyomi_record_get_text (activity, KOYOMI_ACTIVITY_CLAUSE), ==, "9.2");
  g_assert_cmpfloat (koyomi_record_get_real (activity, KOYOMI_ACTIVITY_EFFORT), ==, 1.5);
  g_assert_cmpint (koyomi_record_get_int (activity, KOYOMI_ACTIVITY_DURATION), ==, 3);
}

static void
test_copy (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) one = NULL;
  g_autoptr(GArray) two = NULL;
  g_autoptr(GArray) none = NULL;

  g_assert_true (koyomi_runs_set_status (self->session, self->runs, 1, KOYOMI_STATUS_DONE, day ("2026-04-02"), NULL, JA, &error));
  one = koyomi_runs_copy (self->session, self->runs, 1, 7, 0, EN, &error);
  g_assert_no_error (error);
  assert_copy (self, g_array_index (one, gint64, 0), self->functions[0], "内部監査", "Internal audit");
  assert_days (self, g_array_index (one, gint64, 0), "2026-04-08", "2026-04-10", "2026-04-08");
  g_assert_true (koyomi_session_undo (self->session, &error));
  assert_one_step (self, "「内部監査」を完了にする");

  two = koyomi_runs_copy (self->session, self->runs, 2, 0, self->functions[1], JA, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (two->len, ==, 2);
  assert_copy (self, g_array_index (two, gint64, 1), self->functions[1], "内部監査", "Internal audit");
  assert_one_step (self, "実施回2件を複製");

  none = koyomi_runs_copy (self->session, self->runs, 2, 0, 12345, JA, &error);
  g_assert_null (none);
  assert_refused (self, KOYOMI_PLAN_ERROR_CONSTRAINT, &error);
}

static void
test_copy_title (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr(KoyomiRecord) run = get (self, KOYOMI_TABLE_OCCURRENCE, self->runs[0], EN);
  g_autoptr(KoyomiRecord) own = NULL;
  g_autoptr(GArray) named = NULL;
  g_autoptr(GArray) copies = NULL;
  g_autoptr(GError) error = NULL;

  koyomi_record_set_text (run, KOYOMI_OCCURRENCE_TITLE, "Audit of the head office");
  g_assert_true (koyomi_session_save (self->session, run, EN, &error));
  named = koyomi_runs_copy (self->session, self->runs, 1, 0, 0, JA, &error);
  g_assert_no_error (error);
  assert_copy (self, g_array_index (named, gint64, 0), self->functions[0], "内部監査", "Audit of the head office");

  own = get (self, KOYOMI_TABLE_OCCURRENCE, self->runs[0], JA);
  koyomi_record_set_text (own, KOYOMI_OCCURRENCE_TITLE, "本社監査");
  g_assert_true (koyomi_session_save (self->session, own, JA, &error));
  g_clear_object (&run);
  run = get (self, KOYOMI_TABLE_OCCURRENCE, self->runs[0], EN);
  koyomi_record_set_text (run, KOYOMI_OCCURRENCE_TITLE, "Head office audit");
  g_assert_true (koyomi_session_save (self->session, run, EN, &error));

  copies = koyomi_runs_copy (self->session, self->runs, 1, 0, 0, EN, &error);
  g_assert_no_error (error);
  assert_copy (self, g_array_index (copies, gint64, 0), self->functions[0], "本社監査", "Head office audit");
}

static void
test_create (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  gint64 id = koyomi_test_run_add (self->session, self->functions[1], "規程改定", KOYOMI_ACTIVITY_KIND_MILESTONE,
                                   day ("2026-05-01"), day ("2026-05-31"), EN, &error);
  g_autoptr(KoyomiRecord) run = NULL;
  g_autoptr(KoyomiRecord) activity = NULL;

  g_assert_no_error (error);
  assert_days (self, id, "2026-05-01", "2026-05-31", "2026-05-01");
  run = get (self, KOYOMI_TABLE_OCCURRENCE, id, JA);
  activity = get (self, KOYOMI_TABLE_ACTIVITY, koyomi_record_get_int (run, KOYOMI_OCCURRENCE_ACTIVITY), JA);
  g_assert_cmpint (koyomi_record_get_int (activity, KOYOMI_ACTIVITY_KIND), ==, KOYOMI_ACTIVITY_KIND_MILESTONE);
  g_assert_cmpint (koyomi_record_get_int (activity, KOYOMI_ACTIVITY_DURATION), ==, 31);
  assert_one_step (self, "Add “規程改定”");

  g_assert_cmpint (koyomi_test_run_add (self->session, self->functions[1], " 　", 0, 1, 1, EN, &error), ==, 0);
  assert_refused (self, KOYOMI_PLAN_ERROR_CONSTRAINT, &error);
  g_assert_cmpint (koyomi_test_run_add (self->session, self->functions[1], "a", 0, 9, 8, EN, &error), ==, 0);
  assert_refused (self, KOYOMI_PLAN_ERROR_CONSTRAINT, &error);
  g_assert_cmpint (koyomi_test_run_add (self->session, 12345, "a", 0, 8, 8, EN, &error), ==, 0);
  assert_refused (self, KOYOMI_PLAN_ERROR_CONSTRAINT, &error);
  g_assert_cmpint (koyomi_test_run_add (self->session, self->functions[1], "a\xff", 0, 8, 8, EN, &error), ==, 0);
  assert_refused (self, KOYOMI_PLAN_ERROR_CONSTRAINT, &error);
}

static void
test_save (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(KoyomiRecord) run = get (self, KOYOMI_TABLE_OCCURRENCE, self->runs[0], JA);
  g_autoptr(KoyomiRecord) activity = get (self, KOYOMI_TABLE_ACTIVITY, self->monthly, EN);
  g_autoptr(KoyomiRecord) own = NULL;
  g_autoptr(GError) error = NULL;

  koyomi_record_set_text (run, KOYOMI_OCCURRENCE_RESULT, "適合");
  g_assert_true (koyomi_session_save (self->session, run, JA, &error));
  g_assert_false (koyomi_record_has_changes (run));
  assert_one_step (self, "「内部監査」の結果を変更");

  koyomi_record_set_text (run, KOYOMI_OCCURRENCE_RESULT, "不適合");
  g_assert_true (koyomi_session_save (self->session, run, EN, &error));
  assert_one_step (self, "Change the result of “Internal audit”");

  koyomi_record_set_text (run, KOYOMI_OCCURRENCE_RESULT, "a");
  koyomi_record_set_text (run, KOYOMI_OCCURRENCE_NOTE, "b");
  g_assert_true (koyomi_session_save (self->session, run, EN, &error));
  assert_one_step (self, "Change “Internal audit”");

  /* In the language that it was read in. */
  koyomi_record_set_text (activity, KOYOMI_ACTIVITY_TITLE, "ISMS audit");
  g_assert_true (koyomi_session_save (self->session, activity, EN, &error));
  own = get (self, KOYOMI_TABLE_ACTIVITY, self->monthly, JA);
  g_assert_cmpstr (koyomi_record_get_title (own), ==, "内部監査");
  assert_one_step (self, "Change the title of “Internal audit”");
}

static void
test_save_refused (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr(KoyomiRecord) run = get (self, KOYOMI_TABLE_OCCURRENCE, self->runs[0], JA);
  g_autoptr(KoyomiRecord) gone = koyomi_record_new (KOYOMI_TABLE_TEAM);
  g_autoptr(GError) error = NULL;

  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_LAST_DAY, 1);
  koyomi_record_set_text (run, KOYOMI_OCCURRENCE_NOTE, "覚え書き");
  g_assert_false (koyomi_session_save (self->session, run, JA, &error));
  g_assert_true (koyomi_record_is_changed (run, KOYOMI_OCCURRENCE_NOTE));
  assert_refused (self, KOYOMI_PLAN_ERROR_CONSTRAINT, &error);

  /* What is found wrong only at the end leaves the record its changes as well: a run in another row than its activity. */
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_LAST_DAY, day ("2026-04-03"));
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_FUNCTION, self->functions[1]);
  g_assert_false (koyomi_session_save (self->session, run, JA, &error));
  g_assert_true (koyomi_record_is_changed (run, KOYOMI_OCCURRENCE_NOTE));
  assert_refused (self, KOYOMI_PLAN_ERROR_CONSTRAINT, &error);

  koyomi_record_set_int (gone, KOYOMI_TEAM_POSITION, 4);
  g_assert_false (koyomi_session_save (self->session, gone, JA, &error));
  assert_refused (self, KOYOMI_PLAN_ERROR_NOT_FOUND, &error);
}

static void
test_add_and_remove (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr(KoyomiRecord) team = koyomi_record_new (KOYOMI_TABLE_TEAM);
  g_autoptr(KoyomiRecord) maturity = koyomi_record_new (KOYOMI_TABLE_MATURITY);
  g_autoptr(GError) error = NULL;

  koyomi_record_set_text (team, KOYOMI_TEAM_NAME, "監査班");
  g_assert_cmpint (koyomi_session_add (self->session, team, JA, &error), ==, koyomi_record_get_id (team));
  assert_one_step (self, "「監査班」を追加");

  koyomi_record_set_int (maturity, KOYOMI_MATURITY_FUNCTION, self->functions[0]);
  g_assert_cmpint (koyomi_session_add (self->session, maturity, EN, &error), !=, 0);
  assert_one_step (self, "Add maturity");

  g_assert_true (koyomi_session_remove (self->session, KOYOMI_TABLE_ACTIVITY, self->monthly, EN, &error));
  assert_one_step (self, "Delete “Internal audit”");
  g_assert_false (koyomi_session_remove (self->session, KOYOMI_TABLE_TEAM, 12345, EN, &error));
  assert_refused (self, KOYOMI_PLAN_ERROR_NOT_FOUND, &error);
  g_assert_false (koyomi_session_remove (self->session, KOYOMI_TABLE_PLAN, 12345, EN, &error));
  assert_refused (self, KOYOMI_PLAN_ERROR_CONSTRAINT, &error);
}

static void
count_cb (KoyomiSession *session,
          gpointer       data)
{
  ++*(int *) data;
}

static void
test_many (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(KoyomiRecord) activity = get (self, KOYOMI_TABLE_ACTIVITY, self->monthly, JA);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GPtrArray) runs = NULL;
  g_autoptr(GError) error = NULL;
  KoyomiEdit *edit = koyomi_session_begin_edit (self->session, &error);
  int n_changes = 0;
  gint64 before;

  koyomi_record_set_text (activity, KOYOMI_ACTIVITY_RULE, "every=day");
  g_assert_cmpint (koyomi_edit_add_runs (edit, activity, day ("2026-04-01"), day ("2027-09-30"), &error), >, 500);
  commit (edit);
  runs = list_runs (self, self->monthly);
  for (guint i = 0; i < 500; i++)
    {
      gint64 id = koyomi_record_get_id (g_ptr_array_index (runs, i));

      g_array_append_val (ids, id);
    }

  g_signal_connect (self->session, "changed", G_CALLBACK (count_cb), &n_changes);
  before = g_get_monotonic_time ();
  g_assert_true (koyomi_runs_move (self->session, (gint64 *) ids->data, ids->len, 5, EN, &error));
  g_test_message ("500 runs were moved in %.1f ms", (g_get_monotonic_time () - before) / 1000.0);
  before = g_get_monotonic_time ();
  g_assert_true (koyomi_runs_delete (self->session, (gint64 *) ids->data, 200, EN, &error));
  g_test_message ("200 runs were deleted in %.1f ms", (g_get_monotonic_time () - before) / 1000.0);
  g_assert_cmpint (n_changes, ==, 2);
}

static void
test_read_only (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(KoyomiSession) past = koyomi_session_open_as_of (self->session, 1, NULL, NULL, NULL, NULL);
  g_autoptr(GPtrArray) runs = koyomi_session_list (past, KOYOMI_TABLE_OCCURRENCE, 0, 0, JA, NULL);
  g_autoptr(GArray) copies = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id = koyomi_record_get_id (g_ptr_array_index (runs, 0));

  g_assert_false (koyomi_runs_move (past, &id, 1, 5, EN, &error));
  assert_refused (self, KOYOMI_PLAN_ERROR_READ_ONLY, &error);
  g_assert_false (koyomi_runs_delete (past, &id, 1, EN, &error));
  assert_refused (self, KOYOMI_PLAN_ERROR_READ_ONLY, &error);
  copies = koyomi_runs_copy (past, &id, 1, 5, 0, EN, &error);
  g_assert_null (copies);
  assert_refused (self, KOYOMI_PLAN_ERROR_READ_ONLY, &error);
}

#define ADD(path, func) g_test_add ("/session/run-edit/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  ADD ("move-keeps-the-first-plan", test_move);
  ADD ("move-happens-to-all-or-none", test_move_corners);
  ADD ("resize-leaves-a-day", test_resize);
  ADD ("set-days", test_set_days);
  ADD ("status-follows-its-rules", test_status);
  ADD ("reason-is-one-in-both-languages", test_reason);
  ADD ("progress-begins-a-run", test_progress);
  ADD ("assign", test_assign);
  ADD ("deleted-run-of-a-rule-does-not-come-back", test_delete);
  ADD ("last-run-takes-the-activity-along", test_delete_once);
  ADD ("copy-is-an-activity-of-its-own", test_copy);
  ADD ("copy-keeps-the-run-s-own-name", test_copy_title);
  ADD ("create", test_create);
  ADD ("save-names-the-field", test_save);
  ADD ("save-refused-keeps-the-record-s-changes", test_save_refused);
  ADD ("add-and-remove", test_add_and_remove);
  ADD ("five-hundred-at-once", test_many);
  ADD ("past-is-not-edited", test_read_only);

  return koyomi_test_folder_finish (g_test_run ());
}
