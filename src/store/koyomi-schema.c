#include "koyomi-schema.h"

#include "koyomi-schema-data.h"
#include "koyomi-schema-private.h"
#include "koyomi-plan-error.h"

#include <string.h>

/* In the order of their versions, from 1. A released step never changes; new ones only add columns at the end, tables, and indexes. */
static const char * const released_steps[] = {
  "001-initial.sql",
  "002-matrix.sql",
  "003-incidents.sql",
  "004-preferences.sql",
  "005-metrics.sql",
  "006-incident-ranges.sql",
  "007-audit.sql",
};

static char *
load_step (const char  *name,
           GError     **error)
{
  g_autofree char *path = g_strconcat ("/koyomi/schema/", name, NULL);
  g_autoptr(GBytes) bytes = g_resource_lookup_data (koyomi_schema_data_get_resource (), path, 0, error);

  if (bytes == NULL)
    return NULL;

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The steps that are compiled in, loaded once. */
static const char * const *
get_steps (void)
{
  static gsize once;
  static char *steps[G_N_ELEMENTS (released_steps) + 1];

  if (g_once_init_enter (&once))
    {
      for (guint i = 0; i < G_N_ELEMENTS (released_steps); i++)
        {
          g_autoptr(GError) error = NULL;

          if ((steps[i] = load_step (released_steps[i], &error)) == NULL)
            g_error ("%s", error->message);
        }
      g_once_init_leave (&once, 1);
    }

  return (const char * const *) steps;
}

/* The version that this program writes. */
int
koyomi_schema_get_version (void)
{
  return G_N_ELEMENTS (released_steps);
}

static gboolean
run_step (KoyomiDatabase  *db,
          const char      *sql,
          int              version,
          GError         **error)
{
  g_autofree char *set_version = g_strdup_printf ("PRAGMA user_version = %d", version);
  g_autofree char *set_id = g_strdup_printf ("PRAGMA application_id = %d", KOYOMI_APPLICATION_ID);
  g_autoptr(KoyomiStatement) broken = NULL;

  if (!koyomi_database_begin (db, error))
    return FALSE;

  if (koyomi_database_run (db, sql, error) &&
      koyomi_database_run (db, set_id, error) &&
      koyomi_database_run (db, set_version, error) &&
      (broken = koyomi_database_prepare (db, "PRAGMA foreign_key_check", error)) != NULL)
    {
      KoyomiStep step = koyomi_statement_step (broken, error);

      if (step == KOYOMI_STEP_ROW)
        g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CORRUPT,
                     "a row of %s refers to a row that does not exist", koyomi_statement_get_text (broken, 0));
      else if (step == KOYOMI_STEP_DONE)
        return koyomi_database_commit (db, error);
    }

  g_clear_pointer (&broken, koyomi_statement_free);
  koyomi_database_roll_back (db);

  return FALSE;
}

/* Runs @steps[@from_version] and what follows, each in a transaction of its own: what was run stays when a later one fails. */
gboolean
_koyomi_schema_run_steps (KoyomiDatabase      *db,
                          const char * const  *steps,
                          int                  from_version,
                          int                  to_version,
                          GError             **error)
{
  gboolean done = TRUE;

  /* The pragma does nothing inside a transaction. */
  if (!koyomi_database_run (db, "PRAGMA foreign_keys = OFF", error))
    return FALSE;

  for (int version = from_version; done && version < to_version; version++)
    done = run_step (db, steps[version], version + 1, error);

  return koyomi_database_run (db, "PRAGMA foreign_keys = ON", done ? error : NULL) && done;
}

/* Makes the tables of a new plan. */
gboolean
koyomi_schema_create (KoyomiDatabase  *db,
                      GError         **error)
{
  return koyomi_schema_migrate (db, 0, error);
}

/* Takes a plan of an earlier version to this program's. */
gboolean
koyomi_schema_migrate (KoyomiDatabase  *db,
                       int              from_version,
                       GError         **error)
{
  return _koyomi_schema_run_steps (db, get_steps (), from_version, koyomi_schema_get_version (), error);
}

/* Every object of the schema with its text, one a line; NULL on error. SQLite's own tables of statistics do not count. */
static char *
describe (KoyomiDatabase  *db,
          GError         **error)
{
  static const char sql[] =
    "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce (sql, '')"
    "  FROM sqlite_schema"
    " WHERE NOT (type = 'table' AND coalesce (sql, '') IN ('CREATE TABLE sqlite_stat1(tbl,idx,stat)',"
    "                                                      'CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)'))"
    " ORDER BY type, name";

  g_autoptr(KoyomiStatement) statement = koyomi_database_prepare (db, sql, error);
  g_autoptr(GString) description = g_string_new (NULL);
  KoyomiStep step;

  if (statement == NULL)
    return NULL;

  while ((step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_ROW)
    g_string_append_printf (description, "%s\n", koyomi_statement_get_text (statement, 0));

  return step == KOYOMI_STEP_DONE ? g_string_free (g_steal_pointer (&description), FALSE) : NULL;
}

/* What describe() gives for a plan of @version that nobody has meddled with. Kept for the life of the program. */
static const char *
get_expected (int       version,
              GError  **error)
{
  static char *expected[G_N_ELEMENTS (released_steps) + 1];
  static GMutex mutex;
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (expected[version] == NULL)
    {
      g_autoptr(KoyomiDatabase) db = koyomi_database_new_in_memory (error);

      if (db == NULL || !_koyomi_schema_run_steps (db, get_steps (), 0, version, error))
        return NULL;

      expected[version] = describe (db, error);
    }

  return expected[version];
}

static char *
find_first_difference (const char *found,
                       const char *expected)
{
  g_auto(GStrv) lines = g_strsplit (found, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "table ") || g_str_has_prefix (lines[i], "index ") ||
        g_str_has_prefix (lines[i], "trigger ") || g_str_has_prefix (lines[i], "view "))
      {
        g_auto(GStrv) words = g_strsplit (lines[i], " ", 3);
        g_autofree char *head = g_strdup_printf ("%s %s ", words[0], words[1]);

        if (strstr (expected, head) == NULL)
          return g_strdup_printf ("it holds the %s “%s”, which is not ours", words[0], words[1]);
      }

  return g_strdup ("its tables are not as this program makes them");
}

/**
 * koyomi_schema_compare:
 * @version: the plan's user_version, from 1 to koyomi_schema_get_version()
 *
 * Compares the text of the whole schema with ours, before anything is written: a trigger that somebody has planted would
 * run with our first write.
 *
 * Returns: FALSE with %KOYOMI_PLAN_ERROR_ALTERED when they differ
 */
gboolean
koyomi_schema_compare (KoyomiDatabase  *db,
                       int              version,
                       GError         **error)
{
  g_autofree char *found = describe (db, error);
  g_autofree char *difference = NULL;
  const char *expected;

  if (found == NULL || (expected = get_expected (version, error)) == NULL)
    return FALSE;

  if (strcmp (found, expected) == 0)
    return TRUE;

  difference = find_first_difference (found, expected);
  g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_ALTERED, "the file was altered by another program: %s", difference);

  return FALSE;
}
