#include "koyomi-journal.h"
#include "koyomi-plan-error.h"
#include "koyomi-record-store.h"
#include "koyomi-schema-private.h"

#include <string.h>

static KoyomiDatabase *
make_database (void)
{
  g_autoptr(GError) error = NULL;
  KoyomiDatabase *db = koyomi_database_new_in_memory (&error);

  g_assert_no_error (error);
  koyomi_schema_create (db, &error);
  g_assert_no_error (error);

  return db;
}

static KoyomiStatement *
ask (KoyomiDatabase *db,
     const char     *format,
     ...) G_GNUC_PRINTF (2, 3);

static KoyomiStatement *
ask (KoyomiDatabase *db,
     const char     *format,
     ...)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *sql = NULL;
  KoyomiStatement *statement;
  va_list arguments;

  va_start (arguments, format);
  sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  statement = koyomi_database_prepare (db, sql, &error);
  g_assert_no_error (error);

  return statement;
}

static gint64
count (KoyomiDatabase *db,
       const char     *sql)
{
  g_autoptr(GError) error = NULL;
  gint64 number;

  koyomi_database_get_number (db, sql, &number, &error);
  g_assert_no_error (error);

  return number;
}

static const char *
get_column_type (const KoyomiField *field)
{
  switch (field->type)
    {
    case KOYOMI_FIELD_TEXT:
    case KOYOMI_FIELD_ENUM:
      return "TEXT";
    case KOYOMI_FIELD_REAL:
      return "REAL";
    case KOYOMI_FIELD_ID:
    case KOYOMI_FIELD_REF:
    case KOYOMI_FIELD_INT:
    case KOYOMI_FIELD_BOOL:
    case KOYOMI_FIELD_DAY:
    case KOYOMI_FIELD_TIME:
    default:
      return "INTEGER";
    }
}

static void
assert_columns (KoyomiDatabase    *db,
                const KoyomiTable *table)
{
  g_autoptr(KoyomiStatement) info = ask (db, "PRAGMA table_xinfo (%s)", table->name);
  guint i = 0;

  while (koyomi_statement_step (info, NULL) == KOYOMI_STEP_ROW)
    {
      const KoyomiField *field = &table->fields[i];
      gboolean is_key = field->type == KOYOMI_FIELD_ID;

      g_test_message ("%s.%s", table->name, koyomi_statement_get_text (info, 1));
      g_assert_cmpuint (i, <, table->n_fields);
      g_assert_cmpstr (koyomi_statement_get_text (info, 1), ==, field->name);
      g_assert_cmpstr (koyomi_statement_get_text (info, 2), ==, get_column_type (field));
      g_assert_cmpint (koyomi_statement_get_int (info, 3), ==, !is_key && !(field->flags & KOYOMI_FIELD_OPTIONAL));
      g_assert_true (koyomi_statement_is_null (info, 4));
      g_assert_cmpint (koyomi_statement_get_int (info, 5), ==, is_key);
      /* Neither hidden nor generated. */
      g_assert_cmpint (koyomi_statement_get_int (info, 6), ==, 0);
      i++;
    }

  g_assert_cmpuint (i, ==, table->n_fields);
}

static void
test_columns (void)
{
  g_autoptr(KoyomiDatabase) db = make_database ();

  for (int id = 0; id < KOYOMI_N_TABLES; id++)
    assert_columns (db, koyomi_dictionary_get_table (id));
}

static char *
dup_table_text (KoyomiDatabase *db,
                const char     *name)
{
  g_autoptr(KoyomiStatement) statement = ask (db, "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = '%s'", name);

  g_assert_cmpint (koyomi_statement_step (statement, NULL), ==, KOYOMI_STEP_ROW);

  return g_strdup (koyomi_statement_get_text (statement, 0));
}

static char *
describe_choice (const KoyomiField *field)
{
  GString *check = g_string_new (NULL);

  g_string_append_printf (check, "CHECK (%s IN (", field->name);
  for (guint i = 0; field->words[i].nick != NULL; i++)
    g_string_append_printf (check, "%s'%s'", i > 0 ? ", " : "", field->words[i].nick);
  g_string_append (check, "))");

  return g_string_free (check, FALSE);
}

