#include "koyomi-history.h"

#include "koyomi-day.h"
#include "koyomi-edit.h"
#include "koyomi-history-private.h"
#include "koyomi-journal.h"
#include "koyomi-session-private.h"
#include "koyomi-template.h"
#include "koyomi-text.h"

#include <stdio.h>

static KoyomiDatabase *
get_database (KoyomiSession *self)
{
  return _koyomi_session_get_store (self)->db;
}

/* The last entry of the change log; before the first one an entry 0. Its hash proves all that came before. */
KoyomiEntry *
koyomi_session_get_head (KoyomiSession  *self,
                         GError        **error)
{
  g_return_val_if_fail (KOYOMI_IS_SESSION (self), NULL);

  return koyomi_journal_get_head (get_database (self), error);
}

/* Returns: (element-type KoyomiEntry): what came after entry @after, oldest first */
GPtrArray *
koyomi_session_list_entries (KoyomiSession  *self,
                             gint64          after,
                             GError        **error)
{
  g_return_val_if_fail (KOYOMI_IS_SESSION (self), NULL);

  return koyomi_journal_list (get_database (self), after, error);
}

/* Returns: (element-type KoyomiEntry): the last @n that came before entry @before, newest first: for a log that is read in passing */
GPtrArray *
koyomi_session_list_entries_before (KoyomiSession  *self,
                                    gint64          before,
                                    guint           n,
                                    GError        **error)
{
  g_return_val_if_fail (KOYOMI_IS_SESSION (self), NULL);

  return koyomi_journal_list_before (get_database (self), before, n, error);
}

/* Returns: (element-type KoyomiRowChange): what entry @seq did, row by row; to an auditor nothing about drafts */
GPtrArray *
koyomi_session_list_changes (KoyomiSession  *self,
                             gint64          seq,
                             GError        **error)
{
  const KoyomiAuditorScope *scope;
  GPtrArray *changes;

  g_return_val_if_fail (KOYOMI_IS_SESSION (self), NULL);

  scope = _koyomi_session_get_scope (self);
  changes = koyomi_journal_list_changes (get_database (self), seq, error);
  if (changes != NULL && scope != NULL)
    _koyomi_auditor_scope_filter (scope, seq, changes);

  return changes;
}

/* The two that a row joins or lies between, such as a team and a function; NULL when one of them is gone. */
static char *
join_titles (KoyomiSession  *self,
             KoyomiRecord   *record,
             int             first,
             int             second,
             KoyomiLanguage  language)
{
  const KoyomiTable *table = koyomi_record_get_table (record);
  g_autofree char *one = _koyomi_session_dup_title (self, table->fields[KOYOMI_FIELD_INDEX (first)].target,
                                                    koyomi_record_get_int (record, first), language);
  g_autofree char *other = _koyomi_session_dup_title (self, table->fields[KOYOMI_FIELD_INDEX (second)].target,
                                                      koyomi_record_get_int (record, second), language);

  return one != NULL && other != NULL ? g_strdup_printf ("%s · %s", one, other) : NULL;
}

/* A meeting without a title of its own goes by its committee and its day. */
static char *
name_meeting (KoyomiSession  *self,
              KoyomiRecord   *meeting,
              KoyomiLanguage  language)
{
  g_autofree char *committee = _koyomi_session_dup_title (self, KOYOMI_TABLE_COMMITTEE,
                                                          koyomi_record_get_int (meeting, KOYOMI_MEETING_COMMITTEE), language);
  g_autofree char *day = koyomi_day_format (koyomi_record_get_day (meeting, KOYOMI_MEETING_DAY));

  return committee != NULL ? g_strdup_printf ("%s %s", committee, day) : NULL;
}

