#include "koyomi-auditor-private.h"

#include "koyomi-dictionary.h"
#include "koyomi-journal.h"

/* Rows that are drafts, or one field of them. What holds the keys of narratives that may be seen is the table temp.published. */
typedef struct
{
  KoyomiTableId  table;
  int            field;   /* 0 is the whole row */
  const char    *drafts;  /* the keys */
} Rule;

#define UNHELD "SELECT id FROM meeting WHERE status = 'planned'"
#define UNDONE "SELECT id FROM audit WHERE status IN ('planned', 'doing')"

static const Rule rules[] = {
  { KOYOMI_TABLE_NARRATIVE, 0, "SELECT id FROM narrative WHERE id NOT IN (SELECT id FROM temp.published)" },
  { KOYOMI_TABLE_REVIEW_INPUT, 0, "SELECT id FROM review_input WHERE meeting_id IN (" UNHELD ")" },
  { KOYOMI_TABLE_MEETING, KOYOMI_MEETING_MINUTES, UNHELD },
  { KOYOMI_TABLE_AGENDA_ITEM, KOYOMI_AGENDA_ITEM_MINUTES, "SELECT id FROM agenda_item WHERE meeting_id IN (" UNHELD ")" },
  { KOYOMI_TABLE_DECISION, 0, "SELECT id FROM decision WHERE meeting_id IN (" UNHELD ")" },
  { KOYOMI_TABLE_AUDIT, KOYOMI_AUDIT_RESULT, UNDONE },
  { KOYOMI_TABLE_AUDIT_ITEM, KOYOMI_AUDIT_ITEM_NOTE,
    "SELECT id FROM audit_item WHERE result <> 'none' AND audit_id IN (" UNDONE ")" },
  { KOYOMI_TABLE_POLICY, 0, "SELECT id FROM policy WHERE approved_day IS NULL" },
  { KOYOMI_TABLE_INCIDENT_ITEM, 0, "SELECT id FROM incident_item WHERE incident_id NOT IN "
                                   "(SELECT incident_id FROM incident_report WHERE state = 'filed')" },
};

/* Of each place in a report the text that stood there in the moment that a report shows which was issued: of those that were written by then,
 * as temp.written has it, the last one. */
static const char published_sql[] =
  "SELECT id FROM (SELECT n.id AS id, row_number () OVER (PARTITION BY i.id, n.section, n.quarter_day ORDER BY n.at DESC, n.id DESC) AS place"
  " FROM report_issue i JOIN bookmark b ON b.id = i.bookmark_id JOIN temp.written w ON w.seq <= b.seq"
  " JOIN narrative n ON n.id = w.id AND n.report = i.report AND n.quarter_day BETWEEN i.first_day AND i.last_day) WHERE place = 1";

static char *
make_key (KoyomiTableId table,
          gint64        row,
          int           field)
{
  return g_strdup_printf ("%d %" G_GINT64_FORMAT " %d", table, row, field);
}

