#include "koyomi-attention.h"

#include "koyomi-day.h"
#include "koyomi-function-teams-private.h"
#include "koyomi-session-private.h"

static void
free_item (gpointer data)
{
  KoyomiAttentionItem *self = data;

  g_free (self->title);
  g_free (self->function);
  g_free (self->team);
  g_free (self);
}

void
koyomi_attention_free (KoyomiAttention *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->late);
  g_ptr_array_unref (self->due_soon);
  g_ptr_array_unref (self->before_committee);
  g_ptr_array_unref (self->items);
  g_clear_pointer (&self->clocks, g_ptr_array_unref);
  g_clear_pointer (&self->drills, g_ptr_array_unref);
  g_clear_pointer (&self->deadlines, g_ptr_array_unref);
  koyomi_next_meeting_free (self->next_meeting);
  g_free (self);
}

static KoyomiAttention *
start_attention (void)
{
  KoyomiAttention *self = g_new0 (KoyomiAttention, 1);

  self->today = koyomi_day_today ();
  self->items = g_ptr_array_new_with_free_func (free_item);
  self->late = g_ptr_array_new ();
  self->due_soon = g_ptr_array_new ();
  self->before_committee = g_ptr_array_new ();

  return self;
}

static gboolean
load_next_meeting (KoyomiAttention  *self,
                   KoyomiSession    *session,
                   KoyomiLanguage    language,
                   GError          **error)
{
  g_autoptr(GPtrArray) meetings = koyomi_session_list_next_meetings (session, 1, language, error);

  if (meetings == NULL)
    return FALSE;

  if (meetings->len > 0)
    self->next_meeting = g_ptr_array_steal_index (meetings, 0);

  return TRUE;
}

/* Those that are due within the days that runs are looked for in. */
static gboolean
load_drills (KoyomiAttention  *self,
             KoyomiSession    *session,
             guint32           last_day,
             KoyomiLanguage    language,
             GError          **error)
{
  if ((self->drills = koyomi_session_list_next_drills (session, self->today, language, error)) == NULL)
    return FALSE;

  for (guint i = self->drills->len; i > 0; i--)
    if (((KoyomiNextDrill *) g_ptr_array_index (self->drills, i - 1))->day > last_day)
      g_ptr_array_remove_index (self->drills, i - 1);

  return TRUE;
}

/* Nothing tells where in the past an unfinished run may stand, so all runs are looked through in the order of the file: that is
 * twice as quick as along the index of days, which half of them answer to. */
static KoyomiStatement *
open_unfinished (const KoyomiRecordStore  *store,
                 guint32                   last_day,
                 KoyomiLanguage            language,
                 GError                  **error)
{
  g_autofree char *own_title = koyomi_record_store_get_text_column (store, "t", KOYOMI_OCCURRENCE_TITLE, language);
  g_autofree char *title = koyomi_record_store_get_text_column (store, "a", KOYOMI_ACTIVITY_TITLE, language);
  g_autofree char *function = koyomi_record_store_get_text_column (store, "f", KOYOMI_FUNCTION_NAME, language);
  g_autofree char *team = koyomi_record_store_get_text_column (store, "m", KOYOMI_TEAM_NAME, language);
  g_autofree char *sql = NULL;
  KoyomiStatement *statement;

  sql = g_strdup_printf ("SELECT t.id, t.activity_id, t.function_id, coalesce (nullif (%s, ''), %s), %s, %s,"
                         " t.first_day, t.last_day, t.status"
                         "  FROM occurrence AS t NOT INDEXED"
                         "  JOIN activity AS a ON a.id = t.activity_id"
                         "  JOIN function AS f ON f.id = t.function_id"
                         "  LEFT JOIN team AS m ON m.id = coalesce (t.team_id, a.team_id)"
                         " WHERE t.status IN ('planned', 'doing') AND t.last_day <= :last_day"
                         " ORDER BY t.last_day, t.first_day, t.id", own_title, title, function, team);

  statement = koyomi_database_prepare (store->db, sql, error);
  if (statement != NULL)
    koyomi_statement_bind_int (statement, ":last_day", last_day);

  return statement;
}

static KoyomiAttentionItem *
read_item (KoyomiStatement     *statement,
           guint32              today,
           KoyomiFunctionTeams *teams,
           KoyomiLanguage       language)
{
  const KoyomiField *status = &koyomi_dictionary_get_table (KOYOMI_TABLE_OCCURRENCE)->fields[
    KOYOMI_FIELD_INDEX (KOYOMI_OCCURRENCE_STATUS)];
  KoyomiAttentionItem *item = g_new0 (KoyomiAttentionItem, 1);

  item->occurrence_id = koyomi_statement_get_int (statement, 0);
  item->activity_id = koyomi_statement_get_int (statement, 1);
  item->function_id = koyomi_statement_get_int (statement, 2);
  item->title = g_strdup (koyomi_statement_get_text (statement, 3));
  item->function = g_strdup (koyomi_statement_get_text (statement, 4));
  item->first_day = koyomi_statement_get_int (statement, 6);
  item->last_day = koyomi_statement_get_int (statement, 7);
  item->state = koyomi_state_of (koyomi_field_find_word (status, koyomi_statement_get_text (statement, 8)), item->last_day,
                                 KOYOMI_DAY_NONE, today);

  if (koyomi_statement_is_null (statement, 5))
    {
      g_autoptr(GPtrArray) own = _koyomi_function_teams_list (teams, item->function_id, today);

      item->team = _koyomi_function_teams_join_names (own, language);
    }
  else
    item->team = g_strdup (koyomi_statement_get_text (statement, 5));

  return item;
}

static void
take_item (KoyomiAttention     *self,
           KoyomiAttentionItem *item)
{
  g_ptr_array_add (self->items, item);

  if (item->last_day < self->today)
    {
      g_ptr_array_add (self->late, item);
      return;
    }

  if (item->last_day - self->today <= KOYOMI_DUE_SOON_DAYS)
    g_ptr_array_add (self->due_soon, item);
  if (self->next_meeting != NULL && item->last_day <= self->next_meeting->day)
    g_ptr_array_add (self->before_committee, item);
}

/* Returns: (transfer full): what needs attention today, texts in @language */
KoyomiAttention *
koyomi_session_load_attention (KoyomiSession   *session,
                               KoyomiLanguage   language,
                               GError         **error)
{
  g_autoptr(KoyomiAttention) self = start_attention ();
  g_autoptr(KoyomiFunctionTeams) teams = NULL;
  g_autoptr(KoyomiStatement) statement = NULL;
  guint32 last_day = self->today + KOYOMI_DUE_SOON_DAYS;
  KoyomiStep step;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), NULL);

  if ((teams = _koyomi_function_teams_load (session, language, error)) == NULL ||
      !load_next_meeting (self, session, language, error) ||
      (self->clocks = koyomi_session_list_open_clocks (session, FALSE, koyomi_time_now (), language, error)) == NULL)
    return NULL;

  if (self->next_meeting != NULL)
    last_day = MAX (last_day, self->next_meeting->day);

  if (!load_drills (self, session, last_day, language, error) ||
      (self->deadlines = koyomi_session_list_deadlines (session, 1, last_day, self->today, language, error)) == NULL ||
      (statement = open_unfinished (_koyomi_session_get_store (session), last_day, language, error)) == NULL)
    return NULL;

  while ((step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    take_item (self, read_item (statement, self->today, teams, language));

  return step == KOYOMI_STEP_DONE ? g_steal_pointer (&self) : NULL;
}
