#include "koyomi-backup.h"
#include "koyomi-journal.h"
#include "koyomi-plan-error.h"
#include "koyomi-plan-file.h"
#include "koyomi-record-store.h"
#include "koyomi-test-folder.h"

#include <glib/gstdio.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_TEAMS 200

/* A whole plan; each test works on a copy of it. */
static char *good;

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  static int number;
  g_autofree char *name = g_strdup_printf ("case-%d", ++number);

  self->folder = koyomi_test_folder_make (name);
  self->path = g_build_filename (self->folder, "plan.koyomi", NULL);
  koyomi_test_file_copy (good, self->path);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->folder, g_free);
}

static void
add_teams (KoyomiDatabase *db,
           int             n_teams)
{
  KoyomiRecordStore store = { db, KOYOMI_LANGUAGE_JA };
  g_autoptr(KoyomiRecorder) recorder = NULL;
  g_autoptr(GError) error = NULL;

  koyomi_database_begin (db, &error);
  g_assert_no_error (error);
  recorder = koyomi_recorder_start (db, &error);
  for (int i = 0; i < n_teams; i++)
    {
      g_autoptr(KoyomiRecord) team = koyomi_record_new (KOYOMI_TABLE_TEAM);

      koyomi_record_set_text (team, KOYOMI_TEAM_NAME, "セキュリティ運用センターの夜間当番を受け持つ班");
      koyomi_record_store_insert (&store, team, &error);
      g_assert_no_error (error);
    }
  koyomi_journal_append (db, recorder, 1000, "試験", "班を追加", &error);
  g_assert_no_error (error);
  koyomi_database_commit (db, &error);
  g_assert_no_error (error);
}

static gint64
count_teams (KoyomiPlanFile *file)
{
  g_autoptr(GError) error = NULL;
  gint64 count;

  koyomi_database_get_number (koyomi_plan_file_get_database (file), "SELECT count (*) FROM team", &count, &error);
  g_assert_no_error (error);

  return count;
}

