#pragma once

#include "koyomi-progress.h"
#include "koyomi-sheet.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  KOYOMI_XLSX_SHEET_VISIBLE,
  KOYOMI_XLSX_SHEET_HIDDEN,
  KOYOMI_XLSX_SHEET_VERY_HIDDEN,    /* only a macro shows it */
} KoyomiXlsxSheetState;

typedef struct _KoyomiXlsxReader KoyomiXlsxReader;

KoyomiXlsxReader     *koyomi_xlsx_reader_open            (const char               *path,
                                                          const KoyomiTableLimits  *limits,
                                                          GCancellable             *cancellable,
                                                          GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
void                  koyomi_xlsx_reader_free            (KoyomiXlsxReader         *self);

guint                 koyomi_xlsx_reader_get_n_sheets    (KoyomiXlsxReader         *self);
const char           *koyomi_xlsx_reader_get_sheet_name  (KoyomiXlsxReader         *self,
                                                          guint                     sheet);
KoyomiXlsxSheetState  koyomi_xlsx_reader_get_sheet_state (KoyomiXlsxReader         *self,
                                                          guint                     sheet);
gboolean              koyomi_xlsx_reader_read            (KoyomiXlsxReader         *self,
                                                          guint                     sheet,
                                                          KoyomiSheetRowFunc        func,
                                                          gpointer                  data,
                                                          GArray                  **merges,
                                                          KoyomiProgressFunc        progress,
                                                          gpointer                  progress_data,
                                                          GCancellable             *cancellable,
                                                          GError                  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiXlsxReader, koyomi_xlsx_reader_free)

G_END_DECLS