static void
test_choices (void)
{
  g_autoptr(KoyomiDatabase) db = make_database ();

  for (int id = 0; id < KOYOMI_N_TABLES; id++)
    {
      const KoyomiTable *table = koyomi_dictionary_get_table (id);
      g_autofree char *text = dup_table_text (db, table->name);

      for (guint i = 0; i < table->n_fields; i++)
        {
          const KoyomiField *field = &table->fields[i];
          g_autofree char *check = NULL;

          if (field->type == KOYOMI_FIELD_ENUM)
            check = describe_choice (field);
          else if (field->type == KOYOMI_FIELD_BOOL)
            check = g_strdup_printf ("CHECK (%s IN (0, 1))", field->name);
          else
            continue;

          if (strstr (text, check) == NULL)
            g_error ("%s lacks %s", table->name, check);
        }
    }
}

static void
assert_references (KoyomiDatabase    *db,
                   const KoyomiTable *table)
{
  g_autoptr(KoyomiStatement) list = ask (db, "PRAGMA foreign_key_list (%s)", table->name);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_references = 0;

  while (koyomi_statement_step (list, NULL) == KOYOMI_STEP_ROW)
    {
      int index = koyomi_table_find_field (table, koyomi_statement_get_text (list, 3));
      const KoyomiTable *target = koyomi_dictionary_find_table (koyomi_statement_get_text (list, 2));

      g_assert_cmpint (index, >, 0);
      g_assert_cmpint (table->fields[index].type, ==, KOYOMI_FIELD_REF);
      g_assert_cmpstr (koyomi_statement_get_text (list, 5), ==, "NO ACTION");
      g_assert_cmpstr (koyomi_statement_get_text (list, 6), ==, "NO ACTION");
      if (g_str_equal (koyomi_statement_get_text (list, 4), "id") && table->fields[index].target == koyomi_table_get_id (target))
        g_hash_table_add (seen, g_strdup (table->fields[index].name));
    }

  for (guint i = 0; i < table->n_fields; i++)
    if (table->fields[i].type == KOYOMI_FIELD_REF)
      {
        n_references++;
        g_assert_true (g_hash_table_contains (seen, table->fields[i].name));
      }

  g_assert_cmpuint (g_hash_table_size (seen), ==, n_references);
}

static void
test_references (void)
{
  g_autoptr(KoyomiDatabase) db = make_database ();

  for (int id = 0; id < KOYOMI_N_TABLES; id++)
    assert_references (db, koyomi_dictionary_get_table (id));
}

/* What the journal could not take back. */
static void
test_plain_tables_only (void)
{
  g_autoptr(KoyomiDatabase) db = make_database ();
  g_autoptr(KoyomiStatement) tables = ask (db, "PRAGMA table_list");
  guint n_tables = 0;

  g_assert_cmpint (count (db, "SELECT count (*) FROM sqlite_schema WHERE type NOT IN ('table', 'index')"), ==, 0);

  while (koyomi_statement_step (tables, NULL) == KOYOMI_STEP_ROW)
    {
      const char *name = koyomi_statement_get_text (tables, 1);

      if (!g_str_equal (koyomi_statement_get_text (tables, 0), "main") || g_str_has_prefix (name, "sqlite_"))
        continue;

      n_tables++;
      g_assert_cmpstr (koyomi_statement_get_text (tables, 2), ==, "table");
      g_assert_cmpint (koyomi_statement_get_int (tables, 5), ==, TRUE);
      if (koyomi_dictionary_find_table (name) == NULL)
        g_assert_true (g_str_equal (name, "journal") || g_str_equal (name, "setting") || g_str_equal (name, "translation"));
    }

  g_assert_cmpuint (n_tables, ==, KOYOMI_N_TABLES + 3);
}

static void
insert_team (KoyomiDatabase *db,
             gint64          at,
             const char     *name)
{
  KoyomiRecordStore store = { db, KOYOMI_LANGUAGE_JA };
  g_autoptr(KoyomiRecord) team = koyomi_record_new (KOYOMI_TABLE_TEAM);
  g_autoptr(KoyomiRecorder) recorder = NULL;
  g_autoptr(GError) error = NULL;

  koyomi_record_set_text (team, KOYOMI_TEAM_NAME, name);
  koyomi_database_begin (db, &error);
  g_assert_no_error (error);
  recorder = koyomi_recorder_start (db, &error);
  g_assert_no_error (error);
  koyomi_record_store_insert (&store, team, &error);
  g_assert_no_error (error);
  g_assert_cmpint (koyomi_journal_append (db, recorder, at, "試験", name, &error), >, 0);
  g_assert_no_error (error);
  koyomi_database_commit (db, &error);
  g_assert_no_error (error);
}

