#pragma once

#include "koyomi-import.h"

G_BEGIN_DECLS

typedef struct
{
  const char *sheet;       /* (nullable): of a workbook; else the first that fits */
  const char *catalogue;   /* (nullable): its code; else the one whose functions the table names */
  guint32     day;         /* that cells are compared with; KOYOMI_DAY_NONE for the one that the table tells, else today */
  gboolean    begins;      /* changes of cells begin on that day, and leave what was before; else it is as if it had always been so */
} KoyomiMatrixImportOptions;

KoyomiImport *koyomi_import_prepare_matrix (KoyomiSession                    *session,
                                            const char                       *path,
                                            const KoyomiMatrixImportOptions  *options,
                                            KoyomiProgressFunc                progress,
                                            gpointer                          progress_data,
                                            GCancellable                     *cancellable,
                                            GError                          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
