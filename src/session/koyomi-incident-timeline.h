#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

typedef enum
{
  KOYOMI_TIMELINE_OLDEST_FIRST,
  KOYOMI_TIMELINE_NEWEST_FIRST,
} KoyomiTimelineOrder;

/* What happened in an incident, and when: records of the table of incident events. The program writes an entry for what is done in
 * it, people write what they did and learned. An entry of the program stays as it was written; it can be marked for the report, and
 * copied into one that can be changed. Each edit is one step to undo, under a label in @language. */
GPtrArray *koyomi_session_load_timeline   (KoyomiSession        *session,
                                           gint64                incident,
                                           KoyomiTimelineOrder   order,
                                           KoyomiLanguage        language,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;

gint64     koyomi_timeline_add            (KoyomiSession        *session,
                                           gint64                incident,
                                           gint64                at,
                                           const char           *actor,
                                           const char           *text,
                                           gboolean              in_report,
                                           KoyomiLanguage        language,
                                           GError              **error);
gboolean   koyomi_timeline_save           (KoyomiSession        *session,
                                           KoyomiRecord         *entry,
                                           KoyomiLanguage        language,
                                           GError              **error);
gint64     koyomi_timeline_copy           (KoyomiSession        *session,
                                           gint64                entry,
                                           gint64                at,
                                           KoyomiLanguage        language,
                                           GError              **error);
gboolean   koyomi_timeline_set_in_report  (KoyomiSession        *session,
                                           const gint64         *entries,
                                           guint                 n,
                                           gboolean              in_report,
                                           KoyomiLanguage        language,
                                           GError              **error);
gboolean   koyomi_timeline_remove         (KoyomiSession        *session,
                                           const gint64         *entries,
                                           guint                 n,
                                           KoyomiLanguage        language,
                                           GError              **error);

G_END_DECLS
