#include "koyomi-output-file.h"
#include "koyomi-report-error.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOBODY 65534

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("koyomi-output-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "出力.xlsx", NULL);
  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
}

static guint
count_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }

  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
assert_content (const char *path,
                const char *wanted)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, wanted);
}

static void
assert_mode (const char *path,
             guint       wanted)
{
  struct stat info;

  g_assert_cmpint (lstat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 07777, ==, wanted);
}

static void
write_file (const char *path,
            const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiOutputFile) file = koyomi_output_file_new (path, &error);

  g_assert_no_error (error);
  koyomi_output_file_write (file, text, strlen (text), &error);
  g_assert_no_error (error);
  koyomi_output_file_commit (file, &error);
  g_assert_no_error (error);
}

static void
assert_refused (const char *path,
                int         code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (koyomi_output_file_new (path, &error));
  g_assert_error (error, KOYOMI_REPORT_ERROR, code);
  g_assert_nonnull (strstr (error->message, path));
}

static void
test_commit (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "new", NULL);

  g_assert_cmpint (g_chmod (fixture->path, 0666), ==, 0);
  write_file (fixture->path, "new");
  assert_content (fixture->path, "new");
  assert_mode (fixture->path, 0600);

  write_file (other, "first");
  assert_content (other, "first");
  assert_mode (other, 0600);
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
}

static void
test_abort (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  KoyomiOutputFile *file = koyomi_output_file_new (fixture->path, &error);

  g_assert_no_error (error);
  assert_mode (koyomi_output_file_get_path (file), 0600);
  g_assert_true (koyomi_output_file_write (file, "half", 4, &error));
  assert_content (fixture->path, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);

  koyomi_output_file_free (file);
  assert_content (fixture->path, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_other_writers (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiOutputFile) streamed = koyomi_output_file_new (fixture->path, &error);
  g_autoptr(KoyomiOutputFile) named = koyomi_output_file_new (fixture->path, &error);

  g_assert_true (g_output_stream_write_all (koyomi_output_file_get_stream (streamed), "stream", 6, NULL, NULL, &error));
  g_assert_true (g_output_stream_close (koyomi_output_file_get_stream (streamed), NULL, &error));
  g_assert_true (koyomi_output_file_commit (streamed, &error));
  g_assert_null (koyomi_output_file_get_path (streamed));
  assert_content (fixture->path, "stream");

  g_assert_true (g_file_set_contents (koyomi_output_file_get_path (named), "name", -1, &error));
  g_assert_cmpint (g_chmod (koyomi_output_file_get_path (named), 0644), ==, 0);
  g_assert_true (koyomi_output_file_commit (named, &error));
  g_assert_no_error (error);
  assert_content (fixture->path, "name");
  assert_mode (fixture->path, 0600);
}

static void
test_links (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  g_autofree char *second = g_build_filename (fixture->folder, "second", NULL);
  g_autofree char *dangling = g_build_filename (fixture->folder, "dangling", NULL);
  g_autofree char *made = g_build_filename (fixture->folder, "made", NULL);
  g_autofree char *loop = g_build_filename (fixture->folder, "loop", NULL);

  g_assert_cmpint (symlink ("出力.xlsx", link), ==, 0);
  g_assert_cmpint (symlink (link, second), ==, 0);
  g_assert_cmpint (symlink ("made", dangling), ==, 0);
  g_assert_cmpint (symlink ("loop", loop), ==, 0);

  write_file (second, "through");
  assert_content (fixture->path, "through");
  g_assert_true (g_file_test (second, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));

  write_file (dangling, "there");
  assert_content (made, "there");
  g_assert_true (g_file_test (dangling, G_FILE_TEST_IS_SYMLINK));

  assert_refused (loop, KOYOMI_REPORT_ERROR_OUTPUT);
}

static void
test_targets (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *fifo = g_build_filename (fixture->folder, "fifo", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "nowhere", "file", NULL);
  g_autofree char *slash = g_strconcat (fixture->folder, "/new/", NULL);
  g_autofree char *below = g_build_filename (fixture->path, "file", NULL);

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  assert_refused (fixture->folder, KOYOMI_REPORT_ERROR_OUTPUT);
  assert_refused (fifo, KOYOMI_REPORT_ERROR_OUTPUT);
  assert_refused ("/dev/null", KOYOMI_REPORT_ERROR_OUTPUT);
  assert_refused (nowhere, KOYOMI_REPORT_ERROR_OUTPUT);
  assert_refused (slash, KOYOMI_REPORT_ERROR_OUTPUT);
  assert_refused (below, KOYOMI_REPORT_ERROR_OUTPUT);
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
}

/* In a child of its own, as somebody whom permissions bind. Leaves with 0 when @path was refused as it should. */
static gboolean
is_refused_to_nobody (const char *path)
{
  int status;
  pid_t child = fork ();

  if (child == 0)
    {
      g_autoptr(GError) error = NULL;

      if (getuid () == 0 && (setgid (NOBODY) != 0 || setuid (NOBODY) != 0))
        _exit (2);

      _exit (koyomi_output_file_new (path, &error) == NULL &&
             g_error_matches (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_OUTPUT) ? 0 : 1);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);

  return WIFEXITED (status) && WEXITSTATUS (status) == 0;
}

static void
test_permissions (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "new", NULL);

  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  g_assert_cmpint (g_chmod (fixture->path, 0666), ==, 0);
  g_assert_true (is_refused_to_nobody (fixture->path));
  g_assert_true (is_refused_to_nobody (other));

  g_assert_cmpint (g_chmod (fixture->folder, 0777), ==, 0);
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  g_assert_true (is_refused_to_nobody (fixture->path));
  assert_content (fixture->path, "old");
}

