#pragma once

#include "koyomi-search-query-private.h"
#include "koyomi-search-source-private.h"
#include "koyomi-session.h"

G_BEGIN_DECLS

/* One row that can be found. */
typedef struct
{
  gint64            id;
  gint64            order;   /* where people put it among the others */
  guint32           day;     /* 0 is none */
  KoyomiSearchText  text;
} KoyomiSearchEntry;

/* The rows of one table that can be found, read a few at a time. */
typedef struct
{
  const KoyomiSearchSource *source;
  const KoyomiRecordStore  *store;
  char                     *sql;
  GArray                   *entries;       /* (element-type KoyomiSearchEntry) */
  gint64                    last_id;       /* rows up to this one have been read */
  gboolean                  is_complete;
} KoyomiSearchIndex;

KoyomiSearchIndex *_koyomi_search_index_new         (const KoyomiSearchSource  *source,
                                                     const KoyomiRecordStore   *store) G_GNUC_WARN_UNUSED_RESULT;
void               _koyomi_search_index_free        (KoyomiSearchIndex         *self);
void               _koyomi_search_index_forget      (KoyomiSearchIndex         *self);
gboolean           _koyomi_search_index_read_some   (KoyomiSearchIndex         *self,
                                                     GError                   **error);
gboolean           _koyomi_search_index_read_row    (KoyomiSearchIndex         *self,
                                                     gint64                     id,
                                                     GError                   **error);
gboolean           _koyomi_search_index_read_named  (KoyomiSearchIndex         *self,
                                                     KoyomiTableId              table,
                                                     gint64                     id,
                                                     GError                   **error);

G_END_DECLS
