#include "koyomi-record-store.h"

#include "koyomi-day.h"
#include "koyomi-plan-error.h"
#include "koyomi-text.h"

#include <math.h>
#include <string.h>

#define N_SOURCES (1 + KOYOMI_N_LANGUAGES)   /* the row's own text, or a language's translation of it */

/* The column of @field, or where there is one its text in @language. */
static void
append_column (GString           *sql,
               const char        *alias,
               const KoyomiTable *table,
               const KoyomiField *field,
               gboolean           is_translated,
               KoyomiLanguage     language)
{
  if (is_translated && (field->flags & KOYOMI_FIELD_TRANSLATED))
    g_string_append_printf (sql,
                            "coalesce ((SELECT text FROM translation WHERE entity = '%s' AND row_id = %s.id"
                            " AND field = '%s' AND language = '%s'), %s.%s)",
                            table->name, alias, field->name, koyomi_language_get_code (language), alias, field->name);
  else
    g_string_append_printf (sql, "%s.%s", alias, field->name);
}

/* The select list of a table under the alias t; made once for each table and source of texts. */
static const char *
get_columns (const KoyomiRecordStore *self,
             KoyomiTableId            id,
             KoyomiLanguage           language)
{
  static char *lists[KOYOMI_N_TABLES][N_SOURCES];
  static GMutex mutex;
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);
  const KoyomiTable *table = koyomi_dictionary_get_table (id);
  gboolean is_translated = language != self->own_language;
  char **list = &lists[id][is_translated ? 1 + language : 0];

  if (*list == NULL)
    {
      GString *sql = g_string_new (NULL);

      for (guint i = 0; i < table->n_fields; i++)
        {
          g_string_append (sql, i > 0 ? ", " : "");
          append_column (sql, "t", table, &table->fields[i], is_translated, language);
        }
      *list = g_string_free (sql, FALSE);
    }

  return *list;
}

/* The SQL of one text field of the table that a statement calls @alias, in @language. */
char *
koyomi_record_store_get_text_column (const KoyomiRecordStore *self,
                                     const char              *alias,
                                     int                      field,
                                     KoyomiLanguage           language)
{
  const KoyomiTable *table = koyomi_dictionary_get_table (KOYOMI_FIELD_TABLE (field));
  GString *sql = g_string_new (NULL);

  append_column (sql, alias, table, &table->fields[KOYOMI_FIELD_INDEX (field)], language != self->own_language, language);

  return g_string_free (sql, FALSE);
}

/**
 * koyomi_record_store_select:
 * @more_columns: (nullable): SQL of further columns, which come behind the record's own
 * @tail: SQL from behind "FROM table AS t"
 *
 * Returns: a statement whose rows koyomi_record_store_read() reads
 */
KoyomiStatement *
koyomi_record_store_select (const KoyomiRecordStore  *self,
                            KoyomiTableId             table,
                            KoyomiLanguage            language,
                            const char               *more_columns,
                            const char               *tail,
                            GError                  **error)
{
  g_autofree char *sql = NULL;

  sql = g_strdup_printf ("SELECT %s%s%s FROM %s AS t %s", get_columns (self, table, language),
                         more_columns != NULL ? ", " : "", more_columns != NULL ? more_columns : "",
                         koyomi_dictionary_get_table (table)->name, tail);

  return koyomi_database_prepare (self->db, sql, error);
}

static void
read_field (KoyomiStatement   *statement,
            KoyomiRecord      *record,
            const KoyomiField *field,
            int                constant,
            int                column)
{
  const char *text;

  if (koyomi_statement_is_null (statement, column))
    return;

  switch (field->type)
    {
    case KOYOMI_FIELD_TEXT:
      text = koyomi_statement_get_text (statement, column);
      if (*text != '\0')
        koyomi_record_set_text (record, constant, text);
      break;
    case KOYOMI_FIELD_REAL:
      koyomi_record_set_real (record, constant, koyomi_statement_get_real (statement, column));
      break;
    case KOYOMI_FIELD_ENUM:
      /* The table's own CHECK lets no other word in. */
      koyomi_record_set_int (record, constant,
                             MAX (0, koyomi_field_find_word (field, koyomi_statement_get_text (statement, column))));
      break;
    case KOYOMI_FIELD_ID:
    case KOYOMI_FIELD_REF:
    case KOYOMI_FIELD_INT:
    case KOYOMI_FIELD_BOOL:
    case KOYOMI_FIELD_DAY:
    case KOYOMI_FIELD_TIME:
    default:
      koyomi_record_set_int (record, constant, koyomi_statement_get_int (statement, column));
      break;
    }
}

