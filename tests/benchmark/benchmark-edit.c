/* One edit with its entry in the change log, against SQLite writing the same row with the same pragmas on the same disk. */

#include "koyomi-database-private.h"
#include "koyomi-edit.h"
#include "koyomi-template.h"
#include "koyomi-test-folder.h"

#define N_EDITS 400
#define N_ROUNDS 5

static double
time_edits (KoyomiSession *session,
            gint64         id)
{
  gint64 start = g_get_monotonic_time ();

  for (int i = 0; i < N_EDITS; i++)
    {
      g_autoptr(KoyomiRecord) team = koyomi_session_get (session, KOYOMI_TABLE_TEAM, id, KOYOMI_LANGUAGE_JA, NULL);
      g_autofree char *note = g_strdup_printf ("%" G_GINT64_FORMAT " %d", start, i);
      g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, NULL);

      koyomi_record_set_text (team, KOYOMI_TEAM_NOTE, note);
      if (!koyomi_edit_update (edit, team, NULL) || !koyomi_edit_commit (edit, "覚えを変更", NULL))
        g_error ("the edit failed");
    }

  return (g_get_monotonic_time () - start) / 1000.0 / N_EDITS;
}

static double
time_commits (const char *path,
              gint64      id)
{
  gint64 start;
  sqlite3 *handle;
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_exec (handle, "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = ON", NULL, NULL, NULL);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, "UPDATE team SET note = ? WHERE id = ?", -1, &statement, NULL), ==, SQLITE_OK);

  start = g_get_monotonic_time ();
  for (int i = 0; i < N_EDITS; i++)
    {
      g_autofree char *note = g_strdup_printf ("%" G_GINT64_FORMAT " %d", start, i);

      sqlite3_exec (handle, "BEGIN IMMEDIATE", NULL, NULL, NULL);
      sqlite3_bind_text (statement, 1, note, -1, SQLITE_TRANSIENT);
      sqlite3_bind_int64 (statement, 2, id);
      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
      sqlite3_reset (statement);
      g_assert_cmpint (sqlite3_exec (handle, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
    }
  start = g_get_monotonic_time () - start;

  sqlite3_finalize (statement);
  sqlite3_close (handle);

  return start / 1000.0 / N_EDITS;
}

int
main (void)
{
  KoyomiPlanOptions options = { .template = KOYOMI_TEMPLATE_SAMPLE };
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *bare = NULL;
  double best_edit = G_MAXDOUBLE;
  double best_commit = G_MAXDOUBLE;

  koyomi_test_folder_start ();
  folder = koyomi_test_folder_make ("edit");
  path = g_build_filename (folder, "plan.koyomi", NULL);
  bare = g_build_filename (folder, "bare.koyomi", NULL);
  g_assert_true (koyomi_plan_create (path, &options, NULL, NULL, NULL, NULL));
  koyomi_test_file_copy (path, bare);

  for (int round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr(KoyomiSession) session = koyomi_session_open (path, FALSE, NULL, NULL);
      g_autoptr(GPtrArray) teams = koyomi_session_list (session, KOYOMI_TABLE_TEAM, 0, 0, KOYOMI_LANGUAGE_JA, NULL);
      gint64 id = koyomi_record_get_id (g_ptr_array_index (teams, 0));

      best_edit = MIN (best_edit, time_edits (session, id));
      best_commit = MIN (best_commit, time_commits (bare, id));
    }

  g_print ("edit with journal: %.3f ms, bare commit: %.3f ms, ratio %.2f (at most 3)\n",
           best_edit, best_commit, best_edit / best_commit);

  return koyomi_test_folder_finish (0);
}
