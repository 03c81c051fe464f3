#include "koyomi-session.h"

#include "koyomi-auditor.h"
#include "koyomi-backup.h"
#include "koyomi-calendar-store.h"
#include "koyomi-day.h"
#include "koyomi-history.h"
#include "koyomi-journal.h"
#include "koyomi-plan-file.h"
#include "koyomi-session-backup.h"
#include "koyomi-session-private.h"

#include <string.h>

struct _KoyomiSession
{
  GObject            parent_instance;

  KoyomiPlanFile    *file;           /* NULL for a past moment, for a copy, and while a new plan is filled */
  char              *copied_path;    /* of the plan that this is a copy of, else NULL */
  KoyomiDatabase    *db;
  KoyomiRecordStore  store;
  KoyomiRecord      *plan;
  gboolean           is_past;
  gboolean           is_copy;
  gboolean           is_unchecked;   /* a copy of a plan in which nobody has looked for damage yet */
  KoyomiAuditorScope *scope;         /* what an auditor is shown of it; NULL for everybody else */
  char              *watermark;      /* NULL for what follows from the scope */
  guint32            today;          /* of the calendars that are loaded; %KOYOMI_DAY_NONE for the present day */
  char              *actor;
  guint32            backed_up_on;   /* the last day that was seen to have its copy */
  GError            *backup_error;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiSession, koyomi_session, G_TYPE_OBJECT)

static void
koyomi_session_finalize (GObject *object)
{
  KoyomiSession *self = KOYOMI_SESSION (object);

  g_clear_object (&self->plan);
  g_clear_object (&self->db);
  g_clear_object (&self->file);
  g_clear_error (&self->backup_error);
  g_clear_pointer (&self->scope, _koyomi_auditor_scope_free);
  g_free (self->watermark);
  g_free (self->copied_path);
  g_free (self->actor);

  G_OBJECT_CLASS (koyomi_session_parent_class)->finalize (object);
}