/* What a row is called now; NULL when it has no name or is gone. */
char *
_koyomi_session_dup_title (KoyomiSession  *self,
                           KoyomiTableId   table,
                           gint64          id,
                           KoyomiLanguage  language)
{
  g_autoptr(KoyomiRecord) record = koyomi_session_get (self, table, id, language, NULL);

  if (record == NULL)
    return NULL;

  /* A run goes by the name of its activity unless it has one of its own. */
  if (table == KOYOMI_TABLE_OCCURRENCE && *koyomi_record_get_title (record) == '\0')
    return _koyomi_session_dup_title (self, KOYOMI_TABLE_ACTIVITY, koyomi_record_get_int (record, KOYOMI_OCCURRENCE_ACTIVITY),
                                      language);
  if (table == KOYOMI_TABLE_MEETING && *koyomi_record_get_title (record) == '\0')
    return name_meeting (self, record, language);
  if (table == KOYOMI_TABLE_ASSIGNMENT)
    return join_titles (self, record, KOYOMI_ASSIGNMENT_TEAM, KOYOMI_ASSIGNMENT_FUNCTION, language);

  return *koyomi_record_get_title (record) != '\0' ? g_strdup (koyomi_record_get_title (record)) : NULL;
}

/* Returns: (transfer full): what the changed row is called: by what stands in the change itself, else by its present name, else
 *   by its key */
char *
koyomi_session_name_row (KoyomiSession         *self,
                         const KoyomiRowChange *change,
                         KoyomiLanguage         language)
{
  int title_field = koyomi_dictionary_get_table (change->table)->title_field;
  char *title;

  for (guint i = 0; title_field >= 0 && i < change->fields->len; i++)
    {
      const KoyomiFieldChange *field = &g_array_index (change->fields, KoyomiFieldChange, i);
      const char *text = change->kind == KOYOMI_CHANGE_DELETE ? field->old_text : field->new_text;

      if (KOYOMI_FIELD_INDEX (field->field) == (guint) title_field && text != NULL && *text != '\0')
        return g_strdup (text);
    }

  if ((title = _koyomi_session_dup_title (self, change->table, change->row, language)) != NULL)
    return title;

  return g_strdup_printf ("%" G_GINT64_FORMAT, change->row);
}

/* Returns: (transfer full) (nullable): what the template is called that the plan was made from; NULL for one of a later version */
static char *
name_template (const char     *nick,
               KoyomiLanguage  language)
{
  KoyomiTemplate template;

  return nick != NULL && koyomi_template_from_nick (nick, &template) ? g_strdup (koyomi_template_get_name (template, language)) : NULL;
}

/* Returns: (transfer full): one side of a changed field as people read it; a reference by the name of what it refers to */
char *
koyomi_session_format_change (KoyomiSession           *self,
                              const KoyomiFieldChange *change,
                              gboolean                 new_side,
                              KoyomiLanguage           language)
{
  const KoyomiTable *table = koyomi_dictionary_get_table (KOYOMI_FIELD_TABLE (change->field));
  const KoyomiField *field = &table->fields[KOYOMI_FIELD_INDEX (change->field)];
  gint64 integer = new_side ? change->new_integer : change->old_integer;
  const char *text = new_side ? change->new_text : change->old_text;
  char *name = NULL;

  if (field->type == KOYOMI_FIELD_REF && integer != 0)
    name = _koyomi_session_dup_title (self, field->target, integer, language);
  else if (change->field == KOYOMI_PLAN_TEMPLATE)
    name = name_template (text, language);

  return name != NULL ? name : koyomi_field_format_value (field, integer, new_side ? change->new_real : change->old_real, text, language);
}

/* Returns: (transfer full): the moment that this session shows: now, or when @head was made in a past one; local time */
GDateTime *
koyomi_session_dup_moment (KoyomiSession *self,
                           KoyomiEntry   *head)
{
  g_autoptr(GDateTime) moment = NULL;

  if (!_koyomi_session_is_past (self))
    return g_date_time_new_now_local ();

  moment = g_date_time_new_from_unix_utc (head->at / 1000);

  return g_date_time_to_local (moment);
}

