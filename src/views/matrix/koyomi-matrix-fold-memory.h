#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Which groups of a plan's matrix are folded, from one time to the next. Groups are told by their keys, so that catalogues do not mix. */
void koyomi_matrix_fold_memory_read  (GSettings  *settings,
                                      const char *path,
                                      GHashTable *folded);
void koyomi_matrix_fold_memory_write (GSettings  *settings,
                                      const char *path,
                                      GHashTable *folded);

G_END_DECLS
