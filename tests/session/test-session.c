#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-history.h"
#include "koyomi-session-backup.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char          *path;
  KoyomiSession *session;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  static int number;
  g_autofree char *name = g_strdup_printf ("case-%d", ++number);
  g_autofree char *folder = koyomi_test_folder_make (name);

  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));
  self->path = g_build_filename (folder, "plan.koyomi", NULL);
  koyomi_test_plan_make (self->path, KOYOMI_TEMPLATE_SAMPLE, KOYOMI_LANGUAGE_JA);
  self->session = koyomi_test_plan_open (self->path);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_finalize_object (self->session);
  g_clear_pointer (&self->path, g_free);
}

static KoyomiEdit *
begin (Fixture *self)
{
  g_autoptr(GError) error = NULL;
  KoyomiEdit *edit = koyomi_session_begin_edit (self->session, &error);

  g_assert_no_error (error);

  return edit;
}

static void
commit (KoyomiEdit *edit,
        const char *label)
{
  g_autoptr(GError) error = NULL;

  koyomi_edit_commit (edit, label, &error);
  g_assert_no_error (error);
  koyomi_edit_free (edit);
}

static gint64
count (Fixture       *self,
       KoyomiTableId  table)
{
  g_autoptr(GError) error = NULL;
  gint64 n = koyomi_session_count (self->session, table, &error);

  g_assert_no_error (error);

  return n;
}

static void
count_cb (KoyomiSession *session,
          gpointer       data)
{
  ++*(int *) data;
}

