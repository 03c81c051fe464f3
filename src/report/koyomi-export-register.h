#pragma once

#include "koyomi-export.h"

G_BEGIN_DECLS

gboolean koyomi_register_export (KoyomiSession        *session,
                                 KoyomiTableId         table,
                                 const char           *title,
                                 KoyomiLanguage        language,
                                 KoyomiExportFormat    format,
                                 const char           *path,
                                 KoyomiProgressFunc    progress,
                                 gpointer              progress_data,
                                 GCancellable         *cancellable,
                                 GError              **error);

G_END_DECLS
