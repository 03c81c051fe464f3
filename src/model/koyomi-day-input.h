#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Days as people type them. */
guint32 koyomi_day_read_typed (const char  *text,
                               guint32      reference,
                               GError     **error);

G_END_DECLS
