#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Told by long work how far it is: @fraction from 0 to 1. Called on the thread that works. */
typedef void (*KoyomiProgressFunc) (double   fraction,
                                    gpointer data);

G_END_DECLS
