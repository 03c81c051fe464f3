#include "koyomi-edit-private.h"

#include "koyomi-closed-year-private.h"
#include "koyomi-completion-private.h"
#include "koyomi-day.h"
#include "koyomi-journal.h"
#include "koyomi-session-private.h"
#include "koyomi-text.h"

#include <string.h>

struct _KoyomiEdit
{
  KoyomiSession      *session;
  KoyomiDatabase     *db;
  KoyomiRecorder     *recorder;
  KoyomiWorkCalendar *work_calendar;   /* as it was when it was first needed */
  GHashTable         *settled;         /* (element-type gint64): runs whose status or day of completion was changed */
  GHashTable         *followed;        /* (element-type gint64): the activities that they are of */
  GArray             *closed;          /* (element-type KoyomiClosedDays): as it was when it was first needed */
  gboolean            is_rolling;
  gboolean            is_open;
};

/* Begins an edit. Only one can be open in a session, and it should not stay open while a person thinks. */
KoyomiEdit *
koyomi_session_begin_edit (KoyomiSession  *session,
                           GError        **error)
{
  g_autoptr(KoyomiEdit) self = NULL;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), NULL);

  if (!_koyomi_session_prepare_to_write (session, error))
    return NULL;

  self = g_new0 (KoyomiEdit, 1);
  self->session = g_object_ref (session);
  self->db = g_object_ref (_koyomi_session_get_store (session)->db);
  self->settled = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->followed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->is_open = TRUE;
  if ((self->recorder = koyomi_recorder_start (self->db, error)) == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

void
koyomi_edit_free (KoyomiEdit *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->recorder, koyomi_recorder_free);
  if (self->is_open)
    koyomi_database_roll_back (self->db);
  g_clear_object (&self->work_calendar);
  g_clear_pointer (&self->settled, g_hash_table_unref);
  g_clear_pointer (&self->followed, g_hash_table_unref);
  g_clear_pointer (&self->closed, g_array_unref);
  g_clear_object (&self->db);
  g_clear_object (&self->session);
  g_free (self);
}

/* A full disk ends the transaction at once. What came after it would be written by itself, and stand in no entry. */
static gboolean
check_is_open (KoyomiEdit  *self,
               GError     **error)
{
  if (self->is_open && koyomi_database_is_in_transaction (self->db))
    return TRUE;

  g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_FAILED, "the edit was broken off");

  return FALSE;
}

/* Most plans have no closed year, and the roll-over may settle what was left in one. */
static gboolean
load_closed (KoyomiEdit  *self,
             GError     **error)
{
  if (self->closed == NULL && self->is_rolling)
    self->closed = g_array_new (FALSE, FALSE, sizeof (KoyomiClosedDays));
  else if (self->closed == NULL)
    self->closed = _koyomi_session_list_closed_days (self->session, error);

  return self->closed != NULL;
}

static gboolean
check_days_are_open (KoyomiEdit  *self,
                     guint32      slot_day,
                     guint32      last_day,
                     GError     **error)
{
  guint32 day = MAX (slot_day, last_day);

  for (guint i = 0; i < self->closed->len; i++)
    {
      const KoyomiClosedDays *days = &g_array_index (self->closed, KoyomiClosedDays, i);
      g_autofree char *text = NULL;

      if (day < days->first_day || day > days->last_day)
        continue;

      text = koyomi_day_format (day);
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CLOSED, "a run of %s lies in a fiscal year that is closed", text);
      return FALSE;
    }

  return TRUE;
}

