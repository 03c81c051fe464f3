#include "koyomi-test-folder.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <grp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Who may do nothing, on every system. */
#define NOBODY 65534

static char *top;

/* To be called before the first use of anything that asks where the person's data lies. */
void
koyomi_test_folder_start (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *home = NULL;

  top = g_dir_make_tmp ("koyomi-test-XXXXXX", &error);
  g_assert_no_error (error);
  /* A test that gives its rights away must still reach its files. */
  g_assert_cmpint (g_chmod (top, 0755), ==, 0);
  home = g_build_filename (top, "home", NULL);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
}

static void
remove_tree (const char *path)
{
  g_autoptr(GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  if (dir != NULL)
    g_chmod (path, 0700);

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }

  g_remove (path);
}

int
koyomi_test_folder_finish (int status)
{
  remove_tree (top);
  g_clear_pointer (&top, g_free);

  return status;
}

/* Returns: (transfer full): a new folder, or one that is there already */
char *
koyomi_test_folder_make (const char *name)
{
  char *path = g_build_filename (top, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (path, 0755), ==, 0);

  return path;
}

static int
compare_names_cb (gconstpointer a,
                  gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* Returns: (transfer full): the names in the folder, sorted, each ended by a blank */
char *
koyomi_test_folder_list (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GString *list = g_string_new (NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));

  g_ptr_array_sort (names, compare_names_cb);
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (list, "%s ", (const char *) g_ptr_array_index (names, i));

  return g_string_free (list, FALSE);
}

void
koyomi_test_file_copy (const char *from,
                       const char *to)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize size;

  g_file_get_contents (from, &bytes, &size, &error);
  g_assert_no_error (error);
  g_file_set_contents (to, bytes, size, &error);
  g_assert_no_error (error);
}

/* Of a file that this process does not have open: closing any descriptor of a file drops the locks on it. */
char *
koyomi_test_file_hash (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize size;

  g_file_get_contents (path, &bytes, &size, &error);
  g_assert_no_error (error);

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, size);
}

void
koyomi_test_file_write_at (const char *path,
                           gint64      offset,
                           const void *bytes,
                           gsize       size)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (pwrite (fd, bytes, size, offset), ==, size);
  close (fd);
}

/* What sqlite3 prints. It is told to trust the file, as somebody who plants something in it would. */
char *
koyomi_test_ask_sqlite3 (const char *path,
                         const char *sql)
{
  const char *command[] = { "/usr/bin/sqlite3", "-batch", "-cmd", ".output /dev/null", "-cmd", ".dbconfig defensive off",
                            "-cmd", ".output stdout", path, sql, NULL };
  g_autoptr(GError) error = NULL;
  g_autofree char *complaints = NULL;
  char *output = NULL;
  int status;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, &complaints, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (complaints, ==, "");
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);

  return output;
}

void
koyomi_test_run_sqlite3 (const char *path,
                         const char *sql)
{
  g_free (koyomi_test_ask_sqlite3 (path, sql));
}

static gboolean
wait_for (pid_t child)
{
  int status;

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);

  return WIFEXITED (status) && WEXITSTATUS (status) == 0;
}

/* Returns: whether @func came to its end */
gboolean
koyomi_test_fork (KoyomiTestFunc func,
                  gpointer       data)
{
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      func (data);
      _exit (0);
    }

  return wait_for (child);
}

/* As koyomi_test_fork(), without the rights of root. Somebody else has none to give away. */
gboolean
koyomi_test_fork_as_nobody (KoyomiTestFunc func,
                            gpointer       data)
{
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      if (geteuid () == 0 && (setgroups (0, NULL) != 0 || setgid (NOBODY) != 0 || setuid (NOBODY) != 0))
        _exit (1);

      func (data);
      _exit (0);
    }

  return wait_for (child);
}

/* Has LibreOffice read a text table by @filter and save it as a workbook in @folder. */
void
koyomi_test_convert_by_office (const char *from,
                               const char *folder,
                               const char *filter)
{
  g_autofree char *profile = g_strconcat ("-env:UserInstallation=file://", folder, "/profile", NULL);
  g_autofree char *option = g_strconcat ("--infilter=", filter, NULL);
  const char *argv[] = { "soffice", profile, "--headless", "--convert-to", "xlsx", option, "--outdir", folder, from, NULL };
  g_auto(GStrv) environment = g_environ_unsetenv (g_get_environ (), "G_DEBUG");
  g_autoptr(GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, environment, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
}
