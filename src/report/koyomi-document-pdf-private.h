#pragma once

#include "koyomi-document-private.h"

#include <cairo.h>

G_BEGIN_DECLS

/* A document that is laid out on sheets of A4. */
typedef struct _KoyomiDocumentPages KoyomiDocumentPages;

KoyomiDocumentPages *_koyomi_document_pages_new         (const KoyomiDocument *document) G_GNUC_WARN_UNUSED_RESULT;
void                 _koyomi_document_pages_free        (KoyomiDocumentPages  *self);
guint                _koyomi_document_pages_get_n       (KoyomiDocumentPages  *self);
void                 _koyomi_document_pages_paint       (KoyomiDocumentPages  *self,
                                                         guint                 page,
                                                         cairo_t              *cr);

gboolean             _koyomi_document_write_pdf         (const KoyomiDocument *document,
                                                         GOutputStream        *stream,
                                                         GCancellable         *cancellable,
                                                         GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiDocumentPages, _koyomi_document_pages_free)

G_END_DECLS
