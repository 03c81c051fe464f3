#pragma once

#include "koyomi-data-table.h"

G_BEGIN_DECLS

/* The columns of a table of entries of the change log. */
extern const KoyomiDataColumn koyomi_log_columns[];
extern const guint             koyomi_n_log_columns;

gint64 koyomi_log_columns_get_seq   (gconstpointer      row);
void   koyomi_log_columns_name_zone (KoyomiDataTable *table,
                                     KoyomiLanguage   language);

G_END_DECLS
