#include "koyomi-statement.h"

#include "koyomi-database-private.h"

#include <math.h>

struct _KoyomiStatement
{
  KoyomiDatabase *database;
  sqlite3_stmt   *handle;
  int             failure;   /* the first that binding met */
};

static void
remember (KoyomiStatement *self,
          int              code)
{
  if (self->failure == SQLITE_OK)
    self->failure = code;
}

static int
find_parameter (KoyomiStatement *self,
                const char      *name)
{
  int index = sqlite3_bind_parameter_index (self->handle, name);

  if (index == 0)
    g_critical ("no parameter %s in: %s", name, sqlite3_sql (self->handle));

  return index;
}

KoyomiStatement *
_koyomi_statement_new (KoyomiDatabase *database,
                       sqlite3_stmt   *handle)
{
  KoyomiStatement *self = g_new0 (KoyomiStatement, 1);

  self->database = g_object_ref (database);
  self->handle = handle;

  return self;
}

void
koyomi_statement_free (KoyomiStatement *self)
{
  if (self == NULL)
    return;

  _koyomi_database_give_back (self->database, self->handle);
  g_object_unref (self->database);
  g_free (self);
}

void
koyomi_statement_bind_int (KoyomiStatement *self,
                           const char      *name,
                           gint64           value)
{
  remember (self, sqlite3_bind_int64 (self->handle, find_parameter (self, name), value));
}

/* NAN is bound as NULL. */
void
koyomi_statement_bind_real (KoyomiStatement *self,
                            const char      *name,
                            double           value)
{
  if (isnan (value))
    koyomi_statement_bind_null (self, name);
  else
    remember (self, sqlite3_bind_double (self->handle, find_parameter (self, name), value));
}

/* @value is copied. */
void
koyomi_statement_bind_text (KoyomiStatement *self,
                            const char      *name,
                            const char      *value)
{
  remember (self, sqlite3_bind_text (self->handle, find_parameter (self, name), value, -1, SQLITE_TRANSIENT));
}

/* @data is not copied: it must live until the statement is reset or let go. */
void
koyomi_statement_bind_blob (KoyomiStatement *self,
                            const char      *name,
                            gconstpointer    data,
                            gsize            size)
{
  remember (self, sqlite3_bind_blob64 (self->handle, find_parameter (self, name), data, size, SQLITE_STATIC));
}

void
koyomi_statement_bind_null (KoyomiStatement *self,
                            const char      *name)
{
  remember (self, sqlite3_bind_null (self->handle, find_parameter (self, name)));
}

/* Returns: row, done, or failed with @error set. After done or failed the statement can be bound and stepped anew. */
KoyomiStep
koyomi_statement_step (KoyomiStatement  *self,
                       GError          **error)
{
  int code = self->failure != SQLITE_OK ? self->failure : sqlite3_step (self->handle);

  if (code == SQLITE_ROW)
    return KOYOMI_STEP_ROW;

  if (code == SQLITE_DONE)
    {
      sqlite3_reset (self->handle);
      return KOYOMI_STEP_DONE;
    }

  _koyomi_database_set_error (self->database, code, error);
  /* What was bound stays. */
  sqlite3_reset (self->handle);
  self->failure = SQLITE_OK;

  return KOYOMI_STEP_FAILED;
}

/* Runs a statement that gives no rows (or whose rows nobody wants). */
gboolean
koyomi_statement_run (KoyomiStatement  *self,
                      GError          **error)
{
  KoyomiStep step;

  while ((step = koyomi_statement_step (self, error)) == KOYOMI_STEP_ROW)
    ;

  return step == KOYOMI_STEP_DONE;
}

gboolean
koyomi_statement_is_null (KoyomiStatement *self,
                          int              column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}

gint64
koyomi_statement_get_int (KoyomiStatement *self,
                          int              column)
{
  return sqlite3_column_int64 (self->handle, column);
}

/* NULL is NAN. */
double
koyomi_statement_get_real (KoyomiStatement *self,
                           int              column)
{
  return koyomi_statement_is_null (self, column) ? NAN : sqlite3_column_double (self->handle, column);
}

/* Owned by the statement until its next step; NULL is "". */
const char *
koyomi_statement_get_text (KoyomiStatement *self,
                           int              column)
{
  const char *text = (const char *) sqlite3_column_text (self->handle, column);

  return text != NULL ? text : "";
}

/* Returns: (transfer full): empty for NULL */
GBytes *
koyomi_statement_dup_blob (KoyomiStatement *self,
                           int              column)
{
  gconstpointer data = sqlite3_column_blob (self->handle, column);

  return g_bytes_new (data, sqlite3_column_bytes (self->handle, column));
}
