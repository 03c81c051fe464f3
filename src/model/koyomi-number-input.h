#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers as people type them. */
gboolean koyomi_number_read_typed (const char  *text,
                                   double      *number,
                                   GError     **error);

G_END_DECLS
