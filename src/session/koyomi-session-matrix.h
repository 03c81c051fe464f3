#pragma once

#include "koyomi-matrix.h"
#include "koyomi-session.h"

G_BEGIN_DECLS

gint64        koyomi_session_find_catalogue    (KoyomiSession       *self,
                                                const char          *code,
                                                GError             **error);
KoyomiMatrix *koyomi_session_load_matrix       (KoyomiSession       *self,
                                                gint64               catalogue,
                                                guint32              day,
                                                KoyomiLanguage       language,
                                                GError             **error) G_GNUC_WARN_UNUSED_RESULT;
KoyomiMatrix *koyomi_session_load_matrix_after (KoyomiSession       *self,
                                                gint64               catalogue,
                                                guint32              day,
                                                const KoyomiMatrix  *before,
                                                KoyomiLanguage       language,
                                                GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