/* Returns: (element-type gint64): the first column */
GArray *
_koyomi_auditor_read_keys (KoyomiDatabase  *db,
                           const char      *sql,
                           GError         **error)
{
  g_autoptr(KoyomiStatement) statement = koyomi_database_prepare (db, sql, error);
  g_autoptr(GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  KoyomiStep step;

  if (statement == NULL)
    return NULL;

  while ((step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    {
      gint64 key = koyomi_statement_get_int (statement, 0);

      g_array_append_val (keys, key);
    }

  return step == KOYOMI_STEP_DONE ? g_steal_pointer (&keys) : NULL;
}

static KoyomiAuditorScope *
make_scope (KoyomiDatabase *whole,
            const char     *name,
            GHashTable     *published)
{
  KoyomiAuditorScope *self = g_new0 (KoyomiAuditorScope, 1);

  self->whole = g_object_ref (whole);
  self->name = g_strdup (name);
  self->published = g_hash_table_ref (published);
  self->hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->gone = g_array_new (FALSE, FALSE, sizeof (KoyomiGoneDraft));

  return self;
}

static gboolean
note_written (KoyomiDatabase  *db,
              gint64           seq,
              GError         **error)
{
  g_autoptr(GPtrArray) changes = koyomi_journal_list_changes (db, seq, error);

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const KoyomiRowChange *change = g_ptr_array_index (changes, i);
      g_autofree char *sql = g_strdup_printf ("INSERT OR REPLACE INTO temp.written VALUES (%" G_GINT64_FORMAT ", %" G_GINT64_FORMAT ")",
                                              change->row, seq);

      if (change->table == KOYOMI_TABLE_NARRATIVE && change->kind == KOYOMI_CHANGE_INSERT && !change->is_translation &&
          !koyomi_database_run (db, sql, error))
        return FALSE;
    }

  return changes != NULL;
}

/* Which entry of the change log wrote which narrative. The time in a narrative does not tell: a clock may have been set back. */
static gboolean
list_written (KoyomiDatabase  *db,
              GError         **error)
{
  g_autoptr(GArray) entries = NULL;

  if (!koyomi_database_run (db, "CREATE TEMP TABLE written (id INTEGER PRIMARY KEY, seq INTEGER NOT NULL)", error) ||
      (entries = _koyomi_auditor_read_keys (db, "SELECT seq FROM journal WHERE instr (changeset, CAST ('narrative' AS BLOB)) > 0 ORDER BY seq",
                                            error)) == NULL)
    return FALSE;

  for (guint i = 0; i < entries->len; i++)
    if (!note_written (db, g_array_index (entries, gint64, i), error))
      return FALSE;

  return TRUE;
}

/* @whole: a copy of the plan in memory, which is kept */
KoyomiAuditorScope *
_koyomi_auditor_scope_new (KoyomiDatabase  *whole,
                           const char      *name,
                           GError         **error)
{
  g_autoptr(GHashTable) published = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GArray) keys = NULL;

  if (!list_written (whole, error) || (keys = _koyomi_auditor_read_keys (whole, published_sql, error)) == NULL)
    return NULL;

  for (guint i = 0; i < keys->len; i++)
    g_hash_table_add (published, g_memdup2 (&g_array_index (keys, gint64, i), sizeof (gint64)));

  return make_scope (whole, name, published);
}

/* @whole: the same plan at another moment, or in another copy. What was issued later was published all the same. */
KoyomiAuditorScope *
_koyomi_auditor_scope_derive (const KoyomiAuditorScope *self,
                              KoyomiDatabase           *whole)
{
  return make_scope (whole, self->name, self->published);
}

void
_koyomi_auditor_scope_free (KoyomiAuditorScope *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->whole);
  g_hash_table_unref (self->published);
  g_hash_table_unref (self->hidden);
  g_array_unref (self->gone);
  g_free (self->name);
  g_free (self);
}

static gboolean
list_published (const KoyomiAuditorScope  *self,
                KoyomiDatabase            *db,
                GError                   **error)
{
  GHashTableIter iter;
  gpointer key;

  if (!koyomi_database_run (db, "CREATE TEMP TABLE published (id INTEGER PRIMARY KEY)", error))
    return FALSE;

  g_hash_table_iter_init (&iter, self->published);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      g_autofree char *sql = g_strdup_printf ("INSERT INTO temp.published VALUES (%" G_GINT64_FORMAT ")", *(gint64 *) key);

      if (!koyomi_database_run (db, sql, error))
        return FALSE;
    }

  return TRUE;
}

static char *
make_row_sql (const Rule        *rule,
              const KoyomiTable *table)
{
  return g_strdup_printf ("%s"
                          "DELETE FROM translation WHERE entity = '%s' AND row_id IN (%s);"
                          "DELETE FROM %s WHERE id IN (%s)",
                          rule->table == KOYOMI_TABLE_DECISION ?
                          "UPDATE agenda_item SET decision_id = NULL WHERE decision_id IN "
                          "(SELECT id FROM decision WHERE meeting_id IN (" UNHELD "));" : "",
                          table->name, rule->drafts, table->name, rule->drafts);
}

static char *
make_field_sql (const Rule        *rule,
                const KoyomiTable *table)
{
  const char *column = table->fields[KOYOMI_FIELD_INDEX (rule->field)].name;

  return g_strdup_printf ("DELETE FROM translation WHERE entity = '%s' AND field = '%s' AND row_id IN (%s);"
                          "UPDATE %s SET %s = '' WHERE id IN (%s)",
                          table->name, column, rule->drafts, table->name, column, rule->drafts);
}

static gboolean
apply_rule (KoyomiAuditorScope  *self,
            const Rule          *rule,
            KoyomiDatabase      *db,
            GError             **error)
{
  const KoyomiTable *table = koyomi_dictionary_get_table (rule->table);
  g_autoptr(GArray) keys = _koyomi_auditor_read_keys (db, rule->drafts, error);
  g_autofree char *sql = rule->field == 0 ? make_row_sql (rule, table) : make_field_sql (rule, table);

  if (keys == NULL)
    return FALSE;

  for (guint i = 0; i < keys->len; i++)
    g_hash_table_add (self->hidden, make_key (rule->table, g_array_index (keys, gint64, i), rule->field));

  return keys->len == 0 || koyomi_database_run (db, sql, error);
}