/* Looks at runs as they stand in the plan: at one of them by its key, or at all of an activity. */
static gboolean
check_runs_are_open (KoyomiEdit  *self,
                     int          field,
                     gint64       id,
                     GError     **error)
{
  static const char by_id[] = "SELECT slot_day, last_day FROM occurrence WHERE id = :id";
  static const char by_activity[] = "SELECT slot_day, last_day FROM occurrence WHERE activity_id = :id";

  g_autoptr(KoyomiStatement) statement = NULL;
  KoyomiStep step;

  if (!load_closed (self, error))
    return FALSE;

  if (self->closed->len == 0)
    return TRUE;

  if ((statement = koyomi_database_prepare (self->db, field == KOYOMI_OCCURRENCE_ACTIVITY ? by_activity : by_id, error)) == NULL)
    return FALSE;

  koyomi_statement_bind_int (statement, ":id", id);
  while ((step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    if (!check_days_are_open (self, koyomi_statement_get_int (statement, 0), koyomi_statement_get_int (statement, 1), error))
      return FALSE;

  return step == KOYOMI_STEP_DONE;
}

/* Looks at a run as it will be. */
static gboolean
check_record_is_open (KoyomiEdit    *self,
                      KoyomiRecord  *record,
                      GError       **error)
{
  return koyomi_record_get_table_id (record) != KOYOMI_TABLE_OCCURRENCE ||
         (load_closed (self, error) &&
          check_days_are_open (self, koyomi_record_get_day (record, KOYOMI_OCCURRENCE_SLOT_DAY),
                               koyomi_record_get_day (record, KOYOMI_OCCURRENCE_LAST_DAY), error));
}

/* Adds the row. Its texts become the plan's own. */
gboolean
koyomi_edit_insert (KoyomiEdit    *self,
                    KoyomiRecord  *record,
                    GError       **error)
{
  return check_is_open (self, error) &&
         check_record_is_open (self, record, error) &&
         koyomi_record_store_insert (_koyomi_session_get_store (self->session), record, error);
}

/* An activity's runs stand in its function's row. */
static gboolean
move_runs (KoyomiEdit    *self,
           KoyomiRecord  *activity,
           GError       **error)
{
  static const char sql[] = "UPDATE occurrence SET function_id = :function WHERE activity_id = :activity";

  g_autoptr(KoyomiStatement) statement = koyomi_database_prepare (self->db, sql, error);

  if (statement == NULL)
    return FALSE;

  koyomi_statement_bind_int (statement, ":function", koyomi_record_get_int (activity, KOYOMI_ACTIVITY_FUNCTION));
  koyomi_statement_bind_int (statement, ":activity", koyomi_record_get_id (activity));

  return koyomi_statement_run (statement, error);
}

static void
add_key (GHashTable *keys,
         gint64      key)
{
  g_hash_table_add (keys, g_memdup2 (&key, sizeof key));
}

/* What comes next may have to follow when the edit is over. */
static void
note_completion (KoyomiEdit   *self,
                 KoyomiRecord *record)
{
  if (koyomi_record_get_table_id (record) != KOYOMI_TABLE_OCCURRENCE ||
      (!koyomi_record_is_changed (record, KOYOMI_OCCURRENCE_STATUS) && !koyomi_record_is_changed (record, KOYOMI_OCCURRENCE_ACTUAL_LAST)))
    return;

  add_key (self->settled, koyomi_record_get_id (record));
  add_key (self->followed, koyomi_record_get_int (record, KOYOMI_OCCURRENCE_ACTIVITY));
}

/* Writes the fields that were set since the record was read; its texts in the language that it was read in. Where that completes a
 * run of an activity that goes by completion, or opens it again, koyomi_edit_commit() sees to the next one. */
gboolean
koyomi_edit_update (KoyomiEdit    *self,
                    KoyomiRecord  *record,
                    GError       **error)
{
  gboolean function_changed = koyomi_record_get_table_id (record) == KOYOMI_TABLE_ACTIVITY &&
                              koyomi_record_is_changed (record, KOYOMI_ACTIVITY_FUNCTION);

  if (koyomi_record_get_table_id (record) == KOYOMI_TABLE_PLAN && koyomi_record_is_changed (record, KOYOMI_PLAN_LANGUAGE))
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT,
                   "a plan keeps the language that its texts are in; each text can have a translation");
      return FALSE;
    }

  note_completion (self, record);

  return check_is_open (self, error) &&
         check_record_is_open (self, record, error) &&
         (koyomi_record_get_table_id (record) != KOYOMI_TABLE_OCCURRENCE ||
          check_runs_are_open (self, KOYOMI_OCCURRENCE_ID, koyomi_record_get_id (record), error)) &&
         (!function_changed || check_runs_are_open (self, KOYOMI_OCCURRENCE_ACTIVITY, koyomi_record_get_id (record), error)) &&
         koyomi_record_store_update (_koyomi_session_get_store (self->session), record, error) &&
         (!function_changed || move_runs (self, record, error));
}

