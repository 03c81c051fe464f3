#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A panel beside a view, which a setting keeps shown or hidden as the person chose it: not as a narrow window makes it, where the panel
 * hides by itself and lies over the view when it is shown. */
void koyomi_flap_remember (AdwFlap    *flap,
                           GSettings  *settings,
                           const char *key);

G_END_DECLS
