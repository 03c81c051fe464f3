#include "koyomi-database.h"

#include "koyomi-database-private.h"
#include "koyomi-plan-error.h"

#include <errno.h>
#include <string.h>

#define MAX_IDLE_STATEMENTS 64
#define COPY_PAGES 256

struct _KoyomiDatabase
{
  GObject     parent_instance;

  sqlite3    *handle;
  GHashTable *idle;   /* statement text -> sqlite3_stmt, ready to be used again; the text is the statement's own */
};

G_DEFINE_FINAL_TYPE (KoyomiDatabase, koyomi_database, G_TYPE_OBJECT)

static void
koyomi_database_finalize (GObject *object)
{
  KoyomiDatabase *self = KOYOMI_DATABASE (object);

  koyomi_database_close (self, NULL);
  g_hash_table_unref (self->idle);

  G_OBJECT_CLASS (koyomi_database_parent_class)->finalize (object);
}

static void
koyomi_database_class_init (KoyomiDatabaseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = koyomi_database_finalize;
}

static void
finalize_statement (gpointer handle)
{
  sqlite3_finalize (handle);
}

static void
koyomi_database_init (KoyomiDatabase *self)
{
  self->idle = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, finalize_statement);
}

/* SQLite takes only ENOSPC for a full disk, not a quota or a limit on the size of files. What the system said may be lost by the time
 * that a transaction has been rolled back: a write that failed, and not because the disk is broken, had no room. */
static gboolean
is_out_of_room (KoyomiDatabase *self,
                int             code)
{
  return code == SQLITE_IOERR_WRITE && self->handle != NULL && sqlite3_system_errno (self->handle) != EIO;
}

static KoyomiPlanError
get_error_code (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return KOYOMI_PLAN_ERROR_BUSY;
    case SQLITE_CONSTRAINT:
    case SQLITE_TOOBIG:
    case SQLITE_MISMATCH:
      return KOYOMI_PLAN_ERROR_CONSTRAINT;
    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
      return KOYOMI_PLAN_ERROR_CORRUPT;
    case SQLITE_NOTADB:
      return KOYOMI_PLAN_ERROR_NOT_A_PLAN;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return KOYOMI_PLAN_ERROR_READ_ONLY;
    case SQLITE_FULL:
      return KOYOMI_PLAN_ERROR_FULL;
    default:
      return KOYOMI_PLAN_ERROR_FAILED;
    }
}

sqlite3 *
_koyomi_database_get_handle (KoyomiDatabase *self)
{
  return self->handle;
}

void
_koyomi_database_set_error (KoyomiDatabase  *self,
                            int              code,
                            GError         **error)
{
  const char *message = self->handle != NULL ? sqlite3_errmsg (self->handle) : sqlite3_errstr (code);

  g_set_error (error, KOYOMI_PLAN_ERROR, is_out_of_room (self, code) ? KOYOMI_PLAN_ERROR_FULL : get_error_code (code),
               "%s (SQLite %d)", message, code);
}

void
_koyomi_database_give_back (KoyomiDatabase *self,
                            sqlite3_stmt   *handle)
{
  const char *sql = sqlite3_sql (handle);

  sqlite3_reset (handle);
  sqlite3_clear_bindings (handle);

  if (g_hash_table_size (self->idle) >= MAX_IDLE_STATEMENTS || g_hash_table_contains (self->idle, sql))
    sqlite3_finalize (handle);
  else
    g_hash_table_insert (self->idle, (gpointer) sql, handle);
}

/* A file from somebody else may hold anything: it must not run code of its own, reach other files or exhaust memory. */
static void
defend (sqlite3 *handle)
{
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);

  sqlite3_limit (handle, SQLITE_LIMIT_LENGTH, 512 * 1024 * 1024);
  sqlite3_limit (handle, SQLITE_LIMIT_SQL_LENGTH, 100000);
  sqlite3_limit (handle, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit (handle, SQLITE_LIMIT_TRIGGER_DEPTH, 1);
  sqlite3_limit (handle, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000);
}