static KoyomiPlanFile *
open_plan (const char           *path,
           gboolean              read_only,
           KoyomiReadOnlyReason  reason)
{
  g_autoptr(GError) error = NULL;
  KoyomiPlanFile *file = koyomi_plan_file_open (path, read_only, "nowhere", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (koyomi_plan_file_get_reason (file), ==, reason);

  return file;
}

static void
make_good_plan (void)
{
  g_autofree char *folder = koyomi_test_folder_make ("good");
  g_autoptr(KoyomiDatabase) db = NULL;
  g_autoptr(GError) error = NULL;

  good = g_build_filename (folder, "good.koyomi", NULL);
  db = koyomi_plan_file_create (good, &error);
  g_assert_no_error (error);
  add_teams (db, N_TEAMS);
  g_assert_true (koyomi_database_close (db, &error));
}

/* Opened either way the file is refused, stays as it is, and has nothing beside it. */
static void
assert_refused (Fixture         *self,
                KoyomiPlanError  code)
{
  g_autofree char *before = koyomi_test_file_hash (self->path);

  for (int read_only = 0; read_only < 2; read_only++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(KoyomiPlanFile) file = koyomi_plan_file_open (self->path, read_only, "nowhere", NULL, &error);
      g_autofree char *after = koyomi_test_file_hash (self->path);
      g_autofree char *names = koyomi_test_folder_list (self->folder);

      g_assert_null (file);
      g_test_message ("%s", error->message);
      g_assert_error (error, KOYOMI_PLAN_ERROR, (int) code);
      g_assert_nonnull (strstr (error->message, self->path));
      g_assert_cmpstr (after, ==, before);
      g_assert_cmpstr (names, ==, "plan.koyomi ");
    }
}

static void
test_foreign (Fixture       *self,
              gconstpointer  data)
{
  static const char png[300] = "\x89PNG\r\n\x1a\n";
  static const struct
  {
    const char *bytes;
    gssize      size;
  } cases[] = {
    { "", 0 },
    { "S", 1 },
    { "機能\t担当\t4月\n", -1 },
    { "SQLite format 3", 16 },
    { png, sizeof png },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (g_file_set_contents (self->path, cases[i].bytes, cases[i].size, NULL));
      assert_refused (self, KOYOMI_PLAN_ERROR_NOT_A_PLAN);
    }
}

static void
test_other_programs (Fixture       *self,
                     gconstpointer  data)
{
  static const char * const statements[] = {
    "CREATE TABLE note (text)",
    "PRAGMA application_id = 1234; CREATE TABLE note (text)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_unlink (self->path);
      koyomi_test_run_sqlite3 (self->path, statements[i]);
      assert_refused (self, KOYOMI_PLAN_ERROR_NOT_A_PLAN);
    }
}

static void
test_versions (Fixture       *self,
               gconstpointer  data)
{
  static const struct
  {
    const char      *statement;
    KoyomiPlanError  code;
  } cases[] = {
    { "PRAGMA user_version = 8", KOYOMI_PLAN_ERROR_TOO_NEW },
    { "PRAGMA user_version = 2147483647", KOYOMI_PLAN_ERROR_TOO_NEW },
    { "PRAGMA user_version = 6", KOYOMI_PLAN_ERROR_ALTERED },
    { "PRAGMA user_version = 5", KOYOMI_PLAN_ERROR_ALTERED },
    { "PRAGMA user_version = 4", KOYOMI_PLAN_ERROR_ALTERED },
    { "PRAGMA user_version = 3", KOYOMI_PLAN_ERROR_ALTERED },
    { "PRAGMA user_version = 2", KOYOMI_PLAN_ERROR_ALTERED },
    { "PRAGMA user_version = 1", KOYOMI_PLAN_ERROR_ALTERED },
    { "PRAGMA user_version = 0", KOYOMI_PLAN_ERROR_ALTERED },
    { "PRAGMA user_version = -1", KOYOMI_PLAN_ERROR_ALTERED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      koyomi_test_run_sqlite3 (self->path, cases[i].statement);
      assert_refused (self, cases[i].code);
    }
}

static void
test_truncated (Fixture       *self,
                gconstpointer  data)
{
  GStatBuf status;
  gint64 sizes[7] = { 1, 99, 100, 4096 };

  g_assert_cmpint (g_stat (self->path, &status), ==, 0);
  sizes[4] = status.st_size / 2;
  sizes[5] = status.st_size - 4096;
  sizes[6] = status.st_size - 1;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      koyomi_test_file_copy (good, self->path);
      g_assert_cmpint (truncate (self->path, sizes[i]), ==, 0);
      assert_refused (self, sizes[i] < 100 ? KOYOMI_PLAN_ERROR_NOT_A_PLAN : KOYOMI_PLAN_ERROR_CORRUPT);
    }
}

static void
test_planted (Fixture       *self,
              gconstpointer  data)
{
  static const char * const statements[] = {
    "CREATE TRIGGER t AFTER INSERT ON team BEGIN DELETE FROM journal; END",
    "CREATE TEMP TABLE x (y); CREATE VIEW team_list AS SELECT * FROM team",
    "CREATE INDEX team_name ON team (name)",
    "CREATE TABLE secret (text)",
    "CREATE VIRTUAL TABLE words USING fts5 (text)",
    "DROP TABLE setting",
    "DROP INDEX meeting_day",
    "ALTER TABLE team ADD COLUMN colour TEXT",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, '''own'', ''group''', '''own'', ''our'', ''group''')"
    " WHERE name = 'team'",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, 'NOT NULL', '') WHERE name = 'team'",
    "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES ('trigger', 'sqlite_stat1',"
    " 'team', 0, 'CREATE TRIGGER sqlite_stat1 AFTER INSERT ON team BEGIN DELETE FROM journal; END')",
    "PRAGMA journal_mode = WAL; CREATE TRIGGER t AFTER INSERT ON team BEGIN DELETE FROM journal; END",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_test_message ("%s", statements[i]);
      koyomi_test_file_copy (good, self->path);
      koyomi_test_run_sqlite3 (self->path, statements[i]);
      assert_refused (self, KOYOMI_PLAN_ERROR_ALTERED);
    }
}

