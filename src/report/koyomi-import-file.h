#pragma once

#include "koyomi-import.h"

G_BEGIN_DECLS

/* What a table that somebody gives can hold. */
typedef enum
{
  KOYOMI_TABLE_CONTENT_UNKNOWN,     /* to be found out by the headings */
  KOYOMI_TABLE_CONTENT_FUNCTIONS,   /* with their duties and year, as in the CRIC table */
  KOYOMI_TABLE_CONTENT_RUNS,        /* as exported */
  KOYOMI_TABLE_CONTENT_MATRIX,      /* who does what, as exported */
} KoyomiTableContent;

#define KOYOMI_N_TABLE_CONTENTS 4

typedef struct
{
  KoyomiTableContent  content;
  const char         *sheet;             /* (nullable): of a workbook; else the first that fits */
  int                 fiscal_year;       /* whose runs are made of functions' months; 0 for the one that today is in */
  gboolean            adjusted_months;   /* of a table of functions: as the reference proposes */
  const char         *catalogue;         /* (nullable): of a matrix: its code; else the one whose functions it names */
  guint32             day;               /* of a matrix: that its cells are compared with; %KOYOMI_DAY_NONE for the one that it tells */
  gboolean            begins;            /* of a matrix: changes of its cells begin on that day, and leave what was before */
} KoyomiImportOptions;

KoyomiImport *koyomi_import_prepare (KoyomiSession              *session,
                                     const char                 *path,
                                     const KoyomiImportOptions  *options,
                                     KoyomiTableContent         *content,
                                     KoyomiProgressFunc          progress,
                                     gpointer                    progress_data,
                                     GCancellable               *cancellable,
                                     GError                    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
