#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* What was last chosen in the search of a plan: rows of it and commands. It is kept with the plan, and no part of its history. */
typedef struct
{
  char          *command;   /* its name; NULL for a row */
  KoyomiTableId  table;
  gint64         id;
} KoyomiSearchRecent;

GPtrArray *koyomi_search_recent_list        (KoyomiSession  *session) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_search_recent_add_row     (KoyomiSession  *session,
                                             KoyomiTableId   table,
                                             gint64          id);
void       koyomi_search_recent_add_command (KoyomiSession  *session,
                                             const char     *command);
void       koyomi_search_recent_free        (KoyomiSearchRecent *self);

G_END_DECLS
