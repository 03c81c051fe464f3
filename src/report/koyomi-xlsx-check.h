#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a workbook that was just written should hold, by sheet in the order of the tabs. Cells count that have a value or a
 * formula, rows that have such a cell: blank cells that only carry a format do not. */
typedef struct
{
  guint          n_sheets;
  const guint64 *n_rows;
  const guint64 *n_cells;
} KoyomiXlsxExpectation;

gboolean koyomi_xlsx_check (const char                   *path,
                            const KoyomiXlsxExpectation  *expectation,
                            GCancellable                 *cancellable,
                            GError                      **error);

G_END_DECLS