/* The record in the statement's present row. */
KoyomiRecord *
koyomi_record_store_read (KoyomiStatement *statement,
                          KoyomiTableId    table,
                          KoyomiLanguage   language)
{
  KoyomiRecord *record = koyomi_record_new_empty (table);
  const KoyomiTable *description = koyomi_record_get_table (record);

  koyomi_record_set_language (record, language);
  for (guint i = 0; i < description->n_fields; i++)
    read_field (statement, record, &description->fields[i], table << 8 | i, i);
  koyomi_record_mark_unchanged (record);

  return record;
}

KoyomiRecord *
koyomi_record_store_get (const KoyomiRecordStore  *self,
                         KoyomiTableId             table,
                         gint64                    id,
                         KoyomiLanguage            language,
                         GError                  **error)
{
  g_autoptr(KoyomiStatement) statement = koyomi_record_store_select (self, table, language, NULL, "WHERE t.id = :id", error);
  KoyomiStep step;

  if (statement == NULL)
    return NULL;

  koyomi_statement_bind_int (statement, ":id", id);
  if ((step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    return koyomi_record_store_read (statement, table, language);

  if (step == KOYOMI_STEP_DONE)
    g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND,
                 "there is no row %" G_GINT64_FORMAT " of %s", id, koyomi_dictionary_get_table (table)->name);

  return NULL;
}

/* The order that people expect of a table's rows: by place, else by date, else as they were added. */
static char *
get_order (const KoyomiTable *table)
{
  static const char * const fields[] = { "position", "first_day", "day", "at", "from_day", "month", "number" };
  GString *order = g_string_new ("ORDER BY ");

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (koyomi_table_find_field (table, fields[i]) >= 0)
      g_string_append_printf (order, "t.%s, ", fields[i]);

  g_string_append (order, "t.id");

  return g_string_free (order, FALSE);
}

/**
 * koyomi_record_store_list:
 * @reference: a reference field of the table whose rows are wanted only where it is @target; 0 for all rows
 *
 * Returns: (element-type KoyomiRecord)
 */
GPtrArray *
koyomi_record_store_list (const KoyomiRecordStore  *self,
                          KoyomiTableId             table,
                          int                       reference,
                          gint64                    target,
                          KoyomiLanguage            language,
                          GError                  **error)
{
  const KoyomiTable *description = koyomi_dictionary_get_table (table);
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(KoyomiStatement) statement = NULL;
  g_autofree char *order = get_order (description);
  g_autofree char *tail = NULL;
  KoyomiStep step;

  g_return_val_if_fail (reference == 0 || KOYOMI_FIELD_TABLE (reference) == table, NULL);

  if (reference == 0)
    tail = g_steal_pointer (&order);
  else
    tail = g_strdup_printf ("WHERE t.%s = :target %s", description->fields[KOYOMI_FIELD_INDEX (reference)].name, order);

  if ((statement = koyomi_record_store_select (self, table, language, NULL, tail, error)) == NULL)
    return NULL;

  if (reference != 0)
    koyomi_statement_bind_int (statement, ":target", target);

  while ((step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    g_ptr_array_add (records, koyomi_record_store_read (statement, table, language));

  return step == KOYOMI_STEP_DONE ? g_steal_pointer (&records) : NULL;
}

/* Returns: the number of rows, or -1 on error */
gint64
koyomi_record_store_count (const KoyomiRecordStore  *self,
                           KoyomiTableId             table,
                           GError                  **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s", koyomi_dictionary_get_table (table)->name);
  gint64 count;

  return koyomi_database_get_number (self->db, sql, &count, error) ? count : -1;
}

static gboolean
refuse_field (KoyomiRecord       *record,
              const KoyomiField  *field,
              const char         *why,
              GError            **error)
{
  g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT, "%s “%s”, field %s: %s",
               koyomi_record_get_table (record)->name, koyomi_record_get_title (record), field->name, why);

  return FALSE;
}

static int
count_words (const KoyomiField *field)
{
  int n_words = 0;

  while (field->words[n_words].nick != NULL)
    n_words++;

  return n_words;
}

/* Returns: (nullable): what is wrong with a number that the table itself would let in, or that has no word */
static const char *
find_fault (KoyomiRecord      *record,
            const KoyomiField *field,
            int                constant)
{
  gint64 value = field->type < KOYOMI_FIELD_TEXT && field->type != KOYOMI_FIELD_REAL ? koyomi_record_get_int (record, constant) : 0;

  if (field->type == KOYOMI_FIELD_REAL && isinf (koyomi_record_get_real (record, constant)))
    return "the number is not finite";

  if (field->type == KOYOMI_FIELD_ENUM && (value < 0 || value >= count_words (field)))
    return "there is no such choice";

  if (field->type == KOYOMI_FIELD_DAY && (value < 0 || value > KOYOMI_DAY_LAST))
    return "there is no such day";

  if (field->type != KOYOMI_FIELD_TEXT && !(field->flags & KOYOMI_FIELD_OPTIONAL) && koyomi_record_is_none (record, constant))
    return "a value is missing";

  return NULL;
}

/* The border: whatever is written is clean text, a finite number, a real choice or day, and what must be there is there. */
static gboolean
clean_field (KoyomiRecord       *record,
             const KoyomiField  *field,
             int                 constant,
             GError            **error)
{
  const char *fault;

  if (field->type == KOYOMI_FIELD_TEXT && !koyomi_text_is_clean (koyomi_record_get_text (record, constant)))
    {
      g_autoptr(GError) dirt = NULL;
      char *clean = koyomi_text_clean (koyomi_record_get_text (record, constant), -1, &dirt);

      if (clean == NULL)
        return refuse_field (record, field, dirt->message, error);

      koyomi_record_take_text (record, constant, clean);
    }

  if ((fault = find_fault (record, field, constant)) != NULL)
    return refuse_field (record, field, fault, error);

  return TRUE;
}

static gboolean
has_row (const KoyomiRecordStore *self,
         KoyomiTableId            table,
         gint64                   id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM %s WHERE id = :id", koyomi_dictionary_get_table (table)->name);
  g_autoptr(KoyomiStatement) statement = koyomi_database_prepare (self->db, sql, NULL);

  if (statement == NULL)
    return FALSE;

  koyomi_statement_bind_int (statement, ":id", id);

  return koyomi_statement_step (statement, NULL) == KOYOMI_STEP_ROW;
}

/* The first field that refers to a row which is not there. */
static const KoyomiField *
find_broken_reference (const KoyomiRecordStore *self,
                       KoyomiRecord            *record)
{
  const KoyomiTable *table = koyomi_record_get_table (record);

  for (guint i = 1; i < table->n_fields; i++)
    {
      int constant = koyomi_record_get_table_id (record) << 8 | i;

      if (table->fields[i].type == KOYOMI_FIELD_REF && !koyomi_record_is_none (record, constant) &&
          !has_row (self, table->fields[i].target, koyomi_record_get_int (record, constant)))
        return &table->fields[i];
    }

  return NULL;
}

/* SQLite names the rule that was broken, but not the row, nor of a reference the field. */
static gboolean
explain_refusal (const KoyomiRecordStore  *self,
                 KoyomiRecord             *record,
                 GError                  **error)
{
  const KoyomiField *field = NULL;

  if (error == NULL || !g_error_matches (*error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT))
    return FALSE;

  if ((field = find_broken_reference (self, record)) != NULL)
    {
      g_clear_error (error);
      return refuse_field (record, field, "it refers to a row that is not in the plan", error);
    }

  g_prefix_error (error, "%s “%s”: ", koyomi_record_get_table (record)->name, koyomi_record_get_title (record));

  return FALSE;
}

static void
bind_field (KoyomiStatement   *statement,
            KoyomiRecord      *record,
            const KoyomiField *field,
            int                constant)
{
  char name[64];

  g_snprintf (name, sizeof name, ":%s", field->name);

  if (field->type == KOYOMI_FIELD_TEXT)
    koyomi_statement_bind_text (statement, name, koyomi_record_get_text (record, constant));
  else if (koyomi_record_is_none (record, constant))
    koyomi_statement_bind_null (statement, name);
  else if (field->type == KOYOMI_FIELD_REAL)
    koyomi_statement_bind_real (statement, name, koyomi_record_get_real (record, constant));
  else if (field->type == KOYOMI_FIELD_ENUM)
    koyomi_statement_bind_text (statement, name, field->words[koyomi_record_get_int (record, constant)].nick);
  else
    koyomi_statement_bind_int (statement, name, koyomi_record_get_int (record, constant));
}

/* INSERT INTO t (id, …) VALUES (:id, …); made once a table. */
static const char *
get_insert (const KoyomiTable *table)
{
  static char *statements[KOYOMI_N_TABLES];
  static GMutex mutex;
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);
  char **statement = &statements[koyomi_table_get_id (table)];

  if (*statement == NULL)
    {
      g_autoptr(GString) names = g_string_new ("id");
      g_autoptr(GString) values = g_string_new (":id");

      for (guint i = 1; i < table->n_fields; i++)
        {
          g_string_append_printf (names, ", %s", table->fields[i].name);
          g_string_append_printf (values, ", :%s", table->fields[i].name);
        }
      *statement = g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", table->name, names->str, values->str);
    }

  return *statement;
}

/* Adds the row. Its texts become the plan's own, whatever the record's language: a new thing has one name. */
gboolean
koyomi_record_store_insert (const KoyomiRecordStore  *self,
                            KoyomiRecord             *record,
                            GError                  **error)
{
  const KoyomiTable *table = koyomi_record_get_table (record);
  KoyomiTableId id = koyomi_record_get_table_id (record);
  g_autoptr(KoyomiStatement) statement = NULL;

  for (guint i = 1; i < table->n_fields; i++)
    if (!clean_field (record, &table->fields[i], id << 8 | i, error))
      return FALSE;

  if ((statement = koyomi_database_prepare (self->db, get_insert (table), error)) == NULL)
    return FALSE;

  for (guint i = 0; i < table->n_fields; i++)
    bind_field (statement, record, &table->fields[i], id << 8 | i);

  if (!koyomi_statement_run (statement, error))
    return explain_refusal (self, record, error);

  koyomi_record_mark_unchanged (record);

  return TRUE;
}

static char *
clean_translation (const KoyomiTable  *table,
                   const KoyomiField  *field,
                   gint64              id,
                   const char         *text,
                   GError            **error)
{
  g_autoptr(GError) dirt = NULL;
  char *clean = koyomi_text_clean (text, -1, &dirt);

  if (clean == NULL)
    g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CONSTRAINT,
                 "%s %" G_GINT64_FORMAT ", field %s: %s", table->name, id, field->name, dirt->message);

  return clean;
}

