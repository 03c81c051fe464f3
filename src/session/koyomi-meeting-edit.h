#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* A meeting with what it is about, what it decided, and what earlier ones left to it. */
typedef struct
{
  KoyomiRecord *meeting;
  KoyomiRecord *committee;
  GPtrArray    *items;       /* (element-type KoyomiRecord): of the agenda, in their order */
  GPtrArray    *decisions;   /* (element-type KoyomiRecord): taken in it, by number */
  GPtrArray    *left;        /* (element-type KoyomiRecord): what the committee decided before it and is still open, by number */
  KoyomiRecord *next;        /* (nullable): the committee's next meeting that is planned */
} KoyomiMeetingSheet;

void                koyomi_meeting_sheet_free          (KoyomiMeetingSheet  *self);
KoyomiMeetingSheet *koyomi_session_load_meeting_sheet  (KoyomiSession       *session,
                                                        gint64               meeting,
                                                        KoyomiLanguage       language,
                                                        GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/* Each is one edit, under a label in @language. */
gint64              koyomi_decision_add                (KoyomiSession       *session,
                                                        KoyomiRecord        *decision,
                                                        KoyomiLanguage       language,
                                                        GError             **error);
int                 koyomi_meeting_carry_forward       (KoyomiSession       *session,
                                                        gint64               meeting,
                                                        KoyomiLanguage       language,
                                                        GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiMeetingSheet, koyomi_meeting_sheet_free)

G_END_DECLS