/* Returns: likewise (ms UTC); 0 with @error */
gint64
koyomi_session_get_shown_moment (KoyomiSession  *self,
                                 GError        **error)
{
  g_autoptr(KoyomiEntry) head = NULL;
  g_autoptr(GDateTime) moment = NULL;

  g_return_val_if_fail (KOYOMI_IS_SESSION (self), 0);

  if (!_koyomi_session_is_past (self))
    return koyomi_time_now ();

  if ((head = koyomi_session_get_head (self, error)) == NULL)
    return 0;

  moment = koyomi_session_dup_moment (self, head);

  return g_date_time_to_unix (moment) * 1000;
}

/* Returns: (transfer full) (nullable): the one that is called so, the latest of several */
static KoyomiRecord *
find_bookmark (KoyomiSession *self,
               const char    *name)
{
  g_autoptr(GPtrArray) bookmarks = koyomi_session_list (self, KOYOMI_TABLE_BOOKMARK, 0, 0,
                                                        koyomi_session_get_own_language (self), NULL);

  for (guint i = bookmarks != NULL ? bookmarks->len : 0; i > 0; i--)
    {
      KoyomiRecord *bookmark = g_ptr_array_index (bookmarks, i - 1);

      if (g_str_equal (koyomi_record_get_text (bookmark, KOYOMI_BOOKMARK_NAME), name))
        return g_object_ref (bookmark);
    }

  return NULL;
}

/**
 * _koyomi_session_clean_bookmark_name:
 * @bookmark: the one that is to be called so; 0 for a new one
 *
 * Returns: (transfer full): the name as it is to be written; NULL when it is none, or another bookmark's
 */
char *
_koyomi_session_clean_bookmark_name (KoyomiSession  *self,
                                     const char     *name,
                                     gint64          bookmark,
                                     GError        **error)
{
  g_autofree char *clean = koyomi_text_clean (name, -1, NULL);
  g_autoptr(KoyomiRecord) other = NULL;

  if (clean == NULL || *clean == '\0' || *clean == '#')
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT,
                   "a bookmark needs a name, and none that begins with #");
      return NULL;
    }

  other = find_bookmark (self, clean);
  if (other != NULL && koyomi_record_get_id (other) != bookmark)
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_EXISTS, "there is a bookmark “%s” already", clean);
      return NULL;
    }

  return g_steal_pointer (&clean);
}

/* "2026-04-20" is the end of that day, "2026-04-20 09:30" that minute's end; local time. */
static gboolean
parse_moment (const char *when,
              gint64     *at)
{
  g_autoptr(GDateTime) start = NULL;
  g_autoptr(GDateTime) end = NULL;
  int year, month, day, hour, minute;
  int length = 0;

  if (sscanf (when, "%4d-%2d-%2d%*1[ T]%2d:%2d%n", &year, &month, &day, &hour, &minute, &length) == 5 && when[length] == '\0')
    {
      if ((start = g_date_time_new_local (year, month, day, hour, minute, 0)) == NULL)
        return FALSE;
      end = g_date_time_add_minutes (start, 1);
    }
  else
    {
      guint32 number = koyomi_day_parse (when, NULL);

      if (number == KOYOMI_DAY_NONE)
        return FALSE;

      koyomi_day_get (number, &year, &month, &day);
      start = g_date_time_new_local (year, month, day, 0, 0, 0);
      end = g_date_time_add_days (start, 1);
    }

  *at = g_date_time_to_unix (end) * 1000 - 1;

  return TRUE;
}

/**
 * koyomi_session_find_moment:
 * @when: the name of a bookmark, a day, a day and time, or "#12" for an entry of the change log
 *
 * Returns: the last entry that stood then, for koyomi_session_open_as_of(); -1 with %KOYOMI_PLAN_ERROR_NOT_FOUND when it is none
 */