/* What comes after the released steps, which have been run. */
static gboolean
run_next_step (KoyomiDatabase  *db,
               const char      *sql,
               GError         **error)
{
  int version = koyomi_schema_get_version ();
  g_autofree const char **steps = g_new0 (const char *, version + 1);

  steps[version] = sql;

  return _koyomi_schema_run_steps (db, steps, version, version + 1, error);
}

static void
undo (KoyomiDatabase *db,
      gint64          target)
{
  g_autoptr(GError) error = NULL;

  koyomi_database_begin (db, &error);
  koyomi_journal_take_back (db, KOYOMI_ENTRY_UNDO, target, 4000, "試験", &error);
  g_assert_no_error (error);
  koyomi_database_commit (db, &error);
  g_assert_no_error (error);
}

static void
test_migration (void)
{
  g_autoptr(KoyomiDatabase) db = make_database ();
  g_autoptr(KoyomiDatabase) copy = koyomi_database_new_in_memory (NULL);
  g_autoptr(GError) error = NULL;

  insert_team (db, 1000, "始め");
  insert_team (db, 2000, "運用班");
  run_next_step (db,
                 "ALTER TABLE team ADD COLUMN colour TEXT NOT NULL DEFAULT 'grey';"
                 "CREATE TABLE badge (id INTEGER PRIMARY KEY, team_id INTEGER NOT NULL REFERENCES team (id)) STRICT;", &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (db, "PRAGMA user_version"), ==, koyomi_schema_get_version () + 1);
  g_assert_cmpint (count (db, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (count (db, "SELECT count (*) FROM team WHERE colour = 'grey'"), ==, 2);

  insert_team (db, 3000, "監査班");
  g_assert_cmpint (count (db, "SELECT count (*) FROM team"), ==, 3);

  /* Entry 2 is from before the column was there. */
  undo (db, 3);
  undo (db, 2);
  g_assert_cmpint (count (db, "SELECT count (*) FROM team"), ==, 1);

  koyomi_database_copy (db, copy, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  koyomi_journal_rewind (copy, 3, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (copy, "SELECT count (*) FROM team"), ==, 3);
  koyomi_journal_verify_rows (copy, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_broken_step (void)
{
  static const char broken[] =
    "CREATE TABLE badge (id INTEGER PRIMARY KEY) STRICT;"
    "INSERT INTO person (id, team_id, name, role, contact, position) VALUES (1, 404, '', '', '', 1);";

  g_autoptr(KoyomiDatabase) db = make_database ();
  g_autoptr(GError) error = NULL;

  insert_team (db, 1000, "運用班");
  g_assert_false (run_next_step (db, broken, &error));
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, "person"));
  g_assert_cmpint (count (db, "PRAGMA user_version"), ==, koyomi_schema_get_version ());
  g_assert_cmpint (count (db, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (count (db, "SELECT count (*) FROM person"), ==, 0);
  g_assert_cmpint (count (db, "SELECT count (*) FROM sqlite_schema WHERE name = 'badge'"), ==, 0);

  g_clear_error (&error);
  g_assert_true (koyomi_schema_compare (db, koyomi_schema_get_version (), &error));
  g_assert_no_error (error);
}

static void
test_statistics_are_ours (void)
{
  g_autoptr(KoyomiDatabase) db = make_database ();
  g_autoptr(GError) error = NULL;

  insert_team (db, 1000, "運用班");
  koyomi_database_run (db, "ANALYZE", &error);
  g_assert_no_error (error);
  g_assert_true (koyomi_schema_compare (db, koyomi_schema_get_version (), &error));
  g_assert_no_error (error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/schema/columns-are-the-dictionary's", test_columns);
  g_test_add_func ("/store/schema/choices-are-the-dictionary's", test_choices);
  g_test_add_func ("/store/schema/references-are-the-dictionary's-and-have-no-action", test_references);
  g_test_add_func ("/store/schema/only-plain-strict-tables", test_plain_tables_only);
  g_test_add_func ("/store/schema/new-step-keeps-rows-and-old-entries-work", test_migration);
  g_test_add_func ("/store/schema/step-that-breaks-a-reference-is-rolled-back", test_broken_step);
  g_test_add_func ("/store/schema/statistics-are-no-alteration", test_statistics_are_ours);

  return g_test_run ();
}
