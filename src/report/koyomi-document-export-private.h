#pragma once

#include "koyomi-document-private.h"
#include "koyomi-export.h"
#include "koyomi-output-file.h"

G_BEGIN_DECLS

gboolean _koyomi_document_export_knows (KoyomiExportFormat     format);
gboolean _koyomi_document_export       (const KoyomiDocument  *self,
                                        KoyomiExportFormat     format,
                                        KoyomiOutputFile      *file,
                                        const char            *path,
                                        KoyomiProgressFunc     progress,
                                        gpointer               progress_data,
                                        GCancellable          *cancellable,
                                        GError               **error);

G_END_DECLS
