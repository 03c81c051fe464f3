#include "koyomi-search-index-private.h"

#include "koyomi-day.h"
#include "koyomi-text-fold.h"

#include <string.h>

/* Some milliseconds' work. */
#define N_ROWS_AT_ONCE 250

static void
clear_entry (gpointer data)
{
  KoyomiSearchEntry *entry = data;

  g_free (entry->text.text);
}

/* @store: must outlive the index */
KoyomiSearchIndex *
_koyomi_search_index_new (const KoyomiSearchSource *source,
                          const KoyomiRecordStore  *store)
{
  KoyomiSearchIndex *self = g_new0 (KoyomiSearchIndex, 1);

  self->source = source;
  self->store = store;
  self->sql = _koyomi_search_source_write_sql (source, store);
  self->entries = g_array_new (FALSE, TRUE, sizeof (KoyomiSearchEntry));
  g_array_set_clear_func (self->entries, clear_entry);
  _koyomi_search_index_forget (self);

  return self;
}

void
_koyomi_search_index_free (KoyomiSearchIndex *self)
{
  g_array_unref (self->entries);
  g_free (self->sql);
  g_free (self);
}

/* To be read anew. */
void
_koyomi_search_index_forget (KoyomiSearchIndex *self)
{
  g_array_set_size (self->entries, 0);
  self->last_id = G_MININT64;
  self->is_complete = FALSE;
}

/* @before: (nullable): what is said already: the line is left empty where it says the same */
static void
append_line (GString    *text,
             const char *line,
             const char *before)
{
  g_autofree char *folded = NULL;

  if (*line == '\0' || (before != NULL && strcmp (line, before) == 0))
    return;

  folded = koyomi_text_fold (line);
  g_strdelimit (folded, "\n", ' ');
  g_string_append (text, folded);
}

static void
append_numbers (GString    *text,
                const char *numbers)
{
  g_autofree char *folded = koyomi_text_fold (numbers);

  g_string_append_printf (text, "%s\n", folded);
}

static void
append_day (GString *text,
            guint32  day)
{
  g_autofree char *line = day != KOYOMI_DAY_NONE ? koyomi_day_format (day) : NULL;

  if (line != NULL)
    g_string_append_printf (text, "%s\n", line);
}

static void
read_text (KoyomiSearchIndex *self,
           KoyomiStatement   *statement,
           KoyomiSearchEntry *entry)
{
  GString *text = g_string_sized_new (128);
  g_autofree char *title = g_strdup (koyomi_statement_get_text (statement, KOYOMI_SEARCH_COLUMN_TITLE));

  append_numbers (text, koyomi_statement_get_text (statement, KOYOMI_SEARCH_COLUMN_NUMBER));
  entry->text.title = text->len;
  append_line (text, title, NULL);
  g_string_append_c (text, '\n');
  entry->text.other_title = text->len;
  append_line (text, koyomi_statement_get_text (statement, KOYOMI_SEARCH_COLUMN_OTHER_TITLE), title);
  g_string_append_c (text, '\n');
  entry->text.notes = text->len;
  append_day (text, entry->day);

  for (guint i = 0; i < KOYOMI_SEARCH_MAX_NOTES && self->source->notes[i] != 0; i++)
    {
      int column = KOYOMI_SEARCH_COLUMN_NOTES + i * KOYOMI_N_LANGUAGES;
      g_autofree char *note = g_strdup (koyomi_statement_get_text (statement, column));

      append_line (text, note, NULL);
      g_string_append_c (text, '\n');
      append_line (text, koyomi_statement_get_text (statement, column + 1), note);
      g_string_append_c (text, '\n');
    }
  entry->text.text = g_string_free (text, FALSE);
}

static void
read_entry (KoyomiSearchIndex *self,
            KoyomiStatement   *statement,
            KoyomiSearchEntry *entry)
{
  gint64 day = koyomi_statement_get_int (statement, KOYOMI_SEARCH_COLUMN_DAY);

  entry->id = koyomi_statement_get_int (statement, KOYOMI_SEARCH_COLUMN_ID);
  entry->order = koyomi_statement_get_int (statement, KOYOMI_SEARCH_COLUMN_ORDER);
  entry->day = day == 0 || _koyomi_search_source_has_day (self->source) ? day : koyomi_time_get_day (day);
  read_text (self, statement, entry);
}

static void
drop_entry (KoyomiSearchIndex *self,
            gint64             id)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (g_array_index (self->entries, KoyomiSearchEntry, i).id == id)
      {
        g_array_remove_index_fast (self->entries, i);
        return;
      }
}

/* Reads the rows that @where chooses by :key and that have had their turn.
 * Returns: how many rows there were, or -1 on error */
static int
read_rows (KoyomiSearchIndex  *self,
           const char         *where,
           gint64              key,
           gboolean            are_new,
           GError            **error)
{
  g_autofree char *sql = g_strconcat (self->sql, where, NULL);
  g_autoptr(KoyomiStatement) statement = koyomi_database_prepare (self->store->db, sql, error);
  KoyomiStep step;
  int n_rows = 0;

  if (statement == NULL)
    return -1;

  koyomi_statement_bind_int (statement, ":key", key);
  while ((step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    {
      KoyomiSearchEntry entry = { 0 };
      gint64 id = koyomi_statement_get_int (statement, KOYOMI_SEARCH_COLUMN_ID);

      n_rows++;
      if (!are_new && !self->is_complete && id > self->last_id)
        continue;

      if (!are_new)
        drop_entry (self, id);
      else
        self->last_id = id;
      read_entry (self, statement, &entry);
      g_array_append_val (self->entries, entry);
    }

  return step == KOYOMI_STEP_DONE ? n_rows : -1;
}

/* Returns: FALSE on error; once all have been read @is_complete is set */
gboolean
_koyomi_search_index_read_some (KoyomiSearchIndex  *self,
                                GError            **error)
{
  g_autofree char *where = g_strdup_printf ("WHERE t.id > :key ORDER BY t.id LIMIT %d", N_ROWS_AT_ONCE);
  int n_rows = read_rows (self, where, self->last_id, TRUE, error);

  self->is_complete = n_rows >= 0 && n_rows < N_ROWS_AT_ONCE;

  return n_rows >= 0;
}

/* Reads anew a row that has changed, that is new, or that is no more. */
gboolean
_koyomi_search_index_read_row (KoyomiSearchIndex  *self,
                               gint64              id,
                               GError            **error)
{
  drop_entry (self, id);

  return read_rows (self, "WHERE t.id = :key", id, FALSE, error) >= 0;
}

/* Likewise the rows that go by the name of row @id of @table. */
gboolean
_koyomi_search_index_read_named (KoyomiSearchIndex  *self,
                                 KoyomiTableId       table,
                                 gint64              id,
                                 GError            **error)
{
  for (guint i = 0; i < KOYOMI_SEARCH_MAX_NAMES && self->source->names[i] != 0; i++)
    {
      int reference = self->source->names[i];
      const KoyomiField *field = &koyomi_dictionary_get_table (self->source->table)->fields[KOYOMI_FIELD_INDEX (reference)];
      g_autofree char *where = NULL;

      if (field->target != table)
        continue;

      where = g_strdup_printf ("WHERE t.%s = :key", field->name);
      if (read_rows (self, where, id, FALSE, error) < 0)
        return FALSE;
    }

  return TRUE;
}
