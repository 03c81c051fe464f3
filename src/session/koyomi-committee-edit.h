#pragma once

#include "koyomi-next-meeting.h"

G_BEGIN_DECLS

/* The meetings of a committee by its rule. koyomi_session_list_next_meetings() lists those to come. */
int  koyomi_committee_make_meetings  (KoyomiSession   *session,
                                      gint64           committee,
                                      guint32          first_day,
                                      guint32          last_day,
                                      KoyomiLanguage   language,
                                      GError         **error);

G_END_DECLS
