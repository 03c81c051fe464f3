#pragma once

#include "koyomi-language.h"

G_BEGIN_DECLS

/* How texts of a file are compared with those of a plan. */

char           *_koyomi_import_make_key       (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char           *_koyomi_import_join_blanks    (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean        _koyomi_import_is_japanese    (const char *text);

G_END_DECLS
