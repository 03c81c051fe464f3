#include "koyomi-journal.h"

#include "koyomi-journal-private.h"
#include "koyomi-plan-error.h"

#include <string.h>

struct _KoyomiRecorder
{
  sqlite3_session *session;
};

typedef struct
{
  int     type;
  char   *table;
  gint64  row;
} Conflict;

static const char * const kind_words[] = { "edit", "undo", "redo" };

/* How the layout of what is hashed is told from a later one. */
#define SEAL_TAG "koyomi-journal-1"

static void
feed (GChecksum     *checksum,
      gconstpointer  data,
      gsize          size)
{
  guint64 length = GUINT64_TO_BE (size);

  g_checksum_update (checksum, (const guchar *) &length, sizeof length);
  g_checksum_update (checksum, data, size);
}

static void
feed_int (GChecksum *checksum,
          gint64     value)
{
  gint64 big_endian = GINT64_TO_BE (value);

  feed (checksum, &big_endian, sizeof big_endian);
}

/* SHA-256 of everything in the entry but its changeset, which enters by its own hash: so personal data can be struck from an
 * old entry without breaking the chain. Each field has its length before it, so that none can lend letters to the next. */
void
_koyomi_entry_seal (const KoyomiEntry *self,
                    const guint8      *previous_hash,
                    const guint8      *changeset_hash,
                    guint8            *hash)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize size = KOYOMI_HASH_SIZE;

  feed (checksum, SEAL_TAG, strlen (SEAL_TAG));
  feed (checksum, previous_hash, KOYOMI_HASH_SIZE);
  feed_int (checksum, self->seq);
  feed_int (checksum, self->at);
  feed (checksum, self->actor, strlen (self->actor));
  feed (checksum, self->label, strlen (self->label));
  feed_int (checksum, self->kind);
  feed_int (checksum, self->target);
  feed_int (checksum, self->undo_top);
  feed_int (checksum, self->redo_top);
  feed (checksum, changeset_hash, KOYOMI_HASH_SIZE);
  g_checksum_get_digest (checksum, hash, &size);
}

void
_koyomi_journal_hash (gconstpointer  data,
                      gsize          size,
                      guint8        *hash)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize hash_size = KOYOMI_HASH_SIZE;

  g_checksum_update (checksum, data, size);
  g_checksum_get_digest (checksum, hash, &hash_size);
}

KoyomiEntry *
_koyomi_entry_from_row (KoyomiStatement *statement)
{
  KoyomiEntry *self = g_new0 (KoyomiEntry, 1);
  const char *kind = koyomi_statement_get_text (statement, 4);
  g_autoptr(GBytes) hash = koyomi_statement_dup_blob (statement, 8);

  self->seq = koyomi_statement_get_int (statement, 0);
  self->at = koyomi_statement_get_int (statement, 1);
  self->actor = g_strdup (koyomi_statement_get_text (statement, 2));
  self->label = g_strdup (koyomi_statement_get_text (statement, 3));
  self->kind = strcmp (kind, "undo") == 0 ? KOYOMI_ENTRY_UNDO : strcmp (kind, "redo") == 0 ? KOYOMI_ENTRY_REDO : KOYOMI_ENTRY_EDIT;
  self->target = koyomi_statement_get_int (statement, 5);
  self->undo_top = koyomi_statement_get_int (statement, 6);
  self->redo_top = koyomi_statement_get_int (statement, 7);
  memcpy (self->hash, g_bytes_get_data (hash, NULL), MIN (g_bytes_get_size (hash), KOYOMI_HASH_SIZE));

  return self;
}

/* The journal does not record itself, nor how the plan was last looked at. */
static int
is_recorded (gpointer    data,
             const char *table)
{
  return strcmp (table, "journal") != 0 && strcmp (table, "setting") != 0;
}

