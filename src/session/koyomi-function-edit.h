#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* The catalogue of functions that a company has added to those it took over. */
#define KOYOMI_OWN_CATALOGUE "own"

gint64  koyomi_session_add_function (KoyomiSession   *session,
                                     gint64           group,
                                     const char      *group_name,
                                     const char      *name,
                                     KoyomiLanguage   language,
                                     GError         **error);

G_END_DECLS