static void
test_damaged (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *answer = koyomi_test_ask_sqlite3 (good, "SELECT pageno FROM dbstat WHERE name = 'team' AND pagetype = 'leaf'");
  g_auto(GStrv) pages = g_strsplit (answer, "\n", -1);
  guint8 garbage[64];

  memset (garbage, 0xa5, sizeof garbage);
  g_assert_cmpuint (g_strv_length (pages), >, 4);

  for (guint i = 0; i < 4; i++)
    {
      koyomi_test_file_copy (good, self->path);
      koyomi_test_file_write_at (self->path, (g_ascii_strtoll (pages[i], NULL, 10) - 1) * 4096, garbage, sizeof garbage);
      assert_refused (self, KOYOMI_PLAN_ERROR_CORRUPT);
    }
}

static void
assert_path_refused (const char      *path,
                     KoyomiPlanError  code)
{
  for (int read_only = 0; read_only < 2; read_only++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(KoyomiPlanFile) file = koyomi_plan_file_open (path, read_only, "nowhere", NULL, &error);

      g_assert_null (file);
      g_assert_error (error, KOYOMI_PLAN_ERROR, (int) code);
      g_test_message ("%s", error->message);
    }
}

static void
test_no_files (Fixture       *self,
               gconstpointer  data)
{
  g_autofree char *fifo = g_build_filename (self->folder, "fifo", NULL);
  g_autofree char *missing = g_build_filename (self->folder, "missing", NULL);
  g_autofree char *below = g_build_filename (self->path, "below", NULL);
  g_autofree char *dangling = g_build_filename (self->folder, "dangling", NULL);

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_cmpint (symlink ("nowhere", dangling), ==, 0);

  assert_path_refused (self->folder, KOYOMI_PLAN_ERROR_NOT_A_PLAN);
  assert_path_refused (fifo, KOYOMI_PLAN_ERROR_NOT_A_PLAN);
  assert_path_refused ("/dev/null", KOYOMI_PLAN_ERROR_NOT_A_PLAN);
  assert_path_refused ("/dev/zero", KOYOMI_PLAN_ERROR_NOT_A_PLAN);
  assert_path_refused (missing, KOYOMI_PLAN_ERROR_NOT_FOUND);
  assert_path_refused (below, KOYOMI_PLAN_ERROR_NOT_FOUND);
  assert_path_refused (dangling, KOYOMI_PLAN_ERROR_NOT_FOUND);
}

static void
test_symlink (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *link = g_build_filename (self->folder, "link.koyomi", NULL);
  g_autoptr(KoyomiPlanFile) file = NULL;

  g_assert_cmpint (symlink ("plan.koyomi", link), ==, 0);
  file = open_plan (link, FALSE, KOYOMI_WRITABLE);
  g_assert_cmpstr (koyomi_plan_file_get_path (file), ==, self->path);
  add_teams (koyomi_plan_file_get_database (file), 1);
  g_assert_cmpint (count_teams (file), ==, N_TEAMS + 1);
}

static void
test_hard_link (Fixture       *self,
                gconstpointer  data)
{
  g_autofree char *other = g_build_filename (self->folder, "other.koyomi", NULL);
  g_autofree char *why = NULL;
  g_autoptr(KoyomiPlanFile) file = NULL;

  g_assert_cmpint (link (self->path, other), ==, 0);
  file = open_plan (self->path, FALSE, KOYOMI_READ_ONLY_LINKED);
  g_assert_cmpint (count_teams (file), ==, N_TEAMS);
  g_assert_false (koyomi_database_run (koyomi_plan_file_get_database (file), "DELETE FROM team", NULL));
  why = koyomi_read_only_reason_explain (koyomi_plan_file_get_reason (file), NULL, KOYOMI_LANGUAGE_EN);
  g_assert_nonnull (strstr (why, "hard link"));
}

