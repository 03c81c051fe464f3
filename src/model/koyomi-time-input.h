#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Times of day as people type them. */
int koyomi_time_read_typed (const char  *text,
                            GError     **error);

G_END_DECLS
