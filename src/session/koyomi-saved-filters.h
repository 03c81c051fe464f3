#pragma once

#include "koyomi-calendar-filter.h"
#include "koyomi-session.h"

G_BEGIN_DECLS

/* A way of looking at the calendar that somebody gave a name. Kept in the plan's settings, so no part of its history. */
typedef struct
{
  char           *name;
  char           *filter;     /* for koyomi_calendar_filter_parse() */
  KoyomiGrouping  grouping;
} KoyomiSavedFilter;

void       koyomi_saved_filter_free            (KoyomiSavedFilter  *self);

GPtrArray *koyomi_session_list_saved_filters   (KoyomiSession      *session) G_GNUC_WARN_UNUSED_RESULT;
gboolean   koyomi_session_save_filter          (KoyomiSession      *session,
                                                const char         *name,
                                                const char         *filter,
                                                KoyomiGrouping      grouping,
                                                GError            **error);
gboolean   koyomi_session_remove_saved_filter  (KoyomiSession      *session,
                                                const char         *name,
                                                GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiSavedFilter, koyomi_saved_filter_free)

G_END_DECLS
