#include "koyomi-auditor-private.h"

#include "koyomi-dictionary.h"
#include "koyomi-journal.h"

/* Drafts among what was deleted: rows, or one field of them. What tells is a field of the row: itself, or the row it refers to. */
typedef struct
{
  KoyomiTableId  table;
  int            field;    /* 0 is the whole row */
  int            told_by;
  guint          drafts;   /* the values that drafts have there, each as a bit; 0 where it refers to a row of published_rows */
} Rule;

#define PLANNED (1u << KOYOMI_MEETING_STATUS_PLANNED)
#define UNDONE (1u << KOYOMI_AUDIT_STATUS_PLANNED | 1u << KOYOMI_AUDIT_STATUS_DOING)
#define NO_DAY (1u << 0)

static const Rule rules[] = {
  { KOYOMI_TABLE_POLICY, 0, KOYOMI_POLICY_APPROVED_DAY, NO_DAY },
  { KOYOMI_TABLE_MEETING, KOYOMI_MEETING_MINUTES, KOYOMI_MEETING_STATUS, PLANNED },
  { KOYOMI_TABLE_AUDIT, KOYOMI_AUDIT_RESULT, KOYOMI_AUDIT_STATUS, UNDONE },
  { KOYOMI_TABLE_DECISION, 0, KOYOMI_DECISION_MEETING, 0 },
  { KOYOMI_TABLE_REVIEW_INPUT, 0, KOYOMI_REVIEW_INPUT_MEETING, 0 },
  { KOYOMI_TABLE_AGENDA_ITEM, KOYOMI_AGENDA_ITEM_MINUTES, KOYOMI_AGENDA_ITEM_MEETING, 0 },
  { KOYOMI_TABLE_AUDIT_ITEM, KOYOMI_AUDIT_ITEM_NOTE, KOYOMI_AUDIT_ITEM_AUDIT, 0 },
  { KOYOMI_TABLE_INCIDENT_ITEM, 0, KOYOMI_INCIDENT_ITEM_INCIDENT, 0 },
};

/* Rows that are there, and of which all is shown. */
static const struct
{
  KoyomiTableId  table;
  const char    *sql;
} published_rows[] = {
  { KOYOMI_TABLE_MEETING, "SELECT id FROM meeting WHERE status <> 'planned'" },
  { KOYOMI_TABLE_AUDIT, "SELECT id FROM audit WHERE status NOT IN ('planned', 'doing')" },
  { KOYOMI_TABLE_INCIDENT, "SELECT incident_id FROM incident_report WHERE state = 'filed'" },
};

static const char entries_sql[] =
  "SELECT seq FROM journal WHERE instr (changeset, CAST ('policy' AS BLOB)) > 0 OR instr (changeset, CAST ('meeting' AS BLOB)) > 0"
  " OR instr (changeset, CAST ('audit' AS BLOB)) > 0 OR instr (changeset, CAST ('decision' AS BLOB)) > 0"
  " OR instr (changeset, CAST ('review_input' AS BLOB)) > 0 OR instr (changeset, CAST ('agenda_item' AS BLOB)) > 0"
  " OR instr (changeset, CAST ('incident_item' AS BLOB)) > 0 OR instr (changeset, CAST ('incident_report' AS BLOB)) > 0 ORDER BY seq";

/* The change log, read once from its beginning. */
typedef struct
{
  GHashTable *born;        /* the row → the entry that made it */
  GHashTable *published;   /* the rows of which all is shown, those that are gone, too */
  GArray     *found;       /* (element-type Found) */
} Work;

typedef struct
{
  KoyomiGoneDraft  draft;
  KoyomiTableId    parent;   /* the row that tells, where it is another one */
  gint64           parent_row;
} Found;

/* Keys of rows take most of 64 bits. */
static char *
make_key (KoyomiTableId table,
          gint64        row)
{
  return g_strdup_printf ("%d %" G_GINT64_FORMAT, table, row);
}

static gboolean
is_published (Work          *work,
              KoyomiTableId  table,
              gint64         row)
{
  g_autofree char *key = make_key (table, row);

  return g_hash_table_contains (work->published, key);
}

