#pragma once

#include "koyomi-document-private.h"
#include "koyomi-xlsx-page-private.h"
#include "koyomi-xlsx-styles-private.h"

G_BEGIN_DECLS

/* A sheet of a document that is being written. */
typedef struct
{
  const KoyomiDocument *document;
  KoyomiXlsxStyles     *styles;
  KoyomiXlsxPage       *page;
  lxw_row_t             row;
} KoyomiDocumentSheet;

void     _koyomi_document_sheet_write_grid  (KoyomiDocumentSheet       *self,
                                             guint                      sheet);
void     _koyomi_document_sheet_write_list  (KoyomiDocumentSheet       *self,
                                             const KoyomiDocumentTable *table);

gboolean _koyomi_document_write_xlsx        (const KoyomiDocument      *self,
                                             const char                *path,
                                             const char                *name,
                                             KoyomiProgressFunc         progress,
                                             gpointer                   progress_data,
                                             GCancellable              *cancellable,
                                             GError                   **error);

G_END_DECLS