static gboolean
write_translation (const KoyomiRecordStore  *self,
                   const KoyomiTable        *table,
                   const KoyomiField        *field,
                   gint64                    id,
                   KoyomiLanguage            language,
                   const char               *text,
                   GError                  **error)
{
  g_autofree char *sql = NULL;
  g_autoptr(KoyomiStatement) statement = NULL;
  KoyomiStep step;

  sql = g_strdup_printf ("INSERT INTO translation (entity, row_id, field, language, text)"
                         " SELECT '%s', id, '%s', '%s', :text FROM %s WHERE id = :id"
                         " ON CONFLICT (entity, row_id, field, language) DO UPDATE SET text = excluded.text RETURNING row_id",
                         table->name, field->name, koyomi_language_get_code (language), table->name);
  if ((statement = koyomi_database_prepare (self->db, sql, error)) == NULL)
    return FALSE;

  koyomi_statement_bind_int (statement, ":id", id);
  koyomi_statement_bind_text (statement, ":text", text);
  if ((step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_DONE)
    g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND,
                 "there is no row %" G_GINT64_FORMAT " of %s", id, table->name);

  return step == KOYOMI_STEP_ROW;
}

static gboolean
remove_translation (const KoyomiRecordStore  *self,
                    const KoyomiTable        *table,
                    const KoyomiField        *field,
                    gint64                    id,
                    KoyomiLanguage            language,
                    GError                  **error)
{
  static const char sql[] =
    "DELETE FROM translation WHERE entity = :entity AND row_id = :id AND field = :field AND language = :language";

  g_autoptr(KoyomiStatement) statement = koyomi_database_prepare (self->db, sql, error);

  if (statement == NULL)
    return FALSE;

  koyomi_statement_bind_text (statement, ":entity", table->name);
  koyomi_statement_bind_int (statement, ":id", id);
  koyomi_statement_bind_text (statement, ":field", field->name);
  koyomi_statement_bind_text (statement, ":language", koyomi_language_get_code (language));

  return koyomi_statement_run (statement, error);
}

