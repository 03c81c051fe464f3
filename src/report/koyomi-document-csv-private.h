#pragma once

#include "koyomi-document-private.h"

G_BEGIN_DECLS

gboolean _koyomi_document_write_csv (const KoyomiDocument  *self,
                                     GOutputStream         *stream,
                                     GCancellable          *cancellable,
                                     GError               **error);

G_END_DECLS
