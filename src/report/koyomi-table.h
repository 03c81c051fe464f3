#pragma once

#include "koyomi-text-table.h"
#include "koyomi-xlsx-reader.h"

G_BEGIN_DECLS

/* A file with tables, of whatever kind: a workbook with its sheets, or a text table, which is one sheet. */
typedef struct _KoyomiTable KoyomiTable;

KoyomiTable          *koyomi_table_open            (const char                    *path,
                                                    const KoyomiTextTableOptions  *options,
                                                    const KoyomiTableLimits       *limits,
                                                    GCancellable                  *cancellable,
                                                    GError                       **error) G_GNUC_WARN_UNUSED_RESULT;
void                  koyomi_table_free            (KoyomiTable                   *self);

gboolean              koyomi_table_is_workbook     (KoyomiTable                   *self);
guint                 koyomi_table_get_n_sheets    (KoyomiTable                   *self);
const char           *koyomi_table_get_sheet_name  (KoyomiTable                   *self,
                                                    guint                          sheet);
KoyomiXlsxSheetState  koyomi_table_get_sheet_state (KoyomiTable                   *self,
                                                    guint                          sheet);
gboolean              koyomi_table_read            (KoyomiTable                   *self,
                                                    guint                          sheet,
                                                    KoyomiSheetRowFunc             func,
                                                    gpointer                       data,
                                                    GArray                       **merges,
                                                    KoyomiProgressFunc             progress,
                                                    gpointer                       progress_data,
                                                    GCancellable                  *cancellable,
                                                    GError                       **error);
KoyomiSheet          *koyomi_table_load_sheet      (KoyomiTable                   *self,
                                                    guint                          sheet,
                                                    KoyomiProgressFunc             progress,
                                                    gpointer                       progress_data,
                                                    GCancellable                  *cancellable,
                                                    GError                       **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiTable, koyomi_table_free)

G_END_DECLS