gint64
koyomi_session_find_moment (KoyomiSession  *self,
                            const char     *when,
                            GError        **error)
{
  g_autoptr(KoyomiEntry) head = koyomi_session_get_head (self, error);
  g_autoptr(KoyomiRecord) bookmark = NULL;
  gint64 seq;
  gint64 at;
  char *end;

  if (head == NULL)
    return -1;

  if ((bookmark = find_bookmark (self, when)) != NULL)
    return koyomi_record_get_int (bookmark, KOYOMI_BOOKMARK_SEQ);

  if (*when == '#')
    {
      seq = g_ascii_strtoll (when + 1, &end, 10);
      if (end > when + 1 && *end == '\0' && seq >= 0 && seq <= head->seq)
        return seq;
    }
  else if (parse_moment (when, &at))
    return koyomi_journal_find_moment (get_database (self), at, error);

  g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND,
               "“%s” is no bookmark of this plan, no day such as 2026-04-20, no time such as “2026-04-20 09:30”, "
               "and no entry such as #12 (the last is #%" G_GINT64_FORMAT ")", when, head->seq);

  return -1;
}

/* Returns: the last entry that stood at @at (ms UTC), for koyomi_session_open_as_of(); 0 when the plan was empty then; -1 with @error */
gint64
koyomi_session_find_time (KoyomiSession  *self,
                          gint64          at,
                          GError        **error)
{
  return koyomi_journal_find_moment (get_database (self), at, error);
}

static KoyomiEntry *
get_top (KoyomiSession    *self,
         KoyomiEntryKind   kind,
         GError          **error)
{
  g_autoptr(KoyomiEntry) head = koyomi_session_get_head (self, error);
  gint64 top;

  if (head == NULL)
    return NULL;

  top = kind == KOYOMI_ENTRY_UNDO ? head->undo_top : head->redo_top;
  if (top == 0)
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOTHING,
                   kind == KOYOMI_ENTRY_UNDO ? "there is nothing to undo" : "there is nothing to redo");
      return NULL;
    }

  return koyomi_journal_get (get_database (self), top, error);
}

/* Returns: (transfer full): the edit that undo would take back next, whose label names it; %KOYOMI_PLAN_ERROR_NOTHING if none.
 *   The making of the plan itself is not undone. */
KoyomiEntry *
koyomi_session_get_undoable (KoyomiSession  *self,
                             GError        **error)
{
  g_return_val_if_fail (KOYOMI_IS_SESSION (self), NULL);

  return get_top (self, KOYOMI_ENTRY_UNDO, error);
}

/* Returns: (transfer full): the edit that redo would bring back next; %KOYOMI_PLAN_ERROR_NOTHING if none */
KoyomiEntry *
koyomi_session_get_redoable (KoyomiSession  *self,
                             GError        **error)
{
  g_return_val_if_fail (KOYOMI_IS_SESSION (self), NULL);

  return get_top (self, KOYOMI_ENTRY_REDO, error);
}

static gboolean
take_back (KoyomiSession    *self,
           KoyomiEntryKind   kind,
           GError          **error)
{
  g_autoptr(KoyomiEntry) top = get_top (self, kind, error);

  if (top == NULL || !_koyomi_session_prepare_to_write (self, error))
    return FALSE;

  if (koyomi_journal_take_back (get_database (self), kind, top->seq, g_get_real_time () / 1000,
                                _koyomi_session_get_actor (self), error) < 0)
    {
      koyomi_database_roll_back (get_database (self));
      return FALSE;
    }

  return koyomi_database_commit (get_database (self), error) && _koyomi_session_note_change (self, error);
}

/* Takes the last edit back, as a new entry of the change log. */
gboolean
koyomi_session_undo (KoyomiSession  *self,
                     GError        **error)
{
  g_return_val_if_fail (KOYOMI_IS_SESSION (self), FALSE);

  return take_back (self, KOYOMI_ENTRY_UNDO, error);
}

