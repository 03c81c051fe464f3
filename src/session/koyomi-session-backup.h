#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* A copy of a plan that was made before the first edit of a day. */
typedef struct
{
  char    *path;
  guint32  day;
  gint64   at;     /* milliseconds since 1970, UTC */
  guint64  size;   /* in bytes */
} KoyomiBackup;

void        koyomi_backup_free           (KoyomiBackup   *self);

GPtrArray  *koyomi_session_list_backups  (KoyomiSession  *self) G_GNUC_WARN_UNUSED_RESULT;
char       *koyomi_session_dup_backup_folder (KoyomiSession *self) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *koyomi_backup_find           (const char     *path) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiBackup, koyomi_backup_free)

G_END_DECLS
