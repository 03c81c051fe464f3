#include "koyomi-journal.h"

#include "koyomi-journal-private.h"
#include "koyomi-plan-error.h"

#include <math.h>
#include <string.h>

static KoyomiChangeKind
get_kind (int op)
{
  return op == SQLITE_INSERT ? KOYOMI_CHANGE_INSERT : op == SQLITE_DELETE ? KOYOMI_CHANGE_DELETE : KOYOMI_CHANGE_UPDATE;
}

/* NULL for what is no text, or none that can be shown. */
static const char *
get_text (sqlite3_value *value)
{
  const char *text = value != NULL ? (const char *) sqlite3_value_text (value) : NULL;

  return text != NULL && g_utf8_validate (text, -1, NULL) ? text : NULL;
}

static void
read_value (const KoyomiField *field,
            sqlite3_value     *value,
            gint64            *integer,
            double            *real,
            char             **text)
{
  gboolean none = value == NULL || sqlite3_value_type (value) == SQLITE_NULL;

  *real = NAN;
  if (field->type == KOYOMI_FIELD_TEXT)
    *text = g_strdup (none || get_text (value) == NULL ? "" : get_text (value));
  else if (field->type == KOYOMI_FIELD_REAL)
    *real = none ? NAN : sqlite3_value_double (value);
  else if (field->type == KOYOMI_FIELD_ENUM)
    *integer = none || get_text (value) == NULL ? 0 : MAX (0, koyomi_field_find_word (field, get_text (value)));
  else if (field->type == KOYOMI_FIELD_INT && none)
    *integer = KOYOMI_NO_INT;
  else
    *integer = none ? 0 : sqlite3_value_int64 (value);
}

static void
add_field (KoyomiRowChange *row,
           guint            index,
           sqlite3_value   *old_value,
           sqlite3_value   *new_value)
{
  const KoyomiField *field = &koyomi_dictionary_get_table (row->table)->fields[index];
  KoyomiFieldChange change = { .field = row->table << 8 | index };

  read_value (field, old_value, &change.old_integer, &change.old_real, &change.old_text);
  read_value (field, new_value, &change.new_integer, &change.new_real, &change.new_text);
  g_array_append_val (row->fields, change);
}

static sqlite3_value *
get_side (sqlite3_changeset_iter *iter,
          int                     column,
          int                     op,
          gboolean                new_side)
{
  sqlite3_value *value = NULL;

  if (new_side && op != SQLITE_DELETE)
    sqlite3changeset_new (iter, column, &value);
  else if (!new_side && op != SQLITE_INSERT)
    sqlite3changeset_old (iter, column, &value);

  return value;
}

static KoyomiRowChange *
read_row (sqlite3_changeset_iter *iter,
          const KoyomiTable      *table,
          int                     n_columns,
          int                     op)
{
  sqlite3_value *key = get_side (iter, 0, op, op == SQLITE_INSERT);
  KoyomiRowChange *row;

  /* Only a changeset that somebody garbled lacks a key. */
  if (key == NULL)
    return NULL;

  row = koyomi_row_change_new (koyomi_table_get_id (table), sqlite3_value_int64 (key), get_kind (op));
  for (guint i = 1; i < MIN ((guint) n_columns, table->n_fields); i++)
    {
      sqlite3_value *old_value = get_side (iter, i, op, FALSE);
      sqlite3_value *new_value = get_side (iter, i, op, TRUE);

      if (old_value != NULL || new_value != NULL)
        add_field (row, i, old_value, new_value);
    }

  return row;
}

/* A row of the translation table: entity, row_id, field, language, text. NULL when it is about something unknown. */
static KoyomiRowChange *
read_translation (sqlite3_changeset_iter *iter,
                  int                     op)
{
  gboolean new_side = op == SQLITE_INSERT;
  const char *entity = get_text (get_side (iter, 0, op, new_side));
  sqlite3_value *id = get_side (iter, 1, op, new_side);
  const char *column = get_text (get_side (iter, 2, op, new_side));
  const char *code = get_text (get_side (iter, 3, op, new_side));
  const KoyomiTable *table;
  KoyomiRowChange *row;
  KoyomiLanguage language;
  int field;

  if (entity == NULL || id == NULL || column == NULL || code == NULL || !koyomi_language_from_code (code, &language) ||
      (table = koyomi_dictionary_find_table (entity)) == NULL ||
      (field = koyomi_table_find_field (table, column)) < 0 ||
      table->fields[field].type != KOYOMI_FIELD_TEXT)
    return NULL;

  row = koyomi_row_change_new (koyomi_table_get_id (table), sqlite3_value_int64 (id), get_kind (op));
  row->is_translation = TRUE;
  row->language = language;
  add_field (row, field, get_side (iter, 4, op, FALSE), get_side (iter, 4, op, TRUE));

  return row;
}

/**
 * koyomi_journal_list_changes:
 *
 * Returns: (element-type KoyomiRowChange): what entry @seq did, row by row; empty when its rows were struck
 */
GPtrArray *
koyomi_journal_list_changes (KoyomiDatabase  *db,
                             gint64           seq,
                             GError         **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_row_change_free);
  g_autoptr(GBytes) changeset = NULL;
  sqlite3_changeset_iter *iter = NULL;
  int code;

  if (!_koyomi_journal_load (db, seq, &changeset, error))
    return NULL;

  if (changeset == NULL)
    return g_steal_pointer (&rows);

  code = sqlite3changeset_start (&iter, g_bytes_get_size (changeset), (gpointer) g_bytes_get_data (changeset, NULL));
  while (code == SQLITE_OK && sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const KoyomiTable *table;
      KoyomiRowChange *row = NULL;
      const char *name;
      int n_columns, op, indirect;

      if (sqlite3changeset_op (iter, &name, &n_columns, &op, &indirect) != SQLITE_OK)
        break;

      if (strcmp (name, "translation") == 0)
        row = read_translation (iter, op);
      else if ((table = koyomi_dictionary_find_table (name)) != NULL)
        row = read_row (iter, table, n_columns, op);

      if (row != NULL)
        g_ptr_array_add (rows, row);
    }

  if (code == SQLITE_OK)
    code = sqlite3changeset_finalize (iter);

  if (code != SQLITE_OK)
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_BROKEN_CHAIN,
                   "the rows of entry %" G_GINT64_FORMAT " cannot be read", seq);
      return NULL;
    }

  return g_steal_pointer (&rows);
}