gboolean
koyomi_session_redo (KoyomiSession  *self,
                     GError        **error)
{
  g_return_val_if_fail (KOYOMI_IS_SESSION (self), FALSE);

  return take_back (self, KOYOMI_ENTRY_REDO, error);
}

/**
 * koyomi_session_add_bookmark:
 * @name: how the moment is called from now on; must be new
 * @label: of the edit that makes the bookmark
 *
 * Gives the plan as it now stands a name: a baseline, the close of a quarter, what a committee saw.
 */
gboolean
koyomi_session_add_bookmark (KoyomiSession  *self,
                             const char     *name,
                             const char     *label,
                             GError        **error)
{
  g_autoptr(KoyomiRecord) bookmark = koyomi_record_new (KOYOMI_TABLE_BOOKMARK);
  g_autoptr(KoyomiEntry) head = NULL;
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autofree char *clean = NULL;

  g_return_val_if_fail (KOYOMI_IS_SESSION (self), FALSE);

  if ((clean = _koyomi_session_clean_bookmark_name (self, name, 0, error)) == NULL)
    return FALSE;

  if ((edit = koyomi_session_begin_edit (self, error)) == NULL || (head = koyomi_session_get_head (self, error)) == NULL)
    return FALSE;

  koyomi_record_set_text (bookmark, KOYOMI_BOOKMARK_NAME, clean);
  koyomi_record_set_int (bookmark, KOYOMI_BOOKMARK_SEQ, head->seq);
  koyomi_record_set_int (bookmark, KOYOMI_BOOKMARK_AT, g_get_real_time () / 1000);

  return koyomi_edit_insert (edit, bookmark, error) && koyomi_edit_commit (edit, label, error);
}

static gboolean
check_references (KoyomiDatabase  *db,
                  GError         **error)
{
  g_autoptr(KoyomiStatement) statement = koyomi_database_prepare (db, "PRAGMA foreign_key_check", error);
  KoyomiStep step;

  if (statement == NULL || (step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_FAILED)
    return FALSE;

  if (step == KOYOMI_STEP_ROW)
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONFLICT,
                   "row %" G_GINT64_FORMAT " of %s refers to a row of %s that does not exist",
                   koyomi_statement_get_int (statement, 1), koyomi_statement_get_text (statement, 0),
                   koyomi_statement_get_text (statement, 2));
      return FALSE;
    }

  return TRUE;
}

/**
 * koyomi_session_verify:
 * @head: (nullable): a hash that a report printed, or at least its first 16 digits
 * @bad_seq: (out): the first entry of the change log that is not as it was written; 0 when the fault lies elsewhere
 *
 * Looks for damage, for changes to the change log, and for edits made outside the program, in this order.
 *
 * Returns: TRUE when all is well. FALSE with %KOYOMI_PLAN_ERROR_CORRUPT, _BROKEN_CHAIN or _CONFLICT when it is not; with
 *   another error when it could not be found out
 */
gboolean
koyomi_session_verify (KoyomiSession       *self,
                       const char          *head,
                       KoyomiProgressFunc   progress,
                       gpointer             progress_data,
                       GCancellable        *cancellable,
                       gint64              *bad_seq,
                       GError             **error)
{
  KoyomiDatabase *whole;
  g_autoptr(KoyomiDatabase) copy = NULL;

  g_return_val_if_fail (KOYOMI_IS_SESSION (self), FALSE);

  *bad_seq = 0;
  whole = _koyomi_session_get_whole (self);

  return koyomi_database_check (whole, TRUE, error) &&
         check_references (whole, error) &&
         koyomi_journal_verify_chain (whole, head, NULL, NULL, cancellable, bad_seq, error) &&
         (copy = koyomi_database_new_in_memory (error)) != NULL &&
         koyomi_database_copy (whole, copy, NULL, NULL, cancellable, error) &&
         koyomi_journal_verify_rows (copy, progress, progress_data, cancellable, error);
}