static void
test_edits (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(KoyomiRecord) team = koyomi_record_new (KOYOMI_TABLE_TEAM);
  g_autoptr(KoyomiRecord) plan = koyomi_record_copy (koyomi_session_get_plan (self->session));
  g_autoptr(KoyomiEdit) second = NULL;
  g_autoptr(GError) error = NULL;
  gint64 before = count (self, KOYOMI_TABLE_TEAM);
  int n_changes = 0;
  KoyomiEdit *edit;

  g_signal_connect (self->session, "changed", G_CALLBACK (count_cb), &n_changes);

  /* Let go, it has not happened. */
  edit = begin (self);
  g_assert_true (koyomi_edit_insert (edit, team, NULL));
  second = koyomi_session_begin_edit (self->session, &error);
  g_assert_null (second);
  g_assert_nonnull (error);
  g_assert_false (koyomi_session_undo (self->session, NULL));
  koyomi_edit_free (edit);
  g_assert_cmpint (count (self, KOYOMI_TABLE_TEAM), ==, before);
  g_assert_cmpint (n_changes, ==, 0);

  edit = begin (self);
  g_assert_true (koyomi_edit_insert (edit, team, NULL));
  commit (edit, "班を追加");
  g_assert_cmpint (count (self, KOYOMI_TABLE_TEAM), ==, before + 1);
  g_assert_cmpint (n_changes, ==, 1);

  commit (begin (self), "何もしない");
  g_assert_cmpint (n_changes, ==, 1);

  koyomi_record_set_int (plan, KOYOMI_PLAN_FISCAL_START_MONTH, 1);
  edit = begin (self);
  g_assert_true (koyomi_edit_update (edit, plan, NULL));
  commit (edit, "会計年度を変更");
  g_assert_cmpint (koyomi_session_get_fiscal_year (self->session, koyomi_day_new (2026, 2, 1)).year, ==, 2026);
  g_assert_true (koyomi_session_undo (self->session, NULL));
  g_assert_cmpint (koyomi_session_get_fiscal_year (self->session, koyomi_day_new (2026, 2, 1)).year, ==, 2025);
  g_assert_cmpint (n_changes, ==, 3);

  /* A label is text like any other. */
  edit = begin (self);
  g_assert_true (koyomi_edit_delete (edit, KOYOMI_TABLE_TEAM, koyomi_record_get_id (team), NULL));
  g_clear_error (&error);
  g_assert_false (koyomi_edit_commit (edit, "\xff", &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
  koyomi_edit_free (edit);
  g_assert_cmpint (count (self, KOYOMI_TABLE_TEAM), ==, before + 1);
  koyomi_test_plan_verify (self->session);
}

typedef struct
{
  gboolean  done;
  GError   *error;
} Check;

static void
finish_check_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  Check *check = data;

  g_assert_true (koyomi_session_check_finish (KOYOMI_SESSION (source), result, &check->error) == (check->error == NULL));
  check->done = TRUE;
}

/* Returns: (nullable): what a worker found */
static GError *
run_check (Fixture *self)
{
  Check check = { 0 };

  koyomi_session_check_async (self->session, NULL, finish_check_cb, &check);
  while (!check.done)
    g_main_context_iteration (NULL, TRUE);
  /* The worker may let go of the session a little after its answer. */
  while (g_atomic_int_get (&G_OBJECT (self->session)->ref_count) > 1)
    g_usleep (1000);

  return check.error;
}

static void
test_damage_is_found_by_a_worker (Fixture       *self,
                                  gconstpointer  data)
{
  static const guint8 garbage[64] = { 0xff, 0xee, 0xdd };
  g_autoptr(GError) none = run_check (self);
  g_autoptr(GError) found = NULL;

  g_assert_no_error (none);
  for (gint64 offset = 200 * 1024; offset < 300 * 1024; offset += 4096)
    koyomi_test_file_write_at (self->path, offset, garbage, sizeof garbage);
  found = run_check (self);
  g_assert_error (found, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CORRUPT);
}

static void
test_own_language_is_kept (Fixture       *self,
                           gconstpointer  data)
{
  g_autoptr(KoyomiRecord) plan = koyomi_record_copy (koyomi_session_get_plan (self->session));
  KoyomiLanguage own = koyomi_session_get_own_language (self->session);
  KoyomiEdit *edit = begin (self);
  g_autoptr(GError) error = NULL;

  koyomi_record_set_int (plan, KOYOMI_PLAN_LANGUAGE, !own);
  g_assert_false (koyomi_edit_update (edit, plan, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
  koyomi_edit_free (edit);
  g_assert_cmpint (koyomi_session_get_own_language (self->session), ==, own);
}

static char *
name_backups (Fixture *self)
{
  g_autofree char *place = g_compute_checksum_for_string (G_CHECKSUM_SHA256, koyomi_session_get_path (self->session), -1);
  g_autofree char *name = g_strdup_printf ("%" G_GINT64_MODIFIER "x-%.8s",
                                           koyomi_record_get_id (koyomi_session_get_plan (self->session)), place);

  return g_build_filename (g_get_user_data_dir (), "koyomi", "backups", name, NULL);
}

static void
test_daily_backup (Fixture       *self,
                   gconstpointer  data)
{
  g_autofree char *folder = name_backups (self);
  g_autofree char *none = koyomi_test_folder_list (folder);
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  g_autofree char *path = g_build_filename (folder, "2026-11-22.koyomi", NULL);
  g_autofree char *at_first = koyomi_test_file_hash (self->path);
  g_autofree char *copied = NULL;
  KoyomiSession *copy;

  g_assert_cmpstr (none, ==, "");
  koyomi_edit_free (begin (self));
  koyomi_edit_free (begin (self));
  one = koyomi_test_folder_list (folder);
  g_assert_cmpstr (one, ==, "2026-11-22.koyomi ");
  copy = koyomi_test_plan_open (path);
  copied = koyomi_test_content_hash (copy);
  g_assert_finalize_object (copy);

  koyomi_day_set_today (koyomi_day_new (2026, 11, 23));
  koyomi_edit_free (begin (self));
  two = koyomi_test_folder_list (folder);
  g_assert_cmpstr (two, ==, "2026-11-22.koyomi 2026-11-23.koyomi ");
  g_assert_null (koyomi_session_get_backup_error (self->session));

  /* One that cannot be made keeps nobody from working. */
  koyomi_day_set_today (koyomi_day_new (2026, 11, 24));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_free (path);
  path = g_build_filename (folder, "2026-11-23.koyomi", NULL);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_true (g_file_set_contents (folder, "", 0, NULL));
  koyomi_edit_free (begin (self));
  g_assert_nonnull (koyomi_session_get_backup_error (self->session));
}

static void
test_read_only (Fixture       *self,
                gconstpointer  data)
{
  g_autofree char *why = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiEdit) edit = NULL;

  g_assert_finalize_object (self->session);
  self->session = koyomi_session_open (self->path, TRUE, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (koyomi_session_is_read_only (self->session));
  why = koyomi_session_explain_read_only (self->session, KOYOMI_LANGUAGE_EN);
  edit = koyomi_session_begin_edit (self->session, &error);
  g_assert_null (edit);
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, why));
  g_clear_error (&error);
  g_assert_false (koyomi_session_undo (self->session, NULL));
  g_assert_false (koyomi_session_set_setting (self->session, "view", "x", &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_READ_ONLY);
}

static KoyomiRecord *
get_busy_activity (Fixture   *self,
                   GPtrArray **runs)
{
  g_autoptr(GPtrArray) activities = koyomi_session_list (self->session, KOYOMI_TABLE_ACTIVITY, 0, 0, KOYOMI_LANGUAGE_JA, NULL);

  for (guint i = 0; i < activities->len; i++)
    {
      KoyomiRecord *activity = g_ptr_array_index (activities, i);

      *runs = koyomi_session_list (self->session, KOYOMI_TABLE_OCCURRENCE, KOYOMI_OCCURRENCE_ACTIVITY,
                                   koyomi_record_get_id (activity), KOYOMI_LANGUAGE_JA, NULL);
      if ((*runs)->len > 1)
        return g_object_ref (activity);
      g_ptr_array_unref (*runs);
    }

  g_assert_not_reached ();
}

static void
test_move_activity (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr(GPtrArray) runs = NULL;
  g_autoptr(GPtrArray) moved = NULL;
  g_autoptr(KoyomiRecord) activity = get_busy_activity (self, &runs);
  g_autoptr(GPtrArray) functions = koyomi_session_list (self->session, KOYOMI_TABLE_FUNCTION, 0, 0, KOYOMI_LANGUAGE_JA, NULL);
  g_autofree char *before = koyomi_test_content_hash (self->session);
  g_autofree char *after = NULL;
  gint64 target = koyomi_record_get_id (g_ptr_array_index (functions, functions->len - 1));
  KoyomiEdit *edit = begin (self);

  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FUNCTION, target);
  g_assert_true (koyomi_edit_update (edit, activity, NULL));
  commit (edit, "活動を移動");

  moved = koyomi_session_list (self->session, KOYOMI_TABLE_OCCURRENCE, KOYOMI_OCCURRENCE_FUNCTION, target, KOYOMI_LANGUAGE_JA, NULL);
  g_assert_cmpuint (moved->len, ==, runs->len);
  g_assert_true (koyomi_session_undo (self->session, NULL));
  after = koyomi_test_content_hash (self->session);
  g_assert_cmpstr (after, ==, before);
}

static void
test_delete (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) runs = NULL;
  g_autoptr(KoyomiRecord) activity = get_busy_activity (self, &runs);
  g_autofree char *before = koyomi_test_content_hash (self->session);
  g_autofree char *after = NULL;
  gint64 n_runs = count (self, KOYOMI_TABLE_OCCURRENCE);
  g_autoptr(GError) error = NULL;
  KoyomiEdit *edit = begin (self);

  koyomi_edit_delete (edit, KOYOMI_TABLE_FUNCTION, koyomi_record_get_int (activity, KOYOMI_ACTIVITY_FUNCTION), &error);
  g_assert_no_error (error);
  commit (edit, "機能を削除");
  g_assert_cmpint (count (self, KOYOMI_TABLE_OCCURRENCE), <=, n_runs - runs->len);
  koyomi_test_plan_verify (self->session);

  koyomi_session_undo (self->session, &error);
  g_assert_no_error (error);
  after = koyomi_test_content_hash (self->session);
  g_assert_cmpstr (after, ==, before);
}