static gint64
get_old (const KoyomiRowChange *change,
         int                    field)
{
  for (guint i = 0; i < change->fields->len; i++)
    {
      const KoyomiFieldChange *old = &g_array_index (change->fields, KoyomiFieldChange, i);

      if (old->field == field)
        return old->old_integer;
    }

  return 0;
}

static gint64
get_birth (Work                  *work,
           const KoyomiRowChange *change)
{
  g_autofree char *key = make_key (change->table, change->row);
  gint64 *seq = g_hash_table_lookup (work->born, key);

  return seq != NULL ? *seq : 0;
}

static void
note_found (Work                  *work,
            const Rule            *rule,
            const KoyomiRowChange *change,
            gint64                 seq)
{
  const KoyomiField *told_by = &koyomi_dictionary_get_table (rule->table)->fields[KOYOMI_FIELD_INDEX (rule->told_by)];
  gint64 value = get_old (change, rule->told_by);
  Found found = { { change->table, change->row, rule->field, get_birth (work, change), seq } };

  if (rule->drafts == 0)
    {
      found.parent = told_by->target;
      found.parent_row = value;
    }
  else if (value >= 32 || (rule->drafts & 1u << value) == 0)
    {
      g_hash_table_add (work->published, make_key (change->table, change->row));
      return;
    }

  g_array_append_val (work->found, found);
}

static void
note_gone (Work                  *work,
           const KoyomiRowChange *change,
           gint64                 seq)
{
  if (change->table == KOYOMI_TABLE_INCIDENT_REPORT &&
      get_old (change, KOYOMI_INCIDENT_REPORT_STATE) == KOYOMI_REPORT_STATE_FILED)
    g_hash_table_add (work->published, make_key (KOYOMI_TABLE_INCIDENT, get_old (change, KOYOMI_INCIDENT_REPORT_INCIDENT)));

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (rules[i].table == change->table)
      note_found (work, &rules[i], change, seq);
}

static gboolean
read_entry (Work            *work,
            KoyomiDatabase  *db,
            gint64           seq,
            GError         **error)
{
  g_autoptr(GPtrArray) changes = koyomi_journal_list_changes (db, seq, error);

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const KoyomiRowChange *change = g_ptr_array_index (changes, i);

      if (change->is_translation)
        continue;

      if (change->kind == KOYOMI_CHANGE_INSERT)
        g_hash_table_insert (work->born, make_key (change->table, change->row), g_memdup2 (&seq, sizeof seq));
      else if (change->kind == KOYOMI_CHANGE_DELETE)
        note_gone (work, change, seq);
    }

  return changes != NULL;
}

static gboolean
read_log (Work            *work,
          KoyomiDatabase  *db,
          GError         **error)
{
  g_autoptr(GArray) entries = _koyomi_auditor_read_keys (db, entries_sql, error);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    if (!read_entry (work, db, g_array_index (entries, gint64, i), error))
      return FALSE;

  return entries != NULL;
}

static gboolean
read_published (Work            *work,
                KoyomiDatabase  *db,
                GError         **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (published_rows); i++)
    {
      g_autoptr(GArray) keys = _koyomi_auditor_read_keys (db, published_rows[i].sql, error);

      if (keys == NULL)
        return FALSE;
      for (guint k = 0; k < keys->len; k++)
        g_hash_table_add (work->published, make_key (published_rows[i].table, g_array_index (keys, gint64, k)));
    }

  return TRUE;
}

/**
 * _koyomi_auditor_list_gone:
 * @db: with the drafts
 *
 * Returns: (element-type KoyomiGoneDraft): what was a draft when it was deleted, of which only the change log tells any more
 */
GArray *
_koyomi_auditor_list_gone (KoyomiDatabase  *db,
                           GError         **error)
{
  g_autoptr(GHashTable) born = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GHashTable) published = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  GArray *gone;
  Work work = { born, published, found };

  if (!read_log (&work, db, error) || !read_published (&work, db, error))
    return NULL;

  gone = g_array_new (FALSE, FALSE, sizeof (KoyomiGoneDraft));
  for (guint i = 0; i < found->len; i++)
    {
      const Found *draft = &g_array_index (found, Found, i);

      if (draft->parent_row == 0 || !is_published (&work, draft->parent, draft->parent_row))
        g_array_append_val (gone, draft->draft);
    }

  return gone;
}
