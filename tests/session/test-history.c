#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-history.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

#include <stdio.h>
#include <string.h>

static char *good;

typedef struct
{
  char *path;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  static int number;
  g_autofree char *name = g_strdup_printf ("case-%d", ++number);
  g_autofree char *folder = koyomi_test_folder_make (name);

  self->path = g_build_filename (folder, "plan.koyomi", NULL);
  koyomi_test_file_copy (good, self->path);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_pointer (&self->path, g_free);
}

static gint64
add_team (KoyomiSession *session,
          const char    *name)
{
  g_autoptr(KoyomiRecord) team = koyomi_record_new (KOYOMI_TABLE_TEAM);
  g_autofree char *label = g_strconcat (name, "を追加", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, &error);

  g_assert_no_error (error);
  koyomi_record_set_text (team, KOYOMI_TEAM_NAME, name);
  koyomi_edit_insert (edit, team, &error);
  g_assert_no_error (error);
  koyomi_edit_commit (edit, label, &error);
  g_assert_no_error (error);

  return koyomi_record_get_id (team);
}

static void
rename_team (KoyomiSession *session,
             gint64         id,
             const char    *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiRecord) team = koyomi_session_get (session, KOYOMI_TABLE_TEAM, id, KOYOMI_LANGUAGE_JA, &error);
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, &error);

  g_assert_no_error (error);
  koyomi_record_set_text (team, KOYOMI_TEAM_NAME, name);
  koyomi_edit_update (edit, team, &error);
  g_assert_no_error (error);
  koyomi_edit_commit (edit, "改名", &error);
  g_assert_no_error (error);
}

static void
make_good_plan (void)
{
  g_autofree char *folder = koyomi_test_folder_make ("good");
  KoyomiSession *session;

  good = g_build_filename (folder, "good.koyomi", NULL);
  koyomi_test_plan_make (good, KOYOMI_TEMPLATE_EMPTY, KOYOMI_LANGUAGE_JA);
  session = koyomi_test_plan_open (good);
  add_team (session, "運用班");
  rename_team (session, add_team (session, "監査班"), "内部監査班");
  add_team (session, "教育班");
  g_assert_finalize_object (session);
}

static void
assert_top (KoyomiSession   *session,
            KoyomiEntryKind  kind,
            const char      *label)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiEntry) entry = NULL;

  entry = kind == KOYOMI_ENTRY_UNDO ? koyomi_session_get_undoable (session, &error) : koyomi_session_get_redoable (session, &error);
  if (label == NULL)
    g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOTHING);
  else
    {
      g_assert_no_error (error);
      g_assert_cmpstr (entry->label, ==, label);
    }
}

static void
test_undo_by_name (Fixture       *self,
                   gconstpointer  data)
{
  static const char * const labels[] = { "教育班を追加", "改名", "監査班を追加", "運用班を追加" };
  KoyomiSession *session = koyomi_test_plan_open (self->path);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      assert_top (session, KOYOMI_ENTRY_UNDO, labels[i]);
      assert_top (session, KOYOMI_ENTRY_REDO, i > 0 ? labels[i - 1] : NULL);
      koyomi_session_undo (session, &error);
      g_assert_no_error (error);
    }

  /* The making of the plan stays. */
  assert_top (session, KOYOMI_ENTRY_UNDO, NULL);
  g_assert_cmpint (koyomi_session_count (session, KOYOMI_TABLE_TEAM, NULL), ==, 0);
  g_assert_finalize_object (session);

  /* What was undone in one sitting can be redone in the next. */
  session = koyomi_test_plan_open (self->path);
  assert_top (session, KOYOMI_ENTRY_REDO, "運用班を追加");
  koyomi_session_redo (session, &error);
  g_assert_no_error (error);
  g_assert_cmpint (koyomi_session_count (session, KOYOMI_TABLE_TEAM, NULL), ==, 1);
  add_team (session, "広報班");
  assert_top (session, KOYOMI_ENTRY_REDO, NULL);
  koyomi_test_plan_verify (session);
  g_assert_finalize_object (session);
}

