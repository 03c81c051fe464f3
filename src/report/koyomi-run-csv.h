#pragma once

#include "koyomi-import.h"
#include "koyomi-run-table.h"
#include "koyomi-table-file.h"

G_BEGIN_DECLS

/* The runs of a year as a table that people edit elsewhere and give back. */

gboolean      koyomi_run_csv_write        (KoyomiSession                  *session,
                                           KoyomiCalendar                 *calendar,
                                           GOutputStream                  *stream,
                                           KoyomiProgressFunc              progress,
                                           gpointer                        progress_data,
                                           GCancellable                   *cancellable,
                                           GError                        **error);

KoyomiImport *koyomi_import_prepare_runs  (KoyomiSession                  *session,
                                           const char                     *path,
                                           const KoyomiTextTableOptions   *options,
                                           KoyomiProgressFunc              progress,
                                           gpointer                        progress_data,
                                           GCancellable                   *cancellable,
                                           GError                        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
