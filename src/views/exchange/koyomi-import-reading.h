#pragma once

#include "koyomi-import-file.h"

G_BEGIN_DECLS

/* A dry run for a thread of its own: what it is given, and what it finds. */
typedef struct
{
  KoyomiSession       *session;   /* a copy */
  char                *path;
  KoyomiImportOptions  options;   /* its texts are those below */
  char                *sheet;     /* that is asked for; NULL for the first that fits */
  char                *catalogue; /* likewise; NULL for the one whose functions the table names */

  KoyomiImport        *import;    /* NULL until it is done */
  KoyomiTableContent   content;
  GStrv                sheets;    /* those in sight; of a text table none */
} KoyomiImportReading;

KoyomiImportReading *koyomi_import_reading_new  (KoyomiSession              *session,
                                                 const char                 *path,
                                                 const KoyomiImportOptions  *options,
                                                 GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
void                 koyomi_import_reading_free (KoyomiImportReading        *self);

gboolean             koyomi_import_reading_run  (gpointer                    self,
                                                 KoyomiProgressFunc          progress,
                                                 gpointer                    progress_data,
                                                 GCancellable               *cancellable,
                                                 GError                    **error);

G_END_DECLS
