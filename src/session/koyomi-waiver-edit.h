#pragma once

#include "koyomi-breach.h"
#include "koyomi-session.h"

G_BEGIN_DECLS

gboolean koyomi_session_waive_breach      (KoyomiSession   *session,
                                           KoyomiBreach    *breach,
                                           const char      *reason,
                                           const char      *decided_by,
                                           guint32          until_day,
                                           KoyomiLanguage   language,
                                           GError         **error);
gboolean koyomi_session_take_waiver_back  (KoyomiSession   *session,
                                           KoyomiBreach    *breach,
                                           KoyomiLanguage   language,
                                           GError         **error);

G_END_DECLS
