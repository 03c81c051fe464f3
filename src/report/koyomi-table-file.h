#pragma once

#include "koyomi-text-table.h"
#include "koyomi-xlsx-reader.h"

G_BEGIN_DECLS

/* A file with tables, of whatever kind: a workbook with its sheets, or a text table, which is one sheet. */
typedef struct _KoyomiTableFile KoyomiTableFile;

KoyomiTableFile      *koyomi_table_file_open            (const char                    *path,
                                                         const KoyomiTextTableOptions  *options,
                                                         const KoyomiTableLimits       *limits,
                                                         GCancellable                  *cancellable,
                                                         GError                       **error) G_GNUC_WARN_UNUSED_RESULT;
void                  koyomi_table_file_free            (KoyomiTableFile               *self);

gboolean              koyomi_table_file_is_workbook     (KoyomiTableFile               *self);
guint                 koyomi_table_file_get_n_sheets    (KoyomiTableFile               *self);
const char           *koyomi_table_file_get_sheet_name  (KoyomiTableFile               *self,
                                                         guint                          sheet);
KoyomiXlsxSheetState  koyomi_table_file_get_sheet_state (KoyomiTableFile               *self,
                                                         guint                          sheet);
gboolean              koyomi_table_file_read            (KoyomiTableFile               *self,
                                                         guint                          sheet,
                                                         KoyomiSheetRowFunc             func,
                                                         gpointer                       data,
                                                         GArray                       **merges,
                                                         KoyomiProgressFunc             progress,
                                                         gpointer                       progress_data,
                                                         GCancellable                  *cancellable,
                                                         GError                       **error);
KoyomiSheet          *koyomi_table_file_load_sheet      (KoyomiTableFile               *self,
                                                         guint                          sheet,
                                                         KoyomiProgressFunc             progress,
                                                         gpointer                       progress_data,
                                                         GCancellable                  *cancellable,
                                                         GError                       **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiTableFile, koyomi_table_file_free)

G_END_DECLS