/* Begins to record what an edit changes. To be called inside the edit's transaction, before its first write. */
KoyomiRecorder *
koyomi_recorder_start (KoyomiDatabase  *db,
                       GError         **error)
{
  g_autoptr(KoyomiRecorder) self = g_new0 (KoyomiRecorder, 1);
  int code = sqlite3session_create (_koyomi_database_get_handle (db), "main", &self->session);

  if (code == SQLITE_OK)
    {
      sqlite3session_table_filter (self->session, is_recorded, NULL);
      code = sqlite3session_attach (self->session, NULL);
    }

  if (code != SQLITE_OK)
    {
      _koyomi_database_set_error (db, code, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
koyomi_recorder_free (KoyomiRecorder *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->session, sqlite3session_delete);
  g_free (self);
}

static KoyomiEntry *
get_entry (KoyomiDatabase  *db,
           const char      *sql,
           gint64           seq,
           GError         **error)
{
  g_autoptr(KoyomiStatement) statement = koyomi_database_prepare (db, sql, error);
  KoyomiStep step;

  if (statement == NULL)
    return NULL;

  if (seq >= 0)
    koyomi_statement_bind_int (statement, ":seq", seq);

  if ((step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    return _koyomi_entry_from_row (statement);

  if (step == KOYOMI_STEP_DONE)
    g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND,
                 "the journal has no entry %" G_GINT64_FORMAT, seq);

  return NULL;
}

KoyomiEntry *
koyomi_journal_get (KoyomiDatabase  *db,
                    gint64           seq,
                    GError         **error)
{
  if (seq == 0)
    {
      KoyomiEntry *empty = g_new0 (KoyomiEntry, 1);

      empty->actor = g_strdup ("");
      empty->label = g_strdup ("");

      return empty;
    }

  return get_entry (db, "SELECT " KOYOMI_ENTRY_COLUMNS " FROM journal WHERE seq = :seq", seq, error);
}

/* The last entry; before the first one an entry 0 that stands for the empty plan. */
KoyomiEntry *
koyomi_journal_get_head (KoyomiDatabase  *db,
                         GError         **error)
{
  gint64 seq;

  if (!koyomi_database_get_number (db, "SELECT max(seq) FROM journal", &seq, error))
    return NULL;

  return koyomi_journal_get (db, seq, error);
}

static GPtrArray *
read_entries (KoyomiStatement  *statement,
              GError          **error)
{
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_entry_free);
  KoyomiStep step;

  while ((step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    g_ptr_array_add (entries, _koyomi_entry_from_row (statement));

  return step == KOYOMI_STEP_DONE ? g_steal_pointer (&entries) : NULL;
}

/* Returns: (element-type KoyomiEntry): what came after entry @after, oldest first */
GPtrArray *
koyomi_journal_list (KoyomiDatabase  *db,
                     gint64           after,
                     GError         **error)
{
  static const char sql[] = "SELECT " KOYOMI_ENTRY_COLUMNS " FROM journal WHERE seq > :after ORDER BY seq";

  g_autoptr(KoyomiStatement) statement = koyomi_database_prepare (db, sql, error);

  if (statement == NULL)
    return NULL;

  koyomi_statement_bind_int (statement, ":after", after);

  return read_entries (statement, error);
}

/* Returns: (element-type KoyomiEntry): the last @n that came before entry @before, newest first */
GPtrArray *
koyomi_journal_list_before (KoyomiDatabase  *db,
                            gint64           before,
                            guint            n,
                            GError         **error)
{
  static const char sql[] = "SELECT " KOYOMI_ENTRY_COLUMNS " FROM journal WHERE seq < :before ORDER BY seq DESC LIMIT :n";

  g_autoptr(KoyomiStatement) statement = koyomi_database_prepare (db, sql, error);

  if (statement == NULL)
    return NULL;

  koyomi_statement_bind_int (statement, ":before", before);
  koyomi_statement_bind_int (statement, ":n", n);

  return read_entries (statement, error);
}

/* Returns: the last entry that stood at @at; 0 when the plan was still empty; -1 on error */
gint64
koyomi_journal_find_moment (KoyomiDatabase  *db,
                            gint64           at,
                            GError         **error)
{
  g_autoptr(KoyomiStatement) statement = koyomi_database_prepare (db, "SELECT max(seq) FROM journal WHERE at <= :at", error);

  if (statement == NULL)
    return -1;

  koyomi_statement_bind_int (statement, ":at", at);
  if (koyomi_statement_step (statement, error) != KOYOMI_STEP_ROW)
    return -1;

  return koyomi_statement_get_int (statement, 0);
}

/* Writes @entry, whose seq and hash are filled in here, with its changeset. */
static gboolean
write_entry (KoyomiDatabase  *db,
             KoyomiEntry     *entry,
             KoyomiEntry     *previous,
             gconstpointer    changeset,
             gsize            size,
             GError         **error)
{
  static const char sql[] =
    "INSERT INTO journal (seq, at, actor, label, kind, target, undo_top, redo_top, hash, changeset_hash, changeset)"
    " VALUES (:seq, :at, :actor, :label, :kind, :target, :undo_top, :redo_top, :hash, :changeset_hash, :changeset)";

  g_autoptr(KoyomiStatement) statement = koyomi_database_prepare (db, sql, error);
  guint8 changeset_hash[KOYOMI_HASH_SIZE];

  if (statement == NULL)
    return FALSE;

  _koyomi_journal_hash (changeset, size, changeset_hash);
  _koyomi_entry_seal (entry, previous->hash, changeset_hash, entry->hash);

  koyomi_statement_bind_int (statement, ":seq", entry->seq);
  koyomi_statement_bind_int (statement, ":at", entry->at);
  koyomi_statement_bind_text (statement, ":actor", entry->actor);
  koyomi_statement_bind_text (statement, ":label", entry->label);
  koyomi_statement_bind_text (statement, ":kind", kind_words[entry->kind]);
  koyomi_statement_bind_int (statement, ":target", entry->target);
  koyomi_statement_bind_int (statement, ":undo_top", entry->undo_top);
  koyomi_statement_bind_int (statement, ":redo_top", entry->redo_top);
  koyomi_statement_bind_blob (statement, ":hash", entry->hash, KOYOMI_HASH_SIZE);
  koyomi_statement_bind_blob (statement, ":changeset_hash", changeset_hash, KOYOMI_HASH_SIZE);
  koyomi_statement_bind_blob (statement, ":changeset", changeset, size);

  return koyomi_statement_run (statement, error);
}

/* A clock that was set back does not make the journal go back: a moment always has one answer. */
static KoyomiEntry *
start_entry (KoyomiEntry *previous,
             gint64       at,
             const char  *actor,
             const char  *label)
{
  KoyomiEntry *entry = g_new0 (KoyomiEntry, 1);

  entry->seq = previous->seq + 1;
  entry->at = MAX (at, previous->at);
  entry->actor = g_strdup (actor);
  entry->label = g_strdup (label);

  return entry;
}

/**
 * koyomi_journal_append:
 * @recorder: what the edit changed; recording ends here
 *
 * Returns: the new entry's seq; 0 when the edit changed nothing, so that no entry was made; -1 on error
 */
gint64
koyomi_journal_append (KoyomiDatabase  *db,
                       KoyomiRecorder  *recorder,
                       gint64           at,
                       const char      *actor,
                       const char      *label,
                       GError         **error)
{
  g_autoptr(KoyomiEntry) previous = NULL;
  g_autoptr(KoyomiEntry) entry = NULL;
  gpointer changeset = NULL;
  gboolean written;
  int size = 0;
  int code = sqlite3session_changeset (recorder->session, &size, &changeset);

  g_clear_pointer (&recorder->session, sqlite3session_delete);
  if (code != SQLITE_OK)
    {
      _koyomi_database_set_error (db, code, error);
      return -1;
    }

  if (size == 0)
    {
      sqlite3_free (changeset);
      return 0;
    }

  if ((previous = koyomi_journal_get_head (db, error)) == NULL)
    {
      sqlite3_free (changeset);
      return -1;
    }

  entry = start_entry (previous, at, actor, label);
  entry->kind = KOYOMI_ENTRY_EDIT;
  /* The making of the plan is no edit that a person would take back. */
  entry->undo_top = previous->seq == 0 ? 0 : entry->seq;
  written = write_entry (db, entry, previous, changeset, size, error);
  sqlite3_free (changeset);

  return written ? entry->seq : -1;
}

static int
stop_at_conflict_cb (gpointer                 data,
                     int                      type,
                     sqlite3_changeset_iter  *iter)
{
  Conflict *conflict = data;
  const char *table = NULL;
  sqlite3_value *key = NULL;
  int n_columns, op, indirect;

  conflict->type = type;
  if (type != SQLITE_CHANGESET_FOREIGN_KEY &&
      sqlite3changeset_op (iter, &table, &n_columns, &op, &indirect) == SQLITE_OK)
    {
      conflict->table = g_strdup (table);
      if (op == SQLITE_INSERT)
        sqlite3changeset_new (iter, 0, &key);
      else
        sqlite3changeset_old (iter, 0, &key);
      conflict->row = key != NULL ? sqlite3_value_int64 (key) : 0;
    }

  return SQLITE_CHANGESET_ABORT;
}

/* Applies @changeset, which came from @entry, and stops at the first row that is not what the journal says it is. */
gboolean
_koyomi_journal_apply (KoyomiDatabase     *db,
                       const KoyomiEntry  *entry,
                       gpointer            changeset,
                       int                 size,
                       GError            **error)
{
  Conflict conflict = { 0 };
  int code = sqlite3changeset_apply (_koyomi_database_get_handle (db), size, changeset, NULL, stop_at_conflict_cb, &conflict);

  if (code == SQLITE_OK)
    return TRUE;

  if (conflict.type != 0)
    g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONFLICT,
                 "row %" G_GINT64_FORMAT " of %s is not as entry %" G_GINT64_FORMAT " (“%s”) left it: %s",
                 conflict.row, conflict.table != NULL ? conflict.table : "?", entry->seq, entry->label,
                 conflict.type == SQLITE_CHANGESET_NOTFOUND ? "it is gone" :
                 conflict.type == SQLITE_CHANGESET_CONFLICT ? "it is there again" : "it was changed outside the program");
  else
    _koyomi_database_set_error (db, code, error);

  g_free (conflict.table);

  return FALSE;
}

/**
 * _koyomi_journal_load:
 * @changeset: (out) (transfer full) (nullable): the rows of entry @seq; NULL when they were struck
 *
 * Only a changeset that is as it was written is handed to SQLite, which does not expect any other.
 */
gboolean
_koyomi_journal_load (KoyomiDatabase  *db,
                      gint64           seq,
                      GBytes         **changeset,
                      GError         **error)
{
  g_autoptr(KoyomiStatement) statement = NULL;
  g_autoptr(GBytes) stored_hash = NULL;
  g_autoptr(GBytes) bytes = NULL;
  guint8 hash[KOYOMI_HASH_SIZE];
  KoyomiStep step;

  *changeset = NULL;
  statement = koyomi_database_prepare (db, "SELECT changeset, changeset_hash FROM journal WHERE seq = :seq", error);
  if (statement == NULL)
    return FALSE;

  koyomi_statement_bind_int (statement, ":seq", seq);
  if ((step = koyomi_statement_step (statement, error)) != KOYOMI_STEP_ROW || koyomi_statement_is_null (statement, 0))
    return step != KOYOMI_STEP_FAILED;

  bytes = koyomi_statement_dup_blob (statement, 0);
  stored_hash = koyomi_statement_dup_blob (statement, 1);
  _koyomi_journal_hash (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), hash);
  if (g_bytes_get_size (stored_hash) != KOYOMI_HASH_SIZE ||
      memcmp (hash, g_bytes_get_data (stored_hash, NULL), KOYOMI_HASH_SIZE) != 0)
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_BROKEN_CHAIN,
                   "entry %" G_GINT64_FORMAT ": its recorded rows were edited", seq);
      return FALSE;
    }

  *changeset = g_steal_pointer (&bytes);

  return TRUE;
}

