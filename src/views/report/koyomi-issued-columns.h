#pragma once

#include "koyomi-data-table.h"
#include "koyomi-record.h"

G_BEGIN_DECLS

/* How the table of issued reports tells of them. */
GtkWidget *koyomi_issued_columns_create_table (KoyomiLanguage  language) G_GNUC_WARN_UNUSED_RESULT;
char      *koyomi_issued_columns_describe     (KoyomiRecord   *issue,
                                               KoyomiLanguage  language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
