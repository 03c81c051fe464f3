#pragma once

#include "koyomi-record-store.h"

G_BEGIN_DECLS

GPtrArray *koyomi_rule_store_list_runs  (const KoyomiRecordStore  *store,
                                         guint32                   first_day,
                                         guint32                   last_day,
                                         GError                  **error);

G_END_DECLS
