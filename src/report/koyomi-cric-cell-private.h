#pragma once

#include "koyomi-cric-table-private.h"

G_BEGIN_DECLS

gboolean    _koyomi_cric_cell_is_mark    (const char            *text,
                                          gboolean              *is_clear);
gboolean    _koyomi_cric_cell_is_none    (const char            *text);
GPtrArray  *_koyomi_cric_cell_split      (KoyomiCricTable       *table,
                                          KoyomiCricFunction    *function,
                                          guint                  row,
                                          guint                  column,
                                          const char            *text) G_GNUC_WARN_UNUSED_RESULT;
char       *_koyomi_cric_cell_list_lines (const char            *text) G_GNUC_WARN_UNUSED_RESULT;
void        _koyomi_cric_cell_add_names  (GPtrArray             *names,
                                          const char            *text);

G_END_DECLS