/* Sets, or with "" removes, the text of a field in the language that is not the plan's own. */
gboolean
koyomi_record_store_translate (const KoyomiRecordStore  *self,
                               int                       field,
                               gint64                    id,
                               KoyomiLanguage            language,
                               const char               *text,
                               GError                  **error)
{
  const KoyomiTable *table = koyomi_dictionary_get_table (KOYOMI_FIELD_TABLE (field));
  const KoyomiField *description = &table->fields[KOYOMI_FIELD_INDEX (field)];
  g_autofree char *clean = clean_translation (table, description, id, text, error);

  g_return_val_if_fail (language != self->own_language, FALSE);
  g_return_val_if_fail (description->flags & KOYOMI_FIELD_TRANSLATED, FALSE);

  if (clean == NULL)
    return FALSE;

  return *clean != '\0' ? write_translation (self, table, description, id, language, clean, error)
                        : remove_translation (self, table, description, id, language, error);
}

static gboolean
has_own_text (const KoyomiRecordStore *self,
              KoyomiRecord            *record,
              const KoyomiField       *field)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM %s WHERE id = :id AND %s <> ''",
                                          koyomi_record_get_table (record)->name, field->name);
  g_autoptr(KoyomiStatement) statement = koyomi_database_prepare (self->db, sql, NULL);

  if (statement == NULL)
    return FALSE;

  koyomi_statement_bind_int (statement, ":id", koyomi_record_get_id (record));

  return koyomi_statement_step (statement, NULL) == KOYOMI_STEP_ROW;
}

