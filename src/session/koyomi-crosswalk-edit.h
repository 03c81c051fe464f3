#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

int  koyomi_session_complete_crosswalk (KoyomiSession   *session,
                                        KoyomiLanguage   language,
                                        GError         **error);

G_END_DECLS