static GArray *
list_referring (KoyomiEdit         *self,
                const KoyomiTable  *table,
                const KoyomiField  *reference,
                gint64              id,
                GError            **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE %s = :id", table->name, reference->name);
  g_autoptr(KoyomiStatement) statement = koyomi_database_prepare (self->db, sql, error);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  KoyomiStep step;

  if (statement == NULL)
    return NULL;

  koyomi_statement_bind_int (statement, ":id", id);
  while ((step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    {
      gint64 referring = koyomi_statement_get_int (statement, 0);

      g_array_append_val (ids, referring);
    }

  return step == KOYOMI_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

static gboolean
clear_reference (KoyomiEdit         *self,
                 const KoyomiTable  *table,
                 const KoyomiField  *reference,
                 gint64              id,
                 GError            **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET %s = NULL WHERE id = :id", table->name, reference->name);
  g_autoptr(KoyomiStatement) statement = koyomi_database_prepare (self->db, sql, error);

  if (statement == NULL)
    return FALSE;

  koyomi_statement_bind_int (statement, ":id", id);

  return koyomi_statement_run (statement, error);
}

/* Whether a row that only says what belongs together says nothing any more. */
static gboolean
is_void (KoyomiEdit         *self,
         const KoyomiTable  *table,
         gint64              id)
{
  KoyomiTableId table_id = koyomi_table_get_id (table);
  g_autoptr(KoyomiRecord) record = NULL;

  if (table_id != KOYOMI_TABLE_INCIDENT_LINK && table_id != KOYOMI_TABLE_PROOF)
    return FALSE;

  record = koyomi_session_get (self->session, table_id, id, koyomi_session_get_own_language (self->session), NULL);
  for (guint i = 1; record != NULL && i < table->n_fields; i++)
    if (table->fields[i].type == KOYOMI_FIELD_REF && (table->fields[i].flags & KOYOMI_FIELD_OPTIONAL) &&
        !koyomi_record_is_none (record, table_id << 8 | i))
      return FALSE;

  return record != NULL;
}

/* Who took part in an incident is known by name when team or person are no more. */
static gboolean
keep_name (KoyomiEdit     *self,
           gint64          party,
           KoyomiTableId   target,
           gint64          id,
           GError        **error)
{
  KoyomiLanguage own = koyomi_session_get_own_language (self->session);
  KoyomiLanguage other = own == KOYOMI_LANGUAGE_JA ? KOYOMI_LANGUAGE_EN : KOYOMI_LANGUAGE_JA;
  g_autoptr(KoyomiRecord) record = koyomi_session_get (self->session, KOYOMI_TABLE_INCIDENT_PARTY, party, own, error);
  g_autofree char *name = NULL;
  g_autofree char *other_name = NULL;

  if (record == NULL)
    return FALSE;

  if (!koyomi_record_is_none (record, KOYOMI_INCIDENT_PARTY_NAME) ||
      (target == KOYOMI_TABLE_TEAM && !koyomi_record_is_none (record, KOYOMI_INCIDENT_PARTY_PERSON)))
    return TRUE;

  name = _koyomi_session_dup_title (self->session, target, id, own);
  other_name = _koyomi_session_dup_title (self->session, target, id, other);
  koyomi_record_set_text (record, KOYOMI_INCIDENT_PARTY_NAME, name != NULL ? name : "");

  return koyomi_record_store_update (_koyomi_session_get_store (self->session), record, error) &&
         (g_strcmp0 (name, other_name) == 0 ||
          koyomi_edit_translate (self, KOYOMI_INCIDENT_PARTY_NAME, party, other_name != NULL ? other_name : "", error));
}

/* The row stays, unless it says nothing without what it referred to. */
static gboolean
clear_or_drop (KoyomiEdit         *self,
               const KoyomiTable  *table,
               const KoyomiField  *reference,
               gint64              row,
               gint64              target,
               GError            **error)
{
  KoyomiTableId table_id = koyomi_table_get_id (table);

  if (table_id == KOYOMI_TABLE_INCIDENT_PARTY && !keep_name (self, row, reference->target, target, error))
    return FALSE;

  return clear_reference (self, table, reference, row, error) &&
         (!is_void (self, table, row) || koyomi_edit_delete (self, table_id, row, error));
}

static gboolean
let_go (KoyomiEdit         *self,
        const KoyomiTable  *table,
        const KoyomiField  *reference,
        gint64              id,
        GError            **error)
{
  g_autoptr(GArray) referring = list_referring (self, table, reference, id, error);

  if (referring == NULL)
    return FALSE;

  for (guint i = 0; i < referring->len; i++)
    {
      gint64 row = g_array_index (referring, gint64, i);

      if ((reference->flags & KOYOMI_FIELD_OPTIONAL) ? !clear_or_drop (self, table, reference, row, id, error)
                                                      : !koyomi_edit_delete (self, koyomi_table_get_id (table), row, error))
        return FALSE;
    }

  return TRUE;
}

/* Removes the row. What cannot be without it goes before it; what merely refers to it lets it go. */
gboolean
koyomi_edit_delete (KoyomiEdit     *self,
                    KoyomiTableId   table,
                    gint64          id,
                    GError        **error)
{
  if (!check_is_open (self, error) ||
      (table == KOYOMI_TABLE_OCCURRENCE && !check_runs_are_open (self, KOYOMI_OCCURRENCE_ID, id, error)))
    return FALSE;

  for (guint i = 0; i < KOYOMI_N_TABLES; i++)
    {
      const KoyomiTable *other = koyomi_dictionary_get_table (i);

      for (guint j = 0; j < other->n_fields; j++)
        if (other->fields[j].type == KOYOMI_FIELD_REF && other->fields[j].target == table &&
            !let_go (self, other, &other->fields[j], id, error))
          return FALSE;
    }

  return koyomi_record_store_delete (_koyomi_session_get_store (self->session), table, id, error);
}

/* Sets, or with "" removes, the text of a field in the language that is not the plan's own. */
gboolean
koyomi_edit_translate (KoyomiEdit  *self,
                       int          field,
                       gint64       id,
                       const char  *text,
                       GError     **error)
{
  const KoyomiRecordStore *store = _koyomi_session_get_store (self->session);
  KoyomiLanguage other = store->own_language == KOYOMI_LANGUAGE_JA ? KOYOMI_LANGUAGE_EN : KOYOMI_LANGUAGE_JA;

  return check_is_open (self, error) &&
         (field >> 8 != KOYOMI_TABLE_OCCURRENCE || check_runs_are_open (self, KOYOMI_OCCURRENCE_ID, id, error)) &&
         koyomi_record_store_translate (store, field, id, other, text, error);
}

/* Gives the row @to the translations that @from has, for those of its texts that are the same. */
gboolean
koyomi_edit_copy_translations (KoyomiEdit     *self,
                               KoyomiTableId   table,
                               gint64          from,
                               gint64          to,
                               GError        **error)
{
  const KoyomiRecordStore *store = _koyomi_session_get_store (self->session);

  return check_is_open (self, error) && koyomi_record_store_copy_translations (store, table, from, to, error);
}

static GHashTable *
list_slots (KoyomiEdit    *self,
            gint64         activity,
            GError       **error)
{
  static const char sql[] = "SELECT slot_day FROM occurrence WHERE activity_id = :activity";

  g_autoptr(KoyomiStatement) statement = koyomi_database_prepare (self->db, sql, error);
  g_autoptr(GHashTable) slots = g_hash_table_new (NULL, NULL);
  KoyomiStep step;

  if (statement == NULL)
    return NULL;

  koyomi_statement_bind_int (statement, ":activity", activity);
  while ((step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    g_hash_table_add (slots, GUINT_TO_POINTER ((guint) koyomi_statement_get_int (statement, 0)));

  return step == KOYOMI_STEP_DONE ? g_steal_pointer (&slots) : NULL;
}

/* Returns: (transfer full): a planned run of @activity, which is as long as the activity or the slot, whichever is longer */
KoyomiRecord *
koyomi_edit_add_run (KoyomiEdit        *self,
                     KoyomiRecord      *activity,
                     const KoyomiSlot  *slot,
                     GError           **error)
{
  g_autoptr(KoyomiRecord) run = koyomi_record_new (KOYOMI_TABLE_OCCURRENCE);
  guint32 last_day = koyomi_slot_get_last_day (slot, koyomi_record_get_int (activity, KOYOMI_ACTIVITY_DURATION));

  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ACTIVITY, koyomi_record_get_id (activity));
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_FUNCTION, koyomi_record_get_int (activity, KOYOMI_ACTIVITY_FUNCTION));
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_SLOT_DAY, slot->slot_day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_FIRST_DAY, slot->day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_LAST_DAY, last_day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ORIGINAL_FIRST, slot->day);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ORIGINAL_LAST, last_day);

  return koyomi_edit_insert (self, run, error) ? g_steal_pointer (&run) : NULL;
}

/**
 * koyomi_edit_add_runs:
 * @activity: a row of the plan
 *
 * Makes the runs that the activity's rule gives by the days from @first_day to @last_day, as far as they are not there yet.
 * Those that are there stay as they are, moved, done or skipped. Of a rule that goes by completion only the first run is made; the
 * others come when a run is done.
 *
 * Returns: how many were made, or -1 on error
 */
int
koyomi_edit_add_runs (KoyomiEdit    *self,
                      KoyomiRecord  *activity,
                      guint32        first_day,
                      guint32        last_day,
                      GError       **error)
{
  g_autoptr(GArray) slots = g_array_new (FALSE, FALSE, sizeof (KoyomiSlot));
  g_autoptr(GHashTable) present = NULL;
  g_autoptr(GError) fault = NULL;
  KoyomiRecurrence rule;
  int n_made = 0;

  if (!koyomi_recurrence_parse (&rule, koyomi_record_get_text (activity, KOYOMI_ACTIVITY_RULE), &fault))
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "activity “%s”, field rule: %s",
                   koyomi_record_get_title (activity), fault->message);
      return -1;
    }

  if (self->work_calendar == NULL &&
      (self->work_calendar = koyomi_session_load_work_calendar (self->session, koyomi_session_get_own_language (self->session),
                                                                error)) == NULL)
    return -1;

  koyomi_recurrence_expand (&rule, koyomi_record_get_day (activity, KOYOMI_ACTIVITY_FIRST_DAY), self->work_calendar,
                            first_day, last_day, slots);

  if ((present = list_slots (self, koyomi_record_get_id (activity), error)) == NULL)
    return -1;

  for (guint i = 0; i < slots->len; i++)
    {
      KoyomiSlot *slot = &g_array_index (slots, KoyomiSlot, i);
      g_autoptr(KoyomiRecord) run = NULL;

      if (g_hash_table_contains (present, GUINT_TO_POINTER (slot->slot_day)))
        continue;

      if ((run = koyomi_edit_add_run (self, activity, slot, error)) == NULL)
        return -1;

      n_made++;
    }

  return n_made;
}