/* What takes @entry back. @inverse is to be freed with sqlite3_free(). */
gboolean
_koyomi_journal_invert (KoyomiDatabase  *db,
                        KoyomiEntry     *entry,
                        gpointer        *inverse,
                        int             *size,
                        GError         **error)
{
  g_autoptr(GBytes) changeset = NULL;
  int code;

  if (!_koyomi_journal_load (db, entry->seq, &changeset, error))
    return FALSE;

  if (changeset == NULL)
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND,
                   "the rows of entry %" G_GINT64_FORMAT " were struck from the journal", entry->seq);
      return FALSE;
    }

  code = sqlite3changeset_invert (g_bytes_get_size (changeset), g_bytes_get_data (changeset, NULL), size, inverse);
  if (code != SQLITE_OK)
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_BROKEN_CHAIN,
                   "the rows of entry %" G_GINT64_FORMAT " cannot be read", entry->seq);
      return FALSE;
    }

  return TRUE;
}

/**
 * koyomi_journal_take_back:
 * @kind: undo, or redo (which takes an undo back)
 * @target: the entry to take back: the head's undo_top or redo_top
 *
 * Applies the inverse of @target as a new entry under the same label: history is never removed. To be called in a transaction.
 *
 * Returns: the new entry's seq, or -1 with an error, when the transaction must be rolled back
 */
