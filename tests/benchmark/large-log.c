#include "large-log.h"

#include "koyomi-record-edit.h"
#include "koyomi-session-private.h"

/* One edit, such as a person makes: the plan becomes no larger by it. */
void
large_log_edit (KoyomiSession *session)
{
  static guint number;
  g_autoptr(GPtrArray) teams = koyomi_session_list (session, KOYOMI_TABLE_TEAM, 0, 0, KOYOMI_LANGUAGE_JA, NULL);
  KoyomiRecord *team = g_ptr_array_index (teams, 0);
  g_autofree char *name = g_strdup_printf ("運用班%u", ++number);

  koyomi_record_set_text (team, KOYOMI_TEAM_NAME, name);
  if (!koyomi_session_save (session, team, KOYOMI_LANGUAGE_JA, NULL))
    g_error ("the edit failed");
}

/* So many of them in the plan there. */
void
large_log_make (const char *path,
                int         n_edits)
{
  g_autoptr(KoyomiSession) session = koyomi_session_open (path, FALSE, NULL, NULL);

  /* What is measured is the reading: the making need not wait for the disk. */
  g_assert_true (koyomi_database_run (_koyomi_session_get_store (session)->db, "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY", NULL));
  for (int i = 0; i < n_edits; i++)
    large_log_edit (session);
}
