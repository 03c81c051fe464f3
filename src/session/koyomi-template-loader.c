#include "koyomi-template-loader.h"

#include <string.h>

static void
clear_pending (gpointer data)
{
  KoyomiPendingText *pending = data;

  g_free (pending->text);
}

/* Gives it what it remembers with; the rest is up to whoever makes it. */
void
_koyomi_loader_init (KoyomiLoader *self)
{
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->coming = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->pending = g_array_new (FALSE, FALSE, sizeof (KoyomiPendingText));
  g_array_set_clear_func (self->pending, clear_pending);
}

void
_koyomi_loader_clear (KoyomiLoader *self)
{
  g_clear_pointer (&self->pending, g_array_unref);
  g_clear_pointer (&self->coming, g_hash_table_unref);
  g_clear_pointer (&self->keys, g_hash_table_unref);
}

static void
add_pending (KoyomiLoader *self,
             int           field,
             const char   *text)
{
  KoyomiPendingText pending = { field, g_strdup (text) };

  g_array_append_val (self->pending, pending);
}

/* The plan's own language into the row, the other one beside it. */
void
_koyomi_loader_set_both (KoyomiLoader *self,
                         KoyomiRecord *record,
                         int           field,
                         const char   *ja,
                         const char   *en)
{
  gboolean japanese = self->options->language == KOYOMI_LANGUAGE_JA;

  koyomi_record_set_text (record, field, japanese ? ja : en);
  add_pending (self, field, japanese ? en : ja);
}

/* Several items of a cell stand behind one another in the tables and on lines of their own in a plan. */
static char *
break_items (const char *cell)
{
  g_auto(GStrv) items = g_strsplit (cell, " | ", -1);

  return g_strjoinv ("\n", items);
}

/* The columns "@column_ja" and "@column_en". */
void
_koyomi_loader_set_cell (KoyomiLoader          *self,
                         KoyomiRecord          *record,
                         int                    field,
                         const KoyomiReference *table,
                         guint                  row,
                         const char            *column)
{
  g_autofree char *ja = break_items (koyomi_reference_get_localized (table, row, column, KOYOMI_LANGUAGE_JA));
  g_autofree char *en = break_items (koyomi_reference_get_localized (table, row, column, KOYOMI_LANGUAGE_EN));

  _koyomi_loader_set_both (self, record, field, ja, en);
}

/* The choice that is stored as @nick. */
void
_koyomi_loader_set_word (KoyomiRecord *record,
                         int           field,
                         const char   *nick)
{
  const KoyomiField *description = &koyomi_record_get_table (record)->fields[KOYOMI_FIELD_INDEX (field)];
  int index = koyomi_field_find_word (description, nick);

  if (index < 0)
    g_error ("the tables of data/ have the word “%s” for %s, which is not one of its words", nick, description->name);

  koyomi_record_set_int (record, field, index);
}

/**
 * _koyomi_loader_insert:
 * @key: (nullable): how other rows refer to this one
 *
 * Writes the row, and the translations that were set for it.
 */
gboolean
_koyomi_loader_insert (KoyomiLoader  *self,
                       KoyomiRecord  *record,
                       const char    *key,
                       GError       **error)
{
  gint64 id = koyomi_record_get_id (record);
  gboolean done = koyomi_edit_insert (self->edit, record, error);

  for (guint i = 0; i < self->pending->len; i++)
    {
      KoyomiPendingText *pending = &g_array_index (self->pending, KoyomiPendingText, i);

      if (done && *pending->text != '\0')
        done = koyomi_edit_translate (self->edit, pending->field, id, pending->text, error);
    }
  g_array_set_size (self->pending, 0);

  if (key != NULL && *key != '\0')
    g_hash_table_insert (self->keys, g_strdup_printf ("%s %s", koyomi_record_get_table (record)->name, key),
                         g_memdup2 (&id, sizeof id));

  return done;
}

/* Has a row that is written already found under a key. */
void
_koyomi_loader_name (KoyomiLoader *self,
                     KoyomiRecord *record,
                     const char   *format,
                     ...)
{
  g_autofree char *key = NULL;
  gint64 id = koyomi_record_get_id (record);
  va_list arguments;

  va_start (arguments, format);
  key = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_hash_table_insert (self->keys, g_strdup_printf ("%s %s", koyomi_record_get_table (record)->name, key), g_memdup2 (&id, sizeof id));
}

gboolean
_koyomi_loader_has (KoyomiLoader  *self,
                    KoyomiTableId  table,
                    const char    *key)
{
  g_autofree char *name = g_strdup_printf ("%s %s", koyomi_dictionary_get_table (table)->name, key);

  return g_hash_table_contains (self->keys, name);
}

/* Returns: the row's id. A key that no row has is an error in the tables, which a test of theirs finds. */
gint64
_koyomi_loader_find (KoyomiLoader *self,
                     KoyomiTableId table,
                     const char   *key)
{
  g_autofree char *name = g_strdup_printf ("%s %s", koyomi_dictionary_get_table (table)->name, key);
  gint64 *id = g_hash_table_lookup (self->keys, name);

  if (id == NULL)
    g_error ("the tables of data/ have no %s", name);

  return *id;
}

gint64
_koyomi_loader_findf (KoyomiLoader *self,
                      KoyomiTableId table,
                      const char   *format,
                      ...)
{
  g_autofree char *key = NULL;
  va_list arguments;

  va_start (arguments, format);
  key = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  return _koyomi_loader_find (self, table, key);
}
