#pragma once

#include <gio/gio.h>
#include "koyomi-progress.h"
#include "koyomi-statement.h"

G_BEGIN_DECLS

/* The first bytes of the file say that it is a plan of ours: "Koym". */
#define KOYOMI_APPLICATION_ID 0x4b6f796d

typedef enum
{
  KOYOMI_DATABASE_WRITE,
  KOYOMI_DATABASE_READ,        /* somebody else may write meanwhile */
  KOYOMI_DATABASE_IMMUTABLE,   /* nobody can write: the file or its folder is read-only */
} KoyomiDatabaseMode;

/* A connection to SQLite, set up so that a hostile file can do nothing with it. For one thread at a time. */
#define KOYOMI_TYPE_DATABASE (koyomi_database_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiDatabase, koyomi_database, KOYOMI, DATABASE, GObject)

KoyomiDatabase  *koyomi_database_open           (const char          *path,
                                                 KoyomiDatabaseMode   mode,
                                                 GError             **error) G_GNUC_WARN_UNUSED_RESULT;
KoyomiDatabase  *koyomi_database_new_in_memory  (GError             **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean         koyomi_database_close          (KoyomiDatabase      *self,
                                                 GError             **error);

gboolean         koyomi_database_run            (KoyomiDatabase      *self,
                                                 const char          *sql,
                                                 GError             **error);
KoyomiStatement *koyomi_database_prepare        (KoyomiDatabase      *self,
                                                 const char          *sql,
                                                 GError             **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean         koyomi_database_get_number     (KoyomiDatabase      *self,
                                                 const char          *sql,
                                                 gint64              *number,
                                                 GError             **error);

gboolean         koyomi_database_begin          (KoyomiDatabase      *self,
                                                 GError             **error);
gboolean         koyomi_database_commit         (KoyomiDatabase      *self,
                                                 GError             **error);
void             koyomi_database_roll_back      (KoyomiDatabase      *self);
gboolean         koyomi_database_is_in_transaction (KoyomiDatabase   *self);

gboolean         koyomi_database_copy           (KoyomiDatabase      *self,
                                                 KoyomiDatabase      *target,
                                                 KoyomiProgressFunc   progress,
                                                 gpointer             progress_data,
                                                 GCancellable        *cancellable,
                                                 GError             **error);
gboolean         koyomi_database_check          (KoyomiDatabase      *self,
                                                 gboolean             thorough,
                                                 GError             **error);

G_END_DECLS