static gboolean
is_gone (const KoyomiAuditorScope *self,
         gint64                    seq,
         const KoyomiRowChange    *change,
         int                       field)
{
  for (guint i = 0; i < self->gone->len; i++)
    {
      const KoyomiGoneDraft *draft = &g_array_index (self->gone, KoyomiGoneDraft, i);

      if (draft->table == change->table && draft->row == change->row && draft->field == field &&
          draft->first_seq <= seq && seq <= draft->last_seq)
        return TRUE;
    }

  return FALSE;
}

/* Texts that were written and taken back, or written anew, are no rows any more: nothing is told of them either. */
static gboolean
is_hidden (const KoyomiAuditorScope *self,
           gint64                    seq,
           const KoyomiRowChange    *change,
           int                       field)
{
  g_autofree char *key = make_key (change->table, change->row, field);

  if (change->table == KOYOMI_TABLE_NARRATIVE && field == 0)
    return !g_hash_table_contains (self->published, &change->row);

  return g_hash_table_contains (self->hidden, key) || is_gone (self, seq, change, field);
}

/* Takes out of @changes (element-type KoyomiRowChange), which entry @seq of the change log made, what is about drafts. */
void
_koyomi_auditor_scope_filter (const KoyomiAuditorScope *self,
                              gint64                    seq,
                              GPtrArray                *changes)
{
  for (guint i = changes->len; i > 0; i--)
    {
      KoyomiRowChange *change = g_ptr_array_index (changes, i - 1);
      guint n_fields = change->fields->len;

      for (guint k = n_fields; k > 0; k--)
        if (is_hidden (self, seq, change, g_array_index (change->fields, KoyomiFieldChange, k - 1).field))
          g_array_remove_index (change->fields, k - 1);

      if (is_hidden (self, seq, change, 0) || (n_fields > 0 && change->fields->len == 0))
        g_ptr_array_remove_index (changes, i - 1);
    }
}

/* The label of an edit can name a draft, as that of a policy does. Entries that are about drafts alone lose it, in the copy that is shown:
 * what is verified is the whole. */
static gboolean
hide_labels (const KoyomiAuditorScope  *self,
             KoyomiDatabase            *db,
             GError                   **error)
{
  g_autoptr(GArray) entries = NULL;

  if (g_hash_table_size (self->hidden) == 0 && self->gone->len == 0)
    return TRUE;

  if ((entries = _koyomi_auditor_read_keys (db, "SELECT seq FROM journal WHERE instr (changeset, CAST ('policy' AS BLOB)) > 0"
                                                " OR instr (changeset, CAST ('decision' AS BLOB)) > 0", error)) == NULL)
    return FALSE;

  for (guint i = 0; i < entries->len; i++)
    {
      gint64 seq = g_array_index (entries, gint64, i);
      g_autoptr(GPtrArray) changes = koyomi_journal_list_changes (db, seq, error);
      g_autofree char *sql = g_strdup_printf ("UPDATE journal SET label = '…' WHERE seq = %" G_GINT64_FORMAT, seq);
      guint n_changes;

      if (changes == NULL)
        return FALSE;

      n_changes = changes->len;
      _koyomi_auditor_scope_filter (self, seq, changes);
      if (n_changes > 0 && changes->len == 0 && !koyomi_database_run (db, sql, error))
        return FALSE;
    }

  return TRUE;
}

/* Returns: (transfer full): a copy without the drafts */
KoyomiDatabase *
_koyomi_auditor_scope_show (KoyomiAuditorScope  *self,
                            GCancellable        *cancellable,
                            GError             **error)
{
  g_autoptr(KoyomiDatabase) db = koyomi_database_new_in_memory (error);
  GArray *gone = _koyomi_auditor_list_gone (self->whole, error);

  if (gone == NULL)
    return NULL;

  g_array_unref (self->gone);
  self->gone = gone;
  if (db == NULL || !koyomi_database_copy (self->whole, db, NULL, NULL, cancellable, error) || !list_published (self, db, error))
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (!apply_rule (self, &rules[i], db, error))
      return NULL;

  return hide_labels (self, db, error) ? g_steal_pointer (&db) : NULL;
}
