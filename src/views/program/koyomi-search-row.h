#pragma once

#include <gtk/gtk.h>

#include "koyomi-search.h"

G_BEGIN_DECLS

/* One answer of a search: a row of the plan, or a command. */
#define KOYOMI_TYPE_SEARCH_ROW (koyomi_search_row_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiSearchRow, koyomi_search_row, KOYOMI, SEARCH_ROW, GtkListBoxRow)

GtkWidget             *koyomi_search_row_new         (const char             *group,
                                                      const KoyomiSearchHit  *hit,
                                                      const char             *folded_query) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget             *koyomi_search_row_new_command (const char             *group,
                                                      const char             *name,
                                                      const char             *title,
                                                      const char             *keys,
                                                      const char             *folded_query) G_GNUC_WARN_UNUSED_RESULT;

const char            *koyomi_search_row_get_group   (KoyomiSearchRow        *self);
const char            *koyomi_search_row_get_text    (KoyomiSearchRow        *self);
const char            *koyomi_search_row_get_command (KoyomiSearchRow        *self);
KoyomiTableId          koyomi_search_row_get_table   (KoyomiSearchRow        *self);
gint64                 koyomi_search_row_get_id      (KoyomiSearchRow        *self);

G_END_DECLS
