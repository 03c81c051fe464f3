#include "koyomi-next-meeting.h"

#include "koyomi-day.h"
#include "koyomi-session-private.h"

void
koyomi_next_meeting_free (KoyomiNextMeeting *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->committee);
  g_free (self);
}

static KoyomiNextMeeting *
read_meeting (KoyomiStatement *statement,
              guint32          today)
{
  KoyomiNextMeeting *self = g_new0 (KoyomiNextMeeting, 1);

  self->meeting_id = koyomi_statement_get_int (statement, 0);
  self->committee_id = koyomi_statement_get_int (statement, 1);
  self->day = koyomi_statement_get_int (statement, 2);
  self->days_left = self->day - today;
  self->committee = g_strdup (koyomi_statement_get_text (statement, 4));
  self->title = g_strdup (koyomi_statement_get_text (statement, 3));
  if (*self->title == '\0')
    {
      g_free (self->title);
      self->title = g_strdup (self->committee);
    }

  return self;
}

/**
 * koyomi_session_list_next_meetings:
 * @max: how many at most; 0 for all
 *
 * Returns: (transfer full) (element-type KoyomiNextMeeting): the planned meetings of all committees from today on, by day
 */
GPtrArray *
koyomi_session_list_next_meetings (KoyomiSession   *session,
                                   guint            max,
                                   KoyomiLanguage   language,
                                   GError         **error)
{
  const KoyomiRecordStore *store = _koyomi_session_get_store (session);
  g_autofree char *title = koyomi_record_store_get_text_column (store, "t", KOYOMI_MEETING_TITLE, language);
  g_autofree char *name = koyomi_record_store_get_text_column (store, "c", KOYOMI_COMMITTEE_NAME, language);
  g_autoptr(GPtrArray) meetings = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_next_meeting_free);
  g_autoptr(KoyomiStatement) statement = NULL;
  g_autofree char *sql = NULL;
  guint32 today = koyomi_day_today ();
  KoyomiStep step;

  sql = g_strdup_printf ("SELECT t.id, t.committee_id, t.day, %s, %s FROM meeting AS t JOIN committee AS c ON c.id = t.committee_id"
                         " WHERE t.day >= :today AND t.status = 'planned'"
                         " ORDER BY t.day, ifnull (t.start_minute, 1440), c.position, t.id LIMIT :max", title, name);
  if ((statement = koyomi_database_prepare (store->db, sql, error)) == NULL)
    return NULL;

  koyomi_statement_bind_int (statement, ":today", today);
  koyomi_statement_bind_int (statement, ":max", max > 0 ? (gint64) max : -1);
  while ((step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    g_ptr_array_add (meetings, read_meeting (statement, today));

  return step == KOYOMI_STEP_DONE ? g_steal_pointer (&meetings) : NULL;
}
