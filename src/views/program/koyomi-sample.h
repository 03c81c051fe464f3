#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

char     *koyomi_sample_name_file  (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean  koyomi_sample_make       (const char      *path,
                                    KoyomiLanguage   language,
                                    GCancellable    *cancellable,
                                    GError         **error);
gboolean  koyomi_sample_is         (KoyomiSession   *session);

G_END_DECLS