/* Leaves with 0 when writing a mebibyte over @path fails for want of room. */
static void
write_too_much (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiOutputFile) file = koyomi_output_file_new (path, &error);
  g_autofree char *bytes = g_malloc0 (1 << 20);

  if (file == NULL)
    _exit (3);

  if (koyomi_output_file_write (file, bytes, 1 << 20, &error) && koyomi_output_file_commit (file, &error))
    _exit (2);

  koyomi_output_file_free (g_steal_pointer (&file));
  _exit (g_error_matches (error, KOYOMI_REPORT_ERROR, KOYOMI_REPORT_ERROR_OUTPUT_FULL) ? 0 : 1);
}

static void
test_size_limit (Fixture       *fixture,
                 gconstpointer  data)
{
  struct rlimit limit = { 64 << 10, 64 << 10 };
  int status;
  pid_t child = fork ();

  if (child == 0)
    {
      signal (SIGXFSZ, SIG_IGN);
      setrlimit (RLIMIT_FSIZE, &limit);
      write_too_much (fixture->path);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  assert_content (fixture->path, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_full_disk (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *disk = g_build_filename (fixture->folder, "disk", NULL);
  g_autofree char *path = g_build_filename (disk, "file", NULL);
  int status;
  pid_t child;

  g_assert_cmpint (g_mkdir (disk, 0700), ==, 0);
  if (mount ("tmpfs", disk, "tmpfs", 0, "size=256k") != 0)
    {
      g_test_skip ("a small disk cannot be mounted here");
      return;
    }

  write_file (path, "old");
  if ((child = fork ()) == 0)
    write_too_much (path);

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  assert_content (path, "old");
  g_assert_cmpuint (count_files (disk), ==, 1);
  g_assert_cmpint (umount (disk), ==, 0);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

static void
test_kill (Fixture       *fixture,
           gconstpointer  data)
{
  int status;
  pid_t child = fork ();

  if (child == 0)
    {
      KoyomiOutputFile *file = koyomi_output_file_new (fixture->path, NULL);

      koyomi_output_file_write (file, "half", 4, NULL);
      kill (getpid (), SIGKILL);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  assert_content (fixture->path, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);

  write_file (fixture->path, "new");
  assert_content (fixture->path, "new");
}

static void
test_relative (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *before = g_get_current_dir ();

  g_assert_cmpint (g_chdir (fixture->folder), ==, 0);
  write_file ("出力.xlsx", "here");
  g_assert_cmpint (g_chdir (before), ==, 0);
  assert_content (fixture->path, "here");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/report/output-file/" path, Fixture, NULL, set_up, test, tear_down)

  ADD ("commit-replaces-and-is-private", test_commit);
  ADD ("abort-leaves-the-target", test_abort);
  ADD ("streams-and-writers-by-name-work", test_other_writers);
  ADD ("links-are-written-through", test_links);
  ADD ("what-is-no-file-is-refused", test_targets);
  ADD ("read-only-folders-and-files-are-refused", test_permissions);
  ADD ("size-limit-leaves-the-target", test_size_limit);
  ADD ("full-disk-leaves-the-target", test_full_disk);
  ADD ("kill-leaves-the-target", test_kill);
  ADD ("relative-names-work", test_relative);

  return g_test_run ();
}
