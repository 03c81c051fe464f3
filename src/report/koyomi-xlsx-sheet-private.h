#pragma once

#include "koyomi-workbook-private.h"

G_BEGIN_DECLS

gboolean _koyomi_xlsx_sheet_read      (KoyomiWorkbook            *workbook,
                                       const KoyomiWorkbookSheet *sheet,
                                       KoyomiWorkbookStrings     *strings,
                                       GByteArray                *formats,
                                       KoyomiSheetRowFunc         func,
                                       gpointer                   data,
                                       GArray                    *merges,
                                       KoyomiProgressFunc         progress,
                                       gpointer                   progress_data,
                                       GCancellable              *cancellable,
                                       GError                   **error);

gboolean _koyomi_xlsx_parse_address   (const char                *text,
                                       const char               **end,
                                       guint                     *row,
                                       guint                     *column);
gboolean _koyomi_xlsx_parse_number    (const char                *text,
                                       double                    *number);

G_END_DECLS