gint64
koyomi_journal_take_back (KoyomiDatabase   *db,
                          KoyomiEntryKind   kind,
                          gint64            target,
                          gint64            at,
                          const char       *actor,
                          GError          **error)
{
  g_autoptr(KoyomiEntry) previous = koyomi_journal_get_head (db, error);
  g_autoptr(KoyomiEntry) taken = NULL;
  g_autoptr(KoyomiEntry) before = NULL;
  g_autoptr(KoyomiEntry) entry = NULL;
  gpointer inverse = NULL;
  gboolean done;
  int size = 0;

  if (previous == NULL ||
      (taken = koyomi_journal_get (db, target, error)) == NULL ||
      (before = koyomi_journal_get (db, target - 1, error)) == NULL ||
      !_koyomi_journal_invert (db, taken, &inverse, &size, error))
    return -1;

  entry = start_entry (previous, at, actor, taken->label);
  entry->kind = kind;
  entry->target = target;
  entry->undo_top = kind == KOYOMI_ENTRY_UNDO ? before->undo_top : entry->seq;
  entry->redo_top = kind == KOYOMI_ENTRY_UNDO ? entry->seq : before->redo_top;

  done = _koyomi_journal_apply (db, taken, inverse, size, error) &&
         write_entry (db, entry, previous, inverse, size, error);
  sqlite3_free (inverse);

  return done ? entry->seq : -1;
}