static void
koyomi_session_class_init (KoyomiSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = koyomi_session_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KOYOMI_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
koyomi_session_init (KoyomiSession *self)
{
  const char *name = g_get_real_name ();

  self->actor = g_strdup (g_str_equal (name, "Unknown") || *name == '\0' ? g_get_user_name () : name);
}

static gboolean
load_plan (KoyomiSession  *self,
           GError        **error)
{
  g_autoptr(GPtrArray) plans = koyomi_record_store_list (&self->store, KOYOMI_TABLE_PLAN, 0, 0, self->store.own_language, error);

  if (plans == NULL)
    return FALSE;

  g_clear_object (&self->plan);
  if (plans->len == 0)
    {
      /* Before its first entry a plan is empty. */
      self->plan = koyomi_record_new (KOYOMI_TABLE_PLAN);
      koyomi_record_set_int (self->plan, KOYOMI_PLAN_FISCAL_START_MONTH, 4);
    }
  else
    self->plan = g_object_ref (g_ptr_array_index (plans, 0));

  self->store.own_language = koyomi_record_get_int (self->plan, KOYOMI_PLAN_LANGUAGE);

  return TRUE;
}

static KoyomiSession *
start_session (KoyomiDatabase *db)
{
  KoyomiSession *self = g_object_new (KOYOMI_TYPE_SESSION, NULL);

  self->db = g_object_ref (db);
  self->store.db = db;

  return self;
}

/* @plan: the row that is about to be written as the plan's own */
KoyomiSession *
_koyomi_session_new_for_new_plan (KoyomiDatabase *db,
                                  KoyomiRecord   *plan)
{
  KoyomiSession *self = start_session (db);

  self->plan = g_object_ref (plan);
  self->store.own_language = koyomi_record_get_int (plan, KOYOMI_PLAN_LANGUAGE);

  return self;
}

/**
 * koyomi_session_open:
 * @path: a plan
 * @read_only: do not try to write; otherwise it is opened for reading only where it cannot be written
 *
 * Returns: the session, or NULL with %KOYOMI_PLAN_ERROR when the file is refused; it is left as it is then
 */
KoyomiSession *
koyomi_session_open (const char    *path,
                     gboolean       read_only,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr(KoyomiSession) self = NULL;
  g_autoptr(KoyomiPlanFile) file = NULL;
  g_autofree char *backups = _koyomi_session_dup_migration_folder (path);

  if ((file = koyomi_plan_file_open (path, read_only, backups, cancellable, error)) == NULL)
    return NULL;

  self = start_session (koyomi_plan_file_get_database (file));
  self->file = g_steal_pointer (&file);
  if (!load_plan (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* Returns: (nullable): a session on @db, a plan in memory, that shows as much of it as @self does of its own */
static KoyomiSession *
start_like (KoyomiSession   *self,
            KoyomiDatabase  *db,
            GCancellable    *cancellable,
            GError         **error)
{
  g_autoptr(KoyomiAuditorScope) scope = NULL;
  g_autoptr(KoyomiDatabase) shown = NULL;
  KoyomiSession *other;

  if (self->scope != NULL)
    {
      scope = _koyomi_auditor_scope_derive (self->scope, db);
      if ((shown = _koyomi_auditor_scope_show (scope, cancellable, error)) == NULL)
        return NULL;
    }

  other = start_session (shown != NULL ? shown : db);
  other->scope = g_steal_pointer (&scope);
  other->watermark = g_strdup (self->watermark);

  return other;
}

static KoyomiSession *
open_past (KoyomiSession       *self,
           gint64               seq,
           gboolean             is_issued,
           KoyomiProgressFunc   progress,
           gpointer             progress_data,
           GCancellable        *cancellable,
           GError             **error)
{
  g_autoptr(KoyomiDatabase) copy = koyomi_database_new_in_memory (error);
  g_autoptr(KoyomiSession) past = NULL;

  if (copy == NULL ||
      !koyomi_database_copy (_koyomi_session_get_whole (self), copy, NULL, NULL, cancellable, error) ||
      !koyomi_journal_rewind (copy, seq, progress, progress_data, cancellable, error) ||
      (past = is_issued ? start_session (copy) : start_like (self, copy, cancellable, error)) == NULL)
    return NULL;

  past->is_past = TRUE;
  if (!load_plan (past, error))
    return NULL;

  return g_steal_pointer (&past);
}

/**
 * koyomi_session_open_as_of:
 * @seq: an entry of the change log; 0 for the empty plan
 *
 * Returns: the plan as it stood once entry @seq had been made: a copy in memory, to be read only
 */
KoyomiSession *
koyomi_session_open_as_of (KoyomiSession       *self,
                           gint64               seq,
                           KoyomiProgressFunc   progress,
                           gpointer             progress_data,
                           GCancellable        *cancellable,
                           GError             **error)
{
  g_return_val_if_fail (KOYOMI_IS_SESSION (self), NULL);

  return open_past (self, seq, FALSE, progress, progress_data, cancellable, error);
}

static gboolean
was_given_out (KoyomiSession *self,
               gint64         seq)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM report_issue i JOIN bookmark b ON b.id = i.bookmark_id"
                                          " WHERE b.seq = %" G_GINT64_FORMAT, seq);
  gint64 count;

  return koyomi_database_get_number (self->db, sql, &count, NULL) && count > 0;
}

/**
 * koyomi_session_open_as_issued:
 * @seq: the entry of the change log that a report shows which was given out
 *
 * As koyomi_session_open_as_of(), to write that report as everybody was given it: with all that stood in it and without a mark, also for an
 * auditor. Of another moment an auditor is shown what always is.
 */
KoyomiSession *
koyomi_session_open_as_issued (KoyomiSession  *self,
                               gint64          seq,
                               GCancellable   *cancellable,
                               GError        **error)
{
  g_return_val_if_fail (KOYOMI_IS_SESSION (self), NULL);

  return open_past (self, seq, self->scope == NULL || was_given_out (self, seq), NULL, NULL, cancellable, error);
}

/**
 * koyomi_session_copy:
 *
 * For a worker, because a session is for one thread at a time. A hundred thousand runs take some 30 ms.
 *
 * Returns: the plan as it stands now: a copy in memory, to be read only, that goes by the same path and moment
 */
KoyomiSession *
koyomi_session_copy (KoyomiSession  *self,
                     GCancellable   *cancellable,
                     GError        **error)
{
  g_autoptr(KoyomiDatabase) db = koyomi_database_new_in_memory (error);
  g_autoptr(KoyomiSession) copy = NULL;

  g_return_val_if_fail (KOYOMI_IS_SESSION (self), NULL);

  if (db == NULL ||
      !koyomi_database_copy (_koyomi_session_get_whole (self), db, NULL, NULL, cancellable, error) ||
      (copy = start_like (self, db, cancellable, error)) == NULL)
    return NULL;

  copy->is_past = self->is_past;
  copy->is_copy = TRUE;
  copy->copied_path = g_strdup (koyomi_session_get_path (self));
  if (!load_plan (copy, error))
    return NULL;

  return g_steal_pointer (&copy);
}

/* @db: a plan with its drafts, which is copied
 * @path: (nullable): that it goes by */
KoyomiSession *
_koyomi_session_new_for_auditor (KoyomiDatabase  *db,
                                 const char      *path,
                                 const char      *auditor,
                                 GCancellable    *cancellable,
                                 GError         **error)
{
  g_autoptr(KoyomiDatabase) whole = koyomi_database_new_in_memory (error);
  g_autoptr(KoyomiAuditorScope) scope = NULL;
  g_autoptr(KoyomiDatabase) shown = NULL;
  g_autoptr(KoyomiSession) self = NULL;

  if (whole == NULL ||
      !koyomi_database_copy (db, whole, NULL, NULL, cancellable, error) ||
      (scope = _koyomi_auditor_scope_new (whole, auditor != NULL ? auditor : "", error)) == NULL ||
      (shown = _koyomi_auditor_scope_show (scope, cancellable, error)) == NULL)
    return NULL;

  self = start_session (shown);
  self->scope = g_steal_pointer (&scope);
  self->is_copy = TRUE;
  self->copied_path = g_strdup (path);
  if (!load_plan (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * koyomi_session_copy_for_auditor:
 * @auditor: (nullable): the name, for the mark on what is printed
 *
 * Returns: the plan as it stands now, as an auditor is shown it: a copy in memory that goes by the same path
 */
KoyomiSession *
koyomi_session_copy_for_auditor (KoyomiSession  *self,
                                 const char     *auditor,
                                 GCancellable   *cancellable,
                                 GError        **error)
{
  KoyomiSession *copy;

  g_return_val_if_fail (KOYOMI_IS_SESSION (self), NULL);

  copy = _koyomi_session_new_for_auditor (_koyomi_session_get_whole (self), koyomi_session_get_path (self), auditor, cancellable, error);
  if (copy == NULL)
    return NULL;

  copy->is_past = self->is_past;
  copy->is_unchecked = !koyomi_session_was_checked (self);

  return copy;
}

/* Returns: (nullable): NULL for a past moment */
const char *
koyomi_session_get_path (KoyomiSession *self)
{
  g_return_val_if_fail (KOYOMI_IS_SESSION (self), NULL);

  return self->file != NULL ? koyomi_plan_file_get_path (self->file) : self->copied_path;
}

gboolean
koyomi_session_is_read_only (KoyomiSession *self)
{
  g_return_val_if_fail (KOYOMI_IS_SESSION (self), TRUE);

  return koyomi_session_get_read_only_reason (self) != KOYOMI_WRITABLE;
}

/* %KOYOMI_READ_ONLY_ASKED for a past moment and for a copy, too. */
KoyomiReadOnlyReason
koyomi_session_get_read_only_reason (KoyomiSession *self)
{
  g_return_val_if_fail (KOYOMI_IS_SESSION (self), KOYOMI_READ_ONLY_ASKED);

  if (self->is_past || self->is_copy)
    return KOYOMI_READ_ONLY_ASKED;

  return self->file != NULL ? koyomi_plan_file_get_reason (self->file) : KOYOMI_WRITABLE;
}

/* A sentence or two for the person; "" when the plan can be written. */
char *
koyomi_session_explain_read_only (KoyomiSession  *self,
                                  KoyomiLanguage  language)
{
  g_return_val_if_fail (KOYOMI_IS_SESSION (self), NULL);

  if (self->is_past)
    return g_strdup (koyomi_tr (language, N_("This is the plan as it was at a past moment. It can only be read.")));

  if (self->scope != NULL)
    return g_strdup (koyomi_tr (language, N_("The plan is shown to an auditor. It can only be read, and drafts are hidden.")));

  if (self->file == NULL)
    return g_strdup ("");

  return koyomi_read_only_reason_explain (koyomi_plan_file_get_reason (self->file), koyomi_plan_file_get_holder (self->file),
                                          language);
}

/* Whether damage was looked for when the plan was opened. A large one is opened at once; see koyomi_session_check(). */
gboolean
koyomi_session_was_checked (KoyomiSession *self)
{
  g_return_val_if_fail (KOYOMI_IS_SESSION (self), FALSE);

  return self->file != NULL ? koyomi_plan_file_was_checked (self->file) : !self->is_unchecked;
}

/* Returns: (nullable): why today's copy could not be made. The edit itself was. */
const GError *
koyomi_session_get_backup_error (KoyomiSession *self)
{
  g_return_val_if_fail (KOYOMI_IS_SESSION (self), NULL);

  return self->backup_error;
}

const KoyomiRecordStore *
_koyomi_session_get_store (KoyomiSession *self)
{
  return &self->store;
}

/* What an auditor is not shown, too. */
KoyomiDatabase *
_koyomi_session_get_whole (KoyomiSession *self)
{
  return self->scope != NULL ? self->scope->whole : self->db;
}

/* Returns: (nullable): what an auditor is shown */
const KoyomiAuditorScope *
_koyomi_session_get_scope (KoyomiSession *self)
{
  return self->scope;
}

gboolean
_koyomi_session_is_past (KoyomiSession *self)
{
  return self->is_past;
}

/* What is loaded of a calendar from now on stands as on @day: a report that is written again shows what it showed.
 * @day: %KOYOMI_DAY_NONE for the present day again */
void
koyomi_session_set_today (KoyomiSession *self,
                          guint32        day)
{
  g_return_if_fail (KOYOMI_IS_SESSION (self));

  self->today = day;
}

guint32
_koyomi_session_get_today (KoyomiSession *self)
{
  return self->today != KOYOMI_DAY_NONE ? self->today : koyomi_day_today ();
}

const char *
_koyomi_session_get_actor (KoyomiSession *self)
{
  return self->actor;
}

/* The first edit of a day is preceded by a copy. One that fails is told of and does not keep anybody from working. */
static void
back_up_daily (KoyomiSession *self)
{
  guint32 today = koyomi_day_today ();
  g_autofree char *folder = NULL;

  if (self->file == NULL || self->backed_up_on == today)
    return;

  self->backed_up_on = today;
  folder = koyomi_session_dup_backup_folder (self);
  g_clear_error (&self->backup_error);
  if (koyomi_backup_is_due (folder, today))
    koyomi_backup_write_daily (self->db, folder, today, NULL, &self->backup_error);
}

gboolean
_koyomi_session_prepare_to_write (KoyomiSession  *self,
                                  GError        **error)
{
  if (koyomi_session_is_read_only (self))
    {
      g_autofree char *why = koyomi_session_explain_read_only (self, KOYOMI_LANGUAGE_EN);

      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_READ_ONLY, "%s: %s",
                   self->file != NULL ? koyomi_plan_file_get_path (self->file) : "past or copied plan", why);
      return FALSE;
    }

  back_up_daily (self);

  return koyomi_database_begin (self->db, error);
}

/* To be called once an edit has been committed. */
gboolean
_koyomi_session_note_change (KoyomiSession  *self,
                             GError        **error)
{
  if (!load_plan (self, error))
    return FALSE;

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);

  return TRUE;
}

/* Returns: (transfer none): the plan's own row. Copy it to change it. */
KoyomiRecord *
koyomi_session_get_plan (KoyomiSession *self)
{
  g_return_val_if_fail (KOYOMI_IS_SESSION (self), NULL);

  return self->plan;
}

/* Returns: (transfer full): the plan's own row with its texts in @language */
KoyomiRecord *
koyomi_session_dup_plan (KoyomiSession   *self,
                         KoyomiLanguage   language,
                         GError         **error)
{
  gint64 count;

  g_return_val_if_fail (KOYOMI_IS_SESSION (self), NULL);

  if ((count = koyomi_session_count (self, KOYOMI_TABLE_PLAN, error)) < 0)
    return NULL;

  if (count == 0)
    return g_object_ref (self->plan);

  return koyomi_session_get (self, KOYOMI_TABLE_PLAN, koyomi_record_get_id (self->plan), language, error);
}

KoyomiLanguage
koyomi_session_get_own_language (KoyomiSession *self)
{
  g_return_val_if_fail (KOYOMI_IS_SESSION (self), KOYOMI_LANGUAGE_JA);

  return self->store.own_language;
}

/* The fiscal year of this plan that @day is in. */
KoyomiFiscalYear
koyomi_session_get_fiscal_year (KoyomiSession *self,
                                guint32        day)
{
  return koyomi_fiscal_year_of_day (day, koyomi_record_get_int (koyomi_session_get_plan (self), KOYOMI_PLAN_FISCAL_START_MONTH));
}

/* Returns: (element-type KoyomiFiscalYear): each year from the first that has a run to the last; empty when there is none */
GArray *
koyomi_session_list_fiscal_years (KoyomiSession  *self,
                                  GError        **error)
{
  g_autoptr(GArray) years = g_array_new (FALSE, FALSE, sizeof (KoyomiFiscalYear));
  gint64 first_day, last_day;

  g_return_val_if_fail (KOYOMI_IS_SESSION (self), NULL);

  if (!koyomi_database_get_number (self->db, "SELECT min (first_day) FROM occurrence", &first_day, error) ||
      !koyomi_database_get_number (self->db, "SELECT max (first_day) FROM occurrence", &last_day, error))
    return NULL;

  if (first_day == 0)
    return g_steal_pointer (&years);

  for (KoyomiFiscalYear year = koyomi_session_get_fiscal_year (self, first_day);
       year.year <= koyomi_session_get_fiscal_year (self, last_day).year;
       year.year++)
    g_array_append_val (years, year);

  return g_steal_pointer (&years);
}

/* Returns: (transfer full): the row with its texts in @language; %KOYOMI_PLAN_ERROR_NOT_FOUND when there is none */
KoyomiRecord *
koyomi_session_get (KoyomiSession   *self,
                    KoyomiTableId    table,
                    gint64           id,
                    KoyomiLanguage   language,
                    GError         **error)
{
  g_return_val_if_fail (KOYOMI_IS_SESSION (self), NULL);

  return koyomi_record_store_get (&self->store, table, id, language, error);
}

/**
 * koyomi_session_list:
 * @reference: a reference field of the table whose rows are wanted only where it is @target; 0 for all rows
 *
 * Returns: (transfer full) (element-type KoyomiRecord): in the order that people expect, texts in @language
 */
GPtrArray *
koyomi_session_list (KoyomiSession   *self,
                     KoyomiTableId    table,
                     int              reference,
                     gint64           target,
                     KoyomiLanguage   language,
                     GError         **error)
{
  g_return_val_if_fail (KOYOMI_IS_SESSION (self), NULL);

  return koyomi_record_store_list (&self->store, table, reference, target, language, error);
}

/* Returns: (transfer full) (element-type gint64 KoyomiRecord): every row of @table under its key, texts in @language */
GHashTable *
koyomi_session_index (KoyomiSession   *self,
                      KoyomiTableId    table,
                      KoyomiLanguage   language,
                      GError         **error)
{
  g_autoptr(GPtrArray) records = koyomi_session_list (self, table, 0, 0, language, error);
  GHashTable *index;

  if (records == NULL)
    return NULL;

  index = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  for (guint i = 0; i < records->len; i++)
    {
      KoyomiRecord *record = g_ptr_array_index (records, i);
      gint64 id = koyomi_record_get_id (record);

      g_hash_table_insert (index, g_memdup2 (&id, sizeof id), g_object_ref (record));
    }

  return index;
}

/* Returns: the number of rows, or -1 on error */
gint64
koyomi_session_count (KoyomiSession  *self,
                      KoyomiTableId   table,
                      GError        **error)
{
  g_return_val_if_fail (KOYOMI_IS_SESSION (self), -1);

  return koyomi_record_store_count (&self->store, table, error);
}

/* Hands over one after another the runs of @function that touch the days from @first_day to @last_day, by day. */
gboolean
koyomi_session_for_each_run (KoyomiSession   *self,
                             gint64           function,
                             guint32          first_day,
                             guint32          last_day,
                             KoyomiLanguage   language,
                             KoyomiRunFunc    func,
                             gpointer         data,
                             GError         **error)
{
  g_autoptr(KoyomiStatement) statement = NULL;
  KoyomiStep step;

  g_return_val_if_fail (KOYOMI_IS_SESSION (self), FALSE);

  statement = koyomi_calendar_store_open_runs (&self->store, function, first_day, last_day, language, error);
  if (statement == NULL)
    return FALSE;

  while ((step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    {
      g_autoptr(KoyomiRecord) run = koyomi_record_store_read (statement, KOYOMI_TABLE_OCCURRENCE, language);

      if (!func (run, data, error))
        return FALSE;
    }

  return step == KOYOMI_STEP_DONE;
}

/* Returns: (nullable): how the plan was last looked at, in this respect. Settings are no part of the plan's history. */
char *
koyomi_session_get_setting (KoyomiSession *self,
                            const char    *key)
{
  g_autoptr(KoyomiStatement) statement = NULL;

  g_return_val_if_fail (KOYOMI_IS_SESSION (self), NULL);

  statement = koyomi_database_prepare (self->db, "SELECT value FROM setting WHERE key = :key", NULL);
  if (statement == NULL)
    return NULL;

  koyomi_statement_bind_text (statement, ":key", key);
  if (koyomi_statement_step (statement, NULL) != KOYOMI_STEP_ROW)
    return NULL;

  return g_strdup (koyomi_statement_get_text (statement, 0));
}

gboolean
koyomi_session_set_setting (KoyomiSession  *self,
                            const char     *key,
                            const char     *value,
                            GError        **error)
{
  static const char sql[] =
    "INSERT INTO setting (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value";

  g_autoptr(KoyomiStatement) statement = NULL;

  g_return_val_if_fail (KOYOMI_IS_SESSION (self), FALSE);

  if ((statement = koyomi_database_prepare (self->db, sql, error)) == NULL)
    return FALSE;

  koyomi_statement_bind_text (statement, ":key", key);
  koyomi_statement_bind_text (statement, ":value", value);

  return koyomi_statement_run (statement, error);
}

/* @text: (nullable): what stands on every page of what is written from the session; "" for nothing, NULL for what suits whom it is shown to */
void
koyomi_session_set_watermark (KoyomiSession *self,
                              const char    *text)
{
  g_return_if_fail (KOYOMI_IS_SESSION (self));

  g_free (self->watermark);
  self->watermark = g_strdup (text);
}

/* Returns: (transfer full): what stands on every page; "" for nothing */
char *
koyomi_session_dup_watermark (KoyomiSession  *self,
                              KoyomiLanguage  language)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (KOYOMI_IS_SESSION (self), NULL);

  if (self->watermark != NULL || self->scope == NULL)
    return g_strdup (self->watermark != NULL ? self->watermark : "");

  day = koyomi_day_format (koyomi_day_today ());
  if (*self->scope->name == '\0')
    /* Translators: a mark on every page: a day */
    return g_strdup_printf (koyomi_tr (language, N_("For the auditor, %s")), day);

  /* Translators: a mark on every page: a person, a day */
  return g_strdup_printf (koyomi_tr (language, N_("For the auditor: %s, %s")), self->scope->name, day);
}

/* Writes a verified copy of the plan to @path, where no file may be. Also of a plan that can only be read, but not for an auditor: it holds
 * drafts. */
gboolean
koyomi_session_write_backup (KoyomiSession       *self,
                             const char          *path,
                             KoyomiProgressFunc   progress,
                             gpointer             progress_data,
                             GCancellable        *cancellable,
                             GError             **error)
{
  g_return_val_if_fail (KOYOMI_IS_SESSION (self), FALSE);

  if (self->scope != NULL)
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_READ_ONLY, "an auditor is given no copy of the plan: it would hold drafts");
      return FALSE;
    }

  return koyomi_backup_write (self->db, path, FALSE, progress, progress_data, cancellable, error);
}