static void
assert_past (KoyomiSession *session,
             const char    *when,
             int            n_teams)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiSession) past = NULL;
  g_autoptr(KoyomiEdit) edit = NULL;
  gint64 seq = koyomi_session_find_moment (session, when, &error);

  g_test_message ("%s", when);
  g_assert_no_error (error);
  past = koyomi_session_open_as_of (session, seq, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (koyomi_session_count (past, KOYOMI_TABLE_TEAM, NULL), ==, n_teams);
  g_assert_true (koyomi_session_is_read_only (past));
  g_assert_null (koyomi_session_get_path (past));
  edit = koyomi_session_begin_edit (past, &error);
  g_assert_null (edit);
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_READ_ONLY);
}

static void
test_as_of (Fixture       *self,
            gconstpointer  data)
{
  static const char * const none[] = { "#99", "#", "#-1", "#1x", "x", "", "2026-13-01", "2026-04-20 25:00", "2026-04-20 09:30x" };
  KoyomiSession *session = koyomi_test_plan_open (self->path);
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiEntry) head = NULL;
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *minute = g_date_time_format (now, "%Y-%m-%d %H:%M");

  koyomi_session_add_bookmark (session, " 第1四半期 ", "しおり", &error);
  g_assert_no_error (error);
  add_team (session, "広報班");
  assert_past (session, "第1四半期", 3);
  assert_past (session, "#0", 0);
  assert_past (session, "#2", 1);
  assert_past (session, "#5", 3);
  assert_past (session, "2020-01-01", 0);
  assert_past (session, "2020-01-01 09:30", 0);
  assert_past (session, today, 4);
  assert_past (session, minute, 4);

  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_assert_cmpint (koyomi_session_find_moment (session, none[i], &error), ==, -1);
      g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND);
      g_clear_error (&error);
    }

  g_assert_false (koyomi_session_add_bookmark (session, "第1四半期", "しおり", &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (koyomi_session_add_bookmark (session, "#3", "しおり", &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT);
  g_assert_finalize_object (session);
}

typedef struct
{
  const char      *sql;
  KoyomiPlanError  code;
  gint64           bad_seq;
  gboolean         with_head;   /* found only with what was printed on paper */
} Tampering;

static const Tampering tamperings[] = {
  { "UPDATE team SET note = 'x' WHERE name = '運用班'", KOYOMI_PLAN_ERROR_CONFLICT },
  { "UPDATE team SET name = 'x' WHERE name = '内部監査班'", KOYOMI_PLAN_ERROR_CONFLICT },
  { "UPDATE plan SET organisation = 'x'", KOYOMI_PLAN_ERROR_CONFLICT },
  { "INSERT INTO catalogue VALUES (0, 'x', '', '', 1)", KOYOMI_PLAN_ERROR_CONFLICT },
  { "INSERT INTO catalogue VALUES (7, 'x', '', '', 1)", KOYOMI_PLAN_ERROR_CONFLICT },
  { "INSERT INTO translation VALUES ('team', 7, 'name', 'en', 'x')", KOYOMI_PLAN_ERROR_CONFLICT },
  { "DELETE FROM team WHERE name = '教育班'", KOYOMI_PLAN_ERROR_CONFLICT },
  { "INSERT INTO person VALUES (7, 404, 'x', '', '', 1)", KOYOMI_PLAN_ERROR_CONFLICT },
  { "UPDATE journal SET label = 'x' WHERE seq = 3", KOYOMI_PLAN_ERROR_BROKEN_CHAIN, 3 },
  { "UPDATE journal SET actor = 'x' WHERE seq = 2", KOYOMI_PLAN_ERROR_BROKEN_CHAIN, 2 },
  { "UPDATE journal SET at = at - 1 WHERE seq = 5", KOYOMI_PLAN_ERROR_BROKEN_CHAIN, 5 },
  { "UPDATE journal SET undo_top = 2 WHERE seq = 5", KOYOMI_PLAN_ERROR_BROKEN_CHAIN, 5 },
  { "UPDATE journal SET kind = 'undo' WHERE seq = 4", KOYOMI_PLAN_ERROR_BROKEN_CHAIN, 4 },
  { "UPDATE journal SET changeset = x'54' WHERE seq = 4", KOYOMI_PLAN_ERROR_BROKEN_CHAIN, 4 },
  { "UPDATE journal SET changeset_hash = zeroblob (32) WHERE seq = 4", KOYOMI_PLAN_ERROR_BROKEN_CHAIN, 4 },
  { "UPDATE journal SET hash = zeroblob (32) WHERE seq = 4", KOYOMI_PLAN_ERROR_BROKEN_CHAIN, 4 },
  { "DELETE FROM journal WHERE seq = 3", KOYOMI_PLAN_ERROR_BROKEN_CHAIN, 3 },
  { "DELETE FROM journal WHERE seq = 1", KOYOMI_PLAN_ERROR_BROKEN_CHAIN, 1 },
  { "DELETE FROM journal WHERE seq = 5", KOYOMI_PLAN_ERROR_CONFLICT },
  { "DELETE FROM journal WHERE seq = 5; DELETE FROM team WHERE name = '教育班'", KOYOMI_PLAN_ERROR_BROKEN_CHAIN, 5, TRUE },
  { "DELETE FROM journal", KOYOMI_PLAN_ERROR_CONFLICT },
  { "INSERT INTO journal SELECT 0, at, actor, label, kind, target, undo_top, redo_top, hash, changeset_hash, changeset FROM journal"
    " WHERE seq = 1", KOYOMI_PLAN_ERROR_BROKEN_CHAIN, 1 },
  { "INSERT INTO journal SELECT 6, at, actor, label, kind, target, undo_top, redo_top, hash, changeset_hash, changeset FROM journal"
    " WHERE seq = 5", KOYOMI_PLAN_ERROR_BROKEN_CHAIN, 6 },
};

static char *
dup_head (const char *path)
{
  KoyomiSession *session = koyomi_test_plan_open (path);
  g_autoptr(KoyomiEntry) head = koyomi_session_get_head (session, NULL);
  char *hash = koyomi_entry_dup_hash (head);

  g_assert_finalize_object (session);

  return hash;
}

static void
assert_found (Fixture    *self,
              const char *head,
              int         code,
              gint64      expected_seq)
{
  g_autoptr(GError) error = NULL;
  KoyomiSession *session = koyomi_test_plan_open (self->path);
  gint64 bad_seq = -1;

  g_assert_false (koyomi_session_verify (session, head, NULL, NULL, NULL, &bad_seq, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, KOYOMI_PLAN_ERROR, code);
  g_assert_cmpint (bad_seq, ==, expected_seq);
  g_assert_finalize_object (session);
}

static void
test_tampering (Fixture       *self,
                gconstpointer  data)
{
  g_autofree char *head = dup_head (good);

  for (guint i = 0; i < G_N_ELEMENTS (tamperings); i++)
    {
      const Tampering *tampering = &tamperings[i];

      g_test_message ("%s", tampering->sql);
      koyomi_test_file_copy (good, self->path);
      koyomi_test_run_sqlite3 (self->path, tampering->sql);
      if (tampering->with_head)
        {
          KoyomiSession *session = koyomi_test_plan_open (self->path);

          koyomi_test_plan_verify (session);
          g_assert_finalize_object (session);
        }
      assert_found (self, tampering->with_head ? head : NULL, tampering->code, tampering->bad_seq);
    }
}

/* Whoever can write the file can make a chain of his own, as true as the first; only paper tells. */
static void
test_rebuilt (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *head = dup_head (good);
  g_autofree char *part = g_strndup (head, 16);
  g_autofree char *upper = g_ascii_strup (head, -1);
  g_autofree char *short_part = g_strndup (head, 15);
  const char *heads[] = { head, part, upper };
  KoyomiSession *session = koyomi_test_plan_open (self->path);
  gint64 bad_seq;

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    g_assert_true (koyomi_session_verify (session, heads[i], NULL, NULL, NULL, &bad_seq, NULL));

  /* A head from before later edits is still in the chain. */
  add_team (session, "広報班");
  g_assert_true (koyomi_session_verify (session, head, NULL, NULL, NULL, &bad_seq, NULL));
  g_assert_finalize_object (session);
  assert_found (self, short_part, KOYOMI_PLAN_ERROR_BROKEN_CHAIN, 7);

  g_assert_cmpint (remove (self->path), ==, 0);
  koyomi_test_plan_make (self->path, KOYOMI_TEMPLATE_EMPTY, KOYOMI_LANGUAGE_JA);
  assert_found (self, head, KOYOMI_PLAN_ERROR_BROKEN_CHAIN, 2);
}

static void
test_conflict (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  KoyomiSession *session;

  koyomi_test_run_sqlite3 (self->path, "UPDATE team SET name = 'x' WHERE name = '教育班'");
  session = koyomi_test_plan_open (self->path);
  before = koyomi_test_content_hash (session);
  g_assert_false (koyomi_session_undo (session, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "team"));
  after = koyomi_test_content_hash (session);
  g_assert_cmpstr (after, ==, before);
  assert_top (session, KOYOMI_ENTRY_UNDO, "教育班を追加");

  /* Editing goes on. */
  add_team (session, "広報班");
  g_assert_finalize_object (session);
}

static void
test_changes_as_read (Fixture       *self,
                      gconstpointer  data)
{
  KoyomiSession *session = koyomi_test_plan_open (self->path);
  g_autoptr(GPtrArray) rows = koyomi_session_list_changes (session, 4, NULL);
  KoyomiRowChange *row = g_ptr_array_index (rows, 0);
  const KoyomiFieldChange *field = &g_array_index (row->fields, KoyomiFieldChange, 0);
  g_autofree char *name = koyomi_session_name_row (session, row, KOYOMI_LANGUAGE_JA);
  g_autofree char *old_text = koyomi_session_format_change (session, field, FALSE, KOYOMI_LANGUAGE_JA);
  g_autofree char *new_text = koyomi_session_format_change (session, field, TRUE, KOYOMI_LANGUAGE_JA);

  g_assert_cmpstr (name, ==, "内部監査班");
  g_assert_cmpstr (old_text, ==, "監査班");
  g_assert_cmpstr (new_text, ==, "内部監査班");
  g_clear_pointer (&rows, g_ptr_array_unref);
  g_assert_finalize_object (session);
}

/* The plan's own row says what it was made from. */
static void
test_template (Fixture       *self,
               gconstpointer  data)
{
  static const char * const names[KOYOMI_N_LANGUAGES] = {
    [KOYOMI_LANGUAGE_JA] = "CRICの31機能", [KOYOMI_LANGUAGE_EN] = "CRIC’s 31 functions",
  };

  KoyomiSession *session = koyomi_test_plan_open (self->path);
  KoyomiFieldChange change = { .field = KOYOMI_PLAN_TEMPLATE, .new_text = "cric", .old_text = "of-a-later-version" };

  for (guint i = 0; i < KOYOMI_N_LANGUAGES; i++)
    {
      g_autofree char *name = koyomi_session_format_change (session, &change, TRUE, i);
      g_autofree char *unknown = koyomi_session_format_change (session, &change, FALSE, i);

      g_assert_cmpstr (name, ==, names[i]);
      g_assert_cmpstr (unknown, ==, "of-a-later-version");
    }
  g_assert_finalize_object (session);
}

#define ADD(path, func) g_test_add ("/session/history/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();
  make_good_plan ();

  ADD ("undo-and-redo-name-the-edit", test_undo_by_name);
  ADD ("past-by-bookmark-day-time-or-number", test_as_of);
  ADD ("verify-finds-what-was-done-outside", test_tampering);
  ADD ("head-from-paper-finds-a-cut-or-rebuilt-log", test_rebuilt);
  ADD ("undo-over-an-outside-edit-is-refused", test_conflict);
  ADD ("changes-as-people-read-them", test_changes_as_read);
  ADD ("template-by-its-name", test_template);

  status = g_test_run ();
  g_clear_pointer (&good, g_free);

  return koyomi_test_folder_finish (status);
}