/* Where the row has no text yet there is nothing to translate: what a person types is the one text, in whatever language. A run
 * without a name has one all the same, that of its activity: it can be called otherwise in one language alone. */
static gboolean
belongs_to_translation (const KoyomiRecordStore *self,
                        KoyomiRecord            *record,
                        const KoyomiField       *field,
                        int                      constant)
{
  return (field->flags & KOYOMI_FIELD_TRANSLATED) && koyomi_record_get_language (record) != self->own_language &&
         (constant == KOYOMI_OCCURRENCE_TITLE || has_own_text (self, record, field));
}

/* A text that was taken away leaves no translation behind. */
static gboolean
remove_idle_translations (const KoyomiRecordStore  *self,
                          KoyomiRecord             *record,
                          guint64                   columns,
                          GError                  **error)
{
  const KoyomiTable *table = koyomi_record_get_table (record);
  KoyomiLanguage other = self->own_language == KOYOMI_LANGUAGE_JA ? KOYOMI_LANGUAGE_EN : KOYOMI_LANGUAGE_JA;

  for (guint i = 1; i < table->n_fields; i++)
    if (((columns >> i) & 1) && (table->fields[i].flags & KOYOMI_FIELD_TRANSLATED) &&
        koyomi_record_is_none (record, koyomi_record_get_table_id (record) << 8 | i) &&
        !remove_translation (self, table, &table->fields[i], koyomi_record_get_id (record), other, error))
      return FALSE;

  return TRUE;
}

static gboolean
update_columns (const KoyomiRecordStore  *self,
                KoyomiRecord             *record,
                guint64                   columns,
                GError                  **error)
{
  const KoyomiTable *table = koyomi_record_get_table (record);
  KoyomiTableId id = koyomi_record_get_table_id (record);
  g_autoptr(GString) sql = g_string_new (NULL);
  g_autoptr(KoyomiStatement) statement = NULL;

  g_string_printf (sql, "UPDATE %s SET ", table->name);
  for (guint i = 1; i < table->n_fields; i++)
    if ((columns >> i) & 1)
      g_string_append_printf (sql, "%s = :%s, ", table->fields[i].name, table->fields[i].name);
  g_string_truncate (sql, sql->len - strlen (", "));
  g_string_append (sql, " WHERE id = :id RETURNING id");

  if ((statement = koyomi_database_prepare (self->db, sql->str, error)) == NULL)
    return FALSE;

  bind_field (statement, record, &table->fields[0], id << 8);
  for (guint i = 1; i < table->n_fields; i++)
    if ((columns >> i) & 1)
      bind_field (statement, record, &table->fields[i], id << 8 | i);

  switch (koyomi_statement_step (statement, error))
    {
    case KOYOMI_STEP_ROW:
      return TRUE;
    case KOYOMI_STEP_DONE:
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND,
                   "%s “%s” is not in the plan any more", table->name, koyomi_record_get_title (record));
      return FALSE;
    case KOYOMI_STEP_FAILED:
    default:
      return explain_refusal (self, record, error);
    }
}

