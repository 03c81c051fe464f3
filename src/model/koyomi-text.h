#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The longest text that a field of a plan holds, in characters. Excel's cells hold 32,767 UTF-16 units. */
#define KOYOMI_TEXT_MAX_LENGTH 30000

char     *koyomi_text_clean    (const char  *text,
                                gssize       length,
                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  koyomi_text_is_clean (const char  *text);
gboolean  koyomi_text_is_blank (const char  *text);

G_END_DECLS
