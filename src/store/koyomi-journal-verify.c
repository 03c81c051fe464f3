#include "koyomi-journal.h"

#include "koyomi-journal-private.h"
#include "koyomi-plan-error.h"

#include <string.h>

/* The shortest part of a hash that --head takes: what fits on a report's foot. */
#define MIN_HEAD_DIGITS 16

static gboolean
break_chain (gint64       seq,
             gint64      *bad_seq,
             const char  *what,
             GError     **error)
{
  *bad_seq = seq;
  g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_BROKEN_CHAIN, "entry %" G_GINT64_FORMAT ": %s", seq, what);

  return FALSE;
}

static gboolean
is_head (const KoyomiEntry *entry,
         const char        *head)
{
  g_autofree char *hash = koyomi_entry_dup_hash (entry);
  g_autofree char *wanted = g_ascii_strdown (head, -1);

  return strlen (wanted) >= MIN_HEAD_DIGITS && g_str_has_prefix (hash, wanted);
}

static gboolean
verify_entry (KoyomiStatement    *statement,
              const KoyomiEntry  *entry,
              const guint8       *previous_hash,
              gint64             *bad_seq,
              GError            **error)
{
  g_autoptr(GBytes) stored_hash = koyomi_statement_dup_blob (statement, 9);
  guint8 hash[KOYOMI_HASH_SIZE];

  if (g_bytes_get_size (stored_hash) != KOYOMI_HASH_SIZE)
    return break_chain (entry->seq, bad_seq, "its hash is damaged", error);

  /* A changeset that was struck leaves its hash behind. */
  if (!koyomi_statement_is_null (statement, 10))
    {
      g_autoptr(GBytes) changeset = koyomi_statement_dup_blob (statement, 10);

      _koyomi_journal_hash (g_bytes_get_data (changeset, NULL), g_bytes_get_size (changeset), hash);
      if (memcmp (hash, g_bytes_get_data (stored_hash, NULL), KOYOMI_HASH_SIZE) != 0)
        return break_chain (entry->seq, bad_seq, "its recorded rows were edited", error);
    }

  _koyomi_entry_seal (entry, previous_hash, g_bytes_get_data (stored_hash, NULL), hash);
  if (memcmp (hash, entry->hash, KOYOMI_HASH_SIZE) != 0)
    return break_chain (entry->seq, bad_seq, "it was edited, or the one before it was", error);

  return TRUE;
}

/**
 * koyomi_journal_verify_chain:
 * @head: (nullable): a hash as a report printed it, or at least its first 16 digits: some entry must have it
 * @bad_seq: (out): the first entry that is not as it was written
 *
 * Works the chain of hashes out anew. Whoever can write the file could rebuild the whole chain, which is why its head is printed
 * on every report: only with @head from paper is a cut or rebuilt journal found.
 *
 * Returns: FALSE with %KOYOMI_PLAN_ERROR_BROKEN_CHAIN and @bad_seq when the journal was edited, or with another error
 */
gboolean
koyomi_journal_verify_chain (KoyomiDatabase      *db,
                             const char          *head,
                             KoyomiProgressFunc   progress,
                             gpointer             progress_data,
                             GCancellable        *cancellable,
                             gint64              *bad_seq,
                             GError             **error)
{
  static const char sql[] = "SELECT " KOYOMI_ENTRY_COLUMNS ", changeset_hash, changeset FROM journal ORDER BY seq";

  g_autoptr(KoyomiStatement) statement = koyomi_database_prepare (db, sql, error);
  guint8 previous_hash[KOYOMI_HASH_SIZE] = { 0 };
  gboolean head_seen = head == NULL;
  gint64 last_seq;
  gint64 seq = 0;
  KoyomiStep step;

  *bad_seq = 0;
  if (statement == NULL || !koyomi_database_get_number (db, "SELECT max(seq) FROM journal", &last_seq, error))
    return FALSE;

  while ((step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    {
      g_autoptr(KoyomiEntry) entry = _koyomi_entry_from_row (statement);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      if (entry->seq != ++seq)
        return break_chain (seq, bad_seq, "it was removed", error);

      if (!verify_entry (statement, entry, previous_hash, bad_seq, error))
        return FALSE;

      memcpy (previous_hash, entry->hash, KOYOMI_HASH_SIZE);
      head_seen = head_seen || is_head (entry, head);
      if (progress != NULL)
        progress ((double) seq / last_seq, progress_data);
    }

  if (step == KOYOMI_STEP_FAILED)
    return FALSE;

  if (!head_seen)
    return break_chain (seq + 1, bad_seq, "no entry has the given head: what came after the last one was cut off, "
                                          "or the journal was made anew", error);

  return TRUE;
}

/**
 * koyomi_journal_verify_rows:
 * @copy: a copy in memory; it is empty afterwards
 *
 * Rewinds everything. What was edited outside the program shows as a row that is not what the journal says, or as one that
 * is left in the end.
 *
 * Returns: FALSE with %KOYOMI_PLAN_ERROR_CONFLICT that names the row, or with another error
 */
gboolean
koyomi_journal_verify_rows (KoyomiDatabase      *copy,
                            KoyomiProgressFunc   progress,
                            gpointer             progress_data,
                            GCancellable        *cancellable,
                            GError             **error)
{
  if (!koyomi_journal_rewind (copy, 0, progress, progress_data, cancellable, error))
    return FALSE;

  for (guint i = 0; i <= KOYOMI_N_TABLES; i++)
    {
      const char *name = i < KOYOMI_N_TABLES ? koyomi_dictionary_get_table (i)->name : "translation";
      g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s LIMIT 1", i < KOYOMI_N_TABLES ? "id" : "row_id", name);
      g_autoptr(KoyomiStatement) rest = koyomi_database_prepare (copy, sql, error);
      KoyomiStep step;

      if (rest == NULL || (step = koyomi_statement_step (rest, error)) == KOYOMI_STEP_FAILED)
        return FALSE;

      if (step == KOYOMI_STEP_ROW)
        {
          g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONFLICT,
                       "row %" G_GINT64_FORMAT " of %s is in no entry: it was added outside the program",
                       koyomi_statement_get_int (rest, 0), name);
          return FALSE;
        }
    }

  return TRUE;
}
