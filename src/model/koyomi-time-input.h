#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Times of day, and how long something takes, as people type them. */
int    koyomi_time_read_typed     (const char  *text,
                                   GError     **error);
gint64 koyomi_length_read_typed   (const char  *text,
                                   GError     **error);
char  *koyomi_length_format_typed (gint64       minutes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
