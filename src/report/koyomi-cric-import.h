#pragma once

#include "koyomi-import.h"
#include "koyomi-table-file.h"

G_BEGIN_DECLS

typedef struct
{
  int                            fiscal_year;       /* whose runs are made; 0 for the one that today is in */
  gboolean                       adjusted_months;   /* plan in the months that the reference proposes for the CRIC table's items */
  const char                    *sheet;             /* (nullable): of a workbook; else the first that has a table of functions */
  const KoyomiTextTableOptions  *text_options;      /* (nullable) */
  const KoyomiTableLimits       *limits;            /* (nullable) */
} KoyomiCricImportOptions;

KoyomiImport *koyomi_import_prepare_cric (KoyomiSession                  *session,
                                          const char                     *path,
                                          const KoyomiCricImportOptions  *options,
                                          KoyomiProgressFunc              progress,
                                          gpointer                        progress_data,
                                          GCancellable                   *cancellable,
                                          GError                        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
