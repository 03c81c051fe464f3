#include "koyomi-last-meeting.h"

#include "koyomi-session-private.h"

void
koyomi_last_meeting_free (KoyomiLastMeeting *self)
{
  if (self == NULL)
    return;

  g_free (self->committee);
  g_free (self);
}

static KoyomiLastMeeting *
read_meeting (KoyomiStatement *statement)
{
  KoyomiLastMeeting *self = g_new0 (KoyomiLastMeeting, 1);

  self->meeting_id = koyomi_statement_get_int (statement, 0);
  self->committee_id = koyomi_statement_get_int (statement, 1);
  self->day = koyomi_statement_get_int (statement, 2);
  self->committee = g_strdup (koyomi_statement_get_text (statement, 3));

  return self;
}

/* Whether the committee of a meeting is in the list already, with a later one. */
static gboolean
has_committee (GPtrArray               *meetings,
               const KoyomiLastMeeting *meeting)
{
  gboolean found = FALSE;

  for (guint i = 0; i < meetings->len && !found; i++)
    found = ((KoyomiLastMeeting *) g_ptr_array_index (meetings, i))->committee_id == meeting->committee_id;

  return found;
}

/**
 * koyomi_session_list_last_meetings:
 * @day: meetings before it count, and those of the day itself that were held
 *
 * Who does not note which meetings were held has them all the same: only cancelled ones do not count.
 *
 * Returns: (transfer full) (element-type KoyomiLastMeeting): the last meeting of each committee that had one, the latest first
 */
GPtrArray *
koyomi_session_list_last_meetings (KoyomiSession   *session,
                                   guint32          day,
                                   KoyomiLanguage   language,
                                   GError         **error)
{
  const KoyomiRecordStore *store = _koyomi_session_get_store (session);
  g_autofree char *name = koyomi_record_store_get_text_column (store, "c", KOYOMI_COMMITTEE_NAME, language);
  g_autoptr(GPtrArray) meetings = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_last_meeting_free);
  g_autoptr(KoyomiStatement) statement = NULL;
  g_autofree char *sql = NULL;
  KoyomiStep step;

  sql = g_strdup_printf ("SELECT t.id, t.committee_id, t.day, %s FROM meeting AS t JOIN committee AS c ON c.id = t.committee_id"
                         " WHERE (t.day < :day AND t.status <> 'cancelled') OR (t.day = :day AND t.status = 'held')"
                         " ORDER BY t.day DESC, c.position, t.id DESC", name);
  if ((statement = koyomi_database_prepare (store->db, sql, error)) == NULL)
    return NULL;

  koyomi_statement_bind_int (statement, ":day", day);
  while ((step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    {
      g_autoptr(KoyomiLastMeeting) meeting = read_meeting (statement);

      if (!has_committee (meetings, meeting))
        g_ptr_array_add (meetings, g_steal_pointer (&meeting));
    }

  return step == KOYOMI_STEP_DONE ? g_steal_pointer (&meetings) : NULL;
}
