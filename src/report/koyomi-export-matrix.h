#pragma once

#include "koyomi-export.h"
#include "koyomi-session.h"

G_BEGIN_DECLS

/* What leaves the program of the matrix of functions and teams. */
typedef struct
{
  const char     *catalogue;   /* (nullable): its code; NULL for the first in which a team is assigned */
  guint32         day;         /* as of which it is */
  KoyomiLanguage  language;
  KoyomiPaper     paper;       /* of a PDF */
  gboolean        is_wide;     /* a text table as the matrix stands, not a row an assignment */
} KoyomiMatrixExportOptions;

gboolean koyomi_matrix_export_knows (KoyomiExportFormat          format);
gboolean koyomi_matrix_export       (KoyomiSession                    *session,
                                     const KoyomiMatrixExportOptions  *options,
                                     KoyomiExportFormat                format,
                                     const char                       *path,
                                     KoyomiProgressFunc                progress,
                                     gpointer                          progress_data,
                                     GCancellable                     *cancellable,
                                     GError                          **error);

G_END_DECLS
