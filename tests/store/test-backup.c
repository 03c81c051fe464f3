#include "koyomi-backup.h"
#include "koyomi-day.h"
#include "koyomi-plan-error.h"
#include "koyomi-plan-file.h"
#include "koyomi-test-folder.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char           *folder;
  char           *path;
  KoyomiDatabase *db;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  static int number;
  g_autofree char *name = g_strdup_printf ("case-%d", ++number);
  g_autofree char *plan = NULL;
  g_autoptr(GError) error = NULL;

  self->folder = koyomi_test_folder_make (name);
  plan = g_build_filename (self->folder, "plan.koyomi", NULL);
  self->path = g_build_filename (self->folder, "copies", "copy.koyomi", NULL);
  self->db = koyomi_plan_file_create (plan, &error);
  g_assert_no_error (error);
  koyomi_database_run (self->db, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)"
                                 "INSERT INTO catalogue SELECT i, 'c' || i, hex (randomblob (100)), '', i FROM n", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_finalize_object (self->db);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->folder, g_free);
}

static void
assert_copies (Fixture    *self,
               const char *expected)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *names = koyomi_test_folder_list (folder);

  g_assert_cmpstr (names, ==, expected);
}

static void
test_copy (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(KoyomiPlanFile) copy = NULL;
  g_autoptr(GError) error = NULL;
  gint64 count;

  koyomi_backup_write (self->db, self->path, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_copies (self, "copy.koyomi ");

  copy = koyomi_plan_file_open (self->path, TRUE, "nowhere", NULL, &error);
  g_assert_no_error (error);
  koyomi_database_get_number (koyomi_plan_file_get_database (copy), "SELECT count (*) FROM catalogue", &count, &error);
  g_assert_cmpint (count, ==, 3000);
}

static void
test_never_overwrites (Fixture       *self,
                       gconstpointer  data)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *bytes = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (self->path, "mine", 4, NULL));
  g_assert_false (koyomi_backup_write (self->db, self->path, FALSE, NULL, NULL, NULL, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (self->path, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, "mine");
  assert_copies (self, "copy.koyomi ");

  g_clear_error (&error);
  koyomi_backup_write (self->db, self->path, TRUE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_copies (self, "copy.koyomi ");
}

static void
cancel_cb (double   fraction,
           gpointer data)
{
  g_cancellable_cancel (data);
}

static void
test_cancel (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  /* Large enough for several steps. */
  koyomi_database_run (self->db, "INSERT INTO catalogue SELECT id + 10000, hex (randomblob (400)), '', '', 1 FROM catalogue", &error);
  g_assert_no_error (error);
  g_assert_false (koyomi_backup_write (self->db, self->path, FALSE, cancel_cb, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_copies (self, "");
}

/* In a process of its own, whose files may not become large. */
static void
copy_to_full_disk (gpointer data)
{
  Fixture *self = data;
  struct rlimit limit = { 200 * 1024, 200 * 1024 };
  g_autoptr(GError) error = NULL;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (koyomi_backup_write (self->db, self->path, FALSE, NULL, NULL, NULL, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_FULL);
}

static void
test_full_disk (Fixture       *self,
                gconstpointer  data)
{
  g_assert_true (koyomi_test_fork (copy_to_full_disk, self));
  assert_copies (self, "");
}

static void
copy_to_small_disk (gpointer data)
{
  Fixture *self = data;
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *names = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  if (unshare (CLONE_NEWNS) != 0 || mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
      mount ("none", folder, "tmpfs", 0, "size=256k") != 0)
    _exit (0);

  g_assert_false (koyomi_backup_write (self->db, self->path, FALSE, NULL, NULL, NULL, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_FULL);
  names = koyomi_test_folder_list (folder);
  g_assert_cmpstr (names, ==, "");
}

static void
test_small_disk (Fixture       *self,
                 gconstpointer  data)
{
  g_assert_true (koyomi_test_fork (copy_to_small_disk, self));
}

static char *
name_copy (const char *folder,
           guint32     day)
{
  g_autofree char *date = koyomi_day_format (day);
  g_autofree char *name = g_strconcat (date, ".koyomi", NULL);

  return g_build_filename (folder, name, NULL);
}

/* A copy each day for three years, thinned each day as it happens. Counted by hand with a calendar: 2026-11-22 is a Sunday. */
static void
test_thinning (Fixture       *self,
               gconstpointer  data)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *other = g_build_filename (folder, "before-version-2.koyomi", NULL);
  guint32 today = koyomi_day_new (2026, 11, 22);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (other, "x", 1, NULL));
  for (guint32 day = koyomi_day_new (2023, 11, 23); day <= today; day++)
    {
      g_autofree char *path = name_copy (folder, day);

      g_assert_true (koyomi_backup_is_due (folder, day));
      g_assert_true (g_file_set_contents (path, "x", 1, NULL));
      g_assert_false (koyomi_backup_is_due (folder, day));
      koyomi_backup_thin (folder, day);
    }

  assert_copies (self,
                 /* the last day of each month, 24 with this one */
                 "2024-12-31.koyomi 2025-01-31.koyomi 2025-02-28.koyomi 2025-03-31.koyomi 2025-04-30.koyomi 2025-05-31.koyomi "
                 "2025-06-30.koyomi 2025-07-31.koyomi 2025-08-31.koyomi 2025-09-30.koyomi 2025-10-31.koyomi 2025-11-30.koyomi "
                 "2025-12-31.koyomi 2026-01-31.koyomi 2026-02-28.koyomi 2026-03-31.koyomi 2026-04-30.koyomi 2026-05-31.koyomi "
                 "2026-06-30.koyomi 2026-07-31.koyomi 2026-08-31.koyomi 2026-09-30.koyomi "
                 /* the Sundays of eight weeks with this one, October's last day among them */
                 "2026-10-04.koyomi 2026-10-11.koyomi 2026-10-18.koyomi 2026-10-25.koyomi 2026-10-31.koyomi 2026-11-01.koyomi "
                 "2026-11-08.koyomi 2026-11-15.koyomi "
                 /* the last seven days */
                 "2026-11-16.koyomi 2026-11-17.koyomi 2026-11-18.koyomi 2026-11-19.koyomi 2026-11-20.koyomi 2026-11-21.koyomi "
                 "2026-11-22.koyomi before-version-2.koyomi ");
}

static void
test_daily (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autoptr(GError) error = NULL;

  koyomi_backup_write_daily (self->db, folder, koyomi_day_new (2026, 4, 1), NULL, &error);
  g_assert_no_error (error);
  koyomi_backup_write_daily (self->db, folder, koyomi_day_new (2026, 4, 1), NULL, &error);
  g_assert_no_error (error);
  assert_copies (self, "2026-04-01.koyomi ");
}

#define ADD(path, func) g_test_add ("/store/backup/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  ADD ("copy-is-a-plan", test_copy);
  ADD ("nothing-is-overwritten-unasked", test_never_overwrites);
  ADD ("cancelled-copy-leaves-nothing", test_cancel);
  ADD ("too-large-copy-leaves-nothing", test_full_disk);
  ADD ("full-disk-leaves-nothing", test_small_disk);
  ADD ("three-years-of-copies-are-thinned", test_thinning);
  ADD ("daily-copy-is-one-a-day", test_daily);

  return koyomi_test_folder_finish (g_test_run ());
}
