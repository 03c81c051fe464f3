/* Going back over 20,000 edits, and proving them. */

#include "koyomi-edit.h"
#include "koyomi-history.h"
#include "koyomi-journal.h"
#include "koyomi-session-private.h"
#include "koyomi-template.h"
#include "koyomi-test-folder.h"

#define N_EDITS 20000

static void
make_edits (KoyomiSession *session)
{
  KoyomiDatabase *db = _koyomi_session_get_store (session)->db;

  /* What is measured is going back: the making need not wait for the disk. */
  g_assert_true (koyomi_database_run (db, "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY", NULL));
  for (int i = 0; i < N_EDITS; i++)
    {
      g_autoptr(KoyomiRecord) team = koyomi_record_new (KOYOMI_TABLE_TEAM);
      g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (session, NULL);

      koyomi_record_set_text (team, KOYOMI_TEAM_NAME, "運用班");
      if (!koyomi_edit_insert (edit, team, NULL) || !koyomi_edit_commit (edit, "班を追加", NULL))
        g_error ("the edit failed");
    }
}

int
main (void)
{
  KoyomiPlanOptions options = { .template = KOYOMI_TEMPLATE_SAMPLE };
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autoptr(KoyomiSession) session = NULL;
  g_autoptr(KoyomiSession) past = NULL;
  gint64 start;
  gint64 bad_seq;

  koyomi_test_folder_start ();
  folder = koyomi_test_folder_make ("history");
  path = g_build_filename (folder, "plan.koyomi", NULL);
  g_assert_true (koyomi_plan_create (path, &options, NULL, NULL, NULL, NULL));
  session = koyomi_session_open (path, FALSE, NULL, NULL);
  make_edits (session);

  start = g_get_monotonic_time ();
  past = koyomi_session_open_as_of (session, 1, NULL, NULL, NULL, NULL);
  g_assert_nonnull (past);
  g_print ("as of before %d edits: %.3f s\n", N_EDITS, (g_get_monotonic_time () - start) / 1e6);

  start = g_get_monotonic_time ();
  g_assert_true (koyomi_session_verify (session, NULL, NULL, NULL, NULL, &bad_seq, NULL));
  g_print ("verify %d edits: %.3f s\n", N_EDITS, (g_get_monotonic_time () - start) / 1e6);

  g_clear_object (&past);
  g_clear_object (&session);

  return koyomi_test_folder_finish (0);
}
