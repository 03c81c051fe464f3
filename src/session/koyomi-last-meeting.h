#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* The meeting that a committee had last. */
typedef struct
{
  gint64   meeting_id;
  gint64   committee_id;
  char    *committee;
  guint32  day;
} KoyomiLastMeeting;

void       koyomi_last_meeting_free          (KoyomiLastMeeting  *self);

GPtrArray *koyomi_session_list_last_meetings (KoyomiSession      *session,
                                              guint32             day,
                                              KoyomiLanguage      language,
                                              GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiLastMeeting, koyomi_last_meeting_free)

G_END_DECLS