/**
 * koyomi_journal_rewind:
 * @copy: a copy in memory, never a person's file
 * @seq: the entry that shall be the last; 0 for the empty plan
 *
 * Takes @copy back to what stood once entry @seq had been made, and cuts its journal there.
 */
gboolean
koyomi_journal_rewind (KoyomiDatabase      *copy,
                       gint64               seq,
                       KoyomiProgressFunc   progress,
                       gpointer             progress_data,
                       GCancellable        *cancellable,
                       GError             **error)
{
  g_autoptr(GPtrArray) entries = NULL;
  g_autofree char *cut = g_strdup_printf ("DELETE FROM journal WHERE seq > %" G_GINT64_FORMAT, seq);

  /* Every state that the journal passes through was whole when it was made. */
  if (!koyomi_database_run (copy, "PRAGMA foreign_keys = OFF", error) ||
      (entries = koyomi_journal_list (copy, seq, error)) == NULL ||
      !koyomi_database_begin (copy, error))
    return FALSE;

  for (guint i = entries->len; i > 0; i--)
    {
      KoyomiEntry *entry = g_ptr_array_index (entries, i - 1);
      gpointer inverse = NULL;
      gboolean done;
      int size = 0;

      done = !g_cancellable_set_error_if_cancelled (cancellable, error) &&
             _koyomi_journal_invert (copy, entry, &inverse, &size, error) &&
             _koyomi_journal_apply (copy, entry, inverse, size, error);
      sqlite3_free (inverse);

      if (!done)
        {
          koyomi_database_roll_back (copy);
          return FALSE;
        }

      if (progress != NULL)
        progress ((double) (entries->len - i + 1) / entries->len, progress_data);
    }

  return koyomi_database_run (copy, cut, error) && koyomi_database_commit (copy, error);
}