/* Writes the fields that were set since the record was read; texts in the language that it was read in. A text that the row does
 * not have yet becomes the plan's own in either language; one that is taken away in the plan's own language goes in both. */
gboolean
koyomi_record_store_update (const KoyomiRecordStore  *self,
                            KoyomiRecord             *record,
                            GError                  **error)
{
  const KoyomiTable *table = koyomi_record_get_table (record);
  KoyomiTableId id = koyomi_record_get_table_id (record);
  guint64 columns = 0;

  for (guint i = 1; i < table->n_fields; i++)
    {
      if (!koyomi_record_is_changed (record, id << 8 | i))
        continue;

      if (!clean_field (record, &table->fields[i], id << 8 | i, error))
        return FALSE;

      if (!belongs_to_translation (self, record, &table->fields[i], id << 8 | i))
        columns |= G_GUINT64_CONSTANT (1) << i;
      else if (!koyomi_record_store_translate (self, id << 8 | i, koyomi_record_get_id (record),
                                               koyomi_record_get_language (record),
                                               koyomi_record_get_text (record, id << 8 | i), error))
        return FALSE;
    }

  if (columns != 0 &&
      (!update_columns (self, record, columns, error) || !remove_idle_translations (self, record, columns, error)))
    return FALSE;

  koyomi_record_mark_unchanged (record);

  return TRUE;
}

/* Removes the row and its translations. What refers to it must be gone before. */
gboolean
koyomi_record_store_delete (const KoyomiRecordStore  *self,
                            KoyomiTableId             table,
                            gint64                    id,
                            GError                  **error)
{
  const char *name = koyomi_dictionary_get_table (table)->name;
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE id = :id", name);
  g_autoptr(KoyomiStatement) texts = NULL;
  g_autoptr(KoyomiStatement) row = NULL;

  texts = koyomi_database_prepare (self->db, "DELETE FROM translation WHERE entity = :entity AND row_id = :id", error);
  if (texts == NULL || (row = koyomi_database_prepare (self->db, sql, error)) == NULL)
    return FALSE;

  koyomi_statement_bind_text (texts, ":entity", name);
  koyomi_statement_bind_int (texts, ":id", id);
  koyomi_statement_bind_int (row, ":id", id);

  return koyomi_statement_run (texts, error) && koyomi_statement_run (row, error);
}

static gboolean
copy_translation (const KoyomiRecordStore  *self,
                  const KoyomiTable        *table,
                  const KoyomiField        *field,
                  gint64                    from,
                  gint64                    to,
                  GError                  **error)
{
  g_autofree char *sql = NULL;
  g_autoptr(KoyomiStatement) statement = NULL;

  sql = g_strdup_printf ("INSERT INTO translation (entity, row_id, field, language, text)"
                         " SELECT x.entity, :to, x.field, x.language, x.text"
                         "   FROM translation AS x JOIN %s AS f ON f.id = x.row_id JOIN %s AS t ON t.id = :to AND t.%s = f.%s"
                         "  WHERE x.entity = '%s' AND x.row_id = :from AND x.field = '%s'"
                         " ON CONFLICT (entity, row_id, field, language) DO NOTHING",
                         table->name, table->name, field->name, field->name, table->name, field->name);
  if ((statement = koyomi_database_prepare (self->db, sql, error)) == NULL)
    return FALSE;

  koyomi_statement_bind_int (statement, ":from", from);
  koyomi_statement_bind_int (statement, ":to", to);

  return koyomi_statement_run (statement, error);
}

/* Gives the row @to the translations of @from, of the texts that are the same in both and not translated yet. */
gboolean
koyomi_record_store_copy_translations (const KoyomiRecordStore  *self,
                                       KoyomiTableId             table,
                                       gint64                    from,
                                       gint64                    to,
                                       GError                  **error)
{
  const KoyomiTable *description = koyomi_dictionary_get_table (table);

  for (guint i = 0; i < description->n_fields; i++)
    if ((description->fields[i].flags & KOYOMI_FIELD_TRANSLATED) &&
        !copy_translation (self, description, &description->fields[i], from, to, error))
      return FALSE;

  return TRUE;
}