static void
test_settings (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(KoyomiEntry) head = NULL;
  g_autofree char *value = NULL;
  g_autofree char *missing = koyomi_session_get_setting (self->session, "view");

  g_assert_null (missing);
  g_assert_true (koyomi_session_set_setting (self->session, "view", "暦", NULL));
  g_assert_true (koyomi_session_set_setting (self->session, "view", "表", NULL));
  value = koyomi_session_get_setting (self->session, "view");
  g_assert_cmpstr (value, ==, "表");
  head = koyomi_session_get_head (self->session, NULL);
  g_assert_cmpint (head->seq, ==, 1);
  koyomi_test_plan_verify (self->session);
}

static gboolean
is_ascii (const char *text)
{
  while (*text != '\0' && (guchar) *text < 0x80)
    text++;

  return *text == '\0';
}

static void
assert_calendar (Fixture        *self,
                 KoyomiLanguage  language)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiCalendar) calendar = NULL;
  guint n_bars = 0;
  guint n_duties[3] = { 0 };
  guint n_teams = 0;
  guint n_japanese = 0;

  calendar = koyomi_session_load_calendar (self->session, (KoyomiFiscalYear) { 2026, 4 }, language, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (calendar->rows->len, ==, 31);
  g_assert_cmpuint (calendar->today, ==, koyomi_day_new (2026, 11, 22));
  g_assert_cmpuint (strlen (calendar->journal_head), ==, 64);
  g_assert_cmpuint (calendar->milestones->len, >=, 12);

  for (guint i = 0; i < calendar->rows->len; i++)
    {
      KoyomiCalendarRow *row = g_ptr_array_index (calendar->rows, i);

      n_bars += row->bars->len;
      n_teams += *row->team != '\0';
      for (int kind = 0; kind < 3; kind++)
        n_duties[kind] += row->duties[kind]->len;
      if (language == KOYOMI_LANGUAGE_EN)
        g_assert_true (is_ascii (koyomi_record_get_title (row->function)) && is_ascii (row->team));
      else
        n_japanese += !is_ascii (koyomi_record_get_title (row->function));
      g_assert_cmpuint (row->n_lanes, >=, 1);
    }

  /* A few functions have an English name in Japanese too. */
  g_assert_true (language == KOYOMI_LANGUAGE_EN || n_japanese > 25);
  g_assert_cmpuint (n_bars, >=, 65);
  g_assert_cmpuint (n_teams, ==, 31);
  g_assert_cmpuint (n_duties[0] + n_duties[1] + n_duties[2], ==, count (self, KOYOMI_TABLE_DUTY));
}