/* Leaves to the roll-over what comes next, which it plans itself, and what is left in closed years. To be called before the first
 * change. */
void
_koyomi_edit_roll_over (KoyomiEdit *self)
{
  self->is_rolling = TRUE;
}

static gboolean
follow_completions (KoyomiEdit  *self,
                    GError     **error)
{
  GHashTableIter iter;
  gpointer activity;

  g_hash_table_iter_init (&iter, self->followed);
  while (!self->is_rolling && g_hash_table_iter_next (&iter, &activity, NULL))
    if (!_koyomi_edit_follow_completion (self, self->session, *(gint64 *) activity, self->settled, error))
      return FALSE;

  return TRUE;
}

/**
 * koyomi_edit_commit:
 * @label: what the edit did, in the words of whoever made it, such as "Move 内部監査 to October"
 *
 * First sees to the next runs of activities that go by completion. An edit that changes the status or the day of completion of their
 * last run that is over makes the next one, or moves it if nobody has touched it; one that opens a run again removes the untouched
 * ones that came of it. A run that was skipped or missed counts as if it had been done on the last day that it was planned for. So
 * it is with every edit but the roll-over, whoever makes it; one undo takes back both.
 *
 * Ends the edit and writes it to the change log. An edit that changed nothing leaves no entry. When it fails, nothing was changed.
 */
gboolean
koyomi_edit_commit (KoyomiEdit  *self,
                    const char  *label,
                    GError     **error)
{
  g_autofree char *clean = NULL;
  g_autoptr(GError) dirt = NULL;
  gint64 seq = -1;

  g_return_val_if_fail (self->is_open, FALSE);

  if ((clean = koyomi_text_clean (label, -1, &dirt)) == NULL)
    g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "the label of the edit: %s", dirt->message);
  else if (check_is_open (self, error) && follow_completions (self, error))
    seq = koyomi_journal_append (self->db, self->recorder, g_get_real_time () / 1000,
                                 _koyomi_session_get_actor (self->session), clean, error);

  self->is_open = FALSE;
  if (seq < 0)
    {
      koyomi_database_roll_back (self->db);
      return FALSE;
    }

  if (!koyomi_database_commit (self->db, error))
    return FALSE;

  return seq == 0 || _koyomi_session_note_change (self->session, error);
}
