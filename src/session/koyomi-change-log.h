#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* Which entries of the change log are looked for. */
typedef struct
{
  const char *actor;      /* (nullable) */
  int         table;      /* that a row was changed of; -1 for any */
  gint64      first_at;   /* ms UTC, counted in; 0 is the beginning */
  gint64      last_at;    /* 0 is now */
  const char *text;       /* (nullable): words of the label */
} KoyomiLogFilter;

gboolean   koyomi_session_match_entry      (KoyomiSession          *session,
                                            const KoyomiLogFilter  *filter,
                                            const KoyomiEntry      *entry,
                                            gboolean               *does_match,
                                            GError                **error);
GPtrArray *koyomi_session_find_entries     (KoyomiSession          *session,
                                            const KoyomiLogFilter  *filter,
                                            GError                **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *koyomi_session_list_difference  (KoyomiSession          *session,
                                            gint64                  from,
                                            gint64                  to,
                                            GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