/* In another process, without the rights of root. */
static void
read_only (gpointer data)
{
  g_autoptr(KoyomiPlanFile) file = open_plan (data, FALSE, KOYOMI_READ_ONLY_FILE);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (count_teams (file), ==, N_TEAMS);
  g_assert_false (koyomi_database_run (koyomi_plan_file_get_database (file), "DELETE FROM team", &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_READ_ONLY);
}

static void
forbidden (gpointer data)
{
  assert_path_refused (data, KOYOMI_PLAN_ERROR_FAILED);
}

static void
half_written (gpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiPlanFile) file = koyomi_plan_file_open (data, FALSE, "nowhere", NULL, &error);

  g_assert_null (file);
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, strstr (data, "wal") != NULL ? "-wal" : "-journal"));
}

static void
test_permissions (Fixture       *self,
                  gconstpointer  data)
{
  g_autofree char *before = koyomi_test_file_hash (self->path);
  g_autofree char *after = NULL;
  g_autofree char *names = NULL;

  /* The file may be written, its folder not: no journal could stand beside it. */
  g_assert_cmpint (g_chmod (self->path, 0666), ==, 0);
  g_assert_cmpint (g_chmod (self->folder, 0555), ==, 0);
  g_assert_true (koyomi_test_fork_as_nobody (read_only, self->path));

  g_assert_cmpint (g_chmod (self->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (self->folder, 0777), ==, 0);
  g_assert_true (koyomi_test_fork_as_nobody (read_only, self->path));

  g_assert_cmpint (g_chmod (self->path, 0000), ==, 0);
  g_assert_true (koyomi_test_fork_as_nobody (forbidden, self->path));
  g_assert_cmpint (g_chmod (self->path, 0644), ==, 0);

  after = koyomi_test_file_hash (self->path);
  names = koyomi_test_folder_list (self->folder);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (names, ==, "plan.koyomi ");
}

static void
read_on_read_only_disk (gpointer data)
{
  g_autofree char *folder = g_path_get_dirname (data);

  g_assert_cmpint (mount (folder, folder, NULL, MS_BIND, NULL), ==, 0);
  g_assert_cmpint (mount (NULL, folder, NULL, MS_BIND | MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
  read_only (data);
}

static void
try_mount (gpointer data)
{
  if (unshare (CLONE_NEWNS) != 0 || mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
      mount (data, data, NULL, MS_BIND, NULL) != 0)
    _exit (1);
}

static void
test_read_only_disk_child (gpointer data)
{
  g_assert_cmpint (unshare (CLONE_NEWNS), ==, 0);
  g_assert_cmpint (mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL), ==, 0);
  read_on_read_only_disk (data);
}

static void
test_read_only_disk (Fixture       *self,
                     gconstpointer  data)
{
  if (!koyomi_test_fork (try_mount, self->folder))
    {
      g_test_skip ("nothing can be mounted here");
      return;
    }

  g_assert_true (koyomi_test_fork (test_read_only_disk_child, self->path));
}

/* Writes so much that SQLite has to put pages into the file before the commit, and is killed. */
static void
die_half_way (gpointer data)
{
  g_autoptr(KoyomiDatabase) db = koyomi_database_open (data, KOYOMI_DATABASE_WRITE, NULL);

  g_assert_true (koyomi_database_run (db, "PRAGMA cache_size = 2; BEGIN IMMEDIATE;"
                                          "UPDATE team SET note = hex (randomblob (300))", NULL));
  kill (getpid (), SIGKILL);
}

static void
test_hot_journal (Fixture       *self,
                  gconstpointer  data)
{
  gboolean asked = GPOINTER_TO_INT (data);
  g_autofree char *before = koyomi_test_file_hash (self->path);
  g_autofree char *half = NULL;
  g_autofree char *names = NULL;
  g_autofree char *after = NULL;
  g_autoptr(KoyomiPlanFile) file = NULL;

  g_assert_false (koyomi_test_fork (die_half_way, self->path));
  half = koyomi_test_file_hash (self->path);
  g_assert_cmpstr (half, !=, before);

  file = open_plan (self->path, asked, asked ? KOYOMI_READ_ONLY_ASKED : KOYOMI_WRITABLE);
  g_assert_cmpint (count_teams (file), ==, N_TEAMS);
  g_assert_finalize_object (g_steal_pointer (&file));

  names = koyomi_test_folder_list (self->folder);
  after = koyomi_test_file_hash (self->path);
  g_assert_cmpstr (names, ==, "plan.koyomi ");
  g_assert_cmpstr (after, ==, before);
}

static void
test_hot_journal_in_read_only_folder (Fixture       *self,
                                      gconstpointer  data)
{
  g_autofree char *half = NULL;
  g_autofree char *after = NULL;
  g_autofree char *journal = g_strconcat (self->path, "-journal", NULL);

  g_assert_false (koyomi_test_fork (die_half_way, self->path));
  half = koyomi_test_file_hash (self->path);
  g_assert_cmpint (g_chmod (self->path, 0666), ==, 0);
  g_assert_cmpint (g_chmod (journal, 0666), ==, 0);
  g_assert_cmpint (g_chmod (self->folder, 0555), ==, 0);
  g_assert_true (koyomi_test_fork_as_nobody (half_written, self->path));
  g_assert_cmpint (g_chmod (self->folder, 0755), ==, 0);
  after = koyomi_test_file_hash (self->path);
  g_assert_cmpstr (after, ==, half);
}

static void
test_wal (Fixture       *self,
          gconstpointer  data)
{
  g_autofree char *names = NULL;
  g_autofree char *mode = NULL;

  koyomi_test_run_sqlite3 (self->path, "PRAGMA journal_mode = WAL");

  for (int asked = 1; asked >= 0; asked--)
    {
      g_autoptr(KoyomiPlanFile) file = open_plan (self->path, asked, asked ? KOYOMI_READ_ONLY_ASKED : KOYOMI_WRITABLE);

      g_assert_cmpint (count_teams (file), ==, N_TEAMS);
      if (!asked)
        add_teams (koyomi_plan_file_get_database (file), 1);
    }

  names = koyomi_test_folder_list (self->folder);
  g_assert_cmpstr (names, ==, "plan.koyomi ");
  mode = koyomi_test_ask_sqlite3 (self->path, "PRAGMA journal_mode; SELECT count (*) FROM team");
  g_assert_cmpstr (mode, ==, "delete\n201\n");
}

static void
leave_wal (gpointer data)
{
  g_autoptr(KoyomiDatabase) db = koyomi_database_open (data, KOYOMI_DATABASE_WRITE, NULL);

  g_assert_true (koyomi_database_run (db, "PRAGMA journal_mode = WAL; DELETE FROM team WHERE rowid % 2", NULL));
  kill (getpid (), SIGKILL);
}

static void
test_wal_in_read_only_folder (Fixture       *self,
                              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "wal.koyomi", NULL);

  koyomi_test_file_copy (self->path, path);
  g_assert_false (koyomi_test_fork (leave_wal, path));
  g_assert_cmpint (g_chmod (self->folder, 0555), ==, 0);
  g_assert_true (koyomi_test_fork_as_nobody (half_written, path));
  g_assert_cmpint (g_chmod (self->folder, 0755), ==, 0);
}

static void
test_modes (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *copy = g_build_filename (self->folder, "copy.koyomi", NULL);
  g_autofree char *new_plan = g_build_filename (self->folder, "new.koyomi", NULL);
  g_autoptr(KoyomiPlanFile) file = open_plan (self->path, TRUE, KOYOMI_READ_ONLY_ASKED);
  g_autoptr(KoyomiDatabase) db = NULL;
  g_autoptr(GError) error = NULL;
  mode_t mask = umask (0);
  GStatBuf status;

  koyomi_backup_write (koyomi_plan_file_get_database (file), copy, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  db = koyomi_plan_file_create (new_plan, &error);
  g_assert_no_error (error);
  umask (mask);

  g_assert_cmpint (g_stat (copy, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (new_plan, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

/* Opens the plan in another process, which keeps it until it is killed. */
static pid_t
hold (const char *path)
{
  int channel[2];
  char byte;
  pid_t child;

  g_assert_cmpint (pipe (channel), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      KoyomiPlanFile *file;

      prctl (PR_SET_PDEATHSIG, SIGKILL);
      file = open_plan (path, FALSE, KOYOMI_WRITABLE);
      g_assert_nonnull (file);
      g_assert_cmpint (write (channel[1], "x", 1), ==, 1);
      while (TRUE)
        pause ();
    }

  close (channel[1]);
  g_assert_cmpint (read (channel[0], &byte, 1), ==, 1);
  close (channel[0]);

  return child;
}

static void
test_two_programs (Fixture       *self,
                   gconstpointer  data)
{
  gint64 start = g_get_real_time () / 1000;
  pid_t child = hold (self->path);
  gint64 end = g_get_real_time () / 1000;
  g_autoptr(KoyomiPlanFile) file = open_plan (self->path, FALSE, KOYOMI_READ_ONLY_LOCKED);
  KoyomiLockHolder *holder = koyomi_plan_file_get_holder (file);
  g_autofree char *why = NULL;
  g_autofree char *number = g_strdup_printf ("process %d", (int) child);

  g_assert_cmpint (holder->pid, ==, child);
  g_assert_cmpstr (holder->user, ==, g_get_user_name ());
  g_assert_cmpint (holder->since, >=, start - 1000);
  g_assert_cmpint (holder->since, <=, end);
  why = koyomi_read_only_reason_explain (koyomi_plan_file_get_reason (file), holder, KOYOMI_LANGUAGE_EN);
  g_assert_nonnull (strstr (why, g_get_user_name ()));
  g_assert_nonnull (strstr (why, number));
  g_assert_cmpint (count_teams (file), ==, N_TEAMS);
  g_assert_false (koyomi_database_run (koyomi_plan_file_get_database (file), "DELETE FROM team", NULL));
  g_assert_finalize_object (g_steal_pointer (&file));

  /* Reading beside the writer does not take its lock away. */
  file = open_plan (self->path, FALSE, KOYOMI_READ_ONLY_LOCKED);
  g_assert_finalize_object (g_steal_pointer (&file));

  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  file = open_plan (self->path, FALSE, KOYOMI_WRITABLE);
  add_teams (koyomi_plan_file_get_database (file), 1);
  g_assert_finalize_object (g_steal_pointer (&file));
}

/* Another process, which has nothing of this one's, and when it is told so finds the plan locked by this one. */
static pid_t
start_onlooker (const char *path,
                int        *channel)
{
  pid_t child;

  g_assert_cmpint (pipe (channel), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      g_autoptr(KoyomiPlanFile) file = NULL;
      char byte;

      prctl (PR_SET_PDEATHSIG, SIGKILL);
      g_assert_cmpint (read (channel[0], &byte, 1), ==, 1);
      file = open_plan (path, FALSE, KOYOMI_READ_ONLY_LOCKED);
      g_assert_cmpint (koyomi_plan_file_get_holder (file)->pid, ==, getppid ());
      _exit (0);
    }

  return child;
}

static void
test_lock_lasts (Fixture       *self,
                 gconstpointer  data)
{
  g_autofree char *copy = g_build_filename (self->folder, "copy.koyomi", NULL);
  g_autoptr(KoyomiPlanFile) file = NULL;
  g_autoptr(KoyomiPlanFile) second = NULL;
  g_autoptr(GError) error = NULL;
  int channel[2];
  int status;
  pid_t onlooker = start_onlooker (self->path, channel);

  file = open_plan (self->path, FALSE, KOYOMI_WRITABLE);
  second = koyomi_plan_file_open (self->path, TRUE, "nowhere", NULL, &error);
  g_assert_null (second);
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_BUSY);
  g_clear_error (&error);

  add_teams (koyomi_plan_file_get_database (file), 1);
  koyomi_backup_write (koyomi_plan_file_get_database (file), copy, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  g_assert_cmpint (write (channel[1], "x", 1), ==, 1);
  g_assert_cmpint (waitpid (onlooker, &status, 0), ==, onlooker);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  close (channel[0]);
  close (channel[1]);
  g_assert_finalize_object (g_steal_pointer (&file));

  file = open_plan (self->path, FALSE, KOYOMI_WRITABLE);
  g_assert_finalize_object (g_steal_pointer (&file));
}

static void
test_names (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *longest = g_strnfill (247, 'x');
  const char *names[] = {
    "two words.koyomi", "100%.koyomi", "%41.koyomi", "what?mode=memory", "a#b.koyomi", "セキュリティ年間計画 2026年度.koyomi",
    "'quoted\" & more;.koyomi", "-journal", "file:x", "back\\slash", "new\nline", longest,
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, names[i], NULL);
      g_autofree char *copy = g_strconcat (self->folder, "/copies/", names[i], NULL);
      g_autoptr(KoyomiPlanFile) file = NULL;
      g_autoptr(KoyomiPlanFile) second = NULL;
      g_autoptr(GError) error = NULL;

      koyomi_test_file_copy (good, path);
      file = open_plan (path, FALSE, KOYOMI_WRITABLE);
      g_assert_cmpstr (koyomi_plan_file_get_path (file), ==, path);
      add_teams (koyomi_plan_file_get_database (file), 1);
      koyomi_backup_write (koyomi_plan_file_get_database (file), copy, FALSE, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      second = open_plan (copy, FALSE, KOYOMI_WRITABLE);
      g_assert_cmpint (count_teams (second), ==, N_TEAMS + 1);
    }
}

static void
test_put_in_place (Fixture       *self,
                   gconstpointer  data)
{
  g_autofree char *other = g_build_filename (self->folder, "other.koyomi", NULL);
  g_autofree char *before = koyomi_test_file_hash (self->path);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (other, "x", 1, NULL));
  g_assert_false (koyomi_plan_file_put_in_place (other, self->path, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_EXISTS);
  after = koyomi_test_file_hash (self->path);
  g_assert_cmpstr (after, ==, before);

  g_clear_error (&error);
  g_assert_null (koyomi_plan_file_create (self->path, &error));
  g_assert_nonnull (error);
}

#define ADD(path, func) g_test_add ("/store/plan-file/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();
  make_good_plan ();

  ADD ("what-is-no-database-is-refused", test_foreign);
  ADD ("another-program's-database-is-refused", test_other_programs);
  ADD ("newer-file-is-left-alone", test_versions);
  ADD ("truncated-file-is-refused", test_truncated);
  ADD ("altered-tables-are-refused", test_planted);
  ADD ("damaged-page-is-found", test_damaged);
  ADD ("what-is-no-file-is-refused-without-waiting", test_no_files);
  ADD ("symbolic-link-is-followed", test_symlink);
  ADD ("file-with-two-names-is-read-only", test_hard_link);
  ADD ("read-only-file-or-folder-is-read", test_permissions);
  ADD ("read-only-disk-is-read", test_read_only_disk);
  ADD ("broken-off-write-is-rolled-back", test_hot_journal);
  g_test_add ("/store/plan-file/broken-off-write-is-rolled-back-for-readers-too", Fixture, GINT_TO_POINTER (TRUE),
              set_up, test_hot_journal, tear_down);
  ADD ("broken-off-write-in-a-read-only-folder-is-refused", test_hot_journal_in_read_only_folder);
  ADD ("wal-mode-is-left", test_wal);
  ADD ("wal-in-a-read-only-folder-is-refused", test_wal_in_read_only_folder);
  ADD ("files-are-their-owner's-alone", test_modes);
  ADD ("second-program-reads-and-says-who-writes", test_two_programs);
  ADD ("lock-lasts-while-the-plan-is-open", test_lock_lasts);
  ADD ("any-file-name", test_names);
  ADD ("nothing-is-overwritten", test_put_in_place);

  status = g_test_run ();
  g_clear_pointer (&good, g_free);

  return koyomi_test_folder_finish (status);
}
