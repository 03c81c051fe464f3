#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* How many rows of one table refer to a row. */
typedef struct
{
  KoyomiTableId table;
  guint         n_rows;
} KoyomiReferring;

GArray *koyomi_session_list_referring (KoyomiSession   *session,
                                       KoyomiTableId    table,
                                       gint64           id,
                                       GError         **error) G_GNUC_WARN_UNUSED_RESULT;
char   *koyomi_referring_describe     (GArray          *referring,
                                       KoyomiLanguage   language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
