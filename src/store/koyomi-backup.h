#pragma once

#include "koyomi-database.h"

G_BEGIN_DECLS

gboolean  koyomi_backup_write      (KoyomiDatabase      *db,
                                    const char          *path,
                                    gboolean             replace,
                                    KoyomiProgressFunc   progress,
                                    gpointer             progress_data,
                                    GCancellable        *cancellable,
                                    GError             **error);
gboolean  koyomi_backup_is_due     (const char          *folder,
                                    guint32              today);
gboolean  koyomi_backup_write_daily (KoyomiDatabase     *db,
                                     const char          *folder,
                                     guint32              today,
                                     GCancellable        *cancellable,
                                     GError             **error);
void      koyomi_backup_thin       (const char          *folder,
                                    guint32              today);

G_END_DECLS
