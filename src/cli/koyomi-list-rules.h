#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

void  koyomi_list_rules  (KoyomiSession   *session,
                          KoyomiLanguage   language,
                          gboolean         json);

G_END_DECLS
