#include "koyomi-edit.h"
#include "koyomi-history.h"
#include "koyomi-session-private.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_ROUNDS 15
#define N_EDITS 1000

/* One edit: a team, named by its number, and a note on the plan. */
static gboolean
make_edit (KoyomiSession  *session,
           int             number,
           GError        **error)
{
  g_autoptr(KoyomiRecord) team = koyomi_record_new (KOYOMI_TABLE_TEAM);
  g_autoptr(KoyomiRecord) plan = koyomi_record_copy (koyomi_session_get_plan (session));
  g_autofree char *name = g_strdup_printf ("班 %d", number);
  g_autofree char *padding = g_strnfill (500, 'x');
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, error);

  if (edit == NULL)
    return FALSE;

  koyomi_record_set_text (team, KOYOMI_TEAM_NAME, name);
  koyomi_record_set_text (team, KOYOMI_TEAM_NOTE, padding);
  koyomi_record_set_int (team, KOYOMI_TEAM_POSITION, number);
  koyomi_record_set_text (plan, KOYOMI_PLAN_CLASSIFICATION, name);

  return koyomi_edit_insert (edit, team, error) &&
         koyomi_edit_update (edit, plan, error) &&
         koyomi_edit_commit (edit, name, error);
}

/* Edits and tells the number of each edit once it is done. */
static void
edit_and_tell (const char *path,
               int         first,
               int         channel)
{
  KoyomiSession *session;

  prctl (PR_SET_PDEATHSIG, SIGKILL);
  session = koyomi_test_plan_open (path);
  for (int number = first; number < first + N_EDITS; number++)
    {
      g_autoptr(GError) error = NULL;

      make_edit (session, number, &error);
      g_assert_no_error (error);
      g_assert_cmpint (write (channel, &number, sizeof number), ==, sizeof number);
    }
  _exit (0);
}

/* Returns: the last number that the editor told before it was killed, after so many milliseconds */
static int
kill_editor (const char *path,
             int         first,
             int         delay)
{
  int channel[2];
  int last = first - 1;
  int number;
  pid_t child;

  g_assert_cmpint (pipe (channel), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    edit_and_tell (path, first, channel[1]);

  close (channel[1]);
  /* The delay counts from the first edit, so that each round kills among edits. */
  if (read (channel[0], &number, sizeof number) == sizeof number)
    last = number;
  g_usleep (delay * 1000);
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  while (read (channel[0], &number, sizeof number) == sizeof number)
    last = number;
  close (channel[0]);

  return last;
}

static gint64
ask (KoyomiSession *session,
     const char    *sql)
{
  g_autoptr(GError) error = NULL;
  gint64 number;

  koyomi_database_get_number (_koyomi_session_get_store (session)->db, sql, &number, &error);
  g_assert_no_error (error);

  return number;
}

static void
test_kill (void)
{
  g_autofree char *folder = koyomi_test_folder_make ("kill");
  g_autofree char *path = g_build_filename (folder, "plan.koyomi", NULL);
  int next = 1;

  koyomi_test_plan_make (path, KOYOMI_TEMPLATE_EMPTY, KOYOMI_LANGUAGE_JA);
  for (int round = 0; round < N_ROUNDS; round++)
    {
      int told = kill_editor (path, next, g_test_rand_int_range (0, 150));
      g_autofree char *names = NULL;
      g_autofree char *last_name = NULL;
      KoyomiSession *session = koyomi_test_plan_open (path);
      gint64 there = ask (session, "SELECT count (*) FROM team");

      g_test_message ("round %d: told %d, there %d", round, told, (int) there);
      g_assert_cmpint (there, >=, told);
      g_assert_cmpint (there, <=, told + 1);
      g_assert_cmpint (ask (session, "SELECT max (position) FROM team"), ==, there);
      g_assert_cmpint (ask (session, "SELECT max (seq) FROM journal"), ==, there + 1);
      last_name = g_strdup_printf ("班 %d", (int) there);
      g_assert_cmpstr (koyomi_record_get_text (koyomi_session_get_plan (session), KOYOMI_PLAN_CLASSIFICATION), ==, last_name);
      koyomi_test_plan_verify (session);

      /* A journal that was just begun may lie there until the next edit. */
      g_assert_true (make_edit (session, there + 1, NULL));
      g_assert_finalize_object (session);
      names = koyomi_test_folder_list (folder);
      g_assert_cmpstr (names, ==, "plan.koyomi ");
      next = there + 2;
    }
}

static void
edit_until_full (KoyomiSession *session,
                 int           *n_edits)
{
  g_autoptr(GError) error = NULL;

  while (make_edit (session, *n_edits + 1, &error))
    g_assert_cmpint (++*n_edits, <, 100000);

  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_FULL);
  g_assert_cmpint (ask (session, "SELECT count (*) FROM team"), ==, *n_edits);
  g_assert_cmpint (ask (session, "SELECT max (seq) FROM journal"), ==, *n_edits + 1);
  koyomi_test_plan_verify (session);
}

