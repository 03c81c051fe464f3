#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* A meeting that is still to be held, and how long it is until then. */
typedef struct
{
  gint64   meeting_id;
  gint64   committee_id;
  char    *title;       /* its own, else the committee's name */
  char    *committee;
  guint32  day;
  int      days_left;   /* 0 on the day itself */
} KoyomiNextMeeting;

void       koyomi_next_meeting_free          (KoyomiNextMeeting  *self);

GPtrArray *koyomi_session_list_next_meetings (KoyomiSession      *session,
                                              guint               max,
                                              KoyomiLanguage      language,
                                              GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiNextMeeting, koyomi_next_meeting_free)

G_END_DECLS
