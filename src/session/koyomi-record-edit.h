#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* Edits of one row of any table: each is an edit of its own under its own label, in @language. */
gint64    koyomi_session_add     (KoyomiSession   *self,
                                  KoyomiRecord    *record,
                                  KoyomiLanguage   language,
                                  GError         **error);
gboolean  koyomi_session_save    (KoyomiSession   *self,
                                  KoyomiRecord    *record,
                                  KoyomiLanguage   language,
                                  GError         **error);
gboolean  koyomi_session_remove  (KoyomiSession   *self,
                                  KoyomiTableId    table,
                                  gint64           id,
                                  KoyomiLanguage   language,
                                  GError         **error);

G_END_DECLS
