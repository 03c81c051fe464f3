#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

int _koyomi_input_open (const char  *path,
                        guint64     *size,
                        GError     **error);

G_END_DECLS
