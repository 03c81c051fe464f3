#pragma once

#include "koyomi-data-table.h"
#include "koyomi-finding.h"

G_BEGIN_DECLS

/* The columns of a table of findings: its rows are KoyomiFindingRow. */
extern const KoyomiDataColumn koyomi_finding_columns[];
extern const guint koyomi_n_finding_columns;

gint64      koyomi_finding_columns_get_id    (gconstpointer       row);
const char *koyomi_finding_columns_get_style (KoyomiFindingState  state);
void        koyomi_finding_columns_pick_pressing (GPtrArray     *rows,
                                                  guint          n,
                                                  GHashTable    *picked);

G_END_DECLS
