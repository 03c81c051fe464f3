#pragma once

#include "koyomi-matrix.h"
#include "koyomi-session.h"

G_BEGIN_DECLS

gboolean  koyomi_matrix_lacks_crosswalk      (const KoyomiMatrix  *matrix);
int       koyomi_session_complete_crosswalk  (KoyomiSession       *session,
                                              KoyomiLanguage       language,
                                              GError             **error);

G_END_DECLS
