#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

gboolean  koyomi_list_teams  (KoyomiSession   *session,
                              const char      *catalogue,
                              guint32          day,
                              gboolean         only_active,
                              KoyomiLanguage   language,
                              gboolean         json,
                              GError         **error);

G_END_DECLS