/* What follows a break must not be written by itself. */
static void
assert_broken_off (KoyomiSession *session)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, NULL);
  g_autoptr(GError) error = NULL;
  gint64 before = ask (session, "SELECT count (*) FROM team");

  g_assert_nonnull (edit);
  koyomi_database_roll_back (_koyomi_session_get_store (session)->db);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr(KoyomiRecord) team = koyomi_record_new (KOYOMI_TABLE_TEAM);

      g_assert_false (koyomi_edit_insert (edit, team, &error));
      g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_FAILED);
      g_clear_error (&error);
    }
  g_assert_false (koyomi_edit_commit (edit, "x", &error));
  g_assert_cmpint (ask (session, "SELECT count (*) FROM team"), ==, before);
}

static void
go_on (KoyomiSession *session,
       int           *n_edits)
{
  g_autoptr(GError) error = NULL;

  for (int i = 0; i < 5; i++)
    {
      make_edit (session, *n_edits + 1, &error);
      g_assert_no_error (error);
      ++*n_edits;
    }
  koyomi_test_plan_verify (session);
  assert_broken_off (session);
}

static void
fill_disk (gpointer data)
{
  g_autofree char *path = g_build_filename (data, "plan.koyomi", NULL);
  g_autofree char *ballast = g_build_filename (data, "ballast", NULL);
  g_autofree char *bytes = g_malloc0 (300 * 1024);
  KoyomiSession *session;
  int n_edits = 0;

  if (unshare (CLONE_NEWNS) != 0 || mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
      mount ("none", data, "tmpfs", 0, "size=1200k") != 0)
    _exit (0);

  koyomi_test_plan_make (path, KOYOMI_TEMPLATE_EMPTY, KOYOMI_LANGUAGE_JA);
  g_assert_true (g_file_set_contents (ballast, bytes, 300 * 1024, NULL));
  session = koyomi_test_plan_open (path);
  edit_until_full (session, &n_edits);
  g_assert_cmpint (n_edits, >, 0);
  g_assert_cmpint (unlink (ballast), ==, 0);
  go_on (session, &n_edits);
  g_assert_finalize_object (session);
}

static void
test_full_disk (void)
{
  g_autofree char *folder = koyomi_test_folder_make ("full");

  g_assert_true (koyomi_test_fork (fill_disk, folder));
}

static void
reach_limit (gpointer data)
{
  g_autofree char *path = g_build_filename (data, "plan.koyomi", NULL);
  struct rlimit limit = { 900 * 1024, RLIM_INFINITY };
  KoyomiSession *session;
  int n_edits = 0;

  signal (SIGXFSZ, SIG_IGN);
  koyomi_test_plan_make (path, KOYOMI_TEMPLATE_EMPTY, KOYOMI_LANGUAGE_JA);
  session = koyomi_test_plan_open (path);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  edit_until_full (session, &n_edits);
  g_assert_cmpint (n_edits, >, 0);
  limit.rlim_cur = RLIM_INFINITY;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  go_on (session, &n_edits);
  g_assert_finalize_object (session);
}

static void
test_limit (void)
{
  g_autofree char *folder = koyomi_test_folder_make ("limit");

  g_assert_true (koyomi_test_fork (reach_limit, folder));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();

  g_test_add_func ("/session/kill/what-was-done-is-there-after-kill-9", test_kill);
  g_test_add_func ("/session/kill/full-disk-loses-nothing-and-editing-goes-on", test_full_disk);
  g_test_add_func ("/session/kill/limit-on-file-sizes-is-a-full-disk", test_limit);

  return koyomi_test_folder_finish (g_test_run ());
}