static void
test_calendar (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(GArray) years = koyomi_session_list_fiscal_years (self->session, NULL);

  assert_calendar (self, KOYOMI_LANGUAGE_JA);
  assert_calendar (self, KOYOMI_LANGUAGE_EN);
  g_assert_cmpuint (years->len, >=, 1);
  g_assert_cmpint (g_array_index (years, KoyomiFiscalYear, 0).year, ==, 2026);
}

static void
test_bad_rule (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(GPtrArray) runs = NULL;
  g_autoptr(KoyomiRecord) activity = get_busy_activity (self, &runs);
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiEdit) edit = begin (self);

  koyomi_record_set_text (activity, KOYOMI_ACTIVITY_RULE, "every=century");
  g_assert_cmpint (koyomi_edit_add_runs (edit, activity, 1, 2, &error), ==, -1);
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
}

/* What a worker does with the copy it is given. */
static gpointer
load_calendar (gpointer data)
{
  return koyomi_session_load_calendar (data, (KoyomiFiscalYear) { 2026, 4 }, KOYOMI_LANGUAGE_JA, TRUE, NULL);
}

static void
test_copy (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GPtrArray) runs = NULL;
  g_autoptr(KoyomiRecord) activity = get_busy_activity (self, &runs);
  g_autoptr(KoyomiCalendar) before = load_calendar (self->session);
  g_autoptr(KoyomiCalendar) calendar = NULL;
  g_autoptr(GError) error = NULL;
  KoyomiSession *copy = koyomi_session_copy (self->session, NULL, &error);
  KoyomiEdit *edit;
  GThread *worker;

  g_assert_no_error (error);
  edit = begin (self);
  worker = g_thread_new ("worker", load_calendar, copy);
  koyomi_edit_delete (edit, KOYOMI_TABLE_ACTIVITY, koyomi_record_get_id (activity), &error);
  g_assert_no_error (error);
  commit (edit, "削除");
  calendar = g_thread_join (worker);

  g_assert_cmpstr (calendar->journal_head, ==, before->journal_head);
  g_assert_cmpint (strncmp (calendar->as_of, before->as_of, strlen ("2026-11-22")), ==, 0);
  g_assert_cmpmem (calendar->counts, sizeof calendar->counts, before->counts, sizeof before->counts);
  g_assert_cmpstr (koyomi_session_get_path (copy), ==, koyomi_session_get_path (self->session));
  g_assert_cmpint (koyomi_session_get_read_only_reason (self->session), ==, KOYOMI_WRITABLE);
  g_assert_cmpint (koyomi_session_get_read_only_reason (copy), ==, KOYOMI_READ_ONLY_ASKED);
  g_assert_true (koyomi_session_is_read_only (copy));
  g_assert_null (koyomi_session_begin_edit (copy, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_READ_ONLY);
  g_assert_finalize_object (copy);
}

