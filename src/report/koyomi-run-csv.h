#pragma once

#include "koyomi-import.h"
#include "koyomi-run-table.h"
#include "koyomi-table-file.h"

G_BEGIN_DECLS

/* The runs of a year as a table that people edit elsewhere and give back. */

typedef struct
{
  const char                   *sheet;          /* (nullable): of a workbook; else the first in sight that has headings of runs */
  const KoyomiTextTableOptions *text_options;   /* (nullable): what is known of a text table */
} KoyomiRunImportOptions;

gboolean      koyomi_run_csv_write        (KoyomiSession                  *session,
                                           KoyomiCalendar                 *calendar,
                                           GOutputStream                  *stream,
                                           KoyomiProgressFunc              progress,
                                           gpointer                        progress_data,
                                           GCancellable                   *cancellable,
                                           GError                        **error);

KoyomiImport *koyomi_import_prepare_runs  (KoyomiSession                  *session,
                                           const char                     *path,
                                           const KoyomiRunImportOptions   *options,
                                           KoyomiProgressFunc              progress,
                                           gpointer                        progress_data,
                                           GCancellable                   *cancellable,
                                           GError                        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
