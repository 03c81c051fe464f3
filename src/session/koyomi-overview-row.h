#pragma once

#include "koyomi-dictionary.h"

G_BEGIN_DECLS

/* One of the rows of the plan that a number of the overview counts, so that it can be told by name and gone to. */
typedef struct
{
  KoyomiTableId  table;
  gint64         id;
  char          *title;
  char          *detail;   /* "" where there is nothing to add */
} KoyomiOverviewRow;

void       koyomi_overview_row_free (KoyomiOverviewRow *self);

GPtrArray *koyomi_overview_rows_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_overview_rows_add (GPtrArray         *rows,
                                     KoyomiTableId      table,
                                     gint64             id,
                                     const char        *title,
                                     const char        *detail);

G_END_DECLS