static void
make_backup (const char *folder,
             const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, "copy", -1, NULL));
}

static void
assert_backups (GPtrArray *backups)
{
  const KoyomiBackup *newest = g_ptr_array_index (backups, 0);
  const KoyomiBackup *oldest = g_ptr_array_index (backups, 1);

  g_assert_cmpuint (backups->len, ==, 2);
  g_assert_cmpuint (newest->day, ==, koyomi_day_new (2026, 11, 20));
  g_assert_cmpuint (newest->size, ==, 4);
  g_assert_cmpint (newest->at, >, 0);
  g_assert_true (g_str_has_suffix (newest->path, "/2026-11-20.koyomi"));
  g_assert_cmpuint (oldest->day, ==, koyomi_day_new (2026, 3, 1));
}

static void
test_list_backups (Fixture       *self,
                   gconstpointer  data)
{
  g_autofree char *folder = koyomi_session_dup_backup_folder (self->session);
  g_autofree char *elsewhere = g_strconcat (self->path, "-2", NULL);
  g_autoptr(GPtrArray) none = koyomi_session_list_backups (self->session);
  g_autoptr(GPtrArray) own = NULL;
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GPtrArray) strange = koyomi_backup_find (elsewhere);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (strange->len, ==, 0);

  g_mkdir_with_parents (folder, 0700);
  make_backup (folder, "2026-03-01.koyomi");
  make_backup (folder, "2026-11-20.koyomi");
  make_backup (folder, "2026-13-01.koyomi");
  make_backup (folder, "notes.txt");
  own = koyomi_session_list_backups (self->session);
  found = koyomi_backup_find (self->path);

  assert_backups (own);
  assert_backups (found);
}

#define ADD(path, func) g_test_add ("/session/session/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  ADD ("edit-happens-whole-or-not-at-all", test_edits);
  ADD ("own-language-is-kept", test_own_language_is_kept);
  ADD ("damage-is-found-by-a-worker", test_damage_is_found_by_a_worker);
  ADD ("first-edit-of-a-day-makes-a-copy", test_daily_backup);
  ADD ("copies-are-listed-newest-first", test_list_backups);
  ADD ("plan-opened-for-reading-refuses-and-says-why", test_read_only);
  ADD ("activity-takes-its-runs-along", test_move_activity);
  ADD ("deleting-takes-children-and-undo-brings-them-back", test_delete);
  ADD ("settings-are-no-part-of-history", test_settings);
  ADD ("calendar-in-each-language", test_calendar);
  ADD ("copy-is-for-another-thread-and-stays-as-it-was", test_copy);
  ADD ("bad-rule-makes-no-runs", test_bad_rule);

  return koyomi_test_folder_finish (g_test_run ());
}
