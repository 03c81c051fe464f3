#pragma once

#include "koyomi-change-log.h"

G_BEGIN_DECLS

/* Looks through a long change log a little at a time, so that the window can be used meanwhile. */
typedef struct _KoyomiLogSearch KoyomiLogSearch;

/* @found: (element-type KoyomiEntry): of those that are looked through; @is_over: whether all were; @error: (nullable) */
typedef void (*KoyomiLogSearchFunc) (GPtrArray    *found,
                                     gboolean      is_over,
                                     const GError *error,
                                     gpointer      data);

KoyomiLogSearch *koyomi_log_search_start  (KoyomiSession          *session,
                                           GPtrArray              *entries,
                                           const KoyomiLogFilter  *filter,
                                           KoyomiLogSearchFunc     func,
                                           gpointer                data) G_GNUC_WARN_UNUSED_RESULT;
void             koyomi_log_search_cancel (KoyomiLogSearch        *self);

G_END_DECLS