static KoyomiDatabase *
open_handle (const char  *name,
             int          flags,
             GError     **error)
{
  g_autoptr(KoyomiDatabase) self = g_object_new (KOYOMI_TYPE_DATABASE, NULL);
  int code = sqlite3_open_v2 (name, &self->handle, flags | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE, NULL);

  if (code != SQLITE_OK)
    {
      _koyomi_database_set_error (self, code, error);
      return NULL;
    }

  sqlite3_busy_timeout (self->handle, 5000);
  defend (self->handle);

  if (!koyomi_database_run (self, "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA foreign_keys = ON;"
                                  "PRAGMA temp_store = MEMORY", error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * koyomi_database_open:
 * @path: absolute and without symbolic links in it
 *
 * Opens a file that exists. It is not looked at here: koyomi-plan-file.c does that.
 */
KoyomiDatabase *
koyomi_database_open (const char          *path,
                      KoyomiDatabaseMode   mode,
                      GError             **error)
{
  static const char * const queries[] = { "mode=rw", "mode=ro", "mode=ro&immutable=1" };

  g_autofree char *uri = g_filename_to_uri (path, NULL, error);
  g_autofree char *name = NULL;
  g_autoptr(KoyomiDatabase) self = NULL;

  if (uri == NULL)
    return NULL;

  name = g_strconcat (uri, "?", queries[mode], NULL);
  self = open_handle (name, SQLITE_OPEN_URI | (mode == KOYOMI_DATABASE_WRITE ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY),
                      error);
  if (self == NULL)
    return NULL;

  /* EXTRA also syncs the folder once the rollback journal is gone. */
  if (mode == KOYOMI_DATABASE_WRITE && !koyomi_database_run (self, "PRAGMA synchronous = EXTRA", error))
    return NULL;

  return g_steal_pointer (&self);
}

KoyomiDatabase *
koyomi_database_new_in_memory (GError **error)
{
  return open_handle (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY, error);
}

/* Statements must have been let go before. */
gboolean
koyomi_database_close (KoyomiDatabase  *self,
                       GError         **error)
{
  int code;

  g_return_val_if_fail (KOYOMI_IS_DATABASE (self), FALSE);

  g_hash_table_remove_all (self->idle);
  if ((code = sqlite3_close (self->handle)) != SQLITE_OK)
    {
      _koyomi_database_set_error (self, code, error);
      return FALSE;
    }

  self->handle = NULL;

  return TRUE;
}

/* Runs one or more statements that need no parameters and whose rows nobody wants. */
gboolean
koyomi_database_run (KoyomiDatabase  *self,
                     const char      *sql,
                     GError         **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (code != SQLITE_OK)
    {
      _koyomi_database_set_error (self, code, error);
      return FALSE;
    }

  return TRUE;
}

KoyomiStatement *
koyomi_database_prepare (KoyomiDatabase  *self,
                         const char      *sql,
                         GError         **error)
{
  sqlite3_stmt *handle = g_hash_table_lookup (self->idle, sql);
  int code;

  if (handle != NULL)
    {
      g_hash_table_steal (self->idle, sql);
      return _koyomi_statement_new (self, handle);
    }

  code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);
  if (code != SQLITE_OK)
    {
      _koyomi_database_set_error (self, code, error);
      return NULL;
    }

  return _koyomi_statement_new (self, handle);
}

/* The first column of the first row; 0 where there is none or it is NULL. */
gboolean
koyomi_database_get_number (KoyomiDatabase  *self,
                            const char      *sql,
                            gint64          *number,
                            GError         **error)
{
  g_autoptr(KoyomiStatement) statement = koyomi_database_prepare (self, sql, error);
  KoyomiStep step;

  *number = 0;
  if (statement == NULL || (step = koyomi_statement_step (statement, error)) == KOYOMI_STEP_FAILED)
    return FALSE;

  if (step == KOYOMI_STEP_ROW)
    *number = koyomi_statement_get_int (statement, 0);

  return TRUE;
}

/* Takes the right to write at once, so that no edit fails half way because of another program. */
gboolean
koyomi_database_begin (KoyomiDatabase  *self,
                       GError         **error)
{
  return koyomi_database_run (self, "BEGIN IMMEDIATE", error);
}

/* When it fails, the transaction has been rolled back. */
gboolean
koyomi_database_commit (KoyomiDatabase  *self,
                        GError         **error)
{
  if (koyomi_database_run (self, "COMMIT", error))
    return TRUE;

  koyomi_database_roll_back (self);

  return FALSE;
}

/* SQLite ends a transaction by itself when the disk is full or fails: what is then written would stand alone. */
gboolean
koyomi_database_is_in_transaction (KoyomiDatabase *self)
{
  return !sqlite3_get_autocommit (self->handle);
}

void
koyomi_database_roll_back (KoyomiDatabase *self)
{
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}

/**
 * koyomi_database_copy:
 * @target: what it held is replaced
 * @progress: (nullable)
 *
 * Copies the whole database, as it stands at one moment, with SQLite's backup API. A copy that fails or is cancelled leaves
 * @target without use. Refused with %KOYOMI_PLAN_ERROR_BUSY while this connection is in a transaction: it would wait for itself.
 */
gboolean
koyomi_database_copy (KoyomiDatabase      *self,
                      KoyomiDatabase      *target,
                      KoyomiProgressFunc   progress,
                      gpointer             progress_data,
                      GCancellable        *cancellable,
                      GError             **error)
{
  sqlite3_backup *backup;
  int code;

  if (koyomi_database_is_in_transaction (self))
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_BUSY, "the plan is being edited");
      return FALSE;
    }

  backup = sqlite3_backup_init (target->handle, "main", self->handle, "main");
  if (backup == NULL)
    {
      _koyomi_database_set_error (target, sqlite3_errcode (target->handle), error);
      return FALSE;
    }

  while ((code = sqlite3_backup_step (backup, COPY_PAGES)) == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED)
    {
      int total = sqlite3_backup_pagecount (backup);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          sqlite3_backup_finish (backup);
          return FALSE;
        }

      if (code != SQLITE_OK)
        g_usleep (20 * 1000);
      else if (progress != NULL && total > 0)
        progress (1.0 - (double) sqlite3_backup_remaining (backup) / total, progress_data);
    }

  code = sqlite3_backup_finish (backup);
  if (code != SQLITE_OK)
    {
      _koyomi_database_set_error (target, code, error);
      return FALSE;
    }

  return TRUE;
}

/**
 * koyomi_database_check:
 * @thorough: also compare the indexes with their tables, which takes longer
 *
 * Returns: FALSE with %KOYOMI_PLAN_ERROR_CORRUPT and the first damage that SQLite finds
 */
gboolean
koyomi_database_check (KoyomiDatabase  *self,
                       gboolean         thorough,
                       GError         **error)
{
  g_autoptr(KoyomiStatement) statement = NULL;

  statement = koyomi_database_prepare (self, thorough ? "PRAGMA integrity_check (1)" : "PRAGMA quick_check (1)", error);
  if (statement == NULL || koyomi_statement_step (statement, error) == KOYOMI_STEP_FAILED)
    return FALSE;

  if (strcmp (koyomi_statement_get_text (statement, 0), "ok") != 0)
    {
      g_set_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CORRUPT, "the file is damaged: %s",
                   koyomi_statement_get_text (statement, 0));
      return FALSE;
    }

  return TRUE;
}
